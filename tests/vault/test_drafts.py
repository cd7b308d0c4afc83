import pytest
from sqlalchemy import text

from justice_desk.vault.drafts import drafts_of, drop_draft, drop_drafts_about, keep_draft
from justice_desk.vault.errors import StoreDamaged
from justice_desk.vault.records import DraftRecord
from tests.stores import DeskAtHand

CASE = "019caef4-ba40-7dd1-bddf-abb72d6b16c6"


def keep(desk: DeskAtHand, who: str, place: str, typed: str) -> None:
    with desk.vault.session() as session:
        keep_draft(session, desk.ring_of(who), place, typed, desk.clock.turn(seconds=1))
        session.commit()


def kept(desk: DeskAtHand, who: str) -> list[tuple[str, str]]:
    with desk.vault.session(reading=True) as session:
        return [(draft.place, draft.text) for draft in drafts_of(session, desk.ring_of(who))]


def test_what_was_typed_is_back_after_a_restart_newest_first(desk: DeskAtHand) -> None:
    keep(desk, "ana", "intake", "first")
    keep(desk, "ana", f"case:{CASE}", "account")
    keep(desk, "ana", "intake", "second")
    desk.reopen()
    assert kept(desk, "ana") == [("intake", "second"), (f"case:{CASE}", "account")]


def test_a_draft_is_its_typists_alone(desk: DeskAtHand) -> None:
    keep(desk, "ana", "intake", "hers")
    keep(desk, "berta", "intake", "mine")
    assert kept(desk, "berta") == [("intake", "mine")]
    with desk.vault.session() as session:
        rows = {row.person_id: row for row in session.query(DraftRecord)}
        rows[desk.id_of("berta")].box = rows[desk.id_of("ana")].box
        session.flush()
        with pytest.raises(StoreDamaged):
            drafts_of(session, desk.ring_of("berta"))


def test_nothing_typed_is_readable_by_those_who_open_the_database(desk: DeskAtHand) -> None:
    keep(desk, "ana", "intake", "canario")
    with desk.vault.session(reading=True) as session:
        rows = session.execute(text("SELECT * FROM drafts")).all()
    assert "canario" not in str(rows)


def test_a_draft_that_became_an_act_is_dropped(desk: DeskAtHand) -> None:
    for place in ("intake", "other"):
        keep(desk, "ana", place, "text")
        keep(desk, "berta", place, "text")
    with desk.vault.session() as session:
        drop_draft(session, desk.ring_of("ana"), "intake")
        session.commit()
    assert [place for place, _ in kept(desk, "ana")] == ["other"]
    assert len(kept(desk, "berta")) == 2


def test_drafts_about_a_case_can_be_dropped_for_one_person(desk: DeskAtHand) -> None:
    for place in (f"case:{CASE}:account", f"party:{CASE}", "intake"):
        keep(desk, "ana", place, "text")
        keep(desk, "berta", place, "text")
    with desk.vault.session() as session:
        drop_drafts_about(session, desk.id_of("ana"), CASE)
        drop_drafts_about(session, desk.id_of("berta"), "%")
        session.commit()
    assert [place for place, _ in kept(desk, "ana")] == ["intake"]
    assert len(kept(desk, "berta")) == 3
