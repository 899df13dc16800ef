// Who is in the room with me, and from where.

import { html } from "../shared/view.js";
import { t } from "../shared/words.js";

// `closed`: the room is over, and nobody is still on the way to it.
export function People({ people, me, title, closed }) {
  const row = Object.entries(people).filter(([id]) => id !== me).sort(([, a], [, b]) => a.name.localeCompare(b.name));
  const orgs = [...new Set(row.map(([, one]) => one.organisation))].sort();
  const colour = (one) => (one.organisation ? (orgs.indexOf(one.organisation) % 9) + 1 : 8);
  return html`<section class="section" aria-labelledby="with"><h2 id="with">${title}</h2>
    ${row.length === 0 && html`<p class="soft">${t("Nobody else yet. Others may still come.")}</p>`}
    <ul class="with">${row.map(([id, one]) => html`<li key=${id} class=${one.present && one.here && one.manner !== "out" ? "" : "away"}><span class="org" data-org=${colour(one)} aria-hidden="true">${initials(one.organisation || one.name)}</span>
      <span class="who"><bdi>${one.name}</bdi><small dir="auto">${whence(one, people, me, closed)}</small></span></li>`)}</ul></section>`;
}

const DOES = { reporter: () => t("reports"), scribe: () => t("writes for all"), timekeeper: () => t("keeps time") };

function whence({ organisation, present, here, manner, duty, leads, host, interprets }, people, me, closed) {
  const how = closed ? "" : !present ? t("away just now") : manner === "out" ? t("stepped out") : !here ? t("not here yet") : manner === "quiet" && t("reads and writes");
  const whom = interprets && (interprets === me ? t("interprets for you") : t("interprets for {name}", { name: people[interprets]?.name ?? "" }));
  return [organisation, leads && t("leads"), host && t("hosts this table"), whom, DOES[duty]?.(), how].filter(Boolean).join(", ");
}

export function initials(name) {
  const words = name.split(/[\s-]+/).filter(Boolean);
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => [...word][0]) : [...(words[0] ?? "?")].slice(0, 2);
  return letters.join("").toUpperCase();
}
