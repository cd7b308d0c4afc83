"""Sentences about papers: what one still lacks, what it must not say, who signs it."""

from justice_desk.documents.rules import (
    AlreadyIssued,
    CharacterUnprintable,
    ContentMissing,
    DocumentAbsent,
    FieldAbsent,
    FieldMisshapen,
    FieldUnknown,
    FieldUnprinted,
    PrinterStopped,
    PrintRefused,
    SealedTooWide,
    SignerWithoutOffice,
    TemplateBroken,
)
from ui.i18n import translate
from ui.sentences.spoken import sentence


@sentence.register
def _(_error: DocumentAbsent) -> str:
    return translate("DocumentSentences", "This paper is not in the case. Look at the list of papers anew.")


@sentence.register
def _(error: AlreadyIssued) -> str:
    words = translate(
        "DocumentSentences",
        "This paper was issued already, with the number {number}. If it is wrong, void that one first.",
    )
    return words.format(number=error.number)


@sentence.register
def _(error: CharacterUnprintable) -> str:
    words = translate(
        "DocumentSentences", "A sign in this text cannot be printed ({code}). Delete it and type it again."
    )
    return words.format(code=error.code)


@sentence.register
def _(_error: ContentMissing) -> str:
    return translate("DocumentSentences", "The paper lacks something that its kind must say. Fill in what is marked.")


@sentence.register
def _(_error: FieldAbsent) -> str:
    return translate("DocumentSentences", "A sentence of the paper needs something that was left empty. Fill it in.")


@sentence.register
def _(_error: FieldUnknown | FieldMisshapen) -> str:
    return translate(
        "DocumentSentences", "Something was given that this paper cannot take. Go back and choose the paper again."
    )


@sentence.register
def _(_error: FieldUnprinted) -> str:
    return translate(
        "DocumentSentences", "Something that was filled in has no place on this paper and would be lost. Take it out."
    )


@sentence.register
def _(_error: TemplateBroken) -> str:
    return translate(
        "DocumentSentences",
        "The model of this paper is damaged. Install the program again; what you wrote is kept as a draft.",
    )


@sentence.register
def _(_error: SignerWithoutOffice) -> str:
    return translate(
        "DocumentSentences", "Only authorities sign this paper, by their office. Choose somebody who holds one."
    )


@sentence.register
def _(_error: SealedTooWide) -> str:
    return translate(
        "DocumentSentences", "More people could read this paper than may know the identities in it. It was not issued."
    )


@sentence.register
def _(error: PrintRefused) -> str:
    text = translate(
        "DocumentSentences",
        "The printer {printer} did not take the paper, and nothing was noted as printed. Check that it is on, has "
        "paper and is connected, then try again.",
    )
    return text.format(printer=error.printer)


@sentence.register
def _(error: PrinterStopped) -> str:
    text = translate(
        "DocumentSentences",
        "The printer {printer} is stopped. The paper was not sent: it would wait and come out later, when perhaps "
        "nobody is there. Let the printer go on in the settings of the laptop, or choose another.",
    )
    return text.format(printer=error.printer)
