"""Archives from files that nobody vouches for: what is broken is told as such, however it is packed."""

import zipfile
from io import BytesIO

import pytest

from annotator.core import safe_zip


@pytest.mark.parametrize(
    "packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
)
def test_a_spoilt_member_is_broken_whatever_it_is_packed_with(packing):
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as made:
        made.writestr("a.txt", "가나다라마바사" * 500)
    content = bytearray(stream.getvalue())
    content[50:90] = b"\xff" * 40
    with (
        safe_zip.opened(BytesIO(bytes(content))) as archive,
        pytest.raises(safe_zip.ZipRefusedError) as raised,
    ):
        safe_zip.content(archive, archive.getinfo("a.txt"), 1 << 20)
    assert raised.value.message.id == "zip.broken"


def test_a_member_is_no_larger_than_asked_for():
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("a.txt", "x" * 100)
    with safe_zip.opened(stream) as archive, pytest.raises(safe_zip.ZipRefusedError) as raised:
        safe_zip.part(archive, "a.txt", 99)
    assert raised.value.message.id == "zip.member-too-large"


def test_a_member_can_be_read_again_from_its_beginning():
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a.txt", "x" * 10_000 + "y")
    with safe_zip.opened(stream) as archive, safe_zip.member(archive, archive.getinfo("a.txt")) as member:
        member.read()
        member.seek(10_000)
        assert member.read() == b"y"


@pytest.mark.parametrize("name", ["../a", "a/../../b", "/a", "C:a", "a\x00b", "", "a\\..\\..\\b"])
def test_names_that_lead_out_are_told(name):
    assert safe_zip.name_problem(name.replace("\\", "/")) is not None


@pytest.mark.parametrize("name", ["a", "가/나.txt", "a..b", "...txt"])
def test_other_names_stay_inside(name):
    assert safe_zip.name_problem(name) is None
