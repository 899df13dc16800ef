// Stepping through the run sheet: where it is, and what comes next. In a rehearsal it steps on the
// preview, and the hall sees nothing. Pure but for the deeds.

import { inOrder } from "../shared/spine.js";

export function stepper(host, desk, set, deeds) {
  const lines = inOrder(host.run.lines);
  const row = lines.filter((line) => !line.out);
  const line = desk.rehearsing ? desk.line : host.run.line;
  const place = row.findIndex((one) => one.id === line);
  const go = (to) => {
    if (!desk.rehearsing) return deeds.step(line ?? null, to?.id ?? null);
    set({ line: to?.id });
    return deeds.spotlight(host.themes[to?.id] ? to.id : null, to && to.quote === to.chosen ? to.chosen : null);
  };
  const following = place < 0 ? row[0] : row[place + 1];
  return {
    lines, line, following, go,
    on: place >= 0,
    next: () => (following || place >= 0) && go(following),
    back: () => place >= 0 && go(row[place - 1]),
  };
}
