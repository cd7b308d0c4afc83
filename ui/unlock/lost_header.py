"""A store that lost its header: what the square on the sheet holds is asked before what stands there."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from justice_desk.foundations.errors import DeskError
from justice_desk.vault.rules import Paper
from ui.i18n import translate
from ui.sentences import sentence
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.dialogs import Sheet
from ui.widgets.fields import Form, TextArea
from ui.widgets.notices import Callout

TALL = 460


class LostHeader(Sheet):
    """Asks for the text of the square.

    Signals:
        read: The text, and how the way back stands on that sheet.
    """

    read = Signal(str, object)

    def __init__(self, paper_of_square: Callable[[str], Paper], parent: QWidget) -> None:
        super().__init__(translate("LostHeader", "The head of the store is missing"), parent, TALL)
        self._paper_of_square = paper_of_square
        words = translate(
            "LostHeader",
            "Without it no passphrase opens the desk. If there is a backup, restore it. If there is none, the square "
            "on the newest recovery sheet helps: read it with a code reader and write here what it says. Everybody "
            "then comes back with the sheet, one after the other.",
        )
        self.body.add(Callout(words, Tone.WARNING))
        self.form = self.body.add(Form())
        self.square = self.form.ask("square", translate("LostHeader", "What the square says"), TextArea(lines=5))
        self.back = self.answer(Button(translate("Recovery", "Go back"), Kind.SECONDARY))
        self.onwards = self.answer(Button(translate("Recovery", "Go on"), Kind.PRIMARY))
        self.back.clicked.connect(self.reject)
        self.onwards.clicked.connect(self._go_on)
        self.square.setFocus()

    @Slot()
    def _go_on(self) -> None:
        text = self.square.value()
        try:
            kind = self._paper_of_square(text)
        except DeskError as error:
            self.form.point_out({"square": sentence(error)})
            return
        self.read.emit(text, kind)
        self.accept()
