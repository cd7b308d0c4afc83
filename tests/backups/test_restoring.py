import json
from pathlib import Path

import pytest

from justice_desk.accounts.checking import check_store
from justice_desk.accounts.key_service import KeyService
from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.sign_in import sign_in, sign_out
from justice_desk.accounts.work import Persons, begin, look
from justice_desk.backups.bringing import BRINGING
from justice_desk.backups.manifest import NAME
from justice_desk.backups.restoring import waits
from justice_desk.backups.rules import FOOTER, BackupDamaged, BackupNotOurs, DeskCodesSpent, WayIn
from justice_desk.cases.service import CaseService
from justice_desk.communities.card import read_card
from justice_desk.communities.records import CommunityRecord
from justice_desk.documents.service import DocumentService
from justice_desk.foundations.fields import FieldUnreadable
from justice_desk.foundations.progress import Cancelled
from justice_desk.handoffs.packing import pack
from justice_desk.handoffs.reading import load_handoff
from justice_desk.hearings.service import HearingService
from justice_desk.journal.chain import newest_of
from justice_desk.vault.errors import (
    RecoveryCodeWrong,
    SharesTooFew,
    ShareWrong,
    SignInDelayed,
    SignInRefused,
    StoreMissing,
)
from justice_desk.vault.places import ATTACHMENTS
from justice_desk.vault.ring import RECOVERY
from justice_desk.vault.rules import Paper
from tests.backups.at_hand import (
    Stopping,
    back_up,
    end_of,
    issue_acta,
    restoring,
    tree,
    with_matter,
)
from tests.desks import DeskInUse
from tests.handoffs.road import road
from tests.hearings.records import reserved
from tests.intakes import intake
from tests.stores import NAMES, PASSPHRASES

