"""What is asked when a document comes in that is here already."""

from shuangda_desktop.services.reading.importing import Alike, Carried

OPEN, REPLACE, BOTH, SKIP = "打开已有的", "以新的替换", "两份都留下", "跳过"

MOST = 6  # corrections that are told one by one

_CARRIED = "替换时\uff0c任务和进展转到新的一份\uff0c可以撤销\u3002"

AGAIN: dict[Alike, tuple[str, tuple[str, ...]]] = {
    Alike.SAME_FILE: (
        "\u201c{name}\u201d以前导入过\uff0c内容完全一样\uff0c没有再导入一份\u3002",
        (OPEN,),
    ),
    Alike.SAME_TEXT: (
        "\u201c{name}\u201d与已有的一份来文字句相同\uff0c只是文件不同\u3002" + _CARRIED,
        (OPEN, REPLACE, BOTH),
    ),
    Alike.NEW_EDITION: (
        "\u201c{name}\u201d与已有的一份来文标题相同\uff0c内容有改动\u3002" + _CARRIED,
        (REPLACE, BOTH, OPEN),
    ),
}

SAME: dict[Alike, str] = {  # among several files: what there is to be said instead of a question
    Alike.SAME_FILE: "以前导入过\uff0c内容完全一样\u3002",
    Alike.SAME_TEXT: "与已有的一份字句相同\uff0c只是文件不同\u3002要换成这个文件\uff0c单独导入它\u3002",
}


def carried_words(carried: Carried) -> str:
    """What becomes of the clerk's corrections by a replacement; "" where there were none."""
    kept, told = carried.kept, carried.told
    if not kept and not told:
        return ""
    words = f"\n原来的核对和更正有 {kept} 处照样有效"
    if not told:
        return f"{words}\u3002"
    words = f"{words}\uff1b" if kept else "\n原来的核对和更正里\uff0c"
    more = [f"\u2026\u2026共 {len(told)} 处"] if len(told) > MOST else []
    lines = "\n".join(["", *told[:MOST], *more])
    return (
        f"{words}下面 {len(told)} 处的文字改了或不在了\uff0c放不回去\uff0c要重新核对\uff1a{lines}"
    )


def carried_in_short(carried: Carried, loose: int = 0, altered: int = 0) -> str:
    """What became of the corrections and of the tasks; "" for nothing.

    ``loose`` tasks lost their measure, that of ``altered`` ones is another now.
    """
    kept, lost = carried.kept, len(carried.told)
    parts = [f"{kept}处照样有效"] if kept else []
    parts += [f"{lost}处要重新核对"] if lost else []
    said = ["原来的核对和更正" + "\uff0c".join(parts)] if parts else []
    said += [f"{loose}项任务在新的一份里没有对应的措施"] if loose else []
    said += [f"{altered}项任务的措施改动了\uff0c“分解”页的“检查”里逐项列出"] if altered else []
    return "\uff1b".join(said)
