"""Every message that the code can produce has a sentence, and every sentence is of a message that it can produce."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter

import pytest

from annotator.core.layer import Status
from annotator.core.messages import message
from annotator.core.sentences import SENTENCES, filled, in_english

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "annotator"
MAKERS = frozenset({"message", "user_error", "Message"})
# What makes messages of an id that it is given, and the tables themselves.
NOT_ASKED = ("core/errors.py", "core/messages.py", "core/sentences/", "store/journal.py")
# In the window and the commands a word with dots is an action or an id that is asked about, never one that is made.
ONLY_CALLS = ("ui/", "cli/")
ID = re.compile(r"[a-z][a-z_]*(?:\.[a-z][a-z0-9_-]*)+")
FILE_NAME = re.compile(r".*\.(?:csv|json|jsonl|sqlite|txt|toml)")
# These never reach a person: whoever reads the list says json.array-invalid in their place.
UNHEARD = frozenset({("json.invalid", "formats/json_array.py"), ("json.not-utf8", "formats/json_array.py")})


@dataclass
class Found:
    """What one module says: ids with the arguments that they get, ids that it hands on, and forms of ids."""

    calls: list[tuple[str, frozenset[str]]] = field(default_factory=list)
    handed_on: list[str] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    made_forms: list[str] = field(default_factory=list)
    # The arguments of the messages whose id is in a variable here.
    of_variables: list[frozenset[str]] = field(default_factory=list)


def name_of(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def arguments_of(call: ast.Call) -> frozenset[str]:
    named = {keyword.arg for keyword in call.keywords if keyword.arg}
    for argument in call.args[1:]:
        if isinstance(argument, ast.Dict):
            named |= {str(key.value) for key in argument.keys if isinstance(key, ast.Constant)}
    return frozenset(named)


def form_of(joined: ast.JoinedStr) -> str:
    return "".join(
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z_]+" for part in joined.values
    )


def found_in(source: str, *, only_calls: bool = False) -> Found:
    found = Found()
    seen: set[int] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and name_of(node.func) in MAKERS and node.args:
            first = node.args[0]
            seen.update(map(id, ast.walk(first)))
            if isinstance(first, ast.Constant):
                found.calls.append((str(first.value), arguments_of(node)))
                continue
            found.of_variables.append(arguments_of(node))
            if isinstance(first, ast.JoinedStr):
                found.made_forms.append(form_of(first))
        elif id(node) in seen or only_calls:
            continue
        elif isinstance(node, ast.JoinedStr):
            seen.update(map(id, ast.walk(node)))
            found.forms.append(form_of(node))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and ID.fullmatch(node.value):
            found.handed_on.append(node.value)
    return found


def modules() -> Iterator[tuple[str, Found]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        if not name.startswith(NOT_ASKED):
            yield name, found_in(path.read_text("utf-8"), only_calls=name.startswith(ONLY_CALLS))


MODULES = dict(modules())
FAMILIES = {id_.partition(".")[0] for found in MODULES.values() for id_, _ in found.calls}


def is_message(word: str) -> bool:
    """Tell whether a word with dots can be a message: of a family of messages, and no module and no file."""
    if word in SENTENCES:
        return True
    place = ROOT / word.replace(".", "/")
    is_module = place.is_dir() or place.with_suffix(".py").is_file()
    return word.partition(".")[0] in FAMILIES and not is_module and not FILE_NAME.fullmatch(word)


def said(found: Found) -> Iterator[tuple[str, list[frozenset[str]]]]:
    """Yield each id of a module with the arguments that it gets there, one for each call that may make it."""
    for id_, arguments in found.calls:
        yield id_, [arguments]
    for word in filter(is_message, found.handed_on):
        yield word, found.of_variables
    called = {id_ for id_, _ in found.calls}
    for form in (*found.made_forms, *found.forms):
        known = SENTENCES.keys() - called
        matching = [id_ for id_ in known if re.fullmatch(form, id_) and not form.startswith("[")]
        if not matching and form in found.made_forms:
            yield form, found.of_variables
        for id_ in matching:
            yield id_, found.of_variables


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_every_message_has_a_sentence() -> None:
    missing = {
        (id_, name) for name, found in MODULES.items() for id_, _ in said(found) if id_ not in SENTENCES
    }
    assert missing == set()


def test_every_placeholder_is_given_by_every_call() -> None:
    wrong = {
        (id_, name, *placeholders(SENTENCES[id_]) - arguments)
        for name, found in MODULES.items()
        for id_, calls in said(found)
        for arguments in calls
        if id_ in SENTENCES and (id_, name) not in UNHEARD and not placeholders(SENTENCES[id_]) <= arguments
    }
    assert wrong == set()


def test_every_sentence_is_of_a_message_that_the_code_makes() -> None:
    made = {id_ for found in MODULES.values() for id_, _ in said(found)}
    assert SENTENCES.keys() - made == set()


def test_what_is_unheard_is_still_there() -> None:
    assert {(id_, name) for name, found in MODULES.items() for id_, _ in found.calls} >= UNHEARD


@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_the_name_of_its_step(status: Status) -> None:
    assert f"step.status.{status}" in SENTENCES


@pytest.mark.parametrize("text", SENTENCES.values(), ids=SENTENCES.keys())
def test_a_sentence_is_plain(text: str) -> None:
    assert "!" not in text
    assert text == " ".join(text.split())
    names = list(Formatter().parse(text))
    assert all(name is None or (re.fullmatch("[a-z]+", name) and not spec) for _, name, spec, _ in names)


# Names, and what stands in a list after a word of its own.
PHRASES = ("step.", "format.", "labels.since.", "lost.")


@pytest.mark.parametrize("id_", [id_ for id_ in SENTENCES if not id_.startswith(PHRASES)])
def test_what_is_said_of_a_condition_is_whole_sentences(id_: str) -> None:
    text = SENTENCES[id_]
    assert text.endswith((".", "{reason}"))
    assert text[0].isupper() or text[0] in "“{"


def test_a_message_without_a_sentence_is_shown_as_it_is() -> None:
    assert in_english(message("no.such", a=1)) == "no.such(a=1)"


def test_arguments_stand_in_their_places_as_they_are() -> None:
    told = message("span.text-differs", found="{said}", said="한빛시")
    assert in_english(told) == "“{said}” stands there, not “한빛시”."
    assert filled("{count} of {count}", message("x", count=3)) == "3 of 3"


def test_the_walk_sees_what_it_is_for() -> None:
    found = found_in(
        'message("a.b", x=1); errors.user_error("a.c"); Message("a.d", {"y": 2})\n'
        'T = {1: "store.z"}; message(T[1], path=p); message(f"a.{b}", q=1); say(f"step.{b}.c")\n'
    )
    assert found.calls == [("a.b", {"x"}), ("a.c", set()), ("a.d", {"y"})]
    assert found.handed_on == ["store.z"]
    assert sorted(found.of_variables, key=sorted) == [{"path"}, {"q"}]
    assert (found.made_forms, found.forms) == ([r"a\.[a-z_]+"], [r"step\.[a-z_]+\.c"])
    assert (r"a\.[a-z_]+", found.of_variables) in list(said(found))
