// Making links, and ending them: the secret of a link is shown once, when it is made.

import { html, page, render } from "../shared/view.js";
import { day, speak, t, time } from "../shared/words.js";
import { ask } from "./ask.js";

speak(page());
const dialog = document.getElementById("link");

function open(content) {
  render(html`${content}<form method="dialog"><button class="button">${t("Close")}</button></form>`, dialog);
  dialog.showModal();
}

async function copy(event, text) {
  await navigator.clipboard?.writeText(text);
  event.target.textContent = t("Copied");
}

async function give(row) {
  const role = row.querySelector("select");
  const answer = await ask("/api/links", { event: row.dataset.event, role: role.value });
  const name = role.selectedOptions[0].textContent;
  if (!answer.ok) return open(html`<h2 id="link-title">${t("No link was made")}</h2><p>${answer.why}</p>`);
  open(html`<h2 id="link-title">${t("A link for {name}", { name })}</h2>
    <p class="soft">${t("Whoever has it can do what the role may. It is shown only now.")}</p>
    <p><input class="input" readonly value=${answer.link} aria-label=${t("Link")} onFocus=${(e) => e.target.select()} /></p>
    <button class="button main" type="button" onClick=${(e) => copy(e, answer.link)}>${t("Copy")}</button>`);
}

async function list(row) {
  const response = await fetch(`/api/links?event=${encodeURIComponent(row.dataset.event)}`);
  const { links = [] } = await response.json();
  const end = async (event, id) => {
    const answer = await ask("/api/links/revoke", { link: id });
    if (answer.ok) event.target.replaceWith(document.createTextNode(t("Ended")));
  };
  open(html`<h2 id="link-title">${t("Links given out")}</h2>
    <ul class="given">${links.map((link) => html`<li key=${link.id}><b>${link.role}</b>
      <span class="soft digits">${day(link.created_at)}, ${time(link.created_at)}</span>
      ${link.revoked ? t("Ended") : html`<button type="button" class="button compact danger" onClick=${(e) => end(e, link.id)}>${t("End it")}</button>`}</li>`)}</ul>
    ${links.length === 0 && html`<p>${t("No link was made yet.")}</p>`}`);
}

for (const row of document.querySelectorAll(".give")) {
  row.querySelector("[data-give]").addEventListener("click", () => give(row));
  row.querySelector("[data-links]").addEventListener("click", () => list(row));
}
