"""Choosing a drive or a folder: the drives that are plugged in, and any folder that was pointed at."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.background import Jobs
from ui.backups.words import size_words
from ui.handoffs.drives import Drive, plugged_in
from ui.i18n import translate
from ui.widgets.buttons import Button
from ui.widgets.choices import Choice, ChoiceList
from ui.widgets.text import Role, Text


class PlaceField(QWidget):
    """Offers places.

    Signals:
        chosen: The folder that was chosen, by whoever.
    """

    chosen = Signal(str)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._drives: tuple[Drive, ...] = ()
        self._folders: list[Path] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.list = ChoiceList(())
        self.list.chosen.connect(self.chosen)
        self.none = Text(
            translate("PlaceField", "No drive is plugged in. Plug one in, or choose a folder."), Role.MUTED
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        self.look_again = Button(translate("PlaceField", "Look for drives again"), icon="refresh")
        self.other = Button(translate("PlaceField", "Another folder"), icon="folder-open")
        self.look_again.clicked.connect(self.look)
        self.other.clicked.connect(self._choose_folder)
        row.addWidget(self.look_again)
        row.addWidget(self.other)
        row.addStretch(1)
        column.addWidget(self.list)
        column.addWidget(self.none)
        column.addLayout(row)
        self.setFocusProxy(self.list)

    def value(self) -> Path | None:
        """Return the folder chosen, None if none was."""
        chosen = self.list.value()
        return None if chosen is None else Path(chosen)

    def name(self, label: str, description: str) -> None:
        """Tell the screen reader what is asked here."""
        self.list.name(label, description)

    def remember(self, folders: Iterable[Path]) -> None:
        """Offer folders that were chosen before."""
        self._folders += [folder for folder in folders if folder not in self._folders]
        self._offer(self.list.value())

    def choose(self, folder: Path) -> None:
        """Choose a folder as if it had been pressed."""
        self.remember((folder,))
        self._offer(str(folder))

    @Slot()
    def look(self) -> None:
        """Look for drives."""
        self._jobs.run_read(plugged_in, self._show_drives)

    @Slot(object)
    def _show_drives(self, drives: tuple[Drive, ...]) -> None:
        self._drives = drives
        self._offer(self.list.value())

    def _offer(self, chosen: str | None) -> None:
        free = translate("PlaceField", "Drive · free: {size}")
        choices = [Choice(str(one.folder), one.name, free.format(size=size_words(one.free))) for one in self._drives]
        known = {choice.value for choice in choices}
        folder = translate("PlaceField", "A folder of this laptop")
        choices += [Choice(str(one), str(one), folder) for one in self._folders if str(one) not in known]
        self.list.offer(choices)
        self.none.setVisible(not choices)
        if chosen in {choice.value for choice in choices} and chosen is not None:
            self.list.choose(chosen)

    @Slot()
    def _choose_folder(self) -> None:
        chooser = QFileDialog(self, translate("PlaceField", "Choose a folder"))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.fileSelected.connect(self.take_folder)
        chooser.open()

    @Slot(str)
    def take_folder(self, folder: str) -> None:
        """Take a folder that was pointed at."""
        self.choose(Path(folder))
