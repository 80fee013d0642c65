"""The fixed words of a visit's report in the client's language, and how dates, times and numbers are told in it.

The language of the document is not that of the window, so the words are looked up in a translator of its own.
"""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QDate, QLocale, QTranslator

from supportdesk.documents.visit_document import Language
from supportdesk.domain.words import Cover
from supportdesk.rules.cases.visit_report import Health

_CONTEXT = "VisitReport"
_ISOLATE = "\N{LEFT-TO-RIGHT ISOLATE}{}\N{POP DIRECTIONAL ISOLATE}"
_OWN = "\N{FIRST STRONG ISOLATE}{}\N{POP DIRECTIONAL ISOLATE}"

SYMBOLS = {
    Health.GOOD: "\N{CHECK MARK}",
    Health.WATCH: "\N{BLACK UP-POINTING TRIANGLE}",
    Health.BAD: "\N{BALLOT X}",
}

REPORT = QT_TRANSLATE_NOOP("VisitReport", "Report")
VISIT_REPORT = QT_TRANSLATE_NOOP("VisitReport", "Visit report")
REVISION = QT_TRANSLATE_NOOP("VisitReport", "Revision {number}")
PLACE_AND_DAY = QT_TRANSLATE_NOOP("VisitReport", "{place} · {day}")
CLIENT_AND_SITE = QT_TRANSLATE_NOOP("VisitReport", "{client}, {site}")
ENGINEER = QT_TRANSLATE_NOOP("VisitReport", "Engineer")
RECEIVED_BY = QT_TRANSLATE_NOOP("VisitReport", "Received by")
ARRIVAL_DEPARTURE = QT_TRANSLATE_NOOP("VisitReport", "Arrival – departure")
ARRIVAL = QT_TRANSLATE_NOOP("VisitReport", "Arrival")
DURATION = QT_TRANSLATE_NOOP("VisitReport", "Duration")
CASES = QT_TRANSLATE_NOOP("VisitReport", "Cases")
COVER = QT_TRANSLATE_NOOP("VisitReport", "Cover")
SYSTEM_STATE = QT_TRANSLATE_NOOP("VisitReport", "State of the system")
PROBLEMS = QT_TRANSLATE_NOOP("VisitReport", "Problems found")
WORK_DONE = QT_TRANSLATE_NOOP("VisitReport", "Work done")
SPARE_PARTS = QT_TRANSLATE_NOOP("VisitReport", "Spare parts")
RECOMMENDATIONS = QT_TRANSLATE_NOOP("VisitReport", "Recommendations")
SUGGESTIONS = QT_TRANSLATE_NOOP("VisitReport", "The client's suggestions")
PASSED_ON = QT_TRANSLATE_NOOP("VisitReport", "Passed on to product management.")
PHOTOS = QT_TRANSLATE_NOOP("VisitReport", "Photos")
NO_PICTURE = QT_TRANSLATE_NOOP("VisitReport", "The picture can't be shown.")
FILES = QT_TRANSLATE_NOOP("VisitReport", "Attached files")
ACCEPTANCE = QT_TRANSLATE_NOOP("VisitReport", "The client's acceptance")
AS_ASKED = QT_TRANSLATE_NOOP("VisitReport", "The work is done as asked")
MAY_CLOSE = QT_TRANSLATE_NOOP("VisitReport", "The cases may be closed")
CASES_MAY_CLOSE = QT_TRANSLATE_NOOP("VisitReport", "The cases {cases} may be closed")
FOR_CLIENT = QT_TRANSLATE_NOOP("VisitReport", "For the client")
NAME_AND_JOB = QT_TRANSLATE_NOOP("VisitReport", "{name}, {job}")
SIGNED = QT_TRANSLATE_NOOP("VisitReport", "signed on {day} at {time}")
NOT_SIGNED = QT_TRANSLATE_NOOP("VisitReport", "not signed")
SENT = QT_TRANSLATE_NOOP("VisitReport", "Sent on {day} at {time}")
SIGNED_AND_SENT = QT_TRANSLATE_NOOP("VisitReport", "Signed on site, sent on {day} at {time}")
FINGERPRINT = QT_TRANSLATE_NOOP("VisitReport", "Fingerprint {fingerprint}")
PAGE = QT_TRANSLATE_NOOP("VisitReport", "Page {page} of {pages}")
GOOD = QT_TRANSLATE_NOOP("VisitReport", "Good")
WATCH = QT_TRANSLATE_NOOP("VisitReport", "To watch")
BAD = QT_TRANSLATE_NOOP("VisitReport", "To put right")
HOURS_AND_MINUTES = QT_TRANSLATE_NOOP("VisitReport", "{hours} h {minutes} min")
MINUTES = QT_TRANSLATE_NOOP("VisitReport", "{minutes} min")
DATE = QT_TRANSLATE_NOOP("VisitReport", "{day} {month} {year}")
WEEKDAY_AND_DATE = QT_TRANSLATE_NOOP("VisitReport", "{weekday}, {date}")
BETWEEN_NAMES = QT_TRANSLATE_NOOP("VisitReport", ", ")

