"""How deadlines are spoken of: where one stands as a word with a shape, and when it is due in days and hours."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from justice_desk.cases.deadline_rules import Standing
from justice_desk.cases.views import DeadlineView
from justice_desk.jurisdictions.rules import Profile, Severity
from ui.country import label
from ui.i18n import translate
from ui.moments import moment_text
from ui.widgets.badge import State, Tone

TONES = {
    Standing.OVERDUE: Tone.DANGER,
    Standing.TODAY: Tone.WARNING,
    Standing.SOON: Tone.ACTIVE,
    Standing.WEEK: Tone.QUIET,
    Standing.LATER: Tone.QUIET,
    Standing.MET: Tone.GOOD,
    Standing.MET_LATE: Tone.GOOD,
}
ICONS = {
    Standing.OVERDUE: "warning",
    Standing.TODAY: "clock",
    Standing.SOON: "clock",
    Standing.WEEK: "calendar",
    Standing.LATER: "calendar",
    Standing.MET: "done",
    Standing.MET_LATE: "done",
}
HOURS_UNTIL = timedelta(hours=48)
"""Below this, what is left is told in hours; above it, in days."""


def standing_state(profile: Profile, standing: Standing, severity: Severity = Severity.HIGH) -> State:
    """Return where a deadline stands. A gentle one is never called overdue: it only still waits."""
    if standing is Standing.OVERDUE and severity is Severity.MEDIUM:
        return State(translate("Deadlines", "Still to be done"), Tone.WARNING)
    return State(label(profile, "standing", standing), TONES[standing])


def due_text(view: DeadlineView, now: datetime, zone: ZoneInfo) -> str:
    """Return when a deadline is due and how long that is from now, or when it was met."""
    if view.met_at is not None:
        return translate("Deadlines", "Done on {moment}").format(moment=moment_text(view.met_at, zone))
    words = translate("Deadlines", "Until {moment} ({distance})")
    return words.format(moment=moment_text(view.due_at, zone), distance=distance_text(view.due_at - now))


def distance_text(left: timedelta) -> str:
    """Return how far away a moment is: in 5 h, 3 days ago."""
    span = abs(left)
    if span < timedelta(minutes=1):
        return translate("Deadlines", "now")
    if span < timedelta(hours=1):
        number = int(span.total_seconds() // 60)
        ahead, past = translate("Deadlines", "in {number} min"), translate("Deadlines", "{number} min ago")
    elif span < HOURS_UNTIL:
        number = int(span.total_seconds() // 3600)
        ahead, past = translate("Deadlines", "in {number} h"), translate("Deadlines", "{number} h ago")
    else:
        number = span.days
        ahead, past = translate("Deadlines", "in {number} days"), translate("Deadlines", "{number} days ago")
    return (past if left < timedelta(0) else ahead).format(number=number)
