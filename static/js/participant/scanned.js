// The code on a table was scanned: I ask once for a seat there, and say what came of it.

import { announce, html, Icon, useEffect, useRef, useState } from "../shared/view.js";
import { t } from "../shared/words.js";
import { CIRCLES } from "./place.js";

const AGAIN = 3_000; // ms after which an unanswered wish is sent again

// The address forgets the table as soon as there is an answer: loading the page again asks for nothing.
function forget() {
  const address = new URL(location.href);
  address.searchParams.delete("table");
  history.replaceState(null, "", address);
}

// In a fishbowl the number of a table is that of a circle.
const seated = (table, room) => (room?.circle ? t("You sit in the {circle} now.", { circle: CIRCLES[room.circle]().toLowerCase() }) : t("You sit at table {table} now. Your room sees that you are here.", { table }));

export function Scanned({ table, room, slot, scene, link, send }) {
  const [told, tell] = useState({ tries: 0 });
  const now = useRef();
  now.current = { scene, slot };
  const open = table && !told.says;
  useEffect(() => {
    if (!open || link.state !== "live") return undefined;
    let timer;
    const later = () => { timer = setTimeout(tell, AGAIN, { tries: told.tries + 1 }); };
    send("seat.choose", { table }).then((answer) => {
      if (answer.retry_after) return later();
      forget();
      if (!answer.ok) announce(answer.why);
      tell({ says: answer.why ?? true, good: answer.ok, scene: now.current.scene, slot: now.current.slot });
    }, later);
    return () => clearTimeout(timer);
  }, [open, link.state, told.tries]);
  // What was said is true only as long as I sit where I sat: not when rooms open, not when I am moved, not in the next round.
  const there = told.good && room?.number === table && room.slot === told.slot;
  const says = there ? seated(table, room) : told.says;
  useEffect(() => there && announce(says), [there]);
  if (!told.says || told.read || !(told.good ? there : told.scene === scene)) return null;
  return html`<section class="helped" aria-label=${t("The table you scanned")}><${Icon} name=${told.good ? "tick" : "info"} /><p dir="auto">${says}</p>
    <button class="link" type="button" onClick=${() => tell({ ...told, read: true })}>${t("Got it")}</button></section>`;
}
