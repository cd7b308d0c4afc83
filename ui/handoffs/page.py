"""The page Handoffs: every case that goes or went to the prosecutor, those that wait for an answer first."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from justice_desk.foundations.ids import CaseId
from justice_desk.handoffs.rules import WAITING, Stage
from justice_desk.handoffs.views import HandoffView
from justice_desk.jurisdictions.rules import Profile
from ui.cases.tab_keys import TabKey
from ui.cases.words import short_number
from ui.handoffs.content import overdue
from ui.handoffs.words import answer_state, stage_state
from ui.i18n import translate
from ui.moments import moment_text
from ui.widgets.badge import State, Tone
from ui.widgets.notices import Banner, EmptyState
from ui.widgets.page import PageScaffold
from ui.widgets.table import Column, Table, ViewsModel
from ui.workplace import Workplace

if TYPE_CHECKING:
    from justice_desk.bootstrap import Desk

KEY = "handoffs"
_ORDER: Sequence[frozenset[Stage]] = (
    WAITING,
    frozenset({Stage.SEALED}),
    frozenset({Stage.PREPARING, Stage.REVIEWED}),
)
"""What asks for something to be done comes first; what is over comes last."""


def handoffs_title() -> str:
    """Return the title of the page."""
    return translate("Handoffs", "Handoffs")


class HandoffsPage(PageScaffold):
    """Shows the handoffs as a list.

    Signals:
        opened: The case whose handoff should be opened.
    """

    opened = Signal(str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(
            handoffs_title(),
            translate("Handoffs", "The cases on their way to the prosecutor. Enter opens the guide of one."),
            wide=True,
            parent=parent,
        )
        self._workplace = workplace
        self._just_entered = False
        self.late = self.notice(Banner("", Tone.DANGER))
        self.late.hide()
        self.model = ViewsModel((), self)
        self.table: Table | None = None
        self.empty = EmptyState(
            "handoffs",
            translate("Handoffs", "No case is on its way"),
            translate(
                "Handoffs", "A case that goes to the prosecutor is prepared in the case itself, in its tab Handoff."
            ),
        )
        self.stack = self.add(QStackedWidget(), stretch=1)
        self.stack.addWidget(self.empty)
        self._presenter = HandoffsPresenter(self, workplace)

    def entering(self) -> None:
        """Read anew, with the cursor on the list."""
        self._just_entered = True
        self._presenter.read()

    def show_handoffs(self, handoffs: Sequence[HandoffView], profile: Profile) -> None:
        """Show other handoffs."""
        if self.table is None:
            self.model = ViewsModel(columns(profile, self._workplace.zone), self)
            self.table = Table(self.model, handoffs_title())
            self.table.opened.connect(self._open)
            self.stack.addWidget(self.table)
        self.model.show_views(handoffs)
        self.stack.setCurrentWidget(self.table if handoffs else self.empty)
        if self._just_entered:
            self._just_entered = False
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        late = sum(overdue(one) for one in handoffs)
        words = translate("Handoffs", "Receipts that should have come: {count}. Call or go there today.")
        self.late.say(words.format(count=late) if late else "")

    @Slot(object)
    def _open(self, handoff: HandoffView) -> None:
        self.opened.emit(handoff.case)


class HandoffsPresenter(QObject):
    """Reads the handoffs, and opens a case at its guide."""

    def __init__(self, panel: HandoffsPage, workplace: Workplace) -> None:
        super().__init__(panel)
        self._panel, self._workplace = panel, workplace
        panel.opened.connect(self._open)
        workplace.act_done.connect(self.read)

    @Slot()
    def read(self) -> None:
        """Read the handoffs anew."""
        self._workplace.jobs.run_read(partial(read_handoffs, self._workplace.desk), self._show)

    @Slot(object)
    def _show(self, found: tuple[Profile, tuple[HandoffView, ...]]) -> None:
        profile, handoffs = found
        self._panel.show_handoffs(handoffs, profile)
        self._workplace.waiting_changed.emit(KEY, sum(one.stage in WAITING for one in handoffs))

    @Slot(str)
    def _open(self, case: str) -> None:
        self._workplace.navigator.open_case(CaseId(case), TabKey.HANDOFF)


def read_handoffs(desk: "Desk") -> tuple[Profile, tuple[HandoffView, ...]]:
    """Return the country's words and the handoffs in the order of the list. In a worker."""
    return desk.communities.profile(), in_order(desk.handoffs.all())


def in_order(handoffs: Sequence[HandoffView]) -> tuple[HandoffView, ...]:
    """Return handoffs as they are listed: overdue, waiting, sealed, in preparation, over; within each as given."""

    def place(handoff: HandoffView) -> int:
        if overdue(handoff):
            return 0
        return next(
            (number for number, stages in enumerate(_ORDER, start=1) if handoff.stage in stages), len(_ORDER) + 1
        )

    return tuple(sorted(handoffs, key=place))


def columns(profile: Profile, zone: ZoneInfo) -> tuple[Column, ...]:
    """Return the columns of the list."""

    def stage(handoff: HandoffView) -> State:
        return stage_state(profile, handoff.stage)

    def answer(handoff: HandoffView) -> State | None:
        return answer_state(handoff, zone)

    def since(handoff: HandoffView) -> str:
        at = handoff.custody[-1].event.at if handoff.custody else handoff.prepared_at
        return moment_text(at, zone)

    def answer_words(handoff: HandoffView) -> str:
        state = answer(handoff)
        return "" if state is None else state.word

    return (
        Column(translate("Handoffs", "Case"), lambda one: short_number(one.case_number), width=15),
        Column(translate("Handoffs", "Stage"), lambda one: stage(one).word, width=19, state=stage),
        Column(translate("Handoffs", "Receipt"), answer_words, width=31, state=answer),
        Column(translate("Handoffs", "Receiver"), lambda one: one.receiver.institution, stretch=True, room=720),
        Column(translate("Handoffs", "Since"), since, width=18, room=1000),
    )
