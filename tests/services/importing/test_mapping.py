"""The mapping of columns and words: guessed, corrected, kept, fitted to another file."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk.domain.errors import KnownError
from supportdesk.services import importing
from supportdesk.services.importing import (
    CaseStory,
    ImportMapping,
    Target,
    fit_mapping,
    guess_mapping,
    mapping_from_plain,
    open_source,
)
from supportdesk.services.importing.mapping import severity_for, stage_for
from supportdesk.services.importing.opening import open_file
from supportdesk.services.importing.products import OTHER, PRODUCTS
from tests.services.desk_world import World, policies
from tests.services.importing.exports import HEADING, TICKET, guessed, policy, read, refused_in_words, written

_words = st.text(max_size=12)
_pairs = st.lists(st.tuples(_words, _words), max_size=4).map(tuple)
_mappings = st.builds(
    ImportMapping,
    product=_words,
    policy=_words,
    columns=st.lists(st.tuples(_words, st.sampled_from(Target)), max_size=6).map(tuple),
    stages=_pairs,
    severities=_pairs,
    time_zone=_words,
    day_first=st.booleans(),
)


@given(_mappings)
def test_a_mapping_kept_as_json_is_the_mapping(mapping: ImportMapping) -> None:
    assert mapping_from_plain(json.loads(json.dumps(mapping.as_plain()))) == mapping


def test_mappings_are_kept_by_name(world: World, tmp_path: Path) -> None:
    mapping = guessed(written(tmp_path, HEADING + TICKET))
    importing.keep_mapping(world.desk, "Mondays", replace(mapping, day_first=False))
    importing.keep_mapping(world.desk, "Mondays", mapping)
    importing.keep_mapping(world.desk, "Tuesdays", replace(mapping, time_zone="Asia/Tokyo"))
    kept = importing.kept_mappings(world.desk)
    assert list(kept) == ["Mondays", "Tuesdays"]
    assert kept["Mondays"] == mapping
    assert kept["Tuesdays"].time_zone == "Asia/Tokyo"


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | _words,
    lambda inner: st.lists(inner) | st.dictionaries(_words, inner),
)
_keys = st.sampled_from(["product", "policy", "columns", "stages", "severities", "time_zone", "day_first"])


@given(st.dictionaries(_keys, _json) | _json)
def test_a_mapping_of_another_form_is_refused_in_words(plain: object) -> None:
    try:
        mapping = mapping_from_plain(plain)
    except KnownError as error:
        refused_in_words(error)
    else:
        assert mapping_from_plain(mapping.as_plain()) == mapping


@pytest.mark.parametrize("code", [each.code for each in policies()])
def test_every_word_of_every_product_becomes_a_stage_and_a_severity_that_the_policy_has(code: str) -> None:
    mine = policy(code)
    stages = {stage.id for stage in mine.stages} | {""}
    severities = {severity.code for severity in mine.severities} | {""}
    for product in (*PRODUCTS, OTHER):
        assert {stage_for(mine, product, word) for word in (*product.stages, "never heard of")} <= stages
        assert {severity_for(mine, product, word) for word in (*product.severities, "?!")} <= severities


def test_words_of_the_policy_itself_are_known_whatever_the_product() -> None:
    mine = policy()
    for stage in mine.stages:
        for _, name in stage.name.texts:
            assert stage_for(mine, OTHER, name.upper()) == stage.id
    assert severity_for(mine, OTHER, "s1") == "S1"


def test_spellings_that_drift_between_accounts_are_one_heading(tmp_path: Path) -> None:
    heading = "TICKET ID,subject,STATUS,Priority,Created Time,Last updated time,Closed Time\n"
    path = written(tmp_path, f"{heading}7,a,Closed,Low,2025-06-02,2025-06-03,2025-06-04\n")
    mapping = guessed(path)
    assert mapping.product == "freshdesk"
    assert [target for _, target in mapping.columns] == [
        Target.NUMBER, Target.TITLE, Target.STAGE, Target.SEVERITY,
        Target.LOGGED_AT, Target.UPDATED_AT, Target.CLOSED_AT,
    ]  # fmt: skip


def test_unknown_columns_are_kept_with_the_case(tmp_path: Path) -> None:
    heading = HEADING.replace("Subject", "Subject,Colour,Colour,colour")
    path = written(tmp_path, heading + TICKET.replace("fire", "fire,red,blue,green"))
    assert [heading for heading, target in guessed(path).columns if target is Target.KEEP] == [
        "Colour", "Colour", "colour",
    ]  # fmt: skip
    (story,) = read(path)
    assert isinstance(story, CaseStory)
    assert story.extra == {"Colour": "red, blue", "colour": "green"}


def test_comments_of_no_known_form_are_kept_as_they_are(tmp_path: Path) -> None:
    heading = HEADING.replace("Subject", "Subject,Notes")
    (story,) = read(written(tmp_path, heading + TICKET.replace("fire", "fire,call back")))
    assert isinstance(story, CaseStory)
    assert story.extra == {"comments": "call back"}


def test_a_correction_counts(tmp_path: Path) -> None:
    path = written(tmp_path, "Case,What,Phase,Weight,Begun\n7,Fire,smouldering,heavy,7/6/2025 10:00\n")
    guess = guessed(path)
    assert guess.product == "other"
    corrected = replace(
        guess,
        columns=tuple(
            zip(
                ["Case", "What", "Phase", "Weight", "Begun"],
                [Target.NUMBER, Target.TITLE, Target.STAGE, Target.SEVERITY, Target.LOGGED_AT],
                strict=True,
            )
        ),
        day_first=False,
    )
    fitted = fit_mapping(corrected, open_source(path), policy())
    assert [word for word, _ in fitted.stages] == ["smouldering"]
    assert [word for word, _ in fitted.severities] == ["heavy"]
    told = replace(fitted, stages=(("smouldering", "development"),), severities=(("heavy", "S1"),))
    (story,) = read(path, told)
    assert isinstance(story, CaseStory)
    assert (story.number, story.title, story.severity) == ("7", "Fire", "S1")
    assert story.logged_at.isoformat() == "2025-07-06T08:00:00+00:00"
    assert story.entries[-1].event is not None
    assert story.entries[-1].event.to == "development"


def test_a_kept_mapping_is_fitted_to_a_file_with_other_columns(tmp_path: Path) -> None:
    kept = replace(
        guessed(
            written(
                tmp_path, HEADING.replace("Subject", "Subject,Colour") + TICKET.replace("fire", "fire,red")
            )
        ),
        stages=(("Open", "development"),),
    )
    kept = replace(
        kept,
        columns=tuple(
            (heading, Target.TEAM if heading == "Colour" else target) for heading, target in kept.columns
        ),
    )
    heading = "Created Time,State,Colour,Priority,Subject,Ticket ID,Status\n"
    rows = "2025-06-02,x,red,Low,Fire,8,Open\n2025-06-02,y,red,Low,Ice,9,Closed\n"
    path = written(tmp_path, heading + rows)
    with pytest.raises(KnownError, match="other columns"):
        read(path, kept)
    fitted = fit_mapping(kept, open_source(path), policy())
    assert dict(fitted.columns) == {
        "Created Time": Target.LOGGED_AT, "State": Target.KEEP, "Colour": Target.TEAM, "Priority": Target.SEVERITY,
        "Subject": Target.TITLE, "Ticket ID": Target.NUMBER, "Status": Target.STAGE,
    }  # fmt: skip
    assert dict(fitted.stages) == {"Open": "development", "Closed": "closed"}
    fire, _ = read(path, fitted)
    assert isinstance(fire, CaseStory)
    assert (fire.number, fire.team, fire.extra) == ("8", "red", {"State": "x"})


@given(st.permutations(["Ticket ID", "Subject", "Status", "Priority", "Created time", "Colour", "Colour"]))
def test_fitting_a_guess_to_its_own_file_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, headings: list[str]
) -> None:
    path = written(tmp_path_factory.mktemp("fit"), ",".join(headings) + "\n" + ",".join("1234567") + "\n")
    source = open_source(path)
    guess = guess_mapping(source, policy(), "UTC")
    assert fit_mapping(guess, source, policy()) == guess


def test_a_mapping_that_the_policy_cannot_follow_is_refused(world: World, tmp_path: Path) -> None:
    path = written(tmp_path, HEADING + TICKET)
    mapping = guessed(path)
    for wrong in (
        replace(mapping, stages=(("Open", "nowhere"),)),
        replace(mapping, severities=(("High", "S9"),)),
        replace(mapping, policy="nobody"),
        replace(mapping, time_zone="Nowhere/Atall"),
        replace(mapping, columns=tuple((heading, Target.KEEP) for heading, _ in mapping.columns)),
    ):
        with pytest.raises(KnownError):
            importing.run_import(world.desk, open_source(path), wrong)
    with world.store.read() as conn:
        assert conn.exec_driver_sql('SELECT count(*) FROM "case"').scalar() == 0


def test_a_preview_counts_and_names_what_lacks(world: World, tmp_path: Path) -> None:
    path = written(tmp_path, HEADING + TICKET + "8,No date,Open,High,soon\n")
    seen = importing.preview(world.desk, open_source(path), guessed(path))
    assert (seen.product, seen.cases, seen.refused_count, seen.missing) == ("Freshdesk", 1, 1, ())
    assert [story.number for story in seen.first] == ["7"]
    path = written(tmp_path, "A,Subject\n1,2\n")
    seen = importing.preview(world.desk, open_source(path), guessed(path))
    assert (seen.cases, seen.missing) == (0, (Target.NUMBER, Target.LOGGED_AT))
    with world.store.read() as conn:
        assert conn.exec_driver_sql('SELECT count(*) FROM "case"').scalar() == 0


def test_opening_a_file_offers_what_was_kept_for_its_help_desk_made_to_fit(
    world: World, tmp_path: Path
) -> None:
    first = written(tmp_path, HEADING + TICKET)
    importing.keep_mapping(world.desk, "Mine", replace(guessed(first), stages=(("Open", "development"),)))
    importing.keep_mapping(world.desk, "Other's", replace(guessed(first), product="jira"))
    importing.keep_mapping(world.desk, "Gone", replace(guessed(first), policy="of old"))
    opened = open_file(
        world.desk, written(tmp_path, "Colour,Created time,Priority,Status,Subject,Ticket ID\n")
    )
    assert list(opened.kept) == ["Mine"]
    assert [heading for heading, _ in opened.kept["Mine"].columns] == list(opened.source.headers)
    assert opened.kept["Mine"].stages == (("Open", "development"),)
