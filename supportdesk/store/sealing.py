"""Files encrypted piece by piece, their format and their keys; where they lie and under what names is in `blobs`.

A sealed file is read and written with flat memory, however large. It has, one after the other:

    8 bytes   what it is, and the version of this format
    24 bytes  the beginning of the stream, drawn anew for each file
    48 bytes  the SHA-256 of the content, encrypted
    the rest  the content in pieces of 64 KiB, each encrypted and proved (XChaCha20-Poly1305, libsodium's secretstream)

The stream's order is part of the proof and its last piece is marked as such: a byte altered, a piece left out, put
elsewhere or cut off is noticed, also a whole file in another's place. What a sealed file still tells is its size.

The keys are made from the key of the desk's database, which nothing in this program ever changes: a profile keeps its
key, or its passphrase, for as long as it lives. So there is no second secret to lose, and a database put back from a
copy finds all its files. Whoever lets that key be changed has to seal the files anew, or to keep their key in the
database.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO

from supportdesk.domain.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterator

# The library is loaded when the first file is read or written: the first window must not wait for it.
# ruff: noqa: PLC0415

PIECE = 1 << 16
_MAGIC = b"SDSEAL\x00\x01"
_BEGINNING, _CHECKSUM, _PROOF = 24, 32, 16
_TAG = 1
HEADER = len(_MAGIC) + _BEGINNING + _CHECKSUM + _PROOF
SEALED_PIECE = PIECE + _TAG + _PROOF


class Unsealable(KnownError):
    """A sealed file that was altered or cut short, or that another desk sealed."""


@dataclass(frozen=True, slots=True)
class Written:
    """What went into a file: its SHA-256 in lower-case hexadecimal, and how many bytes there were."""

    sha256: str
    size: int


def files_key(database_key: bytes) -> bytes:
    """The key of a profile's files, which tells nothing of the database's key that it is made from."""
    return _derived(database_key, b"desk files")


@dataclass(frozen=True, slots=True)
class Seal:
    """What seals and opens the files of one profile, made from its `files_key`."""

    key: bytes = field(repr=False)

    def name(self, sha256: str) -> str:
        """The name of the file with this content: whoever knows the content can't tell from it that it is here."""
        return hashlib.blake2b(bytes.fromhex(sha256), key=self.part(b"names"), digest_size=32).hexdigest()

    def write(self, pieces: Iterator[bytes], target: BinaryIO) -> Written:
        """Seal a content, each piece but the last PIECE bytes long, into an empty file that can be written anywhere."""
        from nacl import bindings

        state = bindings.crypto_secretstream_xchacha20poly1305_state()
        beginning = bindings.crypto_secretstream_xchacha20poly1305_init_push(state, self.part(b"content"))
        digest, size = hashlib.sha256(), 0
        target.write(bytes(HEADER))
        held = next(pieces, b"")
        for following in pieces:
            digest.update(held)
            size += len(held)
            target.write(bindings.crypto_secretstream_xchacha20poly1305_push(state, held))
            held = following
        digest.update(held)
        # Only now is the checksum known; bound to the last piece, it binds the pieces to this header.
        header = self._header(beginning, digest.digest())
        last = bindings.crypto_secretstream_xchacha20poly1305_TAG_FINAL
        target.write(bindings.crypto_secretstream_xchacha20poly1305_push(state, held, header, last))
        target.seek(0)
        target.write(header)
        return Written(digest.hexdigest(), size + len(held))

    def checksum(self, file: BinaryIO) -> str:
        """The SHA-256 of what is sealed in a file, by its header alone. Unsealable."""
        from nacl import bindings
        from nacl.exceptions import CryptoError

        header = file.read(HEADER)
        beginning, sealed = header[len(_MAGIC) : -_CHECKSUM - _PROOF], header[-_CHECKSUM - _PROOF :]
        if len(header) != HEADER or not header.startswith(_MAGIC):
            raise _unsealable()
        try:
            return bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(
                sealed, _MAGIC, beginning, self.part(b"checksum")
            ).hex()
        except CryptoError as error:
            raise _unsealable() from error

    def open(self, file: BinaryIO, sha256: str) -> io.BufferedReader:
        """The content with this checksum as a file, to be read from any place on: what lies before is read over.

        It closes the sealed file with itself. Unsealable at once if that holds another content, or where the reading
        comes to what is not as it was.
        """
        return io.BufferedReader(_Opened(self, file, sha256), PIECE)

    def part(self, use: bytes) -> bytes:
        """The key for one of the uses."""
        return _derived(self.key, use)

    def _header(self, beginning: bytes, checksum: bytes) -> bytes:
        from nacl import bindings

        # The stream's beginning is drawn anew each time and this key has no other use, so it may serve as the nonce.
        sealed = bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(
            checksum, _MAGIC, beginning, self.part(b"checksum")
        )
        return _MAGIC + beginning + sealed


