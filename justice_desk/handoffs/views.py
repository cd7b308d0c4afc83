"""What screens see of handoffs, receivers, notices and receipts."""

from dataclasses import dataclass
from datetime import datetime

from justice_desk.cases.deadline_rules import Standing
from justice_desk.cases.rules import Channel
from justice_desk.custody.rules import ChainedEvent
from justice_desk.foundations.ids import CaseId, DocumentId, HandoffId, ReceiverId
from justice_desk.handoffs.rules import Lacking, Plan, Receipt, Stage


@dataclass(frozen=True)
class ReceiverView:
    """An office that cases go to; `fingerprint` is read aloud to confirm its key."""

    id: ReceiverId
    institution: str
    office: str
    place: str
    recipient: str
    annex_recipient: str
    fingerprint: str
    annex_fingerprint: str
    confirmed_at: datetime | None
    confirmed_with: str

    @property
    def to_read_out(self) -> str:
        """The digits that the receiver reads out: of its key, and of the one for the identities where it is another."""
        one_key = self.annex_fingerprint == self.fingerprint
        return self.fingerprint if one_key else self.fingerprint + self.annex_fingerprint


@dataclass(frozen=True)
class NoticeView:
    """An oral notice that was given."""

    id: str
    case: CaseId
    given_at: datetime
    means: Channel
    institution: str
    person: str
    said: str
    answer: str


@dataclass(frozen=True)
class HandoffView:
    """A handoff as its page shows it. `answer_standing` is None while no answer is owed; it is computed, not stored."""

    id: HandoffId
    case: CaseId
    case_number: str
    receiver: ReceiverView
    stage: Stage
    plan: Plan
    prepared_at: datetime
    reviewed_alone: bool
    sealed_at: datetime | None
    dispatched_at: datetime | None
    packet_id: str
    packet_sha256: str
    packet_bytes: int
    documents: tuple[DocumentId, ...]
    lacking: tuple[Lacking, ...]
    receipts: tuple[Receipt, ...]
    custody: tuple[ChainedEvent, ...]
    answer_due: datetime | None
    answer_standing: Standing | None
    steps: tuple[Stage, ...]
    void_reason: str = ""
