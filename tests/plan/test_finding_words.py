"""Every doubt says what is doubtful and what the program took: read from the sources of the checks."""

import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest

import shuangda_desktop.plan

MAKERS = ("doubt", "error", "hint")
TOOK = re.compile("暂|已|现按|都已|未|没有列|没有读取|采用|确定|请补|读作")


def literal(node):
    """A sentence as it is written; {} stands for what is put in."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join("{}" if isinstance(p, ast.FormattedValue) else p.value for p in node.values)
    if isinstance(node, ast.IfExp):
        return f"{literal(node.body)}\n{literal(node.orelse)}"
    return ""


def sentences():
    """The sentences of each code."""
    found = defaultdict(set)
    for path in Path(shuangda_desktop.plan.__path__[0]).rglob("*.py"):
        for function in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(function, ast.FunctionDef):
                for code, words in _in_function(function):
                    found[code] |= {(path.name, line) for line in words.split("\n")}
    return dict(found)


def _in_function(function):
    named = {}
    for node in sorted(ast.walk(function), key=lambda n: getattr(n, "lineno", 0)):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            named[node.targets[0].id] = literal(node.value) or named.get(node.targets[0].id, "")
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MAKERS:
            code, message = node.args[:2]
            if isinstance(code, ast.Constant):
                words = (
                    named.get(message.id, "") if isinstance(message, ast.Name) else literal(message)
                )
                yield code.value, words


SENTENCES = sentences()


def test_the_checks_were_found():
    assert len(SENTENCES) > 25


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_doubt_is_a_whole_sentence_that_says_what_was_taken(code):
    for where, words in SENTENCES[code]:
        assert re.search("[\u4e00-\u9fff]", words), (where, words)
        assert words.endswith("。"), (where, words)
        assert len(words) > 14, (where, words)
        assert TOOK.search(words), (where, words)
