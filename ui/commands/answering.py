"""Answers a command that was typed, with one clear sentence when it cannot be done."""

import contextlib
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

import justice_desk
from justice_desk.foundations.errors import DeskError
from ui import logs
from ui.commands import demo, packet, self_test, store
from ui.commands.arguments import help_text, language_wanted, parsed
from ui.commands.codes import DONE, NOT_DONE
from ui.commands.errors import CommandUnreadable
from ui.i18n import SOURCE, Translations, translate
from ui.places import log_file
from ui.sentences import sentence

COMMANDS: Mapping[str, Callable[[Namespace], int]] = {
    "demo": demo.run,
    "store": store.run,
    "packet": packet.run,
    "self-test": self_test.run,
}


def answer(typed: Sequence[str], open_window: Callable[[Path | None], int]) -> int:
    """Do what was asked, and return the exit code."""
    words = list(typed)
    if not (COMMANDS.keys() | {"--help", "-h", "--version"}) & set(words):
        # What cannot be understood is said below, as for every command.
        with contextlib.suppress(CommandUnreadable):
            return open_window(parsed(words).store)
    app = QCoreApplication.instance() or QCoreApplication([])
    logs.write_to(log_file())
    translations = Translations(app)
    try:
        translations.use(language_wanted(words))
        return _answer(parsed(words))
    except DeskError as error:
        print(sentence(error), file=sys.stderr)
        return NOT_DONE
    except Exception as bug:  # noqa: BLE001 - the one boundary of commands: a bug gets a reference, not a traceback
        text = translate("Commands", "The program made a mistake. Tell whoever looks after it this reference: {code}")
        print(text.format(code=logs.record(bug)), file=sys.stderr)
        return NOT_DONE
    finally:
        translations.use(SOURCE)


def _answer(given: Namespace) -> int:
    if given.help:
        print(help_text())
        return DONE
    if given.version:
        print(justice_desk.__version__)
        return DONE
    return COMMANDS[given.command](given)
