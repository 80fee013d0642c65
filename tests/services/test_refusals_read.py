"""What a rule refuses is told with the policy's own names in the language of whoever asked."""

from __future__ import annotations

import pytest

from supportdesk.domain.errors import RuleRefusal
from supportdesk.services.cases import branches, closing, handling
from supportdesk.services.queries import details
from tests.services.desk_world import World


def test_SPK_6_SAG_8_a_refused_move_names_stages_in_the_readers_language(world: World) -> None:
    nadia = world.sits_down()
    client = world.client()
    world.contract(client)
    case = world.case(client, severity="S3")
    stages = {stage.id: stage for stage in details.case(world.desk, case).stages}
    french = world.as_agent(nadia, language="fr_CA")
    read = {stage.id: stage for stage in details.case(french, case).stages}
    assert stages["development"].name != read["development"].name
    with pytest.raises(RuleRefusal) as told:
        handling.move_stage(world.desk, case, "testing")
    assert f"comes only after {stages['development'].name}" in told.value.what
    with pytest.raises(RuleRefusal) as heard:
        handling.move_stage(french, case, "testing")
    assert f"comes only after {read['development'].name}" in heard.value.what
    assert read["testing"].refused == heard.value.what


def test_ONX_4_reasons_are_named_in_the_readers_language(world: World) -> None:
    world.branch("Head office", kind="central", time_zone="Asia/Aden")
    lyon = world.branch("Lyon", time_zone="Europe/Paris")
    claire = world.sits_down("Claire Fontaine", branch_id=lyon)
    case = world.case(world.client("Al-Rashid", "onyxpro", branch_id=lyon), reason="error_by_system")
    for language, name in (
        ("en", "Error for the developers"),
        ("fr", "Erreur à traiter par les développeurs"),
    ):
        with pytest.raises(RuleRefusal) as told:
            branches.escalate(world.as_agent(claire, language=language), case, "boredom")
        assert name in told.value.remedy


def test_SYN_4_the_kinds_of_resolution_are_named_as_the_reader_knows_them(world: World) -> None:
    nadia = world.sits_down()
    case = world.case(world.client("Bare Books", "synergy"))
    with pytest.raises(RuleRefusal) as told:
        closing.close(world.as_agent(nadia, language="ar"), case)
    # A language that the policy does not have leaves its own words.
    kinds = details.case(world.desk, case).resolutions
    assert all(name in told.value.remedy for _, name in kinds)
