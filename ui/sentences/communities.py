"""Sentences about the community, its authorities, and founding the desk."""

from justice_desk.communities.rules import TermUnordered
from ui.i18n import translate
from ui.sentences.spoken import sentence


@sentence.register
def _(_error: TermUnordered) -> str:
    return translate("CommunitySentences", "The term of office ends before it begins. Correct one of the two days.")
