import tomllib
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from justice_desk.cases.rules import Identity
from justice_desk.foundations.resources import resource
from justice_desk.handoffs.leaks import leaks
from tests.intakes import IDENTITY

CLEAN = (
    "V-01, que parece menor de edad, salió de la comunidad en un minibús con S-01, persona de fuera. T-01 lo vio. "
    "Desde el 2/3/2026 no se sabe de V-01; unos 15 años. Caso JIOC-BO-051299-A-2026-0001, fojas 12 (doce)."
)


def found(text: str, identity: Identity = IDENTITY, known: tuple[str, ...] = ()) -> bool:
    return leaks([identity], {"acta": text}, known) == ("acta",)


def test_a_clean_text_passes_and_the_texts_that_do_not_are_named_in_their_order() -> None:
    texts = {"uno": CLEAN, "dos": "Habló Wayra Q'illurumi.", "tres": CLEAN, "cuatro": "Llamar al 70000111."}
    assert leaks([IDENTITY, Identity()], texts) == ("dos", "cuatro")
    assert leaks([], texts) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Wayra Q'illurumi",
        "WAYRA  QILLURUMI",
        "wayra qʼillurumi",
        "Wayra Q\u2019illurumi",
        "Q'illurumi, Wayra",
        "Tusuynan Inventada",
        "Wa\u200byra Inven\u00adtada",
        "Wayra\nInventada",
        "la Ficticia del Molino",
        "la casa ficticia, junto al molino",
        "de la UNIDAD EDUCATIVA IMAGINARIA",
        "C.I. 00112233",
        "C.I. 00.112.233",
        "tel. 700-00-111",
        "tel. (700) 00112",
        "tel. +59170000111",
        "tel. ７００００１１１",
        "tel. 700\u201100\u2011111",
        "nació el 12.03.2011",
        "nació el 12-03-2011",
    ],
)
def test_an_identity_is_found_however_it_is_written(text: str) -> None:
    assert found(f"Se dijo que {text} estaba allí.")


@pytest.mark.parametrize(
    "text",
    [
        "Tusuyñan",
        "la señora Inventada y otra persona",
        "Wayra dijo, y después vino Q'illurumi",
        "junto al molino",
        "una unidad educativa",
        "fs. 112, 233 y 700",
        "12 de marzo",
        "el año 2011",
        "nota 12345678901",
    ],
)
def test_a_single_word_or_a_common_number_is_not_an_identity(text: str) -> None:
    assert not found(f"Se dijo que {text}.")


NAMES = st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x17F), min_size=3, max_size=9)
WORDS = st.lists(NAMES, min_size=3, max_size=3, unique_by=str.casefold)
FILLING = st.lists(st.sampled_from(CLEAN.split()), max_size=20).map(" ".join)


@given(names=WORDS, before=FILLING, after=FILLING, order=st.permutations([0, 1, 2]), upper=st.booleans())
def test_two_parts_of_a_name_side_by_side_are_found_wherever_they_stand(
    names: list[str], before: str, after: str, order: list[int], upper: bool
) -> None:
    identity = Identity(given_names=names[0], paternal=names[1], maternal=names[2])
    said = f"{names[order[0]]} {names[order[1]]}"
    assume(all(part not in {"del", "las", "los", "con"} for part in said.casefold().split()))
    assert found(f"{before} {said.upper() if upper else said} {after}", identity)


@given(names=WORDS, before=FILLING, after=FILLING)
def test_a_surname_that_half_a_community_shares_stops_nothing(names: list[str], before: str, after: str) -> None:
    identity = Identity(given_names=names[0], paternal=names[1], maternal=names[2])
    around = set(f"{before} {after}".casefold().split())
    assume(not around & {name.casefold() for name in names})
    assert not found(f"{before} {names[1]} {after}", identity)


DIGITS = st.text("0123456789", min_size=8, max_size=13)


