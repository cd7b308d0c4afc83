"""The one function that every sentence is registered with."""

from functools import singledispatch


@singledispatch
def sentence(error: object) -> str:
    """Return one short sentence: what happened, and what to do.

    Teach it an error with `@sentence.register` over a function that takes it, in the module of its room:

        @sentence.register
        def _(error: StageOutOfOrder) -> str:
            return translate("HandoffSentences", "This step comes later. Do the one before it first.")

    Raises:
        LookupError: nobody taught it this error.
    """
    raise LookupError(type(error).__name__)
