"""Receivers: the offices that cases go to, the keys they read with, and whether a voice confirmed those keys."""

from pyrage import RecipientError, x25519
from sqlalchemy import select

from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.work import Persons, begin, look
from justice_desk.foundations.fields import tidy_line
from justice_desk.foundations.ids import ReceiverId, new_id
from justice_desk.handoffs.reading import receiver_view
from justice_desk.handoffs.records import ReceiverRecord
from justice_desk.handoffs.rules import FingerprintDiffers, NewReceiver, ReceiverAbsent, RecipientUnreadable
from justice_desk.handoffs.views import ReceiverView
from justice_desk.journal.rules import Act
from justice_desk.packets.fingerprints import spoken


class ReceiverService:
    """The receivers that this desk knows."""

    def __init__(self, persons: Persons) -> None:
        self._persons = persons

    def enter(self, receiver: NewReceiver) -> ReceiverView:
        """Enter a receiver with the key it reads with; the annex with the identities may have a key of its own.

        Raises:
            RecipientUnreadable: a key is not an age recipient.
            FieldMissing, FieldTooLong, CharacterRefused: names the field.
        """
        with begin(self._persons, UseCase.ENTER_RECEIVER) as work:
            recipient = _recipient(receiver.recipient)
            row = ReceiverRecord(
                id=new_id(work.now),
                institution=tidy_line(receiver.institution, "institution", needed=True),
                office=tidy_line(receiver.office, "office", needed=True),
                place=tidy_line(receiver.place, "place", needed=True),
                recipient=recipient,
                annex_recipient=_recipient(receiver.annex_recipient) if receiver.annex_recipient.strip() else recipient,
                entered_at=work.now,
                confirmed_at=None,
                confirmed_with="",
            )
            work.session.add(row)
            work.session.flush()
            view = receiver_view(row)
            work.commit(Act(row.id, {"fingerprint": view.fingerprint}, formal=True))
            return view

    def confirm(self, receiver: ReceiverId, digits: str, confirmed_with: str) -> ReceiverView:
        """Note that the receiver read its fingerprint out by telephone, and that it was the same.

        Where the identities have a key of their own, both fingerprints are read out, one after the other.

        Raises:
            FingerprintDiffers: what was read out is another key's.
            ReceiverAbsent: there is no such receiver.
            FieldMissing: with whom it was confirmed was not written.
        """
        with begin(self._persons, UseCase.ENTER_RECEIVER) as work:
            row = work.session.get(ReceiverRecord, receiver)
            if row is None:
                raise ReceiverAbsent
            if spoken(digits) != receiver_view(row).to_read_out:
                raise FingerprintDiffers
            row.confirmed_at = work.now
            row.confirmed_with = tidy_line(confirmed_with, "confirmed_with", needed=True)
            work.session.flush()
            view = receiver_view(row)
            work.commit(Act(row.id, {"confirmed": True}, formal=True))
            return view

    def receivers(self) -> tuple[ReceiverView, ...]:
        """Return the receivers, by institution."""
        with look(self._persons, UseCase.READ_CASES) as work:
            rows = work.session.scalars(select(ReceiverRecord).order_by(ReceiverRecord.institution, ReceiverRecord.id))
            return tuple(receiver_view(row) for row in rows)


def _recipient(text: str) -> str:
    bare = "".join(text.split()).lower()
    try:
        x25519.Recipient.from_str(bare)
    except (RecipientError, UnicodeError) as fault:
        raise RecipientUnreadable from fault
    return bare
