// Sound and vibration when a slot warns, reaches its last minute and ends. Off until somebody
// switches them on; each device remembers for itself. The tones are made here.

import { now, remaining } from "./clock.js";
import { html, useEffect, useRef, useState } from "./view.js";
import { t } from "./words.js";

const TONES = { warn: [[660, 0]], danger: [[660, 0], [660, 0.25]], end: [[880, 0], [660, 0.25], [880, 0.5]] }; // Hz, seconds
const SHAKES = { warn: [120], danger: [120, 80, 120], end: [250, 100, 250, 100, 250] }; // ms
const LATEST = 60_000; // ms after a mark within which it still sounds: a page behind others looks at its clock once a minute

const kept = (name) => {
  try {
    return localStorage.getItem(`facilitator.${name}`) === "1";
  } catch {
    return false;
  }
};
const keep = (name, on) => {
  try {
    localStorage.setItem(`facilitator.${name}`, on ? "1" : "0");
  } catch { /* remembered until the page is left */ }
};

let audio;
// A browser lets a page sound only after it was touched: the first touch after a reload wakes it.
function wake() {
  audio ??= new AudioContext();
  return audio.resume();
}
for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, () => kept("sound") && wake(), { once: true });

function sound(mark) {
  wake();
  for (const [pitch, after] of TONES[mark]) {
    const [tone, gain, at] = [audio.createOscillator(), audio.createGain(), audio.currentTime + after];
    tone.frequency.value = pitch;
    gain.gain.setValueAtTime(0.2, at);
    gain.gain.exponentialRampToValueAtTime(0.001, at + 0.2);
    tone.connect(gain).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 0.2);
  }
}

// The mark that was passed between two looks at the same clock, or undefined.
export function passed(before, left, [warn, danger]) {
  const marks = [["end", 0], ["danger", danger], ["warn", warn]];
  return marks.find(([, at]) => before > at && left <= at && left > at - LATEST)?.[0];
}

export function useAlarm(clock, slot) {
  const [last, look] = [useRef({}), useRef()];
  look.current = () => {
    const left = clock && slot && clock.paused_at === undefined ? remaining(clock, now()) : undefined;
    const was = last.current;
    last.current = { id: clock?.slot, left };
    const mark = left !== undefined && was.id === clock.slot && was.left !== undefined && passed(was.left, left, slot.thresholds);
    if (!mark) return;
    if (kept("sound")) sound(mark);
    if (kept("shake")) navigator.vibrate?.(SHAKES[mark]);
  };
  useEffect(() => {
    const timer = setInterval(() => look.current(), 250);
    return () => clearInterval(timer);
  }, []);
  // A new clock is looked at before the next one can come: shortened at once, it still sounds.
  useEffect(() => look.current(), [clock?.slot, clock?.ends_at]);
}

export function Alarms() {
  const [, again] = useState(0);
  const box = (name, says, test) => html`<label class="tick"><input type="checkbox" checked=${kept(name)} onChange=${(change) => { keep(name, change.target.checked); if (change.target.checked) test(); again((n) => n + 1); }} /><span>${says}</span></label>`;
  return html`<div class="stack alarms">${box("sound", t("This device sounds when time runs out"), () => sound("warn"))}
    ${navigator.vibrate && navigator.maxTouchPoints > 0 && box("shake", t("This device vibrates when time runs out"), () => navigator.vibrate(SHAKES.warn))}</div>`;
}
