"""How one file's columns and words become ours: guessed from the file, corrected by a person, kept for next time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import StageKind
from supportdesk.rules.policy import Policy, Stage, Trigger
from supportdesk.services.importing.dates import comes_day_first
from supportdesk.services.importing.products import Meaning, Product, product_called, recognise
from supportdesk.services.importing.reading import Record, SourceFile
from supportdesk.services.importing.targets import INSTANTS, Target, guess_targets

_SAMPLES = 5000
_MOST_WORDS = 200


@dataclass(frozen=True, slots=True)
class ImportMapping:
    """Everything a person can correct before an import.

    `columns` are (heading, target) in the order of the file. `stages` and `severities` turn the file's words into
    stage ids and severity codes of the policy; "" keeps the stage a case has, or leaves the severity open.
    `time_zone` is that of times without an offset.
    """

    product: str
    policy: str
    columns: tuple[tuple[str, Target], ...]
    stages: tuple[tuple[str, str], ...]
    severities: tuple[tuple[str, str], ...]
    time_zone: str
    day_first: bool

    @property
    def zone(self) -> ZoneInfo:
        """The zone of times without an offset; KnownError if there is none of this name."""
        try:
            return ZoneInfo(self.time_zone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise KnownError(
                f"There is no time zone “{self.time_zone}”.",
                "Times in the file can't be placed.",
                "Choose a zone such as Europe/Paris.",
            ) from error

    def as_plain(self) -> dict[str, Any]:
        """The mapping as JSON values, for keeping it under a name."""
        return {
            "product": self.product,
            "policy": self.policy,
            "columns": [list(column) for column in self.columns],
            "stages": [list(pair) for pair in self.stages],
            "severities": [list(pair) for pair in self.severities],
            "time_zone": self.time_zone,
            "day_first": self.day_first,
        }


def mapping_from_plain(plain: Mapping[str, Any]) -> ImportMapping:
    """The inverse of `as_plain`."""
    return ImportMapping(
        product=plain["product"],
        policy=plain["policy"],
        columns=tuple((heading, Target(target)) for heading, target in plain["columns"]),
        stages=tuple((word, stage) for word, stage in plain["stages"]),
        severities=tuple((word, code) for word, code in plain["severities"]),
        time_zone=plain["time_zone"],
        day_first=plain["day_first"],
    )


def guess_mapping(source: SourceFile, policy: Policy, time_zone: str) -> ImportMapping:
    """What the file's headings, words and dates say by themselves."""
    headings = headings_of(source)
    product = recognise(headings)
    if product.id == "servicenow":
        targets = tuple(Target.KEEP for _ in headings)
        stage_headings, severity_headings = {"incident_state"}, {"priority"}
    else:
        targets = guess_targets(headings)
        stage_headings = _headings_for(headings, targets, Target.STAGE)
        severity_headings = _headings_for(headings, targets, Target.SEVERITY)
    instants = {heading for heading, target in zip(headings, targets, strict=True) if target in INSTANTS}
    words, dates = _words_and_dates(source, headings, (stage_headings, severity_headings), instants)
    found = comes_day_first(dates)
    return ImportMapping(
        product=product.id,
        policy=policy.code,
        columns=tuple(zip(headings, targets, strict=True)),
        stages=tuple((word, stage_for(policy, product, word)) for word in words[0]),
        severities=tuple((word, severity_for(policy, product, word)) for word in words[1]),
        time_zone=time_zone,
        day_first=product.day_first if found is None else found,
    )


def headings_of(source: SourceFile) -> tuple[str, ...]:
    """A table's headings; of JSON records every field in the order in which the first records bring them."""
    if source.shape == "table":
        return source.headers
    names: dict[str, None] = {}
    for record in islice(source.records(), 200):
        names.update(dict.fromkeys(flat_fields(record)))
    return tuple(names)


