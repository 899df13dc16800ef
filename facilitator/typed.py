"""What people type by hand: how a field is called in a sentence, and an address typed without its beginning.

It stands alone because the wire's own names are for programs, and none of them may reach a person.
"""

from __future__ import annotations

import re

from facilitator.domain.stamp import Said

# host.name/path, with a port perhaps; a word before a colon may be a scheme and stays as it is.
_BARE = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:\d{1,5})?([/?#]\S*)?")

NOUNS = {
    "about": Said("The description"), "by": Said("Your name"), "capabilities": Said("What somebody can do"),
    "code": Said("The code"), "cue": Said("The note to the crew"), "description": Said("The description"),
    "group": Said("The group"), "host_name": Said("The host’s name"), "kind": Said("The kind"),
    "language": Said("The language"), "least": Said("The shortest length"), "link": Said("The link"),
    "minutes": Said("The length in minutes"), "mode": Said("Online or in the hall"), "name": Said("The name"),
    "org": Said("The organisation"), "organisation": Said("The organisation"),
    "others": Said("The number of people without a phone"), "prompt": Said("What a step asks"),
    "question": Said("The question"), "quotes": Said("The list of quotes"), "role": Said("The role"),
    "room_size": Said("The number of people in each room"), "rooms": Said("The number of rooms"),
    "seconds": Said("The time in seconds"), "speakers": Said("The list of speakers"),
    "start": Said("The start"), "table": Said("The table"), "text": Said("The text"),
    "timezone": Said("The time zone"), "title": Said("The title"), "topics": Said("The list of topics"),
    "url": Said("The link"), "wifi_name": Said("The name of the Wi-Fi"), "wifi_password": Said("The password of the Wi-Fi"),
}  # fmt: skip


def named(where: str) -> str:
    """How the last field of `command field` is called; what nobody types keeps the wire's name."""
    field = where.rpartition(" ")[2]
    return NOUNS.get(field) or f"“{field}”"


def whole_address(text: str) -> str:
    """The address with https:// before it where it begins with the name of a host."""
    return f"https://{text}" if _BARE.fullmatch(text) else text
