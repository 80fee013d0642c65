"""Articles in languages, tracking notes, and releases that settle cases and travel to branches."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from supportdesk.domain.errors import KnownError, RuleRefusal
from supportdesk.domain.operation import Entity, Ref
from supportdesk.domain.words import EntryKind
from supportdesk.services.cases import closing
from supportdesk.services.queries import details, library, lists
from supportdesk.services.registers import knowledge, releases
from supportdesk.services.registers.knowledge import NewArticle, NewTrackingNote
from supportdesk.services.views import CaseQuery, ViewKind
from tests.services.desk_world import World, made


@pytest.fixture
def case(world: World) -> UUID:
    """A case of a covered client."""
    world.sits_down(branch_id=world.branch())
    client = world.client()
    world.contract(client, "gold")
    return world.case(client, "Average cost rounds to two decimals", severity="S3")


def note(world: World, title: str = "Rounds to two decimals", **values: Any) -> UUID:
    text: dict[str, Any] = {"public_text": {"en": "Average costs keep four decimals."}} | values
    return made(knowledge.create_tracking_note(world.desk, NewTrackingNote(title, **text)).created)


def test_ONX_5_an_article_has_one_text_in_each_language(world: World) -> None:
    english = made(knowledge.write_article(world.desk, NewArticle("Rebuild costs", "Run it.", "en")).created)
    knowledge.write_article(world.desk, NewArticle("Recalculer", "Lancez.", "fr", number="KB-1"))
    with pytest.raises(KnownError, match="written in this language already"):
        knowledge.write_article(world.desk, NewArticle("Again", "Text", "en", number="KB-1"))
    knowledge.write_article(world.desk, NewArticle("Wiring", "For us.", "en", audience="engineer"))
    assert library.article(world.desk, english).languages == ("en", "fr")
    assert [line.number for line in library.articles(world.desk)] == ["KB-2", "KB-1"]
    french = world.as_agent(world.desk.actor, language="fr")
    found = library.articles(french, audience="client")
    assert [(line.title, line.fallback) for line in found] == [("Recalculer", False)]
    assert [line.title for line in library.articles(world.desk, "rebuild")] == ["Rebuild costs"]
    assert [line.title for line in library.articles(world.desk, "recalc")] == ["Rebuild costs"]


def test_ONX_5_an_edited_article_is_found_by_its_new_words(world: World) -> None:
    article = made(knowledge.write_article(world.desk, NewArticle("Rebuild costs", "Run it.", "en")).created)
    done = knowledge.edit_article(world.desk, article, title="Recompute costs")
    assert done.undoable
    assert [line.id for line in library.articles(world.desk, "recompute")] == [article]
    assert library.articles(world.desk, "rebuild") == ()


def test_an_article_used_on_a_case_is_noted_there(world: World, case: UUID) -> None:
    article = made(knowledge.write_article(world.desk, NewArticle("Rebuild costs", "Run it.", "en")).created)
    knowledge.use_article(world.desk, case, article, how="sent")
    with pytest.raises(KnownError, match="can't be “liked”"):
        knowledge.use_article(world.desk, case, article, how="liked")
    (link,) = details.case(world.desk, case).links
    assert (link.kind, link.label, link.detail) == ("article", "KB-1", "sent")
    assert details.timeline(world.desk, case).items[-1].kind is EntryKind.ARTICLE
    assert [line.used for line in library.articles(world.desk)] == [1]


def test_SAP_2_a_release_settles_the_cases_of_its_notes(world: World, case: UUID) -> None:
    product = world.product()
    rounding = note(world, product_id=product)
    knowledge.link_tracking_note(world.desk, case, rounding)
    with pytest.raises(RuleRefusal, match="linked to TN-1 already"):
        knowledge.link_tracking_note(world.desk, case, rounding)
    world.later(days=1)
    done = releases.publish_release(
        world.desk, product, "9.4.3", note_ids=(rounding,), released_on=date(2026, 11, 19)
    )
    assert done.created is not None
    (link,) = details.case(world.desk, case).links
    assert (link.label, link.detail) == ("TN-1", "9.4.3")
    told = details.timeline(world.desk, case).items[-1]
    assert (told.kind, told.data["fixed_in"], told.author) == (EntryKind.TRACKING_NOTE, "9.4.3", "")
    (waiting,) = releases.to_tell(world.desk, done.created)
    assert (waiting.case_id, waiting.tracking_note, waiting.version) == (case, "TN-1", "9.4.3")
    releases.told(world.desk, case)
    assert releases.to_tell(world.desk) == ()
    with pytest.raises(KnownError, match="no release that the client still has to hear of"):
        releases.told(world.desk, case)
    assert [(line.number, line.cases) for line in library.tracking_notes(world.desk, released=True)] == [
        ("TN-1", 1)
    ]


def test_SAP_2_marking_goes_on_where_it_was_interrupted_and_marks_nothing_twice(
    world: World, case: UUID
) -> None:
    product = world.product()
    rounding = note(world, product_id=product)
    knowledge.link_tracking_note(world.desk, case, rounding)
    release = made(releases.publish_release(world.desk, product, "9.4.3", note_ids=(rounding,)).created)
    entries = len(details.timeline(world.desk, case).items)
    releases.mark_settled(world.desk, release)
    assert len(details.timeline(world.desk, case).items) == entries


def test_a_closed_case_is_told_of_and_not_marked(world: World, case: UUID) -> None:
    product = world.product()
    rounding = note(world, product_id=product)
    knowledge.link_tracking_note(world.desk, case, rounding)
    closing.close(world.desk, case)
    release = made(releases.publish_release(world.desk, product, "9.4.3", note_ids=(rounding,)).created)
    assert details.timeline(world.desk, case).items[-1].kind is EntryKind.CLOSED
    assert len(releases.to_tell(world.desk, release)) == 1


def test_a_note_without_a_text_for_clients_is_not_published(world: World) -> None:
    product = world.product()
    silent = note(world, public_text={})
    with pytest.raises(KnownError, match="TN-1 has no text that clients may read"):
        releases.publish_release(world.desk, product, "9.4.3", note_ids=(silent,))
    assert library.tracking_notes(world.desk, released=True) == ()
    knowledge.edit_tracking_note(world.desk, silent, public_text={"fr": "Quatre décimales."})
    releases.publish_release(world.desk, product, "9.4.3", note_ids=(silent,))
    with pytest.raises(KnownError, match=r"9\.4\.3 was published before"):
        releases.publish_release(world.desk, product, "9.4.3")
    with pytest.raises(KnownError, match=r"settled by 9\.4\.3 already"):
        releases.publish_release(world.desk, product, "9.4.4", note_ids=(silent,))


def test_numbers_of_notes_are_never_used_again(world: World) -> None:
    note(world, number="TN-7731")
    assert library.tracking_notes(world.desk)[0].number == "TN-7731"
    note(world)
    assert library.tracking_notes(world.desk)[0].number == "TN-7732"
    with pytest.raises(KnownError, match="TN-7731 already"):
        note(world, number="TN-7731")


def test_ONX_6_a_branch_receives_a_release_once(world: World) -> None:
    toronto = world.branch()
    world.branch("Lyon")
    product = world.product()
    release = made(releases.publish_release(world.desk, product, "9.4.3").created)
    done = releases.receive_release(world.desk, toronto, release)
    assert Ref(Entity.RELEASE, release) in done.outcome.changes.changes
    lines = [(line.branch, line.version, line.received_at) for line in releases.branch_releases(world.desk)]
    assert lines == [("Lyon", "9.4.3", None), ("Toronto", "9.4.3", world.now)]
    with pytest.raises(KnownError, match=r"Toronto has received 9\.4\.3 already"):
        releases.receive_release(world.desk, toronto, release)


def test_a_case_with_a_note_is_still_found_by_its_words(world: World, case: UUID) -> None:
    knowledge.link_tracking_note(world.desk, case, note(world))
    query = CaseQuery(view=ViewKind.SEARCH, search="average cost")
    assert lists.shape(world.desk, query).count == 1
