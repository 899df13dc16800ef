// Voting with dots: each theme with its dots, one tap each. A tap on a filled dot takes it back.

import { announce, html, useEffect } from "../shared/view.js";
import { fresh } from "../shared/live.js";
import { inOrder } from "../shared/spine.js";
import { t, tn } from "../shared/words.js";
import { latest } from "./notes.js";

// My dots by theme, with those still in the box on top.
function mine(person, box) {
  const found = { ...person.dots };
  for (const { name, fields, refused } of box.items) if (name === "dots.cast" && !refused) found[fields.theme] = fields.dots;
  return found;
}

function Vote({ theme, poll, own, left, box }) {
  const waits = latest(box, "dots.cast", theme.id) !== undefined;
  const cast = (dots) => box.put("dots.cast", { command_id: fresh(), theme: theme.id, dots });
  const row = Array.from({ length: Math.max(poll.most, own) }, (_, index) => index + 1);
  const dot = (n) => html`<button key=${n} type="button" aria-pressed=${n <= own} aria-disabled=${n > own + left} aria-label=${tn("{n} dot", "{n} dots", n)}
    onClick=${() => n <= own + left && cast(n === own ? n - 1 : n)}></button>`;
  return html`<li class="theme-vote"><div><h3 dir="auto">${theme.title}</h3><p class="digits">${tn("{n} room", "{n} rooms", theme.rooms)}</p></div>
    <div class="dots" role="group" aria-label=${t("Your dots on “{title}”", theme)} aria-busy=${waits}>${row.map(dot)}</div></li>`;
}

// A theme that left the screen keeps its dots until they are taken back.
function Elsewhere({ ids, own, box }) {
  return ids.map((id) => html`<li class="theme-vote" key=${id}><p>${tn("{n} dot is on a theme that is not shown now.", "{n} dots are on a theme that is not shown now.", own[id])}</p>
    <button class="button" type="button" onClick=${() => box.put("dots.cast", { command_id: fresh(), theme: id, dots: 0 })}>${t("Take back")}</button></li>`);
}

function Result({ theme }) {
  return html`<li class="theme-vote"><h3 dir="auto">${theme.title}</h3><b class="digits">${tn("{n} dot", "{n} dots", theme.dots)}</b></li>`;
}

export function Dots({ hall, person, box }) {
  const poll = hall.dots;
  useEffect(() => poll?.open && announce(t("You can vote now.")), [poll?.open]);
  if (!poll) return null;
  const themes = inOrder(poll.themes);
  const own = mine(person, box);
  const left = Math.max(0, poll.dots - Object.values(own).reduce((sum, n) => sum + n, 0));
  const elsewhere = Object.keys(own).filter((id) => own[id] && !poll.themes[id]);
  const title = poll.question || t("Which themes should go on?");
  if (!poll.open) return html`<section class="section" aria-labelledby="dots"><h2 id="dots" dir="auto">${title}</h2><p class="soft">${t("The vote is closed.")}</p><ul>${themes.filter((theme) => theme.dots !== undefined).map((theme) => html`<${Result} key=${theme.id} theme=${theme} />`)}</ul></section>`;
  return html`<section class="section" aria-labelledby="dots"><h2 id="dots" dir="auto">${title}</h2>
    <p class="small soft" role="status"><b class="digits">${t("{n} of {all} dots left.", { n: left, all: poll.dots })}</b> ${poll.most < poll.dots && t("Put up to {n} on one theme.", { n: poll.most })}</p>
    <ul>${themes.map((theme) => html`<${Vote} key=${theme.id} theme=${theme} poll=${poll} own=${own[theme.id] ?? 0} left=${left} box=${box} />`)}<${Elsewhere} ids=${elsewhere} own=${own} box=${box} /></ul></section>`;
}
