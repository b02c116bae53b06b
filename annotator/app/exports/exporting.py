"""What an export is asked for, whose layers could go out, and what came of it; `app/exports/export_job.py` does it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from annotator.app.exports.preparing import NOTHING_ASKED, Preparation
from annotator.app.session import Session
from annotator.core.commands.people import NameAnnotator
from annotator.core.entry import Reject
from annotator.core.errors import user_error
from annotator.core.people import Annotator
from annotator.core.validate import check_name
from annotator.store import selection
from annotator.store.project import Project

WORKED_ON: Final = frozenset({"in_progress", "done"})
_SUFFIX: Final = ".jsonl"


@dataclass(frozen=True, slots=True)
class LayerChoice:
    """Whose layers go out: `kind` is "annotator" (with the id and name), "gold" or "all"."""

    kind: str
    annotator_id: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What goes out: layers with these statuses, of this choice, in a format.

    With "new" among the statuses untouched documents go out too, as `blank_for` sees them: None is the annotator
    chosen, else the person who exports. `name` stands in the file where an annotator has none. With `suggestions`
    those that files brought and nobody has decided go out with each layer on their document. `options` are those of
    the format. A `dry_run` counts everything and leaves no file, and no mark in the project. `preparation` is what is
    done to the entries on their way; where it splits them, there is one file a part, named after it.
    """

    statuses: Collection[str]
    layers: LayerChoice
    format: str = "native"
    blank_for: Annotator | None = None
    name: str = ""
    suggestions: bool = False
    options: Mapping[str, object] = field(default_factory=dict)
    dry_run: bool = False
    preparation: Preparation = NOTHING_ASKED


@dataclass(frozen=True, slots=True)
class ExportResult:
    """What came of an export: how many documents, layers on them and spans went out.

    `left_out` counts documents, layers and (`tray`) lost spans by why they did not go out; `faults` are spans that
    do not hold the text they say they do, and were left out too; `lost` counts by kind what the format cannot carry,
    `at_risk` what it carries but the tools that it is made for may drop. `parts` has the documents of each part of a
    split; `held_back` counts what the preparation left out, by why. `open_items` are the undecided
    items of gold layers.
    """

    path: Path
    documents: int
    layers: int
    spans: int
    left_out: dict[str, int] = field(default_factory=dict)
    faults: tuple[Reject, ...] = ()
    lost: dict[str, int] = field(default_factory=dict)
    at_risk: dict[str, int] = field(default_factory=dict)
    parts: dict[str, int] = field(default_factory=dict)
    held_back: dict[str, int] = field(default_factory=dict)
    open_items: int = 0


def layer_choices(session: Session) -> list[LayerChoice]:
    """Return whose layers could go out, the likeliest first: gold, one's own, each other's, all."""
    found = selection.choices(session.project.connection)
    own = session.annotator
    people = {c.annotator.id: c.annotator for c in found if not c.gold}
    people.pop(own.id, None)
    choices = [LayerChoice("gold")] if any(choice.gold for choice in found) else []
    choices.append(_choice_of(own))
    choices.extend(map(_choice_of, people.values()))
    if people:
        choices.append(LayerChoice("all"))
    return choices


def only_choice(project: Project) -> LayerChoice | None:
    """Return whose layers go out where nobody says: gold, else the only annotator's; None where there are none.

    UserError `export.choose` names the choices where there are several.
    """
    found = selection.choices(project.connection)
    if any(choice.gold for choice in found):
        return LayerChoice("gold")
    people = [choice.annotator for choice in found]
    if len(people) > 1:
        raise user_error("export.choose", names=_names(people))
    return _choice_of(people[0]) if people else None


def choice_named(project: Project, name: str) -> LayerChoice:
    """Return the choice of the annotator with that name or id.

    UserError `export.nobody` where there is none, `export.several` where there are several with that name.
    """
    people = project.reading.annotators()
    named = [person for person in people if person.uid == name] or [p for p in people if p.name == name]
    if not named:
        raise user_error("export.nobody", name=name, names=_names(people))
    if len(named) > 1:
        raise user_error("export.several", name=name, ids=", ".join(sorted(p.uid for p in named)))
    return _choice_of(named[0])


def name_annotator(project: Project, choice: LayerChoice, name: str) -> None:
    """Give the annotator of the layers chosen that name, as an undoable step, if they have none yet.

    Where the project is open for reading only nothing is done. UserError for a name that files cannot carry, and
    `export.several-unnamed` where more than one of those chosen has none.
    """
    check_name(name)
    if choice.kind == "annotator":
        people = [project.reading.annotator(choice.annotator_id)] if choice.annotator_id else []
    else:
        gold_only = choice.kind == "gold"
        found = selection.choices(project.connection)
        people = list({c.annotator.id: c.annotator for c in found if c.gold or not gold_only}.values())
    unnamed = [person for person in people if not person.name]
    if len(unnamed) > 1:
        raise user_error("export.several-unnamed", ids=", ".join(sorted(p.uid for p in unnamed)))
    if unnamed and not project.read_only:
        Session(project, unnamed[0]).do(NameAnnotator(name))


def _choice_of(person: Annotator) -> LayerChoice:
    return LayerChoice("annotator", person.id, person.name)


def _names(people: Iterable[Annotator]) -> str:
    return ", ".join(sorted(person.name or person.uid for person in people))


def proposed_file(session: Session) -> Path:
    """Return where an export would go: beside the project, under its name."""
    return session.project.path.with_suffix(_SUFFIX)
