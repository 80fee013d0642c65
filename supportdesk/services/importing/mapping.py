"""How one file's columns and words become ours: guessed from the file, corrected by a person, kept for next time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import StageKind
from supportdesk.rules.policies.policy import Policy, Stage, Trigger
from supportdesk.services.importing.dates import comes_day_first
from supportdesk.services.importing.products import SERVICENOW, Meaning, Product, product_called, recognise
from supportdesk.services.importing.reading import Record, SourceFile
from supportdesk.services.importing.targets import INSTANTS, REPEATABLE, Target, guess_targets, plain_heading

_SAMPLES = 5000
_MOST_WORDS = 200
NOTHING = frozenset({"", "-", "?", "null", "none"})
"""How exports write that a cell is empty, in lower case."""

_Pairs = tuple[tuple[str, str], ...]


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
    stages: _Pairs
    severities: _Pairs
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


def mapping_from_plain(plain: object) -> ImportMapping:
    """The inverse of `as_plain`; KnownError names what is missing or of another form, as people edit mappings."""
    if not isinstance(plain, Mapping):
        raise _unfit("it is no object with named values")
    try:
        columns = tuple((str(heading), Target(target)) for heading, target in plain["columns"])
    except (KeyError, TypeError, ValueError) as error:
        targets = ", ".join(Target)
        raise _unfit(f"“columns” are pairs of a heading and one of {targets}") from error
    product, policy, time_zone, day_first = (
        plain.get(name) for name in ("product", "policy", "time_zone", "day_first")
    )
    if not (isinstance(product, str) and isinstance(policy, str) and isinstance(time_zone, str)):
        raise _unfit("“product”, “policy” and “time_zone” are texts")
    if not isinstance(day_first, bool):
        raise _unfit("“day_first” is true or false")
    return ImportMapping(
        product, policy, columns, _pairs(plain, "stages"), _pairs(plain, "severities"), time_zone, day_first
    )


def _pairs(plain: Mapping[str, Any], name: str) -> _Pairs:
    try:
        return tuple((str(word), str(meaning)) for word, meaning in plain[name])
    except (KeyError, TypeError, ValueError) as error:
        raise _unfit(f"“{name}” are pairs of a word of the file and one of the policy") from error


def _unfit(why: str) -> KnownError:
    return KnownError(
        f"The mapping can't be used: {why}.",
        "Nothing was imported.",
        "Print the guessed mapping anew and change what differs.",
    )


def check_mapping(mapping: ImportMapping, policy: Policy) -> None:
    """KnownError if the mapping gives a stage or a severity that the policy does not have."""
    stages = {stage.id for stage in policy.stages} | {""}
    severities = {severity.code for severity in policy.severities} | {""}
    for pairs, known in ((mapping.stages, stages), (mapping.severities, severities)):
        for word, meaning in pairs:
            if meaning not in known:
                names = ", ".join(sorted(known - {""})) or "none"
                raise _unfit(f"“{word}” becomes “{meaning}”, but the policy {policy.code} has {names}")


def guess_mapping(source: SourceFile, policy: Policy, time_zone: str) -> ImportMapping:
    """What the file's headings, words and dates say by themselves."""
    headings = headings_of(source)
    product = recognise(headings)
    targets = guess_targets(headings)
    if product.id == SERVICENOW:
        targets = tuple(Target.KEEP for _ in headings)
    return _mapping(source, policy, product, tuple(zip(headings, targets, strict=True)), time_zone)