JOURNAL = UseCase.READ_JOURNAL


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the desk shall stand on another laptop."""
    (tmp_path / "laptop").mkdir()
    return tmp_path / "laptop" / "store"


def numbers(persons: Persons) -> list[str]:
    return [case.number for case in CaseService(persons).cases()]


def test_a_desk_comes_back_on_another_laptop_and_says_so_in_its_journal(
    bolivia: DeskInUse, drive: Path, place: Path
) -> None:
    with_matter(bolivia)
    made = back_up(bolivia, drive)
    then = end_of(bolivia)
    expected, attachments = numbers(bolivia.acting("ana")), tree(bolivia.folder / ATTACHMENTS)
    card = read_card(bolivia.folder)
    bolivia.vault.close()
    ready = restoring(made.folder, place, bolivia.clock)
    told = ready.ready()
    assert (told.desk_code, told.behind, told.stands_here, told.loss) == ("A", 0, False, None)
    assert told.journal_holds
    assert told.acts == then.size - 1, "the act that wrote the backup down is younger than it"
    assert {one.key: one.last for one in told.registers} == {
        "cases": "JIOC-BO-051299-A-2026-0001",
        "acta": "ACTA A-001/2026",
        "oficio": "",
        "hoja_reservada": "",
    }
    view, persons = ready.finish({"acta": "ACTA A-003/2026", "cases": "1"})
    assert persons is not None
    assert (view.desk_code, view.behind, view.aside) == ("A2", 0, None)
    assert [(one.register.key, one.number) for one in view.missing] == [("acta", 2)]
    assert numbers(persons) == expected
    assert tree(place / ATTACHMENTS) == attachments
    assert read_card(place) == card
    with look(persons, JOURNAL) as work:
        entry = newest_of(work.session, UseCase.RESTORE_STORE)
    assert entry is not None
    assert entry.formal
    assert entry.about == made.folder.name
    assert (entry.facts["code_before"], entry.facts["code"]) == ("A", "A2")
    assert entry.facts["missing"] == {"acta": 2}
    assert str(entry.facts["checkpoint"]).startswith(f"{then.size - 1} · ")
    sign_out(persons)
    assert check_store(place, PASSPHRASES["ana"], bolivia.clock, NAMES["ana"]).findings == ()
    assert not waits(place)
    assert [path.name for path in place.parent.iterdir()] == ["store"]


def test_no_number_that_may_stand_on_paper_is_given_again(bolivia: DeskInUse, drive: Path, place: Path) -> None:
    case = with_matter(bolivia)
    made = back_up(bolivia, drive)
    lost = {issue_acta(bolivia, case), bolivia.suspected().number}
    bolivia.vault.close()
    _, persons = restoring(made.folder, place, bolivia.clock).finish({})
    assert persons is not None
    again = CaseService(persons).register(intake(bolivia.clock(), suspicion=True))
    bolivia.clock.turn(hours=2)
    session = HearingService(persons).record(case, reserved(bolivia.clock()))
    acta = DocumentService(persons).issue_acta(case, session.id)
    assert again.number == "JIOC-BO-051299-A2-2026-0001"
    assert acta.number == "ACTA A2-001/2026"
    assert {again.number, acta.number}.isdisjoint(lost)
    sign_out(persons)


def test_packets_of_a_restored_desk_bear_its_new_code(bolivia: DeskInUse, drive: Path, place: Path) -> None:
    way = road(bolivia)
    made = back_up(bolivia, drive)
    bolivia.vault.close()
    _, persons = restoring(made.folder, place, bolivia.clock).finish({})
    assert persons is not None
    bolivia.vault, bolivia.folder = persons.vault, place
    handoff = way.reviewed().id
    with begin(bolivia.acting("ana"), UseCase.SEAL_HANDOFF, way.case) as work:
        packing = pack(work, load_handoff(work, way.case, handoff))
    assert packing.plan.sender.code == "JIOC-BO-051299-A2"


def test_the_code_on_paper_alone_brings_a_desk_back(bolivia: DeskInUse, drive: Path, place: Path) -> None:
    with_matter(bolivia)
    made = back_up(bolivia, drive)
    bolivia.vault.close()
    code = bolivia.template.recovery_code.lower().replace("-", " ")
    ready = restoring(made.folder, place, bolivia.clock, WayIn(sheets=[code]))
    view, persons = ready.finish({})
    assert persons is None
    assert view.desk_code == "A2"
    persons = sign_in(place, NAMES["berta"], PASSPHRASES["berta"], bolivia.clock)
    with look(persons, JOURNAL) as work:
        entry = newest_of(work.session, UseCase.RESTORE_STORE)
    assert entry is not None
    assert entry.actor == RECOVERY
    sign_out(persons)
    assert check_store(place, PASSPHRASES["ana"], bolivia.clock, NAMES["ana"]).findings == ()


def test_any_two_of_the_three_sheets_bring_a_desk_back_and_one_does_not(
    bolivia: DeskInUse, drive: Path, place: Path
) -> None:
    with_matter(bolivia)
    keys = KeyService(bolivia.acting("ana"))
    paper = keys.fresh_paper(Paper.SHARES)
    keys.renew_recovery(paper)
    made = back_up(bolivia, drive)
    bolivia.vault.close()
    first, second, third = paper.sheets.texts
    with pytest.raises(SharesTooFew):
        restoring(made.folder, place, bolivia.clock, WayIn(sheets=[first, first]))
    with pytest.raises(ShareWrong):
        restoring(made.folder, place, bolivia.clock, WayIn(sheets=[first, f"{second} academic"]))
    view, persons = restoring(made.folder, place, bolivia.clock, WayIn(sheets=[third, first])).finish({})
    assert (view.desk_code, persons) == ("A2", None)


def test_a_store_in_the_place_is_put_aside_and_its_later_acts_are_counted(bolivia: DeskInUse, drive: Path) -> None:
    case = with_matter(bolivia)
    made = back_up(bolivia, drive)
    issue_acta(bolivia, case)
    issue_acta(bolivia, case)
    sign_out(bolivia.acting("ana"))
    before = tree(bolivia.folder)
    ready = restoring(made.folder, bolivia.folder, bolivia.clock)
    told = ready.ready()
    assert told.stands_here
    assert told.behind == 5
    assert tree(bolivia.folder) == before
    view, persons = ready.finish({"acta": "A-003/2026"})
    assert persons is not None
    assert view.behind == 5
    assert view.aside is not None
    assert tree(view.aside) == before
    assert view.aside.name == f"{bolivia.folder.name}-anterior-20260302T203000Z"
    sign_out(persons)
    aside = sign_in(view.aside, NAMES["ana"], PASSPHRASES["ana"], bolivia.clock)
    assert code_of_persons(aside) == "A"
    sign_out(aside)


def code_of_persons(persons: Persons) -> str:
    with look(persons, UseCase.CHANGE_SETTINGS) as work:
        return work.session.query(CommunityRecord).one().desk_code


def test_the_foot_of_the_newest_paper_tells_how_many_acts_are_missing(
    bolivia: DeskInUse, drive: Path, place: Path
) -> None:
    with_matter(bolivia)
    made = back_up(bolivia, drive)
    earlier = end_of(bolivia)
    bolivia.suspected()
    later = end_of(bolivia)
    bolivia.vault.close()
    ready = restoring(made.folder, place, bolivia.clock)
    with pytest.raises(FieldUnreadable) as caught:
        ready.finish({}, "quién sabe")
    assert caught.value.field == FOOTER
    with pytest.raises(FieldUnreadable):
        ready.finish({}, f"3 · {'0' * 4}-{'0' * 4}-{'0' * 4}")
    with pytest.raises(FieldUnreadable) as caught:
        ready.finish({"acta": "no sé"})
    assert caught.value.field == "acta"
    assert ready.ready().acts == earlier.size - 1, "nothing was written"
    view, persons = ready.finish({}, later.short())
    assert persons is not None
    assert view.behind == later.size - earlier.size + 1
    sign_out(persons)


def test_the_foot_of_an_older_paper_is_compared(bolivia: DeskInUse, drive: Path, place: Path) -> None:
    earlier = end_of(bolivia)
    with_matter(bolivia)
    made = back_up(bolivia, drive)
    bolivia.vault.close()
    view, persons = restoring(made.folder, place, bolivia.clock).finish({}, earlier.short())
    assert persons is not None
    assert view.behind == 0
    sign_out(persons)


def test_a_desk_restored_twice_from_one_backup_is_not_called_the_same_twice(
    bolivia: DeskInUse, drive: Path, place: Path
) -> None:
    with_matter(bolivia)
    made = back_up(bolivia, drive)
    bolivia.vault.close()
    first, persons = restoring(made.folder, place, bolivia.clock).finish({})
    assert persons is not None
    bolivia.clock.turn(hours=1)
    bolivia.vault, bolivia.folder = persons.vault, place
    back_up(bolivia, drive)
    bolivia.vault.close()
    second, persons = restoring(made.folder, place, bolivia.clock).finish({})
    assert persons is not None
    sign_out(persons)
    third, persons = restoring(made.folder, place.with_name("other"), bolivia.clock).finish({"acta": "A5-001/2026"})
    assert persons is not None
    sign_out(persons)
    assert (first.desk_code, second.desk_code, third.desk_code) == ("A2", "A3", "A6")


def test_a_desk_without_codes_left_is_not_restored(bolivia: DeskInUse, drive: Path, place: Path) -> None:
    made = back_up(bolivia, drive)
    bolivia.vault.close()
    ready = restoring(made.folder, place, bolivia.clock)
    with pytest.raises(DeskCodesSpent):
        ready.finish({"acta": "A99-001/2026"})
    ready.abandon()
    assert not place.exists()
    assert list(place.parent.iterdir()) == []


def test_a_wrong_key_opens_no_backup_and_waits_grow(bolivia: DeskInUse, drive: Path, place: Path) -> None:
    made = back_up(bolivia, drive)
    with pytest.raises(SignInRefused):
        restoring(made.folder, place, bolivia.clock, WayIn(NAMES["ana"], "wrong"))
    with pytest.raises(RecoveryCodeWrong):
        restoring(made.folder, place, bolivia.clock, WayIn(sheets=["0" * 56]))
    assert not place.exists()
    for _ in range(3):
        with pytest.raises((SignInRefused, SignInDelayed)):
            restoring(made.folder, place, bolivia.clock, WayIn(NAMES["ana"], "wrong"))
    with pytest.raises(SignInDelayed):
        restoring(made.folder, place, bolivia.clock)


@pytest.mark.parametrize("name", ["store.db", "card.json", "m7w2"])
def test_a_backup_that_was_changed_is_not_restored(name: str, bolivia: DeskInUse, drive: Path, place: Path) -> None:
    with_matter(bolivia)
    made = back_up(bolivia, drive)
    (path,) = drive.rglob(name)
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(BackupDamaged) as caught:
        restoring(made.folder, place, bolivia.clock)
    assert caught.value.part == name
    assert list(place.parent.iterdir()) == []


def test_a_manifest_that_was_changed_is_not_believed(bolivia: DeskInUse, drive: Path, place: Path) -> None:
    made = back_up(bolivia, drive)
    raw = json.loads((made.folder / NAME).read_bytes())
    (made.folder / NAME).write_text(json.dumps({**raw, "attachments": []} | {"made_at": "2026-01-01T00:00:00+00:00"}))
    with pytest.raises(BackupNotOurs):
        restoring(made.folder, place, bolivia.clock)


def test_a_folder_that_is_no_backup_is_told(bolivia: DeskInUse, drive: Path, place: Path) -> None:
    with pytest.raises(StoreMissing):
        restoring(drive, place, bolivia.clock)


def test_a_restore_that_was_stopped_leaves_what_was_there(bolivia: DeskInUse, drive: Path) -> None:
    with_matter(bolivia)
    made = back_up(bolivia, drive)
    bolivia.vault.close()
    before = tree(bolivia.folder.parent)
    with pytest.raises(Cancelled):
        restoring(made.folder, bolivia.folder, bolivia.clock, progress=Stopping(BRINGING, after=3))
    assert tree(bolivia.folder.parent) == before
