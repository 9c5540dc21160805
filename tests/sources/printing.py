"""Pages as other programs print them, written by hand: how Word, WPS, browsers and scanners set text.

A font is not embedded; its codes are given out as they are needed (Identity-H), and a table says which
character each of them is (ToUnicode), as in the PDFs of office programs.
"""

from sources.making_binary import pdf_of, stream
from sources.placing import placed


class Printer:
    """Codes for characters as they come, and the table that tells them; ``told`` may tell it wrong."""

    digits = 4  # of a code

    def __init__(self, told=None):
        self.codes, self.told = {}, told or {}

    def hexed(self, text):
        """The codes of a text."""
        codes = (self.codes.setdefault(char, len(self.codes) + 1) for char in text)
        return "".join(f"{code:0{self.digits}x}" for code in codes)

    def line(self, text, x, y, size=16, *, more="", matrix="1 0 0 1"):
        """A line in one piece; ``more`` are operators before it."""
        return f"BT {more} /F {size} Tf {matrix} {x} {y} Tm <{self.hexed(text)}> Tj ET\n"

    def one_by_one(self, text, x, y, size=16):
        """Each character at a place of its own, as WPS prints."""
        return "".join(self.line(g.text, g.x0, y, size) for g in placed(text, x, 0, size))

    def kerned(self, text, x, y, size=16, *, by=-12):
        """A line with a number between any two characters, as Word prints."""
        pieces = f" {by} ".join(f"<{self.hexed(char)}>" for char in text)
        return f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm [{pieces}] TJ ET\n"

    def pdf(self, *pages, mapped=True, more="", resources=""):
        """The document of these pages of content."""
        kids = " ".join(f"{7 + 2 * number} 0 R" for number in range(len(pages)))
        half = [code for char, code in self.codes.items() if char < "\u2000"]
        widths = " ".join(f"{code}[500]" for code in half)
        table = "/ToUnicode 4 0 R" if mapped else ""
        objects = [
            "<</Type/Catalog/Pages 2 0 R>>",
            f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
            f"<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+FangSong/Encoding/Identity-H{table}"
            "/DescendantFonts[5 0 R]>>",
            stream(self._table()),
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+FangSong/DW 1000/W[{widths}]"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            "/FontDescriptor 6 0 R>>",
            "<</Type/FontDescriptor/FontName/ABCDEF+FangSong/Flags 4/Ascent 860/Descent -140>>",
        ]
        for number, content in enumerate(pages):
            objects.append(
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{more}/Resources<</Font<</F 3 0 R>>"
                f"{resources}>>/Contents {8 + 2 * number} 0 R>>"
            )
            objects.append(stream(content))
        return pdf_of(objects)

    def _table(self):
        told = {char: self.told.get(char, char) for char in self.codes}
        rows = "\n".join(
            f"<{code:0{self.digits}x}> <{told[char].encode('utf-16-be').hex()}>"
            for char, code in self.codes.items()
        )
        return (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            f"1 begincodespacerange <{'0' * self.digits}> <{'f' * self.digits}> endcodespacerange\n"
            f"{len(told)} beginbfchar\n{rows}\nendbfchar endcmap end end"
        )


class DrawnPrinter(Printer):
    """The same with a font whose characters are drawn as boxes: it needs none of the machine's fonts.

    A document may hold 255 different characters.
    """

    digits = 2

    def pdf(self, *pages, more=""):
        """The document of these pages of content."""
        kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
        wide = [1000 if char > "\u2000" else 500 for char in self.codes]
        objects = [
            "<</Type/Catalog/Pages 2 0 R>>",
            f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
            "<</Type/Font/Subtype/Type3/FontMatrix[.001 0 0 .001 0 0]/FontBBox[0 -140 1000 860]"
            f"/FirstChar 1/LastChar {len(wide)}/Widths[{' '.join(map(str, wide))}]/ToUnicode 4 0 R"
            f"/Encoding<</Differences[1 {' '.join(f'/w{w}' for w in wide)}]>>"
            "/CharProcs<</w1000 5 0 R/w500 5 0 R>>/Resources<<>>>>",
            stream(self._table()),
            stream("1000 0 0 -140 1000 860 d1 0 -140 450 1000 re f"),
        ]
        for number, content in enumerate(pages):
            objects.append(
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{more}"
                f"/Resources<</Font<</F 3 0 R>>>>/Contents {7 + 2 * number} 0 R>>"
            )
            objects.append(stream(content))
        return pdf_of(objects)
