// A roster comes in: pasted or from a file, looked at line by line, then all of it or nothing.

import { Sheet } from "../shared/sheet.js";
import { Icon, html, useState } from "../shared/view.js";
import { languageName, t, tn } from "../shared/words.js";

const EXAMPLE = "name,organisation,role,language,mode,topics,group,with,apart,facilitator,scribe,interprets for\r\n";

// Spreadsheets save as UTF-8 or in the old way of Windows.
async function textOf(file) {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

async function post(event, body) {
  const answer = await fetch(`/events/${event}/roster`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  return answer.json();
}

function keepExample() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\ufeff", EXAMPLE], { type: "text/csv" }));
  link.download = "roster.csv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const CAN = { facilitator: () => t("lead"), scribe: () => t("scribe"), interpreter: () => t("interpreter") };

function about(one) {
  const list = (words, names) => names?.length && t(words, { names: names.join(", ") });
  return [one.role, one.mode && (one.mode === "onsite" ? t("in the hall") : t("online")), one.languages?.map(languageName).join(", "), one.topics?.join(", "),
    one.group && t("group {name}", { name: one.group }), list("with {names}", one.together), list("not with {names}", one.apart),
    one.interprets ? t("interprets for {name}", { name: one.interprets }) : undefined, ...(one.capabilities ?? []).map((each) => CAN[each]())].filter(Boolean).join("; ");
}

function Preview({ found }) {
  const told = (number) => (whys) => whys.filter((one) => one.line === number).map((one) => one.why);
  const numbers = [...new Set([...found.lines, ...found.problems].map((one) => one.line))].sort((a, b) => a - b);
  const byLine = Object.fromEntries(found.lines.map((one) => [one.line, one]));
  const row = (number) => {
    const [one, wrong, odd] = [byLine[number], told(number)(found.problems), told(number)(found.remarks)];
    return html`<tr key=${number} class=${wrong.length ? "wrong" : ""}><td class="digits soft">${number}</td><th scope="row" dir="auto">${one?.name ?? "–"}</th><td dir="auto">${one?.organisation}</td>
      <td dir="auto">${one && about(one)}${[...wrong, ...odd].map((why) => html`<span class="odd" key=${why}><${Icon} name="warn" />${t("Line {number}: {why}", { number, why: t(why) })}</span>`)}</td></tr>`;
  };
  return html`${found.ignored.length > 0 && html`<p class="notice">${t("Columns nothing is made of: {names}.", { names: found.ignored.join(", ") })}</p>`}
    <div class="scrolls" tabindex="0" role="region" aria-label=${t("What was read")}><table class="table roll"><thead><tr><th scope="col">${t("Line")}</th><th scope="col">${t("Name")}</th><th scope="col">${t("Organisation")}</th><th scope="col">${t("What else")}</th></tr></thead><tbody>${numbers.map(row)}</tbody></table></div>`;
}

function clear(people, doubts) {
  if (!doubts) return tn("{n} person, all lines are clear.", "{n} people, all lines are clear.", people);
  return `${tn("{n} person.", "{n} people.", people)} ${tn("Please look at {n} line that may be meant otherwise.", "Please look at {n} lines that may be meant otherwise.", doubts)}`;
}

export function RosterImport({ event, close }) {
  const [text, write] = useState("");
  const [found, find] = useState();
  const [said, say] = useState("");
  const [busy, hold] = useState(false);
  const ask = async (save) => {
    if (busy) return;
    hold(true);
    say("");
    try {
      const answer = await post(event, { text, save });
      if (!answer.ok) say(answer.why);
      else if (save) return close();
      else find(answer);
    } catch {
      say(t("No answer from the server. Nothing was changed; please try again."));
    } finally {
      hold(false);
    }
  };
  const change = (next) => (write(next), find(undefined));
  const lines = (told) => new Set(told.map((one) => one.line)).size;
  const wrong = found ? lines(found.problems) : 0;
  return html`<${Sheet} name="sheet wide" title=${t("Import a roster")} close=${close}>
    ${!found ? html`<p class="soft">${t("Paste a table or a list, or choose a CSV file. Only a name is needed; organisation, role, language, mode, topics, group, with, apart, facilitator, scribe and “interprets for” are understood.")}</p>
      <textarea id="roster" class="input" rows="12" dir="auto" aria-label=${t("The roster")} placeholder=${t("Amina Wekesa, Motriz")} value=${text} onInput=${(input) => change(input.target.value)}></textarea>
      <div class="row wraps"><button type="button" class="button main" aria-disabled=${!text.trim()} aria-busy=${busy} onClick=${() => text.trim() && ask(false)}>${t("Check it")}</button>
        <label class="button file">${t("Choose a file…")}<input type="file" class="for-reader" accept=".csv,.tsv,.txt,text/csv,text/plain" onChange=${async (pick) => pick.target.files[0] && change(await textOf(pick.target.files[0]))} /></label>
        <button type="button" class="button quiet" onClick=${keepExample}>${t("An empty table to fill in")}</button></div>`
    : html`<p role="status" class=${wrong ? "said" : ""}>${wrong ? tn("{n} line needs you. Nothing is imported until every line is right.", "{n} lines need you. Nothing is imported until every line is right.", wrong) : clear(found.lines.length, lines(found.remarks))}</p>
      <${Preview} found=${found} />
      <div class="row wraps">${!wrong && html`<button type="button" class="button main" aria-busy=${busy} onClick=${() => ask(true)}>${tn("Import {n} person", "Import {n} people", found.lines.length)}</button>`}
        <button type="button" class=${wrong ? "button main" : "button"} onClick=${() => find(undefined)}>${t("Back to the text")}</button></div>`}
    ${said && html`<p class="said" role="alert">${said}</p>`}<//>`;
}
