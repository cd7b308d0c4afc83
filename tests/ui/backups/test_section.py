from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from justice_desk.backups.rules import AtClose
from justice_desk.foundations.progress import Unwatched
from justice_desk.packets.rules import DriveGone
from tests.desks import DeskInUse
from tests.ui.keyboard import choose, push
from tests.ui.walker import low_targets, unnamed
from ui.appearance import Appearance
from ui.backups import place as places
from ui.backups.section import BackupsSection
from ui.handoffs.drives import Drive
from ui.widgets.text import Text
from ui.workplace import Workplace


class SectionAtHand:
    """The part Backups on the screen."""

    def __init__(self, workplace: Workplace, qtbot: QtBot) -> None:
        self.workplace, self._qtbot = workplace, qtbot
        self.section = BackupsSection(workplace)
        self.section.resize(1100, 700)
        with qtbot.waitActive(self.section):
            self.section.show()
            self.section.activateWindow()
        self.section.entering()
        self.settle()

    def settle(self) -> None:
        """Wait for the workers."""
        for _ in range(3):
            self._qtbot.waitUntil(lambda: not self.workplace.jobs.busy, timeout=20_000)
            QApplication.processEvents()
        with self._qtbot.waitActive(self.section):
            self.section.activateWindow()

    def words(self) -> str:
        """Return everything that is said."""
        return "\n".join(text.text() for text in self.section.findChildren(Text) if text.isVisible())


@pytest.fixture
def at_hand(drive: Path, workplace: Workplace, qtbot: QtBot) -> Iterator[SectionAtHand]:
    made = SectionAtHand(workplace, qtbot)
    yield made
    made.settle()
    shiboken6.delete(made.section)


def made_one(at_hand: SectionAtHand, drive: Path) -> None:
    at_hand.section.place.take_folder(str(drive))
    push(at_hand.section.make)
    at_hand.settle()


def test_a_desk_without_a_backup_says_what_that_means(at_hand: SectionAtHand) -> None:
    assert "No hay ninguna copia de este despacho" in at_hand.words()
    assert "Todavía no se hizo ninguna prueba" in at_hand.words()
    assert not at_hand.section.rehearse.isEnabled()
    push(at_hand.section.make)
    assert at_hand.section.form.fields["place"].error.isVisible()
    assert not at_hand.workplace.jobs.busy


def test_a_backup_is_made_with_the_keyboard_and_its_place_is_remembered(
    at_hand: SectionAtHand, drive: Path, bolivia: DeskInUse
) -> None:
    known: list[object] = []
    at_hand.workplace.standing_known.connect(known.append)
    made_one(at_hand, drive)
    assert "La copia está hecha y se leyó de vuelta" in at_hand.section.told.text.text()
    assert "La última copia se hizo el 2 mar 2026, 10:30." in at_hand.words()
    assert at_hand.workplace.desk.backups.standing().place == drive
    assert known
    assert len(at_hand.workplace.desk.backups.backups(drive)) == 1


def test_a_restore_is_rehearsed_and_its_result_shown(at_hand: SectionAtHand, drive: Path) -> None:
    made_one(at_hand, drive)
    push(at_hand.section.rehearse)
    assert at_hand.section.progress.isVisible()
    at_hand.settle()
    assert "volvió entera" in at_hand.section.told.text.text()
    assert "Última prueba: 2 mar 2026, 10:30." in at_hand.words()
    (backup,) = at_hand.workplace.desk.backups.backups(drive)
    (backup.folder / "store.db").unlink()
    push(at_hand.section.rehearse)
    at_hand.settle()
    assert "falta el archivo store.db" in at_hand.section.refusal.text.text()
    assert not at_hand.section.told.isVisible()


def test_what_happens_at_closing_is_chosen_here(at_hand: SectionAtHand) -> None:
    assert at_hand.section.at_close.value() == AtClose.ASK
    assert at_hand.workplace.desk.accounts.setting("backup_at_close") is None
    choose(at_hand.section.at_close, AtClose.ALWAYS)
    at_hand.settle()
    assert at_hand.workplace.desk.backups.standing().at_close is AtClose.ALWAYS


def test_a_drive_that_goes_is_told_where_it_was_asked(
    at_hand: SectionAtHand, drive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_self: object, place: Path, _progress: object) -> None:
        raise DriveGone(place)

    monkeypatch.setattr(type(at_hand.workplace.desk.backups), "make", gone)
    made_one(at_hand, drive)
    assert "La memoria no responde" in at_hand.section.refusal.text.text()
    assert at_hand.section.make.isEnabled()


def test_a_backup_whose_journal_does_not_hold_is_told(at_hand: SectionAtHand, drive: Path, bolivia: DeskInUse) -> None:
    with bolivia.vault.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_entries_no_update")
        connection.exec_driver_sql("UPDATE journal_entries SET about = 'x' WHERE seq = 2")
    made_one(at_hand, drive)
    assert "su diario no cuadra" in at_hand.section.refusal.text.text()


def test_the_place_of_last_time_is_offered_again(workplace: Workplace, qtbot: QtBot, drive: Path) -> None:
    workplace.desk.backups.choose_place(drive)
    workplace.desk.backups.make(drive, Unwatched())
    made = SectionAtHand(workplace, qtbot)
    made.settle()
    assert made.section.place.value() == drive
    assert "Copias en este lugar" in made.words()
    made.settle()
    shiboken6.delete(made.section)


def test_drives_and_folders_stand_in_one_list(
    at_hand: SectionAtHand, drive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = Drive(tmp_path / "stick", "FICTICIA", 5 << 30)
    monkeypatch.setattr(places, "plugged_in", lambda: (stick,))
    field = at_hand.section.place
    push(field.look_again)
    at_hand.settle()
    assert field.value() is None
    field.take_folder(str(drive))
    assert field.value() == drive
    field.take_folder(str(stick.folder))
    assert field.value() == stick.folder
    push(field.other)
    (dialog,) = field.findChildren(QFileDialog)
    dialog.close()


@pytest.mark.parametrize("percent", [80, 200])
@pytest.mark.parametrize("size", [(1100, 640), (760, 480)])
def test_everything_has_a_name_and_is_a_target(
    at_hand: SectionAtHand, drive: Path, appearance: Appearance, percent: int, size: tuple[int, int]
) -> None:
    made_one(at_hand, drive)
    appearance.resize(percent)
    at_hand.section.resize(*size)
    QApplication.processEvents()
    assert unnamed(at_hand.section) == []
    assert low_targets(at_hand.section) == []
