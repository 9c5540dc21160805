"""Measures whose words hold what in most others of their plan is a clause in brackets or with a key.

Independent of how clauses are found: a list of units with the word for what they do, amid the words.
"""

import re
from collections.abc import Iterator, Sequence

from shuangda_desktop.plan.checks.findings import Drafted, doubt, words_span
from shuangda_desktop.plan.model import Finding
from shuangda_desktop.text.mapped import MappedText

_FEWEST, _MOST = 8, 0.5  # so many measures, and such a share of them, show how a plan is made
_END = "(?:局|厅|委|办|院|部|府|会|关|处|中心|单位|部门)"
_SAID = ("负责", "牵头", "配合", "参与")
_IN_WORDS = re.compile(
    f"(?:{_END}、[^、,;:\u3002()]{{2,14}}?{_END}(?:等)?(?:按照?职责(?:分工)?|分别|共同)?(?:负责|牵头|配合|参与)(?!的)"
    f"|{_END}牵头[,、][^,;:\u3002()]{{2,40}}?{_END}(?:配合|参与|负责))"
)


def check_peers(all_drafted: Sequence[Drafted], text: MappedText) -> Iterator[tuple[int, Finding]]:
    """By place in the list: the measures that hold a clause in their words."""
    ruled = sum(bool(one.draft.clauses) for one in all_drafted)
    if len(all_drafted) < _FEWEST or ruled < _MOST * len(all_drafted):
        return
    for at, drafted in enumerate(all_drafted):
        told = not drafted.draft.prose and any(said in drafted.words for said in _SAID)
        clause = _IN_WORDS.search(drafted.words) if told else None
        if clause:
            place = words_span(drafted, *clause.span(), text)
            message = f"文字中的“{clause[0]}”像是责任分工,暂作正文保留,请核对切分和单位。"
            yield at, doubt("clause-in-words", message, place)
