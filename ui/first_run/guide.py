"""The founding guide: numbered steps from a fresh laptop to a desk. The store takes its place at the very end."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from justice_desk.foundations.errors import DeskError
from justice_desk.vault.paper import Sheets
from ui.appearance import Appearance
from ui.background import Jobs
from ui.entrance import Entrance, OpenedDesk, looked_over
from ui.first_run.answers import Answers
from ui.first_run.keys import CodeStep, PassphraseStep, TypeBackStep
from ui.first_run.panel import GuidePanel
from ui.first_run.sheets import PrintSheets
from ui.first_run.steps import CommunityStep, CountryStep, DangerStep, LanguageStep, PersonStep
from ui.i18n import translate
from ui.sentences import sentence

if TYPE_CHECKING:
    from justice_desk.bootstrap import FoundingDesk

PASSPHRASE, CODE, PROOF = 5, 6, 7
"""Where the secrets stand among the steps."""


class FoundingGuide(QWidget):
    """The guide as a face of the window: it holds the answers and makes the desk.

    Signals:
        founded: The `OpenedDesk`, in its place.
        restore_requested: The desk is not new: it should come back from a backup.
    """

    founded = Signal(object)
    restore_requested = Signal()

    def __init__(self, entrance: Entrance, jobs: Jobs, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entrance, self._jobs, self._appearance = entrance, jobs, appearance
        self._profiles = entrance.profiles()
        self._answers = Answers()
        self._founding: FoundingDesk | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.panel = self._fresh_panel()
        whole.addWidget(self.panel)
        self.panel.show_step(0)

    def speak_anew(self) -> None:
        """Ask in the language that is spoken now; what was answered stays."""
        place = self.panel.place
        self._take()
        former, self.panel = self.panel, self._fresh_panel()
        whole = self.layout()
        if whole is not None:
            whole.replaceWidget(former, self.panel)
        former.deleteLater()
        self.panel.show_step(place)

    def leave(self) -> None:
        """Forget a desk that did not take its place: the window closes."""
        founding, self._founding = self._founding, None
        if founding is not None:
            founding.abandon()

    def _fresh_panel(self) -> GuidePanel:
        self._community = CommunityStep()
        self._code, self._proof = CodeStep(), TypeBackStep()
        language = LanguageStep(self._appearance)
        steps = (
            language,
            CountryStep(self._profiles),
            self._community,
            DangerStep(),
            PersonStep(),
            PassphraseStep(self._jobs),
            self._code,
            self._proof,
        )
        panel = GuidePanel(steps, translate("Guide", "Founding the desk"), translate("Guide", "Found the desk"))
        language.restore.clicked.connect(self.restore_requested)
        for step in steps:
            step.show_answers(self._answers)
        if self._founding is not None:
            self._show_sheets(self._founding.paper.sheets)
        self._suggest_titles()
        self._code.print_requested.connect(self._print)
        panel.back_requested.connect(self._go_back)
        panel.forward_requested.connect(self._go_on)
        return panel

    def _take(self) -> None:
        for step in self.panel.steps:
            step.take_answers(self._answers)

    @Slot()
    def _go_back(self) -> None:
        if self.panel.place == CODE:
            # Whoever changes an answer founds anew, with another code: the sheet of this one is void.
            self.leave()
        self.panel.show_step(self.panel.place - 1)

    @Slot()
    def _go_on(self) -> None:
        place = self.panel.place
        if not self.panel.steps[place].check():
            return
        self._take()
        if place == PASSPHRASE:
            self._make()
        elif place == PROOF:
            self._take_place()
        else:
            self._suggest_titles()
            self.panel.steps[place + 1].show_answers(self._answers)
            self.panel.show_step(place + 1)

    def _suggest_titles(self) -> None:
        chosen = [profile.titles for profile in self._profiles if profile.id == self._answers.country]
        self._community.suggest(chosen[0] if chosen else ())

    def _make(self) -> None:
        founding = self._answers.founding(self._appearance.language)
        entrance = self._entrance
        work = partial(entrance.found, entrance.folder, founding, entrance.clock)
        job = self._jobs.run(work, self._made, self._refuse)
        self.panel.watch(job, translate("Guide", "Making the keys of the desk…"))

    @Slot(object)
    def _made(self, founding: "FoundingDesk") -> None:
        self._founding = founding
        self._show_sheets(founding.paper.sheets)
        self.panel.show_step(CODE)

    def _show_sheets(self, sheets: Sheets) -> None:
        self._code.show_sheets(sheets)
        self._proof.show_sheets(sheets)

    @Slot()
    def _print(self) -> None:
        if self._founding is not None:
            PrintSheets(self._jobs, self._founding.sheets, self).open()

    def _take_place(self) -> None:
        if self._founding is None:
            raise RuntimeError("a code was proven of a desk that was not made")
        job = self._jobs.run(partial(_placed, self._founding), self._enter, self._refuse)
        self.panel.watch(job, translate("Guide", "Putting the desk in its place…"))

    @Slot(object)
    def _enter(self, opened: OpenedDesk) -> None:
        self._founding = None
        self.founded.emit(opened)

    @Slot(object)
    def _refuse(self, error: DeskError) -> None:
        self.panel.banner.say(sentence(error))
        self.panel.banner.setFocus(Qt.FocusReason.OtherFocusReason)


def _placed(founding: "FoundingDesk") -> OpenedDesk:
    return looked_over(founding.take_place())
