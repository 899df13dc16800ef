// What a host can do, each once: buttons, menus, keys and drops call the same functions.
// Every deed names the control it came from, so that the answer is shown beside it.

import { fresh } from "../shared/live.js";

export function deeds(live, orders) {
  const on = (place, name, fields) => orders.send(place, name, fields);
  const note = (id) => live.views().host.notes[id];
  const made = () => `t-${fresh()}`.slice(0, 60);

  async function create(place, title, notes = []) {
    const theme = made();
    if (!(await on(place, "theme.add", { theme, title }))) return false;
    for (const id of notes) await on(place, "note.place", { note_id: id, theme });
    return true;
  }

  async function move(place, notes, theme) {
    for (const id of notes) if (!(await on(place, "note.place", { note_id: id, theme }))) return false;
    return true;
  }

  // Widest first: each theme in its turn becomes the last.
  async function widest(place, themes) {
    const row = [...themes].sort((a, b) => b.rooms.length - a.rooms.length || b.count - a.count);
    for (const theme of row) if (!(await on(place, "theme.order", { theme: theme.id, before: null }))) return;
  }

  return {
    create, move, widest,
    rename: (theme, title) => on(theme, "theme.rename", { theme, title }),
    merge: (theme, into) => on(theme, "theme.merge", { theme, into }),
    split: (theme, notes, title) => on(theme, "theme.split", { theme, new_theme: made(), notes, title }),
    order: (theme, before) => on(theme, "theme.order", { theme, before }),
    approve: (theme, title, quotes) => on(theme, "theme.approve", { theme, title, quotes }),
    hold: (theme) => on(theme, "theme.hold", { theme }),
    hideTheme: (theme, off = true) => on(theme, "theme.hide", { theme, on: off }),
    place: (id, theme) => note(id)?.theme !== (theme ?? undefined) && on(id, "note.place", { note_id: id, theme }),
    approveNote: (id, yes) => note(id) && on(id, "note.approve", { note_id: id, revision: note(id).revision, on: yes }),
    hideNote: (id, off = true) => on(id, "note.hide", { note_id: id, on: off }),
    spotlight: (theme) => on(theme ?? "screen", "theme.spotlight", { theme }),
    scene: (scene) => on("screen", "screen.switch", { scene }),
    blank: () => on("blank", "screen.blank", { on: !live.views().host.screen.blank }),
    automate: (yes) => on("automatic", "screen.automate", yes ? { on: true, sure: true } : { on: false }),
  };
}
