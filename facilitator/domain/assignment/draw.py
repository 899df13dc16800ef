"""One round drawn: guests and wishes in, rooms and a receipt out.

The whole is a pure function of its arguments. People are sorted by id and then shuffled by
the seed, so neither names nor the order of joining can matter, and a journal that knows the
seed replays the same rooms.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from facilitator.domain.assignment.annealing import Annealing
from facilitator.domain.assignment.dice import Dice
from facilitator.domain.assignment.least import Least, least
from facilitator.domain.assignment.opening import MANY_KINDS, Opening, near
from facilitator.domain.assignment.parting import Parting, parted, sharing
from facilitator.domain.assignment.receipt import Audit, Receipt
from facilitator.domain.assignment.roster import NO_WISHES, Guest, Met, Wishes
from facilitator.domain.assignment.search import Search
from facilitator.domain.assignment.seating import APART, Plan, Seating
from facilitator.domain.assignment.setting import Preparation, Setting

FEW = 30  # people up to whom fresh shuffles are tried first: exactly uniform where one succeeds
SHUFFLES = 40
SMALL = 200  # people up to whom the whole is begun anew where it ended too early …
NEARLY, SHAKEN_AGAIN = 2, 3  # … once, by no more than this; or so often, where groups belong together
PARTED_AGAIN = 4  # attempts around those who must not share a room
TURNS, TURNS_EACH = 5_000, 10  # exchanges tried at most among so few, and more for each person
COLD, SHAKEN, SHAKING = 10, 2, 0.1  # exchanges for each person, and how warm the second are
LOOKS, LOOKS_EACH, MOST_LOOKS = 30_000, 300, 150_000  # exchanges looked at where the cold ones did not suffice
STEPS, WARMTH, COOLING = 8, 0.06, 0.7
LARGE = 1_000  # people above whom a table takes long to make, and there is more room
MIXING = 6  # neutral exchanges for each person
ANY_SIZE = (1, 10**6)

Stages = Callable[[Search, Setting, Seating], Iterator[None]]


@dataclass(frozen=True)
class Drawn:
    """Ids by room, and the receipt."""

    rooms: tuple[tuple[str, ...], ...]
    receipt: Receipt


def numbered(guests: Iterable[Guest]) -> list[Guest]:
    """The guests sorted by id, nobody twice; a guest's number is the place in this list."""
    return [guest for _, guest in sorted({guest.id: guest for guest in guests}.items())]


def org_numbers(guests: Sequence[Guest]) -> list[int]:
    """A number for each organisation with at least two people, −1 for everybody else."""
    sizes = Counter(guest.org for guest in guests if guest.org)
    known = {org: at for at, org in enumerate(sorted(o for o, n in sizes.items() if n > 1))}
    return [known.get(guest.org or "", -1) for guest in guests]


def plan_for(guests: Sequence[Guest], wishes: Wishes, met: Met) -> Plan:
    """An empty plan that knows the past and who is to be kept apart."""
    plan = Plan(org_numbers(guests), [guest.facilitator for guest in guests], wishes.facilitator)
    number = {guest.id: at for at, guest in enumerate(guests)}
    rows = plan.met
    for a, b in met:
        if a in number and b in number and a != b:
            one, other = number[a], number[b]
            rows[one][other] += 1
            rows[other][one] += 1
    foes = {(min(pair), max(pair)) for pair in wishes.apart if pair[0] != pair[1]}
    plan.foes = [(number[a], number[b]) for a, b in sorted(foes) if a in number and b in number]
    plan.remember(plan.foes, APART)
    return plan


def seat(plan: Plan, setting: Setting, dice: Dice) -> tuple[Seating, Least]:
    """One more round, seated as well as it can be beside the plan, and what was possible.

    Where people to be kept apart could not be otherwise, rooms of the setting exchange their sizes.
    """
    bound, people = least(plan, setting), len(setting.people)
    for _ in range(SHUFFLES if people <= FEW else 1):
        seating = Opening(plan, setting, dice).seating()
        if plan.draft_cost(seating) <= bound.cost:
            return seating, bound
    seating, search = _begun_anew(plan, setting, seating, bound, dice)
    shared = sharing(plan, setting, seating)
    if shared and (parting := parted(plan, setting, seating, dice, shared)):
        seating, search, bound = _around(parting, plan, setting, seating, search, dice)
    search.mix(seating, min(MIXING * people, MIXING * 100 + people))
    return seating, bound


def _begun_anew(plan: Plan, setting: Setting, seating: Seating, bound: Least, dice: Dice) -> tuple[Seating, Search]:
    """Improved, and where that ends too early from another opening too; the best stays."""
    stages = _shaken if _shaking(setting) else _annealed
    search = _searched(plan, setting, seating, bound, dice, stages)
    for number in range(SHAKEN_AGAIN if len(setting.people) <= SMALL else 0):
        over = search.cost - bound.cost
        if over <= 0 or (stages is _annealed and (number > 0 or over > NEARLY)):
            break
        other = Opening(plan, setting, dice).seating()
        again = _searched(plan, setting, other, bound, dice, stages)
        if again.cost < search.cost:
            seating, search = other, again
    return seating, search


