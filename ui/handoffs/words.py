"""How handoffs are told: their stages as badges, what they lack, and long numbers in groups."""

from zoneinfo import ZoneInfo

from justice_desk.cases.deadline_rules import Standing
from justice_desk.handoffs.rules import Lacking, Stage
from justice_desk.handoffs.views import HandoffView, ReceiverView
from justice_desk.jurisdictions.rules import Profile
from ui.country import label
from ui.i18n import translate
from ui.moments import moment_text
from ui.widgets.badge import State, Tone
from ui.widgets.digits import grouped

HASH_GROUP = 8
"""Signs of one group of a hash."""
_TONES = {
    Stage.PREPARING: Tone.ACTIVE,
    Stage.REVIEWED: Tone.ACTIVE,
    Stage.SEALED: Tone.ACTIVE,
    Stage.DISPATCHED: Tone.ACTIVE,
    Stage.DELIVERED: Tone.ACTIVE,
    Stage.ACKNOWLEDGED: Tone.GOOD,
    Stage.CONCLUDED: Tone.GOOD,
    Stage.VOIDED: Tone.QUIET,
}
"""Every other stage is something that went wrong."""


def stage_state(profile: Profile, stage: Stage) -> State:
    """Return a stage as a badge."""
    return State(label(profile, "stage", stage.value), _TONES.get(stage, Tone.WARNING))


def answer_state(handoff: HandoffView, zone: ZoneInfo) -> State | None:
    """Return whether the answer to a handoff is awaited or overdue, None where none is owed."""
    if handoff.answer_due is None or handoff.answer_standing is None:
        return None
    when = moment_text(handoff.answer_due, zone)
    if handoff.answer_standing is Standing.OVERDUE:
        return State(translate("Handoffs", "Overdue since {when}").format(when=when), Tone.DANGER)
    if handoff.answer_standing is Standing.TODAY:
        return State(translate("Handoffs", "Due today: {when}").format(when=when), Tone.WARNING)
    return State(translate("Handoffs", "Expected by {when}").format(when=when), Tone.QUIET)


def key_state(receiver: ReceiverView) -> State:
    """Return whether the key of a receiver was confirmed by a voice."""
    if receiver.confirmed_at is None:
        return State(translate("Handoffs", "Key not confirmed"), Tone.WARNING)
    return State(translate("Handoffs", "Key confirmed"), Tone.GOOD)


def confirmed_words(receiver: ReceiverView, zone: ZoneInfo) -> str:
    """Return when and with whom a key was confirmed, or what to do while it is not."""
    if receiver.confirmed_at is None:
        return translate("Handoffs", "Nobody has read its digits out by telephone yet.")
    words = translate("Handoffs", "Read out by telephone on {when}, with {whom}.")
    return words.format(when=moment_text(receiver.confirmed_at, zone), whom=receiver.confirmed_with)


def receiver_words(receiver: ReceiverView) -> str:
    """Return a receiver on one line."""
    return f"{receiver.institution} · {receiver.office}"


def lacking_words(profile: Profile, lacking: Lacking) -> str:
    """Return what is lacking, in the country's words."""
    return label(profile, "lacking", lacking.value)


def hash_words(sha256: str) -> str:
    """Return a hash in groups."""
    return grouped(sha256, HASH_GROUP)


def size_words(size: int) -> str:
    """Return a number of bytes as people say it."""
    if size < 1 << 20:
        return translate("Handoffs", "{size} KB").format(size=max(size >> 10, 1))
    return translate("Handoffs", "{size} MB").format(size=f"{size / (1 << 20):.1f}")
