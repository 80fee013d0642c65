"""How fast a large file gets from a desk to its hub, beside a plain HTTP PUT of the same bytes; run by hand.

    python -m tests.benchmarks.bench_files [steps folder bucket] [--mib N] [--rounds N]

The desk keeps its file sealed and sends it as it does at work: looked through, piece by piece with a checksum each, at
the hub written, added up and made to last. The yardstick is what uvicorn takes in at best: a PUT of the plain file,
written as it comes and made to last once. The hub runs on a file and on PostgreSQL, keeps files in a folder and in a
bucket; what a bucket takes is told beside a plain PUT to the same store. Rounds go in turn, and the best counts.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import requests

from supportdesk.app import hub_line
from supportdesk.config.hub_settings import HubSettings
from supportdesk.hub.kept_bytes import bucket_of
from supportdesk.services.cases import attachments
from supportdesk.store.blobs import Blobs
from supportdesk.sync.file_link import HttpFileLink
from supportdesk.sync.http_link import Tickets
from supportdesk.sync.uploading import PIECE, Uploader
from tests.benchmarks.hub_figures import heading, spent, tell, times
from tests.benchmarks.hub_stage import KINDS, Hub, Kind, Seat, Stage, stage, told
from tests.benchmarks.hub_world import LOGINS
from tests.hub.s3_store import BUCKET, KEY_ID, SECRET, Store, kept_in, running_store

MIB = 1 << 20
CASES = 100
PARTS = ("steps", "folder", "bucket")
_PLAIN = """
import os, socket, sys, uvicorn

async def app(scope, receive, send):
    with open(sys.argv[1], "wb", buffering=0) as file:
        more = True
        while more:
            message = await receive()
            file.write(message.get("body", b""))
            more = message.get("more_body", False)
        os.fsync(file.fileno())
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body"})

door = socket.create_server(("127.0.0.1", 0))
print(door.getsockname()[1], flush=True)
uvicorn.Server(uvicorn.Config(app, lifespan="off", log_level="critical")).run([door])
"""


@dataclass
class Sizes:
    """How much is sent, and how often."""

    bytes: int
    rounds: int


@dataclass
class Took:
    """The seconds of the rounds, by what was done."""

    seconds: dict[str, list[float]] = field(default_factory=dict)

    def note(self, what: str, seconds: float) -> None:
        """One more round."""
        self.seconds.setdefault(what, []).append(seconds)

    def best(self, what: str) -> float:
        """The shortest."""
        return min(self.seconds[what])


class TimedFiles(HttpFileLink):
    """A link that adds up how long its requests took."""

    spent_here = 0.0

    def send(self, address: str, offset: int, piece: bytes, sha256: bytes) -> int:
        begun = time.perf_counter()
        try:
            return super().send(address, offset, piece, sha256)
        finally:
            self.spent_here += time.perf_counter() - begun


@contextmanager
def plain_uvicorn(folder: Path) -> Iterator[str]:
    """The address of a uvicorn that writes what is put to it into one file."""
    command = [sys.executable, "-c", _PLAIN, str(folder / "plain")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}/plain"
        process.terminate()


def put(address: str, file: Path) -> float:
    """How long a plain PUT of a file takes."""
    with file.open("rb") as source:
        return spent(lambda: requests.put(address, data=source, timeout=600).raise_for_status())


def uploaded(hub: Hub, seat: Seat, file: Path, took: Took) -> None:
    """Attach a file at a desk and send it to the hub."""
    blobs = Blobs(seat.opened.profile.blobs, seat.opened.store.files_key)
    with file.open("rb") as source:
        took.note("kept", spent(lambda: seat_keeps(seat, hub, blobs, source, file.name)))
    seat.engine.round()
    os.sync()
    tickets = Tickets(hub.address, hub_line.keeper_of(seat.opened))
    with closing(TimedFiles(hub.address, tickets)) as link:
        uploader = Uploader(seat.desk, blobs, link, time.perf_counter)
        took.note("sent", spent(lambda: _sent(uploader)))
        took.note("requests", link.spent_here)


def seat_keeps(seat: Seat, hub: Hub, blobs: Blobs, source: object, name: str) -> None:
    """Seal a file on the desk's disk and attach it to a case."""
    kept = attachments.keep(blobs, source, name, at_most=1 << 40)  # type: ignore[arg-type]  # an open file
    attachments.attach_files(seat.desk, hub.filled.open[0], [kept])


def _sent(uploader: Uploader) -> None:
    if not uploader.round() or uploader.progress.troubles:
        raise SystemExit(f"the file was not sent: {dict(uploader.progress.troubles)}")


