// Several rounds in the place of one slot: chosen by name, corrected, made in one go. Each round
// is a slot of the agenda, because everything else (clock, question, notes) hangs on a slot too.

import { Sheet } from "../shared/sheet.js";
import { html, useState } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { Said } from "./pieces.js";
import { ROUNDS, rounds } from "../shared/ways.js";

function balance(parts, slot) {
  const more = parts.reduce((sum, part) => sum + part.minutes, 0) - Math.round(slot.length / 60_000);
  if (!more) return t("Together as long as planned; nothing else moves.");
  return more > 0 ? tn("{n} minute longer than planned; what follows moves later.", "{n} minutes longer than planned; what follows moves later.", more)
    : tn("{n} minute shorter than planned; what follows moves earlier.", "{n} minutes shorter than planned; what follows moves earlier.", -more);
}

export function RoundsSheet({ slot, drawn, orders, choose, close }) {
  const [asked, ask] = useState(false);
  const [kind, pick] = useState("fours");
  const [parts, set] = useState(() => rounds("fours", slot, slot.room_size));
  const take = (next) => (pick(next), set(rounds(next, slot, slot.room_size)));
  const change = (at, fields) => set(parts.map((part, index) => (index === at ? { ...part, ...fields } : part)));
  const more = () => {
    const last = rounds(kind, slot, slot.room_size).at(-1);
    set([...parts, { ...last, title: last.title.replace(/\d+$/, parts.length + 1), minutes: parts.at(-1).minutes }]);
  };
  const make = async (submit) => {
    submit.preventDefault();
    if (drawn && !asked) return ask(true);
    if (await orders.send("split", "slot.split", { slot: slot.id, parts })) {
      choose(slot.id);
      close();
    }
  };
  return html`<${Sheet} title=${t("Several rounds")} close=${close}><form class="stack" onSubmit=${make}>
    <fieldset class="bare"><legend>${t("In the place of “{title}”", { title: slot.title })}</legend>${Object.entries(ROUNDS).map(([name, words]) => html`<label class="tick" key=${name}><input type="radio" name="kind" checked=${kind === name} onChange=${() => take(name)} /><span>${words()[0]}<small class="soft">${words()[1]}</small></span></label>`)}</fieldset>
    <ol class="parts">${parts.map((part, at) => html`<li key=${part.id}><input class="input compact" dir="auto" required maxlength="300" aria-label=${t("Title of round {n}", { n: at + 1 })} value=${part.title} onInput=${(input) => change(at, { title: input.target.value })} />
      <input class="input compact digits" type="number" min="1" max="600" required aria-label=${t("Minutes of round {n}", { n: at + 1 })} value=${part.minutes} onInput=${(input) => change(at, { minutes: Number(input.target.value) || 1 })} /><span class="soft">${t("min")}</span>
      ${parts.length > 2 && at > 0 ? html`<button type="button" class="button compact" aria-label=${t("Leave out round {n}", { n: at + 1 })} onClick=${() => set(parts.filter((one, index) => index !== at))}>${t("Leave out")}</button>` : html`<span></span>`}</li>`)}</ol>
    <p class="soft digits" role="status">${balance(parts, slot)}</p>
    <div role="alert">${asked && html`<p class="notice warning">${t("The rooms that are drawn for this slot, and who is pinned there, are thrown away. That cannot be taken back.")}</p>`}</div>
    <${Said} orders=${orders} places=${["split"]} />
    <div class="row"><button class="button main" type="submit" aria-busy=${orders.waits("split")}>${asked ? tn("Throw the draw away and make {n} round", "Throw the draw away and make {n} rounds", parts.length) : tn("Make {n} round", "Make {n} rounds", parts.length)}</button>
      ${parts.length < 12 && html`<button class="button" type="button" onClick=${more}>${t("One more round")}</button>`}</div></form><//>`;
}
