"""The key made from a passphrase, for systems without a keyring; beside the file lies only the salt, never a key."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import unicodedata
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from supportdesk.domain.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_KEY_BYTES = 32
_SALT_BYTES = 16
_BLOCK = 8
_DEFAULT_COST = 1 << 17  # 128 MiB and about half a second: dear for whoever tries many
_LEAST_COST, _MOST_COST = 1 << 4, 1 << 20
_CHECKED = b"Support Desk passphrase"


class WrongPassphrase(KnownError):
    """The passphrase is not the one the profile was locked with."""


@dataclass(frozen=True, slots=True)
class _Lock:
    """What is written: how the key is made, and a value that tells a wrong passphrase without trying the file."""

    salt: str
    check: str
    cost: int
    version: int = 1


def lock(
    path: Path,
    passphrase: str,
    *,
    random_bytes: Callable[[int], bytes] = secrets.token_bytes,
    cost: int = _DEFAULT_COST,
) -> bytes:
    """Make the key of a new profile from a passphrase and write what `unlock` needs to `path`.

    KnownError for an empty passphrase. A lock that is there already is never written over (FileExistsError).
    """
    if not passphrase.strip():
        raise KnownError("The passphrase is empty.", "It would lock nothing.", "Choose one of several words.")
    salt = random_bytes(_SALT_BYTES)
    key, check = _derive(passphrase, salt, cost)
    content = json.dumps(asdict(_Lock(salt.hex(), check.hex(), cost)))
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return key


def unlock(path: Path, passphrase: str) -> bytes:
    """The key of a profile. WrongPassphrase; KnownError if what was written at `path` is missing or damaged."""
    kept = _read(path)
    key, check = _derive(passphrase, bytes.fromhex(kept.salt), kept.cost)
    if not hmac.compare_digest(check, bytes.fromhex(kept.check)):
        raise WrongPassphrase(
            "The passphrase does not open this profile.",
            "Nothing was changed.",
            "Type it again; capitals and spaces count.",
        )
    return key


def _read(path: Path) -> _Lock:
    try:
        kept = _sound(_Lock(**json.loads(path.read_text(encoding="utf-8"))))
    except (OSError, ValueError, TypeError) as error:
        raise KnownError(
            f"The file {path.name}, which belongs to the passphrase, is missing or damaged.",
            "Without it the passphrase can't open the profile.",
            "Restore the file from a backup of the profile's folder.",
        ) from error
    return kept


def _sound(kept: _Lock) -> _Lock:
    """The lock if its values are such as `lock` writes, else ValueError; others could ask for any amount of memory."""
    power_of_two = int(kept.cost).bit_count() == 1
    lengths = len(bytes.fromhex(kept.salt)), len(bytes.fromhex(kept.check))
    if not power_of_two or not _LEAST_COST <= kept.cost <= _MOST_COST or kept.version != 1:
        raise ValueError("a cost or a version unknown")
    if lengths != (_SALT_BYTES, hashlib.sha256().digest_size):
        raise ValueError("a salt or a check value cut short")
    return kept


def _derive(passphrase: str, salt: bytes, cost: int) -> tuple[bytes, bytes]:
    """The key, and the check value, which is made from another part of what was derived and tells nothing of it."""
    # The same passphrase may reach us composed or decomposed, as the keyboard has it.
    typed = unicodedata.normalize("NFKC", passphrase).encode()
    memory = 128 * _BLOCK * cost * 2
    derived = hashlib.scrypt(typed, salt=salt, n=cost, r=_BLOCK, p=1, maxmem=memory, dklen=2 * _KEY_BYTES)
    check = hmac.digest(derived[_KEY_BYTES:], _CHECKED, "sha256")
    return derived[:_KEY_BYTES], check
