"""The paragraph styles of official documents, and the face of each."""

from enum import StrEnum

from shuangda_desktop.papers.fonts import Face as Face


class Style(StrEnum):
    """Paragraph styles of resources/templates/styles.xml."""

    TITLE = "Title"
    RED_HEAD = "RedHead"
    RED_HEAD_BELOW = "RedHeadBelow"  # below a line that says how urgent it is
    NUMBER = "Number"
    NUMBER_RULED = "NumberRuled"
    NUMBER_SIGNED = "NumberSigned"
    RECIPIENTS = "Recipients"
    BODY = "Body"
    CHAPTER = "Heading1"
    SECTION = "Heading2"
    DUTY = "Duty"
    ANNEX_LIST = "AnnexList"
    ANNEX_FIRST = "AnnexFirst"
    ANNEX_NEXT = "AnnexNext"
    SIGNATURE = "Signature"
    ISSUE_DATE = "IssueDate"
    ANNEX_MARK = "AnnexMark"
    BLANK = "Normal"
    URGENCY = "Urgency"
    LETTER_HEAD = "LetterHead"
    LETTER_NUMBER = "LetterNumber"
    IMPRINT = "Imprint"
    IMPRINT_RULE = "ImprintRule"
    LARGE_BODY = "LargeBody"
    LARGE_CHAPTER = "LargeChapter"
    LARGE_CELL = "LargeCell"
    LARGE_CELL_CENTRED = "LargeCellCentre"
    LARGE_CELL_HEAD = "LargeCellHead"
    LARGE_CELL_BAND = "LargeCellBand"
    AFTER_TABLE = "AfterTable"
    BESIDE_TABLE = "BesideTable"
    CELL = "TableText"
    CELL_CENTRED = "TableCentre"
    CELL_HEAD = "TableHead"
    CELL_BAND = "TableBand"


FACES = {
    Style.TITLE: Face.TITLE,
    Style.RED_HEAD: Face.TITLE,
    Style.RED_HEAD_BELOW: Face.TITLE,
    Style.CHAPTER: Face.HEI,
    Style.SECTION: Face.KAI,
    Style.ANNEX_MARK: Face.HEI,
    Style.URGENCY: Face.HEI,
    Style.LETTER_HEAD: Face.TITLE,
    Style.CELL_HEAD: Face.HEI,
    Style.CELL_BAND: Face.HEI,
    Style.LARGE_CHAPTER: Face.HEI,
    Style.LARGE_CELL_HEAD: Face.HEI,
    Style.LARGE_CELL_BAND: Face.HEI,
}
LARGE = {  # what each style becomes in a document that is read at a distance
    Style.BODY: Style.LARGE_BODY,
    Style.CHAPTER: Style.LARGE_CHAPTER,
    Style.CELL: Style.LARGE_CELL,
    Style.CELL_CENTRED: Style.LARGE_CELL_CENTRED,
    Style.CELL_HEAD: Style.LARGE_CELL_HEAD,
    Style.CELL_BAND: Style.LARGE_CELL_BAND,
}
