import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select

from justice_desk.accounts.office import SIGNING, office_public
from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.work import Work, begin, look
from justice_desk.cases.records import CaseRecord
from justice_desk.communities.records import CommunityRecord, ProfileRecord
from justice_desk.documents.fields import FieldValue
from justice_desk.documents.issuing import IssueOrder, draft, issue, open_content, open_document
from justice_desk.documents.records import DocumentRecord
from justice_desk.documents.rules import (
    CharacterUnprintable,
    ContentMissing,
    Kind,
    PaperSize,
    SealedTooWide,
)
from justice_desk.documents.templates import load_template
from justice_desk.documents.verification import verify_square
from justice_desk.foundations.ids import CaseId
from justice_desk.journal.rules import Act
from justice_desk.vault.errors import NotAdmitted, StoreDamaged
from justice_desk.vault.records import Base
from justice_desk.vault.rules import Scope
from tests.documents import papers
from tests.documents.papers import ACTA, PAPERS, ZONE
from tests.documents.structure import opened
from tests.stores import DeskAtHand

NEW_YEAR = datetime(2027, 1, 1, 4, 0, tzinfo=UTC)
"""Midnight in Bolivia."""


@pytest.fixture
def case(desk: DeskAtHand) -> CaseId:
    made = desk.open_case("ana")
    known = {"id": made, "digest": "digest", "communities.id": made, "profiles.digest": "digest"}
    known["persons.id"] = desk.id_of("ana")
    with begin(desk.acting("ana"), UseCase.REGISTER_CASE) as work:
        for kind in (ProfileRecord, CommunityRecord, CaseRecord):
            work.session.add(whole(kind, known))
            work.session.flush()
        work.commit(Act("case", formal=True))
    return made


def whole(kind: type[Base], known: Mapping[str, object]) -> Base:
    """Return a row with something in every column: what it says does not matter here, only what it points to."""
    samples: Mapping[type, object] = {str: "x", int: 1, bool: False, bytes: b"x", object: NEW_YEAR}
    row: dict[str, object] = {}
    for column in kind.__table__.columns:
        names = [column.name, *(key.target_fullname for key in column.foreign_keys)]
        found = [known[name] for name in names if name in known]
        if found or not column.nullable:
            row[column.name] = (found or [samples[column.type.python_type]])[0]
    return kind(**row)


def order(
    case: CaseId, kind: Kind = Kind.ACTA, scope: Scope = Scope.SUMMARY, given: Mapping[str, FieldValue] | None = None
) -> IssueOrder:
    return IssueOrder(
        case=case,
        subject="session-1",
        template=load_template("bo", kind),
        fields=PAPERS[kind] if given is None else given,
        scope=scope,
        desk="A",
        zone=ZONE,
        size=PaperSize.CARTA,
    )


def issued(desk: DeskAtHand, what: IssueOrder, who: str = "ana", use_case: UseCase = UseCase.ISSUE_DOCUMENT) -> str:
    with begin(desk.acting(who), use_case, what.case) as work:
        record = issue(work, what)
        identifier = record.id
        work.commit(Act(identifier, formal=True))
    return identifier


def record_of(work: Work, document: str) -> DocumentRecord:
    return work.session.get_one(DocumentRecord, document)


def test_an_issued_paper_opens_as_it_was_issued(desk: DeskAtHand, case: CaseId) -> None:
    document = issued(desk, order(case))
    with look(desk.acting("ana"), UseCase.READ_DOCUMENT, case) as work:
        record = record_of(work, document)
        pdf = open_document(work, record)
        with opened(pdf) as file:
            assert len(file.pages) == record.pages
            assert str(file.trailer.Info.Title) == "ACTA A-001/2026"
        assert (record.series, record.year, record.serial, record.kind) == ("ACTA-A", 2026, 1, "acta")
        assert (record.subject, record.scope, record.issued_by) == ("session-1", "summary", desk.id_of("ana"))
        assert record.template_sha256 == load_template("bo", Kind.ACTA).sha256


