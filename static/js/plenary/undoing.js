// Taking the newest step back: what it is called, and what is said afterwards. The key says first when
// what this desk did last has no way back, because an older step would go instead, unseen.

import { t } from "../shared/words.js";

const SHOWN = 10_000; // ms
const LONG = 48; // characters of a note's words

const NAMES = {
  "themes.regroup": () => t("the regrouping"), "theme.merge": () => t("the merging"), "theme.split": () => t("the splitting"),
  "theme.add": () => t("the new theme"), "theme.rename": () => t("the new name"), "theme.describe": () => t("the keywords"),
  "theme.hide": () => t("the setting aside"), "note.hide": () => t("the setting aside"), "theme.hide.off": () => t("the bringing back"), "note.hide.off": () => t("the bringing back"),
  "theme.approve": () => t("the approval"), "note.approve": () => t("the approval"), "theme.hold": () => t("the holding"), "note.approve.off": () => t("the holding"),
  "note.place": () => t("the moving"), "notes.place": () => t("the moving"), "theme.order": () => t("the order"), "themes.rank": () => t("the order"),
  "suggestion.take": () => t("the new theme"), "themes.carry": () => t("the carrying over"), "theme.dispute": () => t("the mark"),
  "themes.freeze": () => t("the freezing"), "themes.freeze.off": () => t("the thawing"), "theme.spotlight": () => t("the spotlight"),
  "line.edit": () => t("the change of the run sheet"), "remark.link": () => t("the closing remark’s theme"),
};

export const named = ({ name }) => (NAMES[name] ?? NAMES[name.replace(/\.off$/, "")])?.() ?? t("the last step");

// What it was done to, where that is one theme or one note.
export function about({ theme, note }, host) {
  const words = host.themes[theme]?.title ?? host.notes[note]?.text ?? "";
  return words.length > LONG ? `${words.slice(0, LONG).trimEnd()} …` : words;
}

function whole(undo, host) {
  const title = about(undo, host);
  return title ? t("{what}, “{title}”", { what: named(undo), title }) : named(undo);
}

// {undo?, press, key, title}: the newest step, the button, the key Z.
export function undoing(host, desk, set, deeds) {
  const { undo } = host.grouping;
  const say = (undone) => {
    set({ undone });
    setTimeout(() => desk.undone === undone && set({ undone: "" }), SHOWN);
  };
  const press = async () => {
    const what = whole(undo, host);
    if (await deeds.undo(undo.step)) say(t("Taken back: {what}.", { what }));
  };
  const key = () => {
    const last = deeds.latest();
    if (!undo) return say(t("There is nothing to take back."));
    if (!last || NAMES[last.name] || desk.warned === last) return press();
    set({ warned: last });
    return say(t("What you did last has no undo. Z once more takes back {what}.", { what: whole(undo, host) }));
  };
  return { undo, press, key, title: undo && whole(undo, host) };
}
