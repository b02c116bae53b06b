"""What the desks of the label set work with."""

from dataclasses import dataclass

from annotator.app.session import Session
from annotator.ui.annotate.desk import Desk
from annotator.ui.annotate.walking import Walking
from annotator.ui.bridge import Bridge
from annotator.ui.labels.errands import Errands
from annotator.ui.widgets.notice_bar import NoticeBar
from annotator.ui.widgets.panel_host import PanelHost


@dataclass(frozen=True, slots=True)
class Rooms:
    """The rooms of one workspace that the label set has to do with."""

    bridge: Bridge
    desk: Desk
    walking: Walking
    panels: PanelHost
    notices: NoticeBar
    errands: Errands

    @property
    def session(self) -> Session:
        """The session of the workspace."""
        return self.bridge.session
