"""A printer for a test: a CUPS of its own that hears nobody else, with one queue whose sheets arrive in a file."""

import contextlib
import os
import re
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

NAME = "Impresora-ficticia"
PPD = Path(__file__).with_name("printer.ppd")
PATIENCE = 30.0
POINT = 25.4 / 72
"""Millimetres."""
CUPSD = """
Listen {root}/cups.sock
Browsing No
WebInterface No
DefaultAuthType None
PageLogFormat %j %P %C %{{job-name}}
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
FILES = """
ServerRoot {root}/etc
StateDir {root}/state
RequestRoot {root}/spool
CacheDir {root}/cache
TempDir {root}/tmp
AccessLog {root}/access.log
ErrorLog {root}/error.log
PageLog {root}/page.log
FileDevice Yes
"""
FOLDERS = ("etc", "state", "spool", "cache", "tmp")


@dataclass(frozen=True)
class Sheets:
    """What came out last: how many sheets, their size (width and height in millimetres), and their text."""

    pages: int
    size: tuple[int, int]
    text: str


class Printer:
    """The queue. Whoever has its `environment` prints to it, and to no other."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.environment = {"CUPS_SERVER": str(root / "cups.sock")}
        self._environment = {**os.environ, **self.environment, "PATH": f"{os.environ['PATH']}:/usr/sbin:/sbin"}
        # Where root starts CUPS, its filters run as somebody else, who must reach what they print.
        root.chmod(0o755)
        for name in FOLDERS:
            (root / name).mkdir()
        settings = (root / "etc/cupsd.conf", root / "etc/cups-files.conf")
        for path, text in zip(settings, (CUPSD, FILES), strict=True):
            path.write_text(text.format(root=root))
        with (root / "cupsd.log").open("wb") as log:
            words = ["cupsd", "-f", "-c", str(settings[0]), "-s", str(settings[1])]
            self._cupsd = subprocess.Popen(words, env=self._environment, stdout=log, stderr=log, cwd=root)

    def open(self) -> None:
        """Wait until CUPS answers, and set the queue up."""
        self._wait_until(lambda: self._ask("lpstat", "-r").stdout.endswith("is running\n"))
        self.tell("lpadmin", "-p", NAME, "-E", "-v", f"file:{self._root}/out.pdf", "-P", str(PPD))

    def tell(self, *words: str) -> None:
        """Do something with the queue by one of CUPS' own commands."""
        ended = self._ask(*words)
        assert ended.returncode == 0, f"{words}: {ended.stderr}"

    def jobs(self, which: str) -> tuple[str, ...]:
        """Return the jobs of the queue that are "completed", or "not-completed"."""
        return tuple(line.split()[0] for line in self._ask("lpstat", "-W", which, "-o", NAME).stdout.splitlines())

    def wait_for_jobs(self, which: str, count: int) -> None:
        """Wait until so many jobs are "completed", or "not-completed"."""
        self._wait_until(lambda: len(self.jobs(which)) == count)

    def log(self) -> tuple[str, ...]:
        """Return what CUPS wrote of each job that came out: its number, "total", its sheets, its title."""
        log = self._root / "page.log"
        return tuple(log.read_text().splitlines()) if log.exists() else ()

    def sheets(self) -> Sheets:
        """Return what came out last."""
        said = self._ask("pdfinfo", f"{self._root}/out.pdf").stdout
        pages, size = re.search(r"Pages: +(\d+)", said), re.search(r"Page size: +([\d.]+) x ([\d.]+)", said)
        assert pages, said
        assert size, said
        width, height = (round(float(side) * POINT) for side in size.groups())
        return Sheets(int(pages[1]), (width, height), self._ask("pdftotext", f"{self._root}/out.pdf", "-").stdout)

    def close(self) -> None:
        """End CUPS."""
        self._cupsd.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._cupsd.wait(10)
        self._cupsd.kill()
        self._cupsd.wait()

    def _ask(self, *words: str) -> "subprocess.CompletedProcess[str]":
        environment = {**self._environment, "LC_ALL": "C.UTF-8"}
        return subprocess.run(words, env=environment, capture_output=True, text=True, check=False, timeout=PATIENCE)

    def _wait_until(self, met: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE
        while not met():
            if time.monotonic() > deadline:
                raise AssertionError((self._root / "error.log").read_text(errors="replace"))
            time.sleep(0.1)


@contextlib.contextmanager
def printer_at_hand() -> Iterator[Printer]:
    """Start a printer, and end it afterwards. Its folder has a short path: a socket's may have a hundred letters."""
    with tempfile.TemporaryDirectory(prefix="printer-") as folder:
        printer = Printer(Path(folder))
        try:
            printer.open()
            yield printer
        finally:
            printer.close()
