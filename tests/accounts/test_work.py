import threading
from dataclasses import replace

import pytest
from sqlalchemy import delete, text
from sqlalchemy.exc import OperationalError

from justice_desk.accounts import work as work_module
from justice_desk.accounts.records import PersonRecord
from justice_desk.accounts.rules import CaseAbsent, NotPermitted, OnPaper, SamePerson, UseCase
from justice_desk.accounts.service import read_setting, write_setting
from justice_desk.accounts.sign_in import sign_out
from justice_desk.accounts.work import ALONE, ON_PAPER, Persons, Work, begin, look
from justice_desk.foundations.files import DiskFull
from justice_desk.foundations.ids import CaseId, TermId
from justice_desk.journal.chain import checkpoint
from justice_desk.journal.rules import Act, Entry
from justice_desk.journal.witness import Witness
from justice_desk.vault.errors import NotAdmitted, StoreClosed
from justice_desk.vault.open_vault import OpenVault
from justice_desk.vault.places import DATABASE
from justice_desk.vault.records import SettingRecord
from justice_desk.vault.rules import Scope
from tests.stores import DeskAtHand


def size(desk: DeskAtHand) -> int:
    with desk.vault.session(reading=True) as session:
        return checkpoint(session, "").size


def setting(desk: DeskAtHand, name: str = "name") -> object:
    with look(desk.acting("ana"), UseCase.CHANGE_SETTINGS) as work:
        return read_setting(work, name)


def act(persons: Persons, use_case: UseCase, case: CaseId | None = None, *, formal: bool = False) -> Entry:
    with begin(persons, use_case, case) as work:
        return work.commit(Act("act", {"n": 1}, formal=formal))


def test_an_act_and_its_entry_are_one(desk: DeskAtHand) -> None:
    before = size(desk)
    with begin(desk.acting("ana"), UseCase.ENTER_TERM) as work:
        write_setting(work, "name", 1)
        entry = work.commit(Act("act"))
    assert entry.seq == before + 1
    assert (entry.actor, entry.second, entry.action, entry.case) == (desk.id_of("ana"), None, "enter_term", None)
    assert setting(desk) == 1


def test_leaving_without_a_commit_undoes_everything(desk: DeskAtHand) -> None:
    before = size(desk)
    with begin(desk.acting("ana"), UseCase.ENTER_TERM) as work:
        write_setting(work, "name", 1)
        work.session.flush()
    assert setting(desk) is None
    assert size(desk) == before


def test_an_error_undoes_everything(desk: DeskAtHand) -> None:
    def fail() -> None:
        with begin(desk.acting("ana"), UseCase.ENTER_TERM) as work:
            write_setting(work, "name", 1)
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert setting(desk) is None


def test_an_entry_that_cannot_be_written_undoes_the_act(desk: DeskAtHand, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*_arguments: object) -> Entry:
        raise DiskFull(desk.folder)

    def fail() -> None:
        with begin(desk.acting("ana"), UseCase.ENTER_TERM) as work:
            write_setting(work, "name", 1)
            work.session.flush()
            work.commit(Act("act"))

    with monkeypatch.context() as patched:
        patched.setattr(work_module, "append", no_room)
        with pytest.raises(DiskFull):
            fail()
    assert setting(desk) is None


def test_a_full_disk_undoes_the_act_and_is_told(desk: DeskAtHand) -> None:
    def fill(work: Work) -> None:
        pages = work.session.execute(text("PRAGMA page_count")).scalar()
        work.session.execute(text(f"PRAGMA max_page_count = {pages}"))
        write_setting(work, "name", "x" * 100_000)
        work.commit(Act("act", formal=True))

    before = size(desk)
    with pytest.raises(DiskFull), begin(desk.acting("ana"), UseCase.ENTER_TERM) as work:
        fill(work)
    desk.reopen()
    assert setting(desk) is None
    assert size(desk) == before
    assert act(desk.acting("ana"), UseCase.ENTER_TERM).seq == before + 1


