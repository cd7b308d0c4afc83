"""Ending a measure: lifted, or carried on by somebody else, with the reason in writing."""

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from justice_desk.cases.rules import ReasonMissing
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.ids import CaseId, MeasureId
from justice_desk.protection.rules import MeasureState
from ui.country import label
from ui.errors import tell
from ui.i18n import translate
from ui.widgets.buttons import Button, Kind
from ui.widgets.choices import Choice, ChoiceList
from ui.widgets.dialogs import Dialog
from ui.widgets.fields import Form, TextArea
from ui.widgets.form_draft import DraftOffer, FormDraft
from ui.widgets.refusals import point_out
from ui.workplace import Workplace

ENDS = (MeasureState.LIFTED, MeasureState.TRANSFERRED)


class EndMeasure(Dialog):
    """Asks how a measure ends and why."""

    def __init__(self, workplace: Workplace, case: CaseId, measure: MeasureId, parent: QWidget) -> None:
        super().__init__(translate("EndMeasure", "End a measure"), parent)
        profile = workplace.desk.communities.profile()
        self.offer = DraftOffer()
        self.form = Form()
        self.column.addWidget(self.offer)
        self.column.addWidget(self.form)
        self.state = self.form.ask(
            "state",
            translate("EndMeasure", "How does it end?"),
            ChoiceList(Choice(one.value, label(profile, "measure_state", one.value)) for one in ENDS),
        )
        self.state.choose(MeasureState.LIFTED)
        self.reason = self.form.ask("reason", translate("EndMeasure", "Why?"), TextArea(lines=3))
        self.cancel = self.answer(Button(translate("EndMeasure", "Go back"), Kind.SECONDARY))
        self.end = self.answer(Button(translate("EndMeasure", "End it"), Kind.PRIMARY, "check"))
        self.cancel.clicked.connect(self.reject)
        self._presenter = EndPresenter(self, workplace, case, measure)


class EndPresenter(QObject):
    """Ends the measure."""

    def __init__(self, panel: EndMeasure, workplace: Workplace, case: CaseId, measure: MeasureId) -> None:
        super().__init__(panel)
        self._panel, self._workplace, self._case, self._measure = panel, workplace, case, measure
        self._draft = FormDraft(workplace, f"measure_end:{case}:{measure}", panel.form, panel.offer, self)
        panel.end.clicked.connect(self._end)
        self._draft.seek()

    @Slot()
    def _end(self) -> None:
        state = MeasureState(self._panel.state.value() or MeasureState.LIFTED)
        end = self._workplace.desk.protection.end
        work = partial(end, self._case, self._measure, state, self._panel.reason.value())
        self._workplace.jobs.run(work, self._ended, self._refused)

    @Slot(object)
    def _ended(self, _measure: object) -> None:
        self._draft.drop()
        self._workplace.act_done.emit()
        self._panel.accept()

    @Slot(object)
    def _refused(self, error: DeskError) -> None:
        if not point_out(self._panel.form, error, {ReasonMissing: "reason"}):
            tell(self._panel.window(), error)
