"""The receivers: the offices that cases go to, their keys as digits, and whether a voice confirmed them."""

from collections.abc import Sequence
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from justice_desk.accounts.rules import UseCase, permitted
from justice_desk.foundations.ids import ReceiverId
from justice_desk.handoffs.views import ReceiverView
from ui.handoffs.receiver_dialogs import ConfirmKey, EnterReceiver, key_figures
from ui.handoffs.words import confirmed_words, key_state, receiver_words
from ui.i18n import translate
from ui.widgets.buttons import Button, Kind
from ui.widgets.entry import Entry, EntryList
from ui.widgets.notices import EmptyState
from ui.widgets.page import Body
from ui.widgets.text import Role, Text
from ui.workplace import Workplace

TOP = 16


class ReceiversSection(Body):
    """Shows the receivers.

    Signals:
        enter_requested: Another receiver should be entered.
        confirm_requested: The receiver whose key should be confirmed by telephone.
    """

    enter_requested = Signal()
    confirm_requested = Signal(str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.parts.setContentsMargins(0, TOP, 0, 0)
        self._zone = workplace.zone
        words = translate(
            "Receivers",
            "The offices that cases go to. Each has a key; only that key opens what is sent to it. Call, and let them "
            "read out its digits, before anything is sent.",
        )
        self.add(Text(words, Role.MUTED))
        self.new = self.add(Button(translate("Receivers", "Enter a receiver"), Kind.PRIMARY, "add"))
        self.new.clicked.connect(self.enter_requested)
        self.list = self.add(EntryList())
        self.nothing = self.add(
            EmptyState(
                "receive",
                translate("Receivers", "No receiver yet"),
                translate("Receivers", "Ask the prosecutor's office for its key. Meanwhile the papers can go printed."),
            )
        )
        self.nothing.hide()
        self._may = permitted(UseCase.ENTER_RECEIVER, workplace.roles, own=True)
        self.new.setEnabled(self._may)
        self._presenter = ReceiversPresenter(self, workplace)

    def entering(self) -> None:
        """Read anew."""
        self._presenter.read()

    def show_receivers(self, receivers: Sequence[ReceiverView]) -> None:
        """Show other receivers."""
        self.list.show_entries([self._entry(receiver, self._zone) for receiver in receivers])
        self.nothing.setHidden(bool(receivers))

    def _entry(self, receiver: ReceiverView, zone: ZoneInfo) -> Entry:
        digits = [f"{caption}: {groups}" for caption, groups in key_figures(receiver)]
        lines = (receiver.place, *digits, confirmed_words(receiver, zone))
        word = translate("Receivers", "Confirm by telephone")
        if receiver.confirmed_at is not None:
            word = translate("Receivers", "Confirm again")
        confirm = Button(word, icon="phone")
        confirm.setAccessibleName(f"{word}: {receiver.institution}")
        confirm.setEnabled(self._may)
        confirm.clicked.connect(partial(self.confirm_requested.emit, receiver.id))
        return Entry(receiver_words(receiver), lines, key_state(receiver), (confirm,))


class ReceiversPresenter(QObject):
    """Reads the receivers, and opens the questions about them."""

    def __init__(self, panel: ReceiversSection, workplace: Workplace) -> None:
        super().__init__(panel)
        self._panel, self._workplace = panel, workplace
        self._receivers: tuple[ReceiverView, ...] = ()
        panel.enter_requested.connect(self._enter)
        panel.confirm_requested.connect(self._confirm)
        workplace.act_done.connect(self.read)

    @Slot()
    def read(self) -> None:
        """Read the receivers anew."""
        self._workplace.jobs.run_read(self._workplace.desk.receivers.receivers, self._show)

    @Slot(object)
    def _show(self, receivers: tuple[ReceiverView, ...]) -> None:
        self._receivers = receivers
        self._panel.show_receivers(receivers)

    @Slot()
    def _enter(self) -> None:
        EnterReceiver(self._workplace, self._panel).open()

    @Slot(str)
    def _confirm(self, receiver: str) -> None:
        found = next(one for one in self._receivers if one.id == ReceiverId(receiver))
        ConfirmKey(self._workplace, found, self._panel).open()
