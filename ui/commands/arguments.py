"""What was typed after the program's name, and the one help text that says what can be typed."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from justice_desk.jurisdictions.loading import countries
from ui.commands.errors import CommandUnreadable
from ui.i18n import DEFAULT, LANGUAGES, translate

SOURCE_NAME, INSTALLED_NAME = "app.py", "justice-desk"
"""What is typed to start the program: in the source tree, and where it was installed."""


class _Refused(Exception):
    """What argparse did not take."""


class _Parser(argparse.ArgumentParser):
    """Refuses by a fact instead of printing and leaving."""

    def __init__(self, prog: str | None = None) -> None:
        super().__init__(prog=prog, add_help=False, allow_abbrev=False, exit_on_error=False)

    def error(self, message: str) -> NoReturn:
        """Refuse what was typed, without argparse's English words."""
        raise _Refused(message)


def parsed(typed: Sequence[str]) -> argparse.Namespace:
    """Return the command and its options; `command` is empty for the window.

    Raises:
        CommandUnreadable: it is no command of the program.
    """
    try:
        return _parser().parse_args(list(typed))
    except (argparse.ArgumentError, _Refused) as fault:
        raise CommandUnreadable(" ".join(typed)) from fault


def language_wanted(typed: Sequence[str]) -> str:
    """Return the language to answer in: the one asked for, the system's if the program speaks it, Spanish."""
    words = list(typed)
    if "--language" in words[:-1]:
        asked = words[words.index("--language") + 1]
        return asked if asked in LANGUAGES else DEFAULT
    system = (os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or "")[:2]
    return system if system in LANGUAGES else DEFAULT


def program() -> str:
    """Return what was typed to start this program."""
    return INSTALLED_NAME if getattr(sys, "frozen", False) else SOURCE_NAME


def help_text() -> str:
    """Return what can be typed, in the reader's language."""
    wider = " " * (len(program()) - len(SOURCE_NAME))
    lines = _help().replace(SOURCE_NAME, program()).split("\n")
    return "\n".join(f"{wider}{line}" if line.startswith("      ") else line for line in lines)


def _help() -> str:
    return translate(
        "Commands",
        "Justice Desk: records community proceedings and hands trafficking cases over to the prosecutor.\n"
        "\n"
        "  app.py                            open the desk in a window\n"
        "      --store FOLDER                use the store in this folder instead of the usual one\n"
        "  app.py demo --out FOLDER          do the whole main job without a window, on a fictitious case\n"
        "      --country bo|gt               the country of the case (bo)\n"
        "  app.py store check FOLDER         verify a store: pages, keys, journal\n"
        "      --passphrase-stdin            read the passphrase from standard input instead of asking for it\n"
        "  app.py packet verify PACKET       check a packet without unpacking it\n"
        "  app.py packet open PACKET         check a packet and unpack it\n"
        "      --identity FILE               the age identity that it was sealed to\n"
        "      --keys FOLDER                 the signing keys that are believed (files as ssh-keygen reads them)\n"
        "      --out FOLDER                  where to unpack it (open only)\n"
        "  app.py self-test                  check that everything the program needs came with it\n"
        "  app.py --version\n"
        "  app.py --help\n"
        "\n"
        "  --language es|en                  answer in this language\n"
        "\n"
        "A command ends with 0 if all is well, 1 if what it checked is damaged or not believable, 2 if it could\n"
        "not do what was asked.\n",
    )


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog=program())
    parser.set_defaults(command="")
    _common(parser)
    parser.add_argument("--help", "-h", action="store_true")
    parser.add_argument("--version", action="store_true")
    parser.add_argument("--store", type=Path)
    commands = parser.add_subparsers(dest="command", parser_class=_Parser)
    demo = _command(commands, "demo")
    demo.add_argument("--out", type=Path, required=True)
    demo.add_argument("--country", choices=countries(), default="bo")
    _command(commands, "self-test")
    store = _command(commands, "store").add_subparsers(dest="what", required=True, parser_class=_Parser)
    check = _command(store, "check")
    check.add_argument("path", type=Path)
    check.add_argument("--passphrase-stdin", action="store_true")
    packet = _command(commands, "packet").add_subparsers(dest="what", required=True, parser_class=_Parser)
    for what in ("verify", "open"):
        arrived = _command(packet, what)
        arrived.add_argument("path", type=Path)
        arrived.add_argument("--identity", type=Path, required=True)
        arrived.add_argument("--keys", type=Path)
        if what == "open":
            arrived.add_argument("--out", type=Path, required=True)
    return parser


def _command(commands: "argparse._SubParsersAction[_Parser]", name: str) -> _Parser:
    parser = commands.add_parser(name)
    _common(parser)
    parser.add_argument("--help", "-h", action="store_true", default=argparse.SUPPRESS)
    return parser


def _common(parser: _Parser) -> None:
    parser.add_argument("--language", choices=tuple(LANGUAGES), default=argparse.SUPPRESS)
