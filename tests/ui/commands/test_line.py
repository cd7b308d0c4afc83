import subprocess
import sys
import textwrap
from argparse import Namespace
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

import justice_desk
from justice_desk.documents.service import DocumentService
from ui import i18n
from ui.commands import answering, packet, self_test
from ui.commands.line import main
from ui.places import usual_store


@pytest.fixture(autouse=True)
def spoken(qapp: QApplication, spanish: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The catalogue as it stands."""
    monkeypatch.setattr(i18n, "catalogue", lambda _language: spanish)


def test_help_is_spoken_in_spanish_and_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help", "--language", "es"]) == 0
    assert "abrir el programa en una ventana" in capsys.readouterr().out
    assert main(["--help", "--language", "en"]) == 0
    assert "open the desk in a window" in capsys.readouterr().out


def test_the_language_of_the_system_is_taken_where_none_is_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    for system, word in (("en_US.UTF-8", "open the desk"), ("C.UTF-8", "abrir el programa"), ("", "abrir el programa")):
        monkeypatch.setenv("LANG", system)
        assert main(["--help"]) == 0
        assert word in capsys.readouterr().out


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.strip() == justice_desk.__version__


@pytest.mark.parametrize(
    "typed",
    [
        ["nonsense"],
        ["--nonsense"],
        ["demo"],
        ["demo", "--out", "x", "--country", "xx"],
        ["store", "check"],
        ["packet", "verify", "x"],
        ["packet", "lift", "x"],
    ],
)
def test_what_is_no_command_gives_one_sentence_and_two(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(typed) == 2
    said = capsys.readouterr()
    assert not said.out
    assert len(said.err.splitlines()) == 1
    assert "app.py --help" in said.err


def test_everything_that_the_program_needs_came_with_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["self-test"]) == 0
    assert "✗" not in capsys.readouterr().out


def test_a_part_that_is_missing_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(self_test, "catalogue", lambda _language: tmp_path / "missing.qm")
    monkeypatch.setattr(self_test, "WINDOW", ("PySide6.NoSuchPart",))
    assert main(["self-test"]) == 1
    assert capsys.readouterr().out.count("✗") == 2


def nothing(*_given: object, **_named: object) -> list[object]:
    return []


@pytest.mark.parametrize(
    ("place", "instead"),
    [
        ("PLUGINS", {sys.platform: ("platforms/nowhere.so",)}),
        ("qt_words", lambda _language: QTranslator()),
        ("entry_points", nothing),
        ("protect", lambda *_given: Namespace(id="none")),
    ],
    ids=["a plugin", "Qt's own words", "keyrings", "a paper"],
)
def test_what_only_a_frozen_program_lacks_is_told_too(
    place: str, instead: object, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(self_test, place, instead)
    assert main(["self-test"]) == 1
    assert capsys.readouterr().out.count("✗") == 1


def test_a_paper_that_cannot_be_read_back_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DocumentService, "preview_acta", lambda *_given: b"no paper")
    assert main(["self-test"]) == 1
    assert "✗ Un documento en PDF: ValueError" in capsys.readouterr().out


def test_the_installed_program_calls_itself_by_its_own_name(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    assert "app.py" not in said
    assert "  justice-desk demo --out CARPETA" in said
    assert main(["nonsense"]) == 2
    assert "justice-desk --help" in capsys.readouterr().err


def test_what_the_help_says_of_commands_and_options_stands_in_one_column(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert main(["--help", "--language", "en"]) == 0
    said = capsys.readouterr().out.splitlines()
    columns = {
        line.index(word) for line in said for word in ("open the desk", "use the store", "verify a") if word in line
    }
    assert len(columns) == 1


def test_a_store_that_is_not_there_is_told_before_a_passphrase_is_asked_for(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["store", "check", str(tmp_path)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_without_a_terminal_the_passphrase_is_not_asked_for(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "store.db").write_bytes(b"")
    with (tmp_path / "store.db").open() as nothing:
        monkeypatch.setattr("sys.stdin", nothing)
        assert main(["store", "check", str(tmp_path)]) == 2
    assert "--passphrase-stdin" in capsys.readouterr().err


def test_a_folder_that_holds_something_is_not_written_into(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    assert main(["demo", "--out", str(tmp_path)]) == 2
    assert capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_a_packet_or_an_identity_that_is_missing_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["packet", "verify", str(tmp_path / "x"), "--identity", str(tmp_path / "y")]) == 2
    (tmp_path / "y").write_text("# none\n")
    assert main(["packet", "verify", str(tmp_path / "x"), "--identity", str(tmp_path / "y")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_a_bug_gets_a_reference_and_no_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_given: object) -> int:
        raise RuntimeError("what was typed")

    monkeypatch.setattr(answering, "COMMANDS", {"self-test": broken})
    assert main(["self-test"]) == 2
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert "what was typed" not in said + caplog.text
    caplog.clear()


@pytest.mark.parametrize("named", [True, False])
def test_without_a_command_the_window_is_opened_over_the_store_asked_for_or_the_usual_one(
    named: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[Path] = []

    def run(folder: Path, _clock: object) -> int:
        opened.append(folder)
        return 0

    monkeypatch.setattr("ui.application.run", run)
    assert main(["--store", str(tmp_path)] if named else []) == 0
    assert opened == [tmp_path if named else usual_store()]


def test_the_window_loads_nothing_of_the_rooms_before_it_is_shown() -> None:
    loaded = """
        import sys
        from ui import application
        from ui.commands.line import main

        application.run = lambda *_: 0
        main([])
        print([name for name in ("sqlalchemy", "reportlab", "pikepdf", "jsonschema") if name in sys.modules])
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(loaded)], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


def test_a_strangers_words_do_not_move_the_cursor() -> None:
    assert packet._plain("\x1b[2Jacta\u202e\n") == "[2Jacta"
    assert sys.stdout is not None
