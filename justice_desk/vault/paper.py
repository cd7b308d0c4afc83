"""What stands on paper, and whether it is as it was printed: a code in four rows, or shares of words.

The code is 52 Crockford symbols, each row with its own check symbol. The shares are SLIP-39 mnemonics (SatoshiLabs
Improvement Proposal 39): 33 words each of a list of 1024, with a checksum.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from shamir_mnemonic import MnemonicError
from shamir_mnemonic.share import Share
from shamir_mnemonic.wordlist import WORDLIST

from justice_desk.foundations.codes import check_symbol, tidy
from justice_desk.vault.rules import Paper

if TYPE_CHECKING:
    from justice_desk.vault.slots import RecoverySlot

ROWS = 4
ROW_LENGTH = 13
SHARES = 3
ENOUGH = 2
WORDS = 33
"""How many words a share of 32 bytes has."""


@dataclass(frozen=True)
class Sheets:
    """A secret of 32 bytes as it stands on paper: one text of four rows, or three texts of 33 words."""

    kind: Paper
    secret: bytes = field(repr=False)
    texts: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True)
class NewPaper:
    """Another way back, not in force yet: what is printed, its slot, and what the square on the sheets holds."""

    sheets: Sheets
    slot: "RecoverySlot"
    square: str = field(repr=False)


def row_checks(row: str) -> bool:
    """Say whether one row (13 symbols and its check symbol) is as it was printed, however it was typed."""
    bare = tidy(row)
    try:
        return len(bare) == ROW_LENGTH + 1 and check_symbol(bare[:ROW_LENGTH]) == bare[ROW_LENGTH:]
    except ValueError:
        return False


def share_checks(share: str) -> bool:
    """Say whether one share is as it was printed: its words are of the list, and its checksum fits."""
    words = words_of(share)
    try:
        Share.from_mnemonic(" ".join(words))
    except MnemonicError:
        return False
    return len(words) == WORDS


def words_of(share: str) -> list[str]:
    """Return the words of a share as it was typed: capitals and line breaks do not matter."""
    return share.lower().split()


def unknown_words(share: str) -> list[str]:
    """Return the words that stand on no share."""
    return [word for word in words_of(share) if word not in WORDLIST]
