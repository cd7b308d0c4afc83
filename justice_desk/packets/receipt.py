"""The acknowledgement code: twenty digits that only somebody who opened *this* packet can read out.

SHA-256 of "jd-acuse-1", a zero byte, the SHA-256 of `tagmanifest-sha256.txt` and the packet's nonce, as a number modulo
10^20. The sender knows it from sealing; the receiver from opening; the telephone carries it between them.
"""

import hashlib
import hmac

from justice_desk.packets.fingerprints import spoken

DOMAIN = b"jd-acuse-1\0"
DIGITS = 20


def acknowledgement_code(tagmanifest_sha256: bytes, nonce: bytes) -> str:
    """Return the twenty digits of a packet; both arguments are 32 bytes."""
    number = int.from_bytes(hashlib.sha256(DOMAIN + tagmanifest_sha256 + nonce).digest(), "big")
    return f"{number % 10**DIGITS:0{DIGITS}d}"


def is_acknowledged(typed: str, code: str) -> bool:
    """Say whether what was typed is this packet's code; grouping does not matter."""
    return hmac.compare_digest(spoken(typed).encode(), code.encode())
