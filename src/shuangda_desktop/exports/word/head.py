"""How a document begins: nothing, the red head, or the head of a letter (信函格式)."""

from shuangda_desktop.exports.measure import half_widths
from shuangda_desktop.exports.word.official import Face, OfficialDocument, Piece
from shuangda_desktop.exports.word.styles import Style
from shuangda_desktop.exports.word.word import TEXT_WIDTH
from shuangda_desktop.papers.model import Dress, Form

NUMBER = "\u3014请填写发文字号\u3015"
NAME = "\u3014请填写发文机关\u3015"
LARGEST, LEAST = 62.0, 30.0  # points of the red name; a longer one is set narrower
LINE_POINTS = TEXT_WIDTH / 20


def write_head(document: OfficialDocument, dress: Dress) -> None:
    """All that stands above the title."""
    if dress.form is Form.RED:
        _write_red(document, dress)
    elif dress.form is Form.LETTER:
        _write_letter(document, dress)
    elif dress.document_number:
        document.paragraph(Style.NUMBER, dress.document_number)
        document.blank()


def _write_red(document: OfficialDocument, dress: Dress) -> None:
    """The red name, number, signer and red rule; two lines of room for the title."""
    words = dress.name or NAME
    size, stretch = fitting(half_widths(words) / 2)
    if dress.urgency:
        document.paragraph(Style.URGENCY, dress.urgency)
    name = Piece(words, size=size, stretch=stretch)
    document.paragraph(Style.RED_HEAD_BELOW if dress.urgency else Style.RED_HEAD, name)
    document.blank()
    document.blank()
    number = dress.document_number or NUMBER
    if dress.signer:
        signer = Piece(dress.signer, Face.KAI)
        document.paragraph(Style.NUMBER_SIGNED, f"{number}\t签发人\uff1a", signer)
    else:
        document.paragraph(Style.NUMBER_RULED, number)
    document.blank()
    document.blank()


def _write_letter(document: OfficialDocument, dress: Dress) -> None:
    """The name between the rules of the page, urgency left and number right below it."""
    name = dress.name.removesuffix("文件") or NAME
    size, stretch = fitting(half_widths(name) / 2)
    document.letter = Piece(name, size=size, stretch=stretch)
    if dress.urgency:
        document.paragraph(Style.URGENCY, dress.urgency)
    document.paragraph(Style.LETTER_NUMBER, dress.document_number or NUMBER)
    document.blank()
    document.blank()


def fitting(characters: float) -> tuple[float, int]:
    """The size at which a name fills its line at most, and how much narrower it has to be set."""
    size = min(LARGEST, max(LEAST, LINE_POINTS // max(characters, 1)))
    return size, min(100, int(LINE_POINTS / (size * max(characters, 1)) * 100))
