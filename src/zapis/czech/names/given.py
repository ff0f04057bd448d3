"""The given names common in Czech minutes, to tell genders and the order of a name's words."""

from zapis.czech.folding import fold

# Four-year frequencies of the Ministry of the Interior, the domestic calendar and usual short
# forms. A name missing here is not unknown: its ending then tells the gender.
_MASCULINE = """
adam albert aleš alexandr alexander alfred alois andrej antonín arnošt artur augustin bedřich
benedikt blahoslav bohdan bohumil bohumír bohuslav bořivoj boris břetislav bruno ctibor ctirad
čeněk čestmír dalibor dalimil dan daniel daniil david denis dobroslav dominik drahomír drahoslav
dušan eduard emanuel emil erik ernest evžen felix ferdinand filip florián franta františek
gabriel gustav hanuš herbert honza horymír hubert hugo hynek ignác igor ilja ivan ivo jakub jan
jára jarda jaromír jaroslav jáchym jeroným jindra jindřich jiří jirka jiljí johan jonáš josef
julius juraj jura kamil karel kazimír kryštof kristián kuba květoslav ladislav láďa leo leopold
leoš libor lubomír luboš lubor luděk ludvík lukáš lumír marcel marek marian marián marius martin
matěj matouš matyáš maxim maximilián max metoděj michael michal mikuláš milan miloš miloslav
milouš miroslav mirek mojmír norbert oldřich oleg oliver ondra ondřej oskar ota otakar oto
otmar otto patrik pavel pepa péťa petr prokop přemysl radan radek radim radomír radoslav
radovan rafael reinhard rené richard robert robin roman rostislav rudolf řehoř samuel sebastian
sebastián sergej servác silvestr slavomír slávek stanislav standa svatopluk svatoslav šimon
štefan štěpán tadeáš teodor tibor tobiáš tom tomáš tonda václav valdemar valentýn vašek
vavřinec věroslav viktor vilém vincenc vít vítek vítězslav vladan vladimír vladislav vlastimil
vlastislav vojta vojtěch volodymyr vratislav vsevolod záviš zbyněk zbyšek zdeněk zikmund zoltán
žarko živan nikolas sáva luka míra míša saša nikita nikola
zdenek petro taras jevhen oleksandr andrij
"""
_FEMININE = """
adéla adriana agáta alena alexandra alice alžběta amálie anastázie anděla andrea aneta anežka
anita anna antonie apolena barbora bára beáta běla blanka blažena bohdana bohumila bohuslava
božena brigita cecílie dagmar dana daniela danuše darina daria denisa diana dita dobromila
dominika dorota drahomíra drahoslava edita eliška ella ema emilie emílie erika ester eva evelína
františka gabriela gita gizela hana hanka heda hedvika helena helga henrieta hermína ida ilona
ingrid irena irina iva ivana iveta ivona izabela jana jarmila jarka jaroslava jindřiška jiřina
jitka jolana jolanta johana josefa josefína judita julie juliana justýna kamila karin karina
karla karolína kateřina katka klára klaudie kristina kristýna květa květoslava květuše laura
lea leila lenka leona leontýna liběna libuše lída liliana linda ljuba lucie ludmila lydie
magda magdalena magdaléna mahulena marcela marie mária maria mariana marina markéta marta
martina matylda melánie michaela milada milana milena miloslava miluše miriam miroslava monika
naďa naděžda natálie natalie nela nicole nikol nikola nina noemi oldřiška olena olga oksana
olívie otylie pavla pavlína pavlina petra radana radka radmila radomíra regina renata renáta
romana rosálie rozálie rozárie růžena rut ruth sabina sandra sára sarah silvie simona slavěna
slávka soňa sofie stanislava stela stella svatava svetlana světlana svitlana sylva sylvie šárka
štefánie štěpánka tamara táňa taťána tatiana tereza terezie tetyana theodora uršula
václava valentýna valérie vanda vanesa vendula vendulka věra veronika viktorie viola vilma
vladimíra vladislava vlasta vlastimila vratislava yvetta yvona yveta zdena zdenka zdeňka zina
zita zlata zlatica zoe zora zuzana žaneta žofie ivanka irma hanna iryna kristina viktoriia
"""
_FOLDED_MASCULINE = frozenset(fold(_MASCULINE).split())
_FOLDED_FEMININE = frozenset(fold(_FEMININE).split())


def is_masculine_given(word: str) -> bool:
    """Whether the word is a known masculine given name, diacritics and case ignored."""
    return fold(word) in _FOLDED_MASCULINE


def is_feminine_given(word: str) -> bool:
    """Whether the word is a known feminine given name, diacritics and case ignored."""
    return fold(word) in _FOLDED_FEMININE


def is_given(word: str) -> bool:
    """Whether the word is a known given name of either gender."""
    folded = fold(word)
    return folded in _FOLDED_MASCULINE or folded in _FOLDED_FEMININE
