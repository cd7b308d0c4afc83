"""The way back on paper: one code in four rows, or three shares of words of which any two are enough.

What stands on paper is a secret of 32 bytes. It opens the recovery slot, and the recovery key that lies there reaches
everything in the store, identities too: whoever keeps a sheet must be told so. The code is 52 Crockford symbols, each
row with its own check symbol. The shares are SLIP-39 mnemonics (SatoshiLabs Improvement Proposal 39): Shamir's secret
sharing, 33 words with a checksum each; one alone tells nothing of the secret.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from shamir_mnemonic import MnemonicError, combine_mnemonics, generate_mnemonics
from shamir_mnemonic.share import Share

from justice_desk.foundations.codes import check_symbol, decode, encode, tidy
from justice_desk.vault.errors import RecoveryCodeWrong, SharesTooFew, ShareWrong
from justice_desk.vault.keys import KEY_LENGTH

ROWS = 4
ROW_LENGTH = 13
SHARES = 3
ENOUGH = 2
WORDS = 33
"""How many words a share of 32 bytes has."""


class Paper(StrEnum):
    """How the secret stands on paper."""

    CODE = "code"
    SHARES = "shares"


@dataclass(frozen=True)
class Sheets:
    """A secret of 32 bytes as it stands on paper: one text of four rows, or three texts of 33 words."""

    kind: Paper
    secret: bytes = field(repr=False)
    texts: tuple[str, ...] = field(repr=False)

    @classmethod
    def fresh(cls, kind: Paper) -> "Sheets":
        """Return a new secret, and what is to be printed."""
        secret = secrets.token_bytes(KEY_LENGTH)
        if kind is Paper.CODE:
            return cls(kind, secret, (_code(secret),))
        (shares,) = generate_mnemonics(1, [(ENOUGH, SHARES)], secret, iteration_exponent=0)
        return cls(kind, secret, tuple(shares))


def secret_of(kind: Paper, texts: Sequence[str]) -> bytes:
    """Return the secret of what was typed back: the code, or two shares.

    Raises:
        RecoveryCodeWrong: a row of the code does not check, or rows are missing; says which.
        ShareWrong, SharesTooFew: a share is mistyped, or they are not two of one secret.
    """
    return secret_of_code(texts[0]) if kind is Paper.CODE else secret_of_shares(texts)


def secret_of_code(code: str) -> bytes:
    """Return the 32 bytes of a code as typed back, with the habits of handwriting (O/0, I/1, spaces, lower case).

    Raises:
        RecoveryCodeWrong: a row does not check, or rows are missing; says which row.
    """
    bare = tidy(code)
    length = ROW_LENGTH + 1
    rows = [bare[start : start + length] for start in range(0, ROWS * length, length)]
    for number, row in enumerate(rows, start=1):
        if len(row) != length or not row_checks(row):
            raise RecoveryCodeWrong(number)
    if len(bare) != ROWS * length:
        raise RecoveryCodeWrong(0)
    try:
        return decode("".join(row[:ROW_LENGTH] for row in rows), KEY_LENGTH)
    except ValueError as fault:
        raise RecoveryCodeWrong(ROWS) from fault


def row_checks(row: str) -> bool:
    """Say whether one row (13 symbols and its check symbol, tidied) is as it was printed."""
    try:
        return check_symbol(row[:ROW_LENGTH]) == row[ROW_LENGTH:]
    except ValueError:
        return False


def secret_of_shares(shares: Sequence[str]) -> bytes:
    """Return the 32 bytes that two shares make, as typed back: capitals and line breaks do not matter.

    Raises:
        ShareWrong: one is mistyped; says which (from 1).
        SharesTooFew: there are not two different ones of one secret.
    """
    tidied = [" ".join(share.split()).lower() for share in shares]
    for number, share in enumerate(tidied, start=1):
        if not share_checks(share):
            raise ShareWrong(number)
    if len(set(tidied)) != ENOUGH:
        raise SharesTooFew
    try:
        return combine_mnemonics(tidied)
    except MnemonicError as fault:
        raise SharesTooFew from fault


def share_checks(share: str) -> bool:
    """Say whether one share is as it was printed: its words are of the list, and its checksum fits."""
    try:
        words = " ".join(share.split()).lower()
        Share.from_mnemonic(words)
    except MnemonicError:
        return False
    return len(words.split()) == WORDS


def _code(secret: bytes) -> str:
    symbols = encode(secret)
    rows = [symbols[start : start + ROW_LENGTH] for start in range(0, ROWS * ROW_LENGTH, ROW_LENGTH)]
    return "\n".join(_grouped(row + check_symbol(row)) for row in rows)


def _grouped(row: str) -> str:
    return "-".join((row[:5], row[5:10], row[10:]))
