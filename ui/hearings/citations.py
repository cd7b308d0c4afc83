"""Calling somebody to a hearing: only where a hearing can be held, and never in words that reveal the matter."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from justice_desk.accounts.rules import UseCase, permitted
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.ids import CaseId, PartyId
from justice_desk.hearings.rules import CitationForbidden, SessionKind, SessionUnordered
from ui.country import label
from ui.errors import tell
from ui.hearings.content import HearingContent
from ui.i18n import translate
from ui.moments import moment_text
from ui.widgets.buttons import Button
from ui.widgets.choices import Choice, ChoiceList
from ui.widgets.entry import Entry, EntryList
from ui.widgets.fields import Form, TextField
from ui.widgets.form_draft import DraftOffer, FormDraft
from ui.widgets.moment import MomentField
from ui.widgets.refusals import point_out
from ui.widgets.text import Role, Text
from ui.workplace import Workplace

ABOUT: dict[type[DeskError], str] = {CitationForbidden: "party", SessionUnordered: "called_for"}


class CitationPart(QWidget):
    """Shows who was called and asks whom to call.

    Signals:
        cite_requested: The person chosen should be called.
    """

    cite_requested = Signal()

    def __init__(self, workplace: Workplace, case: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(12)
        column.addWidget(Text(translate("Citations", "Call somebody to a hearing"), Role.SECTION))
        self.called = EntryList()
        self.offer = DraftOffer()
        self.form = Form()
        for part in (self.called, self.offer, self.form):
            column.addWidget(part)
        self.party = self.form.ask("party", translate("Citations", "Whom?"), ChoiceList((), columns=2))
        self.called_for = self.form.ask(
            "called_for",
            translate("Citations", "For when?"),
            MomentField(workplace.clock, workplace.zone, asks_precision=False),
        )
        self.words = self.form.ask(
            "words",
            translate("Citations", "In which words?"),
            TextField(),
            translate("Citations", "Neutral words, that do not say what it is about."),
        )
        self.cite = self.form.place(Button(translate("Citations", "Call this person"), icon="check"))
        self.cite.clicked.connect(self.cite_requested)
        self._presenter = CitationPresenter(self, workplace, case)

    def show_content(self, content: HearingContent) -> None:
        """Show who was called, where a hearing can be held at all."""
        self._presenter.show_content(content)


class CitationPresenter(QObject):
    """Calls people."""

    def __init__(self, panel: CitationPart, workplace: Workplace, case: CaseId) -> None:
        super().__init__(panel)
        self._panel, self._workplace, self._case = panel, workplace, case
        self._draft = FormDraft(workplace, f"citation:{case}", panel.form, panel.offer, self)
        panel.cite_requested.connect(self._cite)
        panel.hide()
        self._draft.seek()

    def show_content(self, content: HearingContent) -> None:
        """Offer the people of the case, and show who was called."""
        panel, profile = self._panel, content.profile
        may = permitted(UseCase.CITE, self._workplace.roles, own=content.case.own)
        panel.setVisible(SessionKind.HEARING in content.kinds and may and bool(content.case.parties))
        chosen = panel.party.value()
        panel.party.offer(
            Choice(party.id, f"{party.code} · {label(profile, 'party_role', party.role.value)}")
            for party in content.case.parties
        )
        if chosen in {party.id for party in content.case.parties}:
            panel.party.choose(str(chosen))
        else:
            self._draft.settle()
        panel.called.show_entries(
            [
                Entry(f"{one.code} · {moment_text(one.called_for, self._workplace.zone)}", (one.words,))
                for one in content.citations
            ]
        )

    @Slot()
    def _cite(self) -> None:
        party, at = self._panel.party.value(), self._panel.called_for.value()
        needed = translate("Citations", "This is needed.")
        self._panel.form.point_out(
            {name: needed for name, told in (("party", party), ("called_for", at)) if told is None}
        )
        if party is None or at is None:
            return
        cite = self._workplace.desk.hearings.cite
        work = partial(cite, self._case, PartyId(party), at.at, self._panel.words.value())
        self._workplace.jobs.run(work, self._cited, self._refused)

    @Slot(object)
    def _cited(self, _citation: object) -> None:
        self._panel.words.clear()
        self._draft.drop()
        self._workplace.act_done.emit()

    @Slot(object)
    def _refused(self, error: DeskError) -> None:
        if not point_out(self._panel.form, error, ABOUT):
            tell(self._panel.window(), error)
