"""LibreOffice opens every Word document and finds in it all that the model says."""

import pytest
from msgspec import Struct

from built_documents import NAMES, BuiltWorkspaces
from libreoffice import SOFFICE, Opened, open_all
from model_lines import Line, Reader, facts, folded, split_lines
from zapis.render.views import DocumentView

pytestmark = pytest.mark.skipif(not SOFFICE, reason="LibreOffice (soffice) není nainstalován")


class Case(Struct, frozen=True):
    """A document as it was meant and as LibreOffice has read it."""

    view: DocumentView
    reader: Reader
    opened: Opened

    @property
    def record(self) -> list[Line]:
        return split_lines([*self.reader.record(), *self.reader.forgotten()])

    @property
    def start(self) -> int:
        """Where the record starts among the lines; the agenda before it has the same titles."""
        record, lines = self.record, self.opened.lines
        starts = [at for at, line in enumerate(lines) if line in record[:1]]
        alike = {at: sum(map(Line.__eq__, record, lines[at:])) for at in starts}
        return max(alike, key=lambda at: alike[at], default=0)


@pytest.fixture(scope="module")
def cases(built: BuiltWorkspaces, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Case]:
    documents = built.documents
    paths = [document.path("docx") for document in documents]
    opened = open_all(paths, tmp_path_factory.mktemp("libreoffice"))
    return {
        document.name: Case(document.view, Reader(document.view), read)
        for document, read in zip(documents, opened, strict=True)
    }


@pytest.mark.parametrize("name", NAMES)
def test_every_paragraph_of_the_record_is_there_with_its_number(cases: dict[str, Case], name: str):
    case = cases[name]
    record = case.record
    found = case.opened.lines[case.start :][: len(record)]
    assert list(map(str, found)) == list(map(str, record))


@pytest.mark.parametrize("name", NAMES)
def test_every_cell_of_every_table_is_there(cases: dict[str, Case], name: str):
    case = cases[name]
    case.reader.tables.clear()
    case.reader.record()
    *wanted, tasks = [*case.reader.tables, case.reader.tasks()]
    *tables, overview = case.opened.tables if tasks else [*case.opened.tables, []]
    assert [*tables, overview[1:]] == [*wanted, tasks]


@pytest.mark.parametrize("name", NAMES)
def test_every_footnote_is_there(cases: dict[str, Case], name: str):
    case = cases[name]
    wanted = [folded(" ".join(line.text for line in lines)) for lines in case.reader.footnotes()]
    assert case.opened.footnotes == wanted


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_of_the_header_and_the_closing_is_there(cases: dict[str, Case], name: str):
    case = cases[name]
    lines = case.opened.lines
    around = [*lines[: case.start], *lines[case.start + len(case.record) :]]
    said = folded(" ".join([*map(str, around), case.opened.running]))
    assert [fact for fact in facts(case.view) if fact not in said] == []
