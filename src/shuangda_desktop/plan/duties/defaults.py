"""Units told once for all tasks that name none: 除另有注明外,以下任务均由A牵头,B配合.

Such a sentence stands before the first item or in the last lines of a plan.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from shuangda_desktop.plan.duties.verbs import Reading
from shuangda_desktop.plan.duties.whole import whole_duties
from shuangda_desktop.plan.measures.drafts import Draft
from shuangda_desktop.plan.model import Role
from shuangda_desktop.plan.structure.lines import Line
from shuangda_desktop.plan.structure.numbering import label_at
from shuangda_desktop.plan.structure.passage import Clause
from shuangda_desktop.text.mapped import Span

_SENTENCE = re.compile("[^\u3002]+\u3002?")
_NOTED = "(?:注明|明确|标明|列明|写明|指定|说明|规定|分工)"
_EXCEPT = (
    f"(?:除[^,;\u3002由]{{0,14}}{_NOTED}[^,;\u3002由]{{0,12}}外,?"
    f"|(?:凡|对)?[^,;\u3002由]{{0,8}}(?:未|没有)(?:另行|单独|特别)?{_NOTED}[^,;\u3002由]{{0,16}},?)"
)
_ALL = "(?:本方案|本要点|其中)?(?:以下|以上|上述|下列|所列|各项|全部|所有|其他|其余)(?![^,\u3002由]{0,2}[一二两三四五六七八九十\\d]{1,3}[项条个])[^,;\u3002由]{0,12}(?:任务|工作|措施|事项|项目|内容)[^,;\u3002由]{0,4},?"
_DEFAULT = re.compile(
    f"[(\u3014]?(?:注:|说明:|备注:)?(?:{_EXCEPT}(?:{_ALL})?|{_ALL}(?:{_EXCEPT})?(?=均|都|统一|一律|由))(?:均|都|统一|一律)?(?=由)"
)
_EVERY = 99  # items that it is said of: all
_LAST = 3  # lines of the body that may hold it


@dataclass(frozen=True, slots=True)
class Default:
    """The clause for tasks without one; ``leads`` where it is for those without a lead too."""

    draft: Draft
    leads: bool


def default_in(lines: Iterable[Line]) -> Default | None:
    """What the lines before the first item, or the last ones, say of all tasks; None for nothing."""
    found = (each for line in lines for each in _defaults(line))
    return next(found, None)


def without_default(body: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines of a body without the sentence that its last lines may hold, and that sentence."""
    for at in range(len(body) - 1, max(-1, len(body) - 1 - _LAST), -1):
        line = body[at]
        default = next(_defaults(line), None)
        if default:
            start = default.draft.start - line.start
            before = (line.part(0, start),) if start else ()
            return (*body[:at], *before, *body[at + 1 :]), (line.part(start),)
        if label_at(line.flat):
            break
    return tuple(body), ()


def give_default(drafts: Iterable[Draft], default: Default | None) -> None:
    """Give the units told for all tasks to those that name none, or no lead."""
    for draft in drafts if default else ():
        if default and not draft.duties:
            draft.take_from(default.draft)
        elif default and default.leads and not any(d.role is Role.LEAD for d in draft.duties):
            draft.clauses += default.draft.clauses
            draft.clause_spans += default.draft.clause_spans
            draft.duties = (*default.draft.duties, *draft.duties)


def _defaults(line: Line) -> Iterator[Default]:
    for sentence in _SENTENCE.finditer(line.flat) if "由" in line.flat else ():
        rule = _DEFAULT.match(line.flat, sentence.start(), sentence.end())
        words = line.flat[rule.end() : sentence.end()].rstrip(")\u3015") if rule else ""
        duties = whole_duties(words) if words else ()
        if rule and duties:
            span = Span(line.start + rule.start(), line.start + sentence.end())
            clause = Clause(0, 0, sentence[0], Reading(duties), above=_EVERY)
            draft = Draft(span.start, [], [clause], [span], duties)
            yield Default(draft, "牵头" in rule[0] and all(d.role is Role.LEAD for d in duties))
