// The one module that knows Socket.IO: connect, join, patches, the gap rule, commands.
//
//   const live = connect(page)            page: the data the server put into the page
//   live.on((views, link) => …)           views: {channel: view}; link: see below
//   await live.send("note.write", {…})    → {ok, seq} or {ok: false, code, why}
//
// link.state is "connecting" | "live" | "lost"; link.since says since when (ms).
// A command that got no answer rejects with an Error, and is safe to send again.

import { io } from "socket.io-client";
import * as clock from "./clock.js";
import { receive } from "./patch.js";
import { probing } from "./probing.js";

const ANSWER = 8_000; // ms to wait for an answer
const OPENING = 5_000; // ms a command waits for the first connection
const SILENCE = 40_000; // ms without a pulse after which the connection is not believed

export const fresh = () => crypto.randomUUID?.() ?? `c${Date.now()}-${Math.random().toString(36).slice(2)}`;

export function connect(page) {
  const channels = {};
  const listeners = new Set();
  const link = { state: "connecting", since: performance.now() };
  let epoch = page.epoch;
  let heard = performance.now();

  const views = () => Object.fromEntries(Object.entries(channels).map(([name, c]) => [name, c.view]));
  const tell = () => (clock.tickWith(channels.hall?.view.clock?.ends_at), listeners.forEach((listener) => listener(views(), link)));
  const become = (state) => {
    if (link.state !== state) Object.assign(link, { state, since: performance.now() });
    tell();
  };
  const take = (snapshots, seq) => Object.entries(snapshots).forEach(([name, view]) => { channels[name] = { view, seq }; });

  const socket = io({ transports: ["websocket"], auth: { ticket: page.ticket },
    reconnectionDelay: 1_000, reconnectionDelayMax: 5_000, randomizationFactor: 0.5 });

  async function ask(name, fields) {
    const sent = performance.now();
    const answer = await socket.timeout(ANSWER).emitWithAck(name, fields);
    heard = performance.now();
    if (answer.at) clock.learn(answer.at, sent, performance.now());
    return answer;
  }

  const probe = probing(ask, () => socket.connected);
  let joining = false;
  async function join() {
    if (joining || !socket.connected) return;
    joining = true;
    const answer = await ask("join", page.channels ? { channels: page.channels } : {}).catch(() => null);
    joining = false;
    if (answer === null) return void setTimeout(join, 2_000);
    if (!answer.ok) return become(answer.code === "forbidden" ? "gone" : "lost");
    if (epoch !== undefined && epoch !== answer.epoch) clear();
    epoch = answer.epoch;
    for (const name of Object.keys(channels)) if (!(name in answer.snapshots)) delete channels[name];
    take(answer.snapshots, answer.seq);
    become("live");
    probe();
  }
  const clear = () => Object.keys(channels).forEach((name) => delete channels[name]);

  // Resolves to true when the first connection opens soon, so that nobody is too quick for it.
  const opening = () => new Promise((resolve) => {
    if (link.state !== "connecting") return resolve(false);
    socket.once("connect", () => resolve(true));
    setTimeout(resolve, OPENING, false);
  });

  socket.on("connect", join);
  socket.on("disconnect", (reason) => {
    become("lost");
    if (reason === "io server disconnect") setTimeout(() => socket.connect(), 1_500);
  });
  socket.on("connect_error", (error) => {
    become(error.data?.code === "forbidden" ? "gone" : "lost");
    if (!socket.active) setTimeout(() => socket.connect(), 4_000);
  });
  socket.on("patch", (patch) => {
    heard = performance.now();
    if (patch.parts === null) delete channels[patch.channel]; // it is no longer ours
    else {
      const next = receive(channels[patch.channel] ?? { view: {}, seq: 0 }, patch);
      if (next.gap) return void join();
      if (next.stale) return;
      channels[patch.channel] = next;
    }
    tell();
  });
  socket.on("pulse", ({ at, channels: last }) => {
    heard = performance.now();
    if (clock.hint(at)) probe();
    const behind = ([name, seq]) => !channels[name] || seq > channels[name].seq;
    const gone = Object.keys(channels).some((name) => !(name in last));
    if (gone || Object.entries(last).some(behind)) join();
  });

  // A phone that slept may hold a connection that only looks open: ask, and believe the answer. One
  // that is still connecting is left alone: a second introduction would be refused for good.
  const wake = () => (socket.connected ? join() : socket.active || socket.connect());
  addEventListener("pageshow", wake);
  addEventListener("online", wake);
  document.addEventListener("visibilitychange", () => document.hidden || wake());
  addEventListener("offline", () => become("lost"));
  setInterval(() => {
    if (link.state === "live" && performance.now() - heard > SILENCE) socket.disconnect().connect();
  }, 5_000);

  clock.hint(page.at);
  take(page.snapshots ?? {}, page.seq ?? 0);
  return {
    link,
    views,
    on(listener) {
      listeners.add(listener);
      listener(views(), link);
    },
    async send(name, fields = {}) {
      if (!socket.connected && !(await opening())) throw new Error("not connected");
      return ask(name, { command_id: fresh(), ...fields });
    },
  };
}
