"""Office files in a project: they arrive as proposals whose lines can be chosen, their bytes kept beside them."""

import pytest

from annotator.app.documents.pages import keep_lines, page_of
from annotator.app.documents.texts import encodings, extracted_again
from annotator.core.errors import UserError
from tests.support.intake import new_session, run_import
from tests.support.office import RELEASE, release_docx, release_hwpx


@pytest.fixture
def session(tmp_path):
    made = new_session(tmp_path / "work")
    yield made
    made.project.close()


@pytest.mark.parametrize(("name", "content"), [("자료.docx", release_docx()), ("자료.hwpx", release_hwpx())])
def test_an_office_file_becomes_a_document_with_its_source(session, tmp_path, name, content):
    file = tmp_path / name
    file.write_bytes(content)
    result = run_import(session, file)
    (account,) = result.files
    assert (account.format, account.added, account.rejected) == (file.suffix[1:], 1, [])
    assert account.page.start_found
    document = session.document(result.first_document_id)
    assert (document.title, document.document_date, document.confirmed) == (RELEASE[1], "2024-02-29", False)
    source = session.project.reading.source(document.id)
    assert (source.kind, source.content) == (file.suffix[1:], content)
    assert extracted_again(session, document.id).text == session.text_version(document.id).text
    assert run_import(session, file).files[0].unchanged == 1


def test_its_lines_can_be_chosen_and_it_has_no_encoding(session, tmp_path):
    file = tmp_path / "자료.hwpx"
    file.write_bytes(release_hwpx())
    number = run_import(session, file).first_document_id
    page = page_of(session, number)
    kept = [line.number for line in page.lines if line.text in RELEASE]
    session.do(keep_lines(session, number, kept))
    assert session.text_version(number).text.splitlines() == RELEASE
    with pytest.raises(UserError) as raised:
        encodings(session, number)
    assert raised.value.message.id == "text.no-encoding"


def test_what_only_ends_like_an_office_file_is_told(session, tmp_path):
    file = tmp_path / "옛.hwp"
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    (account,) = run_import(session, file).files
    assert [reject.reason.id for reject in account.rejected] == ["office.old"]
