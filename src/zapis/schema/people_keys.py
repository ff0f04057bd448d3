"""Header keys under which people stand."""

from zapis.schema.header_key import HeaderKey, phrases, verbs
from zapis.schema.shapes import Shape

_IN_GENITIVE = "jednání,schůze,porady,zasedání,setkání,schůzky,kulatého stolu"

PEOPLE_KEYS: tuple[HeaderKey, ...] = (
    HeaderKey(
        "convened_by",
        Shape.PERSONS,
        "Kdo jednání svolal.",
        (*verbs("Svolal"), "Svolavatel", "Svolavatelka"),
        ("convened by",),
        repeatable=True,
    ),
    HeaderKey(
        "opened_by",
        Shape.PERSONS,
        "Kdo jednání zahájil.",
        verbs("Zahájil", "Jednání zahájil"),
        ("opened by",),
        repeatable=True,
    ),
    HeaderKey(
        "chair",
        Shape.PERSONS,
        "Kdo jednání řídil.",
        (
            *verbs("Předsedal", "Řídil", "Vedl", "Jednání řídil", "Jednání vedl", "Moderoval"),
            *("Předsedající", "Předseda", "Předsedkyně", "Řídí", "Vede"),
            *("Moderátor", "Moderátorka"),
        ),
        ("chair", "chaired by"),
        repeatable=True,
    ),
    HeaderKey(
        "facilitator",
        Shape.PERSONS,
        "Kdo jednání facilitoval.",
        ("Facilitátor", "Facilitátorka", "Facilitátoři", "Facilitátorky", *verbs("Facilitoval")),
        ("facilitator", "facilitators"),
        repeatable=True,
    ),
    HeaderKey(
        "present",
        Shape.PERSONS,
        "Kdo byl přítomen; seznam, text nebo „dle prezenční listiny“.",
        (
            *("Přítomni", "Přítomní", "Přítomné", "Přítomny", "Přítomen", "Přítomna", "Přítomný"),
            *("Účastníci", "Účastnice", "Účastník", "Účast", "Zúčastnili se", "Přítomní členové"),
            *phrases("Účastníci", _IN_GENITIVE),
        ),
        ("present", "attendees", "participants"),
    ),
    HeaderKey(
        "excused",
        Shape.PERSONS,
        "Kdo se omluvil; za pomlčkou smí stát důvod.",
        ("Omluveni", "Omluvení", "Omluvené", "Omluveny", "Omluven", "Omluvena", "Omluvený"),
        ("excused", "apologies"),
    ),
    HeaderKey(
        "absent",
        Shape.PERSONS,
        "Kdo nebyl přítomen.",
        ("Nepřítomni", "Nepřítomní", "Nepřítomné", "Nepřítomny", "Nepřítomen", "Nepřítomna"),
        ("absent",),
    ),
    HeaderKey(
        "unexcused",
        Shape.PERSONS,
        "Kdo chyběl bez omluvy.",
        ("Neomluveni", "Neomluvení", "Neomluvené", "Neomluveny", "Neomluven", "Neomluvena"),
        ("unexcused",),
    ),
    HeaderKey(
        "guests",
        Shape.PERSONS,
        "Hosté.",
        ("Hosté", "Hosti", "Host", "Přizvaní", "Přizváni", "Přizvaní hosté", "Další přítomní"),
        ("guests", "guest"),
    ),
    HeaderKey(
        "member_count",
        Shape.TEXT,
        "Kolik má orgán členů.",
        ("Počet členů", "Počet všech členů", "Celkový počet členů"),
        ("member count",),
    ),
    HeaderKey(
        "present_count",
        Shape.TEXT,
        "Kolik členů bylo přítomno.",
        ("Přítomno", "Počet přítomných", "Počet přítomných členů", "Přítomno členů"),
        ("present count",),
    ),
    HeaderKey(
        "recorder",
        Shape.PERSONS,
        "Kdo zápis zapsal; za jménem smí stát „, dne 23. 3. 2026“.",
        (
            *verbs("Zapsal", "Zpracoval", "Vyhotovil", "Pořídil", "Vypracoval", "Sepsal"),
            *verbs("Zaznamenal", "Zápis zapsal", "Zápis zpracoval", "Zápis vyhotovil"),
            *verbs("Zápis pořídil", "Zápis vypracoval", "Zápis provedl"),
            *("Zapisovatel", "Zapisovatelka", "Zapisovatelé", "Zapisovatelky", "Zapisující"),
            *("Zpracovatel", "Zpracovatelka", "Pořizovatel", "Zapisuje", "Zapisovatel/ka"),
        ),
        ("recorder", "recorded by", "minutes taken by"),
        repeatable=True,
    ),
    HeaderKey(
        "reviewer",
        Shape.PERSONS,
        "Kdo zápis zrevidoval.",
        (*verbs("Zrevidoval", "Revidoval", "Zkontroloval", "Kontroloval"), "Revize", "Revizor"),
        ("reviewer", "reviewers", "reviewed by"),
        repeatable=True,
    ),
    HeaderKey(
        "verifier",
        Shape.PERSONS,
        "Kdo zápis ověřil.",
        (
            *verbs("Ověřil", "Zápis ověřil"),
            *("Ověřovatel", "Ověřovatelka", "Ověřovatelé", "Ověřovatelky"),
            *("Ověřovatelé zápisu", "Ověřovatel zápisu"),
        ),
        ("verifier", "verifiers", "verified by"),
        repeatable=True,
    ),
    HeaderKey(
        "approved_by",
        Shape.PERSONS,
        "Kdo zápis schválil.",
        (*verbs("Schválil", "Odsouhlasil", "Zápis schválil"), "Schvalovatel", "Schvaluje"),
        ("approved by",),
        repeatable=True,
    ),
    HeaderKey(
        "on_behalf_of",
        Shape.ON_BEHALF,
        "Kdo jedná za skupinu; za koho, říká zkratka série nebo koho.",
        ("Za",),
        ("on behalf of",),
    ),
)
