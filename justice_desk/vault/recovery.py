"""Making and reading back the way on paper: one code in four rows, or three shares of which any two are enough.

What stands on paper is a secret of 32 bytes. It opens the recovery slot, and the recovery key that lies there reaches
everything in the store, identities too: whoever keeps a sheet must be told so. The shares are Shamir's secret sharing
(SLIP-39): one alone tells nothing of the secret.
"""

import secrets
from collections.abc import Sequence

from shamir_mnemonic import MnemonicError, combine_mnemonics, generate_mnemonics

from justice_desk.foundations.codes import check_symbol, decode, encode, tidy
from justice_desk.vault.errors import RecoveryCodeWrong, SharesTooFew, ShareWrong
from justice_desk.vault.keys import KEY_LENGTH
from justice_desk.vault.paper import ENOUGH, ROW_LENGTH, ROWS, SHARES, Sheets, row_checks, share_checks, words_of
from justice_desk.vault.rules import Paper


def fresh_sheets(kind: Paper) -> Sheets:
    """Return a new secret, and what is to be printed."""
    secret = secrets.token_bytes(KEY_LENGTH)
    if kind is Paper.CODE:
        return Sheets(kind, secret, (_code(secret),))
    (shares,) = generate_mnemonics(1, [(ENOUGH, SHARES)], secret, iteration_exponent=0)
    return Sheets(kind, secret, tuple(shares))


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


def secret_of_shares(shares: Sequence[str]) -> bytes:
    """Return the 32 bytes that two shares make, as typed back: capitals and line breaks do not matter.

    Raises:
        ShareWrong: one is mistyped; says which (from 1).
        SharesTooFew: there are not two different ones of one secret.
    """
    tidied = [" ".join(words_of(share)) for share in shares]
    for number, share in enumerate(tidied, start=1):
        if not share_checks(share):
            raise ShareWrong(number)
    if len(set(tidied)) != ENOUGH:
        raise SharesTooFew
    try:
        return combine_mnemonics(tidied)
    except MnemonicError as fault:
        raise SharesTooFew from fault


def _code(secret: bytes) -> str:
    symbols = encode(secret)
    rows = [symbols[start : start + ROW_LENGTH] for start in range(0, ROWS * ROW_LENGTH, ROW_LENGTH)]
    return "\n".join(_grouped(row + check_symbol(row)) for row in rows)


def _grouped(row: str) -> str:
    return "-".join((row[:5], row[5:10], row[10:]))
