"""How each authority confirms the record: signature, fingerprint with two witnesses, or why not."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, Slot

from justice_desk.communities.rules import Term
from justice_desk.hearings.rules import WITNESSED, Confirmation, Signing
from ui.country import label
from ui.hearings.content import HearingContent
from ui.i18n import translate
from ui.widgets.choices import Choice, DropDown
from ui.widgets.fields import Field, Form, TextField


class SigningFields(QObject):
    """The fields of everyone who holds an office; those who were not there are not asked."""

    def __init__(self, form: Form, content: HearingContent, there: Callable[[], Collection[str]]) -> None:
        super().__init__(form)
        self._form, self._terms, self._there = form, content.terms, there
        kinds = [Choice(kind.value, label(content.profile, "signing", kind.value)) for kind in Signing]
        self.ways: dict[str, DropDown] = {}
        self.beside: dict[str, TextField] = {}
        for term in content.terms:
            title = translate("SessionForm", "How does {name} confirm it?").format(name=term.holder)
            self.ways[term.id] = form.ask(f"signing:{term.id}", title, DropDown(kinds))
            self.beside[term.id] = form.ask(f"beside:{term.id}", "", TextField())
            self.ways[term.id].currentIndexChanged.connect(self.show_needed)

    @Slot()
    def show_needed(self) -> None:
        """Ask only those who were there, and for witnesses or a reason where needed."""
        there = self._there()
        for identifier, editor in self.ways.items():
            signing = Signing(editor.value() or Signing.SIGNATURE)
            self._form.fields[f"signing:{identifier}"].setVisible(identifier in there)
            beside = self.field(identifier)
            beside.setVisible(identifier in there and signing is not Signing.SIGNATURE)
            beside.rename(
                translate("SessionForm", "Two witnesses, with a comma between them")
                if signing in WITNESSED
                else translate("SessionForm", "Why not?")
            )

    def field(self, identifier: str) -> Field:
        """Return the field of the witnesses, or of the reason, of one term of office."""
        return self._form.fields[f"beside:{identifier}"]

    def name_of_field(self, holder: str) -> str:
        """Return the name of the field of somebody's witnesses or reason, empty if there is none."""
        return next((f"beside:{term.id}" for term in self._terms if term.holder == holder), "")

    def confirmations(self) -> tuple[Confirmation, ...]:
        """Return how everyone who was there confirms the record."""
        there = self._there()
        return tuple(self._confirmation(term) for term in self._terms if term.id in there)

    def _confirmation(self, term: Term) -> Confirmation:
        signing = Signing(self.ways[term.id].value() or Signing.SIGNATURE)
        beside = self.beside[term.id].value()
        witnesses = tuple(part.strip() for part in beside.split(",")) if signing in WITNESSED else ()
        reason = beside if signing is Signing.NOT_SIGNED else ""
        return Confirmation(term.holder, term.office, signing, witnesses, reason)
