"""Bytes of articles' files at the hub: taken by tus, given to everybody who is signed in, and to nobody else (B12)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, update

from supportdesk.services.cases import article_files
from supportdesk.services.in_hand.files import NewFile
from supportdesk.services.registers import knowledge
from supportdesk.services.registers.knowledge import NewArticle
from supportdesk.store.tables.cases import ATTACHMENT
from tests.hub.conftest import World
from tests.hub.uploading import Uploader, officer, random_bytes
from tests.services.desk_world import made

Code = Callable[[Any], str]


class Author(Uploader):
    """Somebody who attaches files to an article of theirs."""

    article: UUID | None = None

    def attach_as(self, sha256: str, size: int, name: str = "steps.pdf") -> UUID:
        """Attach a file that is said to be this to the article."""
        if self.article is None:
            text = NewArticle(f"Rebuild costs {uuid4()}", "Run it.", "en")
            self.article = made(knowledge.write_article(self.desk, text).created)
        done = article_files.attach(self.desk, self.article, [NewFile(sha256, size, name)])
        return made(done.created)

    def attached(self) -> dict[UUID, str]:
        """The files of the article, each with its state."""
        with self.world.hub.store.read() as conn:
            own = ATTACHMENT.c.article_id == self.article
            return {row.id: row.state for row in conn.execute(select(ATTACHMENT).where(own))}


@pytest.fixture
def nadia(world: World, tmp_path: Path) -> Author:
    world.hub = replace(world.hub, settings=replace(world.hub.settings, files=str(tmp_path / "files")))
    found = officer(world, "nadia", kind=Author)
    assert isinstance(found, Author)
    return found


def test_B12_the_bytes_of_an_articles_file_come_and_everybody_signed_in_gets_them(nadia: Author) -> None:
    content = random_bytes(3000)
    file = nadia.attach(content)
    address = nadia.begin(file, content)
    assert nadia.patch(address, 0, content[:1000]).status_code == 204
    assert nadia.attached() == {file: "local"}
    assert nadia.patch(address, 1000, content[1000:]).status_code == 204
    assert nadia.attached() == {file: "stored"}
    # Of another branch, and no part in any case of the first.
    other = officer(nadia.world, "salma")
    answer = other.get(file)
    assert (answer.status_code, answer.content) == (200, content)
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"] == "attachment"
    assert other.get(file, Range="bytes=2990-").content == content[2990:]


def test_B12_nobody_who_is_not_signed_in_gets_them(nadia: Author) -> None:
    content = random_bytes(100)
    file = nadia.attach(content)
    nadia.patch(nadia.begin(file, content), 0, content)
    stranger = {"Authorization": "Bearer nonsense"}
    assert nadia.client.get(nadia.where(file), headers=stranger).status_code == 401


def test_B12_before_the_bytes_have_come_it_says_so(nadia: Author, asked: Code) -> None:
    file = nadia.attach(random_bytes(100))
    refused = officer(nadia.world, "salma").get(file)
    assert (refused.status_code, asked(refused)) == (404, "not_here")


def test_B12_attaching_a_checksum_to_an_article_opens_nothing_of_a_case(nadia: Author, asked: Code) -> None:
    secret = random_bytes(1000)
    owner = officer(nadia.world, "owner")
    owner.patch(owner.begin(owner.attach(secret), secret), 0, secret)
    mine = nadia.attach(secret)
    # The bytes lie there, but nothing that Nadia sees vouches for them: she has to bring them.
    assert nadia.create(mine, secret).headers["Upload-Offset"] == "0"
    refused = nadia.get(mine)
    assert (refused.status_code, asked(refused)) == (404, "not_here")


def test_B12_what_is_stored_for_an_article_is_not_sent_again_by_another(nadia: Author) -> None:
    content = random_bytes(1000)
    nadia.patch(nadia.begin(nadia.attach(content), content), 0, content)
    other = officer(nadia.world, "salma")
    same = other.attach(content)
    assert other.create(same, content).headers["Upload-Offset"] == "1000"
    assert other.get(same).content == content


def test_B12_one_that_was_taken_off_is_given_to_nobody_and_taken_from_nobody(nadia: Author) -> None:
    content = random_bytes(100)
    file = nadia.attach(content)
    nadia.patch(nadia.begin(file, content), 0, content)
    assert nadia.article is not None
    article_files.remove(nadia.desk, nadia.article, [file])
    assert nadia.get(file).status_code == 404
    assert nadia.create(file, content).status_code == 404


def test_B12_it_may_be_as_large_as_any_attachment(nadia: Author, asked: Code) -> None:
    settings = replace(nadia.world.hub.settings, file_mib=1)
    nadia.world.hub = replace(nadia.world.hub, settings=settings)
    other = officer(nadia.world, "salma", kind=Author)
    size = (1 << 20) + 1
    file = other.attach_as(hashlib.sha256(bytes(size)).hexdigest(), size)
    refused = other.create(file, bytes(size))
    assert (refused.status_code, asked(refused)) == (413, "too_large")


def test_B12_a_file_that_belongs_to_nothing_is_nobodys(nadia: Author) -> None:
    content = random_bytes(100)
    file = nadia.attach(content)
    nadia.patch(nadia.begin(file, content), 0, content)
    with nadia.world.hub.store.write() as conn:
        conn.execute(update(ATTACHMENT).where(ATTACHMENT.c.id == file).values(article_id=None))
    assert nadia.get(file).status_code == 404
