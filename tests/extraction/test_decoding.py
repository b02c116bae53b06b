"""Encodings: the fixed order, what is in doubt, and that nothing is misread in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import UserError
from annotator.extraction.decoding import CANDIDATES, decode, decode_as, looks_korean

KOREAN = "정부는 9일 서울에서 회의를 열고 내년도 예산안을 확정했다고 밝혔다.\n참석자들은 지역 지원을 늘리기로 했다."
RARE = "똠방각하라는 말은 요즘 거의 쓰지 않는다고 그는 말했다. 펲시와 햏자도 그렇다."
HANJA = "李대통령은 美 백악관에서 中 대표단과 만나 韓美日 협력을 논의했다고 靑와대가 전했다. 여야는 환영했다."
JAPANESE = "首相は八日、東京で記者会見を開き、来年度の予算案について説明した。カタカナも使う。"
CHINESE = "中国国家主席九日在北京会见美国国务卿，双方就共同关心的国际和地区问题交换意见，强调要加强科技合作。"
FRENCH = "Le président a déclaré que l’été dernier «très chaud» était à l’origine des problèmes."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (KOREAN.encode(), "utf-8"),
        (KOREAN.encode("utf-8-sig"), "utf-8-sig"),
        (KOREAN.encode("cp949"), "cp949"),
        (KOREAN.encode("euc-kr"), "cp949"),
        (KOREAN.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + KOREAN.encode("utf-16-be"), "utf-16"),
        (KOREAN.encode("utf-32"), "utf-32"),
        (b"plain ascii\r\n", "utf-8"),
        (b"", "utf-8"),
    ],
)
def test_what_the_fixed_order_reads_for_sure(data, encoding):
    found = decode(data)
    assert (found.encoding, found.doubtful) == (encoding, False)
    assert found.text == (KOREAN if len(data) > 20 else data.decode())
    assert decode_as(data, found.encoding) == found.text


@pytest.mark.parametrize("text", [KOREAN, RARE, HANJA, "예산안 확정", "서울", "「한글」 ㆍ 가나다"])
def test_korean_in_cp949_is_not_in_doubt(text):
    assert (decode(text.encode("cp949")).text, decode(text.encode("cp949")).doubtful) == (text, False)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [KOREAN, "가 각 가", "가가가가가가 12", "Plain English"])
def test_utf_16_without_a_mark_is_read_by_its_nul_bytes_and_in_doubt(encoding, text):
    found = decode(text.encode(encoding))
    assert (found.text, found.encoding, found.doubtful) == (text, encoding, True)


@pytest.mark.parametrize(
    ("data", "proposed"),
    [
        (KOREAN.encode("johab"), "johab"),
        ("26일 오후 4일".encode("johab"), "johab"),
        (JAPANESE.encode("shift_jis"), None),
        (JAPANESE.encode("euc_jp"), None),
        (CHINESE.encode("gb18030"), None),
        (FRENCH.encode("cp1252"), None),
        ("café à Âge".encode("latin-1"), None),
        ("It’s “plain” text".encode("cp1252"), None),
        (KOREAN.encode()[:-2], None),
        (KOREAN.encode("cp949")[:-2], None),
        (KOREAN.encode("utf-16")[:-1], None),
        (KOREAN.encode("utf-16-le")[:-1], None),
        (KOREAN.encode() + KOREAN.encode("cp949"), None),
    ],
)
def test_what_fits_nothing_or_does_not_look_korean_is_in_doubt(data, proposed):
    found = decode(data)
    assert found.doubtful
    if proposed:
        assert found.encoding == proposed
    if found.encoding:
        assert decode_as(data, found.encoding) == found.text


@pytest.mark.parametrize("text", [JAPANESE, CHINESE, FRENCH])
@pytest.mark.parametrize("encoding", ["shift_jis", "euc_jp", "gb18030", "big5", "cp1252"])
@pytest.mark.parametrize("size", [2, 5, 9, 17, 33, 99])
def test_other_languages_are_never_taken_for_korean_in_silence(text, encoding, size):
    data = text[:size].encode(encoding, "ignore")
    assert data.isascii() or decode(data).doubtful


def test_the_preview_is_in_the_encoding_that_leaves_fewer_gaps():
    data = KOREAN.encode("cp949")[:40] + b"\xff " + KOREAN.encode("cp949")
    assert decode(data).encoding == ""
    assert KOREAN in decode(data).text


def test_what_is_not_decodable_is_shown_as_a_preview_without_an_encoding():
    found = decode(FRENCH.encode("cp1252"))
    assert (found.encoding, found.doubtful) == ("", True)
    assert "\ufffd" in found.text
    assert "Le pr" in found.text


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"PK\x03\x04 looks like text",
        b"%PDF-1.7 looks like text",
        bytes(range(256)) * 4,
        b"\x00\x01\x02\x03" * 100,
        b"\x00" * 64,
        b"text \x01\x02\x03\x04\x05 text",
        b"\xff\xfe" + b"\x01\x00" * 50,
    ],
)
def test_binary_files_are_refused(data):
    with pytest.raises(UserError) as raised:
        decode(data, name="a.bin")
    assert raised.value.message.id == "import.not-text"
    assert raised.value.message.arguments == {"name": "a.bin"}


def test_a_stray_nul_does_not_make_a_text_binary():
    text = KOREAN + "\x00" + KOREAN
    assert decode(text.encode()).text == text


def page(charset: str, body: str = KOREAN) -> str:
    return f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"></head><p>{body}</p>'


@pytest.mark.parametrize(
    ("declared", "encoding", "read_as"),
    [
        ("utf-8", "utf-8", "utf-8"),
        ("euc-kr", "cp949", "cp949"),
        ("KS_C_5601-1987", "cp949", "cp949"),
        ("johab", "johab", "johab"),
    ],
)
def test_a_declared_charset_is_honoured(declared, encoding, read_as):
    found = decode(page(declared).encode(encoding))
    assert (found.text, found.encoding, found.doubtful) == (page(declared), read_as, False)
    short = page(declared).replace('http-equiv="Content-Type" content="text/html; charset=', 'charset="')
    assert decode(short.encode(encoding)).encoding == read_as


@pytest.mark.parametrize("declared", ["shift_jis", "utf-8", "utf-16", "no-such-charset", "rot13", "latin-1"])
def test_a_declaration_that_does_not_fit_falls_back_to_the_fixed_order(declared):
    found = decode(page(declared).encode("cp949"))
    assert found.text == page(declared) or found.doubtful


@pytest.mark.parametrize("declared", ["euc-kr", "iso-8859-1", "shift_jis"])
def test_utf_8_that_is_declared_to_be_something_else_is_read_as_utf_8(declared):
    found = decode(page(declared).encode())
    assert (found.text, found.encoding) == (page(declared), "utf-8")


def test_bytes_that_fit_their_declaration_and_utf_8_are_read_as_utf_8_and_in_doubt():
    found = decode(page("euc-kr", "고로").encode())
    assert page("euc-kr", "고로").encode().decode("cp949") != page("euc-kr", "고로")
    assert (found.text, found.encoding, found.doubtful) == (page("euc-kr", "고로"), "utf-8", True)


def test_a_page_in_french_is_read_as_it_declares():
    found = decode(page("iso-8859-1", FRENCH).encode("cp1252"))
    assert (found.text, found.encoding, found.doubtful) == (page("iso-8859-1", FRENCH), "cp1252", False)


def test_korean_bytes_declared_as_latin_are_not_believed():
    found = decode(page("iso-8859-1").encode("cp949"))
    assert found.doubtful
    assert found.encoding == "cp949"
    assert found.text == page("iso-8859-1")


def test_a_chosen_encoding_is_strict():
    assert decode_as(KOREAN.encode("johab"), "johab") == KOREAN
    assert decode_as(KOREAN.encode("utf-8-sig"), "utf-8") == KOREAN
    for encoding in ("utf-8", "no-such-encoding", "rot13", "hex", "\0"):
        with pytest.raises(UserError) as raised:
            decode_as(KOREAN.encode("cp949"), encoding, name="a.txt")
        assert raised.value.message.id == "import.encoding-wrong"
        assert raised.value.message.arguments == {"encoding": encoding, "name": "a.txt"}


@pytest.mark.parametrize("encoding", CANDIDATES)
def test_every_candidate_is_an_encoding(encoding):
    assert decode_as("abc".encode(encoding), encoding) == "abc"


def test_korean_is_told_by_its_syllables():
    assert looks_korean(KOREAN)
    assert not looks_korean("")
    assert not looks_korean("English")
    assert not looks_korean(JAPANESE)
    assert not looks_korean("뷁쉙퀡뫯")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_by_name(data):
    try:
        found = decode(data)
    except UserError:
        return
    assert found.encoding or found.doubtful
    if found.encoding:
        assert decode_as(data, found.encoding) == found.text
    if not found.doubtful and found.encoding == "utf-8":
        assert found.text.encode() == data


@given(st.text(alphabet=st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=40))
def test_what_is_read_as_cp949_without_doubt_is_the_text_that_was_written(text):
    found = decode((text + " 이라고 했다").encode("johab"))
    assert found.doubtful or found.text == text + " 이라고 했다"
