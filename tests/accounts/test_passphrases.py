import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from justice_desk.accounts.passphrases import LONGEST, NEEDED_SCORE, WORDS, made_passphrase, require_strong, strength
from justice_desk.accounts.rules import PassphraseWeak


def test_a_made_passphrase_is_six_words_that_can_be_said_and_is_strong() -> None:
    made = {made_passphrase() for _ in range(50)}
    assert len(made) == 50
    for passphrase in made:
        assert re.fullmatch(rf"([a-z]{{4}} ){{{WORDS - 1}}}[a-z]{{4}}", passphrase)
        assert strength(passphrase) == 4


@pytest.mark.parametrize("passphrase", ["", "justicia", "12345678", "contraseña", "aaaaaaaaaaaaaaaaaaaa", "qwertyuiop"])
def test_a_passphrase_that_is_guessed_too_soon_is_refused(passphrase: str) -> None:
    with pytest.raises(PassphraseWeak) as caught:
        require_strong(passphrase)
    assert caught.value.score < caught.value.needed == NEEDED_SCORE


def test_words_that_a_guesser_would_try_first_do_not_count() -> None:
    assert strength("Qhispewanka7") >= NEEDED_SCORE
    with pytest.raises(PassphraseWeak):
        require_strong("Qhispewanka7", ["Illari Qhispewanka"])


@given(st.text(max_size=2 * LONGEST), st.lists(st.text(max_size=5), max_size=2))
def test_whatever_is_typed_has_a_strength(passphrase: str, known: list[str]) -> None:
    assert 0 <= strength(passphrase, known) <= 4
