"""The part of the SLIP-39 library that the vault uses."""

from collections.abc import Iterable, Sequence

class MnemonicError(Exception): ...

def generate_mnemonics(
    group_threshold: int,
    groups: Sequence[tuple[int, int]],
    master_secret: bytes,
    passphrase: bytes = ...,
    extendable: bool = ...,
    iteration_exponent: int = ...,
) -> list[list[str]]: ...
def combine_mnemonics(mnemonics: Iterable[str], passphrase: bytes = ...) -> bytes: ...
