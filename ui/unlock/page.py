"""The lock page: a name and a passphrase, and what can be done in danger without opening anything."""

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.files import CannotRead, CannotWrite, DiskFull
from justice_desk.vault.errors import SignInDelayed, SignInRefused, StoreDamaged, StoreMissing, StoreNotEncrypted
from ui.appearance import Appearance
from ui.background import Jobs
from ui.entrance import Entrance, OpenedDesk
from ui.errors import tell
from ui.i18n import translate
from ui.sentences import sentence
from ui.unlock.danger import DangerPanel
from ui.widgets.buttons import Button, Kind
from ui.widgets.comfort import Comfort
from ui.widgets.fields import Form, SecretField, TextField
from ui.widgets.page import GAP, MARGIN, Body, SideBySide
from ui.widgets.text import Role, Rule, Text

if TYPE_CHECKING:
    from justice_desk.vault.rules import Paper

SECOND = 1000
PAINTED = 400
"""Milliseconds after which the page is surely on the screen."""
IN_TROUBLE = (StoreDamaged, StoreMissing, StoreNotEncrypted, CannotWrite, CannotRead, DiskFull)
"""What another passphrase does not mend."""


class SignInForm(QWidget):
    """Asks for name and passphrase. It decides nothing.

    Signals:
        sign_in_requested: The name and the passphrase as typed.
        keyring_requested: The name as typed: this computer should open the desk.
        recovery_requested: The passphrase is forgotten.
    """

    sign_in_requested = Signal(str, str)
    keyring_requested = Signal(str)
    recovery_requested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(Text(translate("Unlock", "The desk is locked"), Role.TITLE))
        column.addWidget(Text(translate("Unlock", "Write your name and your passphrase to open it."), Role.MUTED))
        self.form = Form()
        self.name = self.form.ask("name", translate("Unlock", "Your name"), TextField(name))
        self.passphrase = self.form.ask("passphrase", translate("Unlock", "Your passphrase"), SecretField())
        column.addWidget(self.form)
        self.open = Button(translate("Unlock", "Open the desk"), Kind.PRIMARY, "unlock")
        self.open.clicked.connect(self._ask)
        self.name.returnPressed.connect(self.passphrase.setFocus)
        self.passphrase.submitted.connect(self._ask)
        column.addWidget(self.open)
        self.keyring = Button(translate("Unlock", "Open with this computer"), Kind.SECONDARY, "key")
        self.keyring.clicked.connect(self._ask_computer)
        self.keyring.hide()
        column.addWidget(self.keyring)
        self.recovery = Button(translate("Unlock", "I forgot my passphrase: use the recovery sheet"), Kind.QUIET)
        self.recovery.clicked.connect(self.recovery_requested)
        column.addWidget(self.recovery)
        self.stuck = Button(translate("Unlock", "The desk does not open?"), Kind.QUIET, "help")
        column.addWidget(self.stuck)
        column.addStretch(1)

    def wait(self, words: str) -> None:
        """Show that the desk is being opened, or that the person must wait; an empty text: they may try."""
        for button in (self.open, self.keyring, self.recovery):
            button.setEnabled(not words)
        self.open.rename(words or translate("Unlock", "Open the desk"), "clock" if words else "unlock")

    def refuse(self, words: str) -> None:
        """Say why the desk did not open, and let the passphrase be typed again."""
        self.passphrase.clear()
        self.form.point_out({"passphrase": words})

    def _ask_computer(self) -> None:
        if self.name.value():
            self.keyring_requested.emit(self.name.value())
        else:
            self.form.point_out({"name": translate("Unlock", "This is needed. Please fill it in.")})

    def _ask(self) -> None:
        missing = translate("Unlock", "This is needed. Please fill it in.")
        faults = {
            name: missing
            for name, value in (("name", self.name.value()), ("passphrase", self.passphrase.value()))
            if not value
        }
        self.form.point_out(faults)
        if not faults and self.open.isEnabled():
            self.sign_in_requested.emit(self.name.value(), self.passphrase.value())


