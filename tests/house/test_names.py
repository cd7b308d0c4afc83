import ast
import re

from tests.house.tree import files, named, parsed, python_files

EMPTY_WORDS = {"manager", "helper", "util", "common", "data", "info", "process", "handle"}
"""Words that say nothing of the field; what is called so is not understood yet."""


def words(name: str) -> set[str]:
    parts = re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)
    return {part.lower() for part in parts} | {part.lower().removesuffix("s") for part in parts}


def test_words_are_found_in_every_way_of_writing() -> None:
    assert "manager" in words("case_manager")
    assert "manager" in words("CaseManagers")
    assert "info" in words("INFO_TEXT")
    assert not words("database_handler") & EMPTY_WORDS


def test_no_file_or_folder_has_a_name_that_says_nothing() -> None:
    places = [named(path) for path in files("app.py", "justice_desk", "ui", "tests", "packaging", "docs")]
    assert places
    assert [place for place in places if words(place) & EMPTY_WORDS] == []


def test_no_class_has_a_name_that_says_nothing() -> None:
    found = [
        f"{named(path)}: {node.name}"
        for path in python_files("app.py", "justice_desk", "ui")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ClassDef) and words(node.name) & EMPTY_WORDS
    ]
    assert found == []