@given(number=DIGITS, gaps=st.lists(st.sampled_from(["", " ", ".", "-", "\u2011"]), min_size=13, max_size=13))
def test_a_number_is_found_however_it_is_grouped(number: str, gaps: list[str]) -> None:
    grouped = "".join(figure + gap for figure, gap in zip(number, gaps, strict=False))
    for field in ("id_document", "telephone", "safe_contact"):
        assert found(f"Llamar: {grouped}.", Identity(**{field: number}))
        assert found(f"Llamar: {number}.", Identity(**{field: grouped}))


@pytest.mark.parametrize("field", ["telephone", "safe_contact"])
@pytest.mark.parametrize(
    "written", ["70000111, 70000222", "70000111 / 700 00 222", "70000111 o 70000222", "70000111 70000222"]
)
def test_each_of_two_telephones_is_found(field: str, written: str) -> None:
    for number in ("70000111", "70000222"):
        assert found(f"Llamar al {number}.", Identity(**{field: written}))


def test_a_telephone_is_found_without_the_countrys_code_too() -> None:
    assert found("Llamar al 700 00 111.", Identity(telephone="+591 700 00 111"))


def test_a_short_number_is_found_alone_and_not_inside_another() -> None:
    identity = Identity(id_document="51299 OR")
    assert found("C.I. 51 299", identity)
    assert not found("JIOC-BO-051299-A", identity)
    assert not found("C.I. 1234", Identity(id_document="1234"))


def test_a_relative_named_as_the_safe_contact_is_found() -> None:
    assert found("Se habló con la tía Rosa Figurada.", Identity(safe_contact="tía Rosa Figurada"))


@pytest.mark.parametrize("birth_date", ["no se sabe", "unos 15 años", "2011", ""])
def test_an_age_that_nobody_knows_exactly_is_no_identity(birth_date: str) -> None:
    assert not found(CLEAN, replace(Identity(), birth_date=birth_date))


def test_a_birth_date_in_words_is_found() -> None:
    assert found("Nació el 12 de marzo de 2011.", Identity(birth_date="12 de marzo de 2011"))


def test_small_words_in_a_surname_stop_nothing() -> None:
    identity = Identity(given_names="María", paternal="de la Cruz", maternal="y Los Santos")
    assert not found("Se supo de la comunidad, y los vecinos vieron a la madre.", identity)
    assert found("Se supo de María de la Cruz.", identity)


def test_the_names_of_those_who_sign_stand_in_the_open_by_right() -> None:
    sister = Identity(given_names="Wayra", paternal="Quispe", maternal="Ficticia", address="Ayllu Ejemplo")
    paper = "Ayllu Ejemplo. Firma: Juan Quispe Ficticia, Mallku."
    assert found(paper, sister)
    assert not found(paper, sister, ("Juan Quispe Ficticia", "Ayllu Ejemplo"))
    assert found(f"{paper} Se busca a Wayra Quispe.", sister, ("Juan Quispe Ficticia", "Ayllu Ejemplo"))


@pytest.mark.parametrize("known", ["Wayra", "Wayra Quispe", "Quispe Ficticia Wayra", ""])
def test_a_name_that_is_part_of_the_protected_one_hides_nothing(known: str) -> None:
    protected = Identity(given_names="Wayra", paternal="Quispe", maternal="Ficticia")
    assert found("Se busca a Wayra Quispe Ficticia.", protected, (known,))


def open_texts(raw: dict[str, Any]) -> dict[str, str]:
    points = "\n".join(point["text"] for point in raw["session"]["points"])
    plan = "\n".join(str(value) for value in raw["plan"].values())
    return {"acta": f"{points}\n{raw['session']['decision']}", "oficio": f"{plan}\n{raw['measure']['description']}"}


@pytest.mark.parametrize("country", ["bo", "gt"])
def test_the_fictitious_story_names_nobody_in_the_open(country: str) -> None:
    raw = tomllib.loads(resource("demo", f"{country}.toml").read_text(encoding="utf-8"))
    identities = [Identity(**party["identity"]) for party in raw["parties"]]
    assert leaks(identities, open_texts(raw)) == ()
    for identity in identities:
        assert leaks(identities, {"told": f"{CLEAN} {identity.full_name}"}) == ("told",)
