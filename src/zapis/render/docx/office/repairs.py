"""What LibreOffice writes otherwise than Word reads it: put right before anything is added."""

from zapis.render.docx.office.tree import Element, W

_VALUE = f"{W}val"
_SIDES = {"start": "left", "end": "right"}
# ECMA-376 Part 1, 17.9.6: the order of what a level of a list says.
_LEVEL = (
    *("start", "numFmt", "lvlRestart", "pStyle", "isLgl", "suff", "lvlText", "lvlPicBulletId"),
    *("legacy", "lvlJc", "pPr", "rPr"),
)
_PLACES = {f"{W}{name}": place for place, name in enumerate(_LEVEL)}
_CHARACTER_SET = f"{W}characterSet"


def repair_numbering(root: Element) -> None:
    """Levels of lists in the order of the schema, their sides by the names that Word knows."""
    for level in root.iter(f"{W}lvl"):
        level[:] = sorted(level, key=lambda each: _PLACES.get(str(each.tag), len(_LEVEL)))
    for side in root.iter(f"{W}lvlJc"):
        value = side.get(_VALUE, "")
        side.set(_VALUE, _SIDES.get(value, value))


def repair_fonts(root: Element) -> None:
    """Fonts without names of character sets, of which Word knows others."""
    for charset in root.iter(f"{W}charset"):
        if _CHARACTER_SET in charset.attrib:
            del charset.attrib[_CHARACTER_SET]
            if not charset.get(_VALUE):
                charset.set(_VALUE, "00")
