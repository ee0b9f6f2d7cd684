"""The sex that the first name of a writer says: signed at the end, or told: "Greg", "my name is Linda"."""

from __future__ import annotations

from charley.intake.hits import Context
from charley.intake.values import Reading

MEN = frozenset((
    "adam", "ahmed", "alan", "albert", "alfie", "alistair", "andrew", "andy", "anil", "anthony",
    "arthur", "barry", "ben", "bernard", "bill", "bob", "brian", "bruce", "callum", "carl",
    "charles", "christopher", "clive", "colin", "connor", "craig", "darren", "dave", "david",
    "dennis", "derek", "desmond", "donald", "doug", "duncan", "edward", "eric", "frank", "fred",
    "gareth", "gary", "geoff", "george", "gerald", "gerry", "giles", "gordon", "graham", "greg",
    "harold", "harry", "henry", "howard", "hugh", "ian", "imran", "ivan", "jack", "james", "jason",
    "jeff", "jeremy", "jim", "joe", "john", "johnny", "jonathan", "josh", "karl", "keith", "ken",
    "kenneth", "kevin", "larry", "lawrence", "len", "leonard", "liam", "luke", "malcolm", "matt",
    "matthew", "michael", "mick", "mike", "mohammed", "muhammad", "neil", "nigel", "norman",
    "oliver", "oscar", "paddy", "patrick", "paul", "pedro", "peter", "phil", "philip", "rajesh",
    "ralph", "raymond", "richard", "rob", "robert", "rodney", "roger", "ron", "ronald", "roy",
    "ryan", "sanjay", "scott", "sean", "shaun", "simon", "stan", "stanley", "stephen", "steve",
    "steven", "stuart", "suresh", "ted", "terry", "tim", "thomas", "tom", "tony", "trevor",
    "vikram", "walter", "wayne", "william",
))  # fmt: skip
WOMEN = frozenset((
    "agnes", "aisha", "alice", "amanda", "amy", "angela", "anita", "anna", "anne", "annie",
    "audrey", "barbara", "beryl", "beth", "betty", "brenda", "bridget", "carmen", "carol",
    "caroline", "catherine", "charlotte", "chloe", "christine", "claire", "deborah", "debbie",
    "deirdre", "denise", "diane", "doreen", "doris", "dorothy", "edith", "eileen", "elaine",
    "elizabeth", "ellen", "elsie", "emily", "emma", "ethel", "fatima", "fiona", "geraldine",
    "gemma", "gillian", "gladys", "gloria", "hannah", "helen", "irene", "isabel", "jane", "janet",
    "janice", "jean", "jennifer", "jenny", "jessica", "jill", "joan", "joanne", "joyce", "judith",
    "judy", "julia", "julie", "kamala", "karen", "kate", "katherine", "kathleen", "kathy", "katie",
    "laura", "lauren", "lakshmi", "linda", "lisa", "liz", "lorraine", "louise", "lucy", "lynn",
    "lynne", "maggie", "maria", "marian", "margaret", "margery", "marjorie", "marie", "mary",
    "maureen", "mavis", "megan", "moira", "monica", "muriel", "nancy", "natalie", "nicola", "nora",
    "noreen", "norma", "olive", "olivia", "pamela", "patricia", "paula", "pauline", "peggy",
    "phyllis", "priya", "rachel", "rebecca", "rosemary", "ruth", "sally", "samantha", "sandra",
    "sarah", "sharon", "sheila", "shirley", "siobhan", "sophie", "stella", "sue", "sunita", "susan",
    "suzanne", "sylvia", "teresa", "theresa", "tracey", "tracy", "valerie", "vera", "veronica",
    "victoria", "wendy", "winifred", "yvonne", "zoe",
))  # fmt: skip
"""First names that only one sex bears; Pat, Chris, Sam and Robin are of both."""

NAMES = MEN | WOMEN

LEAVING = frozenset((
    "thanks", "thank", "you", "regards", "kind", "best", "love", "yours", "sincerely", "faithfully",
    "cheers", "wishes", "many", "with", "x", "xx", "from", "warm", "ta", "so", "much", "in",
    "advance",
))  # fmt: skip
MOST_WORDS = 5
WHY = "the first name of the writer"


def signed_by(context: Context) -> list[Reading]:
    """The sex of a writer who signs or tells a first name of one sex."""
    for place in (_signature(context), _told(context)):
        sex = _sex_of(place, context) if place is not None else ""
        if place is not None and sex:
            return [Reading("finding", "sex_at_birth", sex, *context.words(place, place + 1), WHY)]
    return []


def _sex_of(place: int, context: Context) -> str:
    token = context.tokens.items[place]
    if not context.text[token.start : token.start + 1].isupper():
        return ""
    return "male" if token.norm in MEN else "female" if token.norm in WOMEN else ""


def _signature(context: Context) -> int | None:
    """The last word, where its sentence only takes leave: "Roger", "Thanks, Margaret x"."""
    items = context.tokens.items
    start = context.layout.sentence_start[len(items) - 1]
    words = range(start, len(items))
    if start == 0 or len(words) > MOST_WORDS:
        return None
    names = [p for p in words if items[p].norm not in LEAVING]
    return names[0] if len(names) == 1 else None


def _told(context: Context) -> int | None:
    """The name behind "I am" or "my name is", or before "here"."""
    for place in (p for p, token in enumerate(context.tokens.items) if token.norm in NAMES):
        before = (context.norm(place - 2), context.norm(place - 1))
        called = place > 2 and context.norm(place - 3) == "my" and before == ("name", "is")
        if (called or before == ("i", "am")) and _sex_of(place, context) and _ends(place + 1, context):
            return place
        here = place <= 1 and context.norm(place + 1) == "here"
        if here and _sex_of(place, context):
            return place
    return None


def _ends(place: int, context: Context) -> bool:
    items = context.tokens.items
    return place >= len(items) or bool(items[place].before) or items[place].norm in ("and", "from")
