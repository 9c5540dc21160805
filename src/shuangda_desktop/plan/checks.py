"""All doubts about a plan, each at the measure it concerns or at the plan."""

from collections.abc import Sequence
from dataclasses import replace

from shuangda_desktop.plan.check_duties import check_duties, usual_of
from shuangda_desktop.plan.check_names import check_names, names_of
from shuangda_desktop.plan.check_plan import (
    check_damage,
    check_header,
    check_headings,
    check_numbers,
    check_siblings,
    check_tables,
)
from shuangda_desktop.plan.check_words import check_words
from shuangda_desktop.plan.findings import Drafted
from shuangda_desktop.plan.frame import Frame
from shuangda_desktop.plan.items import Item
from shuangda_desktop.plan.model import Finding, Plan
from shuangda_desktop.plan.tables import Table
from shuangda_desktop.text.mapped import MappedText


def checked(
    plan: Plan,
    all_drafted: Sequence[Drafted],
    items: Sequence[Item],
    tables: Sequence[Table],
    frame: Frame,
    text: MappedText,
) -> Plan:
    """The plan with its findings."""
    usual = usual_of(all_drafted)
    uncertain = [repair for repair in text.repairs if not repair.certain]
    siblings = check_siblings(all_drafted)
    gaps = list(check_numbers(items, text))
    of_items = [*check_headings(items, text), *gaps]
    names = names_of(all_drafted)
    measures = []
    for at, drafted in enumerate(all_drafted):
        findings: list[Finding] = [
            *check_duties(drafted, text, usual),
            *check_names(drafted, text, names),
            *check_words(drafted, text, uncertain),
            *siblings.get(at, ()),
            *(finding for item, finding in of_items if item and item is drafted.item),
        ]
        measures.append(replace(drafted.measure, findings=tuple(dict.fromkeys(findings))))
    whole = (
        *check_header(plan, frame, text),
        *(finding for _, finding in gaps),
        *check_damage(items, text),
        *check_tables(tables, text),
    )
    return replace(plan, measures=tuple(measures), findings=whole)
