"""What is wrong with a line as it was typed, in the reader's language."""

import re

from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.fields import FieldMissing, FieldUnreadable, tidy_line
from ui.sentences import sentence

EXAMPLES = {"place_code": "051204", "desk_code": "A", "number": "2 123 4567"}


def faults_of(values: dict[str, str], needed: set[str]) -> dict[str, str]:
    """Return what is wrong with lines of text, in the reader's language, by the name of the field."""
    faults: dict[str, str] = {}
    for name, value in values.items():
        try:
            tidy_line(value, name, needed=name in needed)
        except DeskError as error:
            faults[name] = sentence(error)
    return faults


def unreadable(name: str, value: str, pattern: re.Pattern[str]) -> dict[str, str]:
    """Return what is wrong with a text that must have a form, nothing if it has it."""
    if pattern.fullmatch(value):
        return {}
    if not value:
        return {name: sentence(FieldMissing(name))}
    return {name: sentence(FieldUnreadable(name, EXAMPLES[name.rstrip("12")]))}
