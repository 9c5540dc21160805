"""What tracked changes deleted from a Word document: left out of its text, and told to the clerk."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from shuangda_desktop.sources.word.numbering import W
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.source import Block, Unsure

DELETED = W + "del"
_WORDS = (W + "delText", W + "t")  # of a deleted row, whose runs need not be marked themselves
_MOST_TOLD = 40  # characters of what was deleted at one place
_MOST_PLACES = 30
_STRUCK = "此处有修订删去的文字“{}”,尚未确认,暂按删去以后的文字读取,请核对。"
_MORE = "文档中另有{}处修订删去的文字,没有逐处列出;请在WPS中接受或拒绝全部修订后再导入。"


def words_in(node: etree._Element) -> str:
    """All words below a deleted part of a document."""
    return "".join(text.text or "" for text in node.iter(*_WORDS))


def doubts_of(struck: Sequence[tuple[int, str]], blocks: Sequence[Block]) -> Iterator[Unsure]:
    """The first of the places, each the number of a block with the words deleted there."""
    for at, words in struck[:_MOST_PLACES]:
        told = words if len(words) <= _MOST_TOLD else f"{words[:_MOST_TOLD]}…"
        yield Unsure("struck-words", blocks[at].span, widen(_STRUCK.format(told)))


def placed(unsure: Sequence[tuple[int, Unsure]], blocks: Sequence[Block]) -> Iterator[Unsure]:
    """The doubts of documents put into another, each with the number of its block there."""
    for at, one in unsure:
        yield replace(one, span=blocks[at].span)


def warnings_of(struck: Sequence[tuple[int, str]]) -> Iterator[str]:
    """How many places are not told one by one."""
    if len(struck) > _MOST_PLACES:
        yield widen(_MORE.format(len(struck) - _MOST_PLACES))
