from datetime import UTC, datetime
from pathlib import Path

import pytest

from justice_desk.vault.errors import RecoveryCodeWrong, SignInDelayed, UnsafePlace
from ui.appearance import Appearance
from ui.sentences import sentence

# That every error has a sentence is tested in tests/house/test_errors.py.


def test_a_fact_is_spoken_in_the_language_of_the_reader(appearance: Appearance) -> None:
    fact = SignInDelayed(datetime(2026, 3, 2, tzinfo=UTC))
    assert sentence(fact).startswith("Demasiados intentos")
    appearance.speak("en")
    assert sentence(fact).startswith("Too many")


def test_a_wrong_row_of_the_code_is_named() -> None:
    assert "Row 3" in sentence(RecoveryCodeWrong(3))
    assert "Row" not in sentence(RecoveryCodeWrong(0))


@pytest.mark.parametrize(("kind", "words"), [("network", "another computer"), ("synchronised", "internet")])
def test_an_unsafe_place_is_told_by_its_kind(kind: str, words: str) -> None:
    assert words in sentence(UnsafePlace(Path("/example"), kind))


def test_a_bug_is_not_spoken_as_a_fact() -> None:
    with pytest.raises(LookupError):
        sentence(ValueError("no fact"))
