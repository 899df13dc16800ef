// A theme opened: every note in it, to approve, set aside, move or split off together.

import { Press } from "../shared/press.js";
import { Sheet } from "../shared/sheet.js";
import { html, useNow, useState } from "../shared/view.js";
import { t, tn } from "../shared/words.js";
import { Keywords } from "./keywords.js";
import { Note } from "./note.js";
import { Why } from "./pieces.js";

export function ThemeSheet({ theme, views, reading, orders, deeds, open, close }) {
  const at = useNow(10_000);
  const [ticked, tick] = useState({});
  const [title, write] = useState("");
  const chosen = theme.notes.filter((note) => ticked[note.id]).map((note) => note.id);
  const others = reading.themes.filter((one) => one.id !== theme.id);
  const done = (ok) => ok && tick({});
  const split = async (event) => {
    event.preventDefault();
    if (!chosen.length || !title.trim()) return;
    const ok = await deeds.split(theme.id, chosen, title.trim());
    done(ok);
    if (ok) write("");
  };
  const move = async (event) => {
    const into = event.target.value;
    event.target.value = "";
    if (into) done(await deeds.move(theme.id, chosen, into === "none" ? null : into));
  };
  const none = !chosen.length;
  return html`<${Sheet} title=${theme.title} close=${close} name="sheet wide"><p class="soft digits">${tn("{n} note", "{n} notes", theme.count)}. ${none ? t("Tick notes to move them or to make a theme of them.") : tn("{n} ticked", "{n} ticked", chosen.length)}</p>
    <${Keywords} theme=${theme} orders=${orders} deeds=${deeds} />
    <form class="split" onSubmit=${split}>
      <select class="input compact" aria-label=${t("Move the ticked notes")} disabled=${none} onChange=${move}><option value="">${t("Move to…")}</option>${others.map((one) => html`<option key=${one.id} value=${one.id}>${one.title}</option>`)}<option value="none">${t("No theme")}</option></select>
      <input class="input compact" dir="auto" maxlength="300" aria-label=${t("Name of the new theme")} placeholder=${t("or name a new theme")} value=${title} onInput=${(event) => write(event.target.value)} />
      <button type="submit" class="button compact" aria-disabled=${none || !title.trim() || orders.waits(theme.id)}>${t("Split off")}</button>
      <${Press} orders=${orders} place=${theme.id} name="button compact quiet" off=${!others.length} act=${() => open({ kind: "merge", id: theme.id })}>${t("Merge the whole theme")}<//></form>
    <${Why} orders=${orders} place=${theme.id} />
    <ul class="inside" tabindex="0" aria-label=${t("Notes of this theme")}>${theme.notes.map((note) => html`<li key=${note.id}><label class="tick"><input type="checkbox" checked=${ticked[note.id] ?? false} onChange=${(event) => tick({ ...ticked, [note.id]: event.target.checked })} /><span class="for-reader" dir="auto">${note.text}</span></label>
      <ul><${Note} note=${note} host=${views.host} at=${at} themes=${reading.themes} orders=${orders} deeds=${deeds} open=${open} /></ul></li>`)}</ul><//>`;
}
