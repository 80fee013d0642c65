"""Files of articles: attached at once and taken back at once, named safely, told by their content (B12, ONX-5)."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from supportdesk.domain.errors import KnownError
from supportdesk.services import undo
from supportdesk.services.cases import article_files
from supportdesk.services.cases.file_shelf import FileShelf, RunsByItself
from supportdesk.services.in_hand.files import NewFile
from supportdesk.services.operations.applying import do
from supportdesk.services.operations.desk import Desk
from supportdesk.services.queries import library
from supportdesk.services.registers import knowledge
from supportdesk.services.registers.knowledge import NewArticle
from supportdesk.services.views import FileView
from supportdesk.store.tables.cases import ATTACHMENT
from tests.services.desk_world import World, made


@pytest.fixture
def article(world: World) -> UUID:
    world.sits_down(branch_id=world.branch())
    return written(world.desk)


def written(desk: Desk, title: str = "Rebuild costs") -> UUID:
    return made(knowledge.write_article(desk, NewArticle(title, "Run it.", "en")).created)


def file(name: str, content: bytes = b"a;b\n") -> NewFile:
    return NewFile(sha256(content).hexdigest(), len(content), name, "text/csv")


def files(desk: Desk, article_id: UUID) -> tuple[FileView, ...]:
    return library.article(desk, article_id).files


def names(desk: Desk, article_id: UUID) -> list[str]:
    return [each.name for each in files(desk, article_id)]


def test_B12_several_files_are_attached_at_once_and_taken_back_at_once(world: World, article: UUID) -> None:
    assert files(world.desk, article) == ()
    done = article_files.attach(world.desk, article, [file("one.csv"), file("two.csv", b"c;d\n")])
    assert done.undoable
    assert names(world.desk, article) == ["one.csv", "two.csv"]
    # Nobody waits for the bytes at a desk that works alone.
    assert {(each.state, each.by) for each in files(world.desk, article)} == {("stored", "")}
    assert done.operation is not None
    undo.undo(world.desk, done.operation.id)
    assert names(world.desk, article) == []
    with pytest.raises(KnownError, match="taken back already"):
        undo.undo(world.desk, done.operation.id)


def test_B12_one_is_taken_off_and_put_back(world: World, article: UUID) -> None:
    article_files.attach(world.desk, article, [file("one.csv"), file("two.csv", b"c;d\n")])
    one, _two = files(world.desk, article)
    done = article_files.remove(world.desk, article, [one.id])
    assert names(world.desk, article) == ["two.csv"]
    assert done.operation is not None
    undo.undo(world.desk, done.operation.id)
    assert names(world.desk, article) == ["one.csv", "two.csv"]


def test_B12_nothing_is_attached_to_what_is_not_there_and_nothing_of_another_is_taken_off(
    world: World, article: UUID
) -> None:
    with pytest.raises(KnownError, match="No file was chosen"):
        article_files.attach(world.desk, article, [])
    with pytest.raises(KnownError):
        article_files.attach(world.desk, uuid4(), [file("one.csv")])
    article_files.attach(world.desk, article, [file("one.csv")])
    (one,) = files(world.desk, article)
    other = written(world.desk, "Another")
    for ids in ([one.id], [uuid4()], []):
        with pytest.raises(KnownError, match="none of this article's"):
            article_files.remove(world.desk, other, ids)
    assert names(world.desk, article) == ["one.csv"]


@pytest.mark.parametrize(
    "hostile",
    [
        "../../etc/passwd",
        "C:\\Windows\\evil.exe",
        "CON.txt",
        "photo\u202egpj.exe",
        "x" * 5000,
        "a\x00b\n.csv",
        "",
    ],
)
def test_B12_a_hostile_name_is_made_safe_wherever_it_comes_from(
    world: World, article: UUID, tmp_path: Path, hostile: str
) -> None:
    # As another's desk would send it, past the shelf that names what is chosen here.
    shelf = FileShelf(tmp_path / "files")
    kept = shelf.keep_bytes(world.desk, b"a;b\n", "safe.csv", "text/csv")
    args = {"files": [{"sha256": kept.sha256, "size": kept.size, "name": hostile, "media_type": "text/csv"}]}
    do(world.desk, "article.attach", article, args)
    (seen,) = files(world.desk, article)
    assert seen.name
    assert not set(seen.name) & set("/\\:\u202e\x00\n")
    assert len(seen.name.encode()) <= 180
    assert seen.name.split(".")[0].lower() != "con"


@pytest.mark.parametrize("hostile", [None, 5, "x", [], {}, {"sha256": "0"}])
def test_B12_what_is_no_file_attaches_nothing(world: World, article: UUID, hostile: object) -> None:
    with pytest.raises((KnownError, ValueError, TypeError, LookupError)):
        do(world.desk, "article.attach", article, {"files": [hostile]})
    assert files(world.desk, article) == ()


def test_B12_an_act_says_nothing_of_itself_about_where_it_belongs_or_what_the_hub_has(
    world: World, article: UUID
) -> None:
    case = world.case(world.client(), "Elsewhere")
    said = {"case_id": str(case), "state": "stored", "by_id": str(uuid4()), "revision": 1}
    content = {"sha256": "0" * 64, "size": 1, "name": "x.csv", "media_type": "text/csv"}
    do(world.desk, "article.attach", article, {"files": [{**content, **said}]})
    with world.store.read() as conn:
        (row,) = conn.execute(select(ATTACHMENT)).mappings()
    assert (row["case_id"], row["state"], row["by_id"], row["revision"]) == (
        None,
        "local",
        world.desk.actor,
        None,
    )


def test_B12_its_type_is_told_by_content_and_a_program_is_never_opened(
    world: World, article: UUID, tmp_path: Path
) -> None:
    source = tmp_path / "photo.jpg"
    source.write_bytes(b"MZ" + bytes(80))
    shelf = FileShelf(tmp_path / "files")
    article_files.attach(world.desk, article, [shelf.keep(world.desk, source)])
    (seen,) = files(world.desk, article)
    assert seen.media_type == "application/vnd.microsoft.portable-executable"
    with pytest.raises(RunsByItself):
        shelf.lay_out(world.desk, seen.id, seen.name)
    assert shelf.save(world.desk, seen.id, tmp_path / "kept.bin").read_bytes() == source.read_bytes()


def test_B12_it_may_be_as_large_as_any_attachment_and_no_larger(
    world: World, article: UUID, tmp_path: Path
) -> None:
    source = tmp_path / "big.bin"
    source.write_bytes(bytes(2000))
    with pytest.raises(KnownError):
        FileShelf(tmp_path / "files", at_most=1999).keep(world.desk, source)
    kept = FileShelf(tmp_path / "files", at_most=2000).keep(world.desk, source)
    article_files.attach(world.desk, article, [kept])
    assert [each.size for each in files(world.desk, article)] == [2000]
