"""Identifiers: UUID version 7 (RFC 9562 §5.7), made here because Python 3.11 to 3.13 do not offer it."""

import secrets
from datetime import datetime
from typing import NewType

PersonId = NewType("PersonId", str)
CaseId = NewType("CaseId", str)
PartyId = NewType("PartyId", str)
SessionId = NewType("SessionId", str)
MeasureId = NewType("MeasureId", str)
DocumentId = NewType("DocumentId", str)
HandoffId = NewType("HandoffId", str)
ReceiverId = NewType("ReceiverId", str)
CommunityId = NewType("CommunityId", str)
TermId = NewType("TermId", str)


def new_id(at: datetime) -> str:
    """Return a fresh identifier that sorts by the aware time `at`: 36 characters, lower case.

    The first 48 bits are Unix milliseconds, the rest is random but for version and variant (RFC 9562 §5.7).
    """
    milliseconds = int(at.timestamp() * 1000) & ((1 << 48) - 1)
    value = milliseconds << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
