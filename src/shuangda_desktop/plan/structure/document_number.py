"""The number of a document: 云政办〔2023〕8号."""

import re
from collections.abc import Sequence

from shuangda_desktop.plan.measures.dates import YEAR
from shuangda_desktop.plan.structure.lines import Line, squeeze
from shuangda_desktop.text.numerals import to_int
from shuangda_desktop.text.punctuation import narrow

OWN_NUMBER = rf"(?P<who>[\u4e00-\u9fff]{{2,14}})\s?[\u3014\[(\u3010]\s?(?P<year>{YEAR})\s?[\u3015\])\u3011]?\s?第?\s?(?P<n>\d{{1,4}})\s?"
NUMBER = re.compile(
    rf"^[(\u3010]?(?:发文字号|文\s?号|发文文号|文件编号)?\u3011?\s?:?\s?{OWN_NUMBER}号?\)?$"
)
_TOP = 2000  # characters of a page in which its index table stands
_TABLE_NUMBER = re.compile(
    rf"(?:文\s{{0,9}}号|发文字号|文件编号)\s{{0,9}}[\u3011:]?\s{{0,9}}(?P<who>[\u4e00-\u9fff]{{2,14}})[\u3014\[(](?P<year>{YEAR})[\u3015\])](?P<n>\d{{1,4}})号"
)


def document_number(heads: Sequence[Line]) -> str | None:
    """The first number that a line of the head, or a cell of it, is."""
    for line in heads:
        for cell in re.split("\t|  +", line.flat):
            match = NUMBER.match(cell.strip()) or NUMBER.match(squeeze(cell)) or _before_title(cell)
            if match:
                who = re.sub("^(?:.*[文字])?号 ?", "", match["who"])
                return f"{who}\u3014{to_int(match['year'])}\u3015{int(match['n'])}号"
    return None


def number_in_table(raw: str) -> str | None:
    """The number that only the index table of a portal tells, which the repair takes off."""
    top = raw[:_TOP]
    match = _TABLE_NUMBER.search(narrow(top)) if "号" in top else None
    return (
        f"{match['who']}\u3014{to_int(match['year'])}\u3015{int(match['n'])}号" if match else None
    )


def _before_title(cell: str) -> re.Match[str] | None:
    """A number that stands before its title in one line: 示发\u30142024\u30153号 关于…的通知."""
    number, sign, title = cell.partition("号")
    return NUMBER.match(number.strip() + sign) if "关于" in title else None
