// A small picture of the big screen, drawn from the wall's own view: what is not here is not there.

import { digits, remaining } from "../shared/clock.js";
import { html, sized, useNow } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { SCENES } from "./pieces.js";
import { titled } from "./hall.js";
import { laid, MOST, pages, shares, sorted } from "./tiles.js";

const Words = ({ title, line }) => html`<b dir="auto">${title}</b>${line && html`<span dir="auto">${line}</span>`}`;

const PICTURE = { wide: 114, tall: 48 }; // rem of a wall as most are

function Wall({ plenary }) {
  const { tiles, lone, split } = sorted(plenary.themes);
  if (!tiles.length) return html`<${Words} title=${SCENES.themes()} line=${t("none is approved yet")} />`;
  const lines = laid(pages(tiles, 1, MOST)[0], PICTURE);
  const small = (theme) => html`<i key=${theme.id} title=${titled(theme)}><bdi>${titled(theme)}</bdi></i>`;
  return html`<span class="mini" ref=${sized({ "--rows": shares(lines.map((line) => line.height)) })}>${lines.map((line, index) => html`<span key=${index} ref=${sized({ "--columns": shares(line.tiles.map((tile) => tile.width)) })}>${line.tiles.map(({ theme }) => small(theme))}</span>`)}</span>
    ${lone.length + split.length > 0 && html`<span class="mini-lane">${[...split, ...lone].slice(0, MOST).map(small)}</span>`}`;
}

const PICTURES = {
  join: ({ hall, plenary }) => html`<${Words} title=${hall.event.code} line=${tn("{n} is in", "{n} are in", plenary.joined)} />`,
  rooms: ({ plenary, left }) => html`<${Words} title=${left ?? SCENES.rooms()} line=${tn("{n} room", "{n} rooms", Object.keys(plenary.rooms).length)} />`,
  now: ({ hall, left }) => html`<${Words} title=${left ?? ""} line=${hall.slots[hall.clock?.slot]?.title ?? hall.event.title} />`,
  themes: Wall,
  words: ({ plenary }) => html`<${Words} title=${Object.keys(plenary.terms ?? {}).slice(0, 3).join(", ") || SCENES.words()} line=${tn("{n} term", "{n} terms", Object.keys(plenary.terms ?? {}).length)} />`,
  closeout: ({ hall }) => html`<${Words} title=${SCENES.closeout()} line=${hall.sequel?.title} />`,
};

export function Preview({ hall, plenary }) {
  const at = useNow();
  if (plenary.blank) return html`<figure class="preview blank"><b>${t("Blank")}</b></figure>`;
  const left = hall.clock && digits(remaining(hall.clock, at));
  const lit = plenary.themes[plenary.spotlight];
  const quote = plenary.quote ?? lit?.quotes[0];
  if (lit) return html`<figure class="preview spot"><small dir="auto">${titled(lit)}</small><b dir="auto">${quote ? `“${quote.text}”` : titled(lit)}</b></figure>`;
  const Picture = PICTURES[plenary.scene];
  return html`<figure class=${plenary.scene === "themes" ? "plane preview digits walled" : "plane preview digits"}><${Picture} hall=${hall} plenary=${plenary} left=${left} /></figure>`;
}
