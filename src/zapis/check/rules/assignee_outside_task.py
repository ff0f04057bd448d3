"""An `@` outside a task assigns nothing."""

import re
from collections.abc import Iterator

from zapis import codes
from zapis.check.surroundings import Surroundings
from zapis.check.walk import all_inlines
from zapis.diagnostics import Diagnostic
from zapis.inline import Text
from zapis.model.meeting import Meeting
from zapis.source import Span

# What people take for a box: no link and no footnote.
_NO_BOX = re.compile(r"\[[^\W_]?[^\w\s\[\]^]?\](?=\s)")
_AT = re.compile(r"(?:(?<=\s)|^)@[^\W\d_][\w.]*(?: [A-ZÁ-Ž]\w*)?")


def check(meeting: Meeting, _surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Names behind `@` in ordinary text, where nobody is made responsible for anything."""
    for node in all_inlines(meeting, tasks=False):
        if isinstance(node, Text) and "@" in node.text:
            for found in _AT.finditer(node.text):
                start = node.span.start + found.start()
                message = f"„{found.group()}“ není v úkolu, je to obyčejný text"
                if box := _NO_BOX.match(node.text):
                    message = f"„{box.group()}“ není zaškrtávátko: „{found.group()}“ není v úkolu"
                cure = f"- [ ] … {found.group()} do …"
                span = Span(start, start + len(found.group()))
                yield Diagnostic(codes.ASSIGNEE_OUTSIDE_TASK, message, span, cure)
