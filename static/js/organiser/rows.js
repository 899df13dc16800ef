// A short list edited in place: speakers, links. It is kept here while it is being edited, so that
// two quick changes are both in what is saved, and a row that is being begun waits until it is whole.

import { html, Icon, useEffect, useRef, useState } from "../shared/view.js";
import { t } from "../shared/words.js";
import { Field } from "./field.js";

export function Rows({ name, legend, add, columns, rows, whole, commit }) {
  const [mine, keep] = useState(null);
  const box = useRef();
  const fresh = useRef(false);
  const all = mine ?? rows;
  useEffect(() => {
    if (fresh.current) box.current.querySelector("li:last-child input")?.focus();
    fresh.current = false;
  }, [all.length]);
  const put = async (made) => {
    keep(made);
    const done = await commit(made.filter(whole));
    if (done !== false && made.every(whole)) keep((now) => (now === made ? null : now));
    return done;
  };
  const edit = (at, field) => (value) => {
    const made = all.map((row, place) => (place === at ? { ...row, [field]: value } : row));
    return whole(made[at]) || whole(all[at]) ? put(made) : keep(made);
  };
  const begin = () => {
    fresh.current = true;
    keep([...all, {}]);
  };
  const who = (row) => row[columns[0][0]] || row[columns[1][0]] || t("empty line");
  return html`<fieldset class="wide" ref=${box}><legend>${legend}</legend>
    <ol class="rows n${columns.length}">${all.map((row, at) => html`<li key=${at}>
      ${columns.map(([field, label], place) => html`<${Field} key=${field} data-field=${at === 0 && place === 0 ? name : undefined}
        aria-label=${label} placeholder=${label} maxlength=${field === "url" ? 2000 : 200} value=${row[field] ?? ""} commit=${edit(at, field)} />`)}
      <button type="button" class="button compact quiet square" aria-label=${t("Remove {who}", { who: who(row) })}
        title=${t("Remove")} onClick=${() => put(all.filter((_, place) => place !== at))}><${Icon} name="cross" /></button></li>`)}</ol>
    <button type="button" class="button compact quiet" data-field=${all.length ? undefined : name} onClick=${begin}>${add}</button></fieldset>`;
}
