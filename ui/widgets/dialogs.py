"""Dialogs: never `exec()`, always `open()`, so that locking can close them. Asked only before what cannot be undone."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.i18n import translate
from ui.theme import look
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.notices import Callout
from ui.widgets.page import Body
from ui.widgets.text import Role, Text

PROGRAM = "Justice Desk"
"""The title of every window: no window says what it shows."""
WIDE = 520
SHEET, TALL = 680, 640
"""The size of a sheet with many parts, in pixels at 100 %, where the window is that large."""
BAR = 16


class Dialog(QDialog):
    """A sheet over a page: `column` takes its parts, `answers` its buttons. Escape is always the harmless answer."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(PROGRAM)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 20, 16)
        whole.setSpacing(16)
        whole.addWidget(Text(title, Role.SECTION))
        self.column = QVBoxLayout()
        self.column.setSpacing(12)
        whole.addLayout(self.column, 1)
        self.answers = QHBoxLayout()
        self.answers.setSpacing(8)
        self.answers.addStretch(1)
        whole.addLayout(self.answers)
        self._measure()

    def answer(self, button: Button) -> Button:
        """Put a button at the end of the answers, and return it."""
        self.answers.addWidget(button)
        return button

    def changeEvent(self, event: QEvent) -> None:
        """Let the width grow with the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._measure()

    def _measure(self) -> None:
        parent = self.parentWidget()
        room = parent.window().width() - 48 if parent is not None else look().px(WIDE)
        self.setMinimumWidth(max(min(look().px(WIDE), room), 320))


class Sheet(Dialog):
    """A dialog with many parts: `body` takes them, and scrolls where the window has no room for all."""

    def __init__(self, title: str, parent: QWidget, tall: int = TALL) -> None:
        super().__init__(title, parent)
        self.body = sheet_body()
        self.column.addWidget(self.body, 1)
        window = parent.window()
        wide = min(look().px(SHEET), window.width() - 48)
        self.resize(max(wide, self.minimumWidth()), min(look().px(tall), window.height() - 48))


def sheet_body() -> Body:
    """Return a body whose parts begin under a sheet's title; at the right there is room for the bar that scrolls."""
    body = Body(wide=True)
    body.around.setContentsMargins(0, 4, BAR, 4)
    return body


class Confirmation(Dialog):
    """Asks once more before sealing, delivering or deleting: what will happen, and that it cannot be undone.

    Signals:
        confirmed: The reader said yes.
    """

    confirmed = Signal()

    def __init__(self, question: str, consequence: str, verb: str, parent: QWidget, *, danger: bool = False) -> None:
        super().__init__(question, parent)
        self.column.addWidget(Callout(consequence, Tone.DANGER if danger else Tone.WARNING))
        self.back = self.answer(Button(translate("Confirmation", "Go back"), Kind.SECONDARY))
        self.yes = self.answer(Button(verb, Kind.DANGER if danger else Kind.PRIMARY))
        self.back.clicked.connect(self.reject)
        self.yes.clicked.connect(self._confirm)
        self.back.setFocus()

    def _confirm(self) -> None:
        self.confirmed.emit()
        self.accept()
