"""Numbers, days, hours and points in the Spanish words of formal papers. Pure.

Source: Real Academia Española, Diccionario panhispánico de dudas, "cardinales", "ordinales", "fecha", "hora".
"""

from collections.abc import Sequence
from datetime import date, datetime

_SMALL = (
    "cero",
    "uno",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciséis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiuno",
    "veintidós",
    "veintitrés",
    "veinticuatro",
    "veinticinco",
    "veintiséis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
)
_TENS = ("treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa")
_HUNDREDS = (
    "ciento",
    "doscientos",
    "trescientos",
    "cuatrocientos",
    "quinientos",
    "seiscientos",
    "setecientos",
    "ochocientos",
    "novecientos",
)
_ORDINAL_UNITS = ("primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "séptimo", "octavo", "noveno")
_ORDINAL_TENS = (
    "décimo",
    "vigésimo",
    "trigésimo",
    "cuadragésimo",
    "quincuagésimo",
    "sexagésimo",
    "septuagésimo",
    "octogésimo",
    "nonagésimo",
)
_ORDINAL_HUNDREDS = (
    "centésimo",
    "ducentésimo",
    "tricentésimo",
    "cuadringentésimo",
    "quingentésimo",
    "sexcentésimo",
    "septingentésimo",
    "octingentésimo",
    "noningentésimo",
)
MONTHS = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)
LARGEST = 999_999_999
LARGEST_ORDINAL = 999


def cardinal(number: int) -> str:
    """Return a number from 0 to 999,999,999 in words, standing alone: `veintiuno`, `mil ciento dos`.

    Raises:
        ValueError: outside that range.
    """
    if not 0 <= number <= LARGEST:
        raise ValueError("a number that papers do not write in words")
    millions, rest = divmod(number, 1_000_000)
    thousands, units = divmod(rest, 1_000)
    parts = []
    if millions:
        parts.append("un millón" if millions == 1 else f"{_shortened(_below_thousand(millions))} millones")
    if thousands:
        parts.append("mil" if thousands == 1 else f"{_shortened(_below_thousand(thousands))} mil")
    if units or not parts:
        parts.append(_below_thousand(units))
    return " ".join(parts)


def feminine(number: int) -> str:
    """Return a number below 200 in words before a feminine noun: `una`, `veintiuna`, `treinta y una`."""
    words = cardinal(number)
    return f"{words[:-1]}a" if words.endswith("uno") else words


def before_noun(number: int) -> str:
    """Return a number in words before a masculine noun: `un`, `veintiún`, `treinta y un`."""
    return _shortened(cardinal(number))


def ordinal(number: int) -> str:
    """Return the place of a numbered point in capitals: `PRIMERO`, `DÉCIMO SEGUNDO`; beyond 999, `PUNTO 1000`.

    Raises:
        ValueError: below 1.
    """
    if number < 1:
        raise ValueError("points are counted from 1")
    if number > LARGEST_ORDINAL:
        return f"PUNTO {number}"
    hundreds, rest = divmod(number, 100)
    tens, units = divmod(rest, 10)
    places = ((_ORDINAL_HUNDREDS, hundreds), (_ORDINAL_TENS, tens), (_ORDINAL_UNITS, units))
    return " ".join(names[place - 1] for names, place in places if place).upper()


def counted(number: int) -> str:
    """Return a number in figures and words, as sheets are counted: `12 (doce)`."""
    return f"{number} ({cardinal(number)})"


def day(on: date) -> str:
    """Return a day in words: `veinticuatro de noviembre de dos mil veintiséis`; the first is `primero`."""
    name = "primero" if on.day == 1 else cardinal(on.day)
    return f"{name} de {MONTHS[on.month - 1]} de {cardinal(on.year)}"


def day_in_figures(on: date) -> str:
    """Return a day as letters carry it: `24 de noviembre de 2026`."""
    return f"{on.day} de {MONTHS[on.month - 1]} de {on.year}"


def hour(at: datetime) -> str:
    """Return an hour of the day as Bolivian minutes say it: `horas quince y cuarenta`."""
    hours = f"horas {cardinal(at.hour)}"
    return f"{hours} y {cardinal(at.minute)}" if at.minute else hours


def hour_of_clock(at: datetime) -> str:
    """Return an hour of the day as Guatemalan minutes say it: `las quince horas con cuarenta minutos`."""
    hours = "la una hora" if at.hour == 1 else f"las {feminine(at.hour)} horas"
    if not at.minute:
        return hours
    return f"{hours} con {before_noun(at.minute)} {'minuto' if at.minute == 1 else 'minutos'}"


def enumerated(items: Sequence[str]) -> str:
    """Return items as a sentence lists them: `a, b y c`, with `e` before the sound of i."""
    if not items:
        return ""
    *front, last = items
    if not front:
        return last
    joint = "e" if _sounds_as_i(last) else "y"
    return f"{', '.join(front)} {joint} {last}"


def _sounds_as_i(word: str) -> bool:
    bare = word.lower().removeprefix("h")
    return bare.startswith(("i", "í")) and not bare.startswith(("ia", "ie", "io", "iu"))


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if hundreds == 1 and not rest:
        return "cien"
    parts = [_HUNDREDS[hundreds - 1]] if hundreds else []
    if rest or not parts:
        parts.append(_below_hundred(rest))
    return " ".join(parts)


def _below_hundred(number: int) -> str:
    if number < len(_SMALL):
        return _SMALL[number]
    tens, units = divmod(number, 10)
    name = _TENS[tens - 3]
    return f"{name} y {_SMALL[units]}" if units else name


def _shortened(words: str) -> str:
    if words.endswith("veintiuno"):
        return f"{words.removesuffix('veintiuno')}veintiún"
    return words[:-1] if words.endswith("uno") else words
