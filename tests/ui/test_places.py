from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ui import places


@pytest.mark.parametrize(
    ("place", "inside"),
    [
        (places.usual_store, "justice-desk/store"),
        (places.screen_choices, "justice-desk/screen.json"),
        (places.log_file, "justice-desk/justice-desk.log"),
    ],
)
def test_everything_lies_in_a_folder_of_its_own_whatever_the_program_is_called(
    place: Callable[[], Path], inside: str, qapp: QApplication
) -> None:
    was, before = qapp.applicationName(), place()
    qapp.setApplicationName("anything")
    try:
        assert place() == before
        assert before.as_posix().endswith(f"/{inside}")
    finally:
        qapp.setApplicationName(was)
