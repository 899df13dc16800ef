// Everybody as a table. What somebody can do in a room is one press; wishes open a sheet.

import { Icon, html } from "../shared/view.js";
import { languageName, t } from "../shared/words.js";
import { Org } from "./pieces.js";
import { bonds, interpreted, speaks } from "./roll.js";

export const CAN = [["facilitator", () => t("Lead")], ["scribe", () => t("Scribe")], ["interpreter", () => t("Interpreter")]];
const STATES = { here: () => t("here"), away: () => t("away"), expected: () => t("expected") };
const MODES = { onsite: () => t("in the hall"), online: () => t("online") };

// The capabilities after one of them was switched, in the order of the menu.
export const switched = (can, name) => CAN.map(([each]) => each).filter((each) => (each === name ? !can.includes(each) : can.includes(each)));

export function wishesOf(one, { ties, people }) {
  const set = bonds(ties, people, one.id);
  const named = (bond, names) => [...set.filter((each) => each.bond === bond).map((each) => each.name), ...names].join(", ");
  const [close, far, whom] = [named("together", one.together), named("apart", one.apart), interpreted(one, people)];
  return [close && t("with {names}", { names: close }), far && t("not with {names}", { names: far }), whom && t("interprets for {name}", { name: whom })].filter(Boolean);
}

function Can({ one, orders }) {
  if (one.state === "expected") return html`<span class="soft">${CAN.filter(([name]) => one.can.includes(name)).map(([, says]) => says()).join(", ")}</span>`;
  const set = (name) => orders.send("appoint", "person.appoint", { person: one.id, capabilities: switched(one.can, name) });
  return html`<span class="can" role="group" aria-label=${t("What {name} can do", { name: one.name })}>${CAN.slice(0, 2).map(([name, says]) => html`<button key=${name} type="button" class="toggle" aria-pressed=${one.can.includes(name)} onClick=${() => set(name)}>${says()}</button>`)}
    ${one.can.includes("interpreter") && html`<span class="toggle on">${t("Interpreter")}</span>`}</span>`;
}

function Row({ one, moderator, orders, edit }) {
  const wishes = wishesOf(one, moderator);
  const topics = one.topics?.length ? one.topics : one.wished;
  return html`<tr class=${one.state === "here" ? "" : "not-here"}><th scope="row"><span class="whom"><${Org} name=${one.organisation} /><span><b dir="auto">${one.name}</b><small dir="auto">${[one.organisation, one.role].filter(Boolean).join(", ")}</small></span></span></th>
    <td><span class=${one.state === "here" ? "chip time" : "chip"}>${STATES[one.state]()}</span> <span class="soft">${MODES[one.mode]?.()}</span></td>
    <td class="soft">${speaks(one).map(languageName).join(", ")}</td><td dir="auto">${topics.join(", ")}</td><td dir="auto">${one.group}</td>
    <td><${Can} one=${one} orders=${orders} /></td>
    <td dir="auto">${wishes.join("; ")}</td>
    <td><button type="button" class="button compact" aria-label=${t("Edit {name}", { name: one.name })} onClick=${() => edit(one.id)}><${Icon} name="pencil" />${t("Edit")}</button></td></tr>`;
}

export function PeopleTable({ rows, moderator, orders, edit }) {
  const heads = [t("Person"), t("Where"), t("Speaks"), t("Topics"), t("Group"), t("Can"), t("Wishes")];
  if (!rows.length) return html`<p class="soft">${t("Nobody fits this.")}</p>`;
  return html`<div class="scrolls tall" tabindex="0" role="region" aria-label=${t("People")}><table class="table roll"><thead><tr>${heads.map((head) => html`<th key=${head} scope="col">${head}</th>`)}<td></td></tr></thead>
    <tbody>${rows.map((one) => html`<${Row} key=${one.id} one=${one} moderator=${moderator} orders=${orders} edit=${edit} />`)}</tbody></table></div>`;
}
