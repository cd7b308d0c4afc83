import re
from pathlib import Path

import pytest

from tests.e2e.stage import Stage, on_stage

pytestmark = pytest.mark.e2e
ROW = re.compile(r"\b([0-9A-Z]{5})-([0-9A-Z]{5})-([0-9A-Z*~$=]{4})")
TYPED = "Alguien conto en la feria que una muchacha salio con una oferta ficticia 8151"
NAME = "Autoridad Ficticia"


def found_the_desk(stage: Stage) -> str:
    stage.wait_for("Paso 1 de")
    stage.press("Seguir")
    stage.press("Bolivia")
    stage.press("Seguir")
    stage.type("Comunidad", "Ayllu Ficticio de Prueba")
    stage.type("Municipio", "Municipio Ficticio")
    stage.type("Código INE del municipio", "051299")
    stage.type("Cargo de la autoridad", "Jiliri Mallku")
    stage.press("Seguir")
    for nth, number in enumerate(("700 00 001", "700 00 002")):
        stage.type("Quién atiende", f"Turno ficticio {nth + 1}", nth=nth)
        stage.type("Teléfono", number, nth=nth)
        stage.press("He llamado y contestan", nth=nth)
    stage.press("Seguir")
    stage.type("Su nombre", NAME)
    for role in ("Autoridad", "Secretaría de actas", "Enlace"):
        stage.press(role)
    stage.press("Seguir")
    stage.press("Crear una para mí")
    stage.wait_for("fuerte")
    passphrase = stage.read("Contraseña")
    stage.focus("La misma otra vez")
    stage.write(passphrase)
    stage.press("Seguir")
    seen = stage.wait_for("Imprímala o cópiela a mano")
    rows = ["-".join(row) for row in dict.fromkeys(ROW.findall(seen))]
    assert len(rows) == 4
    stage.press("Seguir")
    seen = stage.wait_for("Fila ")
    for number in dict.fromkeys(re.findall(r"Fila ([1-4])", seen)):
        stage.type(f"Fila {number}", rows[int(number) - 1])
    stage.press("Crear el despacho")
    stage.wait_for("Registrar un caso")
    return passphrase


def test_a_desk_is_founded_locked_while_somebody_types_and_opened_again(tmp_path: Path) -> None:
    with on_stage(tmp_path) as stage:
        passphrase = found_the_desk(stage)
        stage.keys("alt+2")
        stage.wait_for("Todavía no hay casos")
        stage.keys("ctrl+n")
        stage.wait_for("Lo que contaron")
        stage.focus("El relato")
        stage.write(TYPED)
        stage.wait_for(TYPED)
        stage.keys("ctrl+l")
        locked = stage.wait_for("Peligro ahora")
        assert TYPED not in locked
        assert "700 00 001" in locked
        stage.sign_in(NAME, passphrase)
        stage.keys("ctrl+n")
        stage.press("Recuperar")
        stage.wait_for(TYPED)
        assert stage.program.poll() is None