def test_the_content_that_is_kept_is_what_the_paper_says(desk: DeskAtHand, case: CaseId) -> None:
    document = issued(desk, order(case))
    with look(desk.acting("ana"), UseCase.READ_DOCUMENT, case) as work:
        content: dict[str, Any] = json.loads(open_content(work, record_of(work, document)))
    assert content["number"] == "ACTA A-001/2026"
    assert content["fields"]["sesion.lugar"] == ACTA["sesion.lugar"]


def test_nothing_of_a_paper_lies_open_in_the_store(desk: DeskAtHand, case: CaseId) -> None:
    document = issued(desk, order(case))
    with look(desk.acting("ana"), UseCase.READ_DOCUMENT, case) as work:
        record = record_of(work, document)
        assert b"Ejemplo Alto" not in record.content
        assert b"%PDF" not in record.pdf


def test_numbers_follow_each_other_kind_by_kind_and_desk_by_desk(desk: DeskAtHand, case: CaseId) -> None:
    documents = [
        issued(desk, order(case)),
        issued(desk, order(case, Kind.OFICIO)),
        issued(desk, replace(order(case), desk="B")),
        issued(desk, order(case)),
    ]
    with look(desk.acting("ana"), UseCase.READ_DOCUMENT, case) as work:
        rows = [record_of(work, document) for document in documents]
        assert [(row.series, row.serial) for row in rows] == [
            ("ACTA-A", 1),
            ("OFICIO-A", 1),
            ("ACTA-B", 1),
            ("ACTA-A", 2),
        ]


def test_a_number_that_was_not_committed_is_given_again(desk: DeskAtHand, case: CaseId) -> None:
    with begin(desk.acting("ana"), UseCase.ISSUE_DOCUMENT, case) as work:
        assert issue(work, order(case)).serial == 1
    issued(desk, order(case))
    with look(desk.acting("ana"), UseCase.READ_DOCUMENT, case) as work:
        assert list(work.session.scalars(select(DocumentRecord.serial))) == [1]


def test_the_series_begins_anew_at_local_midnight(desk: DeskAtHand, case: CaseId) -> None:
    desk.clock.at = NEW_YEAR.replace(hour=3)
    issued(desk, order(case))
    desk.clock.at = NEW_YEAR
    issued(desk, order(case))
    with look(desk.acting("ana"), UseCase.READ_DOCUMENT, case) as work:
        rows = work.session.execute(select(DocumentRecord.year, DocumentRecord.serial).order_by(DocumentRecord.year))
        assert [tuple(row) for row in rows] == [(2026, 1), (2027, 1)]


