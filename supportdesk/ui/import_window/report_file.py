"""The report of an import as a CSV file: one line for each record that was refused or left alone."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QIODevice, QSaveFile

from supportdesk.domain.errors import KnownError

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


def report_text(report: ImportReport) -> str:
    """The same as lines of text with tabs, for the clipboard."""
    listed = sorted((*report.refused, *report.differs), key=lambda each: each.line)
    return "\n".join(f"{each.line}\t{each.number}\t{each.why}" for each in listed)


def save_report(path: Path, report: ImportReport) -> None:
    """Write the report as a table, whole or not at all; KnownError if it can't be written."""
    content = report_bytes(report)
    file = QSaveFile(str(path))
    opened = file.open(QIODevice.OpenModeFlag.WriteOnly)
    if not opened or file.write(content) != len(content) or not file.commit():
        reason = QCoreApplication.translate("Import", "The system said: {reason}.")
        raise KnownError(
            QCoreApplication.translate("Import", "The report couldn't be saved as {name}.").format(
                name=path.name
            ),
            reason.format(reason=file.errorString().rstrip(".")),
            QCoreApplication.translate("Import", "Choose another folder, or close the file elsewhere."),
        )
