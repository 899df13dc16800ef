// What a moderator hears without looking: the clock at its marks, each new slot once, and each step
// that can be taken back; never each second.

import { remaining } from "../shared/clock.js";
import { announce, useEffect, useRef } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { standing } from "./step.js";

const MARKS = [10, 5, 2, 1, 0]; // minutes left at which the clock is said aloud
const STEPS = {
  "slot.advance": () => t("Gone on."), "slot.return": () => t("Gone back."), "slot.jump": () => t("Jumped."), "clock.pause": () => t("Paused."), "clock.resume": () => t("Goes on."),
  "clock.nudge": () => t("Time changed."), "clock.backdate": () => t("Beginning changed."), "clock.end": () => t("End changed."), "event.promise": () => t("Promise changed."), "agenda.fit": () => t("Lengths changed on every screen."),
  "slot.edit": () => t("Time changed."), "round.close": () => t("Rooms close."), "round.open": () => t("Rooms stay open."), "room.extend": () => t("Time of one room changed."), "step.advance": () => t("Next step in the rooms."),
};

// What a step that can be taken back has done.
export const said = (undo) => STEPS[undo.name]?.() ?? "";

export function useVoice(hall, at, undo) {
  const last = useRef({});
  useEffect(() => {
    const { slot } = standing(hall);
    const left = slot ? remaining(hall.clock, at) : undefined;
    const was = last.current;
    last.current = { known: true, id: slot?.id, left, undo: undo?.seq };
    if (!was.known) return;
    const step = undo && was.undo !== undo.seq ? undo : undefined;
    const parts = [slot && (was.id !== slot.id || step?.name.startsWith("slot.")) && t("Now: {title}.", { title: slot.title }), step && t("{step} It can be taken back for ten seconds.", { step: said(step) })].filter(Boolean);
    const mark = was.id === slot?.id && MARKS.find((minutes) => was.left > minutes * 60_000 && left <= minutes * 60_000);
    // The same words twice would be silence the second time.
    if (parts.length) announce(parts.join(" ") + (step && step.seq % 2 ? "\u00a0" : ""));
    else if (mark !== undefined && mark !== false) announce(mark ? tn("{n} minute left", "{n} minutes left", mark) : t("Time is up."));
  });
}
