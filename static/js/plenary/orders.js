// What was pressed and is not answered yet, and what was refused. A place is the name of a
// control: while it waits it does nothing more, so nothing is sent twice; without an answer the
// next press repeats the same command under its old id.

import { fresh } from "../shared/live.js";
import { announce } from "../shared/view.js";
import { t } from "../shared/words.js";

const STAYS = 12_000; // ms a refusal stays beside its control
const SLOW = 1_500; // ms after which whoever waits is told so

export class Orders {
  constructor(live, changed) {
    Object.assign(this, { live, changed, waiting: new Set(), pending: new Map(), whys: new Map() });
  }

  waits = (place) => this.waiting.has(place);

  why = (place) => this.whys.get(place) ?? "";

  // Resolves to whether it was done.
  async send(place, name, fields) {
    if (this.waiting.has(place)) return false;
    const same = name + JSON.stringify(fields);
    const command_id = this.pending.get(same) ?? fresh();
    this.pending.set(same, command_id);
    this.waiting.add(place);
    this.#refused(place, "");
    const slow = setTimeout(() => this.#refused(place, t("On its way. The server has not answered yet.")), SLOW);
    let answer;
    try {
      answer = await this.live.send(name, { command_id, ...fields });
      this.pending.delete(same);
    } catch {
      answer = { ok: false, why: t("No answer from the server. Press it again; it will not count twice.") };
    }
    clearTimeout(slow);
    this.waiting.delete(place);
    this.#refused(place, answer.ok ? "" : answer.why);
    return answer.ok;
  }

  #refused(place, why) {
    if (why) {
      this.whys.set(place, why);
      announce(why);
      setTimeout(() => this.whys.get(place) === why && this.#refused(place, ""), STAYS);
    } else this.whys.delete(place);
    this.changed();
  }
}
