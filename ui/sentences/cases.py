"""Sentences about cases and the people in them: where a case stands, whose matter it is, what still runs."""

from justice_desk.cases.rules import (
    DeadlineAbsent,
    ExcludedMatter,
    KnowledgeImpossible,
    NobodyAdmitted,
    NotOwnMatter,
    PartyAbsent,
    ReasonMissing,
    StateOutOfOrder,
)
from ui.i18n import translate
from ui.sentences.spoken import sentence


@sentence.register
def _(_error: StateOutOfOrder) -> str:
    return translate("CaseSentences", "The case is at another step by now. Look at its summary and do what comes next.")


@sentence.register
def _(_error: ExcludedMatter) -> str:
    return translate(
        "CaseSentences",
        "This matter belongs to the prosecutor: here it is protected, told and remitted, nothing else is decided.",
    )


@sentence.register
def _(_error: NotOwnMatter) -> str:
    return translate(
        "CaseSentences", "Nobody has decided yet that the community itself settles this matter. Assess the case first."
    )


@sentence.register
def _(_error: KnowledgeImpossible) -> str:
    return translate(
        "CaseSentences", "This moment lies in the future, or too far back. Correct when the matter became known."
    )


@sentence.register
def _(_error: ReasonMissing) -> str:
    return translate("CaseSentences", "Write one line with the reason.")


@sentence.register
def _(_error: DeadlineAbsent) -> str:
    return translate("CaseSentences", "This deadline does not run in this case any more. Look at the list anew.")


@sentence.register
def _(_error: PartyAbsent) -> str:
    return translate("CaseSentences", "This person is not in the case. Look at the list of persons anew.")


@sentence.register
def _(_error: NobodyAdmitted) -> str:
    return translate(
        "CaseSentences", "Nobody could open this case. Leave in at least one person who works on it, and yourself."
    )
