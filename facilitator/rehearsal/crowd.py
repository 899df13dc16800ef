"""The rehearsal itself: a crowd that joins, and, given a moderator's link, the agenda run at speed."""

from __future__ import annotations

import asyncio
import json
import random
import re
import secrets
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from facilitator.rehearsal.ledger import Ledger, now, sheet
from facilitator.rehearsal.phone import Phone
from facilitator.rehearsal.wire import Unreachable, Wire

NOTES = Path(__file__).with_name("notes.jsonl")
SHORTEST = 1.5  # seconds a slot takes, however fast the rehearsal runs
SETTLE = 1.5  # seconds of quiet before screens are compared
PATIENCE = 60.0  # seconds to come back at the end
ORGANISATIONS = 9
NOTES_EACH = (1, 4)
DROPS = 0.15  # share of phones that lose their network once


class Impossible(Exception):
    """A rehearsal that cannot begin; its text says why."""


@dataclass(frozen=True)
class Plan:
    """What to rehearse: `join` and `moderator` are links as the server printed them."""

    join: str
    moderator: str = ""
    people: int = 30
    speed: float = 60.0
    seed: int = 1
    minutes: float = 10.0  # at most, when nobody moderates
    say: Callable[[str], None] = lambda text: None


async def rehearse(plan: Plan) -> dict[str, Any]:
    """Plays it through and returns the sheet."""
    luck, ledger = random.Random(plan.seed), Ledger()
    home, code = _home_and_code(plan.join)
    phones = await _arrive(plan, home, code, ledger, luck)
    lives = [asyncio.create_task(phone.stay_connected()) for phone in phones]
    lives += [asyncio.create_task(_take_part(phone, plan)) for phone in phones]
    try:
        await (_moderate(plan, phones, ledger) if plan.moderator else _follow(plan, phones))
        await _come_back(phones)
    finally:
        for life in lives:
            life.cancel()
        await asyncio.gather(*lives, return_exceptions=True)
    await asyncio.gather(*(_freshly(phone) for phone in phones))
    return sheet(ledger, phones)


def _home_and_code(link: str) -> tuple[str, str]:
    parts = urlsplit(link)
    found = re.fullmatch(r"/j/([^/]+)/?", parts.path)
    if parts.scheme not in ("http", "https") or not found:
        raise Impossible("Give the join link of the event, such as http://127.0.0.1:8000/j/ABCD2345.")
    return f"{parts.scheme}://{parts.netloc}", found[1]


def _post(address: str, fields: dict[str, Any]) -> dict[str, Any]:
    request = urllib.request.Request(
        address, json.dumps(fields).encode(), {"Content-Type": "application/json"}
    )
    try:
        with urllib.request.urlopen(request, timeout=15) as response:
            return dict(json.load(response))
    except urllib.error.HTTPError as error:
        with suppress(ValueError, KeyError):
            raise Impossible(str(json.load(error)["why"])) from None
        raise Impossible(f"The server answered {error.code}.") from None


async def _arrive(
    plan: Plan, home: str, code: str, ledger: Ledger, luck: random.Random
) -> list[Phone]:
    doors = asyncio.Semaphore(8)

    async def one(number: int) -> Phone:
        fields = {"code": code, "name": f"Guest {number}",
                  "organisation": f"Organisation {number % ORGANISATIONS + 1}"}  # fmt: skip
        async with doors:
            for attempt in range(20):
                try:
                    seat = await asyncio.to_thread(_post, f"{home}/api/join", fields)
                    return Phone(home, seat, ledger, random.Random(plan.seed * 100_003 + number))
                except OSError as error:
                    if attempt == 19:
                        raise Impossible(f"{home} does not answer: {error}") from None
                    await asyncio.sleep(0.5)
        raise AssertionError

    return list(await asyncio.gather(*map(one, range(1, plan.people + 1))))


async def _take_part(phone: Phone, plan: Plan) -> None:
    """Says that it is in its room, writes there, supports others, loses the network now and then."""
    rows = [json.loads(line) for line in NOTES.read_text("utf-8").splitlines()]
    done: set[str] = set()
    while True:
        await asyncio.sleep(0.1)
        room = phone.room
        if not room or room in done:
            continue
        done.add(room)
        phone.arrive()
        length = 1_800 / plan.speed
        for _ in range(phone.luck.randint(*NOTES_EACH)):
            await asyncio.sleep(phone.luck.uniform(0, length / 3))
            if not phone.room:
                break
            row = phone.luck.choice(rows)
            phone.write(row["text"], row["kind"])
            if phone.luck.random() < DROPS:
                await phone.drop(phone.luck.uniform(0.2, min(4.0, length / 4)))
            if phone.luck.random() < 0.6:
                phone.support()


