"""Recording a session: the form is kept as a draft while somebody types, and becomes a record that is never edited."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.ids import CaseId
from justice_desk.hearings.rules import (
    AgreementForbidden,
    OfficeMissing,
    PointForbidden,
    SessionUnordered,
    WitnessesMissing,
)
from ui.errors import tell
from ui.hearings.session_form import SessionForm
from ui.i18n import translate
from ui.sentences import sentence
from ui.widgets.form_draft import FormDraft
from ui.widgets.refusals import point_out
from ui.workplace import Workplace

ABOUT: Mapping[type[DeskError], str] = {
    SessionUnordered: "held_at",
    OfficeMissing: "attendance",
    PointForbidden: "points",
    AgreementForbidden: "agreements",
}


class SessionRecorder(QObject):
    """Keeps what the form holds as a record.

    Signals:
        recorded: The record was kept.
    """

    recorded = Signal()

    def __init__(self, panel: SessionForm, workplace: Workplace, case: CaseId) -> None:
        super().__init__(panel)
        self._panel, self._workplace, self._case = panel, workplace, case
        place = f"session:{case}:{panel.kind.value}"
        self._draft = FormDraft(workplace, place, panel.form, panel.offer, self)
        panel.save_requested.connect(self._save)
        self._draft.seek()

    @Slot()
    def _save(self) -> None:
        held, ended = self._panel.held_at.value(), self._panel.ended_at.value()
        missing = translate("SessionForm", "Day and hour are needed, such as 24/11/2026 and 15:40.")
        self._panel.form.point_out(
            {name: missing for name, at in (("held_at", held), ("ended_at", ended)) if at is None}
        )
        if held is None or ended is None:
            return
        minutes = self._panel.minutes(held.at, ended.at)
        self._panel.save.setEnabled(False)
        work = partial(self._workplace.desk.hearings.record, self._case, minutes)
        self._workplace.jobs.run(work, self._recorded, self._refused)

    @Slot(object)
    def _recorded(self, _session: object) -> None:
        self._draft.drop()
        self._workplace.act_done.emit()
        self.recorded.emit()

    @Slot(object)
    def _refused(self, error: DeskError) -> None:
        self._panel.save.setEnabled(True)
        if isinstance(error, WitnessesMissing) and (field := self._panel.signing.name_of_field(error.name)):
            self._panel.form.point_out({field: sentence(error)})
        elif not point_out(self._panel.form, error, ABOUT):
            tell(self._panel.window(), error)