def _around(
    parting: Parting, plan: Plan, setting: Setting, seating: Seating, search: Search, dice: Dice
) -> tuple[Seating, Search, Least]:
    """Everybody else seated around those who must not share a room; several attempts, the best stays."""
    setting.sizes, fewest = parting.sizes(), parting.sharing
    bound, stages = least(plan, setting), _shaken if _shaking(setting) else _annealed
    for _ in range(PARTED_AGAIN):
        other = Opening(plan, setting, dice, parting).seating()
        again = _searched(plan, setting, other, bound, dice, stages)
        if again.cost < search.cost:
            seating, search = other, again
        parting = Parting(plan, setting, seating, dice)
        if search.cost <= bound.cost or not parting.seated(fewest):
            break
    return seating, search, bound


def _searched(
    plan: Plan, setting: Setting, seating: Seating, bound: Least, dice: Dice, stages: Stages
) -> Search:
    """Exchanges in stages, cold and warm, until the goal is reached; the best seating stays."""
    search = Search(plan, dice, plan.draft_cost(seating), bound.cost, counted=False)
    best, kept = search.cost, [list(room) for room in seating.rooms]
    for _ in stages(search, setting, seating):
        if search.cost < best:
            best, kept = search.cost, [list(room) for room in seating.rooms]
        if search.cost <= search.goal:
            break
    if search.cost > best:
        seating.rooms, search.cost = kept, best
        plan.tally(seating)
    return search


def _shaking(setting: Setting) -> bool:
    """Whether a table would not do: it moves nobody who belongs with others."""
    return bool(setting.blocks) or len(setting.kinds) > MANY_KINDS


def _shaken(search: Search, setting: Setting, seating: Seating) -> Iterator[None]:
    """Cold, and most draws are done; then shaken a little now and then."""
    people, spent = len(setting.people), 0
    cold = COLD * people
    search.run([seating], cold)
    yield
    while spent < TURNS + TURNS_EACH * people:
        search.run([seating], SHAKEN * people, SHAKING)
        yield
        search.run([seating], cold)
        yield
        spent += SHAKEN * people + cold


def _annealed(search: Search, setting: Setting, seating: Seating) -> Iterator[None]:
    """Cold within the kinds of room over which people are spread; then, with a table of what each
    seat would cost, once from warm to cold."""
    cold = COLD * len(setting.people)
    wide, seating.rooms_for = seating.rooms_for, near(setting, seating)
    search.run([seating], cold)
    seating.rooms_for = wide
    yield
    if len(setting.people) > LARGE:
        search.run([seating], cold)
        yield
    annealing = Annealing(search.plan, setting, seating, search.dice, search.cost, search.goal)
    warmth, looks = WARMTH, min(MOST_LOOKS, LOOKS + LOOKS_EACH * len(setting.people))
    for _ in range(STEPS):
        annealing.run(looks // STEPS, warmth)
        search.cost = annealing.cost
        yield
        warmth *= COOLING  # not a power: those differ from one machine to another


def draw(
    guests: Iterable[Guest],
    rooms: int,
    seed: int,
    wishes: Wishes = NO_WISHES,
    met: Met = frozenset(),
    sizes: tuple[int, int] | None = None,
) -> Drawn:
    """Seats everybody in `rooms` rooms; the same arguments give the same rooms for ever.

    `met` are pairs of ids who shared a room before (once for each time); `sizes` are the
    smallest and largest size wished for. Contradictory wishes never fail: the receipt says
    what was not met.
    """
    if rooms < 1:
        raise ValueError("There must be at least one room.")
    people = numbered(guests)
    dice, plan = Dice(seed), plan_for(people, wishes, met)
    setting = Preparation(dict(enumerate(people)), wishes, rooms).setting(sizes or ANY_SIZE, dice)
    seating, bound = seat(plan, setting, dice)
    seated = tuple(tuple(sorted(people[p].id for p in room)) for room in seating.rooms)
    return Drawn(seated, _audit(seated, people, wishes, bound, plan).receipt())


def _audit(
    rooms: Sequence[Sequence[str]], people: Sequence[Guest], wishes: Wishes, bound: Least, plan: Plan,
    called: Callable[[str], str] = str,
) -> Audit:  # fmt: skip
    number = {guest.id: at for at, guest in enumerate(people)}
    by_id = {guest.id: guest for guest in people}
    return Audit(
        rooms, by_id, wishes, bound,
        lambda a, b: plan.met[number[a]][number[b]] % APART > 0, called=called,
    )  # fmt: skip


def judge(
    rooms: Sequence[Sequence[Guest]], wishes: Wishes = NO_WISHES, met: Met = frozenset(),
    called: Callable[[str], str] = str,
) -> Receipt:  # fmt: skip
    """The receipt of rooms as they are, however they came about; `called` names an id in words."""
    people = numbered(guest for room in rooms for guest in room)
    plan = plan_for(people, wishes, met)
    preparation = Preparation(dict(enumerate(people)), wishes, max(1, len(rooms)))
    bound = least(plan, preparation.setting(ANY_SIZE, Dice(0)))
    seated = [sorted(guest.id for guest in room) for room in rooms]
    return _audit(seated, people, wishes, bound, plan, called).receipt()
