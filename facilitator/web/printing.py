"""What is printed before an event: the join poster, a sheet for each table, the crew's run sheet.

They are pages like others, made to come out of a printer well: dark on white, nothing cut.
"""

from __future__ import annotations

from math import ceil
from typing import Any

from flask import Blueprint, Response, abort, request
from flask_babel import gettext as _

from facilitator.domain.agenda import Slot
from facilitator.domain.event import Event, Room, Wifi
from facilitator.web.pages import event_or_404, granted, parts, show
from facilitator.web.qr import qr_path

pages = Blueprint("printing", __name__)

PAPERS = ("a4", "letter")
MOST_TABLES = 60
USUAL_TABLES = 6


@pages.get("/events/<event_id>/print/poster")
def poster(event_id: str) -> Any:
    return _sheet("poster", _crew(event_id))


@pages.get("/events/<event_id>/print/tables")
def tables(event_id: str) -> Any:
    """A sheet for each room of a round that is drawn, or for as many tables as one likes."""
    event = _crew(event_id)
    slot = _breakout(event, request.args.get("slot", ""))
    drawn = event.rounds.get(slot.id) if slot else None
    count = _count(request.args.get("tables", ""), _usual(event, slot))
    rooms = drawn.rooms if drawn else tuple(Room(id=str(n), number=n) for n in range(1, count + 1))
    codes = {room.number: qr_path(f"{_join(event)}?table={room.number}") for room in rooms}
    seats = slot is not None and event.wishes.plan(slot.id).scan
    return _sheet("tables", event, slot=slot, rooms=rooms, drawn=drawn is not None, codes=codes, seats=seats)


@pages.get("/events/<event_id>/print/runsheet")
def runsheet(event_id: str) -> Any:
    return _sheet("runsheet", _crew(event_id))


@pages.get("/events/<event_id>/wifi.svg")
def wifi(event_id: str) -> Any:
    """The network as a QR code, on the big screen only while it is to be shown."""
    event = event_or_404(event_id)
    grant = granted(event, "organiser", "moderator", "host", "screen")
    crew = grant.role in ("organiser", "moderator")
    if not event.wifi.name or not (event.wifi.shown or crew):
        abort(404, _("There is no network to show."))
    return Response(show("qr.svg", **qr_path(joining(event.wifi))), mimetype="image/svg+xml")


def _crew(event_id: str) -> Event:
    event = event_or_404(event_id)
    granted(event, "organiser", "moderator")
    return event


def _join(event: Event) -> str:
    return f"{parts().settings.public_url}/j/{event.code}"


def _sheet(name: str, event: Event, **more: Any) -> str:
    asked = request.args.get("paper", "")
    return show(
        f"organiser/print/{name}.html", event=event, sheet=name, qr=qr_path(_join(event)),
        address=parts().settings.public_url.partition("://")[2] + "/j",
        wifi_qr=qr_path(joining(event.wifi)) if event.wifi.name else None,
        paper=asked if asked in PAPERS else "a4", papers=PAPERS, now=parts().now(), **more,
    )  # fmt: skip


def _breakout(event: Event, asked: str) -> Slot | None:
    """The breakout that was asked for, or the first that has not run, or the first of all."""
    found = [slot for slot in event.slots if slot.kind == "breakout"]
    named = [slot for slot in found if slot.id == asked]
    coming = [slot for slot in found if slot.closed_at is None]
    return next(iter([*named, *coming, *found]), None)


def _usual(event: Event, slot: Slot | None) -> int:
    return ceil(len(event.people) / slot.room_size) if slot and event.people else USUAL_TABLES


def _count(asked: str, usual: int) -> int:
    return max(1, min(MOST_TABLES, int(asked) if asked.isdecimal() and len(asked) < 5 else usual))


def joining(wifi: Wifi) -> str:
    """What a phone's camera takes as “join this network”."""
    name, password = map(_escaped, (wifi.name, wifi.password))
    return f"WIFI:T:WPA;S:{name};P:{password};;" if password else f"WIFI:T:nopass;S:{name};;"


def _escaped(text: str) -> str:
    return "".join(f"\\{sign}" if sign in '\\;,:"' else sign for sign in text)
