"""What the tabs of a case share: an overview, and in its place one form at a time, with its draft."""

from collections.abc import Callable, Collection, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.ids import CaseId
from justice_desk.vault.rules import Draft
from ui.cases.draft_places import DraftKind, DraftPlace, place_in
from ui.errors import tell
from ui.i18n import translate
from ui.moments import moment_text
from ui.shortcuts import Key, bind
from ui.widgets.buttons import Button, Kind
from ui.widgets.drafts import DraftKeeper
from ui.widgets.fields import Form
from ui.widgets.form_draft import DraftOffer, FormDraft
from ui.widgets.page import PageScaffold
from ui.widgets.refusals import point_out
from ui.workplace import Workplace


class FormFace(PageScaffold):
    """A form that stands in the place of an overview until it is saved or left. It decides nothing.

    Signals:
        save_requested: The reader is done.
        left: The reader goes back without saving; the draft stays.
    """

    save_requested = Signal()
    left = Signal()

    def __init__(self, title: str, verb: str, subtitle: str = "", icon: str = "save") -> None:
        super().__init__(title, subtitle)
        self.offer = self.notice(DraftOffer())
        self.form = Form()
        self.back = Button(translate("FormFace", "Go back"), Kind.SECONDARY, "back")
        self.back.clicked.connect(self.left)
        self.save = Button(verb, Kind.PRIMARY, icon, key=Key.SAVE)
        self.save.clicked.connect(self._ask)
        self.action_bar(self.back, forward=(self.save,))
        bind(self, Key.SAVE, self._ask)
        bind(self, Key.NEXT, self._ask)

    def wait(self, *, waiting: bool) -> None:
        """Show that what was asked is being done."""
        self.save.setEnabled(not waiting)

    def refuse(self, error: DeskError, about: Mapping[type[DeskError], str] | None = None) -> None:
        """Say what is wrong: beside its field where it has one (`about` tells which), in a box where it has none."""
        self.wait(waiting=False)
        if not point_out(self.form, error, about):
            tell(self.window(), error)

    def _ask(self) -> None:
        if self.save.isEnabled():
            self.save_requested.emit()


class FacePresenter(QObject):
    """Has one form done: keeps its draft, calls the service, tells that it was done.

    Signals:
        done: What the service returned.
        left: The reader went back.
    """

    done = Signal(object)
    left = Signal()

    def __init__(
        self,
        face: FormFace,
        workplace: Workplace,
        place: DraftPlace,
        about: Mapping[type[DeskError], str] | None = None,
    ) -> None:
        super().__init__(face)
        self.face, self.workplace, self.place, self._about = face, workplace, place, about
        self.draft = FormDraft(workplace, str(place), face.form, face.offer, self)
        face.left.connect(self.left)

    def seek(self, *, at_once: bool = False) -> None:
        """Look for what was left here; `at_once` brings it back without asking."""
        self.draft.seek(at_once=at_once)

    def run(self, act: Callable[[], object]) -> None:
        """Do the act in a worker."""
        self.face.wait(waiting=True)
        self.face.form.point_out({})
        self.workplace.jobs.run(act, self._succeed, self.refused)

    @Slot(object)
    def refused(self, error: DeskError) -> None:
        """Say why it was refused."""
        self.face.refuse(error, self._about)

    @Slot(object)
    def _succeed(self, result: object) -> None:
        self.draft.drop()
        self.done.emit(result)
        self.workplace.act_done.emit()


class TabFaces(QStackedWidget):
    """A tab: its overview, or one form in its place."""

    def __init__(self, overview: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.overview = overview
        self.addWidget(overview)

    def put_in_front(self, face: QWidget) -> None:
        """Show a form in the place of the overview."""
        self.put_away()
        self.addWidget(face)
        self.setCurrentWidget(face)

    def put_away(self) -> None:
        """Show the overview again; the form is destroyed, what is typed in it kept first."""
        face = self.currentWidget()
        if face is None or face is self.overview:
            return
        for keeper in face.findChildren(DraftKeeper):
            keeper.keep_now()
        self.setCurrentWidget(self.overview)
        self.removeWidget(face)
        face.deleteLater()


class LeftBehind(QObject):
    """Finds what was typed in the forms of a tab and not finished, and offers to go on with the newest of it.

    Signals:
        taken: The `DraftPlace` to go on at.
    """

    taken = Signal(object)

    def __init__(
        self, offer: DraftOffer, workplace: Workplace, case: CaseId, kinds: Collection[DraftKind], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._offer, self._workplace = offer, workplace
        self._case, self._kinds = case, frozenset(kinds)
        self._found: DraftPlace | None = None
        offer.asked.connect(self._take)
        offer.dismissed.connect(self._throw_away)

    @Slot()
    def seek(self) -> None:
        """Look for it."""
        # In the worker that writes: what is just being kept is found too.
        self._workplace.jobs.run(self._workplace.desk.accounts.drafts, self._show)

    @Slot(object)
    def _show(self, drafts: list[Draft]) -> None:
        self._found = None
        self._offer.hide()
        for draft in drafts:
            place = place_in(draft.place)
            if place is not None and place.case == self._case and place.kind in self._kinds:
                self._found = place
                words = translate("FormFace", "{what}: typed on {when} and not finished.")
                when = moment_text(draft.saved_at, self._workplace.zone)
                self._offer.say(words.format(what=kind_words(place.kind), when=when))
                return

    @Slot()
    def _take(self) -> None:
        self._offer.hide()
        if self._found is not None:
            self.taken.emit(self._found)

    @Slot()
    def _throw_away(self) -> None:
        if self._found is not None:
            self._workplace.jobs.run(partial(self._workplace.desk.accounts.drop_draft, str(self._found)), self._look_on)

    @Slot(object)
    def _look_on(self, _nothing: object) -> None:
        self.seek()


def kind_words(kind: DraftKind) -> str:
    """Return what a form of a case is about."""
    words = {
        DraftKind.PARTY: translate("FormFace", "A person of the case"),
        DraftKind.IDENTITY: translate("FormFace", "Who a person is"),
        DraftKind.IDENTITY_REASON: translate("FormFace", "A reason to see who somebody is"),
        DraftKind.ALERT: translate("FormFace", "An alert"),
        DraftKind.ASSESSMENT: translate("FormFace", "Whose matter the case is"),
        DraftKind.DEADLINE_MET: translate("FormFace", "How a deadline was met"),
    }
    return words[kind]
