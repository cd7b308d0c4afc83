from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from justice_desk.accounts import key_service
from justice_desk.accounts.sign_in import sign_in, sign_out
from justice_desk.documents.rules import PrintRefused
from justice_desk.foundations.files import DiskFull
from justice_desk.foundations.ids import PersonId
from justice_desk.vault.errors import KeyringUnusable, SignInDelayed
from justice_desk.vault.opening import unlock_with_recovery
from justice_desk.vault.rules import Paper
from tests.desks import DeskInUse
from tests.stores import NAMES, PASSPHRASES
from tests.ui.cases.at_hand import sitting_of
from tests.ui.walker import low_targets, unnamed
from ui.administration.key_dialogs import ChangePassphrase, UseKeyring
from ui.administration.keys import KeysSection
from ui.administration.new_paper import PROOF, SHOWN, NewPaperDialog
from ui.appearance import Appearance
from ui.first_run import sheets as sheets_on_screen
from ui.first_run.sheets import PrintSheets
from ui.workplace import Workplace

NEW = "barranco lucero quinua 85"


class AtHand:
    def __init__(self, qtbot: QtBot, workplace: Workplace) -> None:
        self.qtbot, self.workplace = qtbot, workplace
        self.section = KeysSection(workplace)
        self.section.resize(1000, 700)
        with qtbot.waitActive(self.section):
            self.section.show()
            self.section.activateWindow()
        self.section.entering()
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.workplace.jobs.busy, timeout=20_000)

    def dialog(self) -> QDialog:
        found: QDialog = next(one for one in self.section.findChildren(QDialog) if one.isVisible())
        assert unnamed(found) == []
        self.qtbot.waitUntil(lambda: low_targets(found) == [])
        return found


class Ring:
    """A key store in the system's place."""

    def __init__(self, *, works: bool = True) -> None:
        self.works = works
        self.held: dict[str, bytes] = {}

    def put(self, _store: str, person: PersonId) -> bytes:
        if not self.works:
            raise KeyringUnusable
        self.held[person] = b"s" * 32
        return self.held[person]

    def take(self, _store: str, person: PersonId) -> None:
        self.held.pop(person, None)


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Ring:
    made = Ring()
    monkeypatch.setattr(key_service, "keyring_works", lambda: made.works)
    monkeypatch.setattr(key_service, "put_into_keyring", made.put)
    monkeypatch.setattr(key_service, "take_out_of_keyring", made.take)
    return made


@pytest.fixture
def at_hand(qtbot: QtBot, workplace: Workplace, ring: Ring) -> Iterator[AtHand]:
    made = AtHand(qtbot, workplace)
    yield made
    shiboken6.delete(made.section)


def test_how_things_stand_is_told(at_hand: AtHand) -> None:
    section = at_hand.section
    assert "una hoja con un código" in section.paper_words.text()
    assert "Apagado" in section.keyring_words.text()
    assert not section.beyond.isVisible()
    assert not section.square.isVisible()
    assert unnamed(section) == []
    assert low_targets(section) == []


def test_a_passphrase_is_changed(at_hand: AtHand, bolivia: DeskInUse) -> None:
    at_hand.section.passphrase.click()
    dialog = at_hand.dialog()
    assert isinstance(dialog, ChangePassphrase)
    dialog.save.click()
    assert dialog.form.fields["old"].error.text()
    assert dialog.secret.fields["passphrase"].error.text()
    dialog.old.fill("no es esta")
    for field in (dialog.secret.passphrase, dialog.secret.repeated):
        field.fill(NEW)
    dialog.save.click()
    at_hand.settle()
    assert "no es la contraseña" in dialog.form.fields["old"].error.text()
    dialog.old.fill(PASSPHRASES["ana"])
    with at_hand.qtbot.waitSignal(at_hand.workplace.act_done, timeout=20_000):
        dialog.save.click()
    at_hand.settle()
    bolivia.vault.close()
    sign_out(sign_in(bolivia.folder, NAMES["ana"], NEW, bolivia.clock))


def test_why_a_passphrase_is_not_changed_is_said_where_it_belongs(at_hand: AtHand, bolivia: DeskInUse) -> None:
    at_hand.section.passphrase.click()
    dialog = at_hand.dialog()
    assert isinstance(dialog, ChangePassphrase)
    dialog.old.fill(PASSPHRASES["ana"])
    for field in (dialog.secret.passphrase, dialog.secret.repeated):
        field.fill(PASSPHRASES["ana"])
    dialog.save.click()
    at_hand.settle()
    assert "la contraseña que tiene ahora" in dialog.secret.fields["passphrase"].error.text()
    dialog._refused(SignInDelayed(bolivia.clock()))
    assert dialog.form.fields["old"].error.text()
    dialog._refused(DiskFull(bolivia.folder))
    assert dialog.refusal.isVisible()
    dialog.back.click()
    at_hand.qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_the_keyring_is_turned_on_only_by_who_knows_what_it_means_and_off_at_once(
    at_hand: AtHand, bolivia: DeskInUse, ring: Ring
) -> None:
    at_hand.section.keyring.click()
    dialog = at_hand.dialog()
    assert isinstance(dialog, UseKeyring)
    at_hand.qtbot.waitUntil(dialog.back.hasFocus)
    dialog.save.click()
    assert dialog.form.fields["known"].error.text()
    assert dialog.form.fields["passphrase"].error.text()
    dialog.known.setChecked(True)
    dialog.passphrase.fill("no es esta")
    dialog.save.click()
    at_hand.settle()
    assert dialog.form.fields["passphrase"].error.text()
    dialog.passphrase.fill(PASSPHRASES["ana"])
    with at_hand.qtbot.waitSignal(at_hand.workplace.act_done, timeout=20_000):
        dialog.save.click()
    at_hand.settle()
    assert len(ring.held) == 1
    assert bolivia.vault.header.device_of(bolivia.id_of("ana")) is not None
    assert at_hand.section.keyring.word == "Solo con mi contraseña"
    with at_hand.qtbot.waitSignal(at_hand.workplace.act_done):
        at_hand.section.keyring.click()
    at_hand.settle()
    assert ring.held == {}
    assert bolivia.vault.header.devices == ()