CHANGED = QT_TRANSLATE_NOOP("VisitReport", "Changed since revision {number}")
SITE = QT_TRANSLATE_NOOP("VisitReport", "Site")
CLIENT = QT_TRANSLATE_NOOP("VisitReport", "Client")
REMARK = QT_TRANSLATE_NOOP("VisitReport", "Remark")
WAS = QT_TRANSLATE_NOOP("VisitReport", "{part}, was:")
IS_NOW = QT_TRANSLATE_NOOP("VisitReport", "{part}, is now:")
IS_NEW = QT_TRANSLATE_NOOP("VisitReport", "{part}, added:")
IS_GONE = QT_TRANSLATE_NOOP("VisitReport", "{part}, taken out:")
IS_ANOTHER = QT_TRANSLATE_NOOP("VisitReport", "{part}: another than before")

REOPENING = QT_TRANSLATE_NOOP("VisitReport", "A closed case can be taken up again; limit in days: {days}.")

_HEALTH = {Health.GOOD: GOOD, Health.WATCH: WATCH, Health.BAD: BAD}
# What is no cover is nothing to print on a client's report.
_COVERS = {
    Cover.CONTRACT: QT_TRANSLATE_NOOP("VisitReport", "Service contract"),
    Cover.PARTNER: QT_TRANSLATE_NOOP("VisitReport", "Certified partner"),
    Cover.WARRANTY: QT_TRANSLATE_NOOP("VisitReport", "Annual warranty"),
    Cover.FIRST_YEAR: QT_TRANSLATE_NOOP("VisitReport", "Warranty, year 1"),
    Cover.SEASON_TICKET: QT_TRANSLATE_NOOP("VisitReport", "Season ticket"),
    Cover.INCIDENT: QT_TRANSLATE_NOOP("VisitReport", "Paid incident"),
    Cover.INVOICE: QT_TRANSLATE_NOOP("VisitReport", "Invoiced"),
}


class Words:
    """The words of one language; without a translator, or where that has none, they are English."""

    def __init__(self, language: Language, translator: QTranslator | None, zone: tzinfo) -> None:
        self.language = language
        self.from_right = language is Language.ARABIC
        self._translator = translator
        self._zone = zone
        # Without a country Arabic is written with Latin digits, as everywhere in the program.
        self._locale = QLocale(QLocale(language.value).language(), QLocale.Country.World)

    def __call__(self, text: object, **values: str) -> str:
        """One of this module's texts, in the language, with the values put in."""
        source = str(text)
        found = self._translator.translate(_CONTEXT, source) if self._translator is not None else None
        told = found or source
        return told.format(**values) if values else told

    def ltr(self, text: str) -> str:
        """A number, code or version: in a line from the right it keeps its own direction."""
        return _ISOLATE.format(text) if self.from_right and text else text

    def own(self, text: str) -> str:
        """A name, which may be of another script than the line."""
        return _OWN.format(text) if self.from_right and text else text

    def health(self, health: Health) -> str:
        """How a point was found, with its symbol."""
        return f"{SYMBOLS[health]} {self(_HEALTH[health])}"

    def cover(self, cover: Cover | None) -> str:
        """What covers the visit; nothing where nothing does."""
        source = _COVERS.get(cover) if cover is not None else None
        return self(source) if source else ""

    def reopening(self, days: int) -> str:
        """For how long a closed case can be taken up again."""
        return self(REOPENING, days=self.ltr(str(days)))

    def listed(self, texts: tuple[str, ...]) -> str:
        """Codes or numbers in one line."""
        return self(BETWEEN_NAMES).join(map(self.ltr, texts))

    def day(self, at: datetime) -> str:
        """`24 November 2026`."""
        there = at.astimezone(self._zone)
        return self(
            DATE,
            day=self.ltr(str(there.day)),
            month=self._locale.monthName(there.month),
            year=self.ltr(str(there.year)),
        )

    def weekday_and_day(self, at: datetime) -> str:
        """`Tuesday, 24 November 2026`."""
        there = at.astimezone(self._zone)
        weekday = self._locale.dayName(QDate(there.year, there.month, there.day).dayOfWeek())
        return self(WEEKDAY_AND_DATE, weekday=weekday, date=self.day(at))

    def time(self, at: datetime) -> str:
        """`09:06`."""
        return self.ltr(f"{at.astimezone(self._zone):%H:%M}")

    def span(self, begun: datetime, ended: datetime) -> str:
        """`09:06 – 11:54`; with the days where they are not the same."""
        first, last = (each.astimezone(self._zone) for each in (begun, ended))
        if first.date() == last.date():
            return self.ltr(f"{first:%H:%M} – {last:%H:%M}")
        return f"{self.day(begun)} {self.time(begun)} – {self.day(ended)} {self.time(ended)}"

    def duration(self, seconds: float) -> str:
        """`2 h 48 min`; parts of a minute are dropped."""
        hours, minutes = divmod(max(0, int(seconds)) // 60, 60)
        if not hours:
            return self(MINUTES, minutes=self.ltr(str(minutes)))
        return self(HOURS_AND_MINUTES, hours=self.ltr(str(hours)), minutes=self.ltr(f"{minutes:02}"))
