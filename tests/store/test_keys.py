"""Keys of encrypted files: kept by a keyring that keeps secrets, or made from a passphrase, and nowhere else."""

from __future__ import annotations

import json
import os
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import KeyringLocked

from supportdesk.domain.errors import KnownError
from supportdesk.store import migrate
from supportdesk.store.keys import SERVICE, KeyHolder, NoKeyring, is_available
from supportdesk.store.passphrase import WrongPassphrase, lock, unlock
from supportdesk.store.store import Store
from tests.conftest import KeyringInMemory

FAIL = fail.Keyring()  # type: ignore[no-untyped-call]  # keyring leaves these untyped
NULL = null.Keyring()  # type: ignore[no-untyped-call]
CHEAP = 1 << 4  # a test need not be dear to guess


class Locked(KeyringInMemory):
    """A keyring whose owner does not unlock it."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked


class Forgetful(KeyringInMemory):
    """A keyring that says yes and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class Several(KeyringInMemory):
    """A chain of keyrings, as the library makes one where a system has several."""

    def __init__(self, *backends: KeyringBackend) -> None:
        super().__init__()
        self.backends = backends


def in_plain_text() -> KeyringBackend:
    kind = type("PlaintextKeyring", (KeyringInMemory,), {"__module__": "keyrings.alt.file"})
    made: KeyringBackend = kind()
    return made


def test_DSK_6_a_key_is_made_once_and_found_again(keyring_in_memory: KeyringInMemory) -> None:
    holder = KeyHolder()
    key = holder.get_or_create("work")
    assert len(key) == 32
    assert holder.get_or_create("work") == key == KeyHolder().get("work")
    assert holder.get_or_create("home") != key
    assert set(keyring_in_memory.secrets) == {(SERVICE, "work"), (SERVICE, "home")}


def test_a_new_key_is_as_random_as_its_source(keyring_in_memory: KeyringInMemory) -> None:
    assert KeyHolder(random_bytes=lambda count: bytes(range(count))).get_or_create("work") == bytes(range(32))


def test_a_profile_whose_key_is_gone_is_told_and_gets_no_new_one(keyring_in_memory: KeyringInMemory) -> None:
    holder = KeyHolder()
    holder.get_or_create("work")
    holder.forget("work")
    holder.forget("work")
    with pytest.raises(KnownError, match="no key for the profile") as told:
        holder.get("work")
    assert told.value.remedy
    assert keyring_in_memory.secrets == {}


def test_something_else_in_the_keyring_is_not_taken_for_a_key(keyring_in_memory: KeyringInMemory) -> None:
    for kept in ("hunter2", "00ff"):
        keyring_in_memory.secrets[SERVICE, "work"] = kept
        with pytest.raises(KnownError, match="not a key"):
            KeyHolder().get_or_create("work")


@pytest.mark.parametrize("backend", [FAIL, NULL, in_plain_text(), Several(in_plain_text(), NULL)])
def test_DSK_6_a_keyring_that_keeps_no_secret_is_refused(
    keyring_in_memory: KeyringInMemory, backend: KeyringBackend
) -> None:
    keyring.set_keyring(backend)
    assert not is_available()
    with pytest.raises(NoKeyring) as refused:
        KeyHolder().get_or_create("work")
    assert "passphrase" in refused.value.remedy
    assert getattr(backend, "secrets", {}) == {}


def test_of_several_keyrings_the_first_that_keeps_secrets_is_used(keyring_in_memory: KeyringInMemory) -> None:
    plain, safe = in_plain_text(), KeyringInMemory()
    keyring.set_keyring(Several(plain, safe))
    key = KeyHolder().get_or_create("work")
    assert safe.secrets == {(SERVICE, "work"): key.hex()}


@pytest.mark.parametrize("backend", [Locked(), Forgetful()])
def test_a_keyring_that_does_not_answer_is_told(
    keyring_in_memory: KeyringInMemory, backend: KeyringBackend
) -> None:
    keyring.set_keyring(backend)
    assert is_available()
    with pytest.raises(NoKeyring):
        KeyHolder().get_or_create("work")


def test_a_passphrase_opens_what_it_locked(tmp_path: Path) -> None:
    beside = tmp_path / "desk.salt"
    key = lock(beside, "correct horse battery staple", cost=CHEAP)
    store = Store.open(tmp_path / "desk.db", key, create=True)
    migrate.upgrade(store)
    store.close()
    again = Store.open(tmp_path / "desk.db", unlock(beside, "correct horse battery staple"))
    again.check()
    again.close()


def test_the_same_passphrase_makes_another_key_each_time(tmp_path: Path) -> None:
    keys = {lock(tmp_path / name, "correct horse", cost=CHEAP) for name in ("a", "b")}
    assert len(keys) == 2


def test_a_wrong_passphrase_is_told_apart(tmp_path: Path) -> None:
    beside = tmp_path / "desk.salt"
    lock(beside, "correct horse", cost=CHEAP)
    with pytest.raises(WrongPassphrase):
        unlock(beside, "correct Horse")


def test_a_passphrase_is_the_same_however_the_keyboard_writes_it(tmp_path: Path) -> None:
    beside = tmp_path / "desk.salt"
    key = lock(beside, "élève", cost=CHEAP)
    assert unlock(beside, "e\u0301le\u0300ve") == key


def test_DSK_6_neither_key_nor_passphrase_is_written(tmp_path: Path) -> None:
    beside = tmp_path / "desk.salt"
    key = lock(beside, "correct horse", cost=CHEAP)
    written = beside.read_text()
    assert "horse" not in written
    assert key.hex()[:16] not in written
    assert json.loads(written).keys() == {"salt", "check", "cost", "version"}
    if os.name == "posix":
        assert beside.stat().st_mode & 0o077 == 0


def test_a_lock_is_never_written_over(tmp_path: Path) -> None:
    beside = tmp_path / "desk.salt"
    lock(beside, "correct horse", cost=CHEAP)
    before = beside.read_bytes()
    with pytest.raises(FileExistsError):
        lock(beside, "another", cost=CHEAP)
    assert beside.read_bytes() == before


def test_an_empty_passphrase_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="empty"):
        lock(tmp_path / "desk.salt", "  ", cost=CHEAP)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "damage",
    [
        {"salt": "00"},
        {"salt": "zz" * 16},
        {"check": ""},
        {"cost": 1 << 30},
        {"cost": 1000},
        {"cost": "many"},
        {"cost": None},
        {"version": 2},
        {"more": 1},
    ],
)
def test_a_damaged_lock_is_told(tmp_path: Path, damage: dict[str, object]) -> None:
    beside = tmp_path / "desk.salt"
    lock(beside, "correct horse", cost=CHEAP)
    beside.write_text(json.dumps({**json.loads(beside.read_text()), **damage}))
    with pytest.raises(KnownError, match="damaged"):
        unlock(beside, "correct horse")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[1]", b'"x"', b"{}"])
def test_a_lock_that_is_something_else_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "desk.salt").write_bytes(content)
    with pytest.raises(KnownError, match="damaged"):
        unlock(tmp_path / "desk.salt", "correct horse")
    with pytest.raises(KnownError, match="missing"):
        unlock(tmp_path / "elsewhere", "correct horse")
