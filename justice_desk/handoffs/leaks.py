"""The leak gate: whether the open part of a packet names somebody whom only the sealed annex may name.

Two parts of a name side by side, id numbers, telephones, birth dates, addresses and schools stop the export. A single
word does not: half a community may share a surname, and everybody a village.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping

from justice_desk.cases.rules import Identity
from justice_desk.foundations.fields import folded

SHORTEST_NUMBER = 5
SURE_NUMBER = 7
"""A number as long as this is found inside a longer one too: a country's code may stand before it."""
LOCAL_TELEPHONE = 8
"""How many figures a telephone has in both countries, without the country's code."""
_PHRASES = ("alias", "address", "school", "safe_contact")
_BETWEEN = r"[\s().\-/\u2010-\u2015]*"
"""What people write between the figures of one number."""
_APART = re.compile(r"[^0-9\s().\-\u2010-\u2015+]+")
"""What stands between two numbers in one field."""
_PARTICLES = frozenset(
    ["a", "al", "con", "da", "de", "del", "do", "e", "el", "en", "la", "las", "lo", "los", "o", "u", "y"]
)
"""Small words that stand between the parts of names, and everywhere else."""
_APOSTROPHES = re.compile(r"['`´‘’ʻʼʹꞌ]")


def leaks(identities: Iterable[Identity], texts: Mapping[str, str], known: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the names of the texts in which an identity can be read, in their order.

    `known` are names that stand in the open by right: of the authorities who sign, of the community, of the receiver.
    """
    people, open_names = tuple(identities), [parts for name in known if len(parts := _parts(name)) > 1]
    return tuple(place for place, text in texts.items() if any(_reveals(text, one, open_names) for one in people))


def _reveals(text: str, identity: Identity, open_names: Iterable[list[str]]) -> bool:
    names = _parts(identity.full_name)
    words = f" {' '.join(_parts(text))} "
    for parts in open_names:
        if not set(parts) <= set(names):
            words = re.sub(rf"(?<=\s){re.escape(' '.join(parts))}(?=\s)", "|", words)
    if any(f" {' '.join(parts)} " in words for parts in (*itertools.permutations(names, 2), *_phrases(identity))):
        return True
    plain = folded(text)
    return any(_written(number).search(plain) for number in _numbers(identity))


def _parts(text: str) -> list[str]:
    words = re.findall(r"\w+", _APOSTROPHES.sub("", folded(text)))
    return [word for word in words if word not in _PARTICLES]


def _phrases(identity: Identity) -> Iterator[list[str]]:
    if len(_figures(identity.birth_date)) >= SHORTEST_NUMBER:
        yield _parts(identity.birth_date)
    for field in _PHRASES:
        if len(parts := _parts(getattr(identity, field))) > 1:
            yield parts


def _numbers(identity: Identity) -> Iterator[str]:
    yield from filter(_long_enough, [_figures(identity.birth_date)])
    for field in ("id_document", "telephone", "safe_contact"):
        for part in _APART.split(folded(getattr(identity, field))):
            whole, pieces = _figures(part), map(_figures, part.split())
            yield from filter(_long_enough, [whole, *(piece for piece in pieces if len(piece) >= SURE_NUMBER)])
            if field != "id_document" and len(whole) > LOCAL_TELEPHONE:
                yield whole[-LOCAL_TELEPHONE:]


def _figures(text: str) -> str:
    return "".join(re.findall(r"[0-9]", folded(text)))


def _long_enough(number: str) -> bool:
    return len(number) >= SHORTEST_NUMBER


def _written(number: str) -> re.Pattern[str]:
    figures = _BETWEEN.join(number)
    return re.compile(figures if len(number) >= SURE_NUMBER else rf"(?<![0-9]){figures}(?![0-9])")