class UnlockPage(QWidget):
    """What stands on the screen while no desk is open.

    Signals:
        unlocked: The `OpenedDesk`.
        trouble_requested: The desk does not open, and the person wants to know what can be done.
    """

    unlocked = Signal(object)
    trouble_requested = Signal()

    def __init__(
        self, entrance: Entrance, jobs: Jobs, appearance: Appearance, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._entrance = entrance
        self._jobs = jobs
        self._until: datetime | None = None
        self.form = SignInForm(name)
        self.form.sign_in_requested.connect(self._sign_in)
        self.form.keyring_requested.connect(self._sign_in_with_keyring)
        self.form.recovery_requested.connect(self._recover)
        self.form.stuck.clicked.connect(self.trouble_requested)
        self.danger = DangerPanel(entrance.danger_card(entrance.folder))
        self._timer = QTimer(self)
        self._timer.setInterval(SECOND)
        self._timer.timeout.connect(self._count_down)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        body = Body(wide=True)
        body.parts.setContentsMargins(0, MARGIN, 0, 0)
        body.add(SideBySide(self.form, self.danger, narrowest=340))
        whole.addWidget(body, 1)
        whole.addWidget(Rule())
        bar = QHBoxLayout()
        bar.setContentsMargins(MARGIN, 8, MARGIN, 8)
        bar.addWidget(Comfort(appearance))
        whole.addLayout(bar)

    def begin(self) -> None:
        """Put the cursor where typing begins, and see, once the page is painted, whether this computer opens it."""
        (self.form.passphrase if self.typed_name else self.form.name).setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(PAINTED, self, self._see_keyring)

    @property
    def typed_name(self) -> str:
        """The name that was typed so far."""
        return self.form.name.value()

    @Slot(str, str)
    def _sign_in(self, name: str, passphrase: str) -> None:
        self.form.wait(translate("Unlock", "Opening…"))
        self._jobs.run(partial(self._entrance.unlock, name, passphrase), self._enter, self._refuse)

    @Slot(str)
    def _sign_in_with_keyring(self, name: str) -> None:
        self.form.wait(translate("Unlock", "Opening…"))
        self._jobs.run(partial(self._entrance.unlock_with_keyring, name), self._enter, self._refuse_keyring)

    @Slot()
    def _see_keyring(self) -> None:
        offered = partial(self._entrance.keyring_offered, self._entrance.folder)
        self._jobs.run_read(offered, self._offer_keyring)

    @Slot(object)
    def _offer_keyring(self, offered: bool) -> None:
        self.form.keyring.setVisible(offered)

    @Slot()
    def _recover(self) -> None:
        # Few ever come here, and what the guide knows of passphrases takes long to load.
        from ui.unlock.lost_header import LostHeader  # noqa: PLC0415

        try:
            kind = self._entrance.paper_of(self._entrance.folder)
        except (StoreMissing, StoreDamaged):
            lost = LostHeader(self._entrance.paper_of_square, self)
            lost.read.connect(self._guide_back)
            lost.open()
        except DeskError as error:
            tell(self.window(), error)
        else:
            self._guide_back("", kind)

    @Slot(str, object)
    def _guide_back(self, square: str, kind: "Paper") -> None:
        from ui.unlock.recovery import RecoveryGuide  # noqa: PLC0415 - see above

        guide = RecoveryGuide(self._entrance, self._jobs, kind, self, square)
        guide.recovered.connect(self.unlocked)
        guide.open()

    @Slot(object)
    def _refuse_keyring(self, error: DeskError) -> None:
        self.form.wait("")
        if isinstance(error, SignInRefused):
            words = translate("Unlock", "This computer does not open the desk for this name. Write your passphrase.")
            self.form.refuse(words)
        else:
            self.form.refuse(sentence(error))

    @Slot(object)
    def _enter(self, opened: OpenedDesk) -> None:
        self.form.passphrase.clear()
        self.unlocked.emit(opened)

    @Slot(object)
    def _refuse(self, error: DeskError) -> None:
        self.form.wait("")
        self.form.refuse(sentence(error))
        if isinstance(error, IN_TROUBLE):
            self.form.stuck.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(error, SignInDelayed):
            self._until = error.until
            self._timer.start()
            self._count_down()

    @Slot()
    def _count_down(self) -> None:
        left = 0 if self._until is None else -(-(self._until - self._entrance.clock()).total_seconds() // 1)
        if left > 0:
            self.form.wait(translate("Unlock", "Wait {seconds} s").format(seconds=round(left)))
            return
        self._timer.stop()
        self._until = None
        self.form.wait("")
        self.form.form.point_out({})
