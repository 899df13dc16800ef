// Ways to use rooms that facilitators know by name: what each is called, what it does, and the
// several rounds that some of them are made of.

import { t } from "./words.js";

export const WAYS = {
  new: () => [t("New people each time"), t("Nobody they met before, as few colleagues as possible.")],
  pairs: () => [t("Pairs"), t("Rooms of two, one of three where it does not come out even.")],
  topics: () => [t("By topic"), t("People sit with a topic they chose; what more people want gets more rooms.")],
  fixed: () => [t("Fixed groups"), t("A room for each group of the roster; whoever is in none joins the smallest.")],
  same: () => [t("Same groups again"), t("Everybody goes back to the group of the round before.")],
  merge: () => [t("Two groups become one"), t("Pairs become fours, fours become eights.")],
  cafe: () => [t("World Café"), t("A host stays at each table. The others travel and never meet twice.")],
  fishbowl: () => [t("Fishbowl"), t("A few talk in the middle, one chair stays free; everybody else listens around them. Whoever wants to speak scans the code of the inner circle.")],
};

// Ways that build on the round before.
export const BUILDING = ["same", "merge", "cafe"];
const ROOMY = 6; // people in a room where somebody only leaves pairs

export const wayOf = (plan, slot) => (plan.format === "new" && slot.room_size === 2 && !plan.rooms ? "pairs" : plan.format);

// What choosing a way sends: [[command, fields], …].
export function choosing(way, slot) {
  const size = (room_size) => ["slot.edit", { slot: slot.id, room_size }];
  if (way === "pairs") return [["round.plan", { slot: slot.id, format: "new", rooms: 0 }], size(2)];
  return [["round.plan", { slot: slot.id, format: way }], ...(slot.room_size === 2 && ["new", "cafe", "topics"].includes(way) ? [size(ROOMY)] : [])];
}

const SERIES = {
  two: (title) => [[t("{title}, round 1", { title }), 1, "new", 5], [t("{title}, round 2", { title }), 1, "new", 5]],
  fours: (title) => [[t("{title}: alone, then in pairs", { title }), 3, "new", 2], [t("{title}: in fours", { title }), 4, "merge", 4]],
  cafe: (title) => [1, 2, 3].map((n) => [t("{title}, round {n}", { title, n }), 1, "cafe", 5]),
  network: (title) => [1, 2, 3].map((n) => [t("{title}, meeting {n}", { title, n }), 1, "new", 2]),
};
export const ROUNDS = {
  two: () => [t("Two rounds, new people"), t("Everybody meets two different groups.")],
  fours: () => [t("1-2-4-All"), t("A minute alone, then pairs, then two pairs become a four. “All” is the plenary that follows.")],
  cafe: () => [t("World Café, three rounds"), t("Hosts stay, travellers go on twice and never meet twice.")],
  network: () => [t("Speed networking"), t("Three short meetings in pairs, somebody new each time.")],
};

const fresh = () => `s${crypto.getRandomValues(new Uint32Array(2)).join("")}`;

// The rounds of a series in the time of one slot: [{id, title, minutes, format, room_size}].
export function rounds(kind, slot, size) {
  const rows = SERIES[kind](slot.title);
  const [minutes, weight] = [Math.round(slot.length / 60_000), rows.reduce((sum, row) => sum + row[1], 0)];
  const lengths = rows.map((row) => Math.max(1, Math.floor((minutes * row[1]) / weight)));
  lengths[lengths.length - 1] += Math.max(0, minutes - lengths.reduce((sum, n) => sum + n, 0));
  return rows.map(([title, , format, seats], at) => ({ id: at ? fresh() : slot.id, title: title.slice(0, 300), minutes: lengths[at], format, room_size: kind === "two" && size > 2 ? size : seats }));
}
