"""The telephones to call in danger."""

import re
from dataclasses import dataclass

from justice_desk.foundations.fields import FieldUnreadable, tidy_line

PHONE = re.compile(r"\+?[0-9][0-9 ()-]{1,18}[0-9]")


@dataclass(frozen=True)
class DangerNumber:
    """A telephone to call in danger, confirmed by calling it: shown on the lock page, without opening anything."""

    label: str
    number: str


def checked_number(given: DangerNumber) -> DangerNumber:
    """Return a telephone as it is kept.

    Raises:
        FieldMissing, FieldUnreadable, FieldTooLong, CharacterRefused: names the field.
    """
    number = tidy_line(given.number, "danger_number")
    if PHONE.fullmatch(number) is None:
        raise FieldUnreadable("danger_number", "2 123 4567")
    return DangerNumber(tidy_line(given.label, "danger_label", needed=True), number)
