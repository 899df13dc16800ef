// What a moderator can do, each once: the buttons and the keys call the same functions.

import { lasts, now } from "../shared/clock.js";
import { fresh } from "../shared/live.js";
import { announce } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { myName } from "./helping.js";
import { standing, step } from "./step.js";

const UNDO = 10_000; // ms in which a step can be taken back
const SETTLING = 1_500; // ms after a slot changed in which Next and Back hold still: a double click is one click

export function deeds(live, orders, open) {
  let on, since = -Infinity;
  live.on(({ hall }) => {
    const now = hall.clock?.slot ?? hall.status;
    if (on !== undefined && now !== on) since = performance.now();
    on = now;
  });
  const views = () => live.views();
  const settling = () => performance.now() - since < SETTLING;
  const running = () => views().hall.clock;

  function next() {
    const { hall, moderator } = views();
    const here = step(hall, moderator.rounds);
    if (!here || settling() || orders.waits("next")) return;
    const act = () => orders.send("next", "slot.advance", { from_slot: here.from });
    if (here.ask) open({ kind: "ask", ...here.ask, act });
    else act();
  }

  function back() {
    const { hall } = views();
    if (settling() || !standing(hall).before) return;
    orders.send("back", "slot.return", { from_slot: hall.clock?.slot ?? null });
  }

  function jump(to) {
    const { hall } = views();
    const from_slot = hall.clock?.slot ?? null;
    const slot = hall.slots[to];
    if (!slot || to === from_slot) return;
    const length = tn("{n} minute", "{n} minutes", Math.round(lasts(slot) / 60_000));
    const rooms = hall.rooms && t("The open rooms close.");
    open({ kind: "ask", title: t("Go straight to “{title}”?", { title: slot.title }), yes: t("Go there"),
      text: [t("It gets its full {length}. Slots between are left out.", { length }), rooms].filter(Boolean).join(" "),
      act: () => orders.send("jump", "slot.jump", { from_slot, to_slot: to }) });
  }

  function pause() {
    const clock = running();
    if (clock) orders.send("pause", clock.paused_at === undefined ? "clock.pause" : "clock.resume", { slot: clock.slot }, true);
  }

  // The step that can be taken back now, and for how long (ms) still.
  function undoable() {
    const step = views().moderator.undo;
    const left = step ? step.at + UNDO - now() : 0;
    return left > 0 ? { ...step, left } : undefined;
  }

  async function undo() {
    const step = undoable();
    if (step && (await orders.send("undo", "step.undo", { seq: step.seq }))) announce(t("Taken back."));
  }

  return {
    undoable,
    undo,
    take: (way, from_slot) => Object.keys(way.lengths).length ? orders.send("way", "agenda.fit", { from_slot, lengths: way.lengths })
      : orders.send("way", "event.promise", { ends_at: way.ends_at }),
    backdate: (seconds) => running() && orders.send("began", "clock.backdate", { slot: running().slot, seconds }),
    endAt: (ends_at) => running() && orders.send("ends", "clock.end", { slot: running().slot, ends_at }),
    promise: (ends_at) => orders.send("promise", "event.promise", { ends_at }),
    showOffset: (on) => orders.send("offset", "event.edit", { show_offset: on }),
    next, back, jump, pause, settling,
    sinceChange: () => performance.now() - since,
    nudge: (minutes) => running() && orders.send(`nudge${minutes}`, "clock.nudge", { slot: running().slot, seconds: minutes * 60 }),
    blank: () => orders.send("blank", "screen.blank", { on: !views().moderator.screen.blank }, true),
    goTo: (room, here, from_owner) => orders.send(`help-${room}`, "help.answer", { room, by: myName(), here, from_owner }),
    helped: (room) => orders.send(`help-${room}`, "help.end", { room }),
    check: (slot) => orders.send("check", "round.check", { slot }),
    nextStep: (slot, from_step) => orders.send("step", "step.advance", { slot, from_step }),
    extend: (room, minutes) => orders.send(`more-${room}`, "room.extend", { room, seconds: minutes * 60 }),
    reveal: (slot) => orders.send("reveal", "notes.reveal", { slot }),
    closeIn: (slot, seconds) => orders.send("closing", "round.close", { slot, seconds }),
    keepOpen: (slot) => orders.send("closing", "round.open", { slot }),
    door: () => orders.send("door", views().hall.door === "open" ? "door.close" : "door.open", {}, true),
    tell: (place, draft) => orders.send("tell", "message.send", { message_id: `m${fresh()}`, place, ...draft }),
    recall: (place) => views().moderator.messages[place] && orders.send(`recall-${place}`, "message.recall", { message_id: views().moderator.messages[place].id }),
    savePhrase: (where, { id, place, text, level }) => orders.send(where, "phrase.save", { phrase_id: id, place, text, level }),
    removePhrase: (where, id) => orders.send(where, "phrase.remove", { phrase_id: id }),
  };
}
