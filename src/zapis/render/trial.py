"""Whether a document that a template has made is whole."""

from zapis.render.templating.failures import TemplateProblem


def damage_of(form: str, data: bytes) -> TemplateProblem | None:
    """What is broken in the bytes of a document; None where it can be opened."""
    if form != "docx":
        return None
    from zapis.render.docx.dialect import TemplateError  # noqa: PLC0415 - only checks need them
    from zapis.render.docx.office.tree import read  # noqa: PLC0415 - the same
    from zapis.render.docx.office.unpacking import unpack  # noqa: PLC0415 - the same

    try:
        for name, content in unpack(data).items():
            if name.endswith((".xml", ".rels")):
                read(name, content)
    except TemplateError:
        return TemplateProblem(
            "dokument podle šablony by Word neotevřel",
            "značky {%p … %} dejte do vlastních odstavců, značky {%tr … %} do řádků tabulky",
        )
    return None