class _Opened(io.RawIOBase):
    """A sealed file as its content. It reads one piece at a time and holds no more."""

    def __init__(self, seal: Seal, file: BinaryIO, sha256: str) -> None:
        super().__init__()
        self._seal, self._file, self._sha256 = seal, file, sha256
        self._size = _content_size(file.seek(0, io.SEEK_END))
        self._end = file.tell()
        self._wanted = 0
        self._rewind()

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._wanted

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        self._go_on()
        taken = min(len(buffer), len(self._piece))
        buffer[:taken] = self._piece[:taken]
        self._take(taken)
        self._wanted += taken
        return taken

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        from_where = {io.SEEK_SET: 0, io.SEEK_CUR: self._wanted, io.SEEK_END: self._size}[whence]
        # Nothing is read before somebody reads there: many seek to the end to learn how long a file is.
        self._wanted = max(0, from_where + offset)
        return self._wanted

    def close(self) -> None:
        if not self.closed:
            self._file.close()
        super().close()

    def _rewind(self) -> None:
        from nacl import bindings

        self._file.seek(0)
        if self._seal.checksum(self._file) != self._sha256:
            raise _unsealable()
        self._file.seek(0)
        self._header = self._file.read(HEADER)
        self._state = bindings.crypto_secretstream_xchacha20poly1305_state()
        beginning = self._header[len(_MAGIC) :][:_BEGINNING]
        bindings.crypto_secretstream_xchacha20poly1305_init_pull(
            self._state, beginning, self._seal.part(b"content")
        )
        self._piece, self._place, self._ended = memoryview(b""), 0, False

    def _go_on(self) -> None:
        """Have a piece that begins at the wanted place; an empty one where that is the end or lies behind it."""
        if self._wanted < self._place:
            self._rewind()
        while True:
            self._take(min(self._wanted - self._place, len(self._piece)))
            if self._piece or self._ended:
                return
            self._piece = self._next_piece()

    def _take(self, count: int) -> None:
        self._piece = self._piece[count:]
        self._place += count

    def _next_piece(self) -> memoryview:
        from nacl import bindings
        from nacl.exceptions import CryptoError

        sealed = self._file.read(SEALED_PIECE)
        self._ended = self._file.tell() == self._end
        bound = self._header if self._ended else None
        try:
            piece, tag = bindings.crypto_secretstream_xchacha20poly1305_pull(self._state, sealed, bound)
        except CryptoError as error:
            raise _unsealable() from error
        if self._ended != (tag == bindings.crypto_secretstream_xchacha20poly1305_TAG_FINAL):
            raise _unsealable()
        return memoryview(piece)


def _content_size(sealed: int) -> int:
    """How long the content of a sealed file of this size is."""
    pieces = -(-max(0, sealed - HEADER) // SEALED_PIECE)
    return max(0, sealed - HEADER - pieces * (_TAG + _PROOF))


def _derived(key: bytes, use: bytes) -> bytes:
    return hashlib.blake2b(key=key, person=use, digest_size=32).digest()


def _unsealable() -> Unsealable:
    return Unsealable(
        "The file's bytes are not what was kept.",
        "They were altered or cut short on this disk, or another desk sealed them. They are not used.",
        "Ask for the file again, or restore the profile's folder from a backup.",
    )
