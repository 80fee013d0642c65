"""The key of a desk's file: kept by the system's keyring, or made from a passphrase; never written in plain text."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from supportdesk.domain.errors import KnownError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_Result = TypeVar("_Result")

KEY_BYTES = 32
SERVICE = "Support Desk"

# Backends that keep a secret readable, drop it, or refuse everything.
_REFUSED = ("keyrings.alt.", "keyring.backends.null", "keyring.backends.fail")


class NoKeyring(KnownError):
    """This system has no keyring that keeps a secret; the desk may ask for a passphrase instead."""


class KeyHolder:
    """Keys by profile in the system's keyring. `random_bytes` is where a new key comes from.

    The keyring itself is loaded when first asked, as it takes longer than opening the window.
    """

    def __init__(self, random_bytes: Callable[[int], bytes] = secrets.token_bytes) -> None:
        self._random_bytes = random_bytes

    def get(self, profile: str) -> bytes:
        """The key of a profile that has one. NoKeyring, or KnownError if the keyring has no key for it."""
        key = self._find(profile)
        if key is None:
            raise KnownError(
                f"The system's keyring holds no key for the profile “{profile}”.",
                "Without it the profile's file stays closed.",
                "Restore the keyring of the account that made the profile, or start with a new profile.",
            )
        return key

    def get_or_create(self, profile: str) -> bytes:
        """The key of a profile, made and kept if it has none. Only for a profile whose file is yet to be made.

        NoKeyring where no keyring can be trusted with it.
        """
        found = self._find(profile)
        if found is not None:
            return found
        key = self._random_bytes(KEY_BYTES)
        _use(lambda keyring: keyring.set_password(SERVICE, profile, key.hex()))
        if self._find(profile) != key:
            raise _no_keyring("It did not give back the key it was given.")
        return key

    def forget(self, profile: str) -> None:
        """Delete the key of a profile; its file can't be opened again. Nothing happens if there is none."""
        if self._find(profile) is not None:
            _use(lambda keyring: keyring.delete_password(SERVICE, profile))

    def _find(self, profile: str) -> bytes | None:
        kept = _use(lambda keyring: keyring.get_password(SERVICE, profile))
        if kept is None:
            return None
        try:
            key = bytes.fromhex(kept)
        except ValueError:
            key = b""
        if len(key) != KEY_BYTES:
            raise KnownError(
                f"What the system's keyring holds for the profile “{profile}” is not a key of this program.",
                "The profile's file stays closed.",
                "Restore the keyring's entry from a backup, or start with a new profile.",
            )
        return key


def find_text(service: str, name: str) -> str | None:
    """A secret text that the keyring holds; None where it holds none. NoKeyring where there is none to trust."""
    return _use(lambda keyring: keyring.get_password(service, name))


def keep_text(service: str, name: str, text: str) -> None:
    """Let the keyring hold a secret text. NoKeyring where there is none to trust."""
    _use(lambda keyring: keyring.set_password(service, name, text))


def forget_text(service: str, name: str) -> None:
    """Let the keyring forget a secret text, if it holds one."""
    if find_text(service, name) is not None:
        _use(lambda keyring: keyring.delete_password(service, name))


def is_available() -> bool:
    """Whether this system has a keyring that keeps secrets. It is not opened: it may be locked all the same."""
    return _trusted() is not None


def _use(act: Callable[[KeyringBackend], _Result]) -> _Result:
    backend = _trusted()
    if backend is None:
        raise _no_keyring("There is none that keeps secrets encrypted.")
    from keyring.errors import KeyringError  # noqa: PLC0415 - see KeyHolder

    try:
        return act(backend)
    # A backend speaks to a service of the system, whose own errors come through.
    except (KeyringError, OSError, RuntimeError) as error:
        raise _no_keyring("It is locked, or it does not answer.") from error


def _trusted() -> KeyringBackend | None:
    """The keyring in use, or of a chain the first that may be trusted."""
    import keyring  # noqa: PLC0415 - see KeyHolder

    backend = keyring.get_keyring()
    chain = getattr(backend, "backends", [backend])
    return next((each for each in chain if not type(each).__module__.startswith(_REFUSED)), None)


def _no_keyring(reason: str) -> NoKeyring:
    return NoKeyring(
        f"The system's keyring can't keep the key. {reason}",
        "The desk's file is encrypted, and its key is never written in plain text.",
        "Start or unlock the system's keyring and try again, or lock the profile with a passphrase.",
    )
