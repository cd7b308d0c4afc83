import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from justice_desk.foundations.files import CannotWrite, DiskFull, flush_folder, name_of, translated, write_whole


def failing(code: int) -> Callable[..., object]:
    def fail(*_arguments: object, **_named: object) -> object:
        raise OSError(code, os.strerror(code))

    return fail


def test_a_file_is_written_whole_and_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "header.json"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("step", ["fsync", "open", "fdopen"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    step: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "header.json"
    write_whole(path, b"old")
    monkeypatch.setattr(os, step, failing(code))
    with pytest.raises(DiskFull) as caught:
        write_whole(path, b"new")
    monkeypatch.undo()
    assert caught.value.folder == tmp_path
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite) as caught:
        write_whole(tmp_path / "missing" / "header.json", b"new")
    assert caught.value.reason == "ENOENT"


def test_a_file_cannot_take_the_place_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(CannotWrite):
        write_whole(tmp_path / "folder", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOTSUP, errno.ENOSYS])
def test_a_file_system_that_knows_no_flushing_of_folders_is_taken_as_it_is(
    code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", failing(code))
    flush_folder(tmp_path)


def test_a_folder_that_fails_to_flush_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", failing(errno.EIO))
    with pytest.raises(OSError, match=r"."):
        flush_folder(tmp_path)


def test_folders_are_not_flushed_where_the_system_cannot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "name", "nt")
    flush_folder(tmp_path / "not even there")


def test_faults_are_named_as_the_system_names_them() -> None:
    assert name_of(OSError(errno.EACCES, "")) == "EACCES"
    assert name_of(OSError()) == "?"
    told = translated(PermissionError(errno.EACCES, ""), Path("sheet.pdf"))
    assert isinstance(told, CannotWrite)
    assert told.reason == "EACCES"
