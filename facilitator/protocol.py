"""The wire's words made into commands, and back: read mechanically off the menu.

Nothing is guessed. A name that is not on the menu, a field that is not in its class, a value
of another type or beyond its limit: each is refused with a sentence for whoever typed it, and
beside it the field's name for whoever programs. Text is cleaned on the way in (NFC, no control
characters), because it will be shown to a hall.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from facilitator.domain.commands import MENU, Command
from facilitator.domain.fields import Address, AtMost, Between, Pattern, Text
from facilitator.domain.stamp import Refused, Said
from facilitator.typed import named, whole_address

BY_NAME: dict[str, type[Command]] = {entry.wire: entry for entry in MENU}
"""Wire name → command."""

_COMMAND_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
# Joiners stay: emoji and several scripts need them. Direction overrides and the rest go.
_UNSEEN = re.compile(r"[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def read(name: str, given: Any, trusted: bool = False) -> Command:
    """The command of that name with those fields; `trusted` (our own journal) skips limits."""
    entry = BY_NAME.get(name)
    if entry is None:
        raise Refused("unknown", "“{name}” is not something that can be asked.", name=name[:40])
    command: Command = _object(entry, given, name, trusted)
    return command


def taken_id(fields: dict[str, Any]) -> str:
    """The command's own id, taken out of what came with it: who repeats it gets the same answer."""
    id = fields.pop("command_id", None)
    if not isinstance(id, str) or not _COMMAND_ID.fullmatch(id):
        raise Refused("field", "A command_id has 8 to 64 letters, digits, - or _.", where="command_id")
    return id


def written(command: Command) -> tuple[str, dict[str, Any]]:
    """The command as the wire carries it: its name and its fields, plain JSON."""
    return command.wire, _plain(command)


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        made = {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
        return {name: inner for name, inner in made.items() if inner is not None}
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, tuple) else value


@cache
def hints_of(cls: type) -> dict[str, Any]:
    """Field → its type with its limits."""
    return {f.name: get_type_hints(cls, include_extras=True)[f.name] for f in fields(cls)}


@cache
def required_of(cls: type) -> frozenset[str]:
    """The fields that must be given; one that may be nothing counts as given so."""
    return frozenset(
        f.name for f in fields(cls)
        if f.default is MISSING and f.default_factory is MISSING
        and NoneType not in get_args(hints_of(cls)[f.name])
    )  # fmt: skip


def _wrong(where: str, sentence: str, **values: object) -> Refused:
    return Refused("field", sentence, where=where, field=named(where), **values)  # type: ignore[arg-type]


def _object(cls: type, given: Any, where: str, trusted: bool) -> Any:
    if not isinstance(given, Mapping):
        raise _wrong(where, "{field} must be an object with named fields.")
    hints = hints_of(cls)
    if unknown := [str(key)[:40] for key in given if key not in hints]:
        raise _wrong(f"{where} {unknown[0]}", "“{command}” has no field “{name}”.", command=where, name=unknown[0])
    if missing := sorted(required_of(cls) - given.keys()):
        raise _wrong(f"{where} {missing[0]}", "{field} is missing.")
    open_fields = {f.name: None for f in fields(cls) if f.default is MISSING}
    return cls(**open_fields | {
        key: _value(hints[key], value, f"{where} {key}", trusted) for key, value in given.items()
    })  # fmt: skip


def _value(hint: Any, value: Any, where: str, trusted: bool) -> Any:
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _limited(args[0], args[1:], value, where, trusted)
    if origin in (Union, UnionType):
        if value is None:
            return None
        return _value(next(a for a in args if a is not NoneType), value, where, trusted)
    if origin is Literal:
        if value not in args or isinstance(value, bool):
            raise _wrong(where, "{field} must be one of these: {these}.", these=", ".join(map(str, args)))
        return value
    if origin is tuple:
        if not isinstance(value, list | tuple):
            raise _wrong(where, "{field} must be a list.")
        return tuple(_value(args[0], inner, where, trusted) for inner in value)
    if origin is Mapping:
        return _mapping(args, value, where, trusted)
    if is_dataclass(hint):
        return _object(cast(type, hint), value, where, trusted)
    return _scalar(hint, value, where)


def _mapping(args: tuple[Any, ...], value: Any, where: str, trusted: bool) -> dict[str, Any]:
    if not isinstance(value, Mapping) or len(value) > 100:
        raise _wrong(where, "{field} must be an object with at most 100 named values.")
    return {
        _limited(str, (Text(64, least=1),), key, where, trusted):
            _value(args[1], inner, where, trusted)
        for key, inner in value.items()
    }  # fmt: skip


def _scalar(hint: Any, value: Any, where: str) -> Any:
    if hint is str and isinstance(value, str):
        return _clean(value, lines=True)
    if hint is bool and isinstance(value, bool):
        return value
    if hint is int and isinstance(value, int) and not isinstance(value, bool):
        return value
    sentences = {str: Said("{field} must be text."), bool: Said("{field} must be yes or no.")}
    raise _wrong(where, sentences.get(hint, Said("{field} must be a whole number.")))


def _clean(text: str, lines: bool) -> str:
    text = unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode())
    text = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = "".join(c if unicodedata.category(c) != "Cc" or c == "\n" else " " for c in text)
    return kept.strip() if lines else " ".join(kept.split())


def _limited(hint: Any, limits: tuple[Any, ...], value: Any, where: str, trusted: bool) -> Any:
    value = _value(hint, value, where, trusted)
    for limit in () if trusted else limits:
        value = _within(limit, value, where)
    return value


def _within(limit: Any, value: Any, where: str) -> Any:
    if isinstance(limit, Text):
        value = _clean(value, limit.lines)
        if not limit.least <= len(value) <= limit.most:
            raise (_wrong(where, "{field} is too long: at most {most} characters.", most=limit.most) if value
                   else _wrong(where, "{field} must not be empty."))  # fmt: skip
    elif isinstance(limit, Address):
        value = whole_address(value)
    elif isinstance(limit, Pattern) and not re.fullmatch(limit.regex, value):
        raise _wrong(where, limit.means)
    elif isinstance(limit, Between) and not limit.least <= value <= limit.most:
        raise _wrong(where, "{field} must be from {least} to {most}.", least=limit.least, most=limit.most)
    elif isinstance(limit, AtMost) and len(value) > limit.count:
        raise _wrong(where, "{field} has too many entries: at most {most}.", most=limit.count)
    return value
