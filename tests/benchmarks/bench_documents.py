"""How long the PDF of a visit takes, beside the same photos on bare pages of QPdfWriter; run by hand.

    python -m tests.benchmarks.bench_documents [--photos N] [--rounds N]

Both decode and scale the same JPEG pictures to the same size. The rest is what the report costs: its text, its layout,
the copy of what was signed, the names of its lines and its seal. Verifying is told as well. The best of the rounds.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Sequence

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QGuiApplication, QPageSize, QPainter, QPdfWriter

from supportdesk.documents.blocks import PHOTOS_A_ROW, picture
from supportdesk.documents.verifying import Finding, verify
from supportdesk.documents.visit_document import Language, Photo
from supportdesk.documents.visit_pdf import visit_pdf
from tests.documents.sahel import sahel

WIDTH = 165.0
A_PAGE = 12


def bare(photos: Sequence[Photo]) -> bytes:
    """The photos on pages of their own, three in a row, without a word."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    device = QPdfWriter(buffer)
    device.setResolution(72)
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter(device)
    for number, photo in enumerate(photos):
        if number and number % A_PAGE == 0:
            device.newPage()
        row, column = divmod(number % A_PAGE, PHOTOS_A_ROW)
        painter.drawImage(QRectF(column * WIDTH, row * WIDTH, WIDTH, WIDTH), picture(photo.picture, WIDTH))
    painter.end()
    return bytes(buffer.data().data())


def best(rounds: int, act: Callable[[], object]) -> float:
    """The shortest of several rounds, in seconds."""
    spent = []
    for _ in range(rounds):
        begun = time.perf_counter()
        act()
        spent.append(time.perf_counter() - begun)
    return min(spent)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--photos", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    application = QGuiApplication([])
    print(f"{asked.photos} photos, best of {asked.rounds}")
    for language in Language:
        document = sahel(language, photos=asked.photos, full=True)
        made = visit_pdf(document)
        if verify(made).finding is not Finding.SIGNED:
            raise SystemExit("the report is not as signed")
        yardstick = best(asked.rounds, lambda photos=document.photos: bare(photos))  # type: ignore[misc]
        report = best(asked.rounds, lambda whole=document: visit_pdf(whole))  # type: ignore[misc]
        verified = best(asked.rounds, lambda data=made: verify(data))  # type: ignore[misc]
        size = len(made) / 1024 / len(bare(document.photos)) * 1024
        print(
            f"  {language}: report {1000 * report:6.1f} ms  bare {1000 * yardstick:6.1f} ms"
            f"  ratio {report / yardstick:4.2f}  size {size:4.2f} times  verify {1000 * verified:6.1f} ms"
        )
    application.quit()


if __name__ == "__main__":
    main()
