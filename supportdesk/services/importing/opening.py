"""What a person sees once a file for an import is chosen: a guess at its mapping, and what else could be chosen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from supportdesk.rules.policies.policy import Policy
from supportdesk.services.importing.mapping import ImportMapping, fit_mapping, guess_mapping, product_of
from supportdesk.services.importing.reading import SourceFile, open_source
from supportdesk.services.importing.running import kept_mappings
from supportdesk.services.operations.desk import Desk
from supportdesk.services.person import place

_Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file with its guessed mapping. Pairs are (id or code, name in the desk's language)."""

    source: SourceFile
    product: str
    mapping: ImportMapping
    policies: _Pairs
    stages: _Pairs
    severities: _Pairs
    kept: dict[str, ImportMapping]


def open_file(
    desk: Desk, path: Path, *, policy: str | None = None, time_zone: str | None = None
) -> OpenedFile:
    """Look at a file and guess how it is to be read; KnownError when it can't be.

    Without `policy` its cases come under the first policy that has severities, as exports do; without `time_zone`
    its times are those of the desk's branch.
    """
    source = open_source(path)
    now = desk.now()
    known = [desk.policies.in_effect(code, now) for code in desk.policies.codes()]
    chosen = next((each for each in known if each.code == policy), None)
    chosen = chosen or next((each for each in known if each.severities), known[0])
    mapping = guess_mapping(source, chosen, time_zone or place.me(desk).time_zone)
    language = desk.language
    return OpenedFile(
        source=source,
        product=product_of(mapping).name,
        mapping=mapping,
        policies=tuple((each.code, each.name.in_language(language)) for each in known),
        stages=tuple((stage.id, stage.name.in_language(language)) for stage in chosen.stages),
        severities=tuple(
            (each.code, f"{each.code} {each.name.in_language(language)}") for each in chosen.severities
        ),
        kept=_kept(desk, source, mapping.product, {each.code: each for each in known}),
    )


def _kept(
    desk: Desk, source: SourceFile, product: str, policies: dict[str, Policy]
) -> dict[str, ImportMapping]:
    """The mappings kept for this help desk under policies that there still are, each made to fit the file."""
    return {
        name: fit_mapping(mapping, source, policies[mapping.policy])
        for name, mapping in kept_mappings(desk).items()
        if mapping.product == product and mapping.policy in policies
    }
