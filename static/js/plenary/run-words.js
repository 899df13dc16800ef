// The words of the run sheet that write themselves. Pure.

import { t, tn } from "../shared/words.js";
import { spread } from "./reading.js";

export function heading(line, host) {
  if (line.id === "opening") return t("Opening line");
  return host.themes[line.id]?.title ?? t("The panel’s closing remarks");
}

export const calledOn = ({ name, room }) => (room ? t("Call on {name}, room {room}", { name, room }) : t("Call on {name}", { name }));

// “9 rooms, 68 notes. 7 rooms spoke of this: …”
export function opening({ host }, rooms) {
  const notes = Object.values(host.notes).filter((note) => !note.hidden).length;
  if (!notes) return t("The rooms have not written anything yet.");
  const facts = { rooms: tn("{n} room", "{n} rooms", rooms.length), notes: tn("{n} note", "{n} notes", notes) };
  const chosen = Object.keys(host.run.lines).map((id) => host.themes[id]).filter(Boolean);
  const widest = chosen.reduce((best, theme) => (!best || theme.rooms.length > best.rooms.length ? theme : best), undefined);
  if (!widest || widest.rooms.length < 2) return t("{rooms}, {notes}.", facts);
  const { n } = spread(widest.rooms, rooms);
  return t("{rooms}, {notes}. Spoken of in {n} rooms: {title}.", { ...facts, n, title: widest.title });
}
