import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pyrage import decrypt_io, x25519

from justice_desk.accounts.rules import NotPermitted, UseCase
from justice_desk.accounts.work import look
from justice_desk.cases.rules import AgeStatus, Identity, PartyRole
from justice_desk.custody.rules import CustodyKind
from justice_desk.documents.rules import AlreadyIssued
from justice_desk.documents.service import DocumentService
from justice_desk.foundations.ids import HandoffId
from justice_desk.foundations.progress import Cancelled, Unwatched
from justice_desk.handoffs.letter_service import LetterService
from justice_desk.handoffs.reading import acknowledgement_of, load_handoff
from justice_desk.handoffs.receiver_service import ReceiverService
from justice_desk.handoffs.rules import (
    HandoffIncomplete,
    IdentityInTheOpen,
    Lacking,
    LetterIssued,
    ReceiptKind,
    Stage,
    StageOutOfOrder,
)
from justice_desk.handoffs.sealing_service import SealingService
from justice_desk.handoffs.views import HandoffView
from justice_desk.hearings.rules import Point, PointKind
from justice_desk.packets.fingerprints import grouped
from tests.desks import Desks, founding
from tests.handoffs.road import Road, new_receiver, notice, plan, receipt, step
from tests.hearings.records import reserved
from tests.intakes import IDENTITY, party
from tests.protection.test_rules import MEASURE


class Sender(Road):
    """A road on which real packets are sealed."""

    @property
    def letters(self) -> LetterService:
        """The papers that go with handoffs."""
        return LetterService(self.desk.acting(self.who))

    @property
    def sealing(self) -> SealingService:
        """What makes packets."""
        return SealingService(self.desk.acting(self.who))

    def ready(self, told: str = "Se toma conocimiento de que V-01 salió.") -> HandoffView:
        """Hold the session, issue every paper and review the handoff."""
        points = (Point(PointKind.NOTICE, told),)
        self.desk.clock.turn(hours=2)
        session = self.desk.hearings(self.who).record(self.case, reserved(self.desk.clock(), points=points)).id
        DocumentService(self.desk.acting(self.who)).issue_acta(self.case, session)
        handoff = self.prepared().id
        self.letters.issue_oficio(self.case, handoff)
        self.letters.issue_reserved_sheet(self.case, handoff)
        return self.handoffs.review(self.case, handoff)

    def code_of(self, handoff: HandoffId) -> str:
        """Return the code that whoever opens the packet can read out."""
        with look(self.desk.acting(self.who), UseCase.READ_CASES, self.case) as work:
            return acknowledgement_of(work, load_handoff(work, self.case, handoff))


Senders = Callable[..., Sender]


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    place = tmp_path / "drive"
    place.mkdir()
    return place


@pytest.fixture
def keys() -> tuple[x25519.Identity, x25519.Identity]:
    return x25519.Identity.generate(), x25519.Identity.generate()


@pytest.fixture
def sender(desks: Desks, keys: tuple[x25519.Identity, x25519.Identity]) -> Senders:
    def make(country: str = "bo", *, alone: bool = True) -> Sender:
        desk = desks(country, alone=alone)
        receivers = ReceiverService(desk.acting("ana"))
        receiver = receivers.enter(new_receiver(*(str(key.to_public()) for key in keys)))
        receivers.confirm(receiver.id, receiver.to_read_out, "Secretaría ficticia")
        case = desk.suspected().id
        victim = desk.parties().add(case, party(PartyRole.VICTIM, AgeStatus.CHILD)).id
        desk.parties().write_identity(case, victim, IDENTITY)
        return Sender(desk, case, receiver.id)

    return make


