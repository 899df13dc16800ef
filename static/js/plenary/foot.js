// The foot of every scene: the brand, the whole event as a line, and one thing to know. A lost
// connection is a small word here and nothing more: the clock goes on.

import { Spine } from "../shared/spine.js";
import { Icon, html, page } from "../shared/view.js";
import { t } from "../shared/words.js";

export const Brand = () => html`<span class="brand"><svg aria-hidden="true"><use href=${`${page().icons}#mark`} /></svg>Facilitator</span>`;

export function Foot({ hall, at, link, children }) {
  const adrift = link.state === "lost" || link.state === "gone";
  return html`<footer class="foot"><${Brand} /><${Spine} hall=${hall} at=${at} />
    ${adrift ? html`<span class="adrift"><${Icon} name="offline" />${link.state === "gone" ? t("This link has ended") : t("No network")}</span>` : html`<span class="door digits" dir="auto">${children}</span>`}</footer>`;
}

export function Clock({ text, soft = false }) {
  const names = ["clock", text.length > 5 && "long", soft && "soft-clock"].filter(Boolean).join(" ");
  return html`<p class=${names} role="timer">${text}</p>`;
}

export const home = () => new URL(page().join).host;

// Pages that turn by themselves do so by the server's clock, so that two walls show the same one.
export const turn = (count, at, every) => (count ? Math.floor(at / every) % count : 0);