def made_file(folder: Path, sizes: Sizes, number: int) -> Path:
    """A file that nobody has sent yet."""
    path = folder / f"file-{number}"
    with path.open("wb") as file:
        for _ in range(sizes.bytes // MIB):
            file.write(os.urandom(MIB))
    return path


def measure(stand: Stage, kind: Kind, sizes: Sizes, plain: str, store: Store | None) -> None:
    """One hub: on a database, with its files in a folder or in a bucket."""
    heading(f"{sizes.bytes // MIB} MiB to a hub on {told(kind)}, {'in a bucket' if store else 'in a folder'}")
    workers = 2 if kind == "PostgreSQL" else 1
    (folder := stand.folder / f"files-{kind}-{bool(store)}").mkdir()
    more = {"files": str(folder)}
    if store is not None:
        keys = {"s3_bucket": BUCKET, "s3_key_id": KEY_ID, "s3_secret": SECRET}
        more |= {"s3_endpoint": store.address, **keys}
    took = Took()
    with stand.hub(kind, CASES, workers=workers, **more) as hub, stand.seat(hub, LOGINS[0]) as seat:
        seat.engine.round()
        for number in range(sizes.rounds):
            file = made_file(stand.folder, sizes, number)
            os.sync()  # neither pays for what the other has left to write
            took.note("plain", put(plain, file))
            os.sync()
            uploaded(hub, seat, file, took)
            file.unlink()
    _tell(took, sizes, "a plain PUT to uvicorn", "plain")


def measure_bucket(stand: Stage, sizes: Sizes, store: Store) -> None:
    """A file put into a bucket by the hub, and plainly."""
    heading(f"{sizes.bytes // MIB} MiB into a bucket")
    kept = bucket_of(kept_in(HubSettings(), store.address, s3_seconds=600))
    assert kept is not None
    took = Took()
    for number in range(sizes.rounds):
        file = made_file(stand.folder, sizes, number)
        with file.open("rb") as source:
            sha256 = hashlib.file_digest(source, "sha256").hexdigest()
        took.note("plain", put(f"{store.address}/{BUCKET}/plain-{number}", file))
        took.note("sent", spent(lambda: kept.take(file, sha256)))  # noqa: B023 - called at once
        kept.remove([sha256])
        file.unlink()
    _tell(took, sizes, "a plain PUT to the same store", "plain")


def measure_steps(stand: Stage, sizes: Sizes) -> None:
    """What the steps cost by themselves, without a line."""
    heading(f"the steps, each of {sizes.bytes // MIB} MiB by itself")
    file = made_file(stand.folder, sizes, 0)
    blobs = Blobs(stand.folder / "sealed", os.urandom(32))
    with file.open("rb") as source:
        begun = time.perf_counter()
        blob = blobs.put(source)
        tell("seal and keep (once, when it is attached)", f"{time.perf_counter() - begun:.2f} s")

    def unsealed() -> None:
        with blobs.open(blob.sha256) as sealed:
            while sealed.read(PIECE):
                pass

    def written() -> None:
        with file.open("rb") as source, (stand.folder / "copy").open("wb", buffering=0) as copy:
            while piece := source.read(MIB):
                copy.write(piece)
            os.fsync(copy.fileno())

    def added_up() -> None:
        with file.open("rb") as source:
            hashlib.file_digest(source, "sha256")

    tell("desk: read and open what is sealed", f"{spent(unsealed):.2f} s")
    tell(
        "desk: the same with a checksum, before the first piece",
        f"{spent(lambda: blobs.verify(blob.sha256)):.2f} s",
    )
    tell("desk, hub, hub: one checksum of everything", f"{spent(added_up):.2f} s")
    tell("hub: write and make it last", f"{spent(written):.2f} s")
    file.unlink()


def _tell(took: Took, sizes: Sizes, of: str, yardstick: str) -> None:
    plain, sent = took.best(yardstick), took.best("sent")
    tell(of, f"{plain:.2f} s {sizes.bytes / MIB / plain:,.0f} MiB/s")
    tell("as it is done here", f"{sent:.2f} s {sizes.bytes / MIB / sent:,.0f} MiB/s", times(sent / plain, of))
    if "requests" in took.seconds:
        line = took.best("requests")
        tell("of that in requests", f"{line:.2f} s", times(line / plain, of))


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", nargs="*", choices=[*PARTS, []], metavar="what", help=", ".join(PARTS))
    parser.add_argument("--mib", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    sizes = Sizes(asked.mib * MIB, asked.rounds)
    # Nothing here may touch the keyring of the person who runs it.
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    with stage() as stand, ExitStack() as ends:
        parts = asked.what or PARTS
        plain = ends.enter_context(plain_uvicorn(stand.folder))
        if "steps" in parts:
            measure_steps(stand, sizes)
        if "folder" in parts:
            for kind in KINDS:
                measure(stand, kind, sizes, plain, None)
        if "bucket" in parts:
            store = ends.enter_context(running_store())
            store.make_bucket()
            measure_bucket(stand, sizes, store)
            measure(stand, "file", sizes, plain, store)
    return 0


if __name__ == "__main__":
    sys.exit(main())
