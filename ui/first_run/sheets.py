"""The way back on paper, on the screen: what stands on the sheets, printing them, and proving that they can be read."""

import secrets
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from justice_desk.documents.views import PrintedSheets
from justice_desk.foundations.codes import tidy
from justice_desk.foundations.errors import DeskError
from justice_desk.vault.errors import RecoveryCodeWrong
from justice_desk.vault.paper import Sheets
from justice_desk.vault.rules import Paper
from ui.background import Jobs
from ui.documents.printing import printers, send
from ui.i18n import translate
from ui.sentences import sentence
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.choices import Choice, ChoiceList, DropDown
from ui.widgets.dialogs import Dialog
from ui.widgets.fields import Form, TextField
from ui.widgets.notices import Banner, Callout
from ui.widgets.text import Line, Role, Text

ASKED = 2
"""How many rows of the code are typed back."""
COLUMNS = 3
JOB = "Documento"
"""What the print queue shows: nothing that tells what it is."""


def paper_choices() -> tuple[Choice, ...]:
    """Return the two ways in which the way back stands on paper."""
    return (
        Choice(
            Paper.CODE,
            translate("Sheets", "One sheet"),
            translate("Sheets", "Whoever holds it, and this laptop, reads everything. One person keeps it."),
        ),
        Choice(
            Paper.SHARES,
            translate("Sheets", "Three sheets, of which any two open"),
            translate(
                "Sheets", "Three people keep them, one of them outside the community. One sheet alone is of no use."
            ),
        ),
    )


def warning_of(kind: Paper) -> str:
    """Return what everybody must know who keeps a sheet."""
    if kind is Paper.CODE:
        return translate(
            "Sheets",
            "Whoever holds this sheet reads everything in the desk, the identities of protected persons too. Put it in "
            "a closed envelope and give it to somebody you trust, away from the laptop.",
        )
    return translate(
        "Sheets",
        "Any two of these sheets read everything in the desk, the identities of protected persons too. Give each to "
        "another person, in a closed envelope, and one of them to somebody outside the community.",
    )


class SheetsPart(QWidget):
    """Shows what stands on the sheets, large enough to be copied by hand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(8, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(6)

    def show_sheets(self, sheets: Sheets) -> None:
        """Show other sheets."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if sheets.kind is Paper.CODE:
            self._grid.setColumnStretch(1, 1)
            for place, row in enumerate(sheets.texts[0].splitlines(), start=1):
                self._grid.addWidget(Line(f"{place}.", Role.MUTED), place, 0)
                self._grid.addWidget(Line(row, Role.CODE), place, 1)
            return
        top = 0
        for number, share in enumerate(sheets.texts, start=1):
            title = translate("Sheets", "Sheet {number}").format(number=number)
            self._grid.addWidget(Text(title, Role.LABEL), top, 0, 1, COLUMNS)
            words = share.split()
            high = -(-len(words) // COLUMNS)
            for place, word in enumerate(words):
                self._grid.addWidget(Line(f"{place + 1}. {word}"), top + 1 + place % high, place // high)
            top += high + 1


class SheetsProof(Form):
    """Asks for parts of the sheets, chosen by chance, typed back from paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: dict[str, str] = {}
        self._edits: dict[str, TextField] = {}

    def ask_for(self, sheets: Sheets) -> None:
        """Ask for two rows of the code, or for one word of each share. Called once."""
        for name, title, wanted in _asked_of(sheets):
            self._wanted[name] = wanted
            self._edits[name] = self.ask(name, title, TextField(longest=30))

    def check(self) -> bool:
        """Compare, with the habits of handwriting: O and 0, I and 1, spaces and small letters."""
        faults: dict[str, str] = {}
        for name, edit in self._edits.items():
            if tidy(edit.value()) == tidy(self._wanted[name]):
                continue
            faults[name] = translate("Sheets", "This is not what stands on the sheet. Compare it once more.")
            if name.startswith("row"):
                faults[name] = sentence(RecoveryCodeWrong(int(name.removeprefix("row"))))
        self.point_out(faults)
        return not faults

    def begin(self) -> None:
        """Put the cursor on the first part."""
        for edit in self._edits.values():
            edit.setFocus()
            return


def _asked_of(sheets: Sheets) -> Sequence[tuple[str, str, str]]:
    chance = secrets.SystemRandom()
    if sheets.kind is Paper.CODE:
        rows = dict(enumerate(sheets.texts[0].splitlines(), start=1))
        asked = translate("TypeBackStep", "Row {row}")
        return [(f"row{row}", asked.format(row=row), rows[row]) for row in sorted(chance.sample(sorted(rows), ASKED))]
    asked = translate("Sheets", "Sheet {number}, word {place}")
    parts = []
    for number, share in enumerate(sheets.texts, start=1):
        words = share.split()
        # The first three words are the same on every sheet.
        place = chance.randrange(3, len(words))
        parts.append((f"sheet{number}", asked.format(number=number, place=place + 1), words[place]))
    return parts


class PrintSheets(Dialog):
    """Sends the sheets to a printer, from memory. No file of them is made."""

    def __init__(self, jobs: Jobs, make: Callable[[], PrintedSheets], parent: QWidget) -> None:
        super().__init__(translate("Sheets", "Print the sheets"), parent)
        self._jobs, self._make = jobs, make
        self.refusal = Banner("", Tone.DANGER)
        self.refusal.hide()
        self.column.addWidget(self.refusal)
        names = printers()
        self.form = Form()
        self.printer = self.form.ask(
            "printer", translate("Printing", "Printer"), DropDown([Choice(name, name) for name in names])
        )
        words = translate(
            "Sheets",
            "Use a printer that you can watch and that is not shared: printers and their queues keep copies. Take all "
            "sheets with you.",
        )
        nothing = translate("Sheets", "This laptop knows no printer. Copy what stands on the screen by hand.")
        self.column.addWidget(Callout(words if names else nothing, Tone.WARNING))
        self.column.addWidget(self.form)
        self.form.setVisible(bool(names))
        self.back = self.answer(Button(translate("Printing", "Go back"), Kind.SECONDARY))
        self.start = self.answer(Button(translate("Printing", "Print"), Kind.PRIMARY, "print"))
        self.start.setVisible(bool(names))
        self.back.clicked.connect(self.reject)
        self.start.clicked.connect(self._start)

    def _start(self) -> None:
        self.start.setEnabled(False)
        self._jobs.run_read(partial(_print, self._make, self.printer.value() or ""), self._sent, self._refuse)

    @Slot(object)
    def _sent(self, _nothing: None) -> None:
        self.accept()

    @Slot(object)
    def _refuse(self, error: DeskError) -> None:
        self.start.setEnabled(True)
        self.refusal.say(sentence(error))


class PaperKind(Form):
    """Asks how the way back should stand on paper."""

    def __init__(self, kind: Paper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = self.ask("paper", translate("Sheets", "How it stands on paper"), ChoiceList(paper_choices()))
        self.kind.choose(kind)

    def chosen(self) -> Paper:
        """Return the answer."""
        return Paper(self.kind.value() or Paper.CODE)


def _print(make: Callable[[], PrintedSheets], printer: str) -> None:
    made = make()
    send(made.pdf, printer, made.size, JOB)
