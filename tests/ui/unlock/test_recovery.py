from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from justice_desk.accounts.key_service import KeyService
from justice_desk.accounts.rules import NameTaken, PassphraseWeak, RolesMissing
from justice_desk.accounts.sign_in import sign_in, sign_out
from justice_desk.foundations.files import DiskFull
from justice_desk.vault.errors import SignInRefused, StoreNewer
from justice_desk.vault.header import COPIES
from justice_desk.vault.paper import Sheets
from justice_desk.vault.rules import Paper
from tests.desks import DeskInUse
from tests.stores import NAMES, PASSPHRASES
from tests.ui.walker import low_targets, unnamed
from ui.appearance import Appearance
from ui.background import Jobs
from ui.entrance import Entrance, OpenedDesk
from ui.first_run import sheets as sheets_on_screen
from ui.first_run.sheets import PrintSheets
from ui.unlock import page as unlock_page
from ui.unlock.lost_header import LostHeader
from ui.unlock.page import UnlockPage
from ui.unlock.recovery import NEW, PROOF, SECRET, SHOWN, TYPED, WHO, RecoveryGuide

PASSPHRASE = "barranco lucero quinua 85"


class AtHand:
    def __init__(self, qtbot: QtBot, page: UnlockPage, jobs: Jobs) -> None:
        self.qtbot, self.page, self.jobs = qtbot, page, jobs
        self.opened: list[OpenedDesk] = []
        page.unlocked.connect(self.opened.append)
        page.resize(1366, 740)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()

    def guide(self) -> RecoveryGuide:
        self.page.form.recovery.click()
        return next(one for one in self.page.findChildren(RecoveryGuide) if one.isVisible())

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.jobs.busy, timeout=20_000)

    def type_code(self, guide: RecoveryGuide, code: str) -> None:
        for edit, row in zip(guide.typed.rows, code.splitlines(), strict=True):
            edit.setText(row.lower().replace("-", " "))
        guide.onwards.click()
        self.settle()

    def to_secret(self, guide: RecoveryGuide, who: str) -> None:
        guide.who.who.choose(who)
        guide.onwards.click()
        for field in (guide.secret.passphrase, guide.secret.repeated):
            field.fill(PASSPHRASE)

    def prove(self, guide: RecoveryGuide) -> None:
        for name, edit in guide.asked._edits.items():
            edit.setText(guide.asked._wanted[name])
        guide.onwards.click()
        self.settle()


@pytest.fixture
def at_hand(qtbot: QtBot, appearance: Appearance, entrance: Entrance, jobs: Jobs) -> Iterator[AtHand]:
    made = AtHand(qtbot, UnlockPage(entrance, jobs, appearance), jobs)
    yield made
    shiboken6.delete(made.page)


def test_who_forgot_comes_back_and_gets_the_next_sheet(at_hand: AtHand, bolivia: DeskInUse) -> None:
    guide = at_hand.guide()
    assert unnamed(guide) == []
    at_hand.qtbot.waitUntil(lambda: low_targets(guide) == [])
    guide.onwards.click()
    assert all(guide.typed.fields[f"row{number}"].error.text() for number in range(1, 5))
    at_hand.type_code(guide, bolivia.template.recovery_code)
    assert guide.steps.currentIndex() == WHO
    guide.onwards.click()
    assert guide.who.fields["who"].error.text()
    at_hand.to_secret(guide, bolivia.id_of("berta"))
    guide.secret.repeated.fill("otra")
    guide.onwards.click()
    assert guide.steps.currentIndex() == SECRET
    guide.secret.repeated.fill(PASSPHRASE)
    guide.onwards.click()
    assert guide.steps.currentIndex() == SHOWN
    guide.back.click()
    guide.onwards.click()
    guide.onwards.click()
    assert guide.steps.currentIndex() == PROOF
    guide.onwards.click()
    assert guide.steps.currentIndex() == PROOF
    at_hand.prove(guide)
    at_hand.qtbot.waitUntil(lambda: bool(at_hand.opened), timeout=20_000)
    desk = at_hand.opened[0].desk
    assert desk.accounts.me().name == NAMES["berta"]
    at_hand.qtbot.waitUntil(lambda: not shiboken6.isValid(guide))
    desk.close()
    persons = sign_in(bolivia.folder, NAMES["ana"], PASSPHRASES["ana"], bolivia.clock)
    assert len(KeyService(persons).recovery_used()) == 1
    sign_out(persons)


