"""The words a deadline may begin with in a sentence."""

from zapis.czech.phrases import phrase

# The stems behind frequent prepositions only save time: a sentence without a deadline is passed
# over by one search. A rule whose words are not among them is never asked.
_MONTH_STEMS = "led|unor|brez|dub|kvet|cerv|srp|zari|rij|listop|prosin|mesic"
_NEXT_STEMS = "prist|dals|nasled|nejbliz|nadchaz"
_PART_STEMS = r"[1-4]\.|i{1,3}\.|iv\.|prvni|druhe|treti|ctvrte|posledni|q_[1-4]|ctvrtlet|polo"
DEADLINE_START = phrase(
    r"(?<!\w)(?:"
    rf"do(?= (?:\d|ko?n|pol|priste|{_NEXT_STEMS}|{_MONTH_STEMS}|{_PART_STEMS}|toho|letos|kalend"
    r"|pond|uter|stred|ctvr|patk|sobo|nedel|po |ut |st |ct |pa |so |ne |jar|leta|podz|zim|tydn"
    r"|ro[ck]|jed|dv|tri|sest|sed|osm|dev|deset|pet|ct[ry]|patn|pul|velik|vanoc|stedr|silv|nove"
    r"|letn|hlav|prazd|zacat|pocat|skol|odvol|r\.|t\.))"
    rf"|od(?= (?:\d|{_NEXT_STEMS}|{_MONTH_STEMS}|{_PART_STEMS}|toho|letos|pond|uter|stred|ctvr|pat"
    r"|sobo|nedel|jar|leta|podz|zim|nove|ro[ck]|skol|prazd|letn))"
    rf"|ke?(?= (?:\d|konc|polov|{_NEXT_STEMS}|pond|uter|stred|ctvr|patk|sobo|nedel|velik|vanoc))"
    rf"|ve?(?= (?:{_NEXT_STEMS}|{_MONTH_STEMS}|{_PART_STEMS}|ro[ck]|tomto|letos|let[en]|zim|polovin"
    r"|pul|prubeh|obdobi|termin|lhut|predst|dohled|brzk|co ))"
    rf"|na(?= (?:podzim|jare|konc|zacat|pocat|priste|{_NEXT_STEMS}))"
    rf"|(?:pro|pred|pri)(?= (?:{_NEXT_STEMS}))|o(?= prazd)|pres(?= (?:let|zim|prazd))"
    rf"|s(?= predst)|bez(?= )|i(?= (?:nadale|v predst))|(?:dle|podle)(?= potreb)"
    r"|nejpozdeji|nejdele|asi|cca\.?|zhruba|priblizne|orientacne|pravdepodobne|predbezne|vzdy"
    r"|behem|kolem|okolo|pocinaje|zacatkem|pocatkem|koncem|uprostred"
    r"|(?:pristi|tento)(?= (?:tyden|mesic|rok))"
    r"|\d{1,3}(?:_-_\d{1,3})?_(?:x|\*|krat)|[1-4]\.(?=_(?:ctvrtl|kvart|polol|(?:-|az|a)_[1-4]\._ctvrtl))"
    r"|(?:jeden|dva|tri|ctyri|pet|sest|nekoli|vice)krat|jednou"
    r"|min\.|minimalne|alespon|aspon|nejmene|max\.|maximalne|nejvyse"
    r"|kazd(?:y|e|ou|eho|ych|orocne|odenne)|rocne|mesicne|tydne|denne|ctvrtletne|pololetne"
    r"|prubezne|nadale|trvale|pravidelne|nepretrzite"
    r"|ihned|okamzite|neprodlene|bezodkladne|obratem|co(?= nej)|predem)(?!\w)"
)
