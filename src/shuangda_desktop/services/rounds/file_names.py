"""What the files that came back are called: two folders may hold files of one name."""

from collections.abc import Collection, Sequence
from itertools import count
from pathlib import PurePath


def told_apart(paths: Sequence[PurePath]) -> tuple[str, ...]:
    """What files are called: of those of one name the name tells the folders too, as far as they differ."""
    alike: dict[str, set[PurePath]] = {}
    for path in paths:
        alike.setdefault(path.name, set()).add(path)
    return tuple(_with_folder(path, alike[path.name]) for path in paths)


def _with_folder(path: PurePath, alike: Collection[PurePath]) -> str:
    if len(alike) == 1:
        return path.name
    depth = next(n for n in count(1) if len({p.parent.parts[-n:] for p in alike}) == len(alike))
    folders = "-".join(part.strip("/\\:") for part in path.parent.parts[-depth:])
    return f"{path.stem}\uff08{folders}\uff09{path.suffix}"
