"""A client's data file from desk to hub to desk, each a process of its own: `python -m tests.hub.five_gigabytes [GB]`.

Run by hand: it needs four times the file's size on the disk of the temporary folder. Prints how long each way took, the
largest memory of the three processes, and whether what came out is what went in.
"""

from __future__ import annotations

import hashlib
import json
import resource
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from random import Random
from uuid import UUID

from supportdesk.services.entitlements import data_files, file_station
from supportdesk.services.registers import people
from supportdesk.services.registers.people import NewOrganisation
from supportdesk.sync.downloading import fetch_data_file
from supportdesk.sync.uploading import Uploader
from tests.hub.hub_process import environment, said, serving
from tests.services.desk_world import made
from tests.sync.test_uploading_served import Joined

MIB = 1 << 20


def generated(path: Path, size: int) -> str:
    """Write a file of this size that does not pack; gives its checksum."""
    chance, digest = Random(5), hashlib.sha256()
    block = bytearray(chance.randbytes(MIB))
    with path.open("wb") as file:
        for number in range(size // MIB):
            block[:8] = number.to_bytes(8, "big")
            digest.update(block)
            file.write(block)
    return digest.hexdigest()


def peak() -> float:
    """The largest memory of this process so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def peak_of(pid: int) -> float:
    """The same of another."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    raise ValueError(pid)


def deposit(folder: Path, address: str, original: Path) -> dict[str, object]:
    """One desk: seals the file, deposits it and sends it."""
    with ExitStack() as ends:
        one = Joined(folder, address, "one", ends)
        before, began = peak(), time.monotonic()
        client = made(people.add_organisation(one.desk, NewOrganisation("Hartwell", "synergy")).created)
        kept = folder / "one-files"
        new = data_files.keep(one.blobs, kept, data_files.choose(original), lambda _done, _size: None)
        sealed = time.monotonic()
        done = file_station.deposit(one.desk, client, new, copied_at=one.desk.now())
        one.engine.round()
        sender = Uploader(one.desk, one.blobs, one.files, time.monotonic)
        assert sender.round(), sender.progress
        sent = time.monotonic()
        one.engine.round()
        sender.round()
        return {
            "client": str(client),
            "file": str(done.created),
            "sealing_s": round(sealed - began, 1),
            "sending_s": round(sent - sealed, 1),
            "peak_mib": round(peak(), 1),
            "grown_mib": round(peak() - before, 1),
            "left_on_desk": one.blobs.has(new.sha256),
        }


def fetch(folder: Path, address: str, client: UUID, file: UUID, place: Path) -> dict[str, object]:
    """Another desk: logs a copy and takes it."""
    with ExitStack() as ends:
        other = Joined(folder, address, "other", ends)
        before, began = peak(), time.monotonic()
        file_station.take_copy(other.desk, client, file, "The totals differ.")
        other.engine.round()
        fetch_data_file(other.desk, other.files, file, place, lambda _done, _size: None, time.sleep)
        took = round(time.monotonic() - began, 1)
        return {
            "fetching_s": took,
            "peak_mib": round(peak(), 1),
            "grown_mib": round(peak() - before, 1),
        }


def as_process(*words: object) -> dict[str, object]:
    """Run a part in a process of its own; what it told."""
    command = [sys.executable, "-m", "tests.hub.five_gigabytes", *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return found


def main(gigabytes: float) -> dict[str, object]:
    """All of it; gives the figures."""
    size = int(gigabytes * 1024) * MIB
    with tempfile.TemporaryDirectory() as made_here:
        folder = Path(made_here)
        sha256 = generated(folder / "books.data", size)
        env = environment(str(folder / "hub.db"), files=str(folder / "files"), log_level="warning")
        done = said(env, "init", "--name", "Amina", "--login", "amina@example.org", "--policy", "synergy")
        assert done.returncode == 0, done.stderr
        with serving(env) as hub:
            before = peak_of(hub.process.pid)
            one = as_process("deposit", folder, hub.address, folder / "books.data")
            (folder / "books.data").unlink()
            place = folder / "copy.data"
            other = as_process("fetch", folder, hub.address, one["client"], one["file"], place)
            with place.open("rb") as copy:
                same = hashlib.file_digest(copy, "sha256").hexdigest() == sha256
            after = peak_of(hub.process.pid)
        return {
            "bytes": size,
            "same": same,
            "depositing": one,
            "fetching": other,
            "hub": {"peak_mib": round(after, 1), "grown_mib": round(after - before, 1)},
        }


if __name__ == "__main__":
    part, *rest = sys.argv[1:] or ["5"]
    if part == "deposit":
        told = deposit(Path(rest[0]), rest[1], Path(rest[2]))
    elif part == "fetch":
        told = fetch(Path(rest[0]), rest[1], UUID(rest[2]), UUID(rest[3]), Path(rest[4]))
    else:
        told = main(float(part))
    sys.stdout.write(f"{json.dumps(told)}\n")
