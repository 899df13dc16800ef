// Commands on their way: what was pressed is busy until it is answered, and what was refused is
// said beside it. One place for all panels, so that nothing is sent twice: while a control
// waits, pressing it again does nothing, and a command that got no answer is repeated under
// its old id.

import { fresh } from "./live.js";
import { t } from "./words.js";

const SHOWN = 12_000; // ms a refusal stays beside its button
const SLOW = 1_500; // ms after which whoever waits is told so

export class Orders {
  // `aloud` says a refusal to a screen reader where no live region stands beside the control.
  constructor(live, changed, aloud = () => {}) {
    Object.assign(this, { live, changed, aloud, waiting: new Set(), unanswered: new Map(), said: {} });
  }

  waits(place) {
    return this.waiting.has(place);
  }

  get idle() {
    return this.waiting.size === 0;
  }

  // Resolves to true when it was done. `place` names the control that was pressed.
  async send(place, name, fields) {
    if (this.waiting.has(place)) return false;
    const key = JSON.stringify([place, name, fields]);
    const command_id = this.unanswered.get(key) ?? fresh();
    this.waiting.add(place);
    this.#say(place, "");
    const slow = setTimeout(() => this.#say(place, t("On its way. The server has not answered yet.")), SLOW);
    try {
      const answer = await this.live.send(name, { command_id, ...fields });
      this.unanswered.delete(key);
      this.#say(place, answer.ok ? "" : answer.why);
      return answer.ok;
    } catch {
      this.unanswered.set(key, command_id);
      this.#say(place, t("No answer from the server. Please press it again; it will not count twice."));
      return false;
    } finally {
      clearTimeout(slow);
      this.waiting.delete(place);
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
