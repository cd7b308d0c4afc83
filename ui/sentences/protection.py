"""Sentences about protective measures."""

from justice_desk.protection.rules import MeasureDeclined, MeasureEnded
from justice_desk.protection.service import MeasureAbsent
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
def _(_error: MeasureAbsent) -> str:
    return translate("ProtectionSentences", "This measure is not in the case. Look at the list of measures anew.")
