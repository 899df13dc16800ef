// Commands on their way: what was pressed is busy until it is answered, and what was refused is
// said beside it. One place for all panels, keys and clickers, so that nothing is sent twice: the
// same press before its effect is seen counts as one, and a command that got no answer is repeated
// under its old id as long as that is said beside it.

import { fresh } from "./live.js";
import { t } from "./words.js";

const SHOWN = 12_000; // ms a refusal stays beside its button
const SLOW = 1_500; // ms after which whoever waits is told so

export class Orders {
  // `aloud` says a refusal to a screen reader where no live region stands beside the control.
  constructor(live, changed, aloud = () => {}) {
    Object.assign(this, { live, changed, aloud, waiting: [], unanswered: new Map(), said: {} });
  }

  waits(place) {
    return this.waiting.some((order) => order.place === place);
  }

  // Whether nothing more is heard from this control until it is answered.
  holds(place) {
    return this.waiting.some((order) => order.place === place && !order.guarded);
  }

  get idle() {
    return this.waiting.length === 0;
  }

  // Resolves to true when it was done. `place` names the control that was pressed. A `guarded` command
  // says what it goes on from, or switches something: only the same one is held back while it is the last,
  // because what it does is often seen before its answer comes, and whoever sees it may press again.
  async send(place, name, fields, guarded = false) {
    const key = JSON.stringify([place, name, fields]);
    const last = this.waiting.findLast((each) => each.place === place);
    if (this.holds(place) || last?.key === key) return false;
    const command_id = guarded ? fresh() : this.unanswered.get(key) ?? fresh();
    const order = { place, key, guarded };
    this.waiting.push(order);
    this.#say(place, "");
    const slow = setTimeout(() => this.#say(place, t("On its way. The server has not answered yet.")), SLOW);
    try {
      const answer = await this.live.send(name, { command_id, ...fields });
      this.unanswered.delete(key);
      this.#say(place, answer.ok ? "" : answer.why);
      return answer.ok;
    } catch {
      this.unanswered.set(key, command_id);
      setTimeout(() => this.unanswered.get(key) === command_id && this.unanswered.delete(key), SHOWN);
      this.#say(place, t("No answer from the server. Please press it again; it will not count twice."));
      return false;
    } finally {
      clearTimeout(slow);
      this.waiting.splice(this.waiting.indexOf(order), 1);
      this.changed();
    }
  }

  #say(place, why) {
    const { [place]: before, ...others } = this.said;
    this.said = why ? { ...others, [place]: why } : others; // the latest comes last
    this.changed();
    if (!why || why === before) return;
    this.aloud(why);
    setTimeout(() => this.said[place] === why && this.#say(place, ""), SHOWN);
  }
}