def test_one_transaction_is_one_act(desk: DeskAtHand) -> None:
    before = size(desk)
    with begin(desk.acting("ana"), UseCase.ENTER_TERM) as work:
        work.commit(Act("first"))
        with pytest.raises(RuntimeError):
            work.commit(Act("second"))
    assert size(desk) == before + 1


def test_after_the_act_one_may_look_and_write_no_more(desk: DeskAtHand) -> None:
    with begin(desk.acting("ana"), UseCase.ENTER_TERM) as work:
        write_setting(work, "name", 1)
        work.commit(Act("act"))
        assert read_setting(work, "name") == 1
        with pytest.raises(OperationalError):
            work.session.execute(delete(SettingRecord))
    assert setting(desk) == 1


def change_after(desk: DeskAtHand) -> None:
    with begin(desk.acting("ana"), UseCase.ENTER_TERM) as work:
        write_setting(work, "name", 1)
        work.commit(Act("act"))
        work.session.add(SettingRecord(name="lost", value="1"))


def change_in_a_look(desk: DeskAtHand) -> None:
    with look(desk.acting("ana"), UseCase.READ_JOURNAL) as work:
        work.session.get_one(PersonRecord, desk.id_of("ana")).name = "Otra"


def commit_in_a_look(desk: DeskAtHand) -> None:
    with look(desk.acting("ana"), UseCase.READ_JOURNAL) as work:
        work.commit(Act("act"))


def keep_in_a_look(desk: DeskAtHand) -> None:
    with look(desk.acting("ana"), UseCase.CHANGE_SETTINGS) as work:
        work.keep()


def keep_an_act(desk: DeskAtHand) -> None:
    with begin(desk.acting("ana"), UseCase.ENTER_TERM) as work:
        write_setting(work, "sneaked", 1)
        work.keep()


def keep_twice(desk: DeskAtHand) -> None:
    with begin(desk.acting("ana"), UseCase.CHANGE_SETTINGS) as work:
        work.keep()
        work.keep()


@pytest.mark.parametrize(
    "mistake", [change_after, change_in_a_look, commit_in_a_look, keep_in_a_look, keep_an_act, keep_twice]
)
def test_what_would_be_lost_without_a_word_is_a_bug_that_shows(mistake: object, desk: DeskAtHand) -> None:
    assert callable(mistake)
    before = size(desk)
    with pytest.raises(RuntimeError):
        mistake(desk)
    assert setting(desk, "lost") is None
    assert setting(desk, "sneaked") is None
    assert desk.signed_in("ana").name != "Otra"
    assert size(desk) <= before + 1


def test_what_is_not_permitted_is_refused_before_anything_happens(desk: DeskAtHand) -> None:
    for opened in (begin, look):
        with pytest.raises(NotPermitted) as caught, opened(desk.acting("berta"), UseCase.RESOLVE):
            pass
        assert caught.value.use_case is UseCase.RESOLVE


def test_a_case_that_one_is_not_admitted_to_is_absent_like_one_that_never_was(desk: DeskAtHand) -> None:
    case = desk.open_case("ana", excluded=["carla"])
    for absent in (case, CaseId("never")):
        for opened in (begin, look):
            with pytest.raises(CaseAbsent), opened(desk.acting("carla"), UseCase.READ_CASES, absent):
                pass
    with look(desk.acting("berta"), UseCase.READ_CASES, case) as work:
        assert work.person.person == desk.id_of("berta")


def test_a_defender_may_on_her_own_case_what_she_may_not_on_anothers(desk: DeskAtHand) -> None:
    own = desk.open_case("delia")
    act(desk.acting("delia"), UseCase.ALERT, own)
    with pytest.raises(CaseAbsent):
        act(desk.acting("delia"), UseCase.ALERT, desk.open_case("ana"))


