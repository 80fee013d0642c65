"""What conftest promises: a real and empty PostgreSQL, a keyring that forgets, and none of a person's own things."""

import subprocess
import sys

import keyring
import keyring.errors
import pytest
import sqlalchemy

from tests.conftest import KeyringInMemory


def _ask(url: str, *questions: str) -> list[object]:
    engine = sqlalchemy.create_engine(url, poolclass=sqlalchemy.NullPool)
    with engine.begin() as connection:
        results = [connection.exec_driver_sql(question) for question in questions]
        return [result.scalar() if result.returns_rows else None for result in results]


def test_the_database_is_postgresql_and_empty(postgres_url: str) -> None:
    version, tables = _ask(
        postgres_url, "SHOW server_version_num", "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
    )
    assert int(str(version)) >= 150_000
    assert tables == 0


@pytest.mark.parametrize("_", [1, 2])
def test_a_database_lives_as_long_as_its_test(postgres_url: str, _: int) -> None:
    # The second run would find the table of the first.
    _ask(postgres_url, "CREATE TABLE left_behind (id int)")


def test_without_the_fixture_no_keyring_works() -> None:
    with pytest.raises(keyring.errors.KeyringError):
        keyring.set_password("supportdesk-tests", "desk", "secret")


def test_programs_that_tests_start_have_no_keyring_either() -> None:
    asked = "import keyring; print(type(keyring.get_keyring()).__module__)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "keyring.backends.fail"


def test_the_keyring_in_memory_keeps_and_deletes(keyring_in_memory: KeyringInMemory) -> None:
    keyring.set_password("supportdesk-tests", "desk", "secret")
    assert keyring.get_password("supportdesk-tests", "desk") == "secret"
    assert keyring_in_memory.secrets == {("supportdesk-tests", "desk"): "secret"}
    keyring.delete_password("supportdesk-tests", "desk")
    assert keyring.get_password("supportdesk-tests", "desk") is None