def flat_fields(record: Record) -> dict[str, Any]:
    """A JSON record's fields; of an object within, its fields as "outer.inner"."""
    flat: dict[str, Any] = {}
    for name, value in (record.fields or {}).items():
        if isinstance(value, dict):
            flat.update({f"{name}.{inner}": inner_value for inner, inner_value in value.items()})
        else:
            flat[name] = value
    return flat


def stage_for(policy: Policy, product: Product, word: str) -> str:
    """The stage id that a status word of this help desk stands for; "" to keep the stage a case has."""
    named = policy.stage_called(word)
    if named is not None:
        return named.id
    meaning = product.stages.get(word.casefold(), Meaning.WORKING)
    if meaning is Meaning.UNKNOWN:
        return ""
    if meaning is Meaning.NEW:
        return policy.first_stage.id
    if meaning is Meaning.CLOSED:
        return policy.closing.closed_stage
    wanted = _CANDIDATES.get(meaning)
    found = next((stage.id for stage in policy.stages if wanted and wanted(stage)), None)
    return found or _working_stage(policy)


_CANDIDATES: dict[Meaning, Callable[[Stage], bool]] = {
    Meaning.WAITING_CLIENT: lambda stage: stage.kind is StageKind.WAITING,
    Meaning.WAITING_VENDOR: lambda stage: "vendor" in stage.asks,
    Meaning.HOLD: lambda stage: stage.kind is StageKind.HOLD,
    Meaning.DEVELOPMENT: lambda stage: stage.look == "development",
    Meaning.DONE: lambda stage: stage.kind is StageKind.DONE and stage.look != "delivered",
}


def _working_stage(policy: Policy) -> str:
    for automatic in policy.automatics:
        if automatic.trigger is Trigger.ASSIGNED:
            return automatic.move_to

    def is_work(stage: Stage) -> bool:
        return stage.kind is StageKind.OPEN and not stage.first and not stage.system

    return next((stage.id for stage in policy.stages if is_work(stage)), policy.first_stage.id)


def severity_for(policy: Policy, product: Product, word: str) -> str:
    """The severity code that a priority word of this help desk stands for; "" to leave it open."""
    named = policy.severity(word)
    if named is not None:
        return named.code
    rank = product.severities.get(word.casefold())
    return next((severity.code for severity in policy.severities if severity.rank == rank), "")


def missing_targets(mapping: ImportMapping) -> tuple[Target, ...]:
    """The targets without which nothing can be imported and that no column has."""
    if mapping.product == "servicenow":
        return ()
    have = {target for _, target in mapping.columns}
    return tuple(target for target in (Target.NUMBER, Target.TITLE, Target.LOGGED_AT) if target not in have)


def product_of(mapping: ImportMapping) -> Product:
    """The help desk a mapping is for."""
    return product_called(mapping.product)


def _headings_for(headings: tuple[str, ...], targets: Iterable[Target], wanted: Target) -> set[str]:
    return {heading for heading, target in zip(headings, targets, strict=True) if target is wanted}


def _words_and_dates(
    source: SourceFile, headings: tuple[str, ...], wanted: tuple[set[str], set[str]], instants: set[str]
) -> tuple[tuple[list[str], list[str]], list[str]]:
    """The distinct words of the whole file under the wanted headings, and dates of its first records."""
    seen: tuple[dict[str, None], dict[str, None]] = ({}, {})
    dates: list[str] = []
    places = tuple([index for index, each in enumerate(headings) if each in names] for names in wanted)
    date_places = [index for index, heading in enumerate(headings) if heading in instants]
    for count, record in enumerate(source.records()):
        cells: Sequence[Any] = record.cells
        if record.fields is not None:
            flat = flat_fields(record)
            cells = [flat.get(heading) for heading in headings]
        elif record.problem:
            continue
        for words, indexes in zip(seen, places, strict=True):
            for index in indexes:
                word = cells[index]
                if word not in words and word not in {None, ""} and len(words) < _MOST_WORDS:
                    words[word] = None
        if count < _SAMPLES:
            dates.extend(str(cells[index] or "") for index in date_places)
    return ([str(word).strip() for word in seen[0]], [str(word).strip() for word in seen[1]]), dates
