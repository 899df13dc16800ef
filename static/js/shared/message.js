// A message of the crew on the screen that shows it: gone when its time is over, and confirmed
// once to the server, so that the desk knows where it was really seen.

import { useEffect } from "./view.js";

// The message while its time lasts, otherwise undefined.
export const current = (message, at) => (message && (message.until === undefined || at < message.until) ? message : undefined);

// A hook: says that this page shows the message now. A page that nobody can see shows nothing.
// `screen` is the name of a stage or a wall; a phone is known by its person.
const told = new WeakMap(); // live → the ids that were confirmed
export function useShown(message, live, screen) {
  useEffect(() => {
    const known = told.get(live) ?? new Set();
    told.set(live, known);
    if (!message || document.hidden || live.link.state !== "live" || known.has(message.id)) return;
    known.add(message.id);
    live.send("shown", { message_id: message.id, ...(screen && { screen }) }).catch(() => known.delete(message.id));
  });
}
