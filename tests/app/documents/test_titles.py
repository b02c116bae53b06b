"""Documents without a title are told from one another by how their texts begin."""

from pathlib import Path

from annotator.app.documents.titles import called, names_of
from annotator.app.project.history import recent_steps
from annotator.core.commands.documents import SetField
from annotator.core.commands.spans import AddSpan
from tests.support.projects import make_session


def test_a_document_is_called_by_its_title_else_by_its_first_line_else_by_its_id(tmp_path: Path) -> None:
    session = make_session(tmp_path, "\n 환경부는 기준을 냈다. \n둘째 줄\n", "가" * 100, "\n \n")
    reading = session.project.reading
    session.do(SetField(1, "title", "새 기준"))
    assert called(reading, session.document(1)) == "새 기준"
    for document_id in (1, 2, 3):
        session.do(SetField(document_id, "title", ""))
    first, long, blank = (called(reading, session.document(id_)) for id_ in (1, 2, 3))
    assert first == "“환경부는 기준을 냈다.”"
    assert long.startswith("“가가")
    assert long.endswith("가…”")
    assert len(long) < 100
    assert blank == session.document(3).uid
    names = names_of(session.project.connection, (1, 2, 3))
    assert names == {1: first, 2: long, 3: blank}
    session.do(AddSpan(1, 2, 5, 1))
    assert recent_steps(session)[0][1] == first
    session.project.close()
