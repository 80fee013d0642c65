"""A line to a server that breaks after as many bytes as it is told, wherever that is; no test lives here."""

from __future__ import annotations

import socket
import struct
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from threading import Lock, Thread
from urllib.parse import urlsplit

_AT_ONCE = 64 * 1024
_RESET = struct.pack("ii", 1, 0)


class CutLine:
    """Stands in front of a server. Each connection carries as many bytes to it as comes next, and is then cut.

    One that ends by itself before leaves its bytes to the next. When nothing comes next, lines hold. With `gently` the
    server has seen the end before the client does.
    """

    def __init__(self, address: str, cuts: Iterable[int], *, gently: bool) -> None:
        parts = urlsplit(address)
        self._behind = (parts.hostname or "", parts.port or 80)
        self._cuts, self._lock = deque(cuts), Lock()
        self._gently = gently
        self._door = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._door.getsockname()[1]}"
        self.cut = 0

    def take_in(self) -> None:
        """Take connections until the door is closed."""
        with suppress(OSError):
            while True:
                near, _ = self._door.accept()
                Thread(target=self._carry, args=(near,), daemon=True).start()

    def close(self) -> None:
        self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()

    def _carry(self, near: socket.socket) -> None:
        with self._lock:
            most = self._cuts.popleft() if self._cuts else None
        with near, socket.create_connection(self._behind) as far, suppress(OSError):
            back = Thread(target=_pump, args=(far, near), daemon=True)
            back.start()
            if _pump(near, far, most):
                with self._lock:
                    self.cut += 1
                    reset = self.cut % 2 and not self._gently
                if self._gently:
                    far.shutdown(socket.SHUT_WR)
                    back.join()
                if reset:
                    far.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
                near.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
            else:
                if most is not None:
                    with self._lock:
                        self._cuts.appendleft(most)
                far.shutdown(socket.SHUT_WR)
                back.join()


def _pump(source: socket.socket, target: socket.socket, most: int | None = None) -> bool:
    """Carry bytes over until one side ends; whether `most` were carried, and not one more."""
    carried = 0
    with suppress(OSError):
        while most is None or carried < most:
            piece = source.recv(_AT_ONCE if most is None else min(_AT_ONCE, most - carried))
            if not piece:
                return False
            target.sendall(piece)
            carried += len(piece)
        return True
    return False


@contextmanager
def cut_line(address: str, cuts: Iterable[int], *, gently: bool = False) -> Iterator[CutLine]:
    """The line, for as long as the block lasts."""
    line = CutLine(address, cuts, gently=gently)
    taking = Thread(target=line.take_in, daemon=True)
    taking.start()
    try:
        yield line
    finally:
        line.close()
        taking.join()
