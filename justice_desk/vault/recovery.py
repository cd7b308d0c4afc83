"""The way back on paper: 52 Crockford symbols in four rows, each row with its own check symbol.

What is printed is a secret of 32 bytes. It opens the recovery slot, and the recovery key that lies there reaches
everything in the store, identities too: whoever keeps the sheet must be told so.
"""

import secrets

from justice_desk.foundations.codes import check_symbol, decode, encode, tidy
from justice_desk.vault.errors import RecoveryCodeWrong
from justice_desk.vault.keys import KEY_LENGTH

ROWS = 4
ROW_LENGTH = 13


def new_recovery_code() -> str:
    """Return a fresh code: four lines, each 13 symbols and a check symbol, in groups easy to copy by hand."""
    symbols = encode(secrets.token_bytes(KEY_LENGTH))
    rows = [symbols[start : start + ROW_LENGTH] for start in range(0, ROWS * ROW_LENGTH, ROW_LENGTH)]
    return "\n".join(_grouped(row + check_symbol(row)) for row in rows)


def secret_of(code: str) -> bytes:
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


def _grouped(row: str) -> str:
    return "-".join((row[:5], row[5:10], row[10:]))
