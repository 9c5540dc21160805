"""The office's own templates: checked when they are chosen, kept in the database, filled.

A template is a file from elsewhere: it goes through the same gate as a document that comes in.
"""

import zipfile
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from shuangda_desktop.errors import SourceError
from shuangda_desktop.exports import package
from shuangda_desktop.exports.clean import Notes
from shuangda_desktop.exports.word import template_word
from shuangda_desktop.exports.workbooks import template_sheet
from shuangda_desktop.papers.model import Paper, Paragraph
from shuangda_desktop.papers.placeholders import Problem, values_of, values_of_row
from shuangda_desktop.services.outputs.paper_kinds import kind_of
from shuangda_desktop.services.words import refusal
from shuangda_desktop.sources.border.disk import content_of
from shuangda_desktop.sources.border.gate import open_container, read_part
from shuangda_desktop.store import papers
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.papers import OwnTemplate as OwnTemplate
from shuangda_desktop.tasks.rows import TaskRow

WORD, SHEET = ".docx", ".xlsx"
OLD_OFFICE, ZIP = b"\xd0\xcf\x11\xe0", b"PK"  # how such files begin, whatever they are called
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
NO_TEMPLATE = (
    "模板要是Word\uff08.docx\uff09或Excel\uff08.xlsx\uff09文件\uff0c没有采用。请在WPS里另存后再选。"
)
OLD_FORMAT = (
    "这是旧格式的文件\uff08.doc、.xls、.wps、.et\uff09\uff0c没有采用。"
    "请在WPS里打开\uff0c另存为.docx或.xlsx后再选。"
)
LOCKED = "模板设了打开密码\uff0c没有采用。请在WPS里去掉密码\uff0c另存后再选。"
_MAIN = {WORD: "word/document.xml", SHEET: "xl/workbook.xml"}
_SHOWN = 12  # problems in one message


@dataclass(frozen=True, slots=True)
class Filling:
    """A template with what goes into it: values only, so that a worker may write it."""

    template: OwnTemplate
    paper: Paper
    rows: tuple[TaskRow, ...]

    @property
    def suffix(self) -> str:
        """What kind of file it makes."""
        return Path(self.template.name).suffix.lower()

    def write(self, path: Path) -> tuple[str, ...]:
        """Write the file; nothing of it is lost but tables of the body, which is said."""
        values = values_of(self.paper)
        told = [values_of_row(row) for row in self.rows]
        content, notes = self.template.content, Notes()
        if self.suffix == SHEET:
            package.save(template_sheet.fill(content, values, told, notes), path)
            return notes.sentences
        blocks = self.paper.blocks
        body = [block.words for block in blocks if isinstance(block, Paragraph)]
        package.save(template_word.fill(content, values, told, body, notes), path)
        if len(body) < len(blocks):
            notes.add("正文里的表格没有写进模板\uff0c模板只放段落和任务行。")
        return notes.sentences


def problems_of_template(content: bytes, suffix: str) -> tuple[Problem, ...]:
    """What is wrong with a template; SourceError where it is no such file or not a sound one."""
    archive = _opened(content)
    if suffix not in _MAIN or read_part(archive, _MAIN[suffix]) is None:
        raise SourceError(NO_TEMPLATE)
    for name in archive.namelist():
        if name.endswith((".xml", ".rels")):
            read_part(archive, name)  # sizes, and no document type in any of them
    check = template_word.problems if suffix == WORD else template_sheet.problems
    try:
        return check(content)
    except (ValueError, KeyError, TypeError, SyntaxError, zipfile.BadZipFile) as error:
        raise SourceError("模板文件已损坏\uff0c没有采用。请在WPS里打开后另存一份再选。") from error


def _opened(content: bytes) -> zipfile.ZipFile:
    """The package of a template; what it is instead is said where it is none."""
    if content.startswith(OLD_OFFICE):
        raise SourceError(LOCKED if ENCRYPTED in content else OLD_FORMAT)
    if not content.startswith(ZIP):
        raise SourceError(NO_TEMPLATE)
    return open_container(content)


def choose_template(store: Store, kind: str, path: Path, now: datetime) -> None:
    """Use a file of the office's for a kind of paper; RuleError names every problem with its place."""
    content, suffix = content_of(path), path.suffix.lower()
    wrong = problems_of_template(content, suffix)
    if wrong:
        told = "\n".join(map(str, wrong[:_SHOWN]))
        more = f"\n还有{len(wrong) - _SHOWN}处。" if len(wrong) > _SHOWN else ""
        raise refusal(f"模板“{path.name}”有{len(wrong)}处问题,没有采用:\n{told}{more}")
    template = OwnTemplate(kind, path.name, sha256(content).hexdigest(), content)
    with store.step(f"选用模板 {kind_of(kind).name}", now):
        papers.save_template(store, template)


def drop_template(store: Store, kind: str, now: datetime) -> None:
    """Use the program's own form again."""
    if papers.load_template(store, kind) is not None:
        with store.step(f"不用模板 {kind_of(kind).name}", now):
            papers.delete_template(store, kind)


def template_of(store: Store, kind: str) -> OwnTemplate | None:
    """The office's template for a kind of paper."""
    return papers.load_template(store, kind)
