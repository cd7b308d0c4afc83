from pathlib import Path

import pytest

from ui.handoffs.drives import Drive, plugged_in, removable


def drive(folder: str, name: str = "Memoria") -> Drive:
    return Drive(Path(folder), name, 1 << 30)


@pytest.mark.parametrize("folder", ["/media/clerk/USB", "/run/media/clerk/USB", "/mnt/usb", "/Volumes/USB", "E:/"])
def test_what_can_be_taken_out_is_offered(folder: str) -> None:
    assert removable([drive(folder)]) == (drive(folder),)


@pytest.mark.parametrize("folder", ["/", "/home", "/boot", "C:/", "c:/"])
def test_the_disk_of_the_laptop_is_not_offered(folder: str) -> None:
    assert removable([drive(folder)]) == ()


def test_drives_are_listed_by_name() -> None:
    first, second = drive("/media/x/A", "A"), drive("/media/x/B", "B")
    assert removable([second, first]) == (first, second)


def test_what_is_plugged_in_can_be_asked_of_this_machine() -> None:
    assert all(one.folder.is_absolute() for one in plugged_in())
