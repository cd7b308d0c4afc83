import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from justice_desk.foundations.files import CannotWrite
from justice_desk.vault import places
from justice_desk.vault.errors import StoreInUse, UnsafePlace
from justice_desk.vault.places import LOCK, MARKS, StoreLock, file_system, refuse_unsafe, synchronised_name

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/ana/USB\\040disk vfat rw 0 0
//server/share /mnt/a\\134b cifs rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
broken line
"""


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    path = tmp_path / "mounts"
    path.write_text(MOUNTS)
    return path


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/desk", "ext4"),
        ("/home/ana/desk", "nfs4"),
        ("/home/ana/USB disk/desk", "vfat"),
        ("/home/ana/USB disks/desk", "nfs4"),
        ("/mnt/a\\b/desk", "cifs"),
        ("/run/user/1000/gvfs/share/desk", "fuse.gvfsd-fuse"),
    ],
)
def test_the_innermost_mount_holds_a_folder(folder: str, kind: str, mounts: Path) -> None:
    assert file_system(Path(folder), mounts) == kind


def test_a_system_that_does_not_tell_is_believed(tmp_path: Path) -> None:
    assert file_system(tmp_path, tmp_path / "missing") == ""
    refuse_unsafe(tmp_path, tmp_path / "missing")


@pytest.mark.parametrize("folder", ["/home/ana/desk", "/mnt/a\\b/desk", "/run/user/1000/gvfs/desk"])
def test_a_folder_that_a_network_serves_is_refused(folder: str, mounts: Path) -> None:
    with pytest.raises(UnsafePlace) as caught:
        refuse_unsafe(Path(folder), mounts)
    assert caught.value.kind == "network"


def test_a_folder_on_a_disk_of_this_machine_is_taken(tmp_path: Path, mounts: Path) -> None:
    refuse_unsafe(Path("/var/desk"), mounts)
    refuse_unsafe(tmp_path / "store")


@pytest.mark.parametrize(
    "name",
    [
        "Dropbox",
        "dropbox (Personal)",
        "OneDrive",
        "OneDrive - Comunidad",
        "Google Drive",
        "Nextcloud",
        "Mi unidad",
        "iCloudDrive",
    ],
)
def test_a_folder_that_is_copied_elsewhere_is_refused(name: str, tmp_path: Path) -> None:
    assert synchronised_name(name)
    with pytest.raises(UnsafePlace) as caught:
        refuse_unsafe(tmp_path / name / "desk")
    assert caught.value.kind == "synchronised"


@pytest.mark.parametrize("name", ["Documents", "my dropbox notes", "drive", "Onedrives", "-", "("])
def test_a_folder_with_a_likely_name_is_not(name: str, tmp_path: Path) -> None:
    assert not synchronised_name(name)
    refuse_unsafe(tmp_path / name / "desk")


@pytest.mark.parametrize("mark", MARKS)
def test_the_mark_of_a_synchronising_program_above_is_enough(mark: str, tmp_path: Path) -> None:
    (tmp_path / mark).mkdir()
    with pytest.raises(UnsafePlace):
        refuse_unsafe(tmp_path / "deep" / "desk")


def test_a_link_does_not_hide_where_a_folder_lies(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "plain").symlink_to(tmp_path / "Dropbox")
    with pytest.raises(UnsafePlace):
        refuse_unsafe(tmp_path / "plain" / "desk")


def test_a_folder_that_may_not_be_looked_into_has_no_mark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_path: Path) -> bool:
        raise PermissionError

    monkeypatch.setattr(Path, "exists", refused)
    refuse_unsafe(tmp_path / "desk")


def test_one_program_at_a_time_holds_a_store(tmp_path: Path) -> None:
    first = StoreLock(tmp_path)
    with pytest.raises(StoreInUse):
        StoreLock(tmp_path)
    first.release()
    first.release()
    StoreLock(tmp_path).release()


def test_another_program_is_kept_out_and_let_in_when_this_one_dies(tmp_path: Path) -> None:
    source = (
        "import sys; from pathlib import Path; from justice_desk.vault.places import StoreLock;"
        f"lock = StoreLock(Path({str(tmp_path)!r})); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", source], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(StoreInUse):
            StoreLock(tmp_path)
        other.kill()
    StoreLock(tmp_path).release()


def test_a_missing_folder_is_not_a_store_in_use(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        StoreLock(tmp_path / "missing")


def refusing(fault: OSError) -> Callable[[object], None]:
    def refuse(_file: object) -> None:
        raise fault

    return refuse


def test_a_file_system_without_locks_is_not_a_store_in_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_take", refusing(OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))))
    with pytest.raises(CannotWrite) as caught:
        StoreLock(tmp_path)
    assert caught.value.path == tmp_path / LOCK
    assert caught.value.reason == "ENOLCK"
