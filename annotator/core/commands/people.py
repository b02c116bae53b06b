"""User actions on annotators."""

from dataclasses import dataclass

from annotator.core.changes import Change, update
from annotator.core.commands.company import renamed_in_comments
from annotator.core.commands.state import State
from annotator.core.errors import user_error
from annotator.core.messages import message

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class NameAnnotator:
    """Give the person at the keyboard a name; their id stays."""

    name: str

    def run(self, state: State) -> Change | None:
        """Return the change, or None where the name stays; UserError for a name that files cannot carry."""
        name = " ".join(self.name.split())
        if not name or len(name) > LONGEST_NAME or "|" in name:
            raise user_error("annotator.bad-name", most=LONGEST_NAME)
        before = state.annotator.row()
        op = update("annotator", before, {**before, "name": name})
        if op is None:
            return None
        ops = (op, *renamed_in_comments(state, name))
        return Change(message("step.annotator.name", name=name), ops)
