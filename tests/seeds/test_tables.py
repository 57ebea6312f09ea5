import pytest

from graph.errors import BadInput
from seeds.registers import File
from seeds.registers.tables import read_table

USED = frozenset({"code", "naam"})


def file(text: str) -> File:
    return File("f.csv", text.encode())


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_cells_may_be_separated_by_semicolons_commas_or_tabs(separator: str) -> None:
    table = read_table(file(f"code{separator}naam{separator}meer\r\n1{separator}De Bron{separator}x\r\n"), USED)
    assert table.rows[0].cells == {"code": "1", "naam": "De Bron"}
    assert table.unused(USED) == ("meer",)


def test_white_space_is_no_value_and_is_taken_from_around_and_within_cells() -> None:
    table = read_table(file("code ; naam\r\n 1 ;  De   Bron \r\n2; \r\n"), USED)
    assert [row.cells for row in table.rows] == [{"code": "1", "naam": "De Bron"}, {"code": "2", "naam": None}]


def test_a_row_is_known_by_the_line_it_begins_on_also_after_line_ends_in_quotes() -> None:
    table = read_table(file('code;naam\r\n1;"De\r\nBron"\r\n\r\n2;"De ""Bron"""\r\n'), USED)
    assert [(row.line, row["naam"]) for row in table.rows] == [(2, "De Bron"), (5, 'De "Bron"')]


def test_a_row_of_another_width_is_rejected_with_its_line() -> None:
    table = read_table(file("code;naam\r\n1;De Bron\r\n2;De;Bron\r\n3\r\n"), USED)
    assert [(one.line, one.reason) for one in table.rejected] == [
        (3, "has 3 cells under 2 headings: a separator in a cell wants quotes around it"),
        (4, "has 1 cell under 2 headings: is the file cut short?"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("code;code;naam\r\n1;2;3\r\n", "heads two columns «code»"),
        ("code;name\r\n1;2\r\n", "has no column «naam»"),
        ("code;naam\r\n", "a heading and no rows"),
        ('code;naam\r\n1;"De Bron\r\n2;De Put\r\n', "line 2: no row of a table"),
        ("code;naam\r\n1;" + "x" * 1_000_000 + "\r\n", "line 2: no row of a table"),
    ],
)
def test_what_is_no_table_with_these_columns_is_refused(text: str, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        read_table(file(text), USED)


def test_a_heading_that_nobody_reads_may_stand_there_twice() -> None:
    assert read_table(file("code;Plaats;Plaats;naam\r\n1;a;b;c\r\n"), USED).rows[0]["naam"] == "c"
