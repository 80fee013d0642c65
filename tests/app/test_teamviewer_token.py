"""The token of a TeamViewer account (DSK-6): kept by a keyring that keeps secrets, and nowhere else."""

from __future__ import annotations

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import KeyringLocked

from supportdesk.app.teamviewer_token import InKeyring
from supportdesk.remote.teamviewer_errors import TokenNotKept
from tests.conftest import KeyringInMemory

TOKEN = "19812345-secretTokenOfTheTests"


class Locked(KeyringInMemory):
    """A keyring whose owner does not unlock it."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked(password)


class Forgetful(KeyringInMemory):
    """A keyring that says yes and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


def in_plain_text() -> KeyringBackend:
    kind = type("PlaintextKeyring", (KeyringInMemory,), {"__module__": "keyrings.alt.file"})
    made: KeyringBackend = kind()
    return made


def test_DSK_6_each_profile_has_its_own_token_and_can_forget_it(keyring_in_memory: KeyringInMemory) -> None:
    work, home = InKeyring("work"), InKeyring("home")
    work.save(TOKEN)
    assert (work.load(), home.load()) == (TOKEN, None)
    assert set(keyring_in_memory.secrets) == {("Support Desk TeamViewer", "work")}
    work.forget()
    work.forget()
    assert work.load() is None
    assert keyring_in_memory.secrets == {}


@pytest.mark.parametrize(
    "backend",
    [fail.Keyring(), null.Keyring(), in_plain_text(), Locked(), Forgetful()],  # type: ignore[no-untyped-call]
    ids=["none", "null", "plain text", "locked", "forgetful"],
)
def test_DSK_6_a_keyring_that_keeps_no_secret_gets_no_token(
    keyring_in_memory: KeyringInMemory, backend: KeyringBackend
) -> None:
    keyring.set_keyring(backend)
    with pytest.raises(TokenNotKept) as refused:
        InKeyring("work").save(TOKEN)
    assert "nowhere else" in refused.value.meaning
    each: BaseException | None = refused.value
    while each is not None:
        assert TOKEN not in f"{each!r} {vars(each)}"
        each = each.__cause__ or each.__context__
    if isinstance(backend, KeyringInMemory):
        assert backend.secrets == {}
