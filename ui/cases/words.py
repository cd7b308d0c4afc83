"""How cases are spoken of on every screen: the state as a word with a shape, the short number, lists of codes."""

from collections.abc import Iterable

from justice_desk.cases.rules import CaseState
from justice_desk.jurisdictions.rules import CodeUnknown, Profile
from ui.country import label
from ui.widgets.badge import State, Tone
from ui.widgets.choices import Choice

TONES = {
    CaseState.REGISTERED: Tone.ACTIVE,
    CaseState.ASSESSING: Tone.ACTIVE,
    CaseState.IN_DOUBT: Tone.WARNING,
    CaseState.MUST_REMIT: Tone.WARNING,
    CaseState.REMITTED: Tone.ACTIVE,
    CaseState.RECEIVED: Tone.GOOD,
    CaseState.OBSERVED: Tone.WARNING,
    CaseState.NO_ANSWER: Tone.DANGER,
    CaseState.OWN_MATTER: Tone.ACTIVE,
    CaseState.RESOLVED: Tone.GOOD,
    CaseState.FOLLOW_UP: Tone.ACTIVE,
    CaseState.CLOSED: Tone.QUIET,
    CaseState.ARCHIVED: Tone.QUIET,
}
SHORT = 3
"""The last parts of a number (desk, year, serial) that tell the cases of one desk apart."""


def state_of(profile: Profile, state: CaseState) -> State:
    """Return where a case stands, in the words of its country."""
    return State(label(profile, "case_state", state), TONES[state])


def short_number(number: str) -> str:
    """Return the end of a case's number, as people of the desk say it: `A-2026-0003`."""
    return "-".join(number.split("-")[-SHORT:])


def choices_of(profile: Profile, family: str) -> tuple[Choice, ...]:
    """Return everything a country offers for a question."""
    return tuple(Choice(code, label(profile, family, code)) for code in profile.codes(family))


def listed(profile: Profile, family: str, codes: Iterable[str]) -> str:
    """Return the words for several codes; one that the country no longer has is shown as it stands."""
    return ", ".join(_words(profile, family, code) for code in codes)


def _words(profile: Profile, family: str, code: str) -> str:
    try:
        return label(profile, family, code)
    except CodeUnknown:
        return code
