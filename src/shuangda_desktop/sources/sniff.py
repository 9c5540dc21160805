"""What a file is, told by its content and never by its name; what to do with what is not read."""

from enum import Enum

from shuangda_desktop.text.punctuation import widen


class Kind(Enum):
    """Kinds of file; the value is what the clerk is told, None where the file is read."""

    TEXT = None
    WORD = "docx"
    PAGE = "html"
    ENCRYPTED = "这个文件设了打开密码,程序读不了。请先在WPS中取消密码再导入。"
    OLD_WORD = (
        "这是旧格式的文字文档(.doc或.wps),程序暂时读不了。请在WPS中打开,另存为.docx后再导入。"
    )
    OLD_SHEET = "这是旧格式的表格(.xls或.et),程序暂时读不了。请在WPS中打开,复制表格后粘贴导入。"
    OLD_OTHER = "这是旧格式的办公文件,程序暂时读不了。请在WPS中打开,另存为.docx后再导入。"
    RICH_TEXT = "这是RTF格式的文档,程序暂时读不了。请在WPS中打开,另存为.docx后再导入。"
    PDF = "这是PDF文件,程序暂时读不了。请在WPS中打开,复制全文后粘贴导入,或转换为.docx再导入。"
    SHEET = "这是电子表格,程序暂时读不了。请打开后复制任务表格,粘贴导入。"
    SLIDES = "这是演示文稿,不是方案文件。请选择方案的文字稿(.docx或.txt)。"
    OFD = "这是OFD版式文件,程序暂时读不了。请在阅读器中复制全文后粘贴导入。"
    OPEN_TEXT = "这是ODT格式的文档,程序暂时读不了。请在WPS中打开,另存为.docx后再导入。"
    PICTURE = "这是图片,里面没有文字可读。请先用文字识别软件转成文字,再粘贴导入。"
    MAIL_PAGE = "这是网页归档文件,程序暂时读不了。请在WPS或浏览器中打开,复制正文后粘贴导入。"
    ARCHIVE = "这是压缩包。请先解压,再导入其中的方案文件。"

    @property
    def refusal(self) -> str:
        """The sentence for the clerk, in full-width punctuation."""
        return widen(str(self.value))


READ = {Kind.TEXT, Kind.WORD, Kind.PAGE}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = {
    "EncryptedPackage": Kind.ENCRYPTED,
    "WordDocument": Kind.OLD_WORD,
    "Workbook": Kind.OLD_SHEET,
    "Book": Kind.OLD_SHEET,
}
_ZIP = b"PK\x03\x04"
_ZIP_PARTS = {
    b"word/document": Kind.WORD,
    b"xl/workbook.xml": Kind.SHEET,
    b"ppt/presentation.xml": Kind.SLIDES,
    b"OFD.xml": Kind.OFD,
    b"application/vnd.oasis.opendocument.text": Kind.OPEN_TEXT,
}
_STARTS = {
    b"{\\rtf": Kind.RICH_TEXT,
    b"%PDF": Kind.PDF,
    b"\x89PNG": Kind.PICTURE,
    b"\xff\xd8\xff": Kind.PICTURE,
    b"GIF8": Kind.PICTURE,
    b"BM": Kind.PICTURE,
    b"II*\x00": Kind.PICTURE,
    b"MM\x00*": Kind.PICTURE,
    b"MIME-Version": Kind.MAIL_PAGE,
    b"Rar!": Kind.ARCHIVE,
    b"7z\xbc\xaf": Kind.ARCHIVE,
    b"\x1f\x8b": Kind.ARCHIVE,
}
_HEAD = 1_024
_PAGE_MARKS = (b"<!doctype html", b"<html", b"<body", b"<meta ", b"<table", b"<p>", b"<p ", b"<div")


def kind_of(content: bytes) -> Kind:
    """What the bytes are."""
    if content.startswith(_OLE):
        return _kind_of_ole(content)
    if content.startswith(_ZIP):
        return next((k for mark, k in _ZIP_PARTS.items() if mark in content), Kind.ARCHIVE)
    for mark, kind in _STARTS.items():
        if content.startswith(mark) and (mark != b"BM" or b"\x00" in content[:_HEAD]):
            return kind
    head = content[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return Kind.PAGE if head.startswith(_PAGE_MARKS) or _is_page(head) else Kind.TEXT


def _is_page(head: bytes) -> bool:
    return head.startswith(b"<?xml") and b"<html" in head


def _kind_of_ole(content: bytes) -> Kind:
    """Streams are named in UTF-16 in the directory of the file."""
    for name, kind in _OLE_STREAMS.items():
        if (name + "\0").encode("utf-16-le") in content:
            return kind
    return Kind.OLD_OTHER
