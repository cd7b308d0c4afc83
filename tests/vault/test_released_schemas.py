import shutil
from pathlib import Path

import pytest

from justice_desk.accounts.checking import check_store
from justice_desk.accounts.service import AccountService
from justice_desk.accounts.sign_in import sign_in, sign_out
from justice_desk.cases.service import CaseService
from justice_desk.documents.service import DocumentService
from justice_desk.foundations.ids import CaseId
from justice_desk.vault.migrating import known_revisions, newest_revision, revision_of
from justice_desk.vault.rules import Damage
from tests.fixtures.making import FOLDER
from tests.stores import NAMES, PASSPHRASES, HandClock

RELEASED = sorted(FOLDER.glob("store-*"))


@pytest.fixture(params=RELEASED, ids=lambda folder: folder.name)
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a store that a released program left."""
    kept: Path = request.param
    return shutil.copytree(kept, tmp_path / kept.name)


def test_there_is_a_fixture_of_the_first_schema_and_of_no_unknown_one() -> None:
    revisions = {folder.name.removeprefix("store-") for folder in RELEASED}
    assert "0001" in revisions
    assert revisions <= known_revisions()


def test_a_fixture_is_whole_and_says_whether_it_is_older(released: Path) -> None:
    found = check_store(released, PASSPHRASES["ana"], HandClock(), NAMES["ana"]).findings
    older = released.name != f"store-{newest_revision()}"
    assert {finding.damage for finding in found} == ({Damage.SCHEMA_OLDER} if older else set())


@pytest.mark.parametrize("who", ["ana", "berta"])
def test_a_store_of_every_released_schema_opens_and_nothing_is_lost(who: str, released: Path) -> None:
    clock = HandClock()
    clock.turn(hours=48)
    persons = sign_in(released, NAMES[who], PASSPHRASES[who], clock)
    with persons.vault.session(reading=True) as session:
        assert revision_of(session.connection()) == newest_revision()
    standing = AccountService(persons).verify_journal()
    assert standing.fault_at is None
    (case,) = CaseService(persons).cases()
    assert case.number == "JIOC-BO-051299-A-2026-0001"
    (acta,) = DocumentService(persons).documents(CaseId(case.id))
    assert acta.number == "ACTA A-001/2026"
    if who == "ana":
        assert DocumentService(persons).pdf(CaseId(case.id), acta.id).startswith(b"%PDF-")
        assert [draft.text for draft in AccountService(persons).drafts()] == ["lo que se escribía"]
    sign_out(persons)
    older = released.name != f"store-{newest_revision()}"
    assert len(list(released.glob("store-*-*.db"))) == int(older)
    assert check_store(released, PASSPHRASES[who], clock, NAMES[who]).findings == ()
