// Instants in the reader's own zone, with the event's zone beside it where they differ.

import { day, ownZone, place, sameTime, t, time } from "../shared/words.js";

export function moment(at, there, here = ownZone()) {
  const own = t("{time} in {place}", { time: time(at, here), place: place(here) });
  if (sameTime(at, here, there)) return own;
  return t("{own} ({other})", { own, other: moment(at, there, there) });
}

export function dayAndMoment(at, there, here = ownZone()) {
  return t("{day} at {moment}", { day: day(at, here), moment: moment(at, there, here) });
}
