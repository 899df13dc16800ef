// The keys by which an event is run, the same on the control desk and on the remote: one table for
// what they do and for the sheet that lists them.

import { t } from "../shared/words.js";
import { toWays } from "./slip.js";

// `open` shows a sheet, `write` brings the field for a message; the clicker is [armed, arm].
export const runKeys = ({ deeds, open, write, clicker: [armed, arm] }) => [
  { keys: ["N"], says: t("Next slot, or Start"), short: t("Next"), act: deeds.next },
  { keys: [" ", "P"], says: t("Pause the clock, or let it go on"), short: t("Pause"), act: deeds.pause },
  { keys: ["+", "="], face: ["+"], says: t("One minute more"), short: t("1 min"), act: () => deeds.nudge(1) },
  { keys: ["-", "−"], face: ["−"], says: t("One minute less"), short: t("1 min"), act: () => deeds.nudge(-1) },
  { keys: ["5"], says: t("Five minutes more"), act: () => deeds.nudge(5) },
  { keys: ["Z"], says: t("Take the last step back, for ten seconds"), act: deeds.undo },
  { keys: ["T"], says: t("Times: it began earlier, it ends at, the promised end"), act: () => open({ kind: "times" }) },
  { keys: ["L"], says: t("To the ways out when it runs late"), act: toWays },
  { keys: ["U"], says: t("Back to the slot before"), act: deeds.back },
  { keys: ["J"], says: t("Jump to a slot"), act: () => open({ kind: "jump" }) },
  { keys: ["B"], says: t("Blank the big screen, or show it again"), short: t("Blank screen"), act: deeds.blank },
  { keys: ["M"], says: t("Write a message"), act: write },
  { keys: ["D"], says: t("Close or open the door"), act: deeds.door },
  { keys: ["W"], says: t("Who lost signal"), act: () => open({ kind: "away" }) },
  { keys: ["V"], says: t("All views"), act: () => open({ kind: "ways" }) },
  { keys: ["?"], says: t("All keys"), act: () => open({ kind: "keys" }) },
  { keys: ["C"], says: t("Arm the clicker, or let it rest"), act: () => arm(!armed) },
];
