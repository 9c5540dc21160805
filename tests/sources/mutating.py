"""Sound files with damage, the same for the same seed."""

import io
import random
import zipfile

from sources.making import packed


def mutated(content, seed, count=40):
    """The content with some of its bytes changed, some left out and some doubled."""
    chance, broken = random.Random(seed), bytearray(content)
    for _ in range(count):
        at = chance.randrange(len(broken) or 1)
        kind = chance.randrange(4)
        if kind == 0:
            del broken[at : at + chance.randrange(1, 40)]
        elif kind == 1:
            broken[at:at] = broken[at : at + chance.randrange(1, 40)]
        else:
            broken[at : at + 1] = [chance.randrange(256)]
    return bytes(broken)


def mutated_within(content, seed, count=8):
    """An archive whose parts are mutated, while the archive around them is sound."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = random.Random(seed).choice([name for name, part in parts.items() if part])
    return packed(parts | {name: mutated(parts[name], seed, count)})
