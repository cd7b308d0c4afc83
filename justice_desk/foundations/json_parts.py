"""Parts of JSON that a stranger may have written into: each is what it should be, or refused."""

import re

from justice_desk.foundations.canonical import MAX_INTEGER


def count_in(raw: object, least: int = 0) -> int:
    """Return a whole number from `least` to the largest that JSON carries exactly.

    Raises:
        ValueError: it is something else, a boolean too.
    """
    if type(raw) is not int or not least <= raw <= MAX_INTEGER:
        raise ValueError("a count")
    return raw


def text_like(raw: object, form: re.Pattern[str]) -> str:
    """Return a text that is of this form as a whole.

    Raises:
        ValueError: it is of another form, or no text.
    """
    if not isinstance(raw, str) or form.fullmatch(raw) is None:
        raise ValueError("a text of another form")
    return raw
