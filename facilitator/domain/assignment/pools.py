"""Which room is for whom when not everybody can sit with everybody.

People on site and people online are not mixed; a room needs a language all its people speak.
So each room gets a label, a mode and a language, before anybody is seated: how many rooms of
each label, and how large, so that everyone finds a seat and sizes stay as even as they can.
People who speak two languages fit rooms of both, and fill where seats are left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

from facilitator.domain.assignment.bonds import merged
from facilitator.domain.assignment.dice import Dice
from facilitator.domain.assignment.roster import Guest, Wishes
from facilitator.domain.assignment.sizes import balanced

Label = tuple[str | None, str | None]  # mode, language
ANY: Label = (None, None)
AT_FIRST = 8  # windows tried before it is asked whether any would do
COARSE = 4  # windows wider than twice this are tried in larger steps: few rooms could be of any size
Kind = tuple[int, tuple[int, ...]]  # how many people, which labels suit them


def suits(guest: Guest, label: Label) -> tuple[bool, bool]:
    """Whether a room's mode and its language are right for a guest; unknown always is."""
    mode, lang = label
    right_mode = mode is None or not guest.mode or guest.mode == mode
    right_language = lang is None or not guest.langs or lang in guest.langs
    return right_mode, right_language


def labels_of(guests: Sequence[Guest], wishes: Wishes) -> list[Label]:
    """The labels rooms can have, given who is there and what is wished; at least one."""
    modes: list[str | None] = [None]
    langs: list[str | None] = [None]
    if wishes.split_by_mode:
        modes = [*sorted({g.mode for g in guests if g.mode})] or [None]
    if wishes.language:
        langs = [*sorted({lang for g in guests for lang in g.langs})] or [None]
    return [
        label
        for label in product(modes, langs)
        if any(all(suits(guest, label)) for guest in guests)
    ] or [ANY]


