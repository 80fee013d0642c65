"""Who reads the hub's log by number misses nothing, however many write; without the lock, some is missed."""

import pytest

from tests.sync.writers import race

TRANSACTIONS = 8_000


@pytest.mark.slow
def test_I5_no_line_is_missed_while_sixteen_write(postgres_server: str) -> None:
    told = race(postgres_server, transactions=TRANSACTIONS, locked=True)
    assert told.lines >= TRANSACTIONS
    assert told.missed == 0


@pytest.mark.slow
def test_I5_without_the_lock_lines_are_missed(postgres_server: str) -> None:
    # Chance decides whether a naive reader comes between two commits; of several races one at least shows it.
    assert any(race(postgres_server, transactions=TRANSACTIONS // 2, locked=False).missed for _ in range(5))
