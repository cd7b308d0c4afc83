"""What a screen reader sees and can press. Run by the system's own Python, which has pyatspi; one JSON line a request.

Requests: `{"do": "see"}` returns the role, name and text of every part on the screen; `press`, `type`, `read` and
`focus` take the `name` of a part, and `nth` (from 0) where several are called the same.
"""

import json
import sys
import time
from collections.abc import Iterator
from typing import Any, NamedTuple

import pyatspi  # type: ignore[import-not-found]  # the system's Python has it, ours does not

PROGRAM = "justice-desk"
PATIENCE = 20
WRITABLE = ("text", "entry", "password text", "combo box", "spin button")
PRESSABLE = ("push button", "radio button", "check box", "page tab", "list item", "toggle button", "table cell")
DEEPEST = 60


class Part(NamedTuple):
    """Something on the screen, with what it was called when it was looked at: it may be gone a moment later."""

    node: Any
    role: str
    name: str


def windows() -> Iterator[Any]:
    """Return the program's windows."""
    for program in pyatspi.Registry.getDesktop(0):
        if program is not None and PROGRAM in (program.name or "").lower().replace(" ", "-"):
            yield from (window for window in program if window is not None)


def walk(node: Any, depth: int = 0) -> Iterator[Part]:  # noqa: ANN401 - pyatspi has no types
    """Return every part that is on the screen, from the outside in."""
    if node is None or depth > DEEPEST:
        return
    try:
        showing = node.getState().contains(pyatspi.STATE_SHOWING)
        part = Part(node, node.getRoleName(), node.name or "")
        children = [node.getChildAtIndex(place) for place in range(node.childCount)]
    except Exception:  # noqa: BLE001 - a part may die while it is looked at, with any of pyatspi's errors
        return
    if showing or depth == 0:
        yield part
        for child in children:
            yield from walk(child, depth + 1)


def parts() -> list[Part]:
    """Return every part of every window."""
    return [part for window in windows() for part in walk(window)]


def text_of(node: Any) -> str:  # noqa: ANN401 - pyatspi has no types
    """Return the text that a part holds."""
    try:
        return str(node.queryText().getText(0, -1))
    except Exception:  # noqa: BLE001 - most parts hold no text
        return ""


def find(name: str, roles: tuple[str, ...], nth: int) -> Any:  # noqa: ANN401 - pyatspi has no types
    """Return the part of this name, waiting for it."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        able = [part for part in parts() if part.name and part.role in roles]
        exact = [part for part in able if part.name == name]
        found = exact or [part for part in able if part.name.startswith(name)]
        if len(found) > nth:
            return found[nth].node
        time.sleep(0.2)
    raise LookupError(name)


def press(node: Any) -> None:  # noqa: ANN401 - pyatspi has no types
    """Press a part as a screen reader would."""
    action = node.queryAction()
    names = [action.getName(place).lower() for place in range(action.nActions)]
    action.doAction(next((names.index(one) for one in ("press", "toggle", "click", "select") if one in names), 0))


def answer(asked: dict[str, Any]) -> object:
    """Do what was asked."""
    if asked["do"] == "see":
        return [[part.role, part.name, text_of(part.node)] for part in parts()]
    node = find(asked["name"], PRESSABLE if asked["do"] == "press" else WRITABLE, asked["nth"])
    if asked["do"] == "press":
        press(node)
        return ""
    if asked["do"] == "type":
        node.queryEditableText().setTextContents(asked["text"])
    if asked["do"] == "focus":
        node.queryComponent().grabFocus()
    return text_of(node)


if __name__ == "__main__":
    for line in sys.stdin:
        try:
            said: dict[str, object] = {"ok": answer(json.loads(line))}
        except Exception as fault:  # noqa: BLE001 - told to the test, which fails with it
            said = {"fault": f"{type(fault).__name__}: {fault}"}
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()