def _ticket_of(link: str) -> tuple[str, str]:
    """(home, ticket) that a role's link leads to."""
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    try:
        with opener.open(link, timeout=15) as response:
            page = response.read().decode()
    except urllib.error.HTTPError as error:
        raise Impossible(f"The moderator's link was refused ({error.code}).") from None
    except OSError as error:
        raise Impossible(f"The server does not answer: {error}") from None
    found = re.search(r'<script type="application/json" id="page">(.*?)</script>', page, re.S)
    if not found:
        raise Impossible("The moderator's link does not lead to a control panel.")
    parts = urlsplit(link)
    return f"{parts.scheme}://{parts.netloc}", json.loads(found[1])["ticket"]


async def _moderate(plan: Plan, phones: list[Phone], ledger: Ledger) -> None:
    """Runs the whole agenda, each slot `speed` times faster than planned."""
    home, ticket = await asyncio.to_thread(_ticket_of, plan.moderator)
    while True:
        hall = await _ask(home, ticket, "join", {})
        hall = hall["snapshots"]["hall"]
        if hall["status"] == "ended":
            return
        on = hall.get("clock", {}).get("slot")
        command = {"command_id": "r" + secrets.token_hex(8), "from_slot": on}
        started = now()
        await _ask(home, ticket, "slot.advance", command)
        after = await _ask(home, ticket, "join", {})
        slot = after["snapshots"]["hall"].get("clock", {}).get("slot", "")
        plan.say(f"{hall['slots'][slot]['title'] if slot else 'The event has ended'}")
        if not slot:
            return
        await _all_on(slot, phones, started, ledger)
        length = after["snapshots"]["hall"]["slots"][slot]["length"] / 1_000 / plan.speed
        await asyncio.sleep(max(SHORTEST, length))


async def _ask(home: str, ticket: str, name: str, fields: dict[str, Any]) -> dict[str, Any]:
    """One question on a connection of its own, asked until it is answered."""
    until = now() + PATIENCE
    while True:
        wire = Wire(home, ticket, lambda name, data: None)
        try:
            await wire.connect()
            answer = await wire.ask(name, fields)
            if answer["ok"] or answer["code"] not in ("busy", "rate"):
                return answer
        except Unreachable as error:
            if now() > until:
                raise Impossible(f"The server does not answer: {error}") from None
        finally:
            if wire.open:
                await wire.close()
        await asyncio.sleep(0.3)


async def _all_on(slot: str, phones: list[Phone], started: float, ledger: Ledger) -> None:
    """Notes when each connected phone shows the slot, for two seconds at most."""
    behind = [phone for phone in phones if phone.wire.open]
    while behind and now() < started + 2:
        arrived = [phone for phone in behind if phone.slot == slot]
        ledger.followed_after += [now() - started] * len(arrived)
        behind = [phone for phone in behind if phone.slot != slot]
        await asyncio.sleep(0.005)


async def _follow(plan: Plan, phones: list[Phone]) -> None:
    """Follows whoever moderates, to the end of the event or of the time given."""
    until = now() + plan.minutes * 60
    while now() < until and phones[0].views.get("hall", {}).get("status") != "ended":
        await asyncio.sleep(0.2)


async def _come_back(phones: list[Phone]) -> None:
    """Waits until everybody is connected and has sent what waited, then for quiet."""
    until = now() + PATIENCE
    while now() < until and any(not p.wire.open or p.waiting or not p.views for p in phones):
        await asyncio.sleep(0.1)
    await asyncio.sleep(SETTLE)


async def _freshly(phone: Phone) -> None:
    """Asks for a newcomer's screens, to compare."""
    with suppress(Unreachable):
        wire = Wire(phone.home, phone.ticket, lambda name, data: None)
        await wire.connect()
        phone.fresh = (await wire.ask("join", {}))["snapshots"]
        await wire.close()
    await phone.wire.close()
