// The kinds of slots as an organiser reads them, and speakers as one line of text.

import { t } from "../shared/words.js";

export const KINDS = {
  welcome: () => t("Opening"), talk: () => t("Talk"), panel: () => t("Panel"),
  interview: () => t("Interview"), breakout: () => t("Breakouts"), plenary: () => t("Plenary"),
  qa: () => t("Questions"), break: () => t("Break"), closing: () => t("Close"),
  other: () => t("Other"),
};
export const VOICE = new Set(["breakout", "plenary", "qa"]);

// [{name, org, role}] ↔ “Ana Silva, Motriz (moderator); HundrED”
export const speakersText = (speakers = []) => speakers.map((one) => {
  const who = one.name ? [one.name, one.org].filter(Boolean).join(", ") : `@${one.org ?? ""}`;
  return one.role ? `${who} (${one.role})` : who;
}).join("; ");

export function speakersFrom(text) {
  return text.split(";").map((part) => part.trim()).filter(Boolean).map((part) => {
    const role = part.match(/\(([^()]*)\)$/)?.[1];
    const who = role === undefined ? part : part.slice(0, part.lastIndexOf("(")).trim();
    const comma = who.indexOf(",");
    const known = who.startsWith("@") ? { org: who.slice(1) }
      : comma < 0 ? { name: who } : { name: who.slice(0, comma).trim(), org: who.slice(comma + 1).trim() };
    return role ? { ...known, role } : known;
  });
}

// Minutes between two times of day; past midnight when the second is earlier.
export const clockMinutes = (text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
export const between = (start, end) => (clockMinutes(end) - clockMinutes(start) + 1440) % 1440;
export const plus = (start, minutes) => {
  const at = (clockMinutes(start) + minutes + 1440) % 1440;
  return `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
};
