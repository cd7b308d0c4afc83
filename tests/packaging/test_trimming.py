from pathlib import Path

import pytest

import trimming
from trimming import Entry, files, libraries

OURS, SYSTEM = "/lock", "/system"
NEEDS = {
    "QtWidgets.so": ("libQt6Widgets.so.6", "libGL.so.1"),
    "libQt6Widgets.so.6": ("libQt6Gui.so.6", "libz.so.1"),
    "libQt6Gui.so.6": ("libxkbcommon.so.0",),
    "libqxcb.so": ("libxcb-cursor.so.0", "libX11.so.6"),
    "libqtvirtualkeyboardplugin.so": ("libQt6Quick.so.6",),
}


def entry(place: str, origin: str = OURS, kind: str = "BINARY") -> Entry:
    return (place, f"{origin}/{Path(place).name}", kind)


@pytest.fixture(autouse=True)
def told_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    """What each file asks for, as a linker would say it."""
    monkeypatch.setattr(trimming, "needed_by", lambda path: NEEDS.get(path.name, ()))


def kept(*entries: Entry) -> set[str]:
    return {place for place, _, _ in libraries(entries, lambda path: path.is_relative_to(SYSTEM))}


def test_a_library_stays_because_something_that_stays_needs_it() -> None:
    assert kept(
        entry("PySide6/QtWidgets.so", kind="EXTENSION"),
        entry("PySide6/Qt/lib/libQt6Widgets.so.6"),
        entry("PySide6/Qt/lib/libQt6Gui.so.6"),
        entry("PySide6/Qt/lib/libQt6Quick.so.6"),
    ) == {"PySide6/QtWidgets.so", "PySide6/Qt/lib/libQt6Widgets.so.6", "PySide6/Qt/lib/libQt6Gui.so.6"}


def test_a_plugin_stays_by_its_name_and_what_a_dropped_one_needs_goes_with_it() -> None:
    assert kept(
        entry("PySide6/Qt/plugins/platforms/libqxcb.so"),
        entry("PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so"),
        entry("PySide6/Qt/plugins/platformthemes/libqgtk3.so"),
        entry("PySide6/Qt/lib/libQt6Quick.so.6"),
    ) == {"PySide6/Qt/plugins/platforms/libqxcb.so"}


def test_of_the_building_system_only_what_is_named_comes_along() -> None:
    assert kept(
        entry("PySide6/Qt/plugins/platforms/libqxcb.so"),
        entry("libxcb-cursor.so.0", SYSTEM),
        entry("libX11.so.6", SYSTEM),
    ) == {"PySide6/Qt/plugins/platforms/libqxcb.so", "libxcb-cursor.so.0"}


def test_a_link_never_travels() -> None:
    assert kept(entry("PySide6/QtWidgets.so", kind="EXTENSION"), entry("libQt6Widgets.so.6", kind="SYMLINK")) == {
        "PySide6/QtWidgets.so"
    }


def test_of_the_other_files_those_that_are_read_travel() -> None:
    given = [
        entry(place, kind="DATA")
        for place in (
            "resources/i18n/justice_desk_es.qm",
            "resources/i18n/es/root.ts",
            "PySide6/Qt/translations/qtbase_es.qm",
            "PySide6/Qt/translations/qtbase_de.qm",
            "keyring-25.7.0.dist-info/entry_points.txt",
            "keyring-25.7.0.dist-info/RECORD",
        )
    ]
    assert [place for place, _, _ in files(given)] == [
        "PySide6/Qt/translations/qtbase_es.qm",
        "keyring-25.7.0.dist-info/entry_points.txt",
        "resources/i18n/justice_desk_es.qm",
    ]


def test_windows_names_are_understood() -> None:
    wanted, dropped = r"PySide6\plugins\platforms\qwindows.dll", r"PySide6\plugins\tls\qopensslbackend.dll"
    assert {place for place, _, _ in libraries([(wanted, wanted, "BINARY"), (dropped, dropped, "BINARY")], bool)} == {
        wanted
    }
