"""The desk's file: opened with its key or refused with a reason, read in snapshots, written whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path
from uuid import uuid4

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import insert, select
from sqlalchemy.exc import DBAPIError, IntegrityError

from supportdesk.domain.errors import KnownError
from supportdesk.store import migrate
from supportdesk.store.store import Store
from supportdesk.store.tables.desk import SETTING
from tests.store.rows import KEY, case, people

OTHER_KEY = bytes(reversed(KEY))


def keep(store: Store, key: str, value: object) -> None:
    with store.write() as conn:
        conn.execute(insert(SETTING).values(key=key, value=value))


def kept(store: Store) -> set[str]:
    with store.read() as conn:
        return set(conn.scalars(select(SETTING.c.key)))


def reopened(store: Store) -> Store:
    path = store.path
    assert path is not None
    store.close()
    return Store.open(path, KEY)


def test_what_was_written_is_there_when_the_file_is_opened_again(store: Store) -> None:
    keep(store, "language", "fr")
    again = reopened(store)
    assert kept(again) == {"language"}
    again.close()


def test_DSK_2_a_block_that_raises_leaves_nothing(store: Store) -> None:
    def fail_halfway() -> None:
        with store.write() as conn:
            conn.execute(insert(SETTING).values(key="half", value=1))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    assert kept(store) == set()


def test_the_file_and_its_journal_hold_nothing_in_plain_text(store: Store) -> None:
    keep(store, "a-word-nobody-else-writes", "and-another")
    path = store.path
    assert path is not None
    with store.read():  # so that the journal is still there
        files = [file for file in path.parent.iterdir() if file.name.startswith(path.name)]
        assert len(files) > 1
        content = b"".join(file.read_bytes() for file in files)
    assert b"nobody-else" not in content
    assert b"CREATE TABLE" not in content
    assert not content.startswith(b"SQLite format 3")


def test_only_the_account_that_made_the_file_may_read_it(store: Store, tmp_path: Path) -> None:
    if os.name != "posix":
        pytest.skip("the system knows no such permission bits")
    made = Store.open(tmp_path / "folder" / "new.db", KEY, create=True)
    made.close()
    assert (tmp_path / "folder" / "new.db").stat().st_mode & 0o077 == 0


def test_another_key_is_refused_and_changes_nothing(store: Store) -> None:
    keep(store, "language", "fr")
    path = store.path
    assert path is not None
    store.close()
    before = path.read_bytes()
    with pytest.raises(KnownError, match="key does not open"):
        Store.open(path, OTHER_KEY)
    with pytest.raises(KnownError, match="encrypted and no key"):
        Store.open(path, None)
    assert path.read_bytes() == before


def test_a_key_of_another_length_is_a_bug(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Store.open(tmp_path / "desk.db", b"short", create=True)


def test_a_file_of_something_else_is_refused(tmp_path: Path) -> None:
    picture = tmp_path / "desk.db"
    picture.write_bytes(b"\x89PNG and so on" * 500)
    with pytest.raises(KnownError):
        Store.open(picture, KEY)
    with pytest.raises(KnownError, match="not a desk's file"):
        Store.open(picture, None)
    tiny = tmp_path / "tiny.db"
    tiny.write_bytes(b"tiny")
    with pytest.raises(KnownError, match="not a desk's file"):
        Store.open(tiny, KEY)


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = sqlcipher.connect(str(path))
    other.execute("CREATE TABLE invoice (id INTEGER)")
    other.commit()
    other.close()
    with pytest.raises(KnownError, match="another program"):
        Store.open(path, None)
    with pytest.raises(KnownError, match="not encrypted"):
        Store.open(path, KEY)


def test_a_missing_file_is_not_made_by_opening_it(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="no desk"):
        Store.open(tmp_path / "desk.db", KEY)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(KnownError, match="may not write") as refused:
        Store.open(tmp_path / "file" / "desk.db", KEY, create=True)
    assert refused.value.remedy


def test_the_desk_works_without_encryption(tmp_path: Path) -> None:
    path = tmp_path / "plain.db"
    made = Store.open(path, None, create=True)
    migrate.upgrade(made)
    keep(made, "language", "fr")
    made.close()
    assert path.read_bytes().startswith(b"SQLite format 3")
    again = Store.open(path, None)
    assert kept(again) == {"language"}
    again.check()
    again.close()


def test_a_reader_sees_one_state_whatever_is_written_meanwhile(store: Store) -> None:
    keep(store, "first", 1)
    with store.read() as conn:
        assert conn.scalars(select(SETTING.c.key)).all() == ["first"]
        writer = threading.Thread(target=keep, args=(store, "second", 2))
        writer.start()
        writer.join()
        assert conn.scalars(select(SETTING.c.key)).all() == ["first"]
    assert kept(store) == {"first", "second"}


def test_a_reader_cannot_write_and_its_error_does_not_repeat_what_it_would_have_written(store: Store) -> None:
    with pytest.raises(DBAPIError, match="readonly") as raised, store.read() as conn:
        conn.execute(insert(SETTING).values(key="x", value="what a client wrote"))
    assert "client wrote" not in str(raised.value)
    assert kept(store) == set()


def test_writers_of_one_program_take_turns(store: Store) -> None:
    with store.write() as conn:
        conn.execute(insert(SETTING).values(key="count", value=0))

    def add() -> None:
        for _ in range(25):
            with store.write() as conn:
                count = conn.execute(select(SETTING.c.value).where(SETTING.c.key == "count")).scalar_one()
                conn.execute(SETTING.update().where(SETTING.c.key == "count").values(value=count + 1))

    threads = [threading.Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.read() as conn:
        assert conn.execute(select(SETTING.c.value)).scalar_one() == 100


def test_a_transaction_inside_a_transaction_is_a_bug(store: Store) -> None:
    with store.write(), pytest.raises(RuntimeError, match="inside"), store.write():
        pass
    keep(store, "still", "works")


def test_a_file_that_another_program_writes_to_is_waited_for_then_named(store: Store) -> None:
    path = store.path
    assert path is not None
    other = Store.open(path, KEY)
    with other.write(), pytest.raises(KnownError, match="Another program is writing"), store.write():
        pass
    other.close()
    keep(store, "after", 1)


def test_a_full_disk_is_told_and_what_was_there_stays(store: Store) -> None:
    keep(store, "before", 1)
    with store.write() as conn:
        pages = conn.exec_driver_sql("PRAGMA page_count").scalar()
        conn.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(KnownError, match="disk is full"), store.write() as conn:
        conn.execute(insert(SETTING).values(key="large", value="x" * 1_000_000))
    assert kept(store) == {"before"}


def test_damage_is_found_when_looked_for(store: Store) -> None:
    with store.write() as conn:
        people(conn)
        for _ in range(300):
            case(conn)
    store.check()
    path = store.path
    assert path is not None
    store.close()
    content = bytearray(path.read_bytes())
    # Where the rows lie; the tables' first pages, some of which opening reads, come before.
    among_rows = len(content) * 3 // 4
    content[among_rows : among_rows + 64] = bytes(64)
    path.write_bytes(content)
    damaged = Store.open(path, KEY)
    with pytest.raises(KnownError, match="damaged"):
        damaged.check()
    damaged.close()


def test_a_missing_parent_is_refused(store: Store) -> None:
    with pytest.raises(IntegrityError), store.write() as conn:
        case(conn, organisation_id=uuid4())


def test_a_bulk_transaction_leaves_the_next_one_as_durable_as_ever(store: Store) -> None:
    def durability() -> int:
        with store.write() as conn:
            found: int = conn.exec_driver_sql("PRAGMA synchronous").scalar_one()
            return found

    full = durability()
    with store.write(bulk=True) as conn:
        assert conn.exec_driver_sql("PRAGMA synchronous").scalar_one() < full
    with pytest.raises(ZeroDivisionError), store.write(bulk=True):
        raise ZeroDivisionError
    assert durability() == full


def test_DSK_2_a_commit_outlasts_the_programs_sudden_end(store: Store) -> None:
    path = store.path
    assert path is not None
    program = (
        "import os, sys, pathlib\n"
        "from supportdesk.store.store import Store\n"
        "from supportdesk.store.tables.desk import SETTING\n"
        "store = Store.open(pathlib.Path(sys.argv[1]), bytes(range(32)))\n"
        "with store.write() as conn: conn.execute(SETTING.insert().values(key='kept', value=1))\n"
        "with store.write() as conn:\n"
        "    conn.execute(SETTING.insert().values(key='lost', value=1))\n"
        "    os._exit(9)\n"
    )
    ended = subprocess.run([sys.executable, "-c", program, str(path)], check=False)
    assert ended.returncode == 9
    assert kept(store) == {"kept"}


def test_opening_a_desk_loads_nothing_that_the_first_picture_can_do_without(store: Store) -> None:
    path = store.path
    assert path is not None
    program = (
        "import sys, pathlib\n"
        "from supportdesk.store import case_lists, migrate\n"
        "from supportdesk.store.store import Store\n"
        "store = Store.open(pathlib.Path(sys.argv[1]), bytes(range(32)))\n"
        "migrate.upgrade(store)\n"
        "unwanted = {'sqlalchemy.orm', 'alembic', 'keyring', 'psycopg', 'holidays', 'requests', 'sqlite3', 'nacl',"
        " 'puremagic'}\n"
        "print(sorted(unwanted & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == "[]"
