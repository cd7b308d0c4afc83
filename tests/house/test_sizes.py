import ast

from tests.house.tree import named, parsed, python_files

LINES_OF_A_FILE = 400
LINES_OF_A_CLASS = 200


def test_no_file_holds_two_notions() -> None:
    lengths = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()}
    assert lengths
    assert {name: length for name, length in lengths.items() if length > LINES_OF_A_FILE} == {}


def test_no_class_holds_two_notions() -> None:
    long = {}
    for path in python_files():
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.ClassDef) and node.end_lineno is not None:
                length = node.end_lineno - node.lineno + 1
                if length > LINES_OF_A_CLASS:
                    long[f"{named(path)}: {node.name}"] = length
    assert long == {}


def test_the_program_starts_in_fewer_than_forty_lines() -> None:
    (start,) = python_files("app.py")
    assert len(start.read_text(encoding="utf-8").splitlines()) < 40
