"""The one function that changes an event: `perform(event, command, stamp) → event`.

Pure: the same three always give the same event, or the same refusal.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from facilitator.domain import (
    attending,
    desk_steps,
    desk_undoing,
    expecting,
    following,
    messaging,
    notes,
    people,
    plan,
    plenary,
    presenting,
    regrouping,
    resuming,
    retiming,
    room_clock,
    rounds,
    running,
    themes,
    undoing,
    voting,
    watching,
    wishing,
)
from facilitator.domain import commands as menu
from facilitator.domain.event import Event
from facilitator.domain.stamp import Refused, Stamp

BRANCHES: dict[type[menu.Command], Callable[[Event, Any, Stamp], Event]] = {
    menu.planning.CreateEvent: plan.create,
    menu.planning.EditEvent: plan.edit,
    menu.planning.OpenDoor: plan.open_door,
    menu.planning.CloseDoor: plan.close_door,
    menu.planning.AddSlot: plan.add_slot,
    menu.planning.EditSlot: plan.edit_slot,
    menu.planning.RemoveSlot: plan.remove_slot,
    menu.planning.MoveSlot: plan.move_slot,
    menu.planning.ReplaceAgenda: plan.replace_agenda,
    menu.running.AdvanceSlot: running.advance,
    menu.running.ReturnSlot: running.go_back,
    menu.running.JumpSlot: running.jump,
    menu.running.PauseClock: running.pause,
    menu.running.ResumeClock: running.resume,
    menu.running.NudgeClock: retiming.nudge,
    menu.running.BackdateClock: retiming.backdate,
    menu.running.EndClock: retiming.end_at,
    menu.running.PromiseEvent: retiming.promise,
    menu.running.FitAgenda: retiming.fit,
    menu.running.UndoStep: undoing.undo,
    menu.messages.SendMessage: messaging.send,
    menu.messages.RecallMessage: messaging.recall,
    menu.messages.ConfirmMessage: messaging.confirm,
    menu.messages.SavePhrase: messaging.save_phrase,
    menu.messages.RemovePhrase: messaging.remove_phrase,
    menu.people.JoinPerson: people.join,
    menu.people.EditPerson: people.edit,
    menu.people.ShareContact: people.share,
    menu.people.ResumePerson: resuming.resume,
    menu.people.MergePerson: resuming.merge,
    menu.people.MarkPresence: people.mark,
    menu.roster.ImportRoster: expecting.import_lines,
    menu.roster.RemoveRoster: expecting.remove,
    menu.roster.ClaimPerson: expecting.claim,
    menu.roster.AppointPerson: expecting.appoint,
    menu.rooms.DrawRound: rounds.draw,
    menu.rooms.RestoreRound: rounds.restore,
    menu.rooms.MoveSeat: rounds.move_seat,
    menu.rooms.SwapSeat: rounds.swap_seat,
    menu.rooms.EditRoom: rounds.edit_room,
    menu.inside.ArriveSeat: attending.arrive,
    menu.inside.TakeSeat: attending.take,
    menu.inside.ChooseSeat: attending.choose,
    menu.inside.CallHelp: attending.call,
    menu.inside.AnswerHelp: attending.answer,
    menu.inside.EndHelp: attending.end_help,
    menu.inside.CountRoom: attending.count,
    menu.inside.ExtendRoom: room_clock.extend,
    menu.inside.AdvanceStep: room_clock.advance_step,
    menu.inside.CloseRound: room_clock.close,
    menu.inside.OpenRound: room_clock.reopen,
    menu.inside.CheckRound: following.check,
    menu.inside.RepairRound: following.repair,
    menu.wishes.PlanRound: wishing.plan,
    menu.wishes.SplitSlot: wishing.split,
    menu.wishes.ChooseTopic: wishing.choose,
    menu.wishes.PinSeat: wishing.pin,
    menu.wishes.TiePerson: wishing.tie,
    menu.wishes.RecallPast: wishing.recall,
    menu.notes.WriteNote: notes.write,
    menu.notes.EditNote: notes.edit,
    menu.notes.WithdrawNote: notes.withdraw,
    menu.notes.SupportNote: notes.support,
    menu.notes.SignNote: notes.sign,
    menu.notes.ConsentNote: notes.consent,
    menu.notes.ObjectNote: notes.object_to,
    menu.notes.ReportNote: notes.report,
    menu.notes.SettleNote: notes.settle,
    menu.notes.RevealNotes: notes.reveal,
    menu.notes.ApproveNote: notes.approve,
    menu.notes.HideNote: notes.hide,
    menu.notes.PlaceNote: themes.place,
    menu.notes.PlaceNotes: themes.place_all,
    menu.themes.GroupNotes: regrouping.group,
    menu.themes.FreezeThemes: regrouping.freeze,
    menu.themes.AskThemes: regrouping.ask,
    menu.themes.AllowModel: regrouping.allow,
    menu.themes.UnreadModel: regrouping.unread,
    menu.themes.ProposeThemes: regrouping.propose,
    menu.themes.RegroupThemes: regrouping.regroup,
    menu.themes.KeepThemes: regrouping.keep,
    menu.themes.UndoThemes: desk_undoing.undo,
    menu.themes.TakeSuggestion: regrouping.take,
    menu.themes.LeaveSuggestion: regrouping.leave,
    menu.themes.RecallThemes: regrouping.recall,
    menu.themes.CarryThemes: regrouping.carry,
    menu.themes.AddTheme: themes.add,
    menu.themes.RenameTheme: themes.rename,
    menu.themes.DescribeTheme: themes.describe,
    menu.themes.DisputeTheme: themes.dispute,
    menu.themes.RankThemes: themes.rank,
    menu.themes.MergeTheme: themes.merge,
    menu.themes.SplitTheme: themes.split,
    menu.themes.OrderTheme: themes.order,
    menu.themes.ApproveTheme: themes.approve,
    menu.themes.HoldTheme: themes.hold,
    menu.themes.HideTheme: themes.hide,
    menu.screen.BlankScreen: plenary.blank,
    menu.screen.SpotlightTheme: plenary.spotlight,
    menu.screen.SwitchScreen: plenary.switch,
    menu.screen.TakePreview: plenary.take,
    menu.screen.AutomateScreen: plenary.automate,
    menu.plenary.StepRun: presenting.step,
    menu.plenary.EditLine: presenting.edit_line,
    menu.plenary.LinkRemark: presenting.link_remark,
    menu.plenary.OpenDots: voting.open_dots,
    menu.plenary.CloseDots: voting.close_dots,
    menu.plenary.ShowDots: voting.show_dots,
    menu.plenary.CastDots: voting.cast,
    menu.plenary.WatchWords: watching.watch,
}


def perform(event: Event, command: menu.Command, stamp: Stamp) -> Event:
    """The event after the command, one version later; raises `Refused` and changes nothing."""
    if stamp.actor.role not in command.roles:
        raise Refused("forbidden", "This link may not do that.")
    if not event.seq and not isinstance(command, menu.planning.CreateEvent):
        raise Refused("unknown", "There is no such event.")
    after = BRANCHES[type(command)](event, command, stamp)
    after = themes.held(event, messaging.kept(following.settled(event, after, stamp)))
    after = desk_steps.remembered(event, after, command)
    after = replace(after, seq=event.seq + 1)
    return undoing.recorded(event, after, command, stamp)
