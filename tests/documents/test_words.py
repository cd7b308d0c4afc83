from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from justice_desk.documents import words

UNITS = {
    "cero": 0,
    "un": 1,
    "dos": 2,
    "tres": 3,
    "cuatro": 4,
    "cinco": 5,
    "seis": 6,
    "siete": 7,
    "ocho": 8,
    "nueve": 9,
    "uno": 1,
    "una": 1,
    "diez": 10,
    "once": 11,
    "doce": 12,
    "trece": 13,
    "catorce": 14,
    "quince": 15,
    "veinte": 20,
    "treinta": 30,
    "cuarenta": 40,
    "cincuenta": 50,
    "sesenta": 60,
    "setenta": 70,
    "ochenta": 80,
    "noventa": 90,
    "cien": 100,
    "ciento": 100,
    "quinientos": 500,
    "setecientos": 700,
    "novecientos": 900,
}
PLAIN = str.maketrans("áéíóú", "aeiou")


def read(text: str) -> int:
    """Return the number that Spanish words say, by adding what each word is worth: the grammar the other way round."""
    whole = part = 0
    for word in text.split():
        if word in {"millón", "millones"}:
            whole += part * 1_000_000
            part = 0
        elif word == "mil":
            whole += (part or 1) * 1_000
            part = 0
        elif word != "y":
            part += worth(word.translate(PLAIN))
    return whole + part


def worth(word: str) -> int:
    if word in UNITS:
        return UNITS[word]
    for start, value in (("dieci", 10), ("veinti", 20)):
        if word.startswith(start):
            return value + UNITS[word.removeprefix(start)]
    return UNITS[word.removesuffix("cientos")] * 100


def cut(text: str) -> list[str]:
    """Return the two or three thousands of a number in words, most significant first."""
    return text.replace("millones", "|").replace("millón", "|").replace("mil", "|").split("|")


@given(st.integers(0, words.LARGEST))
def test_every_number_reads_back(number: int) -> None:
    assert read(words.cardinal(number)) == number


@given(st.integers(0, words.LARGEST))
def test_no_two_numbers_are_written_alike(number: int) -> None:
    text = words.cardinal(number)
    assert text == " ".join(text.split())
    assert all(len(part.split()) <= 4 for part in cut(text))
    assert " uno mil" not in f" {text}"
    assert "uno millones" not in text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "cero"),
        (16, "dieciséis"),
        (21, "veintiuno"),
        (22, "veintidós"),
        (31, "treinta y uno"),
        (100, "cien"),
        (101, "ciento uno"),
        (500, "quinientos"),
        (1_000, "mil"),
        (1_001, "mil uno"),
        (2_026, "dos mil veintiséis"),
        (21_000, "veintiún mil"),
        (31_021, "treinta y un mil veintiuno"),
        (100_000, "cien mil"),
        (1_000_000, "un millón"),
        (21_000_001, "veintiún millones uno"),
        (101_000_000, "ciento un millones"),
    ],
)
def test_numbers_are_written_as_the_academy_writes_them(number: int, text: str) -> None:
    assert words.cardinal(number) == text


@pytest.mark.parametrize("number", [-1, words.LARGEST + 1])
def test_a_number_outside_the_range_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="words"):
        words.cardinal(number)


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (1, "PRIMERO"),
        (7, "SÉPTIMO"),
        (10, "DÉCIMO"),
        (12, "DÉCIMO SEGUNDO"),
        (20, "VIGÉSIMO"),
        (33, "TRIGÉSIMO TERCERO"),
        (100, "CENTÉSIMO"),
        (999, "NONINGENTÉSIMO NONAGÉSIMO NOVENO"),
        (1000, "PUNTO 1000"),
    ],
)
def test_points_are_counted_in_ordinals(place: int, text: str) -> None:
    assert words.ordinal(place) == text


def test_no_two_points_have_the_same_place() -> None:
    places = [words.ordinal(place) for place in range(1, 1002)]
    assert len(set(places)) == len(places)


def test_points_begin_at_one() -> None:
    with pytest.raises(ValueError, match="from 1"):
        words.ordinal(0)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_day_in_words_reads_back(day: date) -> None:
    number, month, year = words.day(day).split(" de ", 2)
    assert (1 if number == "primero" else read(number)) == day.day
    assert words.MONTHS.index(month) + 1 == day.month
    assert read(year) == day.year


def test_a_day_is_written_in_words_and_in_figures() -> None:
    assert words.day(date(2026, 11, 24)) == "veinticuatro de noviembre de dos mil veintiséis"
    assert words.day(date(2026, 5, 1)) == "primero de mayo de dos mil veintiséis"
    assert words.day_in_figures(date(2026, 5, 1)) == "1 de mayo de 2026"


@given(st.times())
def test_an_hour_in_words_reads_back_in_both_countries(time: object) -> None:
    at = datetime.combine(date(2026, 1, 1), time)  # type: ignore[arg-type]  # times() gives times
    hours, _, minutes = words.hour(at).removeprefix("horas ").partition(" y ")
    if at.minute < 30 and at.hour < 30:
        assert (read(hours), read(minutes or "cero")) == (at.hour, at.minute)
    spoken, _, rest = words.hour_of_clock(at).partition(" con ")
    assert (
        read(spoken.split(" ", 1)[1].removesuffix("s").removesuffix(" hora").replace("veintiuna", "veintiuno"))
        == at.hour
    )
    assert read(rest.removesuffix("s").removesuffix(" minuto") or "cero") == at.minute


@pytest.mark.parametrize(
    ("hour", "minute", "bolivian", "guatemalan"),
    [
        (15, 40, "horas quince y cuarenta", "las quince horas con cuarenta minutos"),
        (15, 0, "horas quince", "las quince horas"),
        (1, 1, "horas uno y uno", "la una hora con un minuto"),
        (21, 21, "horas veintiuno y veintiuno", "las veintiuna horas con veintiún minutos"),
        (0, 31, "horas cero y treinta y uno", "las cero horas con treinta y un minutos"),
    ],
)
def test_hours_are_said_as_each_country_says_them(hour: int, minute: int, bolivian: str, guatemalan: str) -> None:
    at = datetime(2026, 1, 1, hour, minute)  # noqa: DTZ001 - an hour of the wall
    assert words.hour(at) == bolivian
    assert words.hour_of_clock(at) == guatemalan


def test_sheets_are_counted_in_figures_and_words() -> None:
    assert words.counted(12) == "12 (doce)"


@pytest.mark.parametrize(
    ("items", "text"),
    [
        ([], ""),
        (["agua"], "agua"),
        (["agua", "tierra"], "agua y tierra"),
        (["a", "b", "c"], "a, b y c"),
        (["padre", "hijo"], "padre e hijo"),
        (["norte", "identidad"], "norte e identidad"),
        (["agua", "hielo"], "agua y hielo"),
        (["agua", "iodo"], "agua y iodo"),
    ],
)
def test_a_list_is_said_as_a_sentence_says_it(items: list[str], text: str) -> None:
    assert words.enumerated(items) == text
