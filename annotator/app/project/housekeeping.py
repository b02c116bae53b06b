"""Jobs that nobody asked for: the search index, and the daily backup."""

import time
from datetime import datetime

from annotator.app.jobs import Cancelled, Progress, Report
from annotator.store import backup, search
from annotator.store.project import Project

# Short transactions with a pause between them, so that a person's own change never waits long for the lock.
BATCH = 20
PAUSE_SECONDS = 0.004


class IndexJob:
    """Brings the search index up to what is in the project; it can be cancelled and goes on where it was."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def run(self, report: Report, cancelled: Cancelled) -> int:
        """Index what is not indexed yet; return how many documents were."""
        connection = self._project.worker_connection()
        try:
            total, done = search.pending(connection), 0
            while done < total and not cancelled():
                indexed = search.index_batch(connection, BATCH)
                if not indexed:
                    break
                done += indexed
                report(Progress(done, max(total, done), "documents"))
                time.sleep(PAUSE_SECONDS)
            return done
        finally:
            connection.close()


class BackupJob:
    """Makes the backup of the day, where there is none."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def run(self, _report: Report, cancelled: Cancelled) -> bool:
        """Make it, in one step; False where the day has one already."""
        if cancelled():
            return False
        connection = self._project.worker_connection()
        try:
            today = datetime.now().astimezone().date()
            return backup.back_up(connection, self._project.backup_folder, today) is not None
        finally:
            connection.close()
