"""What a screen reader sees and can press. Run by the system's own Python, which has pyatspi; one JSON line a request.

Requests: {"do": "see"} returns every name and text; {"do": "press"|"type"|"read", "name": …, "text": …, "nth": …}.
"""

import json
import sys
import time

import pyatspi  # type: ignore[import-not-found]  # the system's Python has it, ours does not

PROGRAM = "justice-desk"
PATIENCE = 20
WRITABLE = ("text", "entry", "password text", "combo box", "spin button")
PRESSABLE = ("push button", "radio button", "check box", "page tab", "list item", "toggle button", "table cell")


def windows():
    """Return the program's windows."""
    desktop = pyatspi.Registry.getDesktop(0)
    for program in desktop:
        if program is not None and PROGRAM in (program.name or "").lower().replace(" ", "-"):
            yield from (window for window in program if window is not None)


def walk(node, depth=0):
    """Return every part that is on the screen, from the outside in."""
    if node is None or depth > 60:
        return
    try:
        showing = node.getState().contains(pyatspi.STATE_SHOWING)
        children = [node.getChildAtIndex(place) for place in range(node.childCount)]
    except Exception:  # a part may die while it is looked at
        return
    if showing or depth == 0:
        yield node
        for child in children:
            yield from walk(child, depth + 1)


def parts():
    """Return every part of every window."""
    return [part for window in windows() for part in walk(window)]


def text_of(node):
    """Return the text that a part holds."""
    try:
        return node.queryText().getText(0, -1)
    except Exception:
        return ""


def find(name, roles=None, nth=0):
    """Return the part of this name, waiting for it."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        found = [
            part
            for part in parts()
            if part.name and (part.name == name or part.name.startswith(name)) and (not roles or part.getRoleName() in roles)
        ]
        exact = [part for part in found if part.name == name] or found
        if len(exact) > nth:
            return exact[nth]
        time.sleep(0.2)
    raise LookupError(name)


def press(node):
    """Press a part as a screen reader would."""
    action = node.queryAction()
    names = [action.getName(place).lower() for place in range(action.nActions)]
    wanted = next((names.index(one) for one in ("press", "toggle", "click", "select") if one in names), 0)
    action.doAction(wanted)


def answer(asked):
    """Do what was asked."""
    if asked["do"] == "see":
        return [[part.getRoleName(), part.name or "", text_of(part)] for part in parts()]
    roles = PRESSABLE if asked["do"] == "press" else WRITABLE
    node = find(asked["name"], roles, asked.get("nth", 0))
    if asked["do"] == "press":
        press(node)
    elif asked["do"] == "type":
        node.queryEditableText().setTextContents(asked["text"])
    elif asked["do"] == "focus":
        node.queryComponent().grabFocus()
    return text_of(node)


for line in sys.stdin:
    try:
        said = {"ok": answer(json.loads(line))}
    except Exception as fault:  # told to the test, which fails with it
        said = {"fault": f"{type(fault).__name__}: {fault}"}
    print(json.dumps(said), flush=True)
