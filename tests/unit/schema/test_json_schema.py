from zapis.schema.json_schema import front_matter_schema, settings_schema


def texts(schema: object) -> set[str]:
    """Every title and description."""
    if isinstance(schema, list):
        return set().union(*map(texts, schema)) if schema else set()
    if not isinstance(schema, dict):
        return set()
    own = {schema[name] for name in ("title", "description") if isinstance(schema.get(name), str)}
    return own.union(*map(texts, schema.values()))


def references(schema: object) -> set[str]:
    """Every definition that is referred to."""
    if isinstance(schema, list):
        return set().union(*map(references, schema)) if schema else set()
    if not isinstance(schema, dict):
        return set()
    own = {schema["$ref"]} if isinstance(schema.get("$ref"), str) else set()
    return own.union(*map(references, schema.values()))


def test_every_key_of_the_language_is_in_the_schema() -> None:
    wanted = {"nazev", "pritomni", "ucastnici", "misto konani", "zapsala", "cj", "pristi schuze"}
    assert wanted - set(front_matter_schema()["properties"]) == set()


def test_all_references_lead_somewhere() -> None:
    for schema in (front_matter_schema(), settings_schema()):
        defined = {f"#/$defs/{name}" for name in schema["$defs"]}
        assert references(schema) - defined == set()


def test_the_schema_shows_no_name_from_the_code() -> None:
    shown = texts(front_matter_schema()) | texts(settings_schema())
    assert {text for text in shown if text.endswith(("Entry", "Value", "Data"))} == set()


def test_the_settings_describe_series_and_projects() -> None:
    schema = settings_schema()
    assert list(schema["properties"]) == [
        *("organizace", "formaty", "zdroje", "vynechat", "vystup", "osoby"),
        *("serie", "projekty", "prehledy", "druhy", "stitky", "casti", "podpisy"),
    ]
