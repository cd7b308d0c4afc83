import ast
import importlib.util
import shutil
import sys
from pathlib import Path
from types import ModuleType
from xml.etree.ElementTree import parse

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def translations() -> ModuleType:
    place = ROOT / "packaging" / "translations.py"
    specification = importlib.util.spec_from_file_location("translations", place)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def asked(translations: ModuleType, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> None:
    monkeypatch.setattr(sys, "argv", ["translations.py", *arguments])
    translations.main()


def test_every_folder_of_screens_is_a_family_and_every_room_of_sentences(translations: ModuleType) -> None:
    families = translations.families()
    assert {"root", "widgets", "unlock", "first_run", "sentences_vault"} <= set(families)
    assert "sentences" not in families
    assert all(file.suffix == ".py" for files in families.values() for file in files)


def test_a_catalogue_gathers_the_texts_of_its_family_and_keeps_what_was_translated(
    translations: ModuleType, tmp_path: Path
) -> None:
    translations.update(["unlock"], tmp_path)
    path = tmp_path / "es" / "unlock.ts"
    source = "The desk is locked"
    assert source in path.read_text(encoding="utf-8")
    fresh = f'<source>{source}</source>\n        <translation type="unfinished"></translation>'
    done = f"<source>{source}</source>\n        <translation>El despacho está bloqueado</translation>"
    path.write_text(path.read_text(encoding="utf-8").replace(fresh, done), encoding="utf-8")
    translations.update(["unlock"], tmp_path)
    texts = [message.findtext("translation") for message in parse(path).iter("message")]  # noqa: S314 - our own file
    assert "El despacho está bloqueado" in texts


def test_a_family_that_is_not_there_is_named(translations: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="nowhere"):
        translations.update(["nowhere"], tmp_path)


def test_a_missing_translation_stops_the_compilation(translations: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no catalogues"):
        translations.compile_all(tmp_path)
    translations.update(["unlock"], tmp_path)
    with pytest.raises(SystemExit, match="unfinished"):
        translations.compile_all(tmp_path)


def test_finished_catalogues_are_compiled_into_one(translations: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "es").mkdir()
    shutil.copy(ROOT / "resources" / "i18n" / "es" / "unlock.ts", tmp_path / "es")
    assert translations.compile_all(tmp_path).stat().st_size > 100


def test_the_command_line_updates_and_compiles(
    translations: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    called: list[object] = []
    monkeypatch.setattr(translations, "update", called.append)
    monkeypatch.setattr(translations, "compile_all", lambda: Path("made.qm"))
    monkeypatch.setattr(translations, "findings", list)
    asked(translations, monkeypatch, "update", "unlock")
    asked(translations, monkeypatch, "compile")
    asked(translations, monkeypatch, "check")
    assert called == [["unlock"]]
    assert capsys.readouterr().out == "made.qm\n"
    monkeypatch.setattr(translations, "findings", lambda: ["unlock.ts: behind"])
    with pytest.raises(SystemExit):
        asked(translations, monkeypatch, "check")


def test_every_text_is_two_literals_that_the_extraction_can_see() -> None:
    unseen = []
    for path in sorted((ROOT / "ui").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        inside = {call for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for call in ast.walk(node)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "translate":
                literal = all(isinstance(part, ast.Constant) and isinstance(part.value, str) for part in node.args)
                if not literal or len(node.args) != 2 or node in inside:
                    unseen.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert unseen == []


def test_no_dialog_blocks_the_window() -> None:
    blocking = []
    for path in sorted((ROOT / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            if node.func.attr in {"exec", "exec_"} and path.name != "application.py":
                blocking.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert blocking == []