def test_nobody_approves_what_they_do_themselves(desk: DeskAtHand) -> None:
    with pytest.raises(SamePerson):
        desk.acting("ana", "ana")


def test_the_second_person_must_be_allowed_the_same_act(desk: DeskAtHand) -> None:
    with pytest.raises(NotPermitted):
        act(desk.acting("ana", "berta"), UseCase.ADD_PERSON)
    case = desk.open_case("ana", excluded=["carla"])
    with pytest.raises(CaseAbsent):
        act(desk.acting("ana", "carla"), UseCase.REVIEW_HANDOFF, case)


def test_two_persons_are_both_named_and_one_alone_is_flagged(desk: DeskAtHand) -> None:
    case = desk.open_case("ana")
    together = act(desk.acting("ana", "carla"), UseCase.SEAL_HANDOFF, case, formal=True)
    alone = act(desk.acting("carla"), UseCase.SEAL_HANDOFF, case, formal=True)
    single = act(desk.acting("ana"), UseCase.ALERT, case)
    assert (together.second, together.facts) == (desk.id_of("carla"), {"n": 1})
    assert (alone.second, alone.facts) == (None, {"n": 1, ALONE: True})
    assert single.facts == {"n": 1}
    assert desk.accounts("ana").verify_journal().fault_at is None


def test_what_is_sealed_is_opened_by_those_admitted(desk: DeskAtHand) -> None:
    case = desk.open_case("ana")
    with begin(desk.acting("berta"), UseCase.ADD_PARTY, case) as work:
        told = work.seal(case, Scope.TESTIMONY, "lo que contó", "cases.account:1")
        summary = work.seal_json(case, Scope.SUMMARY, {"title": "asunto"}, "cases.summary:1")
        assert work.open_json(case, Scope.SUMMARY, summary, "cases.summary:1") == {"title": "asunto"}
        with pytest.raises(NotAdmitted):
            work.open(case, Scope.TESTIMONY, told, "cases.account:1")
        with pytest.raises(NotAdmitted):
            work.open_json(case, Scope.TESTIMONY, told, "cases.account:1")
    with look(desk.acting("carla"), UseCase.READ_CASES, case) as work:
        assert work.open(case, Scope.TESTIMONY, told, "cases.account:1") == "lo que contó"


def test_a_text_about_a_case_enters_the_journal_as_a_digest(desk: DeskAtHand) -> None:
    case = desk.open_case("ana")
    with look(desk.acting("ana"), UseCase.READ_IDENTITY, case) as work:
        digest = work.digest("para la denuncia")
        assert digest != work.digest("para la denuncia", Scope.IDENTITY)
    with look(desk.acting("berta"), UseCase.READ_CASES, case) as work:
        assert work.digest("para la denuncia") == digest
        with pytest.raises(NotAdmitted):
            work.digest("para la denuncia", Scope.IDENTITY)
    with look(desk.acting("ana"), UseCase.READ_JOURNAL) as work, pytest.raises(RuntimeError):
        work.digest("about no case")


def test_an_act_made_inside_its_case_is_about_it(desk: DeskAtHand) -> None:
    case = desk.open_case("delia")
    assert [line.about for line in desk.accounts("delia").history_of(case)] == ["case"]


def log_size(desk: DeskAtHand) -> int:
    return (desk.folder / f"{DATABASE}-wal").stat().st_size


def test_a_formal_act_is_folded_into_the_file_and_witnessed_beside_it(desk: DeskAtHand) -> None:
    act(desk.acting("ana"), UseCase.ENTER_TERM)
    assert log_size(desk) > 0
    entry = act(desk.acting("ana"), UseCase.ENTER_TERM, formal=True)
    assert log_size(desk) == 0
    noted = Witness(desk.folder, desk.vault.journal_key).last()
    assert noted is not None
    assert (noted.store, noted.size, noted.head) == (desk.vault.store, entry.seq, entry.digest)


