// What a host can do, each once: buttons, menus, keys and drops call the same functions.
// Every deed names the control it came from, so that the answer is shown beside it.

import { fresh } from "../shared/live.js";

// `trying()`: whether what is shown is only tried out on the preview.
export function deeds(live, orders, trying) {
  let last; // of this desk, whether or not it can be taken back
  const on = async (place, name, fields, guarded) => {
    const ok = await orders.send(place, name, fields, guarded);
    if (ok && name !== "themes.undo") last = { name };
    return ok;
  };
  const note = (id) => live.views().host.notes[id];
  const made = () => `t-${fresh()}`.slice(0, 60);

  // Each theme in its turn becomes the last.
  async function inThisOrder(place, row) {
    for (const theme of row) if (!(await on(place, "theme.order", { theme: theme.id, before: null }))) return;
  }

  const widest = (place) => on(place, "themes.rank", {});

  return {
    inThisOrder, widest,
    latest: () => last,
    create: (place, title, notes = []) => on(place, "theme.add", { theme: made(), title, notes }),
    move: (from_theme, notes, theme) => on(from_theme, "notes.place", { notes, from_theme, theme }),
    rename: (theme, title, was) => on(theme, "theme.rename", { theme, title, was: was || null }),
    merge: (theme, into) => on(theme, "theme.merge", { theme, into }),
    split: (theme, notes, title) => on(theme, "theme.split", { theme, new_theme: made(), notes, title }),
    order: (theme, before) => on(theme, "theme.order", { theme, before }),
    approve: (theme, title, quotes) => on(theme, "theme.approve", { theme, title, quotes }),
    describe: (theme, keywords) => on(theme, "theme.describe", { theme, keywords }),
    dispute: (theme, yes) => on(theme, "theme.dispute", { theme, on: yes }),
    ask: (by) => on("steer", "themes.ask", { wish: made(), by }),
    allowModel: (reader) => on("model", "model.allow", { reader }),
    regroup: (proposal) => on("steer", "themes.regroup", { proposal }),
    keepThemes: (proposal) => on("steer", "themes.keep", { proposal }),
    carryThemes: () => on("steer", "themes.carry", {}),
    freeze: (yes) => on("freeze", "themes.freeze", { on: yes }, true),
    undo: (step) => on("undo", "themes.undo", { step }),
    takeSuggestion: (suggestion) => on("suggestion", "suggestion.take", { suggestion, theme: made() }),
    leaveSuggestion: (suggestion) => on("suggestion", "suggestion.leave", { suggestion }),
    hold: (theme) => on(theme, "theme.hold", { theme }),
    hideTheme: (theme, off = true) => on(theme, "theme.hide", { theme, on: off }),
    // Put where it is already, it is pinned there: the host says that this is right.
    place: (id, theme) => note(id) && (note(id).theme !== (theme ?? undefined) || (theme && !note(id).pinned)) && on(id, "note.place", { note_id: id, theme }),
    approveNote: (id, yes) => note(id) && on(id, "note.approve", { note_id: id, revision: note(id).revision, on: yes }),
    hideNote: (id, off = true) => on(id, "note.hide", { note_id: id, on: off }),
    settle: (id) => on(id, "note.settle", { note_id: id }),
    spotlight: (theme, quote = null) => on(theme ?? "screen", "theme.spotlight", { theme, quote, preview: trying() }),
    scene: (scene) => on("screen", "screen.switch", { scene, preview: trying() }),
    take: () => on("take", "preview.take", {}),
    step: (from_line, to_line) => on("run", "run.step", { from_line, to_line }, true),
    line: (line, fields) => on("line", "line.edit", { line, ...fields }),
    remark: (speaker, theme) => on("line", "remark.link", { speaker, theme }),
    openDots: (fields) => on("dots", "dots.open", fields),
    closeDots: () => on("dots", "dots.close", {}),
    showDots: (yes) => on("dots", "dots.show", { on: yes }),
    watch: (language, words) => on("watch", "words.watch", { language, words }),
    reveal: (slot) => on("reveal", "notes.reveal", { slot }),
    blank: () => on("blank", "screen.blank", { on: !live.views().host.screen.blank }, true),
    automate: (yes) => on("automatic", "screen.automate", yes ? { on: true, sure: true } : { on: false }),
  };
}
