"""The leak gate: whether the open part of a packet names somebody whom only the sealed annex may name.

Full names, two adjacent parts of a name, id numbers, telephones, addresses and schools stop the export. A single
surname does not: half a community may share it.
"""

import itertools
import re
from collections.abc import Iterable, Mapping

from justice_desk.cases.rules import Identity
from justice_desk.foundations.fields import folded

SHORTEST_NUMBER = 5
SHORTEST_TEXT = 6
_NUMBERS = ("id_document", "telephone", "safe_contact", "birth_date")
_TEXTS = ("alias", "address", "school")
_BETWEEN = r"[\s().\-/]"
"""What people write between the figures of one number."""


def leaks(identities: Iterable[Identity], texts: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of the texts in which an identity can be read, in their order."""
    people = tuple(identities)
    return tuple(place for place, text in texts.items() if any(_reveals(text, one) for one in people))


def _reveals(text: str, identity: Identity) -> bool:
    words, digits = f" {_words(text)} ", re.sub(_BETWEEN, "", text)
    names = _words(identity.full_name).split()
    pairs = {f" {first} {second} " for first, second in itertools.pairwise(names)}
    pairs |= {f" {second} {first} " for first, second in itertools.pairwise(names)}
    whole = {f" {_words(value)} " for field in _TEXTS if len(value := getattr(identity, field)) >= SHORTEST_TEXT}
    numbers = {
        number
        for field in _NUMBERS
        for number in re.findall(r"[0-9]+", re.sub(_BETWEEN, "", getattr(identity, field)))
        if len(number) >= SHORTEST_NUMBER
    }
    return any(part in words for part in pairs | whole) or any(number in digits for number in numbers)


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", folded(text)))
