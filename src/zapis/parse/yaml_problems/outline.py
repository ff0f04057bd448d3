"""Walk over the rows of refused YAML, keep its levels, and say what is wrong with each row."""

import re

from msgspec import Struct

from zapis import codes
from zapis.parse.yaml_problems import misplaced
from zapis.parse.yaml_problems.comments import lost_comment
from zapis.parse.yaml_problems.draft import COLON, COMMENT, Draft, Row, Slot, read_rows
from zapis.parse.yaml_problems.scalars import BULLETS, pasted_bullets
from zapis.parse.yaml_problems.shapes import missing_space
from zapis.parse.yaml_problems.tabs import replace_tabs
from zapis.parse.yaml_problems.values import check_value

_FIELD = re.compile(r"[a-zěščřžýáíéúůťďňó][\w ]{1,30}")
_GLUED_PAIR = re.compile(r"[^\W\d_][^:\n\"']{0,60}:(?!//)[^ \t\n:]")
_COMMENT_LINE = re.compile(r"#[^\n]*")
_NO_KEY_START = frozenset("*@`%&!|>")


class _Level(Struct, frozen=True):
    """An open list or mapping and the column of its hyphens or keys."""

    column: int
    is_list: bool


def diagnose(draft: Draft, most: int) -> None:
    """Report what is wrong with the draft and cover it, so that the rest can be read.

    It gives up behind `most` problems.
    """
    has_tabs = replace_tabs(draft)
    outline = _Outline(draft)
    index = 0
    while index < len(outline.rows) and len(draft.problems) <= most:
        index = outline.step(index)
    if has_tabs:
        # Nobody knows how wide the tabs were, so what follows from their width means nothing.
        draft.problems[:] = [one for one in draft.problems if one.code is not codes.YAML_SYNTAX]


