// The pasted text: a plain field that stays the truth, and behind it a layer that marks what was
// read. The layer is for the eye alone; what is doubtful stands in words beside its slot.

import { html, useEffect, useRef } from "../shared/view.js";

function pieces(text, marks) {
  let at = 0;
  const found = marks.flatMap(([from, to, what]) => {
    const made = [text.slice(at, from), html`<mark class=${what}>${text.slice(from, to)}</mark>`];
    at = to;
    return made;
  });
  return [...found, text.slice(at)];
}

function lineOf(text, mark) {
  if (!mark) return text;
  const doubtful = mark.doubt ? [[0, text.length, "odd"]] : mark.marks;
  return html`<span class="read">${pieces(text, doubtful)}</span>`;
}

export function Marked({ text, marks, chosen, put, ...rest }) {
  const field = useRef();
  const layer = useRef();
  const follow = () => {
    layer.current.scrollTop = field.current.scrollTop;
  };
  useEffect(follow, [marks]);
  useEffect(() => {
    if (!chosen) return;
    const lines = text.split("\n");
    const from = lines.slice(0, chosen.line - 1).reduce((sum, line) => sum + line.length + 1, 0);
    field.current.focus();
    field.current.setSelectionRange(from, from + (lines[chosen.line - 1] ?? "").length);
    const share = from / Math.max(1, text.length);
    field.current.scrollTop = Math.max(0, share * field.current.scrollHeight - field.current.clientHeight / 2);
  }, [chosen]);
  const known = new Map((marks ?? []).map((mark) => [mark.line, mark]));
  return html`<div class="marked"><div class="layer" ref=${layer} aria-hidden="true">${known.size > 0
      && text.split("\n").map((line, at) => html`${lineOf(line, known.get(at + 1))}${"\n"}`)}</div>
    <textarea class="input" ref=${field} dir="auto" value=${text} onScroll=${follow} onInput=${(event) => put(event.target.value)} ...${rest}></textarea></div>`;
}
