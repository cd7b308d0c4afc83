"""Coming back with the recovery sheet: what stands on it, who comes back, their passphrase, and the next sheet.

Nothing counts before the last step but that the desk was opened with the sheet: that stands in the journal at once.
"""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from justice_desk.accounts.recovering import Return
from justice_desk.accounts.rules import NameMissing, NameTaken, NameUsedBefore, PassphraseWeak, Role, RolesMissing
from justice_desk.accounts.views import PersonView
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.ids import PersonId
from justice_desk.vault.errors import RecoveryCodeWrong, ShareWrong
from justice_desk.vault.paper import ENOUGH, ROWS, WORDS, NewPaper, row_checks, share_checks, unknown_words
from justice_desk.vault.rules import Paper
from ui.background import Jobs
from ui.entrance import Entrance, OpenedDesk, looked_over
from ui.first_run.passphrase import PassphraseForm
from ui.first_run.sheets import PrintSheets, SheetsPart, SheetsProof, warning_of
from ui.first_run.steps import role_choices
from ui.i18n import translate
from ui.sentences import sentence
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.choices import CheckList, Choice, ChoiceList
from ui.widgets.dialogs import Sheet, sheet_body
from ui.widgets.fields import Form, TextArea, TextField
from ui.widgets.notices import Banner, Callout
from ui.widgets.text import Role as TextRole
from ui.widgets.text import Text

if TYPE_CHECKING:
    from justice_desk.bootstrap import RecoveringDesk

TYPED, WHO, SECRET, SHOWN, PROOF = range(5)
NEW = "new"
"""The answer of somebody who has no account."""


class TypedPaper(Form):
    """Asks for what stands on paper, and marks each part that is right as soon as it is."""

    def __init__(self, kind: Paper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.rows: list[TextField] = []
        self.shares: list[TextArea] = []
        if kind is Paper.CODE:
            asked = translate("TypeBackStep", "Row {row}")
            for row in range(1, ROWS + 1):
                edit = self.ask(f"row{row}", asked.format(row=row), TextField(longest=30))
                edit.textChanged.connect(partial(self._follow, row - 1))
                self.rows.append(edit)
            return
        asked = translate("Sheets", "Sheet {number}")
        hint = translate("Recovery", "The {words} words in their order, with a space between them.").format(words=WORDS)
        for number in range(1, ENOUGH + 1):
            self.shares.append(self.ask(f"sheet{number}", asked.format(number=number), TextArea(lines=4), hint))

    def texts(self) -> list[str]:
        """Return what was typed."""
        if self._kind is Paper.CODE:
            return ["\n".join(edit.value() for edit in self.rows)]
        return [edit.value() for edit in self.shares]

    def forget(self) -> None:
        """Forget what was typed."""
        for row in self.rows:
            row.clear()
        for share in self.shares:
            share.clear()

    def check(self) -> bool:
        """Point out every part that is not as it was printed."""
        faults = {
            f"row{number}": sentence(RecoveryCodeWrong(number))
            for number, edit in enumerate(self.rows, start=1)
            if not row_checks(edit.value())
        }
        for number, edit in enumerate(self.shares, start=1):
            unknown = unknown_words(edit.value())
            if unknown:
                words = translate("Recovery", "These words are on no sheet: {words}. Compare them letter by letter.")
                faults[f"sheet{number}"] = words.format(words=", ".join(unknown[:3]))
            elif not share_checks(edit.value()):
                faults[f"sheet{number}"] = sentence(ShareWrong(number))
        self.point_out(faults)
        return not faults

    def begin(self) -> None:
        """Put the cursor where typing begins."""
        (*self.rows, *self.shares)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, place: int, _text: str) -> None:
        """Go on to the next row once this one is right."""
        if row_checks(self.rows[place].value()) and place + 1 < len(self.rows):
            self.rows[place + 1].setFocus(Qt.FocusReason.OtherFocusReason)


