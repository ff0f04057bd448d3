"""What the parts of a template are called in messages."""

from zapis.render.docx.roles import Roles

_WORDS = {"hdr": "záhlaví", "ftr": "zápatí"}


def part_name(part: str, roles: Roles, root_tag: str) -> str:
    """„text“, „záhlaví“, „zápatí“ or „poznámky pod čarou“."""
    if part == roles.main:
        return "text"
    if part == roles.footnotes:
        return "poznámky pod čarou"
    return _WORDS.get(root_tag.rpartition("}")[2], part)
