"""Where errors are told: a `DeskError` is a fact and becomes a sentence, anything else is a bug and gets a reference.

The bug's traceback goes to the log, without a word of what the exception said. This is the only module with message
boxes; they are opened, never executed, so that locking can close them.
"""

import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget  # noqa: TID251 - here, and only here

from justice_desk.foundations.errors import DeskError
from ui import icons, logs
from ui.i18n import translate
from ui.sentences import sentence
from ui.theme import look

TITLE = "Justice Desk"


def tell(parent: QWidget | None, error: DeskError) -> QMessageBox:
    """Tell a fact in a box over its window. Where a field is wrong, `Field.point_out` says it better."""
    return _open(parent, QMessageBox.Icon.Warning, sentence(error))


class Boundary(QObject):
    """Where every bug ends: it is written down, and the person is told its reference. One box at a time.

    Signals:
        recorded: The reference of a bug that was written down.
    """

    recorded = Signal(str)

    def __init__(self, parent: QObject | None = None, window: Callable[[], QWidget | None] | None = None) -> None:
        super().__init__(parent)
        self._window = window or QApplication.activeWindow
        self._box: QMessageBox | None = None

    def install(self) -> None:
        """Stand where Python and Qt bring what nobody caught."""
        sys.excepthook = self._from_python

    @Slot(object)
    def receive(self, error: BaseException) -> None:
        """Take what went wrong anywhere: facts are told, bugs written down first."""
        if isinstance(error, DeskError):
            self._show(QMessageBox.Icon.Warning, sentence(error))
            return
        reference = logs.record(error)
        words = translate(
            "Errors",
            "Something went wrong in the program. What you typed is kept. If it happens again, tell this reference to "
            "whoever looks after the program: {reference}",
        )
        self._show(QMessageBox.Icon.Critical, words.format(reference=reference))
        self.recorded.emit(reference)

    def _from_python(self, kind: type[BaseException], error: BaseException, place: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, place)
            return
        self.receive(error)

    def _show(self, icon: QMessageBox.Icon, words: str) -> None:
        if self._box is not None:
            return
        self._box = _open(self._window(), icon, words)
        self._box.destroyed.connect(self._forget)

    @Slot()
    def _forget(self) -> None:
        self._box = None


def _open(parent: QWidget | None, icon: QMessageBox.Icon, words: str) -> QMessageBox:
    box = QMessageBox(icon, TITLE, words, QMessageBox.StandardButton.NoButton, parent)
    colours = look().colours
    name, ink = ("danger", colours.danger) if icon is QMessageBox.Icon.Critical else ("warning", colours.warning)
    box.setIconPixmap(icons.pixmap(name, ink, look().px(36)))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    button = box.addButton(translate("Errors", "Understood"), QMessageBox.ButtonRole.AcceptRole)
    button.setAccessibleName(button.text())
    box.open()
    return box
