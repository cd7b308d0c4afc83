"""Registering a case: the guide step by step and the dense form, one presenter behind both."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from justice_desk.cases.rules import KnowledgeImpossible
from justice_desk.cases.views import CaseView
from justice_desk.foundations.errors import DeskError
from ui.cases.intake_answers import REVIEW, STEPS, Ask, faults_of, intake_of, step_of
from ui.cases.intake_form import IntakeForm, IntakeGround, step_titles
from ui.cases.intake_review import IntakeReview, alike, answered_parts
from ui.errors import tell
from ui.handoffs.names import suspects
from ui.i18n import translate
from ui.sentences import sentence
from ui.shortcuts import Key, bind
from ui.theme import look
from ui.widgets.buttons import Button, Kind
from ui.widgets.form_draft import DraftOffer, FormDraft
from ui.widgets.page import GAP, MEASURE, PageScaffold
from ui.widgets.stepper import Stepper, path
from ui.workplace import Workplace

if TYPE_CHECKING:
    from justice_desk.bootstrap import Desk

PLACE = "new_case"
"""Where the draft of a new case is kept."""
WAY = "new_case_dense"
"""The setting of the desk: everything at once instead of step by step."""
ROOM_FOR_STEPS = 820
"""The width, at 100 %, below which the steps beside the questions give way."""


class NewCasePanel(PageScaffold):
    """Shows the questions, or the last look over them. It decides nothing.

    Signals:
        back_requested, next_requested: A step backwards, a step onwards.
        step_requested: The step to go back to from the last look.
        save_requested: Everything was looked over.
        later_requested: The reader goes away; what is typed stays as a draft.
        way_requested: Everything at once (True), or step by step.
        case_requested: A case that resembles this one.
    """

    back_requested = Signal()
    next_requested = Signal()
    step_requested = Signal(int)
    save_requested = Signal()
    later_requested = Signal()
    way_requested = Signal(bool)
    case_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("NewCase", "New case"), " ", wide=True, parent=parent)
        self.form: IntakeForm | None = None
        self.way = self.beside_title(Button("", Kind.QUIET, "list"))
        self.way.clicked.connect(self._ask_way)
        self.offer = self.notice(DraftOffer())
        self.review = IntakeReview()
        self.review.step_requested.connect(self.step_requested)
        self.review.case_requested.connect(self.case_requested)
        self.stepper = Stepper()
        self._dense = False
        self._questions = QWidget()
        self._lay_out()
        self.back = Button("", Kind.SECONDARY, "back")
        self.back.clicked.connect(self._go_back)
        self.onwards = Button(translate("NewCase", "Next"), Kind.PRIMARY, "forward", key=Key.NEXT)
        self.onwards.clicked.connect(self._go_on)
        self.action_bar(self.back, forward=(self.onwards,))
        bind(self, Key.NEXT, self._go_on)
        bind(self, Key.SAVE, self._go_on)
        self._on_review, self._at_start = False, True

    def offer_questions(self, form: IntakeForm) -> None:
        """Show the questions."""
        self.form = form
        self._column.insertWidget(0, form)

    def show_step(self, step: int, *, dense: bool) -> None:
        """Show a step of the guide (`REVIEW`: the last look), or, dense, everything before the last look."""
        if self.form is None:
            return
        self._on_review, self._dense = step == REVIEW, dense
        self.form.show_step(None if dense else step)
        self.form.setVisible(not self._on_review)
        self.review.setVisible(self._on_review)
        self._at_start = not self._on_review and (dense or step == 0)
        self.back.rename(
            translate("NewCase", "Leave it for later") if self._at_start else translate("NewCase", "Back"),
            "close" if self._at_start else "back",
        )
        verb = translate("NewCase", "Save the case") if self._on_review else translate("NewCase", "Next")
        self.onwards.rename(verb, "save" if self._on_review else "forward")
        titles = step_titles()
        self.stepper.show_steps(path(titles, step))
        self.subtitle.setText(
            translate("NewCase", "Step {number} of {total}: {title}").format(
                number=step + 1, total=len(titles), title=titles[step]
            )
            if not dense or self._on_review
            else translate("NewCase", "Everything at once")
        )
        way = translate("NewCase", "Step by step") if dense else translate("NewCase", "Everything at once")
        self.way.rename(way)
        self._place_stepper()
        self.body.verticalScrollBar().setValue(0)
        if not self._on_review:
            self.form.enter_step(0 if dense else step)
        else:
            self.onwards.setFocus()

    def point_out(self, faults: Mapping[str, str]) -> None:
        """Say beside the questions what is wrong."""
        if self.form is not None:
            self.form.point_out(faults)

    def wait(self, *, waiting: bool) -> None:
        """Show that the case is being saved."""
        self.onwards.setEnabled(not waiting)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the steps beside the questions where there is room."""
        super().resizeEvent(event)
        self._place_stepper()

    def _lay_out(self) -> None:
        self._questions.setMaximumWidth(look().px(MEASURE))
        self._column = QVBoxLayout(self._questions)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.review)
        beside = QWidget()
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3 * GAP)
        row.addWidget(self._questions, 100)
        row.addWidget(self.stepper, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self.add(beside)

    def _place_stepper(self) -> None:
        self._questions.setMaximumWidth(look().px(MEASURE))
        self.stepper.setVisible(not self._dense and self.width() >= look().px(ROOM_FOR_STEPS))

    def _go_on(self) -> None:
        if self.onwards.isEnabled():
            (self.save_requested if self._on_review else self.next_requested).emit()

    def _go_back(self) -> None:
        (self.later_requested if self._at_start else self.back_requested).emit()

    def _ask_way(self) -> None:
        self.way_requested.emit(not self._dense)


class NewCasePresenter(QObject):
    """Leads through the questions, keeps the draft, and has the case registered.

    Signals:
        registered: The `CaseView` of the new case.
        left: The reader went away.
        case_requested: A case that resembles the new one.
    """

    registered = Signal(object)
    left = Signal()
    case_requested = Signal(str)

    def __init__(self, panel: NewCasePanel, workplace: Workplace) -> None:
        super().__init__(panel)
        self._panel, self._workplace = panel, workplace
        self._ground: IntakeGround | None = None
        self._draft: FormDraft | None = None
        self._step, self._dense = 0, False
        panel.next_requested.connect(self._next)
        panel.back_requested.connect(self._back)
        panel.step_requested.connect(self._go)
        panel.save_requested.connect(self._save)
        panel.later_requested.connect(self.left)
        panel.way_requested.connect(self._change_way)
        panel.case_requested.connect(self.case_requested)
        workplace.jobs.run_read(partial(read_ground, workplace.desk), self._begin)

    @Slot(object)
    def _begin(self, ground: IntakeGround) -> None:
        work = self._workplace
        self._ground, self._dense = ground, ground.dense
        form = IntakeForm(ground, work.clock, work.zone, work.roles)
        self._panel.offer_questions(form)
        self._draft = FormDraft(work, PLACE, form, self._panel.offer, self)
        self._draft.seek()
        self._show()

    @Slot()
    def _next(self) -> None:
        faults = self._faults()
        asked = {ask.value for step in (STEPS if self._dense else STEPS[self._step : self._step + 1]) for ask in step}
        here = {ask: fault for ask, fault in faults.items() if ask in asked}
        self._panel.point_out(spoken(here))
        if not here:
            self._go(REVIEW if self._dense else self._step + 1)

    @Slot()
    def _back(self) -> None:
        self._go(0 if self._dense else max(self._step - 1, 0))

    @Slot(int)
    def _go(self, step: int) -> None:
        faults = self._faults()
        if step == REVIEW and faults:
            # A step that was left out (the draft was brought back at a later one) is gone to first.
            first = min(step_of(ask) for ask in faults)
            self._step = first
            self._show()
            self._panel.point_out(spoken(faults))
            return
        self._step = step
        self._show()

    @Slot()
    def _save(self) -> None:
        form, faults = self._panel.form, self._faults()
        if form is None or faults:
            self._go(REVIEW)
            return
        answers = form.answers()
        self._panel.wait(waiting=True)
        register = partial(self._workplace.desk.cases.register, intake_of(answers), answers.excluded)
        self._workplace.jobs.run(register, self._saved, self._refused)

    @Slot(object)
    def _saved(self, case: CaseView) -> None:
        if self._draft is not None:
            self._draft.drop()
        self._workplace.act_done.emit()
        self.registered.emit(case)

    @Slot(object)
    def _refused(self, error: DeskError) -> None:
        self._panel.wait(waiting=False)
        field = Ask.KNOWN.value if isinstance(error, KnowledgeImpossible) else getattr(error, "field", "")
        if field not in set(Ask):
            tell(self._panel, error)
            return
        self._step = step_of(field)
        self._show()
        self._panel.point_out({field: sentence(error)})

    @Slot(bool)
    def _change_way(self, dense: bool) -> None:
        self._dense = dense
        self._workplace.jobs.run(partial(self._workplace.desk.accounts.keep_setting, WAY, dense))
        self._show()

    def _faults(self) -> dict[str, DeskError]:
        form = self._panel.form
        return {} if form is None else faults_of(form.answers(), self._workplace.clock())

    def _show(self) -> None:
        form, ground = self._panel.form, self._ground
        if form is None or ground is None:
            return
        if self._step == REVIEW:
            answers = form.answers()
            parts = answered_parts(answers, ground, self._workplace.zone)
            self._panel.review.show_answers(parts, alike(ground.lines, answers.title), suspects(answers.title))
        self._panel.show_step(self._step, dense=self._dense)


def spoken(faults: Mapping[str, DeskError]) -> dict[str, str]:
    """Return what is said beside each question."""
    return {ask: sentence(fault) for ask, fault in faults.items()}


def read_ground(desk: "Desk") -> IntakeGround:
    """Return what the questions need, in a worker."""
    me = desk.accounts.me().id
    return IntakeGround(
        profile=desk.communities.profile(),
        colleagues=tuple(person for person in desk.accounts.persons() if person.id != me),
        lines=tuple(desk.cases.cases()),
        dense=desk.accounts.setting(WAY) is True,
    )
