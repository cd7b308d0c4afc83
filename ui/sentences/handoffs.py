"""Sentences about the way of a case to the prosecutor: stages, receivers, notices, receipts, and the leak gate."""

from justice_desk.handoffs.rules import (
    AcknowledgementWrong,
    FingerprintDiffers,
    HandoffAbsent,
    HandoffIncomplete,
    HandoffRunning,
    IdentityInTheOpen,
    InstitutionUnknown,
    Lacking,
    LetterIssued,
    MomentImpossible,
    NotToRemit,
    ReceiverAbsent,
    RecipientUnreadable,
    StageOutOfOrder,
)
from ui.i18n import translate
from ui.sentences.spoken import sentence


@sentence.register
def _(_error: StageOutOfOrder) -> str:
    return translate(
        "HandoffSentences", "The handoff is at another step by now. Look where it stands, and do the next one."
    )


@sentence.register
def _(error: LetterIssued) -> str:
    return translate(
        "HandoffSentences",
        "{number} was issued with what is written here: it cannot be changed. Give this handoff up and begin another.",
    ).format(number=error.number)


@sentence.register
def _(_error: HandoffRunning) -> str:
    return translate(
        "HandoffSentences",
        "This case has a handoff on its way already. Go on with that one, or write down how it ended.",
    )


@sentence.register
def _(_error: NotToRemit) -> str:
    return translate(
        "HandoffSentences",
        "This case does not go to the prosecutor. If trafficking is suspected, raise the alert in the summary of the "
        "case.",
    )


@sentence.register
def _(error: HandoffIncomplete) -> str:
    names = {
        Lacking.ACTA: translate("HandoffSentences", "the record of the session"),
        Lacking.OFICIO: translate("HandoffSentences", "the letter"),
        Lacking.VICTIM_IDENTITY: translate("HandoffSentences", "who the people are"),
        Lacking.REVIEW: translate("HandoffSentences", "the review"),
        Lacking.RECEIVER_CONFIRMED: translate("HandoffSentences", "the confirmed key of the receiver"),
    }
    words = translate("HandoffSentences", "This is lacking first: {lacking}.")
    return words.format(lacking=", ".join(names[one] for one in error.lacking))


@sentence.register
def _(_error: AcknowledgementWrong) -> str:
    return translate(
        "HandoffSentences",
        "These digits are not of this packet: they were heard wrongly, or another packet was opened. Ask to hear them "
        "again; if they stay the same, ask which packet they opened.",
    )


@sentence.register
def _(_error: RecipientUnreadable) -> str:
    return translate(
        "HandoffSentences", "This is not a key that can be used. It begins with age1 and has 62 letters and figures."
    )


@sentence.register
def _(_error: FingerprintDiffers) -> str:
    return translate(
        "HandoffSentences",
        "These digits are of another key. Ask to hear them once more. If they stay the same, do not use this key: "
        "somebody may have exchanged it. Ask for it anew by another way.",
    )


@sentence.register
def _(error: IdentityInTheOpen) -> str:
    words = translate(
        "HandoffSentences",
        "It was not sealed: the name or a number of a protected person can be read in {places}. Give this handoff up, "
        "prepare it anew, and write codes such as V-01 instead.",
    )
    return words.format(places=", ".join(error.where))


@sentence.register
def _(_error: MomentImpossible) -> str:
    return translate(
        "HandoffSentences",
        "This moment cannot be right: it lies in the future, or before what it follows. Correct the day or the hour.",
    )


@sentence.register
def _(_error: InstitutionUnknown) -> str:
    return translate("HandoffSentences", "This institution is not in the country's list. Choose one from the list.")


@sentence.register
def _(_error: HandoffAbsent) -> str:
    return translate("HandoffSentences", "This handoff is not in the case. Go back to the list and open it again.")


@sentence.register
def _(_error: ReceiverAbsent) -> str:
    return translate("HandoffSentences", "This receiver is not on the list. Choose one, or enter it first.")
