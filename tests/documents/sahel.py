"""A visit to a dairy in Sousse, as mockup 11 shows it: its report in three languages, photos that are made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from math import sin
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from supportdesk.documents.visit_document import Branch, Language, Paper, Photo, VisitDocument
from supportdesk.domain.words import Cover
from supportdesk.rules.cases.signature import Signature, Stroke
from supportdesk.rules.cases.visit_content import content_of
from supportdesk.rules.cases.visit_report import (
    AttachedFile,
    CheckedPoint,
    Health,
    SparePart,
    VisitReport,
)

TUNIS = ZoneInfo("Africa/Tunis")
ARRIVED = datetime(2026, 11, 24, 8, 6, tzinfo=UTC)
LEFT = datetime(2026, 11, 24, 10, 54, tzinfo=UTC)
SIGNED_AT = datetime(2026, 11, 24, 10, 51, tzinfo=UTC)
SENT_AT = datetime(2026, 11, 24, 12, 26, tzinfo=UTC)

_FRENCH = VisitReport(
    performance=(
        CheckedPoint("Dernière sauvegarde valide", Health.WATCH, "vendredi 20 novembre, il y a 4 jours"),
        CheckedPoint("Espace disque du serveur", Health.GOOD, "214 Go libres"),
        CheckedPoint("Contrôle de la base de données", Health.GOOD, "aucune erreur, 4 min"),
        CheckedPoint("Rapports lents", Health.WATCH, "récapitulatif de TVA : 48 s"),
        CheckedPoint("Version des 9 postes", Health.BAD, "2 postes encore en 9.4.1"),
        CheckedPoint("Utilisateurs et droits", Health.GOOD, "9 licences sur 10"),
        CheckedPoint("Impression et modèles", Health.GOOD, "conformes"),
    ),
    received_by="Mme Sonia Trabelsi",
    problems="Le total de TVA d’octobre ne correspondait pas au grand livre.",
    work_done=(
        "Récapitulatif de TVA d’octobre reconstruit après la mise à jour 9.4.2 ; le total de TVA de la déclaration "
        "correspond de nouveau au grand livre. Sept postes sur neuf mis à jour.\n"
        "Demande 10470 (étiquettes) : imprimante réglée sur 40 × 20 mm, essai réussi."
    ),
    recommendations=(
        "Sauvegarder chaque nuit et non chaque semaine.\n"
        "Mettre à jour les deux postes d’emballage avant vendredi.\n"
        "Archiver 2019–2021 pour accélérer la TVA."
    ),
    client_suggestions="« Un bouton pour envoyer la déclaration directement au comptable externe serait très utile. »",
    spare_parts=(SparePart("Tête d’impression TSC 203 dpi", 1),),
)
_ENGLISH = VisitReport(
    performance=(
        CheckedPoint("Last valid backup", Health.WATCH, "Friday 20 November, 4 days ago"),
        CheckedPoint("Disk space of the server", Health.GOOD, "214 GB free"),
        CheckedPoint("Check of the database", Health.GOOD, "no error, 4 min"),
        CheckedPoint("Slow reports", Health.WATCH, "VAT summary: 48 s"),
        CheckedPoint("Version of the 9 workstations", Health.BAD, "2 still on 9.4.1"),
        CheckedPoint("Users and permissions", Health.GOOD, "9 licences of 10"),
        CheckedPoint("Printing and templates", Health.GOOD, "as agreed"),
    ),
    received_by="Ms Sonia Trabelsi",
    problems="The VAT total of October did not agree with the ledger.",
    work_done=(
        "The VAT summary of October was rebuilt after the update to 9.4.2; the total of the return agrees with the "
        "ledger again. Seven of nine workstations are up to date.\n"
        "Case 10470 (labels): printer set to 40 × 20 mm, tested."
    ),
    recommendations=(
        "Back up every night instead of every week.\n"
        "Update the two packing workstations before Friday.\n"
        "Archive 2019–2021 to make VAT faster."
    ),
    client_suggestions="“A button that sends the return to our accountant would be very useful.”",
    spare_parts=(SparePart("Print head TSC 203 dpi", 1),),
)
_ARABIC = VisitReport(
    performance=(
        CheckedPoint("آخر نسخة احتياطية صالحة", Health.WATCH, "الجمعة 20 نوفمبر، قبل 4 أيام"),
        CheckedPoint("مساحة القرص في الخادم", Health.GOOD, "214 غيغابايت متاحة"),
        CheckedPoint("فحص قاعدة البيانات", Health.GOOD, "لا أخطاء، 4 دقائق"),
        CheckedPoint("تقارير بطيئة", Health.WATCH, "ملخص ضريبة القيمة المضافة: 48 ثانية"),
        CheckedPoint("إصدار الأجهزة التسعة", Health.BAD, "جهازان ما زالا على 9.4.1"),
        CheckedPoint("المستخدمون والصلاحيات", Health.GOOD, "9 تراخيص من 10"),
        CheckedPoint("الطباعة والنماذج", Health.GOOD, "مطابقة"),
    ),
    received_by="السيدة سنية الطرابلسي",
    problems="لم يكن مجموع ضريبة أكتوبر مطابقا لدفتر الأستاذ.",
    work_done=(
        "أعيد بناء ملخص ضريبة القيمة المضافة لشهر أكتوبر بعد التحديث 9.4.2، وأصبح مجموع التصريح مطابقا لدفتر الأستاذ "
        "من جديد. تم تحديث سبعة أجهزة من تسعة.\n"
        "الطلب 10470 (الملصقات): ضبطت الطابعة على 40 × 20 مم ونجحت التجربة."
    ),
    recommendations=(
        "النسخ الاحتياطي كل ليلة بدلا من كل أسبوع.\n"
        "تحديث جهازي التعبئة قبل يوم الجمعة.\n"
        "أرشفة 2019–2021 لتسريع حساب الضريبة."
    ),
    client_suggestions="«زر يرسل التصريح مباشرة إلى المحاسب الخارجي سيكون مفيدا جدا.»",
    spare_parts=(SparePart("رأس طباعة TSC 203 dpi", 1),),
)
REPORTS = {Language.FRENCH: _FRENCH, Language.ENGLISH: _ENGLISH, Language.ARABIC: _ARABIC}
_CAPTIONS = {
    Language.FRENCH: ("Salle des serveurs", "Message d’erreur", "Poste d’emballage 2"),
    Language.ENGLISH: ("Server room", "Error message", "Packing workstation 2"),
    Language.ARABIC: ("غرفة الخوادم", "رسالة الخطأ", "جهاز التعبئة 2"),
}
_JOBS = {
    Language.FRENCH: "chef comptable",
    Language.ENGLISH: "head of accounts",
    Language.ARABIC: "رئيسة المحاسبة",
}
_NAMES = {Language.ARABIC: ("ألبان الساحل", "سوسة", "عمر بن سالم", "سنية الطرابلسي")}
_LATIN_NAMES = ("Laiterie du Sahel", "Sousse", "Omar Ben Salem", "Sonia Trabelsi")


def written() -> tuple[Stroke, ...]:
    """A name in two strokes."""
    name = tuple(
        (60 + 3 * each, 200 + round(95 * sin(each / 11) * (1 - each / 330)), 6 * each) for each in range(260)
    )
    return name, ((210, 350, 1800), (480, 330, 1900), (760, 345, 2000))


def photo(name: str, number: int, size: tuple[int, int] = (640, 320)) -> Photo:
    """A picture that tells its number by its colours."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor.fromHsv(number * 47 % 360, 70, 140))
    painter = QPainter(image)
    for box in range(5):
        shade = QColor.fromHsv((number * 47 + box * 30) % 360, 120, 60 + 35 * box)
        painter.fillRect(
            QRectF(size[0] * box / 6 + 20, size[1] * (box % 3) / 5 + 20, size[0] / 7, size[1] / 2), shade
        )
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", 85)  # type: ignore[call-overload]
    data = bytes(buffer.data().data())
    return Photo(AttachedFile(name, sha256(data).hexdigest()), data)


