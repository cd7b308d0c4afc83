"""Saying a refusal where it belongs: beside the field that it is about."""

from collections.abc import Mapping

from justice_desk.foundations.errors import DeskError
from ui.sentences import sentence
from ui.widgets.fields import Form


def point_out(form: Form, error: DeskError, about: Mapping[type[DeskError], str] | None = None) -> bool:
    """Say beside its field what is wrong, and say whether the form has such a field.

    A fact that names its field (`FieldMissing`) is told there; `about` gives the field of facts that name none.
    """
    name = getattr(error, "field", "") or (about or {}).get(type(error), "")
    if name not in form.fields:
        return False
    form.point_out({name: sentence(error)})
    return True
