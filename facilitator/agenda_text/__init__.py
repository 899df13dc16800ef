"""Announcements and schedule files read as agendas, and agendas written as schedule files."""

from facilitator.agenda_text.formats import convert
from facilitator.agenda_text.model import Agenda, Day, Slot, Speaker, Unreadable, from_json
from facilitator.agenda_text.reader import read

__all__ = ["Agenda", "Day", "Slot", "Speaker", "Unreadable", "convert", "from_json", "read"]
