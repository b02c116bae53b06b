"""What each action of the table does, as a person sees it: one scenario an action, by any of its keys."""

from tests.e2e.actions import document, gather, mark, overview, project, returning, review, view
from tests.e2e.actions.scenario import SCENARIOS

__all__ = ["SCENARIOS", "document", "gather", "mark", "overview", "project", "returning", "review", "view"]
