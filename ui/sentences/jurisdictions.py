"""Sentences about the profiles of the countries."""

from justice_desk.jurisdictions.rules import CodeUnknown, ProfileBroken
from ui.i18n import translate
from ui.sentences.spoken import sentence


@sentence.register
def _(_error: ProfileBroken) -> str:
    return translate(
        "CountrySentences",
        "The file with the rules of the country is damaged. Install the program again; your cases are not touched.",
    )


@sentence.register
def _(_error: CodeUnknown) -> str:
    return translate("CountrySentences", "This is not in the country's list. Choose something from the list.")