def test_a_row_that_is_right_leads_to_the_next(at_hand: AtHand, bolivia: DeskInUse) -> None:
    guide = at_hand.guide()
    first, second = guide.typed.rows[:2]
    at_hand.qtbot.waitUntil(first.hasFocus)
    first.setText(bolivia.template.recovery_code.splitlines()[0])
    at_hand.qtbot.waitUntil(second.hasFocus)


def test_somebody_new_comes_in(at_hand: AtHand, bolivia: DeskInUse) -> None:
    guide = at_hand.guide()
    at_hand.type_code(guide, bolivia.template.recovery_code)
    assert not guide.who.fields["name"].isVisible()
    guide.who.who.choose(NEW)
    guide.who.roles.tick([])
    guide.onwards.click()
    assert guide.who.fields["name"].error.text()
    assert guide.who.fields["roles"].error.text()
    guide.who.name.setText(NAMES["ana"])
    guide.who.roles.tick(["autoridad"])
    at_hand.to_secret(guide, NEW)
    guide.onwards.click()
    guide.onwards.click()
    at_hand.prove(guide)
    assert guide.steps.currentIndex() == WHO
    assert guide.who.fields["name"].error.text()
    guide.who.name.setText("Eva Nueva")
    for _ in range(3):
        guide.onwards.click()
    at_hand.prove(guide)
    at_hand.qtbot.waitUntil(lambda: bool(at_hand.opened), timeout=20_000)
    assert at_hand.opened[0].desk.accounts.me().name == "Eva Nueva"
    at_hand.opened[0].desk.close()


def test_two_of_three_sheets_open(at_hand: AtHand, bolivia: DeskInUse) -> None:
    persons = sign_in(bolivia.folder, NAMES["ana"], PASSPHRASES["ana"], bolivia.clock)
    service = KeyService(persons)
    paper = service.fresh_paper(Paper.SHARES)
    service.renew_recovery(paper)
    sign_out(persons)
    guide = at_hand.guide()
    first, second = guide.typed.shares
    first.setPlainText(paper.sheets.texts[2].upper())
    second.setPlainText("palabra inventada")
    guide.onwards.click()
    assert "palabra, inventada" in guide.typed.fields["sheet2"].error.text()
    second.setPlainText(" ".join(paper.sheets.texts[0].split()[:-1]))
    guide.onwards.click()
    assert "33 palabras" in guide.typed.fields["sheet2"].error.text()
    second.setPlainText(paper.sheets.texts[2])
    guide.onwards.click()
    at_hand.settle()
    assert "dos hojas distintas" in guide.refusal.text.text()
    second.setPlainText(paper.sheets.texts[0])
    guide.onwards.click()
    at_hand.settle()
    assert guide.steps.currentIndex() == WHO
    guide.back.click()
    at_hand.qtbot.waitUntil(lambda: not shiboken6.isValid(guide))


def test_a_guide_that_is_left_closes_the_store(at_hand: AtHand, bolivia: DeskInUse) -> None:
    guide = at_hand.guide()
    at_hand.type_code(guide, bolivia.template.recovery_code)
    guide.back.click()
    sign_out(sign_in(bolivia.folder, NAMES["ana"], PASSPHRASES["ana"], bolivia.clock))
    guide = at_hand.guide()
    guide.back.click()
    at_hand.qtbot.waitUntil(lambda: not shiboken6.isValid(guide))


def test_a_guide_that_is_left_while_the_store_opens_closes_it_too(at_hand: AtHand, bolivia: DeskInUse) -> None:
    guide = at_hand.guide()
    for edit, row in zip(guide.typed.rows, bolivia.template.recovery_code.splitlines(), strict=True):
        edit.setText(row)
    presenter = guide._presenter
    presenter.leave()
    guide.onwards.click()
    at_hand.settle()
    assert guide.steps.currentIndex() == TYPED
    sign_out(sign_in(bolivia.folder, NAMES["ana"], PASSPHRASES["ana"], bolivia.clock))


def test_the_sheet_of_another_desk_is_refused(at_hand: AtHand) -> None:
    guide = at_hand.guide()
    at_hand.type_code(guide, "000G4-0R40M-30EA\n20918-5GR38-E1W6\n8124G-K2GAH-C5RN\nR34D1-P70X3-RFGQ")
    assert "no abre este despacho" in guide.refusal.text.text()
    assert guide.onwards.isEnabled()


