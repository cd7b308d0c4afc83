"""Writing who a person is. It is sealed when it is saved: whoever writes it may not be able to read it afterwards."""

from dataclasses import fields
from functools import partial

from PySide6.QtCore import Qt, Slot

from justice_desk.cases.rules import Identity
from justice_desk.cases.views import PartyView
from justice_desk.foundations.fields import FieldMissing
from ui.cases.draft_places import DraftPlace
from ui.cases.faces import FacePresenter, FormFace
from ui.i18n import translate
from ui.sentences import sentence
from ui.widgets.fields import Field, TextField
from ui.widgets.notices import Callout
from ui.widgets.page import SideBySide
from ui.workplace import Workplace

FIRST = "given_names"


def identity_labels() -> dict[str, str]:
    """Return what each part of an identity is called, in the order in which it is asked and read."""
    return {
        "given_names": translate("Identity", "Given names"),
        "paternal": translate("Identity", "Father's surname"),
        "maternal": translate("Identity", "Mother's surname"),
        "married": translate("Identity", "Married surname"),
        "alias": translate("Identity", "Known as"),
        "id_document": translate("Identity", "Identity document"),
        "birth_date": translate("Identity", "Date of birth, or about how old"),
        "address": translate("Identity", "Where she or he lives"),
        "telephone": translate("Identity", "Telephone"),
        "school": translate("Identity", "School"),
        "safe_contact": translate("Identity", "Safe contact"),
    }


class IdentityForm(FormFace):
    """Asks who a person is. Every field may stay empty: what was told is enough."""

    def __init__(self, party: PartyView) -> None:
        title = translate("Identity", "Who {code} is").format(code=party.code)
        super().__init__(title, translate("Identity", "Save and seal"), icon="lock")
        self.party = party
        self.body.add(
            Callout(
                translate("Identity", "It is sealed on saving. Whoever writes it may not be able to read it later."),
                icon="lock",
            )
        )
        if party.identity_written:
            words = translate("Identity", "Something is written already. What is left empty here stays as it was.")
            self.body.add(Callout(words))
        self.editors = {name: TextField() for name in identity_labels()}
        self._lay_out()
        self.body.add(self.form)

    def enter(self) -> None:
        """Put the cursor into the first field."""
        self.editors[FIRST].setFocus(Qt.FocusReason.OtherFocusReason)

    def identity(self) -> Identity:
        """Return what was written."""
        return Identity(**{name: editor.value() for name, editor in self.editors.items()})

    def _lay_out(self) -> None:
        made = self._fields()
        for row in (
            (FIRST,),
            ("paternal", "maternal"),
            ("married", "alias"),
            ("id_document", "birth_date"),
            ("address",),
            ("telephone", "school"),
            ("safe_contact",),
        ):
            parts = [made[name] for name in row]
            self.form.place(parts[0] if len(parts) == 1 else SideBySide(*parts, narrowest=220))

    def _fields(self) -> dict[str, Field]:
        hints = {
            "safe_contact": translate("Identity", "Somebody who can be called without putting the person in danger."),
        }
        return {
            name: self.form.field(name, words, self.editors[name], hints.get(name, ""))
            for name, words in identity_labels().items()
        }


class IdentityPresenter(FacePresenter):
    """Has the identity sealed; what was written before is completed, never lost."""

    def __init__(self, form: IdentityForm, workplace: Workplace, place: DraftPlace) -> None:
        super().__init__(form, workplace, place)
        self._form = form
        form.save_requested.connect(self._save)

    @Slot()
    def _save(self) -> None:
        identity = self._form.identity()
        if not any(getattr(identity, field.name) for field in fields(identity)):
            self._form.form.point_out({FIRST: sentence(FieldMissing(FIRST))})
            return
        write = self.workplace.desk.parties.write_identity
        self.run(partial(write, self.place.case, self._form.party.id, identity))