def test_the_system_is_asked_nothing_before_somebody_wants_its_key_store(
    at_hand: AtHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(*_given: object) -> bool:
        raise AssertionError("the system would show its own question over the desk")

    for name in ("keyring_works", "put_into_keyring", "take_out_of_keyring"):
        monkeypatch.setattr(key_service, name, asked)
    at_hand.section.entering()
    at_hand.settle()
    at_hand.section.keyring.click()
    assert isinstance(at_hand.dialog(), UseKeyring)
    at_hand.workplace.desk.keys.change_passphrase(PASSPHRASES["ana"], "otra frase ficticia muy larga 77")


def test_a_key_store_that_fails_is_told(at_hand: AtHand, ring: Ring) -> None:
    at_hand.section.keyring.click()
    dialog = at_hand.dialog()
    assert isinstance(dialog, UseKeyring)
    ring.works = False
    dialog.known.setChecked(True)
    dialog.passphrase.fill(PASSPHRASES["ana"])
    dialog.save.click()
    at_hand.settle()
    assert "depósito de llaves" in dialog.refusal.text.text()
    dialog.back.click()
    at_hand.section.entering()
    at_hand.settle()
    assert at_hand.section.keyring.isVisible()


@pytest.mark.parametrize("kind", Paper)
def test_a_new_sheet_is_printed_proven_and_counts(
    kind: Paper, at_hand: AtHand, bolivia: DeskInUse, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[bytes] = []

    def take(pdf: bytes, printer: str, *_more: object) -> None:
        if printer != "Impresora":
            raise PrintRefused(printer)
        sent.append(pdf)

    monkeypatch.setattr(sheets_on_screen, "printers", lambda: ("Impresora",))
    monkeypatch.setattr(sheets_on_screen, "send", take)
    at_hand.section.paper.click()
    dialog = at_hand.dialog()
    assert isinstance(dialog, NewPaperDialog)
    dialog.kind.kind.choose(kind)
    dialog.onwards.click()
    at_hand.settle()
    assert dialog.steps.currentIndex() == SHOWN
    paper = dialog._presenter._paper
    assert paper is not None
    dialog.print.click()
    printing = next(iter(dialog.findChildren(PrintSheets)))
    printing.printer.setCurrentIndex(-1)
    printing.start.click()
    at_hand.settle()
    assert printing.refusal.isVisible()
    printing.printer.choose("Impresora")
    printing.start.click()
    at_hand.settle()
    assert sent[0].startswith(b"%PDF")
    dialog.onwards.click()
    assert dialog.steps.currentIndex() == PROOF
    dialog.back.click()
    dialog.onwards.click()
    dialog.onwards.click()
    assert all(field.error.text() for field in dialog.asked.fields.values())
    for name, edit in dialog.asked._edits.items():
        edit.setText(dialog.asked._wanted[name].lower())
    with at_hand.qtbot.waitSignal(at_hand.workplace.act_done):
        dialog.onwards.click()
    at_hand.settle()
    assert bolivia.vault.header.recovery.kind is kind
    bolivia.vault.close()
    unlock_with_recovery(bolivia.folder, paper.sheets.texts[:2], bolivia.clock)[0].close()


def test_without_a_printer_the_sheet_is_copied_by_hand(at_hand: AtHand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets_on_screen, "printers", tuple)
    at_hand.section.paper.click()
    dialog = at_hand.dialog()
    assert isinstance(dialog, NewPaperDialog)
    dialog.onwards.click()
    at_hand.settle()
    dialog.print.click()
    printing = next(iter(dialog.findChildren(PrintSheets)))
    assert not printing.start.isVisible()
    printing.back.click()
    dialog._presenter._refuse(DiskFull(at_hand.workplace.desk.persons.vault.folder))
    assert dialog.refusal.isVisible()
    dialog.back.click()
    at_hand.qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_what_the_sheet_does_not_reach_and_an_old_square_are_told(at_hand: AtHand, bolivia: DeskInUse) -> None:
    bolivia.open_case("berta", excluded=["ana"])
    service = at_hand.workplace.desk.keys
    service.renew_recovery(service.fresh_paper(Paper.SHARES))
    bolivia.accounts("ana").remove_person(bolivia.id_of("delia"))
    at_hand.section.entering()
    at_hand.settle()
    assert "3 llaves" in at_hand.section.beyond.text.text()
    assert at_hand.section.beyond.isVisible()
    assert at_hand.section.square.isVisible()
    assert "tres hojas" in at_hand.section.paper_words.text()


def test_who_is_no_authority_makes_no_sheet(
    qtbot: QtBot, appearance: Appearance, bolivia: DeskInUse, ring: Ring
) -> None:
    with sitting_of(bolivia, "berta") as workplace:
        made = AtHand(qtbot, workplace)
        assert not made.section.paper.isVisible()
        assert made.section.only_authority.isVisible()
        shiboken6.delete(made.section)


def test_before_it_was_read_nothing_is_asked(qtbot: QtBot, workplace: Workplace, ring: Ring) -> None:
    section = KeysSection(workplace)
    qtbot.addWidget(section)
    section.passphrase.click()
    assert section.findChildren(QDialog) == []
