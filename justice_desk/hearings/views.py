"""What screens see of sessions, hearings and citations."""

from dataclasses import dataclass
from datetime import datetime

from justice_desk.foundations.ids import CaseId, PartyId, SessionId
from justice_desk.hearings.rules import Minutes


@dataclass(frozen=True)
class SessionView:
    """A session or hearing that was held, with its record."""

    id: SessionId
    case: CaseId
    minutes: Minutes
    closed_at: datetime


@dataclass(frozen=True)
class CitationView:
    """That somebody was called, by code, for when and in which neutral words."""

    id: str
    party: PartyId
    code: str
    called_for: datetime
    words: str
