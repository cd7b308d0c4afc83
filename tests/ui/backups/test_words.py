from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QByteArray, QTimeZone

from justice_desk.backups.rules import AtClose, Flaw, Freshness, Loss, LostKind, Register, freshness
from justice_desk.backups.views import BackupStanding, BackupView, Rehearsal, Troubles
from tests.stores import START
from ui.appearance import Appearance
from ui.backups.words import (
    age_state,
    age_words,
    backup_choice,
    loss_lines,
    register_hint,
    register_words,
    rehearsal_words,
    rehearsed_state,
    trouble_words,
)
from ui.moments import zone_here
from ui.widgets.badge import Tone

ZONE = ZoneInfo("America/La_Paz")
STANDING = BackupStanding(None, AtClose.ASK, None, Freshness.NONE, START, None, rehearsal_sound=False)


@pytest.mark.parametrize(
    ("days", "words", "tone"),
    [
        (0, "Copia de seguridad: hoy", Tone.GOOD),
        (1, "Copia de seguridad: ayer", Tone.GOOD),
        (9, "Copia de seguridad: hace 9 días", Tone.WARNING),
        (40, "Copia de seguridad: hace 40 días", Tone.DANGER),
    ],
)
def test_the_age_of_a_backup_is_said(days: int, words: str, tone: Tone, appearance: Appearance) -> None:
    last = START - timedelta(days=days)
    standing = replace(STANDING, last=last, freshness=freshness(last, START))
    assert age_words(standing, START) == words
    assert age_state(standing).tone is tone


def test_no_backup_is_danger(appearance: Appearance) -> None:
    assert age_words(STANDING, START) == "Sin copia de seguridad"
    assert age_state(STANDING).tone is Tone.DANGER


@pytest.mark.parametrize("flaw", Flaw)
def test_every_flaw_of_a_backup_has_words(flaw: Flaw, appearance: Appearance) -> None:
    said = rehearsal_words(Rehearsal("b", START, flaw, "store.db"), ZONE)
    assert "no volvió" in said
    assert "{" not in said


def test_a_rehearsal_that_failed_is_shown_as_danger(appearance: Appearance) -> None:
    state = rehearsed_state(replace(STANDING, rehearsed=START))
    assert state is not None
    assert state.tone is Tone.DANGER


@pytest.mark.parametrize("kind", LostKind)
def test_every_kind_of_loss_has_words(kind: LostKind, appearance: Appearance) -> None:
    (line, unsure) = loss_lines(Loss({kind: 3}, (), (), (kind,)))
    assert line.endswith(": 3")
    assert unsure.startswith("Puede faltar más de: ")


@pytest.mark.parametrize(
    ("troubles", "said"),
    [
        (Troubles(), ""),
        (Troubles(older=True, disk_full=True), "anterior"),
        (Troubles(disk_full=True), "disco está lleno"),
        (Troubles(clock_behind=True), "reloj"),
        (Troubles(older=True, only_look=True), "solo para mirar"),
    ],
)
def test_the_worst_trouble_is_told_first(troubles: Troubles, said: str, appearance: Appearance) -> None:
    assert said in trouble_words(troubles)
    assert bool(trouble_words(troubles)) is bool(said)


def test_a_register_that_nobody_named_is_called_by_its_word(appearance: Appearance) -> None:
    register = Register("auto", "AUTO", "A", 2026, 0, "")
    assert register_words(register) == "Último número en papel: AUTO"
    assert "no hay" in register_hint(register)


def test_backups_of_several_desks_are_told_apart(appearance: Appearance) -> None:
    view = BackupView(Path("x"), "b", "019caef4-ba40-7000-8000-000000abcdef", START, 5 << 20)
    assert backup_choice(view, ZONE, several=False).meaning == "5.0 MB"
    assert backup_choice(view, ZONE, several=True).meaning == "5.0 MB · despacho abcdef"


def test_the_computers_own_zone_is_known_or_taken_as_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    assert zone_here().key

    monkeypatch.setattr(QTimeZone, "systemTimeZoneId", lambda: QByteArray(b"Nowhere/At_All"))
    assert zone_here().key == "UTC"
