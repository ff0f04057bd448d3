"""The settings of a template without what would ask, fetch or tell in every document."""

from zapis.render.docx.office.tree import Element, W, remove

_REMOVED = (
    *("updateFields", "attachedTemplate", "mailMerge", "rsids", "saveThroughXslt", "docVars"),
    *("writeProtection", "activeWritingStyle", "proofState", "linkStyles", "revisionView"),
)


def quieten(root: Element) -> None:
    """Removes prompts, links to other files and marks of editing.

    **Why** `updateFields`: Word asks at each opening whether fields may be updated.
    """
    for name in _REMOVED:
        for element in root.findall(f"{W}{name}"):
            remove(element)