def photos_of(language: Language, count: int) -> tuple[Photo, ...]:
    """So many photos; the fourth of each five stands upright."""
    names = _CAPTIONS[language]
    return tuple(
        photo(
            names[each % 3] if each < 3 else f"{names[each % 3]} ({each})",
            each,
            (480, 640) if each % 5 == 3 else (640, 320),
        )
        for each in range(count)
    )


def signed(document: VisitDocument) -> VisitDocument:
    """The document with the client's signature below it."""
    names = _NAMES.get(document.language, _LATIN_NAMES)
    content = content_of(document.report)
    signature = Signature(
        names[3], SIGNED_AT, written(), content, _JOBS[document.language], document.revision
    )
    return replace(document, signature=signature)


def sahel(
    language: Language = Language.FRENCH,
    *,
    photos: int = 3,
    paper: Paper = Paper.A4,
    report: VisitReport | None = None,
    revision: int = 1,
    long: bool = False,
    full: bool = False,
) -> VisitDocument:
    """The report as it is sent; `report` replaces what was written, `full` has every part filled."""
    pictures = photos_of(language, photos)
    base = report or REPORTS[language]
    if not full and report is None:
        base = replace(base, problems="", spare_parts=())
    if long:
        base = replace(base, work_done=base.work_done * 40, client_suggestions=base.client_suggestions * 30)
    base = replace(
        base,
        engineer=UUID(int=1),
        client=UUID(int=2),
        site=UUID(int=3),
        cases=(UUID(int=10511), UUID(int=10470)),
        arrived=ARRIVED,
        left=LEFT,
        passed_on=True,
        acceptance=replace(base.acceptance, as_asked=True, may_close=True),
        attachments=tuple(each.file for each in pictures) + base.attachments,
    )
    client, site, engineer, _ = _NAMES.get(language, _LATIN_NAMES)
    document = VisitDocument(
        report=base,
        number="VR-0419",
        zone=TUNIS,
        client=client,
        site=site,
        engineer=engineer,
        branch=Branch(
            "Ledgerline Tunisie", "14, rue du Lac Léman, Tunis · +216 70 555 014 · support@ledgerline.example"
        ),
        case_numbers=("10511", "10470"),
        cover=Cover.FIRST_YEAR,
        reopen_days=14,
        photos=pictures,
        revision=revision,
        sent_at=SENT_AT,
        language=language,
        paper=paper,
    )
    return signed(document)
