"""Takes a picture of every screen and of a printed acta: `python -m tests.pictures --out docs/pictures`.

The screens show the fictitious case of `resources/demo/`, so the pictures of the first page never go stale.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from pyrage import x25519
from PySide6.QtCore import QBuffer, QByteArray, QEventLoop, QIODevice, QSize, QTimer
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from justice_desk.accounts.passphrases import made_passphrase
from justice_desk.bootstrap import Desk, found
from justice_desk.foundations.clock import system_clock
from justice_desk.foundations.ids import CaseId
from justice_desk.foundations.progress import Unwatched
from ui.application import entrance_to, every_page, started
from ui.backups.guide import RestoreGuide
from ui.cases.tab_keys import TabKey
from ui.commands.story import Keys, Story, confirmed_receiver, hear_own_matter, protect, register
from ui.entrance import looked_over
from ui.main_window import MainWindow
from ui.pages import PAGES
from ui.theme import PaletteName

PATIENCE = 1200
"""Milliseconds that a page gets to read what it shows."""
README = {"home": "home", "case-summary": "case", "case-handoff": "handoff", "acta-1": "acta"}
"""The pictures that stand on the first page, and what they are called there."""


def main(arguments: list[str]) -> int:
    """Take the pictures."""
    parser = argparse.ArgumentParser(prog="pictures")
    parser.add_argument("--out", type=Path, default=Path("docs/pictures"))
    parser.add_argument("--country", default="bo")
    parser.add_argument("--palette", default="light", choices=[name.value for name in PaletteName])
    parser.add_argument("--percent", type=int, default=100)
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--all", action="store_true", help="every screen, not only those of the first page")
    asked = parser.parse_args(arguments)
    asked.out.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory(prefix="justice-desk-pictures-") as folder:
        Studio(app, Path(folder), asked).work()
    return 0


class Studio:
    """A window over a desk with the fictitious case, and the camera before it."""

    def __init__(self, app: QApplication, folder: Path, asked: argparse.Namespace) -> None:
        self._app, self._folder, self._asked = app, folder, asked
        width, height = (int(part) for part in asked.size.split("x"))
        self._size = QSize(width, height)
        self._founder = ("", "")

    def work(self) -> None:
        """Take every picture."""
        entrance = entrance_to(self._folder / "store", system_clock)
        window = started(self._app, entrance, self._folder / "screen.json", every_page)
        window._appearance.paint(PaletteName(self._asked.palette))
        window._appearance.resize(self._asked.percent)
        window.resize(self._size)
        window.show()
        self._take(window, "first-run")
        story = Story(self._asked.country)
        asked = story.founding(made_passphrase(), system_clock())
        self._founder = (asked.name, asked.passphrase)
        desk = found(self._folder / "store", asked, system_clock).take_place()
        case = self._tell(desk, story)
        self._papers(desk, case)
        window.enter(looked_over(desk))
        self._pages(window, case)
        window.lock()
        self._take(window, "lock")
        self._rescue(window)
        window.close()

    def _tell(self, desk: Desk, story: Story) -> CaseId:
        case = register(desk, story, system_clock)
        session = protect(desk, story, case, system_clock)
        desk.documents.issue_acta(case, session.id)
        own, hearing = hear_own_matter(desk, story, system_clock)
        desk.documents.issue_acta(own, hearing.id)
        keys = Keys(str(x25519.Identity.generate().to_public()), str(x25519.Identity.generate().to_public()))
        receiver = confirmed_receiver(desk, story, keys)
        handoff = desk.handoffs.prepare(case, story.plan(receiver.id)).id
        desk.letters.issue_oficio(case, handoff)
        desk.letters.issue_reserved_sheet(case, handoff)
        desk.handoffs.review(case, handoff)
        drive = self._folder / "drive"
        drive.mkdir()
        desk.sealing.seal(case, handoff, drive, Unwatched())
        backup = desk.backups.make(drive, Unwatched())
        desk.backups.choose_place(drive)
        desk.backups.rehearse(backup.folder, Unwatched())
        return case

    def _pages(self, window: MainWindow, case: CaseId) -> None:
        assert window.sitting is not None
        shell = window.sitting.shell
        for page in PAGES:
            shell.open_page(page.key)
            self._take(window, page.key)
        for tab in TabKey:
            shell.open_case(case, tab.value)
            self._take(window, f"case-{tab.value}")
        shell.new_case()
        self._take(window, "new-case")
        shell.open_part("administration", "backups")
        self._take(window, "backups")

    def _rescue(self, window: MainWindow) -> None:
        """The ways back: when the desk does not open, and from a backup."""
        window.show_trouble()
        self._take(window, "trouble")
        window.rescue.restore()
        guide = window.centralWidget()
        assert isinstance(guide, RestoreGuide)
        guide.place.place.choose(self._folder / "drive")
        self._take(window, "restore-place")
        guide._go_on()
        self._take(window, "restore-backup")
        guide._go_on()
        guide.way.name.setText(self._founder[0])
        guide.way.passphrase.edit.setText(self._founder[1])
        self._take(window, "restore-key")
        guide._go_on()
        self._take(window, "restore-numbers", 5 * PATIENCE)
        guide.numbers._edits["acta"].setText("ACTA A-009/2026")
        guide._go_on()
        self._take(window, "restore-done", 2 * PATIENCE)
        guide.leave()

    def _papers(self, desk: Desk, case: CaseId) -> None:
        for document in desk.documents.documents(case):
            pdf = QPdfDocument()
            raw = QByteArray(desk.documents.pdf(case, document.id))
            device = QBuffer(raw)
            device.open(QIODevice.OpenModeFlag.ReadOnly)
            pdf.load(device)
            for page in range(pdf.pageCount()):
                sheet = pdf.pagePointSize(page) * 1.3
                self._keep(_on_white(pdf.render(page, sheet.toSize())).save, f"{document.kind.value}-{page + 1}")

    def _take(self, window: MainWindow, name: str, patience: int = PATIENCE) -> None:
        loop = QEventLoop()
        QTimer.singleShot(patience, loop.quit)
        loop.exec()
        self._keep(window.grab().save, name)

    def _keep(self, save: Callable[[str], bool], name: str) -> None:
        if self._asked.all:
            save(str(self._asked.out / f"{name}.png"))
        elif name in README:
            save(str(self._asked.out / f"{README[name]}.png"))


def _on_white(page: QImage) -> QImage:
    sheet = QImage(page.size(), QImage.Format.Format_RGB32)
    sheet.fill(QColor("white"))
    painter = QPainter(sheet)
    painter.drawImage(0, 0, page)
    painter.end()
    return sheet


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
