"""The sample: an article of our own, in its own project in the user's data folder."""

from annotator import paths, resources
from annotator.app.imports.importing import ImportJob, ImportRequest
from annotator.app.jobs import never, silent
from annotator.app.project.projects import Identity, create_session, open_session
from annotator.app.session import Session


def open_sample(identity: Identity) -> Session:
    """Open the sample project, made and filled where there is none."""
    path = paths.sample_project()
    if path.exists():
        return open_session(path, identity)
    session = create_session(path, identity)
    request = ImportRequest((resources.path("samples", "sample.txt"),))
    result = ImportJob(session.project, session.annotator.id, request).run(silent, never)
    if result.changes is not None:
        session.refresh(result.changes)
    return session
