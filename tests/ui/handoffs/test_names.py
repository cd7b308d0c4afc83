import pytest

from ui.handoffs.names import MOST, suspects


@pytest.mark.parametrize(
    "text",
    [
        "Juana Ficticia Ejemplar salió de la comunidad.",
        "La vieron con Anselmo de la Cruz.",
        "Ayer Wayra Q'illurumi no volvió.",
        "Ch'askawara Ñawpatika lo contó",
    ],
)
def test_two_words_that_look_like_a_name_are_shown(text: str) -> None:
    assert len(suspects(text)) == 1


@pytest.mark.parametrize("text", ["Llamar al 700 00 111.", "C.I. 00112233", "teléfono +591 70000111"])
def test_a_long_number_is_shown(text: str) -> None:
    assert len(suspects(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "V-01 salió en un minibús con S-01. T-01 lo vio el 12/03/2026 a las 10:30.",
        "La comunidad no interrogó a nadie: se remite por sospecha.",
        "Salió de Ejemplolandia hacia la feria.",
        "",
    ],
)
def test_codes_days_and_single_places_are_left_in_peace(text: str) -> None:
    assert suspects(text) == ()


def test_the_names_of_offices_may_stand() -> None:
    text = "Se avisó a la Fiscalía Departamental de Ciudad Ficticia."
    assert suspects(text) != ()
    assert suspects(text, ["Fiscalía Departamental · Ciudad Ficticia"]) == ()


def test_no_more_than_a_few_are_shown_at_once() -> None:
    names = ["Ana Ejemplo", "Berta Muestra", "Carla Modelo", "Delia Ficticia", "Elsa Inventada"]
    assert len(suspects(". ".join(names))) == MOST
