"""Why a wish was not met, in words that are true however the rooms came about: drawn, or moved by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from facilitator.domain.assignment.bonds import merged
from facilitator.domain.assignment.roster import Guest, Wishes

MODES = {"onsite": "on site", "online": "online"}


def why_parted(here: Sequence[str], wishes: Wishes, where: Mapping[str, int], largest: int) -> str:
    """Why these people of one group do not sit together; `where` is person → room."""
    pinned = dict(wishes.pins)
    if len({pinned[who] for who in here if who in pinned}) > 1:
        return "they are fixed to different rooms"
    if len(here) > largest:
        return "no room holds them all"
    groups = [[who for who in group if who in where] for group in wishes.together]
    whole = next((group for group in merged(groups) if here[0] in group), ())
    if len(whole) > largest:
        return f"with those they belong to they are {len(whole)}, and no room holds so many"
    if any(who in pinned for who in here):
        return "one of them is fixed to a room"
    return "the seats beside them went to earlier wishes"


def why_mixed(at: int, room: Sequence[str], wishes: Wishes, guests: Mapping[str, Guest]) -> str:
    """Why people on site and online share this room (counted from 0)."""
    inside = set(room)
    groups = [{guests[who].mode for who in group if who in inside} - {None, ""} for group in wishes.together]
    if any(len(modes) > 1 for modes in groups):
        return "people who belong together are on both sides"
    if any(who in inside and number == at for who, number in wishes.pins):
        return "somebody is fixed there"
    return "there are too few rooms or people to split them"


def modes_of(room: Sequence[str], guests: Mapping[str, Guest]) -> list[str]:
    """The modes of the people in a room, in words."""
    found = {guests[who].mode for who in room} - {None, ""}
    return [MODES.get(mode, mode) for mode in sorted(map(str, found))]
