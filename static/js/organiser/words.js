// The kinds of slots as an organiser reads them, and speakers as one line of text.

import { t, tn } from "../shared/words.js";

export const KINDS = {
  welcome: () => t("Opening"), talk: () => t("Talk"), panel: () => t("Panel"),
  interview: () => t("Interview"), breakout: () => t("Breakouts"), plenary: () => t("Plenary"),
  qa: () => t("Questions"), break: () => t("Break"), closing: () => t("Close"),
  other: () => t("Other"),
};
export const VOICE = new Set(["breakout", "plenary", "qa"]);

// [{name, org, role}] → “Ana Silva, Motriz (moderator); HundrED”
export const speakersText = (speakers = []) => speakers.map((one) => {
  const who = [one.name, one.org].filter(Boolean).join(", ");
  return one.role ? `${who} (${one.role})` : who;
}).join("; ");

// Minutes between two times of day; past midnight when the second is earlier.
export const clockMinutes = (text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
export const between = (start, end) => (clockMinutes(end) - clockMinutes(start) + 1440) % 1440;
export const plus = (start, minutes) => {
  const at = (clockMinutes(start) + minutes + 1440) % 1440;
  return `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
};

// “Ana Silva, Motriz; Ben Okri, and 9 organisations”: who speaks, as one short line.
export function whoSpeaks(speakers = []) {
  const named = speakers.filter((one) => one.name);
  const rest = speakers.length - named.length;
  if (rest < 3) return speakersText(speakers);
  const others = tn("{n} organisation", "{n} organisations", rest);
  return named.length ? t("{people}, and {others}", { people: speakersText(named), others }) : others;
}

// From one time of day to another the short way round: −30 from 10:00 to 9:30.
export const minutesLater = (from, to) => ((clockMinutes(to) - clockMinutes(from) + 2160) % 1440) - 720;

// “2 h 05”, as the sum of a day is read.
export const hours = (minutes) => t("{h} h {m}", { h: Math.floor(minutes / 60), m: String(minutes % 60).padStart(2, "0") });