def fit_mapping(kept: ImportMapping, source: SourceFile, policy: Policy) -> ImportMapping:
    """A kept or edited mapping made to fit a file: its columns in the file's order, and the words it has not met.

    What the mapping says stays. A column unknown to it counts by its heading, unless it takes what another has.
    """
    known: dict[str, list[Target]] = {}
    for heading, target in kept.columns:
        known.setdefault(plain_heading(heading), []).append(target)
    headings = headings_of(source)
    taken = {target for _, target in kept.columns} - REPEATABLE
    columns = []
    for heading, guessed in zip(headings, guess_targets(headings), strict=True):
        given = known.get(plain_heading(heading))
        if given:
            target = given.pop(0) if len(given) > 1 else given[0]
        else:
            target = Target.KEEP if guessed in taken or kept.product == SERVICENOW else guessed
        columns.append((heading, target))
    fitted = _mapping(source, policy, product_of(kept), tuple(columns), kept.time_zone)
    return replace(
        fitted,
        stages=_known_first(kept.stages, fitted.stages),
        severities=_known_first(kept.severities, fitted.severities),
        day_first=kept.day_first,
    )


def _known_first(known: _Pairs, guessed: _Pairs) -> _Pairs:
    return tuple((dict(guessed) | dict(known)).items())


def _mapping(
    source: SourceFile,
    policy: Policy,
    product: Product,
    columns: tuple[tuple[str, Target], ...],
    time_zone: str,
) -> ImportMapping:
    stage_headings, severity_headings = (
        {heading for heading, target in columns if target is wanted}
        for wanted in (Target.STAGE, Target.SEVERITY)
    )
    if product.id == SERVICENOW:
        stage_headings, severity_headings = (
            {heading for heading, _ in columns if plain_heading(heading) == name}
            for name in ("incident state", "priority")
        )
    instants = {heading for heading, target in columns if target in INSTANTS}
    headings = tuple(heading for heading, _ in columns)
    words, dates = _words_and_dates(source, headings, (stage_headings, severity_headings), instants)
    found = comes_day_first(dates)
    return ImportMapping(
        product=product.id,
        policy=policy.code,
        columns=columns,
        stages=tuple((word, stage_for(policy, product, word)) for word in words[0]),
        severities=tuple((word, severity_for(policy, product, word)) for word in words[1]),
        time_zone=time_zone,
        day_first=product.day_first if found is None else found,
    )


def headings_of(source: SourceFile) -> tuple[str, ...]:
    """A table's headings; of JSON records every field in the order in which the first records bring them."""
    if source.shape == "table":
        return source.headers
    # Fields that only a later record brings are kept all the same.
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


def done_stage(policy: Policy) -> str | None:
    """The stage of what is solved and waits for the client's word; None if the policy has none such."""
    return next((stage.id for stage in policy.stages if _CANDIDATES[Meaning.DONE](stage)), None)


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
    if mapping.product == SERVICENOW:
        return ()
    have = {target for _, target in mapping.columns}
    return tuple(target for target in (Target.NUMBER, Target.TITLE, Target.LOGGED_AT) if target not in have)


def product_of(mapping: ImportMapping) -> Product:
    """The help desk a mapping is for."""
    return product_called(mapping.product)


def _words_and_dates(
    source: SourceFile, headings: tuple[str, ...], wanted: tuple[set[str], set[str]], instants: set[str]
) -> tuple[tuple[list[str], list[str]], list[str]]:
    """The distinct words of the whole file under the wanted headings, and dates of its first records."""
    seen: tuple[dict[str, None], dict[str, None]] = ({}, {})
    dates: list[str] = []
    places = tuple([index for index, each in enumerate(headings) if each in names] for names in wanted)
    date_places = [index for index, heading in enumerate(headings) if heading in instants]
    for count, record in enumerate(source.records()):
        if record.problem:
            continue
        cells: Sequence[Any] = record.cells
        if record.fields is not None:
            flat = flat_fields(record)
            cells = [flat.get(heading) for heading in headings]
        for words, indexes in zip(seen, places, strict=True):
            for index in indexes:
                word = cells[index]
                if isinstance(word, str | int) and word not in words and len(words) < _MOST_WORDS:
                    words[str(word).strip()] = None
        if count < _SAMPLES:
            dates.extend(str(cells[index] or "") for index in date_places)
    filled = [[word for word in words if word.casefold() not in NOTHING] for words in seen]
    return (filled[0], filled[1]), dates
