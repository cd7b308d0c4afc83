"""Papers for tests: everything in them is made up."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from justice_desk.documents.fields import FieldValue, Holder, Passage
from justice_desk.documents.filling import Filled, content_hash, fill
from justice_desk.documents.rendering import Rendered, render
from justice_desk.documents.rules import Kind, Mark, Number, PaperSize, Signer
from justice_desk.documents.setting import Issued, PaperSetting
from justice_desk.documents.templates import load_template
from justice_desk.documents.verification import SigningKey
from justice_desk.hearings.rules import Signing

AT = datetime(2026, 11, 24, 19, 40, tzinfo=UTC)
ZONE = "America/La_Paz"
CHECKPOINT = "132 · 7F3K-9Q2M-44XA"
COUNTRIES = ("bo", "gt")
PRIVATE = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
KEY = SigningKey(PRIVATE.public_key().public_bytes_raw(), PRIVATE.sign)
SENTENCE = (
    "La autoridad que preside dio lectura al aviso que llegó por radio la noche anterior y explicó que en esta sesión "
    "solo se decide cómo avisar, cómo proteger a la persona V-01 y cómo remitir los antecedentes a la Fiscalía."
)
COMMUNITY: Mapping[str, FieldValue] = {
    "comunidad.nombre": "Ayllu Ficticio Qhapaq Ñan",
    "comunidad.jerarquia": ["Suyu Imaginario", "Marka Ejemplo"],
    "comunidad.municipio": "San Ejemplo",
    "caso.numero": "JIOC-BO-040101-A-2026-0003",
}
SIGNERS = (
    Signer("Jiliri Mallku", "Mateo Ficticio Mamani"),
    Signer("Mama T’alla", "Juana Inventada Quispe"),
    Signer("Secretaria de Actas", "Rosa Ejemplo Condori", Signing.NOT_SIGNED, reason="ausente por viaje"),
)
FINGERPRINTS = (
    Signer(
        "Jilaqata",
        "Eusebio Muestra Colque",
        Signing.FINGERPRINT,
        "pulgar derecho",
        "",
        ("Ana Ficticia", "Luis Ejemplo"),
    ),
    Signer("Alcalde comunal", "Santos Modelo Choque", Signing.ON_REQUEST),
)
ACTA: Mapping[str, FieldValue] = {
    **COMMUNITY,
    "sesion.tipo": "reservada",
    "sesion.lugar": "la casa comunal de Ejemplo Alto",
    "sesion.inicio": AT,
    "sesion.fin": datetime(2026, 11, 24, 21, 5, tzinfo=UTC),
    "sesion.preside": [Holder("Jiliri Mallku", "Mateo Ficticio Mamani")],
    "sesion.autoridades": [Holder(signer.office, signer.name) for signer in SIGNERS],
    "sesion.orden_del_dia": ["Conocimiento del aviso recibido", "Remisión al Ministerio Público"],
    "sesion.puntos": [SENTENCE, Passage("g̃uahẽ, G̃, ỹvy, mba’e", "gn"), f"{SENTENCE}\nNadie preguntó por los medios."],
    "sesion.decision": "Remitir de inmediato el caso al Ministerio Público.",
    "sesion.idioma": "quechua y castellano",
    "sesion.interprete": "Actuó como intérprete Ana Ficticia.",
    "sesion.lectura": "Se dio lectura íntegra a la presente acta.",
    "libro.nombre": "Libro de Actas N.º 4",
    "libro.folio": "112 vta.",
    "firmas": SIGNERS,
    "huellas": FINGERPRINTS,
}
HEARING: Mapping[str, FieldValue] = {
    **ACTA,
    "sesion.tipo": "audiencia",
    "sesion.asistencia": [Holder("", "Persona Ficticia Uno"), Holder("Comunario", "Persona Ficticia Dos")],
    "sesion.acuerdos": ["Que se respete el lindero.", "Que se reponga el mojón."],
    "normativa.citas": ["Ley Ficticia 1, artículo 2", "Ley Ficticia 3, artículo 4"],
}
OFICIO: Mapping[str, FieldValue] = {
    **COMMUNITY,
    "oficio.lugar": "Ejemplo Alto",
    "destinatario.nombre": "Abg. Persona Inventada",
    "destinatario.cargo": "Fiscal Especializado",
    "destinatario.institucion": "Fiscalía Departamental",
    "destinatario.lugar": "Ciudad Ejemplo",
    "oficio.referencia": "Remite caso con antecedentes",
    "caso.conocimiento": AT,
    "caso.conocimiento_precision": "aproximada",
    "aviso.previo": "A horas 16:10 se avisó por teléfono a la guardia.",
    "caso.resumen": f"{SENTENCE}\n{SENTENCE}",
    "caso.fines": ["explotación laboral", "servidumbre"],
    "partes": [
        {"codigo": "V-01", "rol": "Posible víctima", "edad": "Presunta menor", "sexo": "Mujer", "idioma": "quechua"},
        {"codigo": "S-01", "rol": "Persona señalada", "edad": "Adulta", "sexo": "Hombre", "idioma": "castellano"},
    ],
    "idioma.requerido": "quechua",
    "riesgo": "Riesgo alto.",
    "reserva.pedido": "No llamar al domicilio.",
    "medidas": ["Acogida en casa segura", "Acompañamiento"],
    "inventario": [
        {"numero": "1", "descripcion": "Acta de sesión reservada", "fojas": 3},
        {"numero": "2", "descripcion": "Informe circunstanciado", "fojas": 21},
    ],
    "inventario.fojas": 24,
    "enlace.contacto": "Oficial de enlace, teléfono 2 123 4567.",
    "firmas": SIGNERS[:1],
}
SHEET: Mapping[str, FieldValue] = {
    **COMMUNITY,
    "destinatario.cargo": "Fiscal Especializado",
    "destinatario.institucion": "Fiscalía Departamental",
    "entrega.oficio": "OFICIO A-007/2026",
    "identidades": [
        {
            "codigo": "V-01",
            "rol": "Posible víctima",
            "nombres": "Persona Ficticia",
            "apellido_paterno": "Inventada",
            "contacto_seguro": "La defensora comunitaria",
            "restricciones": "No llamar de noche.",
        },
        {"codigo": "T-01", "nombres": "Otra Ficticia", "contacto_seguro": "No consta", "restricciones": "Ninguna"},
    ],
    "firmas": SIGNERS[:2],
}
PAPERS: Mapping[Kind, Mapping[str, FieldValue]] = {Kind.ACTA: ACTA, Kind.OFICIO: OFICIO, Kind.RESERVED_SHEET: SHEET}


def number(kind: Kind = Kind.ACTA) -> Number:
    """Return the number of every issued paper of these tests."""
    return Number(kind, "A", 2026, 12)


def filled(
    given: Mapping[str, FieldValue], kind: Kind = Kind.ACTA, country: str = "bo", *, draft: bool = False
) -> Filled:
    """Return a filled template."""
    return fill(load_template(country, kind), given, ZONE, None if draft else number(kind), AT)


def issued(paper: Filled) -> Issued:
    """Return what an issued paper carries."""
    assert paper.number is not None
    return Issued(paper.number, content_hash(paper), CHECKPOINT, KEY)


def rendered(paper: Filled, size: PaperSize = PaperSize.CARTA, marks: Sequence[Mark] = ()) -> Rendered:
    """Return a paper as bytes: issued if it has a number, else a draft."""
    return render(paper, PaperSetting(size, None if paper.is_draft else issued(paper), marks))


def made(given: Mapping[str, FieldValue], kind: Kind = Kind.ACTA, country: str = "bo") -> bytes:
    """Return the bytes of an issued paper."""
    return rendered(filled(given, kind, country)).pdf


def draft(given: Mapping[str, FieldValue], kind: Kind = Kind.ACTA, country: str = "bo") -> bytes:
    """Return the bytes of a draft."""
    return rendered(filled(given, kind, country, draft=True)).pdf
