// One person: what is known of them, and what the crew wishes: what they can do, whom they interpret for, with whom they
// share every room and with whom none.

import { Sheet } from "../shared/sheet.js";
import { html } from "../shared/view.js";
import { t } from "../shared/words.js";
import { Details } from "./details.js";
import { CAN, switched } from "./people-table.js";
import { Said } from "./pieces.js";
import { bonds, interpreted } from "./roll.js";

function Choose({ label, people, without, pick }) {
  const rows = Object.entries(people).filter(([id]) => !without.includes(id)).sort(([, a], [, b]) => a.name.localeCompare(b.name));
  const change = (event) => {
    if (event.target.value) pick(event.target.value);
    event.target.value = "";
  };
  return html`<select class="input compact" aria-label=${label} onChange=${change}><option value="">${label}</option>
    ${rows.map(([id, one]) => html`<option key=${id} value=${id}>${one.organisation ? `${one.name}, ${one.organisation}` : one.name}</option>`)}</select>`;
}

function Bound({ one, bond, title, label, fromList, moderator, orders }) {
  const { people, ties } = moderator;
  const set = bonds(ties, people, one.id);
  const tie = (other, next) => orders.send("tie", "person.tie", { person: one.id, other, bond: next });
  return html`<fieldset><legend>${title}</legend><ul class="bound">
    ${set.filter((each) => each.bond === bond).map((each) => html`<li key=${each.id}><span dir="auto">${each.name}</span><button type="button" class="button compact" aria-label=${t("Take back: {name}", { name: each.name })} onClick=${() => tie(each.id, "none")}>${t("Take back")}</button></li>`)}
    ${fromList.map((name) => html`<li key=${name}><span dir="auto">${name}</span><small class="soft">${t("from the roster")}</small></li>`)}</ul>
    <${Choose} label=${label} people=${people} without=${[one.id, ...set.map((each) => each.id)]} pick=${(other) => tie(other, bond)} /></fieldset>`;
}

// Two entries of one person, of whom one came back on another phone: offered where the names are alike.
function Same({ one, people, orders, close }) {
  const plain = (name) => name.trim().toLowerCase();
  const [first] = plain(one.name).split(/\s+/);
  const twins = Object.entries(people).filter(([id, other]) => id !== one.id && !other.present && plain(other.name).split(/\s+/).includes(first));
  if (!twins.length) return null;
  const merge = async (id) => (await orders.send("merge", "person.merge", { person: id, into: one.id })) && close();
  return html`<fieldset class="bare"><legend>${t("The same person?")}</legend><p class="soft">${t("Seats, notes and wishes of the other entry become those of {name}; the other entry goes away. This cannot be taken back.", one)}</p>
    <ul class="bound">${twins.map(([id, other]) => html`<li key=${id}><span dir="auto">${[other.name, other.organisation].filter(Boolean).join(", ")}</span><button type="button" class="button compact" aria-label=${t("{name} is the same person", other)} aria-busy=${orders.waits("merge")} onClick=${() => merge(id)}>${t("Same person")}</button></li>`)}</ul></fieldset>`;
}

export function PersonSheet({ one, moderator, orders, close }) {
  const { people } = moderator;
  const appoint = (capabilities, interprets) => orders.send("appoint", "person.appoint", { person: one.id, capabilities, ...(interprets && { interprets }) });
  const whom = interpreted(one, people);
  const shared = { one, moderator, orders };
  const remove = async () => (await orders.send("remove", "roster.remove", { lines: [one.line] })) && close();
  return html`<${Sheet} title=${one.name} close=${close}>
    <p class="soft" dir="auto">${[one.organisation, one.role].filter(Boolean).join(", ")}</p>
    <${Details} one=${one} orders=${orders} />
    ${one.state === "expected" ? html`<p>${t("Expected. Once they join, you can say what they can do and with whom they sit. Their wishes on the roster hold from then on.")}</p>` : html`
      <fieldset class="bare"><legend>${t("In a room, {name} can", { name: one.name })}</legend>${CAN.map(([name, says]) => html`<label class="tick" key=${name}><input type="checkbox" checked=${one.can.includes(name)} onChange=${() => appoint(switched(one.can, name), people[one.interprets] && one.interprets)} /><span>${says()}</span></label>`)}
        ${one.can.includes("interpreter") && html`<p dir="auto">${whom ? t("Interprets for {name}: they always share a room.", { name: whom }) : t("Say for whom, and they always share a room.")}</p>
          <${Choose} label=${whom ? t("Somebody else…") : t("Interprets for…")} people=${people} without=${[one.id]} pick=${(other) => appoint(one.can, other)} />`}</fieldset>
      <${Bound} ...${shared} bond="together" title=${t("Shares every room with")} label=${t("Add somebody…")} fromList=${one.together} />
      <${Bound} ...${shared} bond="apart" title=${t("Shares no room with")} label=${t("Add somebody to keep apart…")} fromList=${one.apart} />
      <${Same} one=${one} people=${people} orders=${orders} close=${close} />`}
    <${Said} orders=${orders} places=${["appoint", "tie", "remove", "merge"]} />
    <div class="row"><button type="button" class="button main" onClick=${close}>${t("Done")}</button>
      ${one.line && html`<button type="button" class="button" onClick=${remove}>${t("Take off the roster")}</button>`}</div><//>`;
}
