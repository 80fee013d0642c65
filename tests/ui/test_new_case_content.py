"""What the new-case form holds: kept as a draft and brought back, turned into one case or several; no window."""

import json
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from supportdesk.services.operations.plain import plain_mapping
from supportdesk.ui.new_case.content import Content, content_from_plain

_texts = st.text(max_size=20)
_ids = st.uuids()
_contents = st.builds(
    Content,
    organisation_id=st.none() | _ids,
    organisation=_texts,
    contact_id=st.none() | _ids,
    product_id=st.none() | _ids,
    version=_texts,
    summary=_texts,
    aspects=st.lists(_texts, max_size=3).map(tuple),
    template=st.dictionaries(_texts, _texts | st.booleans(), max_size=4),
    reason=st.none() | _texts,
    area=st.none() | _texts,
    answers=st.dictionaries(_texts, _texts, max_size=3),
    severity=st.none() | _texts,
    mine=st.booleans(),
    same_cause=st.lists(_ids, max_size=2).map(tuple),
    sent=st.lists(_ids, max_size=2).map(tuple),
    tried=st.lists(st.tuples(_ids, _texts), max_size=2).map(tuple),
)


@given(_contents)
def test_a_draft_brings_back_what_was_kept(content: Content) -> None:
    assert content_from_plain(json.loads(json.dumps(plain_mapping(content.as_plain())))) == content


def test_a_draft_of_another_version_is_read_as_far_as_it_goes() -> None:
    read = content_from_plain({"summary": "Payroll stops", "colour": "blue"})
    assert read == Content(summary="Payroll stops")


def test_only_what_was_typed_counts_as_something() -> None:
    assert Content(mine=False).empty
    assert not Content(summary="x").empty
    assert not Content(organisation_id=UUID(int=1)).empty


def test_SAG_3_files_and_answers_of_a_split_request() -> None:
    content = Content(aspects=("One", "Two"), template={"description": "Both", "steps": ""})
    first, second = content.cases("sparkrock", None)
    assert (first.title, second.title) == ("One", "Two")
    assert first.body == second.body == "Both"
    assert first.template == {"description": "Both"}
