"""The one function that changes an event: `perform(event, command, stamp) → event`.

Pure: the same three always give the same event, or the same refusal.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from facilitator.domain import commands as menu
from facilitator.domain import notes, people, plan, plenary, rounds, running, themes
from facilitator.domain.event import Event
from facilitator.domain.stamp import Refused, Stamp

BRANCHES: dict[type[menu.Command], Callable[[Event, Any, Stamp], Event]] = {
    menu.CreateEvent: plan.create,
    menu.EditEvent: plan.edit,
    menu.OpenDoor: plan.open_door,
    menu.CloseDoor: plan.close_door,
    menu.AddSlot: plan.add_slot,
    menu.EditSlot: plan.edit_slot,
    menu.RemoveSlot: plan.remove_slot,
    menu.MoveSlot: plan.move_slot,
    menu.AdvanceSlot: running.advance,
    menu.ReturnSlot: running.go_back,
    menu.JumpSlot: running.jump,
    menu.PauseClock: running.pause,
    menu.ResumeClock: running.resume,
    menu.NudgeClock: running.nudge,
    menu.TellStage: running.tell_stage,
    menu.TellPhones: running.tell_phones,
    menu.JoinPerson: people.join,
    menu.EditPerson: people.edit,
    menu.MarkPresence: people.mark,
    menu.DrawRound: rounds.draw,
    menu.MoveSeat: rounds.move_seat,
    menu.EditRoom: rounds.edit_room,
    menu.WriteNote: notes.write,
    menu.EditNote: notes.edit,
    menu.WithdrawNote: notes.withdraw,
    menu.SupportNote: notes.support,
    menu.ApproveNote: notes.approve,
    menu.HideNote: notes.hide,
    menu.PlaceNote: themes.place,
    menu.GroupNotes: themes.group,
    menu.AddTheme: themes.add,
    menu.RenameTheme: themes.rename,
    menu.MergeTheme: themes.merge,
    menu.SplitTheme: themes.split,
    menu.OrderTheme: themes.order,
    menu.ApproveTheme: themes.approve,
    menu.HoldTheme: themes.hold,
    menu.HideTheme: themes.hide,
    menu.BlankScreen: plenary.blank,
    menu.SpotlightTheme: plenary.spotlight,
    menu.SwitchScreen: plenary.switch,
    menu.AutomateScreen: plenary.automate,
}


def perform(event: Event, command: menu.Command, stamp: Stamp) -> Event:
    """The event after the command, one version later; raises `Refused` and changes nothing."""
    if stamp.actor.role not in command.roles:
        raise Refused("forbidden", "This link may not do that.")
    if not event.seq and not isinstance(command, menu.CreateEvent):
        raise Refused("unknown", "There is no such event.")
    return replace(BRANCHES[type(command)](event, command, stamp), seq=event.seq + 1)
