// What is wrong with a room, worst first, in words; the same on every page of a
// moderator, so that none of them says that all is well while another one warns.

import { t, tn } from "../shared/words.js";
import { besides } from "./attendance.js";
import { doing } from "./round.js";

// People who meet online in a room that has no link to meet by. Where all of them did and the room was
// given a table, they sit at it: in a hall, many leave that answer as it is.
function unlinked(room) {
  const online = room.people.filter((one) => one.mode === "online").length;
  return room.link || (room.table && online === room.people.length) ? 0 : online;
}

const noLink = (n) => tn("No link: {n} person online", "No link: {n} people online", n);

// [what is wrong, what else, who is not there] or nothing. While people still come in, whoever is on the
// way counts as company.
function worry(room, how, checked) {
  const { counts, silent } = how;
  const { here, quiet, coming, all } = counts;
  if (!all) return undefined;
  const company = here + quiet + coming;
  const linkless = unlinked(room);
  const more = [linkless ? noLink(linkless) : "", besides(counts)];
  if ((checked ? here + quiet : company) === 0) return [t("Nobody is here yet"), ...more];
  if ((checked ? here : company) === 1) return [t("One person alone"), ...more];
  if (silent) return [tn("Silent for {n} min", "Silent for {n} min", silent), ...more];
  return linkless ? [noLink(linkless), "", besides(counts)] : undefined;
}

// The same of a room that is drawn and not open yet: what would be wrong from the first moment on.
function ahead(room) {
  const linkless = unlinked(room);
  if (room.people.length === 1) return [t("One person alone"), linkless ? noLink(linkless) : "", ""];
  return linkless ? [noLink(linkless), "", ""] : undefined;
}

// Of any room of a round, as it stands now; closed rooms worry nobody.
export function worryOf(room, round, at) {
  if (round.state === "closed") return undefined;
  return round.state === "open" ? worry(room, doing(room, round, at), round.checked_at !== undefined) : ahead(room);
}