def test_what_cannot_be_done_is_told_where_it_belongs(
    at_hand: AtHand, bolivia: DeskInUse, monkeypatch: pytest.MonkeyPatch
) -> None:
    guide = at_hand.guide()
    at_hand.type_code(guide, bolivia.template.recovery_code)
    at_hand.to_secret(guide, bolivia.id_of("ana"))
    presenter = guide._presenter
    presenter._refuse(RolesMissing())
    assert guide.steps.currentIndex() == WHO
    presenter._refuse(NameTaken())
    presenter._refuse(PassphraseWeak(1, 3))
    assert guide.steps.currentIndex() == SECRET
    presenter._refuse(DiskFull(bolivia.folder))
    assert guide.refusal.isVisible()
    presenter._print()
    guide.onwards.click()
    monkeypatch.setattr(sheets_on_screen, "printers", lambda: ("Impresora",))
    sent: list[bytes] = []
    monkeypatch.setattr(sheets_on_screen, "send", lambda pdf, *_more: sent.append(pdf))
    guide.print.click()
    printing = next(iter(guide.findChildren(PrintSheets)))
    printing.start.click()
    at_hand.settle()
    assert sent[0].startswith(b"%PDF")
    presenter.leave()
    with pytest.raises(RuntimeError):
        presenter._finish()
    guide.reject()


def test_a_store_that_lost_its_header_is_opened_with_the_square(at_hand: AtHand, bolivia: DeskInUse) -> None:
    persons = sign_in(bolivia.folder, NAMES["ana"], PASSPHRASES["ana"], bolivia.clock)
    service = KeyService(persons)
    paper = service.fresh_paper(Paper.CODE)
    service.renew_recovery(paper)
    sign_out(persons)
    for name in COPIES:
        (bolivia.folder / name).unlink()
    at_hand.page.form.recovery.click()
    lost = next(iter(at_hand.page.findChildren(LostHeader)))
    assert unnamed(lost) == []
    lost.square.setPlainText("no es un cuadro")
    lost.onwards.click()
    assert lost.form.fields["square"].error.text()
    lost.square.setPlainText(paper.square)
    lost.onwards.click()
    guide = next(one for one in at_hand.page.findChildren(RecoveryGuide) if one.isVisible())
    at_hand.type_code(guide, paper.sheets.texts[0])
    assert guide.steps.currentIndex() == WHO
    guide.back.click()


def test_a_store_that_cannot_be_asked_is_told(at_hand: AtHand, monkeypatch: pytest.MonkeyPatch) -> None:
    def newer(_folder: Path) -> Paper:
        raise StoreNewer("9")

    told: list[object] = []
    monkeypatch.setattr(unlock_page, "tell", lambda _over, error: told.append(error))
    at_hand.page._entrance = replace(at_hand.page._entrance, paper_of=newer)
    at_hand.page.form.recovery.click()
    assert isinstance(told[0], StoreNewer)
    assert at_hand.page.findChildren(QDialog) == []


def test_this_computer_opens_the_desk_where_it_may(
    at_hand: AtHand, bolivia: DeskInUse, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = at_hand.page
    page._see_keyring()
    at_hand.settle()
    assert not page.form.keyring.isVisible()
    page._offer_keyring(True)
    page.form.keyring.click()
    assert page.form.form.fields["name"].error.text()
    page.form.name.setText(NAMES["ana"])
    page.form.keyring.click()
    at_hand.settle()
    assert "no abre el despacho para este nombre" in page.form.form.fields["passphrase"].error.text()
    page._refuse_keyring(DiskFull(bolivia.folder))
    assert page.form.form.fields["passphrase"].error.text()
    assert page.form.keyring.isEnabled()


def test_shares_show_every_word_and_the_code_every_row(qtbot: QtBot, appearance: Appearance) -> None:
    part = sheets_on_screen.SheetsPart()
    qtbot.addWidget(part)
    part.show_sheets(Sheets(Paper.CODE, b"s" * 32, ("A-B\nC-D",)))
    part.show_sheets(Sheets(Paper.SHARES, b"s" * 32, ("uno dos", "tres", "cuatro")))
    shown = [label.text() for label in part.findChildren(QLabel)]
    assert {"1. uno", "2. dos", "1. tres", "1. cuatro"} <= set(shown)


def test_the_keyring_is_offered_where_a_header_says_so(bolivia: DeskInUse, tmp_path: Path, entrance: Entrance) -> None:
    assert not entrance.keyring_offered(bolivia.folder)
    assert not entrance.keyring_offered(tmp_path / "nowhere")
    with pytest.raises(SignInRefused):
        entrance.unlock_with_keyring(NAMES["ana"])
