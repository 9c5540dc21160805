"""The faces that GB/T 9704-2012 asks for, and what a machine has of them.

The standard says 小标宋, 仿宋, 楷体, 黑体 and 宋体 without naming a maker. Offices use the names of Face;
Windows itself has 仿宋 and 楷体 under other names and no 小标宋 at all.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from shuangda_desktop.text.chars import HAN


class Face(StrEnum):
    """The faces that the standard names, under the names that offices have installed."""

    FANG = "仿宋_GB2312"
    KAI = "楷体_GB2312"
    HEI = "黑体"
    TITLE = "方正小标宋简体"
    SONG = "宋体"


USE: Mapping[Face, str] = MappingProxyType(
    {
        Face.FANG: "正文",
        Face.KAI: "二级标题",
        Face.HEI: "一级标题",
        Face.TITLE: "标题",
        Face.SONG: "页码",
    }
)
# Best first; each with the other names under which a system may list it.
_NAMES: Mapping[Face, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {
        Face.FANG: (
            ("仿宋_GB2312", "FangSong_GB2312"),
            ("仿宋", "FangSong"),
            ("方正仿宋_GBK", "FZFangSong-Z02"),
            ("方正仿宋简体",),
            ("华文仿宋", "STFangsong"),
        ),
        Face.KAI: (
            ("楷体_GB2312", "KaiTi_GB2312"),
            ("楷体", "KaiTi"),
            ("方正楷体_GBK", "FZKai-Z03"),
            ("方正楷体简体",),
            ("华文楷体", "STKaiti"),
        ),
        Face.HEI: (
            ("黑体", "SimHei"),
            ("方正黑体_GBK", "FZHei-B01"),
            ("方正黑体简体",),
            ("华文黑体", "STHeiti"),
            ("Noto Sans CJK SC",),
        ),
        Face.TITLE: (
            ("方正小标宋简体", "FZXiaoBiaoSong-B05S"),
            ("方正小标宋_GBK", "FZXiaoBiaoSong-B05"),
            ("小标宋体",),
            ("华文中宋", "STZhongsong"),
        ),
        Face.SONG: (
            ("宋体", "SimSun"),
            ("新宋体", "NSimSun"),
            ("方正书宋_GBK", "FZShuSong-Z01"),
            ("华文宋体", "STSong"),
            ("Noto Serif CJK SC",),
        ),
    }
)
_SMALL = ("GB2312", "简体")  # such faces hold the 6,763 characters of GB/T 2312 and no more
_RARE = re.compile(f"[{HAN}]")
_SHOWN = 10  # rare characters in one sentence


@dataclass(frozen=True, slots=True)
class Fonts:
    """The name of each face in a document; ``sentences`` tell what will look different in print."""

    fang: str = Face.FANG
    kai: str = Face.KAI
    hei: str = Face.HEI
    title: str = Face.TITLE
    song: str = Face.SONG
    sentences: tuple[str, ...] = ()

    def name(self, face: Face) -> str:
        """What the face is called in the document."""
        return {
            Face.FANG: self.fang,
            Face.KAI: self.kai,
            Face.HEI: self.hei,
            Face.TITLE: self.title,
            Face.SONG: self.song,
        }[face]

    def words(self) -> str:
        """The choice as a sentence for the clerk."""
        parts = (f"{USE[face]}{self.name(face)}" for face in (Face.TITLE, *Face))
        return "、".join(dict.fromkeys(parts))

    def warning(self) -> str:
        """One sentence about what will look different in print, "" where nothing will."""
        if not self.sentences:
            return ""
        return f"本机缺少{len(self.sentences)}种公文标准字体\uff0c打印会与标准不同。"


STANDARD = Fonts()


def choose_fonts(installed: Iterable[str]) -> Fonts:
    """The best face of each kind that the machine has; the standard's name where it has none."""
    known = {name.casefold() for name in installed}
    found = {face: _found(face, known) for face in Face}
    names = {face: found[face] or str(face) for face in Face}
    return Fonts(
        names[Face.FANG],
        names[Face.KAI],
        names[Face.HEI],
        names[Face.TITLE],
        names[Face.SONG],
        tuple(filter(None, (_sentence(face, found[face]) for face in Face))),
    )


def _found(face: Face, known: set[str]) -> str:
    for names in _NAMES[face]:
        if any(name.casefold() in known for name in names):
            return names[0]
    return ""


def _sentence(face: Face, found: str) -> str:
    if not found:
        return (
            f"本机没有“{face}”\uff0c也没有常用的代替字体\uff0c{USE[face]}打印时会换成别的字体。"
            "请在装有它的电脑上打印\uff0c或先安装字体。"
        )
    if found == face:
        return ""
    return f"本机没有“{face}”\uff0c{USE[face]}改用“{found}”\uff0c打印出来与标准字体略有不同。"


def rare_sentences(text: str, fonts: Fonts) -> Iterator[str]:
    """Characters that the face of the body does not hold: they are printed in another face."""
    if not any(mark in fonts.fang for mark in _SMALL):
        return
    rare = sorted((c for c in set(text) if _RARE.match(c) and not _in_gb2312(c)), key=text.find)
    if rare:
        more = "等" if len(rare) > _SHOWN else ""
        yield (
            f"“{''.join(rare[:_SHOWN])}”{more}不在{fonts.fang}的字库里\uff0c打印时会换成别的字体。"
            "请在WPS里给它们另选仿宋或宋体。"
        )


def _in_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
