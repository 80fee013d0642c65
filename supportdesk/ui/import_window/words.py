"""What the targets of an import are called, and its counts in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from supportdesk.services.importing import ImportReport, Preview, Refused, Target
from supportdesk.ui import moments


def target_name(target: Target) -> str:
    """What a column's values become."""
    names = {
        Target.NUMBER: QCoreApplication.translate("Import", "Outside number"),
        Target.TITLE: QCoreApplication.translate("Import", "Title"),
        Target.DESCRIPTION: QCoreApplication.translate("Import", "What the client wrote"),
        Target.STAGE: QCoreApplication.translate("Import", "Stage"),
        Target.SEVERITY: QCoreApplication.translate("Import", "Severity"),
        Target.ORGANISATION: QCoreApplication.translate("Import", "Organisation"),
        Target.CONTACT: QCoreApplication.translate("Import", "Contact"),
        Target.CONTACT_EMAIL: QCoreApplication.translate("Import", "Contact's email"),
        Target.OWNER: QCoreApplication.translate("Import", "Owner"),
        Target.TEAM: QCoreApplication.translate("Import", "Team"),
        Target.LOGGED_AT: QCoreApplication.translate("Import", "Logged at"),
        Target.FIRST_RESPONSE_AT: QCoreApplication.translate("Import", "First response at"),
        Target.FIRST_RESPONSE_MINUTES: QCoreApplication.translate("Import", "First response, minutes"),
        Target.RESOLVED_AT: QCoreApplication.translate("Import", "Resolved at"),
        Target.CLOSED_AT: QCoreApplication.translate("Import", "Closed at"),
        Target.UPDATED_AT: QCoreApplication.translate("Import", "Updated at"),
        Target.CHANNEL: QCoreApplication.translate("Import", "Channel"),
        Target.PRODUCT: QCoreApplication.translate("Import", "Product"),
        Target.TAGS: QCoreApplication.translate("Import", "Tags"),
        Target.COMMENT: QCoreApplication.translate("Import", "Message"),
        Target.KEEP: QCoreApplication.translate("Import", "Keep as it is"),
    }
    return names[target]


def cases_found(count: int) -> str:
    """How many cases a file holds."""
    return QCoreApplication.translate("Import", "%n case(s) can be imported", None, count)


def expected(found: Preview) -> str:
    """What a file would give as it is mapped now, or what no column gives yet."""
    if found.missing:
        names = moments.listed(target_name(target) for target in found.missing)
        text = QCoreApplication.translate("Import", "No column gives: {names}. Say below which one does.")
        return text.format(names=names)
    refused = [rows_refused(found.refused_count)] if found.refused_count else []
    return " · ".join((cases_found(found.cases), *refused))


def rows_refused(count: int) -> str:
    """How many records can't become cases."""
    return QCoreApplication.translate("Import", "%n row(s) can't be imported", None, count)


def import_button(count: int) -> str:
    """What the primary button does."""
    return QCoreApplication.translate("Import", "Import %n case(s)", None, count)


def refusal(refused: Refused) -> str:
    """Why a record was not imported."""
    if not refused.number:
        text = QCoreApplication.translate("Import", "Line {line}: {why}")
        return text.format(line=refused.line, why=refused.why)
    text = QCoreApplication.translate("Import", "Line {line}, number {number}: {why}")
    return text.format(line=refused.line, number=moments.ltr(refused.number), why=refused.why)


def size(count: int) -> str:
    """How large a file is, in Latin digits: `2.9 kB`."""
    locale = QLocale()
    if locale.zeroDigit() != "0":
        locale = QLocale.c()
    return moments.ltr(locale.formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat))


def outcome(report: ImportReport) -> str:
    """What an import came to, in one line."""
    parts = [QCoreApplication.translate("Import", "%n case(s) imported", None, report.new)]
    if report.unchanged:
        parts.append(QCoreApplication.translate("Import", "%n were here already", None, report.unchanged))
    if report.differs_count:
        parts.append(
            QCoreApplication.translate("Import", "%n differ and were left", None, report.differs_count)
        )
    if report.refused_count:
        parts.append(rows_refused(report.refused_count))
    if report.cancelled:
        parts.append(QCoreApplication.translate("Import", "stopped before the end; import again to go on"))
    return " · ".join(parts)
