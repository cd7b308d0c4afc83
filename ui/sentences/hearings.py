"""Sentences about sessions and hearings: which are possible, who can be called, how they are signed."""

from justice_desk.hearings.rules import (
    AgreementForbidden,
    CitationForbidden,
    HearingForbidden,
    OfficeMissing,
    PointForbidden,
    SessionAbsent,
    SessionUnordered,
    WitnessesMissing,
)
from ui.i18n import translate
from ui.sentences.spoken import sentence


@sentence.register
def _(_error: SessionAbsent) -> str:
    return translate("HearingSentences", "This session is not in the case. Look at the list of sessions anew.")


@sentence.register
def _(_error: HearingForbidden) -> str:
    return translate(
        "HearingSentences",
        "This case has no hearing: only the authorities meet, in a reserved session. Record that one.",
    )


@sentence.register
def _(_error: PointForbidden) -> str:
    return translate(
        "HearingSentences",
        "A reserved session deals with notice, protection and the decision to remit only. Take this point out.",
    )


@sentence.register
def _(_error: AgreementForbidden) -> str:
    return translate(
        "HearingSentences", "No agreement can be made on this matter. Write down what was said, and remit the case."
    )


@sentence.register
def _(error: OfficeMissing) -> str:
    words = translate(
        "HearingSentences",
        "Only authorities take part: {name} held no office that day. Correct the list or the offices.",
    )
    return words.format(name=error.name)


@sentence.register
def _(error: CitationForbidden) -> str:
    words = translate("HearingSentences", "{code} must not be called before the community in this case. Choose others.")
    return words.format(code=error.code)


@sentence.register
def _(_error: SessionUnordered) -> str:
    return translate(
        "HearingSentences", "The hours of the session do not fit together. Correct when it began and when it ended."
    )


@sentence.register
def _(error: WitnessesMissing) -> str:
    words = translate(
        "HearingSentences", "A fingerprint needs two witnesses: add those of {name}, with their names and documents."
    )
    return words.format(name=error.name)