def whole_text(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def decrypted(sealed: bytes, key: x25519.Identity) -> bytes:
    plain = io.BytesIO()
    decrypt_io(io.BytesIO(sealed), plain, [key])
    return plain.getvalue()


def opened(view: HandoffView, target: Path, key: x25519.Identity, place: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(decrypted((target / view.packet_id / "paquete.age").read_bytes(), key))) as archive:
        archive.extractall(place)
    return place / view.packet_id


@pytest.mark.parametrize("country", ["bo", "gt"])
def test_a_packet_is_sealed_travels_and_its_code_comes_back(
    sender: Senders, country: str, drive: Path, tmp_path: Path, keys: tuple[x25519.Identity, x25519.Identity]
) -> None:
    way = sender(country)
    handoff = way.ready().id
    assert way.code_of(handoff) == ""
    view = way.sealing.seal(way.case, handoff, drive, Unwatched())
    assert (view.stage, view.sealed_at, view.lacking) == (Stage.SEALED, way.desk.clock(), ())
    assert [link.event.kind for link in view.custody] == [CustodyKind.SEALED]
    bag = opened(view, drive, keys[0], tmp_path)
    open_part = whole_text(bag)
    for secret in ("Q'illurumi", "Tusuyñan", "00112233", "700 00 111"):
        assert secret.encode() not in open_part
        assert secret.encode() not in whole_text(drive)
    remission = json.loads((bag / "data" / "remision.json").read_bytes())
    assert remission["packet_id"] == view.packet_id
    annex = decrypted(next((bag / "data" / "anexos").iterdir()).read_bytes(), keys[1])
    assert b"Q'illurumi" in annex
    way.on_the_road.dispatch(way.case, handoff, step(way.desk.clock()))
    said = receipt(way.desk.clock(), ReceiptKind.CODE, code=grouped(way.code_of(handoff)))
    assert way.on_the_road.enter_receipt(way.case, handoff, said).stage is Stage.ACKNOWLEDGED


def test_a_second_packet_follows_the_first_in_the_sequence(sender: Senders, drive: Path) -> None:
    way = sender()
    first = way.sealing.seal(way.case, way.ready().id, drive, Unwatched())
    way.set_back(first.id, Stage.NOT_DISPATCHED)
    second = way.sealing.seal(way.case, way.ready().id, drive, Unwatched())
    assert second.packet_id != first.packet_id
    assert way.code_of(second.id) != way.code_of(first.id)
    assert len(second.documents) == 3


@pytest.mark.parametrize(
    "said", ["Wayra Q'illurumi salió.", "Llamar al 70000111.", "Va a la Unidad Educativa Imaginaria."]
)
def test_an_acta_that_names_a_protected_person_stops_the_seal_and_leaves_nothing(
    sender: Senders, drive: Path, said: str
) -> None:
    way = sender()
    handoff = way.ready(said).id
    with pytest.raises(IdentityInTheOpen) as caught:
        way.sealing.seal(way.case, handoff, drive, Unwatched())
    assert any("ACTA" in where for where in caught.value.where)
    assert list(drive.iterdir()) == []
    assert way.handoffs.handoff(way.case, handoff).stage is Stage.REVIEWED
    assert way.handoffs.void(way.case, handoff, "el acta decía un nombre").stage is Stage.VOIDED


def test_somebody_who_lives_in_the_community_that_sends_can_be_sent(sender: Senders, drive: Path) -> None:
    way = sender()
    neighbour = way.desk.parties().add(way.case, party(PartyRole.WITNESS)).id
    way.desk.parties().write_identity(way.case, neighbour, Identity(address=founding().community))
    assert way.sealing.seal(way.case, way.ready().id, drive, Unwatched()).stage is Stage.SEALED


def test_nothing_is_sealed_that_lacks_a_needed_part_or_was_not_reviewed(sender: Senders, drive: Path) -> None:
    way = sender()
    handoff = way.prepared().id
    with pytest.raises(HandoffIncomplete) as caught:
        way.sealing.seal(way.case, handoff, drive, Unwatched())
    assert set(caught.value.lacking) == {Lacking.ACTA, Lacking.OFICIO, Lacking.REVIEW}
    with pytest.raises(HandoffIncomplete):
        way.letters.issue_oficio(way.case, handoff)
    with pytest.raises(HandoffIncomplete):
        way.letters.preview_oficio(way.case, handoff)
    with pytest.raises(HandoffIncomplete):
        way.letters.issue_reserved_sheet(way.case, handoff)
    assert list(drive.iterdir()) == []


def test_there_is_no_sheet_of_identities_where_nobody_wrote_one(desks: Desks) -> None:
    desk = desks(alone=True)
    receiver = ReceiverService(desk.acting("ana")).enter(new_receiver()).id
    way = Sender(desk, desk.suspected().id, receiver)
    with pytest.raises(HandoffIncomplete) as caught:
        way.ready()
    assert caught.value.lacking == (Lacking.VICTIM_IDENTITY,)


def test_a_packet_without_identities_has_no_annex(desks: Desks, drive: Path, tmp_path: Path) -> None:
    desk = desks(alone=True)
    key = x25519.Identity.generate()
    receiver = ReceiverService(desk.acting("ana")).enter(new_receiver(str(key.to_public()))).id
    way = Sender(desk, desk.suspected().id, receiver)
    desk.clock.turn(hours=2)
    session = desk.hearings().record(way.case, reserved(desk.clock())).id
    DocumentService(desk.acting("ana")).issue_acta(way.case, session)
    handoff = way.prepared().id
    way.letters.issue_oficio(way.case, handoff)
    way.handoffs.review(way.case, handoff)
    view = way.sealing.seal(way.case, handoff, drive, Unwatched())
    bag = opened(view, drive, key, tmp_path)
    assert not (bag / "data" / "anexos").exists()


def test_what_comes_after_the_letter_goes_with_a_later_handoff(sender: Senders, drive: Path) -> None:
    way = sender()
    ready = way.ready()
    way.desk.clock.turn(hours=1)
    session = way.desk.hearings(way.who).record(way.case, reserved(way.desk.clock())).id
    later = DocumentService(way.desk.acting(way.who)).issue_acta(way.case, session)
    assert way.handoffs.handoff(way.case, ready.id).documents == ready.documents
    sealed = way.sealing.seal(way.case, ready.id, drive, Unwatched())
    assert sealed.documents == ready.documents
    assert later.id not in sealed.documents


def test_what_the_letter_says_is_not_changed_any_more(sender: Senders) -> None:
    way = sender()
    way.desk.clock.turn(hours=2)
    session = way.desk.hearings(way.who).record(way.case, reserved(way.desk.clock())).id
    DocumentService(way.desk.acting(way.who)).issue_acta(way.case, session)
    handoff = way.prepared().id
    letter = way.letters.issue_oficio(way.case, handoff)
    with pytest.raises(LetterIssued) as caught:
        way.handoffs.change(way.case, handoff, plan(way.receiver, purpose="Otra finalidad"))
    assert caught.value.number == letter.number


def test_a_paper_that_is_issued_after_the_review_is_reviewed_too(sender: Senders) -> None:
    way = sender()
    way.desk.clock.turn(hours=2)
    session = way.desk.hearings(way.who).record(way.case, reserved(way.desk.clock())).id
    DocumentService(way.desk.acting(way.who)).issue_acta(way.case, session)
    handoff = way.reviewed().id
    way.letters.issue_oficio(way.case, handoff)
    assert way.handoffs.handoff(way.case, handoff).stage is Stage.PREPARING


def test_a_paper_is_issued_once_and_not_after_the_seal(sender: Senders, drive: Path) -> None:
    way = sender()
    handoff = way.ready().id
    with pytest.raises(AlreadyIssued):
        way.letters.issue_oficio(way.case, handoff)
    way.sealing.seal(way.case, handoff, drive, Unwatched())
    for issue in (way.letters.issue_oficio, way.letters.issue_reserved_sheet):
        with pytest.raises(StageOutOfOrder):
            issue(way.case, handoff)
    with pytest.raises(StageOutOfOrder):
        way.sealing.seal(way.case, handoff, drive, Unwatched())


def test_the_letter_tells_what_was_done_so_far_by_code(sender: Senders) -> None:
    way = sender("gt")
    way.notices.log(way.case, replace(notice(institution="FSCTP"), answer="Que se presente por escrito."))
    way.desk.protection().decide(way.case, MEASURE)
    way.ready()
    (letter,) = [
        one for one in DocumentService(way.desk.acting("ana")).documents(way.case) if one.kind.value == "oficio"
    ]
    assert letter.number.startswith("OFICIO A-001/2026")
    assert way.letters.preview_oficio(way.case, way.handoffs.all()[0].id).startswith(b"%PDF")


class Stopping(Unwatched):
    """Somebody who asks the work to stop at its first step."""

    def step(self, done: int, total: int, part: str = "") -> None:
        """Ask to stop."""
        super().step(done, total, part)
        raise Cancelled


def test_a_seal_that_was_stopped_leaves_the_handoff_as_it_was(sender: Senders, drive: Path) -> None:
    way = sender()
    handoff = way.ready().id
    with pytest.raises(Cancelled):
        way.sealing.seal(way.case, handoff, drive, Stopping())
    assert way.handoffs.handoff(way.case, handoff).stage is Stage.REVIEWED
    assert list(drive.iterdir()) == []


def test_a_packet_that_the_desk_could_not_note_does_not_stay_on_the_drive(sender: Senders, drive: Path) -> None:
    way = sender()
    handoff = way.ready().id

    class Voiding(Unwatched):
        def step(self, done: int, total: int, part: str = "") -> None:
            super().step(done, total, part)
            if way.handoffs.handoff(way.case, handoff).stage is Stage.REVIEWED:
                way.handoffs.void(way.case, handoff, "mientras se sellaba")

    with pytest.raises(StageOutOfOrder):
        way.sealing.seal(way.case, handoff, drive, Voiding())
    assert [place for place in drive.iterdir() if place.is_dir()] == []


def test_a_clerk_does_not_seal(sender: Senders, drive: Path) -> None:
    way = sender(alone=False)
    handoff = way.ready().id
    clerk = SealingService(way.desk.acting("berta"))
    with pytest.raises(NotPermitted):
        clerk.seal(way.case, handoff, drive, Unwatched())
    assert clerk.sender_code() == "JIOC-BO-051299-A"
    assert len(clerk.sealing_key()) == 32
