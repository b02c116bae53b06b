"""The conditions that the table of actions names: what can be done now."""

from annotator.core.history import History
from annotator.ui.annotate.desk import Desk
from annotator.ui.bridge import Bridge


def conditions(bridge: Bridge, desk: Desk, history: History) -> dict[str, bool]:
    """Return which of the conditions hold; `history` is what undo and redo act on."""
    shown = desk.document_id is not None
    writable = not bridge.session.project.read_only
    version = desk.version
    has_source = version is not None and version.source_id is not None
    return {
        "writable": writable,
        "has_document": shown,
        "has_text": shown,
        "has_areas": True,
        "editable": shown and writable,
        "can_step": shown,
        "can_shift": shown,
        "can_finish": shown and writable,
        "has_current": desk.current_id is not None and writable,
        "has_mark": (desk.current_id is not None or desk.suggested_id is not None) and writable,
        "has_spans": bool(desk.spans),
        "can_label": shown and writable,
        "can_second": shown and writable,
        "has_source": has_source,
        "editable_source": has_source and writable,
        "can_undo": writable and history.to_undo is not None,
        "can_redo": writable and history.to_redo is not None,
    }
