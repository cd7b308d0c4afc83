"""Passphrases: how strong one is, and one made for those who would rather be given one.

Strength is estimated by zxcvbn (Wheeler, USENIX Security 2016). A made passphrase is six words of two open syllables:
easy to say in Spanish, Aymara, Quechua or any Maya language, and 73 bits that nobody chose.
"""

import secrets
from collections.abc import Sequence

from zxcvbn import zxcvbn

from justice_desk.accounts.rules import PassphraseWeak

NEEDED_SCORE = 3
LONGEST = 72
"""zxcvbn refuses longer texts; what is beyond counts for nothing in the estimate."""
_CONSONANTS = "bdfgklmnprstwy"
_VOWELS = "aeiou"
WORDS = 6


def made_passphrase() -> str:
    """Return a fresh passphrase of six made-up words."""
    return " ".join(_word() for _ in range(WORDS))


def strength(passphrase: str, known: Sequence[str] = ()) -> int:
    """Return 0 (guessed at once) to 4 (very hard); `known` is what a guesser would try first, such as the name."""
    if not passphrase:
        return 0
    guesses = [guess for text in known for guess in (text, *text.split())]
    return int(zxcvbn(passphrase[:LONGEST], user_inputs=guesses)["score"])


def require_strong(passphrase: str, known: Sequence[str] = ()) -> None:
    """Refuse a passphrase that would be guessed too soon.

    Raises:
        PassphraseWeak: says how weak it is.
    """
    score = strength(passphrase, known)
    if score < NEEDED_SCORE:
        raise PassphraseWeak(score, NEEDED_SCORE)


def _word() -> str:
    return "".join(secrets.choice(_CONSONANTS) + secrets.choice(_VOWELS) for _ in range(2))
