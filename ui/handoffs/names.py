"""A reminder while the facts are written: what in a text looks like somebody's name, telephone or document number.

It only looks at the form of words and knows nobody. The leak gate, which knows, stops the seal; this is to need it
less often.
"""

import re
from collections.abc import Iterable

from justice_desk.foundations.fields import folded

MOST = 3
"""No more than this many are shown: more would be a scolding."""
SHORTEST_NUMBER = 6
_CAPITALISED = r"[^\W\d_a-zà-öø-ÿ][\w'’-]*[a-zà-öø-ÿ][\w'’-]*"
_JOINED = r"(?:\s+(?:de|del|de\s+la|de\s+los|la|las|los|y|vda\.)\s+|\s+)"
_RUN = re.compile(rf"\b{_CAPITALISED}(?:{_JOINED}{_CAPITALISED})+")
_NUMBER = re.compile(r"(?<![\w/.-])\+?[0-9][0-9 .-]{4,}[0-9](?![\w/])")


def suspects(text: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """Return what looks like a name or a number of a person; `known` are names of offices and places that may stand."""
    offices = {word for name in known for word in folded(name).split()}
    runs = [_without_beginning(text, run) for run in _RUN.finditer(text)]
    found = [run for run in runs if len([word for word in _words(run) if word not in offices]) > 1]
    found += [number for number in _NUMBER.findall(text) if sum(map(str.isdigit, number)) >= SHORTEST_NUMBER]
    return tuple(dict.fromkeys(one.strip() for one in found))[:MOST]


def _without_beginning(text: str, run: re.Match[str]) -> str:
    """Leave out the first word of a sentence where a small word follows it: "Salió de La Paz" names nobody."""
    first, second, *_ = run.group().split()
    before = text[: run.start()].rstrip()
    begins = not before or before[-1] in ".!?:;\n"
    return run.group().removeprefix(first).strip() if begins and second[0].islower() else run.group()


def _words(run: str) -> list[str]:
    return [folded(word) for word in run.split() if word[0].isupper()]
