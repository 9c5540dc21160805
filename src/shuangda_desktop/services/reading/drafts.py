"""A document as it was read, before it is kept. Touches no database and may run in a thread."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from shuangda_desktop import sources
from shuangda_desktop.plan.checks.source import with_source_doubts
from shuangda_desktop.plan.duties.taught import uses_of
from shuangda_desktop.plan.model import Decision, DecisionKind, Finding, Plan, Severity
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.sources.border import worker
from shuangda_desktop.sources.border.shared import SharedWorker
from shuangda_desktop.sources.border.worker import read_copied, read_guarded
from shuangda_desktop.text.mapped import MappedText
from shuangda_desktop.text.repair import Accepted, repair
from shuangda_desktop.text.source import SourceText
from shuangda_desktop.text.taught import TaughtRule

Key = tuple[str, int]  # rule, raw start
Taught = Sequence[TaughtRule]


@dataclass(frozen=True, slots=True)
class Draft:
    """A source, its repaired text and what the text says; how often each taught rule was used."""

    source: SourceText
    text: MappedText
    plan: Plan
    uses: Mapping[TaughtRule, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choices:
    """What the clerk decided about the repairs of a text; see ``repair``."""

    rejected: frozenset[Key] = frozenset()
    accepted: Accepted = frozenset()
    typed: Accepted = frozenset()


def read_document(
    path: Path, cancelled: Callable[[], bool] = lambda: False, taught: Taught = ()
) -> Draft:
    """Read a file; SourceError soon after ``cancelled`` says so."""
    return read_source(read_guarded(path, cancelled=cancelled), taught=taught)


def reader_of_several(taught: Taught = ()) -> Callable[[Path, Callable[[], bool]], Draft]:
    """What reads the files of a pile one after the other, like ``read_document``: they share a worker."""
    shared = SharedWorker()

    def read(path: Path, cancelled: Callable[[], bool]) -> Draft:
        source = read_guarded(path, cancelled=cancelled, ask=shared.answer)
        return read_source(source, taught=taught)

    return read


def read_pasted(text: str, name: str, taught: Taught = ()) -> Draft:
    """Read pasted text under a name that the clerk will know again."""
    return read_source(sources.read_text(text, name), taught=taught)


def read_markup(
    html: str,
    text: str,
    name: str,
    cancelled: Callable[[], bool] = lambda: False,
    taught: Taught = (),
) -> Draft:
    """Read what was copied in a browser or an office program, with its tables.

    Some programs copy markup that says nothing of lines; then the ``text`` beside it is read.
    """
    source = read_copied(html, name, cancelled=cancelled)
    if len(source.blocks) == 1 < len(text.strip().splitlines()):
        source = sources.read_text(text, name)
    return read_source(source, taught=taught)


def page_picture(source: SourceText, number: int) -> bytes:
    """A page of a kept scan as a PNG, to be shown beside its text; SourceError where there is none."""
    return worker.page_picture(source.content, source.name, number)


def read_bytes(
    content: bytes, name: str, cancelled: Callable[[], bool] = lambda: False
) -> SourceText:
    """What came through a pipe or was kept: as a file, so that a foreign one is parsed in its own process."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        return read_guarded(path, cancelled=cancelled)


def read_source(source: SourceText, choices: Choices | None = None, taught: Taught = ()) -> Draft:
    """Repair and parse a source as the clerk chose and taught."""
    chosen = choices or Choices()
    text = repair(
        source, chosen.rejected, accepted=chosen.accepted, typed=chosen.typed, taught=taught
    )
    plan = with_source_doubts(parse(text, taught), source.doubts)
    return Draft(source, text, plan, {rule: uses_of(rule, text, plan) for rule in taught})


def choices_of(decisions: Sequence[Decision]) -> Choices:
    """What decisions come to: of several about one place the last holds, and each can be taken back."""
    answers: dict[Key, list[Decision]] = {}
    for decision in decisions:
        of_place = answers.setdefault((str(decision.value.get("rule")), decision.at), [])
        if decision.kind in (DecisionKind.REJECT_REPAIR, DecisionKind.ANSWER):
            of_place.append(decision)
        elif decision.kind is DecisionKind.RESTORE_REPAIR and of_place:
            of_place.pop()
    last = {key: those[-1] for key, those in answers.items() if those}
    taken = {key: d for key, d in last.items() if d.value.get("new") is not None and _answers(d)}
    typed = {key for key, decision in taken.items() if decision.value.get("typed")}
    told = {key: (*key, str(decision.value["new"])) for key, decision in taken.items()}
    return Choices(
        rejected=frozenset(key for key in last if key not in taken),
        accepted=frozenset(answer for key, answer in told.items() if key not in typed),
        typed=frozenset(answer for key, answer in told.items() if key in typed),
    )


def _answers(decision: Decision) -> bool:
    return decision.kind is DecisionKind.ANSWER


def findings_of(plan: Plan) -> list[Finding]:
    """Everything that the reading found about a plan and its measures, in the order of the text."""
    found = [*plan.findings, *(f for measure in plan.measures for f in measure.findings)]
    return sorted(found, key=lambda finding: finding.span)


def doubts_of(plan: Plan) -> list[Finding]:
    """What the clerk has to look at; a hint is worth knowing, but there is nothing to decide."""
    return [finding for finding in findings_of(plan) if finding.severity is not Severity.HINT]