def test_an_act_stays_done_when_there_is_no_room_to_fold_and_to_witness(
    desk: DeskAtHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(_self: object) -> None:
        raise DiskFull(desk.folder)

    with monkeypatch.context() as patched:
        patched.setattr(OpenVault, "checkpoint", no_room)
        entry = act(desk.acting("ana"), UseCase.ENTER_TERM, formal=True)
    desk.reopen()
    assert size(desk) == entry.seq


def test_locking_the_desk_waits_for_the_act_that_is_under_way(desk: DeskAtHand) -> None:
    persons = desk.acting("ana")
    case = desk.open_case("ana")
    inside, go_on, done = threading.Event(), threading.Event(), list[object]()

    def work() -> None:
        with begin(persons, UseCase.ALERT, case) as unit:
            sealed = unit.seal(case, Scope.IDENTITY, "nombre", "x")
            inside.set()
            go_on.wait(10)
            done.append(unit.open(case, Scope.IDENTITY, sealed, "x"))
            done.append(unit.commit(Act("act", formal=True)).seq)

    def lock() -> None:
        sign_out(persons)
        done.append("locked")

    threads = [threading.Thread(target=work), threading.Thread(target=lock)]
    threads[0].start()
    assert inside.wait(10)
    threads[1].start()
    go_on.set()
    for thread in threads:
        thread.join(10)
    assert done[0] == "nombre"
    assert done[2] == "locked"
    with pytest.raises(StoreClosed), begin(persons, UseCase.ALERT, case):
        pass
    desk.vault = desk.opened()
    assert size(desk) == done[1]


def test_nothing_is_written_after_a_look_at_the_journal(desk: DeskAtHand) -> None:
    with look(desk.acting("ana"), UseCase.READ_JOURNAL) as work:
        assert isinstance(work, Work)
        with pytest.raises(OperationalError):
            work.session.execute(text("DELETE FROM settings"))


def test_a_second_person_who_may_not_do_it_leaves_what_is_not_theirs_to_the_first(desk: DeskAtHand) -> None:
    case = desk.open_case("ana", excluded=["carla"])
    assert act(desk.acting("ana", "berta"), UseCase.ASSESS_COMPETENCE, case).second is None
    assert act(desk.acting("ana", "carla"), UseCase.ALERT, case).second is None
    assert act(desk.acting("ana", "berta"), UseCase.ALERT, case).second == desk.id_of("berta")


PAPER = OnPaper(TermId("term"), "libro 2, folio 14")


def test_what_an_authority_signed_on_paper_stands_in_for_the_second_person(desk: DeskAtHand) -> None:
    case = desk.open_case("ana")
    entry = act(replace(desk.acting("ana"), paper=PAPER), UseCase.SEAL_HANDOFF, case, formal=True)
    assert entry.facts == {"n": 1, ON_PAPER: {"term": "term", "folio": "libro 2, folio 14"}}
    assert act(replace(desk.acting("ana"), paper=PAPER), UseCase.ALERT, case).facts == {"n": 1}
    lines = desk.accounts("ana").newest_acts(2)
    assert [line.on_paper for line in lines] == ["", "libro 2, folio 14"]


def test_a_clerk_enters_what_an_authority_without_account_signed_on_paper(desk: DeskAtHand) -> None:
    case = desk.open_case("berta")
    with pytest.raises(NotPermitted):
        act(desk.acting("berta"), UseCase.ASSESS_COMPETENCE, case)
    entry = act(replace(desk.acting("berta"), paper=PAPER), UseCase.ASSESS_COMPETENCE, case)
    assert entry.facts[ON_PAPER] == {"term": "term", "folio": "libro 2, folio 14"}
    with pytest.raises(NotPermitted):
        act(replace(desk.acting("berta"), paper=PAPER), UseCase.REMOVE_PERSON)
    with pytest.raises(NotPermitted):
        act(replace(desk.acting("carla"), paper=PAPER), UseCase.ASSESS_COMPETENCE, case)
