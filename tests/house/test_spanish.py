import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, parse

from tests.house.tree import ROOT, named

SPANISH = ROOT / "resources" / "i18n" / "es"
OF_ONE_COUNTRY = ("jurisdicción", "competencia", "declinatoria")
"""Legal words that must never be seen in Guatemala: they come from the country's profile, never from a catalogue."""


def catalogues() -> list[Path]:
    return sorted(SPANISH.glob("*.ts"))


def messages() -> Iterator[tuple[str, Element]]:
    for path in catalogues():
        for context in parse(path).getroot().iter("context"):  # noqa: S314 - our own file
            for message in context.iter("message"):
                yield f"{named(path)}: {context.findtext('name')}: {message.findtext('source')}", message


def spoken(message: Element) -> str:
    translation = message.find("translation")
    return "" if translation is None else "".join(translation.itertext())


def test_every_text_of_the_screens_is_spoken_in_spanish() -> None:
    command = [sys.executable, str(ROOT / "packaging" / "translations.py"), "check"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, cwd=ROOT)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_no_translation_is_unfinished_or_left_over() -> None:
    assert catalogues()
    left = []
    for where, message in messages():
        translation = message.find("translation")
        if translation is None or translation.get("type") is not None or not spoken(message).strip():
            left.append(where)
    assert left == []


def test_no_translation_speaks_the_legal_language_of_one_country() -> None:
    found = [where for where, message in messages() if any(word in spoken(message).lower() for word in OF_ONE_COUNTRY)]
    assert found == []


def test_a_translation_keeps_the_places_that_are_filled_in() -> None:
    def places(text: str) -> list[str]:
        return sorted(part.split("}")[0] for part in text.split("{")[1:])

    changed = [
        where for where, message in messages() if places(spoken(message)) != places(message.findtext("source") or "")
    ]
    assert changed == []
