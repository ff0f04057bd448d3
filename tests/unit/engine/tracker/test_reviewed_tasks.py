"""A document says what its own meeting said of older tasks, whatever happens to them afterwards."""

from collections.abc import Callable
from pathlib import Path

import pytest

from making import build_workspace, make_workspace

JANUARY = """---
{header}
datum: 23. 1. 2026
pritomni: Eva Horáková, Petr Cháb
pristi: 20. 2. 2026
---
# Vzdělávání

- [ ] Zaslat nápady na **vzdělávací** akce @Horáková do 20. 2. 2026
- [ ] Obvolat organizace a zjistit jejich zájem @Cháb (do příště)
- [ ] Svolávat společná setkání @„terénní služby“ (termín: 2× do roka)
- [ ] Objednat sál
"""
FEBRUARY = """---
id: unor
datum: 20. 2. 2026
---
- [x] #{id}/1 nápady došly
- [ ] #{id}/2 trvá, nový termín 20. 3. 2026
- [ ] #{id}/3 trvá
- [/] #{id}/4

# Rozpočet

Bez připomínek.
"""
MARCH = """---
serie: bc
datum: 20. 3. 2026
---
- [-] #{id}/1 zrušeno
- [x] #{id}/2 hotovo
- [x] #{id}/4 nový termín 1. 6. 2026, řeší Petr Cháb
"""
SETTINGS = "serie: {bc: {nazev: Bezpečná čtvrť, zkratka: BC}}\n"
IN_SERIES = "BC-2026-01-23"
BY_NAME = "leden"


def _documents(root: Path) -> dict[str, bytes]:
    build_workspace(root)
    return {path.name: path.read_bytes() for path in (root / "vystup").glob("unor.*")}


def _workspace(root: Path, meeting_id: str) -> Path:
    header = "serie: bc" if meeting_id == IN_SERIES else "misto: Lípa"
    files: dict[str, str | bytes] = {
        "zapis.yaml": SETTINGS,
        "leden.md": JANUARY.format(header=header),
        "unor.md": FEBRUARY.format(id=meeting_id),
    }
    return make_workspace(root, files)


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def _review_later(root: Path) -> None:
    known = IN_SERIES if "serie: bc" in (root / "leden.md").read_text("utf-8") else BY_NAME
    make_workspace(root, {"brezen.md": MARCH.format(id=known)})


def _tick(root: Path) -> None:
    _change(root / "ukoly.md", "- [ ] #", "- [x] #")


def _move_deadline_by_hand(root: Path) -> None:
    _change(root / "ukoly.md", "@Petr Cháb do 20. 3. 2026", "@Eva Horáková do 1. 9. 2026")


def _reword_by_hand(root: Path) -> None:
    _change(root / "ukoly.md", "/2 Obvolat organizace", "/2 Oslovit organizace")


def _rename(root: Path) -> None:
    (root / "leden.md").rename(root / "prvni-jednani.md")


def _break(root: Path) -> None:
    _change(root / "leden.md", "datum: 23. 1. 2026", "datum: 23. 1. 2026\nnazev: Porada: chyba")


def _correct_date(root: Path) -> None:
    _change(root / "leden.md", "datum: 23. 1. 2026", "datum: 22. 1. 2026")


def _add_next_meeting(root: Path) -> None:
    _change(root / "unor.md", "id: unor", "serie: bc\nid: unor")


AFTERWARDS = [_review_later, _tick, _move_deadline_by_hand, _reword_by_hand, _rename, _break]


@pytest.mark.parametrize("meeting_id", [IN_SERIES, BY_NAME])
@pytest.mark.parametrize("happens", AFTERWARDS)
def test_what_happens_afterwards_changes_no_byte(
    tmp_path: Path, meeting_id: str, happens: Callable[[Path], None]
):
    root = _workspace(tmp_path, meeting_id)
    before = _documents(root)
    happens(root)
    assert (len(before), _documents(root)) == (2, before)


def test_the_next_meeting_and_a_corrected_date_change_no_byte(tmp_path: Path):
    root = _workspace(tmp_path, IN_SERIES)
    before = _documents(root)
    _correct_date(root)
    assert _documents(root) == before


def test_a_corrected_sentence_is_printed(tmp_path: Path):
    root = _workspace(tmp_path, IN_SERIES)
    before = _documents(root)
    _change(root / "leden.md", "Obvolat organizace", "Obejít organizace")
    after = _documents(root)
    assert [before[name] == after[name] for name in sorted(after)] == [False, False]
    assert "Obejít organizace" in after["unor.html"].decode()
