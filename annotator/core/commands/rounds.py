"""User actions on rounds: numbers are frozen under a name, and never changed after that."""

from dataclasses import dataclass

from annotator.core.changes import Change, insert
from annotator.core.commands.state import State
from annotator.core.errors import user_error
from annotator.core.messages import message
from annotator.core.round import Round

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class FreezeRound:
    """Keep numbers (`content`, JSON) as a round; `before` keeps those before adjudication, without a name."""

    name: str
    content: str
    before: bool = False

    def run(self, state: State) -> Change:
        """Return the change; UserError for no name, one that is too long, and one that a round has already."""
        name = "" if self.before else " ".join(self.name.split())
        if not self.before:
            if not name or len(name) > LONGEST_NAME:
                raise user_error("round.bad-name", most=LONGEST_NAME)
            if state.rows("round", "name", name):
                raise user_error("round.name-taken", name=name)
        kept = Round(
            state.new_id("round"),
            state.new_uid(),
            name,
            state.now(),
            state.annotator.id,
            self.before,
            self.content,
        )
        told = message("step.round.before") if self.before else message("step.round.freeze", name=name)
        return Change(told, (insert("round", kept.row()),))
