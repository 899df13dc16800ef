"""The account of an event in the formats people carry on with: text, page, document, calendar.

`blocks` says once what the account tells and in which order; each format only writes blocks.
"""

from collections.abc import Callable

from facilitator import connections
from facilitator.domain.event import Event
from facilitator.planning import files
from facilitator.report import as_csv, as_json
from facilitator.retelling import document, markdown, page
from facilitator.retelling.blocks import told

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

FORMATS: dict[str, tuple[Callable[[Event], str | bytes], str]] = {
    "json": (as_json, "application/json"),
    "csv": (as_csv, "text/csv"),
    "met.csv": (connections.as_csv, "text/csv"),
    "md": (lambda event: markdown.write(told(event)), "text/markdown"),
    "html": (lambda event: page.write(told(event)), "text/html"),
    "docx": (lambda event: document.write(told(event)), WORD),
    "ics": (lambda event: files.write(event, "ics"), "text/calendar"),
}
"""Export by name: what writes it, and its media type."""

__all__ = ["FORMATS"]
