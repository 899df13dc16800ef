"""What written times mean: halves of the day, noon, midnight, missing ends."""

from __future__ import annotations

from facilitator.agenda_text.clocks import NOON, Clock, Span

DAY, HALF = 24 * 60, 12 * 60
EVENING, NIGHT = 20 * 60, 6 * 60  # behind a slot of the evening, hours of the night are tomorrow's
EARLIEST = 7 * 60  # nothing begins between one and seven by itself; then it is the afternoon


def _settled(clock: Clock) -> int:
    """Minutes after midnight of a time whose half of the day is written, or needs none."""
    if not clock.half:
        return clock.minutes
    return clock.minutes % HALF + (HALF if clock.half == "p" else 0)


def halves(span: Span) -> Span:
    """AM or PM that is written on one side only, given to the other: 11:30-12:15 PM, 9-10 AM."""
    start, end = span.start, span.end
    if (
        end is None
        or bool(start.half) == bool(end.half)
        or max(start.minutes, end.minutes) >= 13 * 60
    ):
        return span
    if end.half:
        to = _settled(end)
        same = start.minutes % HALF + (HALF if end.half == "p" else 0)
        half = end.half if same < to else ("a" if end.half == "p" else "p")
        return Span(Clock(start.minutes, half, True), end, span.at, span.until)
    since = _settled(start)
    same = end.minutes % HALF + (HALF if start.half == "p" else 0)
    half = start.half if same > since else ("p" if start.half == "a" else "a")
    return Span(start, Clock(end.minutes, half, True), span.at, span.until)


def noon(span: Span, last: int | None) -> Span:
    """“11:15 – 12:00am” or “12:30am – 1:45pm” behind a slot of the morning: noon that was written as midnight."""
    start, end = span.start, span.end
    if end is None or last is None or not 6 * 60 <= last < NOON:
        return span
    if end.half == "a" and end.minutes // 60 == 12 and not start.half and last <= start.minutes < NOON:
        return Span(start, Clock(end.minutes, "p", True), span.at, span.until)
    if start.half == "a" and start.minutes // 60 == 12 and end.half == "p":
        return Span(Clock(start.minutes, "p", True), end, span.at, span.until)
    return span


def frame_end(frame: Span | None, first: int) -> int | None:
    """When the whole ends, by the line that gave its hours; None when that does not fit."""
    if frame is None or frame.end is None:
        return None
    start, end = minutes_of(frame, None, False)
    return end if end is not None and start <= first < end else None


def minutes_of(
    span: Span, last: int | None, twelve: bool, afternoon: bool = False
) -> tuple[int, int | None]:
    """(start, end) in minutes after the day's midnight; `last` is the slot before, if any.

    `twelve`: the text never goes beyond 12:59, so a bare time may be in the afternoon.
    """
    span = halves(span)
    start = _settled(span.start)
    if twelve and not span.start.half and start < HALF:
        late = start + HALF
        if ((last is None or afternoon) and start < EARLIEST and not span.start.padded) or (
            last is not None and start < last <= late
        ):
            start = late
        elif last is not None and start < last and late < last:
            start = late if last < DAY else start
    if span.end is None or span.end == span.start:  # “10:30–10:30” says no end
        return start, None
    end = _settled(span.end)
    if twelve and not span.end.half and end <= start % DAY and end < HALF:
        end += HALF
    return start, end


def clock(minutes: int) -> str:
    """HH:MM of minutes after midnight."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"
