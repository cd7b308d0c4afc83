"""Sentences about the ground: fields, disks, files, work that was stopped."""

from justice_desk.foundations.errors import MemoryShort
from justice_desk.foundations.fields import CharacterRefused, FieldMissing, FieldTooLong, FieldUnreadable
from justice_desk.foundations.files import CannotRead, CannotWrite, DiskFull
from justice_desk.foundations.progress import Cancelled
from ui.i18n import translate
from ui.sentences.spoken import sentence


@sentence.register
def _(_error: DiskFull) -> str:
    return translate(
        "FoundationSentences", "The disk is full. Nothing was changed. Make room on it (empty the bin), then try again."
    )


@sentence.register
def _(_error: MemoryShort) -> str:
    return translate(
        "FoundationSentences",
        "The computer has no memory left for this. Nothing was changed. Close other programs, then try again.",
    )


@sentence.register
def _(_error: CannotWrite) -> str:
    return translate(
        "FoundationSentences",
        "It could not be written there. Nothing was changed. Choose another place, or check that the drive is plugged "
        "in and not write-protected.",
    )


@sentence.register
def _(_error: Cancelled) -> str:
    return translate("FoundationSentences", "Stopped. What had begun was undone.")


@sentence.register
def _(_error: FieldMissing) -> str:
    return translate("FoundationSentences", "This is needed. Please fill it in.")


@sentence.register
def _(error: FieldUnreadable) -> str:
    return translate("FoundationSentences", "This cannot be read. A good example is: {example}.").format(
        example=error.example
    )


@sentence.register
def _(error: FieldTooLong) -> str:
    return translate("FoundationSentences", "This is too long. Write it in fewer than {longest} letters.").format(
        longest=error.longest
    )


@sentence.register
def _(_error: CharacterRefused) -> str:
    return translate(
        "FoundationSentences",
        "There is an invisible sign in this text. Delete it and type it again instead of pasting.",
    )


@sentence.register
def _(_error: CannotRead) -> str:
    return translate(
        "FoundationSentences",
        "The file cannot be read. Check that the drive is plugged in and that you may open the file.",
    )
