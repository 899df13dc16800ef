// Notes as they come in: what has no theme yet, what waits to be read, everything, what was set
// aside; and the search over them.

import { Press } from "../shared/press.js";
import { html, useNow } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { target } from "./drag.js";
import { Note } from "./note.js";
import { guesses, matches } from "./reading.js";

const SHOWN = 60; // notes drawn at once

export const TABS = ["unsorted", "check", "review", "alerts"];
const OTHERS = ["all", "held", "aside", "alerts"];
const NAMES = {
  unsorted: () => t("Unsorted"), check: () => t("To check"), review: () => t("To read"), alerts: () => t("Asked"),
  all: () => t("All notes"), held: () => t("Held"), aside: () => t("Set aside"),
};
const EMPTY = {
  unsorted: () => t("Every note has its theme."), check: () => t("No note is in doubt."), review: () => t("Nothing waits to be read."),
  alerts: () => t("Nobody reported a note or said “not what I meant”."), held: () => t("Nothing is held."),
  all: () => t("No notes yet. They appear here while rooms write."), aside: () => t("Nothing was set aside."),
};

const lists = (reading) => ({ unsorted: reading.unsorted, check: reading.check, review: reading.review, alerts: reading.alerts, all: reading.readable, held: reading.held, aside: reading.aside.notes });

// The notes of the tab that is open; a search goes through all that can be read.
export const listed = (reading, host, { tab, search }) => {
  const words = search.trim();
  return lists(reading)[words && TABS.includes(tab) ? "all" : tab].filter((note) => !words || matches(note, words, host));
};

// The themes that are most likely right: the theming's three best for a note in doubt.
export function guessed(tab, note, reading, host) {
  const best = host.grouping.check[note.id]?.themes;
  if (best) return best.map((id) => reading.themes.find((theme) => theme.id === id)).filter(Boolean);
  return tab === "unsorted" ? guesses(note, reading.themes) : [];
}

function Aside({ themes, orders, deeds }) {
  return themes.map((theme) => html`<li class="incoming" key=${theme.id}><p><b dir="auto">${theme.title}</b></p><p class="from digits">${theme.count ? tn("Theme, set aside with its {n} note", "Theme, set aside with its {n} notes", theme.count) : t("Theme, set aside")}</p>
    <div class="places"><${Press} orders=${orders} place=${theme.id} act=${() => deeds.hideTheme(theme.id, false)}>${t("Bring back")}<//></div></li>`);
}

export function Queue({ views, reading, desk, set, orders, deeds, open }) {
  const at = useNow(10_000);
  const { host } = views;
  const all = lists(reading);
  const count = (tab) => all[tab].length + (tab === "aside" ? reading.aside.themes.length : 0);
  const found = listed(reading, host, desk);
  const empty = !found.length && !(desk.tab === "aside" && reading.aside.themes.length);
  const tab = (name) => html`<button type="button" key=${name} class=${name === "alerts" && count(name) ? "asks" : ""} aria-current=${desk.tab === name ? "true" : undefined} onClick=${() => set({ tab: name, chosen: undefined })}>${NAMES[name]()} ${count(name) > 0 && html`<span class="badge digits">${count(name)}</span>`}</button>`;
  const tabs = TABS.filter((name) => name !== "alerts" || count(name) > 0); // nobody asked: it stands with the others
  const others = OTHERS.filter((name) => !tabs.includes(name));
  return html`<section class="queue" aria-label=${t("Notes")} ...${target({ note: (id) => deeds.place(id, null) })}>
    <h2 class="for-reader">${t("Notes")}</h2>
    <nav class="which" aria-label=${t("Which notes")}>${tabs.map(tab)}</nav>
    <div class="seek"><input id="search" type="search" class="input compact" placeholder=${t("Search notes")} aria-label=${t("Search notes")} value=${desk.search} onInput=${(event) => set({ search: event.target.value })} />
      <select class=${others.includes(desk.tab) ? "current" : ""} aria-label=${t("Other notes")} value=${others.includes(desk.tab) ? desk.tab : ""} onChange=${(event) => set({ tab: event.target.value || "unsorted", chosen: undefined })}><option value="">${t("More")}</option>${others.map((name) => html`<option key=${name} value=${name}>${NAMES[name]()} (${count(name)})</option>`)}</select></div>
    <ol class="notes" tabindex="0" aria-label=${NAMES[desk.tab]()}>
      ${desk.tab === "aside" && html`<${Aside} themes=${reading.aside.themes} orders=${orders} deeds=${deeds} />`}
      ${found.slice(0, SHOWN).map((note) => html`<${Note} key=${note.id} note=${note} host=${host} at=${at} themes=${reading.themes} chosen=${desk.chosen === note.id} choose=${() => desk.chosen === note.id || set({ chosen: note.id })}
        guessed=${guessed(desk.tab, note, reading, host)} orders=${orders} deeds=${deeds} open=${open} />`)}
      ${empty && html`<li class="soft">${desk.search.trim() ? t("No note says that.") : EMPTY[reading.notes.length ? desk.tab : "all"]()}</li>`}
      ${found.length > SHOWN && html`<li class="soft digits">${t("{n} more. Search to find them.", { n: found.length - SHOWN })}</li>`}</ol></section>`;
}
