"""Seeing who a person is: only on a reason, which is noted; veiled again as soon as it is left."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from justice_desk.cases.rules import Identity, ReasonMissing
from justice_desk.cases.views import PartyView
from ui.cases.draft_places import DraftPlace
from ui.cases.faces import FacePresenter, FormFace
from ui.cases.identity_form import identity_labels
from ui.i18n import translate
from ui.widgets.buttons import Button, Kind
from ui.widgets.fields import TextField
from ui.widgets.notices import Callout
from ui.widgets.text import Role, Rule, Text
from ui.workplace import Workplace

SHOWN_FOR = 120_000
"""After this many milliseconds an identity is veiled again by itself."""


class IdentityView(FormFace):
    """Asks for a reason, and shows an identity until it is veiled. No tooltip and no title ever holds a part of it.

    Signals:
        veiled: The identity went from the screen.
    """

    veiled = Signal()

    def __init__(self, party: PartyView) -> None:
        title = translate("Identity", "Who {code} is").format(code=party.code)
        super().__init__(title, translate("Identity", "See who it is"), icon="show")
        self.party = party
        self.rule = self.body.add(
            Callout(
                translate("Identity", "It is seen on a reason. The history notes who saw it and when."), icon="lock"
            )
        )
        self.reason = self.form.ask(
            "reason",
            translate("Identity", "Why it has to be seen"),
            TextField(),
            translate("Identity", "For example: to fill in the reserved sheet, to call the safe contact."),
        )
        self.reason.returnPressed.connect(self.save_requested)
        self.body.add(self.form)
        self.veil = self.body.add(Button(translate("Identity", "Veil it again"), Kind.SECONDARY, "hide"))
        self.veil.clicked.connect(self.hide_identity)
        self.veil.hide()
        self._shown: QWidget | None = None

    def enter(self) -> None:
        """Put the cursor into the reason."""
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_identity(self, identity: Identity) -> None:
        """Show who the person is."""
        self.hide_identity()
        self._shown = QWidget()
        column = QVBoxLayout(self._shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for name, words in identity_labels().items():
            value = str(getattr(identity, name))
            if value:
                column.addWidget(Text(words, Role.SMALL))
                column.addWidget(Text(value))
                column.addSpacing(6)
                column.addWidget(Rule())
                column.addSpacing(6)
        self.body.add(self._shown)
        self.form.hide()
        self.save.hide()
        self.veil.show()
        self.veil.setFocus()

    @Slot()
    def hide_identity(self) -> None:
        """Destroy what is shown, and ask for a reason again."""
        if self._shown is None:
            return
        for text in self._shown.findChildren(Text):
            text.clear()
        self._shown.hide()
        self._shown.deleteLater()
        self._shown = None
        self.reason.clear()
        self.form.show()
        self.save.show()
        self.veil.hide()
        self.veiled.emit()


class IdentityReader(FacePresenter):
    """Reads an identity, and veils it when time is up or its page is left."""

    def __init__(self, view: IdentityView, workplace: Workplace, place: DraftPlace) -> None:
        super().__init__(view, workplace, place, {ReasonMissing: "reason"})
        self._view = view
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_FOR)
        self._timer.timeout.connect(view.hide_identity)
        view.veiled.connect(self._timer.stop)
        view.save_requested.connect(self._read)
        self.done.connect(self._show)

    @Slot()
    def _read(self) -> None:
        read = self.workplace.desk.parties.read_identity
        self.run(partial(read, self.place.case, self._view.party.id, self._view.reason.value()))

    @Slot(object)
    def _show(self, identity: Identity) -> None:
        self._view.wait(waiting=False)
        self._view.reason.clear()
        # The reason is gone from its field: that is no draft either.
        self.draft.drop()
        self._view.show_identity(identity)
        self._timer.start()