def bridging(guests: Sequence[Guest], rooms: int, wishes: Wishes) -> tuple[Label, int]:
    """The label of rooms for people on site and online who belong together, and how many they need.

    Whoever sits there, it mixes modes; so both may fill it, and the other rooms stay unmixed.
    """
    by_id = {guest.id: guest for guest in guests}
    groups = [[id for id in group if id in by_id] for group in wishes.together] if wishes.split_by_mode else []
    both = [group for group in merged(groups) if len({by_id[id].mode for id in group} - {None, ""}) > 1]
    people = [by_id[id] for group in both for id in group]
    shared = set.intersection(*(set(one.langs) for one in people if one.langs)) if wishes.language and any(
        one.langs for one in people) else set[str]()  # fmt: skip
    needed = -(-len(people) // max(2, len(guests) // rooms))
    return (None, min(shared, default=None)), min(needed, max(0, rooms - 1))


def kinds_of(guests: Sequence[Guest], labels: Sequence[Label]) -> list[Kind]:
    """People counted by the labels that suit them."""
    seen: Counter[tuple[str | None, tuple[str, ...]]] = Counter()
    example = {}
    for guest in guests:
        seen[guest.mode, guest.langs] += 1
        example[guest.mode, guest.langs] = guest
    counted: Counter[tuple[int, ...]] = Counter()
    for key in sorted(seen, key=repr):
        fits = [suits(example[key], label) for label in labels]
        best = max(fits)
        counted[tuple(at for at, fit in enumerate(fits) if fit == best)] += seen[key]
    return [(count, suiting) for suiting, count in sorted(counted.items())]


class Shares:
    """People of each kind poured into labels that hold only so many (largest flow)."""

    def __init__(self, kinds: Sequence[Kind], labels: int) -> None:
        self.kinds = kinds
        self.left = [count for count, _ in kinds]
        self.flow = [[0] * labels for _ in kinds]
        self.load = [0] * labels

    def pour(self, caps: Sequence[int]) -> None:
        """Seats as many people as the caps allow; what a label has, it keeps."""
        for kind in range(len(self.kinds)):
            while self.left[kind]:
                taken = self._push(kind, self.left[kind], caps, set())
                if not taken:
                    break
                self.left[kind] -= taken

    def _push(self, kind: int, amount: int, caps: Sequence[int], seen: set[int]) -> int:
        for label in self.kinds[kind][1]:
            if label in seen:
                continue
            seen.add(label)
            spare = min(amount, caps[label] - self.load[label])
            if spare > 0:
                self.load[label] += spare
            else:
                spare = self._displace(label, amount, caps, seen)
            if spare > 0:
                self.flow[kind][label] += spare
                return spare
        return 0

    def _displace(self, label: int, amount: int, caps: Sequence[int], seen: set[int]) -> int:
        for other, flows in enumerate(self.flow):
            if flows[label]:
                moved = self._push(other, min(amount, flows[label]), caps, seen)
                if moved:
                    flows[label] -= moved
                    return moved
        return 0


class Pools:
    """The search for how many rooms each label gets."""

    def __init__(self, guests: Sequence[Guest], labels: Sequence[Label], rooms: int, bridges: int = 0) -> None:
        self.kinds = kinds_of(guests, labels)
        self.labels = len(labels)
        self.rooms, self.bridges = rooms, bridges  # so many rooms have the last label, no more and no fewer
        self._known: dict[tuple[tuple[int, ...], int, int], tuple[int, int]] = {}
        self.only = [0] * self.labels
        for count, suiting in self.kinds:
            if len(suiting) == 1:
                self.only[suiting[0]] += count

    @property
    def free(self) -> int:
        """How many labels may have any number of rooms."""
        return self.labels - (self.bridges > 0)

    def totals(self, counts: Sequence[int], low: int, high: int) -> tuple[int, list[int]]:
        """People without a seat or seats without people, and people by label."""
        shares = Shares(self.kinds, self.labels)
        lows = [low * count for count in counts]
        shares.pour(lows)
        missing = sum(lows) - sum(shares.load)
        shares.pour([high * count for count in counts])
        return missing + sum(shares.left), shares.load

    def price(self, counts: Sequence[int], low: int, high: int) -> tuple[int, int]:
        """How far from seating everyone, then how crowded those are who have no choice."""
        key = (tuple(counts), low, high)
        if key not in self._known:
            crowd = sum(
                1000 * only // count
                for only, count in zip(self.only, counts, strict=True)
                if count
            )
            self._known[key] = (self.totals(counts, low, high)[0], crowd)
        return self._known[key]

    def proportional(self) -> list[int]:
        """Rooms by label in proportion to the people, largest remainders first."""
        weights, rooms = [0] * self.labels, self.rooms - self.bridges
        people = sum(count for count, _ in self.kinds)
        for count, suiting in self.kinds:
            own = [label for label in suiting if label < self.free] or suiting
            for label in own:
                weights[label] += count * 720720 // len(own)
        counts = [weight * rooms // (people * 720720) for weight in weights]
        rest = [-(weight * rooms % (people * 720720)) for weight in weights]
        for label in sorted(range(self.free), key=lambda at: rest[at]):
            counts[label] += sum(counts) < rooms
        counts[0] += rooms - sum(counts)
        counts[-1] += self.bridges
        return counts

    def counts(self, low: int, high: int) -> list[int]:
        """Rooms by label: from the proportional share downhill, one room at a time."""
        now = self.proportional()
        for _ in range(4 * self.labels + 8):
            best = min(self._neighbours(now), key=lambda c: self.price(c, low, high), default=now)
            if self.price(best, low, high) >= self.price(now, low, high):
                break
            now = best
        return now

    def best(self, windows: Sequence[tuple[int, int]]) -> tuple[int, list[int], list[int]]:
        """Of the evenest window in which everybody and every seat is served: what is left over, if there is
        none; rooms by label; people by label. Where the widest does not serve all, no other is looked for."""
        tried = list[tuple[int, int, list[int], list[int]]]()
        for number, window in enumerate([*windows[:AT_FIRST], windows[-1], *windows[AT_FIRST:]]):
            counts = self.counts(*window)
            left, loads = self.totals(counts, *window)
            if number != AT_FIRST or left:
                tried.append((left, number, counts, loads))
            if (left > 0) == (number == AT_FIRST):
                break
        left, _, counts, loads = min(tried)
        return left, counts, loads

    def _neighbours(self, counts: list[int]) -> Iterator[list[int]]:
        for giver in range(self.free):
            for taker in range(self.free):
                if giver != taker and counts[giver]:
                    changed = list(counts)
                    changed[giver] -= 1
                    changed[taker] += 1
                    yield changed


def windows(people: int, rooms: int, bounds: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Pairs of smallest and largest size to try, the most even first."""
    size, larger = divmod(people, rooms)
    yield size, size + (larger > 0)
    least, width = max(bounds[0], min(2, size)), 1
    while width < max(4, size + 1):
        step = max(1, width // COARSE)
        for low in range(size, size - width - 1, -step):
            high = low + width
            if least <= low and high <= bounds[1] and high * rooms >= people:
                yield low, high
        width += step


def labelled(
    guests: Sequence[Guest], rooms: int, bounds: tuple[int, int], wishes: Wishes, dice: Dice
) -> list[tuple[Label, int]]:
    """A label and a size for each room, in random order."""
    labels = labels_of(guests, wishes)
    bridge, bridges = bridging(guests, rooms, wishes) if len(labels) > 1 else (ANY, 0)
    labels += [bridge] * (bridges > 0)
    if len(labels) == 1 or not guests:
        return [(labels[0], size) for size in dice.shuffled(balanced(len(guests), rooms))]
    missing, counts, loads = Pools(guests, labels, rooms, bridges).best([*windows(len(guests), rooms, bounds)])
    if missing:  # nobody is left out: those without a seat of their own go where there is one
        everyone = dice.shuffled(balanced(len(guests), rooms))
        spread = [label for label, count in zip(labels, counts, strict=True) for _ in range(count)]
        return list(zip(dice.shuffled(spread), everyone, strict=True))
    slots = [
        (label, size)
        for label, count, load in zip(labels, counts, loads, strict=True)
        if count
        for size in balanced(load, count)
    ]
    return dice.shuffled(slots)
