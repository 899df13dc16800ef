// The big screen: shows the one scene the server says, and nothing that is not in its view. On the
// preview the same scenes show what the host tries out, and a word says that the hall sees none of it.

import { useKeys } from "../shared/keys.js";
import { connect } from "../shared/live.js";
import { html, page, render } from "../shared/view.js";
import { hang } from "../shared/wall.js";
import { fully, WallKeys } from "../shared/wall-keys.js";
import { speak, t } from "../shared/words.js";
import { Aired } from "./aired.js";
import { Closing } from "./closing.js";
import { NowAndNext } from "./now-next.js";
import { OpenRooms } from "./open-rooms.js";
import { Spotlight } from "./spotlight.js";
import { ThemeWall } from "./theme-wall.js";
import { Welcome } from "./welcome.js";
import { WordView } from "./word-view.js";

const SCENES = { join: Welcome, now: NowAndNext, rooms: OpenRooms, themes: ThemeWall, words: WordView, closeout: Closing };

speak(page());
const live = connect(page());

const { wall } = page(); // the channel that is shown: plenary, or preview

// Nothing at all is seen, the sheet of keys neither; full screen is still to be had.
function Blank() {
  useKeys([fully()]);
  return html`<main class="wall dark" aria-hidden="true"></main>`;
}

function Screen({ hall, plenary, link }) {
  if (plenary.blank) return html`<${Blank} />`;
  const lit = plenary.themes[plenary.spotlight];
  const Scene = lit ? Spotlight : SCENES[plenary.scene] ?? NowAndNext;
  return html`<${Scene} key=${lit ? `lit ${plenary.spotlight}` : plenary.scene} hall=${hall} plenary=${plenary} link=${link} />
    ${wall === "preview" ? html`<aside class="tried" aria-label=${t("Preview")}>${t("Preview. The hall does not see this.")}</aside>` : html`<${Aired} message=${plenary.message} live=${live} />`}<${WallKeys} />`;
}

function paint() {
  const views = live.views();
  // What may not be seen any more goes at once, even when the link was taken back.
  if (!views.hall || !views[wall]) return;
  render(html`<${Screen} hall=${views.hall} plenary=${views[wall]} link=${live.link} />`, document.getElementById("app"));
}

hang();
live.on(paint);
