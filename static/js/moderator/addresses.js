// Whose phones a message can go to: all, one open room's, or those of the people who lead rooms.
// Pure, but for the call by which a room's card asks the writing field to address its room.

import { t } from "../shared/words.js";

const present = (moderator, ids) => ids.filter((id) => moderator.people[id]?.present);

function rooms(moderator) {
  return Object.values(moderator.rounds).flatMap((round) => Object.entries(round.rooms).filter(([, room]) => room.state === "open")
    .map(([id, room]) => ({ id, ...room, seated: Object.keys(round.seats).filter((one) => round.seats[one] === id) }))).sort((a, b) => a.number - b.number);
}

// [{place, name, title, send, ask, people}]: `people` are those who are here; the first is everybody.
export function addresses(moderator) {
  const open = rooms(moderator);
  const leads = Object.values(moderator.roster).filter((line) => line.person && line.capabilities.includes("facilitator")).map((line) => line.person);
  const all = { place: "phones", name: open.length ? t("All rooms") : t("All phones"), title: t("On all phones"), send: open.length ? t("Send to all rooms") : t("Send to all phones"), ask: t("Message to all phones"), people: present(moderator, Object.keys(moderator.people)) };
  const lead = { place: "leads", name: t("Those who lead ({n})", { n: leads.length }), title: t("To those who lead rooms"), send: t("Send to those who lead"), ask: t("Message to those who lead rooms"), people: present(moderator, leads) };
  const room = ({ id, number, name, seated }) => ({ place: `room:${id}`, name: name ? t("Room {number}, {name}", { number, name }) : t("Room {number}", { number }), title: t("In room {number}", { number }),
    send: t("Send to room {number}", { number }), ask: t("Message to room {number}", { number }), people: present(moderator, seated) });
  return [all, ...(leads.length ? [lead] : []), ...open.map(room)];
}

export const writeTo = (place) => dispatchEvent(new CustomEvent("write-to", { detail: place }));

export function onWriteTo(call) {
  const heard = (event) => call(event.detail);
  addEventListener("write-to", heard);
  return () => removeEventListener("write-to", heard);
}
