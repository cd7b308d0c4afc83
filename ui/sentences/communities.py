"""Sentences about the community, its authorities, and founding the desk."""

from justice_desk.communities.rules import HandoverAbsent, RolesTooFew, TermAbsent, TermUnordered
from ui.i18n import translate
from ui.sentences.spoken import sentence


@sentence.register
def _(_error: TermUnordered) -> str:
    return translate("CommunitySentences", "The term of office ends before it begins. Correct one of the two days.")


@sentence.register
def _(_error: RolesTooFew) -> str:
    return translate(
        "CommunitySentences",
        "A clerk alone could not read what is sealed here, nor add people. Tick another role too, or let an authority "
        "open the desk.",
    )


@sentence.register
def _(_error: TermAbsent) -> str:
    return translate(
        "CommunitySentences", "This office is not held today by somebody without an account. Look at the offices anew."
    )


@sentence.register
def _(_error: HandoverAbsent) -> str:
    return translate("CommunitySentences", "No handover was begun. Begin it first, under Administration, Handover.")
