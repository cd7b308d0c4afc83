import os
import shutil
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from justice_desk.accounts.checking import check_store
from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.sign_in import sign_in_to_look, sign_out
from justice_desk.accounts.work import Persons, look
from justice_desk.backups import unlocking
from justice_desk.backups.restoring import RestoringDesk
from justice_desk.backups.rules import LostKind, WayIn
from justice_desk.backups.unlocking import salvage_from
from justice_desk.cases.service import CaseService
from justice_desk.foundations.files import CannotWrite
from justice_desk.foundations.progress import Cancelled, Unwatched
from justice_desk.journal.chain import newest_of
from justice_desk.vault.engine import connect
from justice_desk.vault.errors import SignInRefused, StoreDamaged, StoreInUse, StoreOnlyLooked
from justice_desk.vault.keys import subkey
from justice_desk.vault.places import ATTACHMENTS
from justice_desk.vault.salvaging import Lost, Salvaged
from tests.backups.at_hand import ANA, Stopping, tree, with_matter
from tests.desks import DeskInUse
from tests.intakes import intake
from tests.stores import NAMES, PASSPHRASES

PAGE = 4096


def damage(desk: DeskInUse, *pages: int) -> None:
    path = desk.folder / "store.db"
    content = bytearray(path.read_bytes())
    for page in pages:
        content[(page - 1) * PAGE + 100] ^= 1
    path.write_bytes(content)


