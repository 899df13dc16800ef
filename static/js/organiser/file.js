// A file of the organiser's, chosen or dropped, as text. Old programs still write Windows-1252.

import { html, useState } from "../shared/view.js";
import { t } from "../shared/words.js";

export const ENDINGS = ".ics,.ical,.json,.xml,.csv,.tsv,.txt,.md,.html,text/calendar,text/csv,text/plain,application/json";
const LARGEST = 900_000; // bytes; the server takes a megabyte

export async function textOf(file) {
  if (file.size > LARGEST) throw new RangeError(t("This file is larger than 900 kB. Is it the right one?"));
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

// What makes an element take a file that is dropped on it.
export function useDrop(take) {
  const [over, hover] = useState(false);
  const holds = (event) => event.dataTransfer?.types.includes("Files");
  return { over, handlers: {
    onDragOver: (event) => {
      if (!holds(event)) return;
      event.preventDefault();
      hover(true);
    },
    onDragLeave: (event) => event.currentTarget.contains(event.relatedTarget) || hover(false),
    onDrop: (event) => {
      hover(false);
      if (!holds(event)) return;
      event.preventDefault();
      if (event.dataTransfer.files[0]) take(event.dataTransfer.files[0]);
    },
  } };
}

export function Choose({ take, label, name = "button" }) {
  const chosen = (event) => {
    const [file] = event.target.files;
    event.target.value = "";
    if (file) take(file);
  };
  return html`<label class="${name} choose"><input class="for-reader" type="file" accept=${ENDINGS} onChange=${chosen} />${label}</label>`;
}
