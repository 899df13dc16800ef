"""`facilitator doctor`: the questions to ask of an installation on the evening before."""

from __future__ import annotations

import argparse
import json
import shutil
import socket
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass

from facilitator.addresses import LOOPBACK, host_in
from facilitator.capacity import raise_file_limit
from facilitator.listening import CannotListen, listen
from facilitator.resources import resource_dir
from facilitator.settings import Settings

LEAST_DISK = 200 << 20  # bytes
LEAST_FILES = 2_048


@dataclass(frozen=True, slots=True)
class Check:
    """One answer: what was looked at, whether it is fine, what to do if not."""

    name: str
    ok: bool
    says: str


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print the checks as JSON")


def run(given: argparse.Namespace) -> int:
    from facilitator.tasks.settled import settings

    found = list(checks(settings()))
    if given.json:
        print(json.dumps([asdict(check) for check in found], ensure_ascii=False, indent=1))
    else:
        for check in found:
            print(f"{'ok  ' if check.ok else 'LOOK'} {check.name}: {check.says}")
    return 0 if all(check.ok for check in found) else 1


def checks(settings: Settings) -> Iterator[Check]:
    """Every check; one that fails to run is a check that found something."""
    for name, look in LOOKS.items():
        try:
            yield Check(name, *look(settings))
        except Exception as error:
            yield Check(name, False, f"This could not be checked: {error}")


def _python(settings: Settings) -> tuple[bool, str]:
    return sys.version_info >= (3, 11), f"{sys.version_info.major}.{sys.version_info.minor}"


def _libraries(settings: Settings) -> tuple[bool, str]:
    there = (resource_dir("static") / "vendor" / "socket.io.esm.min.js").exists()
    return there, "in place" if there else "missing; install the product again"


def _disk(settings: Settings) -> tuple[bool, str]:
    free = shutil.disk_usage(settings.data).free
    return free > LEAST_DISK, f"{free >> 20} MB free in {settings.data}"


def _database(settings: Settings) -> tuple[bool, str]:
    from facilitator.store import Store

    store = Store(settings.database_url)
    try:
        store.migrate()
        fine = store.writable()
    finally:
        store.close()
    return fine, "takes writes" if fine else "does not take writes; look at its folder's rights"


def _files(settings: Settings) -> tuple[bool, str]:
    most = raise_file_limit()
    return most >= LEAST_FILES, f"{most} connections and files at once"


def _port(settings: Settings) -> tuple[bool, str]:
    try:
        listen(settings.host, settings.port).close()
    except CannotListen as problem:
        return False, f"{problem} (fine if Facilitator is running)"
    return True, f"{settings.port} is free"


def _address(settings: Settings) -> tuple[bool, str]:
    host = host_in(settings.public_url.partition("://")[2])
    socket.getaddrinfo(host, None)
    if host in LOOPBACK:
        return False, f"{settings.public_url} opens on this machine only; set FACILITATOR_PUBLIC_URL"
    return True, f"phones open {settings.public_url}"


def _themes(settings: Settings) -> tuple[bool, str]:
    from facilitator import theming
    from facilitator.theming import further

    notes = '{"id":"a","text":"Trust takes time","room":"1"}\n'
    return bool(list(theming.batch_lines(notes, None, 4))), "the model is in place" + further.name().replace("+", ", with ")


def _model(settings: Settings) -> tuple[bool, str]:
    """Asks it for one word, and for a vector; nothing of an event is sent."""
    from facilitator.outside.asking import Asker, NoAnswer
    from facilitator.outside.model import Model
    from facilitator.outside.vectors import vectors

    model = Model.of(settings)
    if model is None:
        return True, "none is set up, so no note leaves this server"
    body = {"model": model.name, "max_tokens": 5, "messages": [{"role": "user", "content": "Say: yes"}]}
    try:
        asker = Asker(model)
        asker.ask((body, body))
        if model.vectors:
            vectors(asker, model.vectors, ["yes"])
    except NoAnswer as failed:
        return False, f"{model.reader}: {failed.why}"
    return True, f"{model.reader} answers"


def _metrics(settings: Settings) -> tuple[bool, str]:
    from facilitator.access import Access

    return True, f"GET /metrics with Authorization: Bearer {Access.metrics_word(settings.secret_key)}"


LOOKS: dict[str, Callable[[Settings], tuple[bool, str]]] = {
    "Python": _python,
    "Browser libraries": _libraries,
    "Disk": _disk,
    "Database": _database,
    "Open files": _files,
    "Port": _port,
    "Public address": _address,
    "Themes": _themes,
    "Model outside": _model,
    "Metrics": _metrics,
}
