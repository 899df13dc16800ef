// The close-out: what to take along, and when we meet again.

import { useFit } from "../shared/fit.js";
import { inOrder } from "../shared/spine.js";
import { html, page, useNow } from "../shared/view.js";
import { day, place, t, time } from "../shared/words.js";
import { Clock, Foot } from "./foot.js";
import { standing } from "./hall.js";
import { Qr } from "./welcome.js";

const LINKS = 4; // on the wall; all of them are on the phones

// The links of the closing slots, or of the last slot where none closes.
export function takeaways(slots) {
  const row = inOrder(slots);
  const closing = row.filter((slot) => slot.kind === "closing");
  return (closing.length ? closing : row.slice(-1)).flatMap((slot) => slot.links);
}

const bare = (url) => url.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");

function Takeaway({ link }) {
  const code = page().takeaways?.[link.url];
  return html`<li>${code && html`<${Qr} code=${code} label=${t("QR code: {title}", { title: link.title || link.url })} />`}
    <div><p class="what" dir="auto">${link.title || bare(link.url)}</p>${link.title && html`<p class="address" dir="ltr">${bare(link.url)}</p>`}</div></li>`;
}

function Next({ sequel, zone }) {
  return html`<section class="again"><h2>${t("Next time")}</h2><p class="what" dir="auto">${sequel.title}</p>
    <p class="when digits">${day(sequel.start, zone)}, ${time(sequel.start, zone)} ${place(zone)}</p>
    ${sequel.about && html`<p class="about" dir="auto">${sequel.about}</p>`}</section>`;
}

export function Closing({ hall, plenary, link }) {
  const at = useNow();
  const { slot, left, state } = standing(hall, at);
  const links = takeaways(hall.slots);
  const shown = links.slice(0, LINKS);
  const closing = slot?.kind === "closing";
  const box = useFit(JSON.stringify([shown, hall.sequel, slot?.id]));
  return html`<main class="plane wall"><div class="closing">
      <header><div><h1 dir="auto">${closing ? slot.title : t("Thank you")}</h1><p dir="auto">${hall.event.title}</p></div>${left && html`<div class="plane dial" data-state=${state}><${Clock} text=${left} /></div>`}</header>
      <div class=${hall.sequel ? "take" : "take alone"} ref=${box}>
        ${shown.length > 0 && html`<section class="along"><h2>${t("To take along")}</h2><ul>${shown.map((one) => html`<${Takeaway} key=${one.url} link=${one} />`)}</ul>
          ${links.length > LINKS && html`<p class="rest">${t("All {n} links are on your phone.", { n: links.length })}</p>`}</section>`}
        ${hall.sequel && html`<${Next} sequel=${hall.sequel} zone=${hall.event.timezone} />`}</div></div>
    <${Foot} hall=${hall} at=${at} link=${link}>${hall.event.host_name}<//></main>`;
}
