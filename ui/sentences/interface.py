"""Sentences about the program's own parts."""

from ui.i18n import TranslationMissing, translate
from ui.sentences.spoken import sentence


@sentence.register
def _(error: TranslationMissing) -> str:
    return translate(
        "InterfaceSentences", "The texts of this language were not set up ({file}). Run `make translations`."
    ).format(file=error.path.name)
