"""What can be asked over HTTP, in OpenAPI 3.1: read mechanically off the menu.

It stands alone because it is the protocol seen from outside: the same fields and limits that
`protocol` refuses by are written down here, so that neither can say what the other does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin

from facilitator.domain.commands import MENU, Command
from facilitator.domain.fields import AtMost, Between, Pattern, Text
from facilitator.domain.stamp import LINK_ROLES, Role
from facilitator.protocol import hints_of, required_of

Schema = dict[str, Any]
OUTSIDE: frozenset[Role] = frozenset({*LINK_ROLES, "participant"})
"""Roles that somebody can hold; commands of our own parts alone are not described."""
PLAIN = {str: "string", int: "integer", bool: "boolean"}
ANSWER: Schema = {
    "type": "object", "required": ["ok", "at"],
    "properties": {
        "ok": {"type": "boolean"}, "seq": {"type": "integer", "description": "the event's version"},
        "at": {"type": "integer", "description": "the server's time, ms since 1970 (UTC)"},
        "code": {"type": "string", "description": "why it was refused, for machines"},
        "why": {"type": "string", "description": "why it was refused, for people"},
        "field": {"type": "string", "description": "the command and the field that is to blame, if one is"},
        "retry_after": {"type": "number", "description": "seconds to wait"},
    },
}  # fmt: skip
COMMAND_ID: Schema = {
    "type": "string", "pattern": "^[A-Za-z0-9_-]{8,64}$",
    "description": "Made by you. The same id again changes nothing and gets the same answer.",
}  # fmt: skip
EVENT = {"name": "event", "in": "path", "required": True, "schema": {"type": "string"}}


def asked() -> Iterator[type[Command]]:
    """The commands that somebody from outside may send."""
    return (entry for entry in MENU if entry.roles & OUTSIDE)


def schema_of(cls: type) -> Schema:
    """A class of the menu as a JSON schema: its fields, what must be given, and no others."""
    return {
        "type": "object", "additionalProperties": False,
        "properties": {f.name: _field(hints_of(cls)[f.name], f.default) for f in fields(cls)},
        "required": sorted(required_of(cls)),
    }  # fmt: skip


def _field(hint: Any, default: Any) -> Schema:
    schema = _schema(hint)
    plain = isinstance(default, str | int | bool)
    return {**schema, "default": default} if default is not MISSING and plain else schema


def _schema(hint: Any) -> Schema:
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _limited(_schema(args[0]), args[1:])
    if origin in (Union, UnionType):
        some = [_schema(arg) for arg in args if arg is not NoneType]
        return {"anyOf": [*some, {"type": "null"}]}
    if origin is Literal:
        return {"enum": list(args)}
    if origin is tuple:
        return {"type": "array", "items": _schema(args[0])}
    if origin is Mapping:
        return {"type": "object", "maxProperties": 100, "additionalProperties": _schema(args[1])}
    return schema_of(cast(type, hint)) if is_dataclass(hint) else {"type": PLAIN[hint]}


def _limited(schema: Schema, limits: Iterable[Any]) -> Schema:
    for limit in limits:
        if isinstance(limit, Text):
            schema = {**schema, "minLength": limit.least, "maxLength": limit.most}
        elif isinstance(limit, Pattern):
            schema = {**schema, "pattern": f"^(?:{limit.regex})$", "description": limit.means}
        elif isinstance(limit, Between):
            schema = {**schema, "minimum": limit.least, "maximum": limit.most}
        elif isinstance(limit, AtMost):
            schema = {**schema, "maxItems": limit.count}
    return schema


def roles(entry: type[Command]) -> list[str]:
    """Who may ask, of those from outside."""
    return sorted(entry.roles & OUTSIDE)


def _said(entry: type[Command]) -> str:
    return " ".join((entry.__doc__ or "").split())


def _path(entry: type[Command]) -> Schema:
    body = schema_of(entry)
    body["properties"] = {**body["properties"], "command_id": COMMAND_ID}
    return {"post": {
        "operationId": entry.wire, "tags": [entry.wire.partition(".")[0]], "summary": _said(entry),
        "x-roles": roles(entry), "parameters": [EVENT],
        "requestBody": {"content": {"application/json": {"schema": body}}},
        "responses": _answers(),
    }}  # fmt: skip


def _answers() -> Schema:
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Answer"}}}
    said = {
        "200": "Done, and durable.", "400": "A field was wrong.", "403": "This link may not do that.",
        "404": "There is no such thing.", "409": "Refused as things stand; `why` says it.",
        "429": "Too fast; wait `retry_after` seconds.", "503": "Not saved just now; try again.",
    }  # fmt: skip
    return {status: {"description": text, "content": content} for status, text in said.items()}


def _look(summary: str, *more: Schema) -> Schema:
    return {"get": {"tags": ["screens"], "summary": summary, "parameters": [EVENT, *more],
                    "responses": {"200": {"description": "The screens as they are now."}}}}  # fmt: skip


def description(home: str) -> Schema:
    """The whole OpenAPI document for the server at that address."""
    channel = {"name": "channel", "in": "path", "required": True, "schema": {"type": "string"}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Facilitator", "version": "1"},
        "servers": [{"url": home}],
        "security": [{"link": []}],
        "components": {
            "schemas": {"Answer": ANSWER},
            "securitySchemes": {"link": {"type": "http", "scheme": "bearer",
                                         "description": "The word at the end of a link."}},
        },
        "paths": {
            "/api/events/{event}/screens": _look("Every screen this link may see."),
            "/api/events/{event}/screens/{channel}": _look("One screen.", channel),
            **{f"/api/events/{{event}}/commands/{entry.wire}": _path(entry) for entry in asked()},
        },
    }  # fmt: skip


def groups() -> dict[str, list[dict[str, Any]]]:
    """The commands by their noun, for a page that people read."""
    found: dict[str, list[dict[str, Any]]] = {}
    for entry in asked():
        schema = schema_of(entry)
        rows = [{"name": name, "must": name in schema["required"], "says": in_words(field)}
                for name, field in schema["properties"].items()]  # fmt: skip
        made = {"wire": entry.wire, "says": _said(entry), "roles": roles(entry), "fields": rows}
        found.setdefault(entry.wire.partition(".")[0], []).append(made)
    return found


def in_words(schema: Schema) -> str:
    """A field's schema in a few words: “text, 1 to 280 characters”."""
    if "anyOf" in schema:
        return f"{in_words(schema['anyOf'][0])}, or null"
    if "enum" in schema:
        return " | ".join(map(str, schema["enum"]))
    kind = {"string": "text", "integer": "whole number", "boolean": "true or false"}
    said = kind.get(schema["type"], str(schema["type"]))
    if "maxLength" in schema:
        said += f", {schema['minLength']} to {schema['maxLength']} characters"
    if "maximum" in schema:
        said += f", {schema['minimum']} to {schema['maximum']}"
    if "items" in schema:
        inner = schema["items"]
        said = f"list of {'objects' if inner.get('type') == 'object' else in_words(inner)}"
    said = schema["description"] if "pattern" in schema else said
    return f"{said}; {schema['default']!r} if left out" if schema.get("default", "") != "" else said
