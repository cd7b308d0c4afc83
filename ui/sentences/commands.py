"""Sentences about what was typed on the command line."""

from ui.commands.arguments import program
from ui.commands.errors import CommandUnreadable, IdentityMissing, TerminalMissing
from ui.i18n import translate
from ui.sentences.spoken import sentence


@sentence.register
def _(error: CommandUnreadable) -> str:
    text = translate("CommandSentences", "This was not understood: {words}. See {program} --help.")
    return text.format(words=error.words, program=program())


@sentence.register
def _(_error: IdentityMissing) -> str:
    return translate("CommandSentences", "The file with the age identity cannot be read. Give a file that holds one.")


@sentence.register
def _(_error: TerminalMissing) -> str:
    return translate(
        "CommandSentences", "There is no terminal to ask for the passphrase. Add --passphrase-stdin and send it there."
    )
