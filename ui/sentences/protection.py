"""Sentences about protective measures."""

from justice_desk.protection.rules import MeasureAbsent, MeasureDeclined, MeasureEnded, MeasureUntimely
from ui.i18n import translate
from ui.sentences.spoken import sentence


@sentence.register
def _(_error: MeasureEnded) -> str:
    return translate("ProtectionSentences", "This measure is not in force any more. Decide a new one if it is needed.")


@sentence.register
def _(_error: MeasureDeclined) -> str:
    return translate(
        "ProtectionSentences",
        "She does not want this measure, and an adult decides. Make a safety plan with her instead.",
    )


@sentence.register
def _(_error: MeasureUntimely) -> str:
    return translate(
        "ProtectionSentences",
        "This measure cannot begin then: long before the matter was known, or far from now. Correct the day.",
    )


@sentence.register
def _(_error: MeasureAbsent) -> str:
    return translate("ProtectionSentences", "This measure is not in the case. Look at the list of measures anew.")
