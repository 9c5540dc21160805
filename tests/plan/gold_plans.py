"""Plans of many fields and shapes with what they say, kept in tests/fixtures/gold.

A file holds the damage to be done, the text (marks in one width), and the answer: title, number,
issued, year, level; ``O level|label|heading``; ``M first words…last words || L: lead units ||
C: cooperating || R: responsible || D: dates || T: targets``.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

import opencc

from shuangda_desktop.text.punctuation import narrow, widen
from shuangda_desktop.text.rules.gbk import damage

FOLDER = Path(__file__).parents[1] / "fixtures" / "gold"
ROLES = {"L": "lead", "C": "cooperating", "R": "responsible"}
PINYIN = {
    "權": "quán",
    "產": "chǎn",
    "業": "yè",
    "網": "wǎng",
    "關": "guān",
    "農": "nóng",
    "執": "zhí",
    "發": "fā",
}
NO_LINE_BEGINS = "\uff0c\u3002\u3001\uff1b\uff1a\uff09\u201d\u300b"


@dataclass
class Gold:
    """A plan as it arrives, and what a reader should find in it."""

    text: str
    head: dict[str, str] = field(default_factory=dict)
    outline: list[tuple[int, str, str]] = field(default_factory=list)
    measures: list[dict] = field(default_factory=list)


def squeezed(text):
    return re.sub(r"[\s@]", "", narrow(text))


def wrapped(size, head):
    """The lines cut at a width, with page numbers and a running head between."""

    def wrap(text):
        lines = []
        for paragraph in text.split("\n"):
            rest = paragraph[1:] if paragraph.startswith("@") else "\u3000\u3000" + paragraph
            while len(rest) > size:
                cut = size
                while cut < len(rest) and rest[cut] in NO_LINE_BEGINS:
                    cut += 1
                lines.append(rest[:cut])
                rest = rest[cut:]
            lines.append(rest)
        pages = [lines[at : at + 14] for at in range(0, len(lines), 14)]
        marked = [[*page, f"\u2014 {number} \u2014", *head] for number, page in enumerate(pages, 1)]
        return "\n".join(line for page in marked for line in page if line)

    return wrap


def traditional(text):
    return opencc.OpenCC("s2t").convert(text)


DAMAGE = {
    "nowiden": lambda text: text,
    "fold": narrow,
    "trad": traditional,
    "pinyin": lambda text: "".join(c + f"({PINYIN.get(c)})" * (c in PINYIN) for c in text),
    "shift": lambda text: damage(traditional(text)),
    "joinlines": lambda text: text.replace("\n", ""),
    "dates": lambda text: re.sub(r"(20\d\d)年(\d+)月(\d+)日", r"\1\2\3", text),
    "docnum": lambda text: re.sub(r"〔(20\d\d)〕(\d+)号", r"〔\1\2号", text),
    "zw": lambda text: text.replace("的", "的\u200b").replace("市", "市\u00ad"),
    "wrap28": wrapped(28, []),
    "wrap34": wrapped(34, []),
    "wraprun": wrapped(26, ["云岭市人民政府办公室文件"]),
}


def load(path):
    """The plan of one file."""
    content = path.read_text("utf-8")
    head, _, rest = content.partition("\n---- text\n")
    text, _, answer = rest.partition("\n---- gold\n")
    ways = head.partition(":")[2].split()
    clean = text.strip("\n") if "nowiden" in ways else widen(text.strip("\n"))
    arrives = clean
    for name in ways:
        arrives = DAMAGE[name](arrives)
    gold = Gold(arrives)
    read_answer(gold, answer, squeezed(clean))
    return gold


def read_answer(gold, answer, clean):
    at = 0
    for line in filter(None, answer.splitlines()):
        if line.startswith("O "):
            level, label, heading = line[2:].split("|")
            gold.outline.append((int(level), label, narrow(heading)))
        elif line.startswith("M "):
            words, *facts = (part.strip() for part in line[2:].split("||"))
            start, at = stretch(clean, words, at)
            gold.measures.append(measure(clean[start:at], facts))
        else:
            key, _, value = line.partition(":")
            gold.head[key] = value.strip()


def stretch(clean, words, at):
    """Where the first words begin and the last ones end."""
    first, _, last = map(squeezed, words.partition("…"))
    start = clean.index(first, at)
    return start, clean.index(last, start + len(first)) + len(last) if last else start + len(first)


def measure(text, facts):
    told = {fact[0]: fact[2:].split() for fact in facts}
    return {
        "text": text,
        "duties": {(narrow(u), role) for key, role in ROLES.items() for u in told.get(key, [])},
        "deadlines": set(told.get("D", [])),
        "targets": set(told.get("T", [])),
    }