class WhoForm(Form):
    """Asks who comes back: somebody of the desk, or somebody new with what they are."""

    def __init__(self, people: Sequence[PersonView], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        new = Choice(NEW, translate("Recovery", "Somebody who has no account yet"))
        choices = [*(Choice(person.id, person.name) for person in people), new]
        self._names = {str(person.id): person.name for person in people}
        self.who = self.ask("who", translate("Recovery", "Who are you?"), ChoiceList(choices))
        self.name = self.ask("name", translate("Recovery", "Your name"), TextField())
        self.roles = self.ask("roles", translate("Recovery", "What you are at this desk"), CheckList(role_choices()))
        self.roles.tick([Role.AUTHORITY])
        self.who.chosen.connect(self._choose)
        self._choose("")

    def known(self) -> str:
        """Return the name of who comes back."""
        return self._names.get(self.who.value() or "", self.name.value())

    def check(self) -> bool:
        """Ask for what is missing."""
        faults = {}
        if self.who.value() is None:
            faults["who"] = translate("Recovery", "Choose one.")
        elif self.who.value() == NEW:
            if not self.name.value():
                faults["name"] = sentence(NameMissing())
            if not self.roles.values():
                faults["roles"] = sentence(RolesMissing())
        self.point_out(faults)
        return not faults

    def answer(self, passphrase: str) -> Return:
        """Return who comes back, with their passphrase."""
        chosen = self.who.value()
        person = None if chosen in {None, NEW} else PersonId(str(chosen))
        return Return(person, self.name.value(), frozenset(Role(role) for role in self.roles.values()), passphrase)

    def _choose(self, value: str) -> None:
        for name in ("name", "roles"):
            self.fields[name].setVisible(value == NEW)


class RecoveryGuide(Sheet):
    """Five steps, one at a time.

    Signals:
        recovered: The `OpenedDesk`.
    """

    recovered = Signal(object)

    def __init__(self, entrance: Entrance, jobs: Jobs, kind: Paper, parent: QWidget, square: str = "") -> None:
        super().__init__(translate("Recovery", "Come back with the recovery sheet"), parent)
        self.refusal = Banner("", Tone.DANGER)
        self.refusal.hide()
        self.column.insertWidget(0, self.refusal)
        self.steps = QStackedWidget()
        self.column.replaceWidget(self.body, self.steps)
        self.steps.addWidget(self.body)
        self.bodies = [self.body, *(sheet_body() for _ in range(PROOF))]
        for body in self.bodies[1:]:
            self.steps.addWidget(body)
        words = translate(
            "Recovery",
            "Using the sheet stands in the journal, and everybody of the desk is told when they sign in. It reaches "
            "the identities of protected persons too.",
        )
        self.body.add(Callout(words, Tone.WARNING))
        self.typed = self.body.add(TypedPaper(kind))
        self.who = WhoForm(())
        self.secret = PassphraseForm(jobs)
        words = translate(
            "Recovery",
            "You get new keys. What you had not finished, and only your old passphrase opened, is lost.",
        )
        self.bodies[SECRET].add(Text(words, TextRole.MUTED))
        self.bodies[SECRET].add(self.secret)
        self.sheets, self.asked = SheetsPart(), SheetsProof()
        self.print = Button(translate("NewPaper", "Print it"), Kind.SECONDARY, "print")
        self.back = self.answer(Button(translate("Recovery", "Go back"), Kind.SECONDARY))
        self.onwards = self.answer(Button(translate("Recovery", "Go on"), Kind.PRIMARY))
        self._presenter = RecoveryPresenter(self, entrance, jobs, kind, square)
        self.typed.begin()

    def show_people(self, people: Sequence[PersonView]) -> None:
        """Ask who of these comes back."""
        self.who = self.bodies[WHO].add(WhoForm(people))

    def show_paper(self, paper: NewPaper) -> None:
        """Show the next sheet, and get ready to ask for it."""
        shown = self.bodies[SHOWN]
        shown.add(Callout(warning_of(paper.sheets.kind), Tone.WARNING))
        words = translate(
            "Recovery",
            "The sheet that you used opens nothing any more after this. Print the next one, or copy it by hand.",
        )
        shown.add(Text(words, TextRole.LABEL))
        shown.add(self.print)
        self.sheets.show_sheets(paper.sheets)
        shown.add(self.sheets)
        proof = translate("NewPaper", "Type this from the paper, so that it is certain that it can be read.")
        self.bodies[PROOF].add(Text(proof))
        self.asked.ask_for(paper.sheets)
        self.bodies[PROOF].add(self.asked)

    def open_step(self, step: int) -> None:
        """Bring a step to the front."""
        self.refusal.say("")
        self.steps.setCurrentIndex(step)
        last = translate("Recovery", "Open the desk")
        self.onwards.rename(last if step == PROOF else translate("Recovery", "Go on"))
        self.onwards.setEnabled(True)

    def reject(self) -> None:
        """Close the store that the sheet opened."""
        self._presenter.leave()
        super().reject()


class RecoveryPresenter(QObject):
    """Opens the store with the sheet, and has everything done at the last step."""

    def __init__(self, panel: RecoveryGuide, entrance: Entrance, jobs: Jobs, kind: Paper, square: str) -> None:
        super().__init__(panel)
        self._panel, self._entrance, self._jobs, self._kind = panel, entrance, jobs, kind
        self._square = square
        self._desk: RecoveringDesk | None = None
        self._paper: NewPaper | None = None
        self._left = False
        panel.back.clicked.connect(self._go_back)
        panel.onwards.clicked.connect(self._go_on)
        panel.print.clicked.connect(self._print)
        panel.destroyed.connect(self.leave)

    @Slot()
    def leave(self) -> None:
        """Close the store: what was not finished never was."""
        self._left = True
        desk, self._desk = self._desk, None
        if desk is not None:
            desk.abandon()

    @Slot()
    def _go_back(self) -> None:
        step = self._panel.steps.currentIndex()
        if step in {TYPED, WHO}:
            self._panel.reject()
        else:
            self._panel.open_step(step - 1)

    @Slot()
    def _go_on(self) -> None:
        panel, step = self._panel, self._panel.steps.currentIndex()
        panel.refusal.say("")
        if step == TYPED and panel.typed.check():
            panel.onwards.setEnabled(False)
            entrance = self._entrance
            work = partial(_opened, entrance, panel.typed.texts(), self._square)
            self._jobs.run(work, self._open, self._refuse)
        elif step == WHO and panel.who.check():
            panel.secret.know((panel.who.known(),))
            panel.open_step(SECRET)
            panel.secret.passphrase.setFocus()
        elif step == SECRET:
            self._leave_secret()
        elif step == SHOWN:
            panel.open_step(PROOF)
            panel.asked.begin()
        elif step == PROOF and panel.asked.check():
            self._finish()

    def _leave_secret(self) -> None:
        faults = self._panel.secret.faults()
        self._panel.secret.point_out(faults)
        if faults or self._desk is None:
            return
        if self._paper is None:
            self._paper = self._desk.fresh_paper(self._kind)
            self._panel.show_paper(self._paper)
        self._panel.open_step(SHOWN)

    def _finish(self) -> None:
        if self._desk is None or self._paper is None:
            raise RuntimeError("a sheet was proven of a store that is not open")
        self._panel.onwards.setEnabled(False)
        who = self._panel.who.answer(self._panel.secret.passphrase.value())
        self._jobs.run(partial(_finished, self._desk, who, self._paper), self._enter, self._refuse)

    @Slot(object)
    def _open(self, found: "tuple[RecoveringDesk, list[PersonView]]") -> None:
        desk, people = found
        if self._left:
            desk.abandon()
            return
        self._desk = desk
        self._panel.show_people(people)
        self._panel.open_step(WHO)

    @Slot()
    def _print(self) -> None:
        if self._desk is not None and self._paper is not None:
            PrintSheets(self._jobs, partial(self._desk.sheets, self._paper), self._panel).open()

    @Slot(object)
    def _enter(self, opened: OpenedDesk) -> None:
        self._desk = None
        self._panel.secret.passphrase.clear()
        self._panel.secret.repeated.clear()
        self._panel.recovered.emit(opened)
        self._panel.accept()

    @Slot(object)
    def _refuse(self, error: DeskError) -> None:
        panel = self._panel
        panel.onwards.setEnabled(True)
        if isinstance(error, NameMissing | NameTaken | NameUsedBefore | RolesMissing):
            panel.open_step(WHO)
            panel.who.point_out({"roles" if isinstance(error, RolesMissing) else "name": sentence(error)})
        elif isinstance(error, PassphraseWeak):
            panel.open_step(SECRET)
            panel.secret.point_out({"passphrase": sentence(error)})
        else:
            panel.refusal.say(sentence(error))


def _opened(entrance: Entrance, texts: Sequence[str], square: str) -> "tuple[RecoveringDesk, list[PersonView]]":
    desk = entrance.open_with_paper(entrance.folder, texts, entrance.clock, square)
    return desk, desk.people()


def _finished(desk: "RecoveringDesk", who: Return, paper: NewPaper) -> OpenedDesk:
    return looked_over(desk.finish(who, paper))
