// Every key of the desk and what it does. Kept apart from how keys are heard.

import { t } from "../shared/words.js";
import { guessed, listed } from "./queue.js";

export function keysFor({ reading, host, desk, set, deeds, run, back, open }) {
  const row = listed(reading, host, desk);
  const place = row.findIndex((note) => note.id === desk.chosen);
  const note = row[place];
  const step = (by) => row.length && set({ chosen: row[Math.min(row.length - 1, Math.max(0, place + by))].id });
  // What is done with leaves the list: the next one takes its place.
  const after = (deed) => {
    if (!note) return step(1);
    const next = row[place + 1] ?? row[place - 1];
    return Promise.resolve(deed(note)).then((ok) => ok && desk.chosen === note.id && set({ chosen: next?.id }));
  };
  const best = (number) => after((one) => {
    const theme = guessed(desk.tab, one, reading, host)[number];
    return theme && deeds.place(one.id, theme.id);
  });
  const tab = (name) => () => set({ tab: name, chosen: undefined });
  return [
    { keys: ["B"], says: t("Blank the big screen, or show it again"), act: deeds.blank },
    { keys: [".", ">"], face: ["."], says: t("Next line of the run sheet (a clicker does the same, when armed)"), act: run.next },
    { keys: [",", "<"], face: [","], says: t("Line before"), act: run.back },
    { keys: ["J", "ArrowDown"], says: t("Next note"), act: () => step(1) },
    { keys: ["K", "ArrowUp"], says: t("Note before"), act: () => step(-1) },
    { keys: ["A"], says: t("Approve the chosen note"), act: () => after((one) => deeds.approveNote(one.id, true)) },
    { keys: ["H"], says: t("Hold the chosen note: read, and kept off the screen"), act: () => after((one) => deeds.approveNote(one.id, false)) },
    { keys: ["X"], says: t("Set the chosen note aside, or bring it back"), act: () => after((one) => deeds.hideNote(one.id, !one.hidden)) },
    { keys: ["S"], says: t("Say that a report or an objection was looked at"), act: () => after((one) => deeds.settle(one.id)) },
    { keys: ["1"], says: t("Put the chosen note into its first theme, or say that it is right there"), act: () => best(0) },
    { keys: ["2"], says: t("Into its second theme"), act: () => best(1) },
    { keys: ["3"], says: t("Into its third theme"), act: () => best(2) },
    { keys: ["M"], says: t("Put the chosen note into a theme"), act: () => document.querySelector(".queue .chosen select")?.focus() },
    { keys: ["U"], says: t("Unsorted notes"), act: tab("unsorted") },
    { keys: ["C"], says: t("Notes to check"), act: tab("check") },
    { keys: ["Z"], says: t("Take the last step back: themes, notes, approvals, the run sheet"), act: back.key },
    { keys: ["F"], says: t("Freeze the themes, or let them go on"), act: () => deeds.freeze(!host.grouping.frozen) },
    { keys: ["R"], says: t("Notes to read"), act: tab("review") },
    { keys: ["E"], says: t("Reports and objections"), act: tab("alerts") },
    { keys: ["N"], says: t("New theme"), act: () => document.getElementById("new-theme").focus() },
    { keys: ["/"], says: t("Search"), act: () => document.getElementById("search").focus() },
    { keys: ["?"], says: t("All keys"), act: () => open({ kind: "keys" }) },
  ];
}
