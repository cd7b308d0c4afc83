"""Giving up a handoff that was not sealed yet: with a reason, and with what was written kept for the next one."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from justice_desk.cases.rules import ReasonMissing
from justice_desk.foundations.errors import DeskError
from justice_desk.handoffs.views import HandoffView
from ui.handoffs.content import Place
from ui.i18n import translate
from ui.sentences import sentence
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.dialogs import Dialog
from ui.widgets.fields import Form, TextField
from ui.widgets.form_draft import DraftOffer, FormDraft
from ui.widgets.notices import Callout
from ui.widgets.refusals import point_out

if TYPE_CHECKING:
    from ui.handoffs.guide import Guide


class VoidHandoff(Dialog):
    """Asks for the reason. It is child of the guide and acts through it."""

    def __init__(self, guide: "Guide", handoff: HandoffView) -> None:
        super().__init__(translate("VoidHandoff", "Give this handoff up"), guide)
        self._guide, self._handoff = guide, handoff
        words = translate(
            "VoidHandoff",
            "It stays in the record as given up, and its papers keep their numbers. What you wrote is there again for "
            "the next one.",
        )
        self.column.addWidget(Callout(words, Tone.WARNING))
        self.offer = DraftOffer()
        self.column.addWidget(self.offer)
        self.form = Form()
        self.reason = self.form.ask("reason", translate("VoidHandoff", "Why?"), TextField())
        self.column.addWidget(self.form)
        self.back = self.answer(Button(translate("VoidHandoff", "Go back"), Kind.SECONDARY))
        self.yes = self.answer(Button(translate("VoidHandoff", "Give it up"), Kind.DANGER))
        self.back.clicked.connect(self.reject)
        self.yes.clicked.connect(self._void)
        self.reason.returnPressed.connect(self._void)
        self._draft = FormDraft(guide.workplace, f"void:{guide.case}:{handoff.id}", self.form, self.offer, self)
        self._draft.seek()
        self.reason.setFocus()

    @Slot()
    def _void(self) -> None:
        work = partial(
            self._guide.workplace.desk.handoffs.void, self._guide.case, self._handoff.id, self.reason.value()
        )
        self._guide.workplace.jobs.run(work, self._voided, self._refused)

    @Slot(object)
    def _voided(self, _handoff: HandoffView) -> None:
        self._draft.drop()
        self._guide.acted(Place.PLAN)
        self.accept()

    @Slot(object)
    def _refused(self, error: DeskError) -> None:
        if not point_out(self.form, error, {ReasonMissing: "reason"}):
            self.form.point_out({"reason": sentence(error)})
