"""Bringing cases in from other help desks: read, guess a mapping, preview, write; no screen and no network."""

from supportdesk.services.importing.mapping import (
    ImportMapping,
    fit_mapping,
    guess_mapping,
    mapping_from_plain,
)
from supportdesk.services.importing.reading import SourceFile, open_source
from supportdesk.services.importing.running import (
    ImportReport,
    Preview,
    keep_mapping,
    kept_mappings,
    preview,
    run_import,
)
from supportdesk.services.importing.story import CaseStory, Refused
from supportdesk.services.importing.targets import Target
from supportdesk.services.importing.unpacking import Unreadable

__all__ = [
    "CaseStory",
    "ImportMapping",
    "ImportReport",
    "Preview",
    "Refused",
    "SourceFile",
    "Target",
    "Unreadable",
    "fit_mapping",
    "guess_mapping",
    "keep_mapping",
    "kept_mappings",
    "mapping_from_plain",
    "open_source",
    "preview",
    "run_import",
]
