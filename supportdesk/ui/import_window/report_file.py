"""The report of an import as a CSV file: one line for each record that was refused or left alone."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from supportdesk.services.importing import ImportReport


def report_bytes(report: ImportReport) -> bytes:
    """The report in UTF-8 with a byte order mark, so that spreadsheets read it right."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("line", "number", "why"))
    for each in sorted((*report.refused, *report.differs), key=lambda each: each.line):
        # A cell that begins like a formula would be run by a spreadsheet.
        number = f"'{each.number}" if each.number[:1] in {"=", "+", "-", "@"} else each.number
        writer.writerow((each.line, number, each.why))
    return out.getvalue().encode("utf-8-sig")