def pages_of(desk: DeskInUse, query: str) -> list[int]:
    """The pages without which a query cannot be answered, though the schema can be read."""
    path, key = desk.folder / "store.db", subkey(desk.template.vault_key, "database")
    content, found = path.read_bytes(), []
    for page in range(2, len(content) // PAGE + 1):
        damage(desk, page)
        try:
            connection = connect(path, key, still=True)
        except StoreDamaged:
            path.write_bytes(content)
            continue
        try:
            connection.execute(query).fetchall()
            if connection.execute("PRAGMA cipher_status").fetchone() != ("1",):
                found.append(page)
        except dbapi2.DatabaseError:
            found.append(page)
        connection.close()
        path.write_bytes(content)
    return found


def salvaging(desk: DeskInUse, key: WayIn = ANA) -> RestoringDesk:
    return salvage_from(desk.folder, key, desk.clock, Unwatched())


@pytest.fixture
def shut(bolivia: DeskInUse) -> DeskInUse:
    """A desk with two cases, one of them with papers, closed."""
    with_matter(bolivia)
    bolivia.unclear()
    sign_out(bolivia.acting("ana"))
    return bolivia


def numbers(persons: Persons) -> list[str]:
    return sorted(case.number for case in CaseService(persons).cases())


def test_what_is_lost_is_told_by_kind_and_cases_by_number(shut: DeskInUse) -> None:
    damage(shut, *pages_of(shut, "SELECT * FROM cases NOT INDEXED"))
    ready = salvaging(shut)
    loss = ready.ready().loss
    assert loss is not None
    assert loss.cases == ("JIOC-BO-051299-A-2026-0001", "JIOC-BO-051299-A-2026-0002")
    assert loss.papers == ("ACTA A-001/2026",)
    assert loss.counts[LostKind.CASE] == 2
    assert loss.counts[LostKind.PAPER] == 1
    assert not loss.nothing
    view, persons = ready.finish({"acta": "1"})
    assert persons is not None
    assert view.desk_code == "A2"
    assert view.aside is not None
    assert numbers(persons) == []
    with look(persons, UseCase.READ_JOURNAL) as work:
        entry = newest_of(work.session, UseCase.SALVAGE_STORE)
    assert entry is not None
    lost = entry.facts["lost"]
    assert isinstance(lost, dict)
    assert (lost["case"], lost["paper"]) == (2, 1)
    sign_out(persons)
    assert check_store(shut.folder, PASSPHRASES["ana"], shut.clock, NAMES["ana"]).acts == entry.seq


def test_what_does_not_lie_on_the_damaged_page_is_saved(shut: DeskInUse) -> None:
    attachments = tree(shut.folder / ATTACHMENTS)
    damage(shut, *pages_of(shut, "SELECT pdf FROM documents NOT INDEXED")[-1:])
    before = tree(shut.folder)
    _, persons = (ready := salvaging(shut)).finish({})
    assert persons is not None
    loss = ready._origin.loss
    assert loss is not None
    assert loss.counts == {LostKind.PAPER: 1}
    assert numbers(persons) == ["JIOC-BO-051299-A-2026-0001", "JIOC-BO-051299-A-2026-0002"]
    assert tree(shut.folder / ATTACHMENTS) == attachments
    sign_out(persons)
    assert check_store(shut.folder, PASSPHRASES["ana"], shut.clock, NAMES["ana"]).findings == ()
    (aside,) = shut.folder.parent.glob("*-anterior-*")
    assert {name: content for name, content in tree(aside).items() if name != "attempts.json"} == before


def test_the_code_on_paper_salvages_too(shut: DeskInUse) -> None:
    damage(shut, *pages_of(shut, "SELECT * FROM persons NOT INDEXED"))
    with pytest.raises(SignInRefused):
        salvaging(shut)
    view, persons = salvaging(shut, WayIn(sheets=[shut.template.recovery_code])).finish({})
    assert persons is None
    assert view.desk_code == "A2"


def test_a_store_without_its_first_page_cannot_be_salvaged(shut: DeskInUse) -> None:
    damage(shut, 1)
    before = tree(shut.folder)
    with pytest.raises(StoreDamaged):
        salvaging(shut)
    assert tree(shut.folder) == before
    assert not shut.folder.with_name(f"{shut.folder.name}.restoring").exists()


def test_a_wrong_passphrase_salvages_nothing(shut: DeskInUse) -> None:
    with pytest.raises(SignInRefused):
        salvaging(shut, WayIn(NAMES["ana"], "wrong"))


def test_a_salvage_can_be_stopped(shut: DeskInUse) -> None:
    before = tree(shut.folder.parent)
    with pytest.raises(Cancelled):
        salvage_from(shut.folder, ANA, shut.clock, Stopping("documents"))
    assert tree(shut.folder.parent) == before


def test_a_store_that_stands_open_is_not_salvaged(bolivia: DeskInUse) -> None:
    with pytest.raises(StoreInUse):
        salvaging(bolivia)


def test_where_the_disk_knows_no_second_names_attachments_are_copied(
    shut: DeskInUse, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_paths: Path) -> None:
        raise OSError(1, "EPERM")

    monkeypatch.setattr(os, "link", unknown)
    ready = salvaging(shut)
    assert tree(ready._persons.vault.folder / ATTACHMENTS) == tree(shut.folder / ATTACHMENTS)
    ready.abandon()
    monkeypatch.setattr(shutil, "copyfile", unknown)
    with pytest.raises(CannotWrite):
        salvaging(shut)


def test_a_desk_without_card_and_attachments_is_salvaged_too(guatemala: DeskInUse) -> None:
    (guatemala.folder / "card.json").unlink()
    guatemala.vault.close()
    ready = salvaging(guatemala)
    loss = ready.ready().loss
    assert loss is not None
    assert loss.nothing
    ready.abandon()


def test_a_paper_of_a_kind_that_nobody_knows_is_told_by_its_series() -> None:
    known = {"series": "FORMULARIO-A", "year": 2026, "serial": 7}
    found = unlocking.loss_of(Salvaged({}, (Lost("documents", known), Lost("unheard_of")), ("drafts",)))
    assert found.papers == ("FORMULARIO-A-007/2026",)
    assert found.counts == {LostKind.PAPER: 1, LostKind.OTHER: 1}
    assert found.uncertain == (LostKind.DRAFT,)


def test_a_damaged_store_can_be_looked_at_where_it_is_sound(shut: DeskInUse) -> None:
    damage(shut, *pages_of(shut, "SELECT pdf FROM documents NOT INDEXED")[-1:])
    before = tree(shut.folder)
    persons = sign_in_to_look(shut.folder, NAMES["ana"], PASSPHRASES["ana"], shut.clock)
    assert len(numbers(persons)) == 2
    with pytest.raises(StoreOnlyLooked):
        CaseService(persons).register(intake(shut.clock()))
    sign_out(persons)
    kept = tree(shut.folder)
    assert {name: kept[name] for name in ("store.db", "witness.json")} == {
        name: before[name] for name in ("store.db", "witness.json")
    }