class _Outline:
    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._text = draft.masked
        self._levels: list[_Level] = []
        self._slot = Slot.CLOSED
        self.rows = read_rows(self._text)

    def step(self, index: int) -> int:
        """Check a row; returns the index of the next one to be checked."""
        row = self.rows[index]
        while self._levels and self._levels[-1].column > row.indent:
            self._levels.pop()
            self._slot = Slot.CLOSED
        if not self._levels:
            return self._root(index, row)
        if row.indent == self._levels[-1].column:
            in_list = self._levels[-1].is_list
            return self._in_list(index, row) if in_list else self._in_map(index, row)
        if self._slot is Slot.EMPTY:
            return self._first_below(index, row)
        if self._slot in {Slot.PLAIN, Slot.BARE}:
            return self._continuation(index, row)
        self._draft.report(misplaced.wrong_indent(self._draft.text, row))
        return self._enter(index, row)

    def _push(self, column: int, *, is_list: bool) -> None:
        level = _Level(column, is_list)
        if not self._levels or self._levels[-1] != level:
            self._levels.append(level)

    def _enter(self, index: int, row: Row) -> int:
        """Open the levels that a row opens and check its value."""
        for dash in row.dashes:
            self._push(dash - row.start, is_list=True)
        if row.colon >= 0:
            self._push(row.body - row.start, is_list=False)
        return self._value(index, row.value)

    def _value(self, index: int, start: int) -> int:
        bounds = (start, self._levels[-1].column)
        self._slot, below = check_value(self._draft, self._text, self.rows, index, bounds)
        return below

    def _root(self, index: int, row: Row) -> int:
        if row.colon >= 0 and not row.dashes:
            return self._enter(index, row)
        if not row.dashes and self._is_glued(row):
            self._push(row.indent, is_list=False)
            return self._glued(index, row)
        if not row.dashes and self._text[row.body] in _NO_KEY_START:
            self._draft.report(misplaced.forbidden_key(self._draft.text, row))
        elif not self._draft.problems:
            self._draft.report(misplaced.no_mapping(self._draft.text, row))
        self._hide(row)
        return index + 1

    def _in_list(self, index: int, row: Row) -> int:
        """A row in the column of a list's hyphens."""
        if row.dashes:
            return self._enter(index, row)
        if row.colon >= 0:
            return self._key_in_list(index, row)
        if self._text[row.body] in BULLETS and self._text[row.body + 1 : row.body + 2] in " \t":
            return self._bullet_in_list(index, row)
        self._draft.report(misplaced.no_hyphen(self._draft.text, row))
        self._join(index, row)
        return index + 1

    def _key_in_list(self, index: int, row: Row) -> int:
        if len(self._levels) > 1 and self._levels[-2] == _Level(row.indent, is_list=False):
            self._levels.pop()
            return self._enter(index, row)
        self._draft.report(misplaced.key_among_items(self._draft.text, row))
        while self._levels[-1].is_list:
            self._levels.pop()
        self._dedent(row)
        return self._value(index, row.value)

    def _bullet_in_list(self, index: int, row: Row) -> int:
        """`– Jan` among `- Eva`: the bullet is read as a hyphen."""
        start = row.body + 1
        while start < row.end and self._text[start] in " \t":
            start += 1
        self._draft.report(pasted_bullets(self._draft.text, row.body, (start, row.end)))
        self._draft.put(row.body, "-")
        return self._value(index, start)

    def _in_map(self, index: int, row: Row) -> int:
        """A row in the column of a mapping's keys."""
        if row.dashes:
            if self._slot is not Slot.EMPTY:
                self._draft.report(misplaced.stray_hyphen(self._draft.text, row))
            return self._enter(index, row)
        if row.colon >= 0:
            return self._enter(index, row)
        if self._is_glued(row):
            return self._glued(index, row)
        if self._slot is Slot.EMPTY:
            return self._bare(index, row)
        if self._slot is Slot.BARE:
            self._join(index, row)
            return index + 1
        if self._text[row.body] in _NO_KEY_START:
            self._draft.report(misplaced.forbidden_key(self._draft.text, row))
            self._hide(row)
            self._slot = Slot.CLOSED
        else:
            is_continuation = self._slot is Slot.PLAIN
            problem = misplaced.no_key(self._draft.text, row, is_continuation=is_continuation)
            self._draft.report(problem)
            self._join(index, row)
        return index + 1

    def _bare(self, index: int, row: Row) -> int:
        """Text at the margin below an empty key is the value of that key."""
        above = self.rows[index - 1]
        self._draft.blank(above.value, row.start)
        if self._text[row.body] in BULLETS:
            self._draft.cover(row.body, row.end)
            self._slot, below = Slot.PLAIN, index + 1
        else:
            below = self._value(index, row.body)
        if self._slot is Slot.PLAIN:
            self._slot = Slot.BARE
        return below

    def _is_glued(self, row: Row) -> bool:
        return _GLUED_PAIR.match(self._text, row.body, row.end) is not None

    def _glued(self, index: int, row: Row) -> int:
        """`datum:20. 3.`, read with a space that takes the place of the key's last letter."""
        colon = self._text.index(":", row.body)
        self._draft.report(missing_space(self._draft.text, row.body, row.end))
        is_long = colon - row.body > 1
        self._slot = Slot.PLAIN if is_long else Slot.CLOSED
        if is_long:
            self._draft.put(colon - 1, ": ")
            self._draft.glued.add(row.body)
            self._draft.cover(colon + 1, row.end)
        else:
            self._hide(row)
        return index + 1

    def _first_below(self, index: int, row: Row) -> int:
        """The first row of the value of an empty key or item."""
        if row.dashes or row.colon >= 0:
            return self._enter(index, row)
        if self._text[row.body] in BULLETS:
            self._draft.cover(row.body, row.end)
            self._slot = Slot.PLAIN
            return index + 1
        return self._value(index, row.body)

    def _continuation(self, index: int, row: Row) -> int:
        """A further row of a text without quotes."""
        self._drop_comments(index, row)
        if row.colon >= 0:
            return self._key_in_text(index, row)
        colon = COLON.search(self._text, row.body, row.end)
        if colon is not None:
            if self._text[row.body] not in BULLETS:
                self._draft.report(misplaced.colon_below(self._draft.text, row, colon.start()))
            self._draft.cover(row.body, row.end)
        return index + 1

    def _key_in_text(self, index: int, row: Row) -> int:
        """A pair where a text goes on: a key too deep, or a colon in the text."""
        above = self.rows[index - 1]
        is_field = _FIELD.fullmatch(self._text, row.body, row.colon) is not None
        if not is_field or row.dashes:
            self._draft.report(misplaced.colon_below(self._draft.text, row, row.colon))
            self._draft.cover(row.body, row.end)
            return index + 1
        if above.colon < 0 and above.body - above.start == row.indent and self._is_glued(above):
            self._push(row.indent, is_list=False)
            self._glued(index - 1, above)
            return self._enter(index, row)
        if self._levels[-1].is_list:
            self._draft.report(misplaced.not_joined(self._draft.text, row, above))
            self._draft.cover(row.body, row.end)
            return index + 1
        self._draft.report(misplaced.extra_indent(self._draft.text, row))
        self._dedent(row)
        return self._value(index, row.value)

    def _drop_comments(self, index: int, row: Row) -> None:
        """A comment would end the text, so the parser reads spaces in its place."""
        above, draft = self.rows[index - 1], self._draft
        for found in _COMMENT_LINE.finditer(self._text, above.end, row.start):
            draft.blank(*found.span())
        trailing = COMMENT.search(self._text, above.value, above.end)
        if trailing is not None and draft.chars[trailing.end() - 1] == "#":
            draft.report(lost_comment(draft.text, above.value, trailing.end() - 1, above.end))
            draft.blank(trailing.start(), above.end)

    def _join(self, index: int, row: Row) -> None:
        """Read a row as a part of the text above it, or not at all."""
        if self._slot not in {Slot.PLAIN, Slot.BARE}:
            self._hide(row)
            return
        self._drop_comments(index, row)
        self._draft.cover(self.rows[index - 1].end, row.start)
        self._draft.cover(row.body, row.end)

    def _hide(self, row: Row) -> None:
        self._draft.put(row.start + row.indent, "#")

    def _dedent(self, row: Row) -> None:
        """Move a row to the column of the innermost level: its spaces become empty lines."""
        surplus = row.indent - self._levels[-1].column
        self._draft.blank(row.start, row.start + surplus, "\n")
