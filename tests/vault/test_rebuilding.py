import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from justice_desk.accounts.key_service import KeyService
from justice_desk.accounts.recovering import Return, open_with_paper
from justice_desk.accounts.service import AccountService
from justice_desk.accounts.sign_in import sign_in, sign_out
from justice_desk.accounts.work import Persons
from justice_desk.vault.errors import (
    RecoveryCodeWrong,
    ShareWrong,
    SignInRefused,
    SquareWrong,
    StoreExists,
    StoreMissing,
)
from justice_desk.vault.header import COPIES
from justice_desk.vault.paper import NewPaper
from justice_desk.vault.rebuilding import paper_of_square, rebuild_header
from justice_desk.vault.recovery import fresh_sheets
from justice_desk.vault.rules import Paper
from tests.stores import NAMES, PASSPHRASES, DeskAtHand

PASSPHRASE = "barranco lucero quinua 85"


@pytest.fixture
def at_hand(swift_desk: DeskAtHand) -> Iterator[DeskAtHand]:
    yield swift_desk
    swift_desk.vault.close()


def lost(desk: DeskAtHand, kind: Paper = Paper.CODE) -> NewPaper:
    """Make another paper for a store, close it, and lose its header."""
    service = KeyService(desk.acting("ana"))
    paper = service.fresh_paper(kind)
    service.renew_recovery(paper)
    desk.vault.close()
    for name in COPIES:
        (desk.folder / name).unlink()
    return paper


def came_back(desk: DeskAtHand, paper: NewPaper, who: str, square: str = "") -> tuple[Persons, NewPaper]:
    recovering = open_with_paper(desk.folder, paper.sheets.texts[:2], desk.clock, square)
    following = recovering.fresh_paper(paper.sheets.kind)
    return recovering.finish(Return(desk.id_of(who), "", frozenset(), PASSPHRASE), following), following


@pytest.mark.parametrize("kind", Paper)
def test_with_the_square_and_the_sheet_everybody_comes_back(kind: Paper, at_hand: DeskAtHand) -> None:
    case = at_hand.open_case("berta")
    paper = lost(at_hand, kind)
    assert paper_of_square(paper.square) is kind
    with pytest.raises(StoreMissing):
        open_with_paper(at_hand.folder, paper.sheets.texts[:2], at_hand.clock)
    for who in ("ana", "carla", "ana"):
        persons, following = came_back(at_hand, paper, who, "" if has_header(at_hand) else paper.square)
        service = AccountService(persons)
        assert {line.case for line in service.newest_acts()} == {None, case}
        assert service.verify_journal().fault_at is None
        sign_out(persons)
        paper = following
    sign_out(sign_in(at_hand.folder, NAMES["carla"], PASSPHRASE, at_hand.clock))
    for refused in (NAMES["berta"], "Nadie"):
        with pytest.raises(SignInRefused):
            sign_in(at_hand.folder, refused, PASSPHRASES["berta"], at_hand.clock)


def has_header(desk: DeskAtHand) -> bool:
    return (desk.folder / COPIES[0]).exists()


def test_before_anybody_came_back_no_passphrase_opens_it(at_hand: DeskAtHand) -> None:
    paper = lost(at_hand)
    rebuild_header(at_hand.folder, paper.square, paper.sheets.texts)
    with pytest.raises(SignInRefused):
        sign_in(at_hand.folder, NAMES["ana"], PASSPHRASES["ana"], at_hand.clock)


def test_a_square_of_another_vault_key_is_out_of_date(at_hand: DeskAtHand) -> None:
    service = KeyService(at_hand.acting("ana"))
    paper = service.fresh_paper(Paper.CODE)
    service.renew_recovery(paper)
    at_hand.accounts("ana").remove_person(at_hand.id_of("delia"))
    at_hand.vault.close()
    for name in COPIES:
        (at_hand.folder / name).write_bytes(b"?")
    with pytest.raises(SquareWrong):
        rebuild_header(at_hand.folder, paper.square, paper.sheets.texts)


def test_what_does_not_go_with_the_square_writes_nothing(at_hand: DeskAtHand, tmp_path: Path) -> None:
    paper = lost(at_hand)
    with pytest.raises(RecoveryCodeWrong):
        rebuild_header(at_hand.folder, paper.square, fresh_sheets(Paper.CODE).texts)
    with pytest.raises(StoreMissing):
        rebuild_header(tmp_path / "nowhere", paper.square, paper.sheets.texts)
    assert not has_header(at_hand)


def test_a_header_that_is_there_is_never_overwritten(at_hand: DeskAtHand) -> None:
    paper = KeyService(at_hand.acting("ana")).fresh_paper(Paper.SHARES)
    with pytest.raises(StoreExists):
        rebuild_header(at_hand.folder, paper.square, paper.sheets.texts)
    at_hand.vault.close()
    for name in COPIES:
        (at_hand.folder / name).unlink()
    with pytest.raises(ShareWrong):
        rebuild_header(at_hand.folder, paper.square, ["academic", "acid"])


NO_SQUARES = ["", "{}", "[]", "null", "1", '{"format":"x"}', "[" * 9999, '{"format":"justice-desk-store"}']


@pytest.mark.parametrize("text", NO_SQUARES, ids=range(len(NO_SQUARES)))
def test_what_is_no_square_is_refused(text: str) -> None:
    with pytest.raises(SquareWrong):
        paper_of_square(text)


def test_a_square_holds_no_name_and_no_key_that_is_not_locked(at_hand: DeskAtHand) -> None:
    paper = KeyService(at_hand.acting("ana")).fresh_paper(Paper.CODE)
    assert set(json.loads(paper.square)) == {"format", "store", "recovery"}
    assert not any(name in paper.square for name in NAMES.values())
