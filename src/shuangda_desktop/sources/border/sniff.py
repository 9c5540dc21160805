"""What a file is, told by its content and never by its name; what to do with what is not read."""

import re
import struct
from enum import Enum

from shuangda_desktop.text.punctuation import widen


class Kind(Enum):
    """Kinds of file; the value is what the clerk is told, None where the file is read."""

    TEXT = None
    WORD = "docx"
    PAGE = "html"
    OLD_WORD = "doc"
    RICH_TEXT = "rtf"
    MAIL_PAGE = "mht"
    PDF = "pdf"
    OFD = "ofd"
    SHEET = "xlsx"
    OLD_SHEET = "xls"
    ENCRYPTED = "这个文件设了打开密码,程序读不了。请先在WPS中取消密码再导入。"
    OLD_OTHER = "这是旧格式的办公文件,程序读不了。请在WPS中打开,另存为.docx后再导入。"
    SLIDES = "这是演示文稿,不是方案文件。请选择方案的文字稿(.docx或.txt)。"
    WORD_XML = "这是XML格式的Word文档,程序读不了。请在WPS中打开,另存为.docx后再导入。"
    SHEET_XML = "这是XML格式的电子表格,程序读不了。请在WPS中打开,另存为.xlsx后再导入。"
    OPEN_SHEET = "这是ODS格式的电子表格,程序读不了。请在WPS中打开,另存为.xlsx后再导入。"
    BINARY_SHEET = "这是XLSB格式的电子表格,程序读不了。请在WPS中打开,另存为.xlsx后再导入。"
    OPEN_TEXT = "这是ODT格式的文档,程序读不了。请在WPS中打开,另存为.docx后再导入。"
    PICTURE = "这是图片,里面没有文字可读。请先用文字识别软件转成文字,再粘贴导入。"
    ARCHIVE = "这是压缩包。请先解压,再导入其中的方案文件。"
    CUT_OFF = "这个文件已损坏或不完整,程序读不了。请在WPS中打开后另存一份,或向对方重新索取。"

    @property
    def refusal(self) -> str:
        """The sentence for the clerk, in full-width punctuation."""
        return widen(str(self.value))


READ = {
    Kind.TEXT, Kind.WORD, Kind.PAGE, Kind.OLD_WORD, Kind.RICH_TEXT, Kind.MAIL_PAGE, Kind.PDF,
    Kind.OFD, Kind.SHEET, Kind.OLD_SHEET,
}  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = {
    "EncryptedPackage": Kind.ENCRYPTED,
    "WordDocument": Kind.OLD_WORD,
    "Workbook": Kind.OLD_SHEET,
    "Book": Kind.OLD_SHEET,
}
_ZIP = b"PK\x03\x04"
_END = b"PK\x05\x06"
_END_SIZE = 22
_FIRST = 100  # bytes: the type of an open document stands there
_ZIP_PARTS = {
    b"word/document": Kind.WORD,
    b"xl/workbook.xml": Kind.SHEET,
    b"xl/workbook.bin": Kind.BINARY_SHEET,
    b"ppt/presentation.xml": Kind.SLIDES,
    b"OFD.xml": Kind.OFD,
    b"application/vnd.oasis.opendocument.text": Kind.OPEN_TEXT,
    b"application/vnd.oasis.opendocument.spreadsheet": Kind.OPEN_SHEET,
}
_STARTS = {
    b"{\\rtf": Kind.RICH_TEXT,
    b"\x89PNG": Kind.PICTURE,
    b"\xff\xd8\xff": Kind.PICTURE,
    b"GIF8": Kind.PICTURE,
    b"BM": Kind.PICTURE,
    b"II*\x00": Kind.PICTURE,
    b"MM\x00*": Kind.PICTURE,
    b"RIFF": Kind.PICTURE,
    b"Rar!": Kind.ARCHIVE,
    b"7z\xbc\xaf": Kind.ARCHIVE,
    b"\x1f\x8b": Kind.ARCHIVE,
}
HEAD = 1_024
_PAGE = re.compile(  # a page, or a stretch of one: what was copied may begin anywhere
    rb"<!(?:doctype html|--)|</?(?:html|head|title|body|meta|table|tbody|thead|tr|t[dh]|caption"
    rb"|colgroup|p|div|h[1-6]|[uo]l|li|center|section|article|main)(?=[\s/>])"
)
_COMMENTS = re.compile(
    rb"(?:<!--(?!\[if|startfragment)[^<>]{0,200}-->\s{0,9}){1,9}"
)  # of a page's editor
_ROWS = (b"</tr>", b"</td>")  # a table somewhere below a line of text
_MAIL_MARKS = (b"mime-version:", b"from:", b"subject:", b"date:", b"content-type:", b"x-")
_XML_MARKS = {
    b"<html": Kind.PAGE,
    b"w:worddocument": Kind.WORD_XML,
    b"pkg:package": Kind.WORD_XML,
    b"office:spreadsheet": Kind.SHEET_XML,
}


def kind_of(content: bytes) -> Kind:
    """What the bytes are."""
    if content.startswith(_OLE):
        return _kind_of_ole(content)
    if content.startswith(_ZIP):
        names = _names_in(content)
        other = Kind.ARCHIVE if _END in content else Kind.CUT_OFF  # an archive ends with its list
        return next((k for mark, k in _ZIP_PARTS.items() if mark in names), other)
    for mark, kind in _STARTS.items():
        if content.startswith(mark) and (mark != b"BM" or b"\x00" in content[:HEAD]):
            return kind
    kind = _kind_of_text(content[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower())
    return Kind.PAGE if kind is Kind.TEXT and _has_rows(content) else kind


def _has_rows(content: bytes) -> bool:
    """Whether the markup of a table stands in a text."""
    return all(mark in content or mark.upper() in content for mark in _ROWS)


def is_markup(text: str) -> bool:
    """Whether a text is the source of a page or a stretch of one, or holds the rows of a table."""
    return kind_of(text.encode("utf-8", "replace")) is Kind.PAGE


def _names_in(content: bytes) -> bytes:
    """Where an archive names its members; all of it where it does not say.

    Documents that lie packed in an archive have members of their own, which are not the archive's.
    """
    end = content.rfind(_END)
    if end < 0 or end + _END_SIZE > len(content):
        return content
    (size,) = struct.unpack_from("<I", content, end + 12)
    return content[:_FIRST] + content[end - size : end] if 0 < size <= end else content


def _kind_of_text(head: bytes) -> Kind:
    if b"%pdf-" in head:  # the mark may stand behind a line of a mail or a scanner
        return Kind.PDF
    if head.startswith(_MAIL_MARKS) and b"mime-version:" in head:
        return Kind.MAIL_PAGE
    if _PAGE.match(_COMMENTS.sub(b"", head, count=1) if head.startswith(b"<!--") else head):
        return Kind.PAGE
    if head.startswith(b"<?xml"):
        return next((kind for mark, kind in _XML_MARKS.items() if mark in head), Kind.TEXT)
    return Kind.TEXT


def _kind_of_ole(content: bytes) -> Kind:
    """Streams are named in UTF-16 in the directory of the file."""
    for name, kind in _OLE_STREAMS.items():
        if (name + "\0").encode("utf-16-le") in content:
            return kind
    return Kind.OLD_OTHER
