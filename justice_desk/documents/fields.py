"""The fields that papers are made of: what each is called, which form it has, and how it is kept and printed. Pure.

A template may only name fields that stand here, and a paper may only be given them; a name that is misspelt is refused
instead of printing nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias
from zoneinfo import ZoneInfo

from justice_desk.documents import words
from justice_desk.documents.rules import Signer


class Shape(StrEnum):
    """The form of a field."""

    LINE = "line"
    NUMBER = "number"
    MOMENT = "moment"
    CODE = "code"
    PROSE = "prose"
    LINES = "lines"
    POINTS = "points"
    PEOPLE = "people"
    ROWS = "rows"
    SIGNERS = "signers"


@dataclass(frozen=True)
class Passage:
    """A paragraph, with its language (BCP 47) where it is not the paper's own."""

    text: str
    language: str = ""


@dataclass(frozen=True)
class Holder:
    """Somebody by office, as papers name them."""

    office: str
    name: str


Prose: TypeAlias = tuple[Passage, ...]
Row: TypeAlias = Mapping[str, str | int | Passage]
FieldValue: TypeAlias = str | int | datetime | Passage | Sequence[str | Passage | Prose | Holder | Row | Signer]
"""What a paper is given: text for lines and prose (paragraphs apart by line ends), an aware moment, lists and rows."""
Kept: TypeAlias = (
    str
    | int
    | datetime
    | Prose
    | tuple[Prose, ...]
    | tuple[Holder, ...]
    | tuple[Mapping[str, Prose], ...]
    | tuple[Signer, ...]
)


@dataclass(frozen=True)
class Field:
    """What one field is: its form; the codes or columns it may have; whether it may name protected persons."""

    shape: Shape
    codes: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    secret: bool = False


_LINE, _MOMENT, _PROSE = Field(Shape.LINE), Field(Shape.MOMENT), Field(Shape.PROSE)
_LINES, _POINTS, _PEOPLE = Field(Shape.LINES), Field(Shape.POINTS), Field(Shape.PEOPLE)
_SIGNERS = Field(Shape.SIGNERS)

DOCUMENT_NUMBER = "documento.numero"
DOCUMENT_DATE = "documento.fecha"
OWN_FIELDS = frozenset({DOCUMENT_NUMBER, DOCUMENT_DATE})
"""Fields that issuing supplies: nobody gives them."""
CASE_NUMBER = "caso.numero"

REGISTRY: Mapping[str, Field] = {
    DOCUMENT_NUMBER: _LINE,
    DOCUMENT_DATE: _MOMENT,
    "comunidad.nombre": _LINE,
    "comunidad.jerarquia": _LINES,
    "comunidad.municipio": _LINE,
    CASE_NUMBER: _LINE,
    "caso.conocimiento": _MOMENT,
    "caso.conocimiento_precision": Field(Shape.CODE, codes=("exacta", "aproximada")),
    "caso.resumen": _PROSE,
    "caso.fines": _LINES,
    "sesion.tipo": Field(Shape.CODE, codes=("reservada", "audiencia")),
    "sesion.lugar": _LINE,
    "sesion.inicio": _MOMENT,
    "sesion.fin": _MOMENT,
    "sesion.preside": _PEOPLE,
    "sesion.autoridades": _PEOPLE,
    "sesion.asistencia": _PEOPLE,
    "sesion.orden_del_dia": _LINES,
    "sesion.puntos": _POINTS,
    "sesion.decision": _PROSE,
    "sesion.acuerdos": _POINTS,
    "sesion.idioma": _LINE,
    "sesion.interprete": _PROSE,
    "sesion.lectura": _PROSE,
    "libro.nombre": _LINE,
    "libro.folio": _LINE,
    "destinatario.nombre": _LINE,
    "destinatario.cargo": _LINE,
    "destinatario.institucion": _LINE,
    "destinatario.lugar": _LINE,
    "oficio.lugar": _LINE,
    "oficio.referencia": _LINE,
    "aviso.previo": _PROSE,
    "partes": Field(Shape.ROWS, columns=("codigo", "rol", "edad", "sexo", "idioma")),
    "idioma.requerido": _LINE,
    "medidas": _LINES,
    "riesgo": _PROSE,
    "reserva.pedido": _PROSE,
    "enlace.contacto": _PROSE,
    "inventario": Field(Shape.ROWS, columns=("numero", "descripcion", "fojas")),
    "inventario.fojas": Field(Shape.NUMBER),
    "normativa.citas": _LINES,
    "identidades": Field(
        Shape.ROWS,
        secret=True,
        columns=(
            "codigo",
            "rol",
            "nombres",
            "apellido_paterno",
            "apellido_materno",
            "apellido_conyuge",
            "otros_nombres",
            "documento",
            "nacimiento",
            "edad",
            "sexo",
            "domicilio",
            "telefono",
            "centro_educativo",
            "idioma",
            "relacion",
            "contacto_seguro",
            "restricciones",
        ),
    ),
    "entrega.oficio": _LINE,
    "firmas": _SIGNERS,
    "huellas": _SIGNERS,
}

MOMENT_FORMS: Mapping[str, Callable[[datetime], str]] = {
    "": lambda at: f"a {words.hour(at)} del día {words.day(at)}",
    "horas": lambda at: f"{words.hour_of_clock(at)} del día {words.day(at)}",
    "dia": words.day,
    "hora": words.hour,
    "reloj": words.hour_of_clock,
    "fecha": words.day_in_figures,
    "cifras": lambda at: at.strftime("%d/%m/%Y, %H:%M"),
}
"""How a moment may be printed: `{sesion.inicio}` or with one of these after it, `{sesion.inicio.dia}`."""


_INLINE = frozenset({Shape.LINE, Shape.NUMBER, Shape.MOMENT, Shape.LINES, Shape.PEOPLE})


def inline(name: str) -> tuple[str, str] | None:
    """Return the field and the form that a name inside a sentence means, None if no sentence can hold it."""
    field = REGISTRY.get(name)
    if field is not None:
        return (name, "") if field.shape in _INLINE else None
    parent, _, form = name.rpartition(".")
    field = REGISTRY.get(parent)
    if field is not None and field.shape is Shape.MOMENT and form and form in MOMENT_FORMS:
        return parent, form
    return None


def printed(name: str, value: Kept, form: str, zone: str) -> str:
    """Return what a field prints inside a sentence; moments in the local time of `zone`."""
    match REGISTRY[name].shape, value:
        case Shape.MOMENT, datetime():
            return MOMENT_FORMS[form](value.astimezone(ZoneInfo(zone)))
        case Shape.NUMBER, int():
            return words.counted(value)
        case Shape.LINES, tuple():
            return words.enumerated([passage.text for passage in value if isinstance(passage, Passage)])
        case Shape.PEOPLE, tuple():
            return words.enumerated([named(holder) for holder in value if isinstance(holder, Holder)])
        case _:
            return str(value)


def named(holder: Holder) -> str:
    """Return somebody as a sentence names them: name, then office."""
    return f"{holder.name} ({holder.office})" if holder.name and holder.office else holder.name or holder.office
