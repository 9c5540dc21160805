"""A document as it was read, before it is kept. Touches no database and may run in a thread."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from shuangda_desktop import sources
from shuangda_desktop.plan.model import Finding, Plan, Severity
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.sources.worker import read_guarded
from shuangda_desktop.text.mapped import MappedText
from shuangda_desktop.text.repair import repair
from shuangda_desktop.text.source import SourceText


@dataclass(frozen=True, slots=True)
class Draft:
    """A source, its repaired text and what the text says."""

    source: SourceText
    text: MappedText
    plan: Plan


def read_document(path: Path, cancelled: Callable[[], bool] = lambda: False) -> Draft:
    """Read a file; SourceError soon after ``cancelled`` says so."""
    return read_source(read_guarded(path, cancelled=cancelled))


def read_pasted(text: str, name: str) -> Draft:
    """Read pasted text under a name that the clerk will know again."""
    return read_source(sources.read_text(text, name))


def read_bytes(content: bytes, name: str) -> Draft:
    """Read what came through a pipe: as a file, so that a foreign one is parsed in its own process."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        return read_document(path)


def read_source(source: SourceText, rejected: frozenset[tuple[str, int]] = frozenset()) -> Draft:
    """Repair and parse a source, leaving out the repairs that the clerk rejected."""
    text = repair(source, rejected)
    return Draft(source, text, parse(text))


def findings_of(plan: Plan) -> list[Finding]:
    """Everything that the reading found about a plan and its measures, in the order of the text."""
    found = [*plan.findings, *(f for measure in plan.measures for f in measure.findings)]
    return sorted(found, key=lambda finding: finding.span)


def doubts_of(plan: Plan) -> list[Finding]:
    """What the clerk has to look at; a hint is worth knowing, but there is nothing to decide."""
    return [finding for finding in findings_of(plan) if finding.severity is not Severity.HINT]
