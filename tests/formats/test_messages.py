"""Every message of the checks and formats has the same arguments wherever it is made, so that sentences fit."""

import ast
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[2] / "annotator"
SOURCES = [*sorted((ROOT / "formats").glob("*.py")), ROOT / "core" / "validate.py"]
MAKERS = {"message", "user_error"}


def calls():
    """Each message made with an id written out: its id and the names of its arguments."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MAKERS:
                [first] = node.args
                if isinstance(first, ast.Constant):
                    yield first.value, frozenset(keyword.arg for keyword in node.keywords)


def test_the_same_message_always_has_the_same_arguments():
    arguments = defaultdict(set)
    for id_, names in calls():
        arguments[id_].add(names)
    assert len(arguments) > 40
    assert {id_: names for id_, names in arguments.items() if len(names) > 1} == {}
