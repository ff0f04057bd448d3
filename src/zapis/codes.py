"""The one table of diagnostic codes: numbers are stable and never used twice."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from msgspec import Struct


class Severity(Enum):
    """How bad a problem is; the value is the word that people read."""

    ERROR = "chyba"
    WARNING = "varování"
    TIP = "tip"


class Code(Struct, frozen=True):
    """A kind of problem: its number, its name in English and its title in Czech."""

    id: str
    name: str
    severity: Severity
    title: str


_ERROR, _WARNING, _TIP = Severity.ERROR, Severity.WARNING, Severity.TIP

# Z1: the file and the writing of its YAML.
WRONG_ENCODING = Code("Z101", "wrong-encoding", _ERROR, "soubor není v kódování UTF-8")
TOO_LARGE = Code("Z102", "too-large", _ERROR, "soubor je příliš velký")
UNCLOSED_FRONT_MATTER = Code("Z103", "unclosed-front-matter", _ERROR, "hlavička není ukončena")
NO_FRONT_MATTER = Code("Z104", "no-front-matter", _ERROR, "soubor nemá hlavičku")
FORGOTTEN_FRONT_MATTER = Code(
    "Z105", "forgotten-front-matter", _WARNING, "soubor vypadá jako zápis, ale nemá hlavičku"
)
CONTROL_CHARACTER = Code("Z106", "control-character", _WARNING, "řídicí znaky v textu")
BINARY_FILE = Code("Z107", "binary-file", _ERROR, "soubor není text")
EMPTY_FILE = Code("Z108", "empty-file", _ERROR, "soubor je prázdný")
UNREADABLE_FILE = Code("Z109", "unreadable-file", _ERROR, "soubor nelze přečíst")
YAML_SYNTAX = Code("Z110", "yaml-syntax", _ERROR, "hlavičce nelze porozumět")
YAML_TAB = Code("Z111", "yaml-tab", _ERROR, "tabulátor v odsazení hlavičky")
YAML_COLON = Code("Z112", "yaml-colon", _ERROR, "dvojtečka uvnitř hodnoty")
YAML_FORBIDDEN_START = Code(
    "Z113", "yaml-forbidden-start", _ERROR, "znak, kterým hodnota začít nesmí"
)
YAML_UNCLOSED_QUOTE = Code("Z114", "yaml-unclosed-quote", _ERROR, "neuzavřené uvozovky")
YAML_UNCLOSED_BRACKET = Code("Z115", "yaml-unclosed-bracket", _ERROR, "neuzavřená závorka")
DUPLICATE_KEY = Code("Z116", "duplicate-key", _ERROR, "klíč je v hlavičce dvakrát")
YAML_ANCHOR = Code("Z117", "yaml-anchor", _ERROR, "kotvy a odkazy YAML")
YAML_TEXT_BEHIND_QUOTES = Code("Z118", "yaml-text-behind-quotes", _ERROR, "text za uvozovkami")
YAML_BACKSLASH = Code("Z119", "yaml-backslash", _ERROR, "zpětné lomítko v uvozovkách")
YAML_LOST_COMMENT = Code("Z120", "yaml-lost-comment", _WARNING, "text za # se nepřečte")
YAML_MISSING_SPACE = Code("Z121", "yaml-missing-space", _ERROR, "za dvojtečkou chybí mezera")
YAML_PASTED_BULLETS = Code(
    "Z122", "yaml-pasted-bullets", _TIP, "odrážky, které nejsou seznamem YAML"
)
YAML_BARE_LINES = Code("Z123", "yaml-bare-lines", _TIP, "řádky bez odrážek")
YAML_CZECH_QUOTES = Code("Z124", "yaml-czech-quotes", _ERROR, "české uvozovky hodnotu neohraničují")
YAML_COLON_IN_ITEM = Code("Z125", "yaml-colon-in-item", _ERROR, "dvojtečka v položce seznamu")
YAML_COMMA_IN_BRACES = Code(
    "Z126", "yaml-comma-in-braces", _ERROR, "čárka uvnitř složených závorek"
)
YAML_BRACKETED_TEXT = Code("Z127", "yaml-bracketed-text", _ERROR, "hranaté závorky místo textu")
YAML_NOT_MAPPING = Code("Z128", "yaml-not-mapping", _ERROR, "hlavička nejsou dvojice klíč: hodnota")
YAML_TOO_DEEP = Code("Z129", "yaml-too-deep", _ERROR, "hlavička je příliš zanořená")
UNMERGED_MINUTES = Code("Z130", "unmerged-minutes", _ERROR, "nedořešené slučování v zápisu")

# Z2: the values of the header.
UNKNOWN_KEY_NEAR = Code("Z201", "unknown-key-near", _ERROR, "neznámý klíč podobný známému")
UNKNOWN_KEY = Code("Z202", "unknown-key", _TIP, "vlastní řádek záhlaví")
INVALID_DATE = Code("Z203", "invalid-date", _ERROR, "datum, které neexistuje")
WRONG_WEEKDAY = Code("Z204", "wrong-weekday", _WARNING, "den v týdnu neodpovídá datu")
END_BEFORE_START = Code("Z205", "end-before-start", _WARNING, "konec je dřív než začátek")
UNREADABLE_TIME = Code("Z206", "unreadable-time", _WARNING, "času nelze porozumět")
WRONG_SHAPE = Code("Z207", "wrong-shape", _ERROR, "hodnota má jiný tvar, než klíč čeká")
UNKNOWN_SUBKEY = Code("Z208", "unknown-subkey", _ERROR, "neznámý klíč uvnitř položky")
PRESENT_AND_EXCUSED = Code("Z209", "present-and-excused", _WARNING, "přítomný i omluvený zároveň")
DOUBTFUL_SPLIT = Code("Z210", "doubtful-split", _TIP, "nejisté rozdělení osob")
DUPLICATE_MEETING = Code("Z211", "duplicate-meeting", _ERROR, "dvě jednání se stejným označením")
INVALID_ID = Code("Z212", "invalid-id", _ERROR, "nepřípustné znaky v označení jednání")
UNKNOWN_REFERENCE = Code(
    "Z213", "unknown-reference", _ERROR, "série nebo projekt není v zapis.yaml"
)
MISSING_ATTACHMENT = Code("Z214", "missing-attachment", _WARNING, "příloha na disku není")
OUTSIDE_WORKSPACE = Code("Z215", "outside-workspace", _ERROR, "cesta vede mimo pracovní složku")
UNKNOWN_STATUS = Code("Z216", "unknown-status", _WARNING, "neznámý stav zápisu")
ITEM_WITHOUT_RECORD = Code("Z217", "item-without-record", _WARNING, "bod programu bez záznamu")
HEADING_NOT_IN_AGENDA = Code("Z218", "heading-not-in-agenda", _TIP, "nadpis není v programu")
NOT_FOR_PUBLICATION = Code(
    "Z219", "not-for-publication", _WARNING, "neveřejné údaje v úplném znění"
)
DISTANT_DATE = Code("Z220", "distant-date", _WARNING, "datum je nezvykle daleko")
COUNT_MISMATCH = Code("Z221", "count-mismatch", _WARNING, "počet nesouhlasí se jmény")
UNREADABLE_DATE = Code("Z222", "unreadable-date", _WARNING, "datu nelze porozumět")
UNKNOWN_TEMPLATE = Code("Z223", "unknown-template", _ERROR, "šablona neexistuje")
KEY_TWICE = Code("Z224", "key-twice", _ERROR, "dva tvary téhož klíče")
UNKNOWN_PLACEHOLDER = Code("Z225", "unknown-placeholder", _WARNING, "neznámé místo v titulku")
PERSON_TWICE = Code("Z226", "person-twice", _WARNING, "osoba je v seznamu dvakrát")
NO_QUORUM = Code("Z227", "no-quorum", _WARNING, "přítomných je méně než nadpoloviční většina")

# Z3: the body.
UNCLOSED_BLOCK = Code("Z301", "unclosed-block", _WARNING, "blok není uzavřen")
UNKNOWN_BLOCK = Code("Z302", "unknown-block", _WARNING, "neznámý blok")
STRAY_CLOSING = Code("Z303", "stray-closing", _WARNING, "::: nic neuzavírá")
HEADING_WITHOUT_SPACE = Code("Z304", "heading-without-space", _TIP, "nadpis bez mezery za #")
COMMENT = Code("Z305", "comment", _TIP, "poznámka se netiskne")
DEAD_LINK = Code("Z306", "dead-link", _WARNING, "odkaz vede na soubor, který není")
UNKNOWN_MARK = Code("Z307", "unknown-mark", _WARNING, "neznámá značka textu")
RAW_HTML = Code("Z308", "raw-html", _TIP, "HTML se tiskne jako text")
NUMBERED_HEADINGS = Code("Z309", "numbered-headings", _TIP, "číslované řádky se čtou jako nadpisy")
EMPTY_CARD_FIELD = Code("Z310", "empty-card-field", _TIP, "prázdné pole karty")
UNREADABLE_VOTE = Code("Z311", "unreadable-vote", _WARNING, "hlasování nelze porozumět")
MISSING_IMAGE = Code("Z312", "missing-image", _WARNING, "obrázek na disku není")
UNUSABLE_IMAGE = Code("Z313", "unusable-image", _WARNING, "obrázek nelze použít")
TOO_DEEP = Code("Z314", "too-deep", _WARNING, "příliš mnoho zanoření")
UNDEFINED_FOOTNOTE = Code("Z315", "undefined-footnote", _WARNING, "poznámka pod čarou nemá text")
UNUSED_FOOTNOTE = Code("Z316", "unused-footnote", _TIP, "na poznámku pod čarou nic neodkazuje")
MISSING_ALT_TEXT = Code("Z317", "missing-alt-text", _TIP, "obrázek nemá popis")

# Z4: tasks.
AMBIGUOUS_ASSIGNEE = Code("Z401", "ambiguous-assignee", _ERROR, "jménu odpovídá víc osob")
UNKNOWN_ASSIGNEE = Code("Z402", "unknown-assignee", _WARNING, "řešitel není mezi známými osobami")
EMPTY_ASSIGNEE = Code("Z403", "empty-assignee", _WARNING, "za @ chybí jméno")
INVALID_DEADLINE = Code("Z404", "invalid-deadline", _WARNING, "termín, který neexistuje")
NO_ASSIGNEE = Code("Z405", "no-assignee", _TIP, "úkol nemá řešitele")
NO_DEADLINE = Code("Z406", "no-deadline", _TIP, "úkol nemá termín")
TWO_DEADLINES = Code("Z407", "two-deadlines", _TIP, "úkol má dva termíny")
UNUSUAL_BOX = Code("Z408", "unusual-box", _TIP, "neobvykle psané zaškrtávátko")
ASSIGNEE_OUTSIDE_TASK = Code("Z409", "assignee-outside-task", _TIP, "@ mimo úkol je obyčejný text")
UNKNOWN_TASK = Code("Z410", "unknown-task", _ERROR, "úkol s tímto číslem neexistuje")
NO_PREVIOUS_MEETING = Code(
    "Z411", "no-previous-meeting", _ERROR, "předchozí jednání série není známo"
)
TASK_TWICE = Code("Z412", "task-twice", _TIP, "úkol je v zápisu dvakrát")
DISTANT_DEADLINE = Code("Z413", "distant-deadline", _WARNING, "termín je nezvykle daleko")
EMPTY_TASK = Code("Z414", "empty-task", _WARNING, "úkol nemá text")
TASK_GONE = Code("Z415", "task-gone", _WARNING, "úkol už není v zápisech")
TASK_RENUMBERED = Code("Z416", "task-renumbered", _WARNING, "úkol dostal nové číslo")
MEETING_RENAMED = Code("Z417", "meeting-renamed", _TIP, "označení jednání se změnilo")
OUTSIDE_NUMBER = Code("Z418", "outside-number", _ERROR, "připnuté číslo nelze použít")
TASK_WITHOUT_NUMBER = Code("Z419", "task-without-number", _WARNING, "úkol v ukoly.md nemá číslo")
IDLE_PIN = Code("Z420", "idle-pin", _WARNING, "úkol už má jiné číslo, než je připnuté")

# Z5: the workspace, its settings, tracker and outputs.
TRACKER_UNREADABLE = Code("Z504", "tracker-unreadable", _ERROR, "řádku v ukoly.md nelze porozumět")
TRACKER_CONFLICT = Code("Z505", "tracker-conflict", _ERROR, "nedořešené slučování v ukoly.md")
TRACKER_CHANGED = Code("Z506", "tracker-changed", _ERROR, "ukoly.md se mezitím změnil")
CANNOT_WRITE = Code("Z507", "cannot-write", _ERROR, "soubor nelze zapsat")
AMBIGUOUS_ALIAS = Code("Z508", "ambiguous-alias", _WARNING, "stejné jméno pro dvě osoby")
UNKNOWN_FORMAT = Code("Z509", "unknown-format", _ERROR, "neznámý formát výstupu")
OUTPUT_CLASH = Code("Z510", "output-clash", _ERROR, "výstup by přepsal jiný soubor")
LINK_OUTSIDE = Code("Z511", "link-outside", _WARNING, "odkaz v souborech vede mimo pracovní složku")
TRACKER_BUSY = Code("Z512", "tracker-busy", _ERROR, "se složkou právě pracuje jiný zapis")
MISSING_LIBRARY = Code("Z513", "missing-library", _ERROR, "k výstupu chybí knihovna")
FOREIGN_OUTPUT = Code("Z514", "foreign-output", _ERROR, "soubor na místě dokumentu je cizí")
SLOW_PDF = Code("Z515", "slow-pdf", _TIP, "výrobu PDF by zrychlila další knihovna")
CHANGED_OUTPUT = Code("Z516", "changed-output", _WARNING, "dokument od překladu někdo změnil")

# Z6: templates, logos and pictures of documents.
MISSING_LOGO = Code("Z601", "missing-logo", _WARNING, "logo na disku není")
UNUSABLE_LOGO = Code("Z602", "unusable-logo", _WARNING, "logo nelze použít")
TEMPLATE_ERROR = Code("Z603", "template-error", _ERROR, "šabloně nelze porozumět")
TEMPLATE_DOUBT = Code("Z604", "template-doubt", _WARNING, "v šabloně něco chybí")
TEMPLATE_COMPLETED = Code("Z605", "template-completed", _TIP, "šablona se doplní")
UNKNOWN_FORM = Code("Z606", "unknown-form", _WARNING, "neznámý štítek, část nebo podpis")

# Z9: zapis itself.
INTERNAL_ERROR = Code("Z901", "internal-error", _ERROR, "chyba v programu zapis")


def _all_codes() -> Mapping[str, Code]:
    codes = [value for value in globals().values() if isinstance(value, Code)]
    return MappingProxyType({code.id: code for code in sorted(codes, key=lambda code: code.id)})


CODES: Mapping[str, Code] = _all_codes()
