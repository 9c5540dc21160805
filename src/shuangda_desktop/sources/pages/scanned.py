"""Scans and photos: whether the program can recognise their text, and what the clerk is told where not."""

from importlib.util import find_spec

from shuangda_desktop.errors import SourceError
from shuangda_desktop.text.punctuation import widen

_NEEDED = ("rapidocr", "onnxruntime", "PIL")  # the optional extra shuangda-desktop[ocr]
_WHAT_TO_DO = (
    "这个文件是扫描件或图片,里面没有文字可读,没有导入。请先用WPS或扫描仪附带的文字识别转成文字,再粘贴导入,"
    "或另存为.docx后导入;也可以请管理员装上文字识别组件(shuangda-desktop[ocr]),装好后可直接导入。"
)


class NeedsRecognitionError(SourceError):
    """A document whose pages are pictures; ``pages`` is how many."""

    def __init__(self, pages: int, sentence: str = "") -> None:
        super().__init__(sentence or widen(_WHAT_TO_DO))
        self.pages = pages


def can_recognise() -> bool:
    """Whether the optional extra is installed; nothing is loaded to find out."""
    return all(find_spec(name) is not None for name in _NEEDED)
