"""Documents as LibreOffice prints them, in faces of the right kind, and the places on their pages."""

import os
import re
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

needs_libreoffice = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed"),
    pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not installed"),
]
MM = 72 / 25.4
FOOT = re.compile("\u2014\\d+\u2014")
WORD = re.compile('xMin="([\\d.]+)" yMin="([\\d.]+)" xMax="([\\d.]+)" yMax="([\\d.]+)">([^<]*)<')
# What stands for the faces of the office where they are not installed: the right script and weight.
FACES = {
    "仿宋_GB2312": ("AR PL UMing CN", "Noto Serif CJK SC"),
    "楷体_GB2312": ("AR PL UKai CN", "Noto Serif CJK SC"),
    "黑体": ("Noto Sans CJK SC",),
    "宋体": ("Noto Serif CJK SC",),
    "方正小标宋简体": ("Noto Serif CJK SC",),
}


@dataclass(frozen=True)
class Line:
    """A line of a printed page; places in mm from the left and the top."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True)
class Page:
    """A printed page, in mm."""

    width: float
    height: float
    lines: tuple[Line, ...]

    def body(self) -> list[Line]:
        """The lines of the text, without the page number."""
        return [line for line in self.lines if not FOOT.fullmatch(line.text)]

    def foot(self) -> Line:
        """The line of the page number."""
        return next(line for line in self.lines if FOOT.fullmatch(line.text))


def pages_of(pdf) -> list[Page]:
    """The pages of a PDF with their lines."""
    told = subprocess.run(
        ["pdftotext", "-bbox", pdf, "-"], capture_output=True, text=True, check=True
    )
    return [_page(text) for text in told.stdout.split("<page ")[1:]]


def _page(text: str) -> Page:
    width, height = (
        float(n) / MM for n in re.match('width="([\\d.]+)" height="([\\d.]+)"', text).groups()
    )
    rows = defaultdict(list)
    for left, top, right, bottom, word in WORD.findall(text):
        box = [float(n) / MM for n in (left, top, right, bottom)]
        rows[round((box[1] + box[3]) / 2)].append((*box, word))
    return Page(width, height, tuple(_line(sorted(rows[at])) for at in sorted(rows)))


def _line(words) -> Line:
    lefts, tops, rights, bottoms, texts = zip(*words, strict=True)
    return Line("".join(texts), min(lefts), max(rights), min(tops), max(bottoms))


def strokes_of(pdf: Path, number: int) -> list[tuple[float, float, float, float]]:
    """The drawn lines of a page, as left, top, right, bottom in mm from the upper left corner."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[number]
    height = page.get_height()
    found = []
    for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=4):
        left, bottom, right, top = one.get_bounds()
        if (left, bottom, right, top) != (0, 0, 0, 0):
            found.append((left / MM, (height - top) / MM, right / MM, (height - bottom) / MM))
    document.close()
    return found


def print_all(folder: Path, files: Sequence[Path], into: str = "pdf") -> None:
    """Convert the files in their folder, with a profile and faces of its own."""
    faces = folder / "fonts.conf"
    faces.write_text(_fonts(), "utf-8")
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", into, "--outdir", folder / into, *files]
    subprocess.run(
        command,
        check=True,
        capture_output=True,
        timeout=300,
        env={**os.environ, "FONTCONFIG_FILE": str(faces)},
    )


def _fonts() -> str:
    aliases = "".join(
        f'<match target="pattern"><test name="family"><string>{face}</string></test>'
        '<edit name="family" mode="assign" binding="same">'
        + "".join(f"<string>{name}</string>" for name in names)
        + "</edit></match>"
        for face, names in FACES.items()
    )
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"{aliases}</fontconfig>"
    )
