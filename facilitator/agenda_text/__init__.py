"""Announcements and schedule files read as agendas, and agendas written as schedule files."""

from facilitator.agenda_text.formats import WRITERS, convert, kind_of_file, read_any
from facilitator.agenda_text.kinds import kind_of
from facilitator.agenda_text.marks import marks
from facilitator.agenda_text.model import Agenda, Day, Slot, Speaker, Unreadable, from_json
from facilitator.agenda_text.reader import read

__all__ = ["WRITERS", "Agenda", "Day", "Slot", "Speaker", "Unreadable", "convert", "from_json",
           "kind_of", "kind_of_file", "marks", "read", "read_any"]  # fmt: skip
