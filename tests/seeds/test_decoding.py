import pytest

from graph.errors import BadInput
from seeds.registers import File
from seeds.registers.decoding import text_of

NAMES = "code;naam\r\n12AB00;It Fûnemint\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1252"])
def test_a_file_is_read_in_the_encoding_it_is_in(encoding: str) -> None:
    assert text_of(File("f.csv", NAMES.encode(encoding))) == NAMES


def test_first_lines_in_ascii_decide_nothing() -> None:
    text = "12AB00;Basisschool\r\n" * 5_000 + "12AB01;De Reinbôge\r\n"
    assert text_of(File("f.csv", text.encode("windows-1252"))) == text


def test_a_named_encoding_goes_before_what_the_bytes_suggest() -> None:
    assert text_of(File("f.csv", NAMES.encode("utf-16"), "utf-16")) == NAMES
    assert "FÃ»nemint" in text_of(File("f.csv", NAMES.encode("utf-8"), "windows-1252"))


@pytest.mark.parametrize(
    ("content", "encoding", "message"),
    [
        (b"", None, "is empty"),
        (b" \r\n\r\n", None, "is empty"),
        (NAMES.encode("utf-16"), None, "is in utf-16"),
        (NAMES.encode("windows-1252"), "utf-8", "not in utf-8: line 2, byte 23"),
        (NAMES.encode(), "ascii", "not in ascii: line 2"),
        (NAMES.encode(), "utf-9", "no encoding «utf-9»"),
        (b"a;b\r\n1;\x81\r\n", None, "not in windows-1252: line 2, byte 8"),
        (b"a;b\r\n\0;1\r\n", None, "holds NUL bytes"),
    ],
)
def test_a_file_in_another_encoding_is_refused_with_the_place(
    content: bytes, encoding: str | None, message: str
) -> None:
    with pytest.raises(BadInput, match=message):
        text_of(File("f.csv", content, encoding))


def test_utf_8_that_was_cut_short_is_not_taken_for_windows_1252() -> None:
    whole = "12AB00;Wrâldwizer\r\n12AB01;It Fûnemint".encode()
    cut = whole[: whole.index("û".encode()) + 1]
    with pytest.raises(BadInput, match="not in utf-8: line 2"):
        text_of(File("f.csv", cut))
