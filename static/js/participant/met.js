// Whom I have met in rooms that have closed, how to reach those who want it, and how to reach me,
// if I want that: shown to the people I met and to nobody else, until I take it back.

import { html, useState } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { initials } from "./people.js";

function Contact({ words }) {
  if (/^\S+@\S+\.\S+$/.test(words)) return html`<a href=${`mailto:${words}`} dir="auto">${words}</a>`;
  return /^https?:\/\/\S+$/.test(words) ? html`<a href=${words} target="_blank" rel="noopener noreferrer" dir="auto">${words}</a>` : html`<bdi>${words}</bdi>`;
}

function One({ one, hall }) {
  const rooms = Object.entries(one.rooms).map(([slot, number]) => ({ order: hall.slots[slot]?.order ?? 0, number })).sort((a, b) => a.order - b.order);
  const where = rooms.length > 1 ? t("rooms {numbers}", { numbers: rooms.map((room) => room.number).join(", ") }) : t("room {number}", { number: rooms[0].number });
  return html`<li><span class="org" data-org="8" aria-hidden="true">${initials(one.organisation || one.name)}</span><span class="who"><bdi>${one.name}</bdi><small dir="auto">${[one.organisation, where].filter(Boolean).join(", ")}</small>
    ${one.contact && html`<small class="reach"><${Contact} words=${one.contact} /></small>`}</span></li>`;
}

function Share({ contact, send }) {
  const [told, tell] = useState({});
  const share = async (text) => {
    if (told.busy) return;
    tell({ busy: true });
    try {
      const answer = await send("contact.share", { text });
      tell(answer.ok ? { good: text ? t("Shared with the people you have met.") : t("Taken back. Nobody sees it any more.") } : { why: answer.why });
    } catch {
      tell({ why: t("No connection. Nothing was changed; please try again in a moment.") });
    }
  };
  const submit = (event) => {
    event.preventDefault();
    share(new FormData(event.target).get("contact").trim());
  };
  return html`<form class="stack reach-me" onSubmit=${submit}>
    ${contact ? html`<p>${t("They can reach you at")} <b dir="auto">${contact}</b></p><button type="button" class="button" aria-busy=${Boolean(told.busy)} onClick=${() => share("")}>${t("Take it back")}</button>`
      : html`<div class="field"><label for="contact">${t("How they can reach you, if you like")}</label><input class="input" id="contact" name="contact" maxlength="200" required dir="auto" aria-describedby="contact-who" placeholder=${t("An e-mail address or a link")} /></div>
        <p class="hint" id="contact-who">${t("Only the people you have met see it. You can take it back at any time.")}</p><button class="button" aria-busy=${Boolean(told.busy)}>${t("Share it with them")}</button>`}
    <p role="status" class=${told.why ? "why" : ""}>${told.good ?? told.why}</p></form>`;
}

export function Met({ hall, person, send }) {
  const row = Object.entries(person.met).sort(([, a], [, b]) => a.name.localeCompare(b.name));
  if (!row.length) return null;
  const organisations = new Set(row.map(([, one]) => one.organisation).filter((name) => name && name !== person.person.organisation)).size;
  return html`<section class="section" aria-labelledby="met"><h2 id="met">${t("People you have met")}</h2>
    <p class="soft digits">${tn("{n} person", "{n} people", row.length)}${organisations > 0 && tn(" from {n} other organisation", " from {n} other organisations", organisations)}</p>
    <ul class="with">${row.map(([id, one]) => html`<${One} key=${id} one=${one} hall=${hall} />`)}</ul>
    <${Share} key=${person.person.contact} contact=${person.person.contact} send=${send} /></section>`;
}
