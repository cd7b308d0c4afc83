import ast

from tests.house.tree import named, parsed, python_files


def test_a_test_is_told_by_its_name_alone() -> None:
    told = [
        f"{named(path)}: {node.name}"
        for path in python_files("tests")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and node.name.lower().startswith("test")
        and ast.get_docstring(node) is not None
    ]
    assert told == []


def test_no_test_is_skipped_or_expected_to_fail() -> None:
    excused = [
        f"{named(path)}:{node.lineno}"
        for path in python_files("tests")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute) and node.attr in {"skip", "skipif", "xfail", "importorskip"}
    ]
    assert excused == []


def test_no_line_is_hidden_from_the_measuring_of_coverage() -> None:
    mark = "pragma: " + "no cover"
    hidden = [named(path) for path in python_files() if mark in path.read_text(encoding="utf-8")]
    assert hidden == []
