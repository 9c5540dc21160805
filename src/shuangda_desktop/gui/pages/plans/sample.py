"""The sample plan that comes with the program: one click to try it, one to be rid of it."""

from pathlib import Path

from shuangda_desktop import paths
from shuangda_desktop.files import digest_of
from shuangda_desktop.store import plans
from shuangda_desktop.store.database import Store

TRY, REMOVE = "试用样例", "移除样例"


def sample_file() -> Path | None:
    """The bundled sample plan; None where it was not packed."""
    folder = paths.resources() / "sample"
    found = sorted(path for path in folder.glob("*") if path.suffix in (".docx", ".txt"))
    return found[0] if found else None


def sample_plan(store: Store) -> int | None:
    """The plan that was made of it, where it was brought in."""
    path = sample_file()
    return None if path is None else plans.find_source(store, digest_of(path))


def sample_words(store: Store) -> str:
    """What a click would do."""
    return TRY if sample_plan(store) is None else REMOVE
