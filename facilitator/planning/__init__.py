"""From agendas to events and back: creating, schedule files, changed files, templates."""

from facilitator.planning.events import PlannedEvent, new_code, new_id, next_such_date, plan

__all__ = ["PlannedEvent", "new_code", "new_id", "next_such_date", "plan"]
