// What this phone has not yet been promised is kept, in order, until it is.
// The box survives a reload. `storage` and `send` are handed in: `send(name, fields)` resolves
// to the server's answer, or rejects when there was none.

const LATER = new Set(["busy", "rate"]); // answers that mean: not now; every other no is final

export class Outbox {
  constructor(key, storage, send, changed = () => {}) {
    Object.assign(this, { key, storage, send, changed, busy: false });
    try {
      this.items = JSON.parse(storage.getItem(key)) ?? [];
    } catch {
      this.items = [];
    }
  }

  // {name, fields, refused?}: `fields` already carries its command_id, so sending twice is safe.
  put(name, fields) {
    this.items = [...this.items, { name, fields }];
    this.#keep();
    return this.flush();
  }

  drop(commandId) {
    this.items = this.items.filter((item) => item.fields.command_id !== commandId);
    this.#keep();
  }

  // Sends what waits, one by one, in order. Stops at the first that gets no answer.
  async flush() {
    if (this.busy) return;
    this.busy = true;
    try {
      for (let item; (item = this.items.find((one) => !one.refused)); ) {
        const answer = await this.send(item.name, item.fields);
        if (answer.ok || answer.code === "taken") this.drop(item.fields.command_id);
        else if (!LATER.has(answer.code)) this.#refuse(item, answer.why);
        else break;
      }
    } catch {
      // No answer: it stays in the box, and the next connection tries again.
    } finally {
      this.busy = false;
    }
  }

  #refuse(refused, why) {
    this.items = this.items.map((item) => (item === refused ? { ...item, refused: why } : item));
    this.#keep();
  }

  #keep() {
    // A full or forbidden storage must not stop the sending.
    try {
      this.storage.setItem(this.key, JSON.stringify(this.items));
    } catch { /* kept in memory only */ }
    this.changed(this.items);
  }
}
