"""Dialogs: never `exec()`, always `open()`, so that locking can close them. Asked only before what cannot be undone."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.i18n import translate
from ui.theme import look
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.notices import Callout
from ui.widgets.text import Role, Text

PROGRAM = "Justice Desk"
"""The title of every window: no window says what it shows."""
WIDE = 520


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
