"""The environment of built-in pages: fields of our values are there, nothing behind them is."""

import pytest
from jinja2.exceptions import SecurityError, UndefinedError

from zapis.render.environment import html_environment
from zapis.render.views import FieldView

FIELD = FieldView("place", "Místo", "<Praha>")


def test_a_field_is_printed_escaped():
    made = html_environment().from_string("{{ field.text }}").render(field=FIELD)
    assert made == "&lt;Praha&gt;"


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("{{ field.__class__ }}", SecurityError),
        ("{{ field.__init__.__globals__ }}", SecurityError),
        ("{{ field.__struct_fields__ }}", SecurityError),
        ("{{ names.append(1) }}", SecurityError),
        ("{{ field.nothing }}", UndefinedError),
    ],
)
def test_nothing_behind_a_field_can_be_reached(source: str, error: type[Exception]):
    template = html_environment().from_string(source)
    with pytest.raises(error):
        template.render(field=FIELD, names=[])
