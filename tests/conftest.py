"""What every test may ask for: a PostgreSQL database, a keyring in memory, a Qt application; no test data."""

import gc
import os
import sys
import uuid
from collections.abc import Iterator

import hypothesis
import keyring
import keyring.backend
import keyring.errors
import pytest
import sqlalchemy

from tests import postgres

# Before any Qt import: screens are drawn, not shown. A developer may name another platform to watch them.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Neither a test nor a program it starts may touch the keyring of the person who runs it.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

_MUCH_GARBAGE = 100_000

# A failure is shrunk but not explained: that costs minutes of a run that has failed anyway.
_PHASES = [phase for phase in hypothesis.Phase if phase is not hypothesis.Phase.explain]
hypothesis.settings.register_profile("dev", deadline=None, max_examples=60, phases=_PHASES)
hypothesis.settings.register_profile(
    "ci", deadline=None, max_examples=200, derandomize=True, database=None, phases=_PHASES
)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "dev")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The URL of a real server's `postgres` database: TEST_DATABASE_URL, else a server of this run's own."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        url = sqlalchemy.make_url(given).set(drivername="postgresql+psycopg")
        yield url.render_as_string(hide_password=False)
        return
    with postgres.running_server() as url_of_own:
        yield url_of_own


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """The SQLAlchemy URL of an empty database that lives as long as the test."""
    name = f"test_{uuid.uuid4().hex}"
    server = sqlalchemy.create_engine(
        postgres_server, isolation_level="AUTOCOMMIT", poolclass=sqlalchemy.NullPool
    )
    with server.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
    yield sqlalchemy.make_url(postgres_server).set(database=name).render_as_string(hide_password=False)
    with server.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["file", "server"])
def server_url(request: pytest.FixtureRequest) -> str | None:
    """Both kinds of database: None, for a file that the test chooses, and the URL of an empty one on a server."""
    return request.getfixturevalue("postgres_url") if request.param == "server" else None


class KeyringInMemory(keyring.backend.KeyringBackend):
    """A keyring that works and forgets."""

    # Below 1, so that keyring never chooses it by itself.
    priority = 0.1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring leaves it untyped
        self.secrets: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.secrets.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.secrets[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.secrets.pop((service, username), None) is None:
            raise keyring.errors.PasswordDeleteError(username)


@pytest.fixture
def keyring_in_memory() -> Iterator[KeyringInMemory]:
    """A keyring for one test; without it every use of a keyring fails, as on a machine that has none."""
    before = keyring.get_keyring()
    backend = KeyringInMemory()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The command line of the one Qt application of a run."""
    return [sys.executable]


@pytest.fixture(autouse=True)
def garbage() -> Iterator[None]:
    """Collect what piles up once a desk has taken over the collecting, as no window's loop runs between tests."""
    yield
    if not gc.isenabled() and gc.get_count()[0] > _MUCH_GARBAGE:
        gc.collect()