def squares(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the text of every code square that is drawn from now on."""
    drawn: list[str] = []
    monkeypatch.setattr("justice_desk.documents.pages.define_square", lambda _canvas, text: drawn.append(text))
    monkeypatch.setattr("justice_desk.documents.square.VerificationBlock.draw", lambda _block: None)
    return drawn


def test_the_square_is_signed_with_the_key_of_the_office(
    desk: DeskAtHand, case: CaseId, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = squares(monkeypatch)
    document = issued(desk, order(case))
    with look(desk.acting("ana"), UseCase.READ_DOCUMENT, case) as work:
        record = record_of(work, document)
        finding = verify_square(drawn[0], bytes.fromhex(office_public(work, SIGNING)))
        assert finding.holds
        assert finding.head is not None
        assert (finding.head.code, finding.head.sheets) == (record.code, record.pages)
        assert finding.content.hex() == record.content_sha256


def test_who_does_not_hold_the_key_of_the_office_signs_with_their_own(
    desk: DeskAtHand, case: CaseId, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = squares(monkeypatch)
    issued(desk, order(case), "berta")
    assert verify_square(drawn[0], desk.ring_of("berta").verifying).holds
    assert not verify_square(drawn[0], desk.ring_of("ana").verifying).holds


def test_identities_are_sealed_to_those_who_may_read_identities(desk: DeskAtHand, case: CaseId) -> None:
    secret = order(case, Kind.RESERVED_SHEET, Scope.IDENTITY)
    document = issued(desk, secret, use_case=UseCase.ISSUE_SECRET_DOCUMENT)
    with look(desk.acting("carla"), UseCase.READ_DOCUMENT, case) as work:
        assert open_document(work, record_of(work, document)).startswith(b"%PDF")
    with look(desk.acting("berta"), UseCase.READ_DOCUMENT, case) as work, pytest.raises(NotAdmitted):
        open_document(work, record_of(work, document))


@pytest.mark.parametrize("scope", [Scope.SUMMARY, Scope.TESTIMONY])
def test_identities_are_not_sealed_to_anybody_else(desk: DeskAtHand, case: CaseId, scope: Scope) -> None:
    with begin(desk.acting("ana"), UseCase.ISSUE_SECRET_DOCUMENT, case) as work, pytest.raises(SealedTooWide):
        issue(work, order(case, Kind.RESERVED_SHEET, scope))


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({name: value for name, value in ACTA.items() if name != "sesion.puntos"}, ContentMissing),
        ({**ACTA, "sesion.decision": "☐"}, CharacterUnprintable),
    ],
)
def test_what_cannot_be_issued_takes_no_number(
    desk: DeskAtHand, case: CaseId, given: Mapping[str, FieldValue], error: type[Exception]
) -> None:
    with begin(desk.acting("ana"), UseCase.ISSUE_DOCUMENT, case) as work, pytest.raises(error):
        issue(work, order(case, given=given))
    with look(desk.acting("ana"), UseCase.READ_DOCUMENT, case) as work:
        assert work.session.scalars(select(DocumentRecord)).all() == []


@pytest.mark.parametrize("column", ["pdf", "content"])
def test_bytes_that_were_exchanged_are_found(desk: DeskAtHand, case: CaseId, column: str) -> None:
    document = issued(desk, order(case))
    with look(desk.acting("ana"), UseCase.READ_DOCUMENT, case) as work:
        record = record_of(work, document)
        label = f"documents.{column}:{document}"
        work.session.expunge(record)
        other = work.ring.seal(work.session, case, Scope.SUMMARY, b"another paper", label)
        setattr(record, column, other)
        with pytest.raises(StoreDamaged) as found:
            open_document(work, record)
        assert found.value.part == label


def test_a_code_that_was_exchanged_is_found(desk: DeskAtHand, case: CaseId) -> None:
    document = issued(desk, order(case))
    with look(desk.acting("ana"), UseCase.READ_DOCUMENT, case) as work:
        record = record_of(work, document)
        work.session.expunge(record)
        record.code = "0000-0000-0000"
        with pytest.raises(StoreDamaged):
            open_document(work, record)


def test_a_draft_takes_no_number_and_leaves_nothing(desk: DeskAtHand, case: CaseId) -> None:
    with look(desk.acting("ana"), UseCase.READ_DOCUMENT, case) as work:
        pdf = draft(work, order(case))
        assert work.session.scalars(select(DocumentRecord)).all() == []
    with opened(pdf) as file:
        assert str(file.trailer.Info.Title) == "Acta de audiencia o sesión"


def test_the_same_fields_on_paper_and_in_the_store_have_one_hash(desk: DeskAtHand, case: CaseId) -> None:
    desk.clock.at = papers.AT
    for _ in range(11):
        issued(desk, order(case))
    document = issued(desk, order(case))
    with look(desk.acting("ana"), UseCase.READ_DOCUMENT, case) as work:
        record = record_of(work, document)
        assert record.serial == papers.number().serial
        assert record.content_sha256 == papers.issued(papers.filled(ACTA)).content.hex()
        assert record.code == papers.issued(papers.filled(ACTA)).code
