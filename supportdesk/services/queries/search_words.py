"""What people call stages, severities, areas and resolutions in a search, in every language of the policies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from supportdesk.domain.localised import LocalisedText
from supportdesk.rules.policies.policy import Policy
from supportdesk.services.operations.policies import PolicyBook
from supportdesk.store.folding import fold
from supportdesk.store.search_terms import Field

Names = Mapping[Field, Mapping[str, frozenset[str]]]


def search_names(policies: PolicyBook) -> Names:
    """For each field that policies name: the folded names, each with the values that are called so."""
    found: dict[Field, dict[str, set[str]]] = {field: defaultdict(set) for field in _SOURCES}
    for code in policies.codes():
        for policy in policies.versions(code):
            for field, source in _SOURCES.items():
                for value, name in source(policy):
                    for called in (value, *(text for _, text in name.texts)):
                        found[field][" ".join(fold(called).split())].add(value)
    return {
        field: {name: frozenset(values) for name, values in names.items()} for field, names in found.items()
    }


def term(names: Names, field: Field, value: str, label: str) -> str:
    """A search term that finds exactly this value: by its label if that names nothing else, else by the value."""
    meant = names.get(field, {}).get(" ".join(fold(label).split()))
    return f"{field.value}:{_quoted(label if meant == frozenset((value,)) else value)}"


def _quoted(text: str) -> str:
    plain = text.replace('"', " ").strip()
    return plain if plain.isalnum() else f'"{plain}"'


def _stages(policy: Policy) -> Iterator[tuple[str, LocalisedText]]:
    return ((stage.id, stage.name) for stage in policy.stages)


def _severities(policy: Policy) -> Iterator[tuple[str, LocalisedText]]:
    return ((severity.code, severity.name) for severity in policy.severities)


def _areas(policy: Policy) -> Iterator[tuple[str, LocalisedText]]:
    return ((area.id, area.name) for area in policy.intake.areas)


def _resolutions(policy: Policy) -> Iterator[tuple[str, LocalisedText]]:
    return ((kind.id, kind.name) for kind in policy.closing.resolution_kinds)


def _policies(policy: Policy) -> Iterable[tuple[str, LocalisedText]]:
    return ((policy.code, policy.name),)


_SOURCES = {
    Field.STAGE: _stages,
    Field.SEVERITY: _severities,
    Field.AREA: _areas,
    Field.RESOLUTION: _resolutions,
    Field.POLICY: _policies,
}
