"""Passages to pick: each shows off something else, all are free to use."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Passage:
    """``source`` is one line; ``shows`` is one sentence on what to look at."""

    id: str
    title: str
    text: str
    source: str
    shows: str


_WITCHES = """FIRST WITCH.
When shall we three meet again?
In thunder, lightning, or in rain?

SECOND WITCH.
When the hurlyburly's done,
When the battle's lost and won.

THIRD WITCH.
That will be ere the set of sun.

FIRST WITCH.
Where the place?

SECOND WITCH.
Upon the heath.
"""

_QUESTION = """HAMLET.
To be, or not to be,--that is the question:--
Whether 'tis nobler in the mind to suffer
The slings and arrows of outrageous fortune
Or to take arms against a sea of troubles,
And by opposing end them?--To die,--to sleep,--
No more; and by a sleep to say we end
The heartache, and the thousand natural shocks
That flesh is heir to,--'tis a consummation
Devoutly to be wish'd.
"""

_ALICE = """“Have some wine,” the March Hare said in an encouraging tone.

Alice looked all round the table, but there was nothing on it
but tea. “I don’t see any wine,” she remarked.

“There isn’t any,” said the March Hare.

“Then it wasn’t very civil of you to offer it,” said Alice
angrily.

“It wasn’t very civil of you to sit down without being invited,”
said the March Hare.
"""

_LETTER = """My sister reads the letter twice. She stops at “we shall
come in spring”, and laughs. “Which spring?” she asks the
cat, who does not say. Our father, at the stove, says “this
one, I should think”, and goes on stirring. She reads it
once more. “It has no date”, she says, and then, “it has
no name below it either”. He puts down the spoon. “Then it
may be from anyone”, he says, “and any year.”
"""

_ASIDES = """BRUTUS.
The letter came [he shows it] late at night,
When all the house (my wife, my boy, the cook)
Had gone to bed [so long I sat and wrote];
I read it twice (no candle but the moon)
And sent it back [unsigned] before the dawn.
The man that brought it (old, and lame, and cold)
Would say no word of him that gave it out.
"""

_ERLKING = """Wer reitet so spät durch Nacht und Wind?
Es ist der Vater mit seinem Kind;
Er hat den Knaben wohl in dem Arm,
Er faßt ihn sicher, er hält ihn warm.

Mein Sohn, was birgst du so bang dein Gesicht? -
Siehst, Vater, du den Erlkönig nicht?
Den Erlenkönig mit Kron’ und Schweif? -
Mein Sohn, es ist ein Nebelstreif.
"""

_LEDGER = """Ledger of the playhouse, week 27
3 barrels of ale    @ 4s 6d = 13s 6d
12 yards of velvet  @ 2s 2d = 26s
150 candles         @ 1d    = 12s 6d
total               = 52s 0d (£2.60)

for x in range(10):
    print(x, x**2, "pounds")
"""

_MESSAGE = """My lord, the feast begins at 8 🎉🎉
Bring thy good wife 💃 and thy lute 🎶, and, pray, leave the dog at home 🐕🙏
The cook has made a pie 🥧 so great that six men cannot lift it 😅
If it rain 🌧️, we dine in the hall; if not, beneath the elms 🌳🌳🌳
Thine till death ❤️
"""

_ALL = (
    Passage(
        "witches", "Three witches", _WITCHES, "Shakespeare, Macbeth, act I, scene 1 (about 1606)",
        "Names in capitals, a full stop, a line break: after two of them, is the third a surprise?",
    ),
    Passage(
        "hamlet", "To be, or not to be", _QUESTION,
        "Shakespeare, Hamlet, act III, scene 1 (about 1600)",
        "Verse: lines of nearly one length, each begun with a capital.",
    ),
    Passage(
        "alice", "Inside quotes", _ALICE,
        "Lewis Carroll, Alice’s Adventures in Wonderland, chapter VII (1865)",
        "Prose in which people are quoted: does a unit notice quotation marks, rare in plays?",
    ),
    Passage(
        "letter", "Quotes within lines", _LETTER, "written for this app",
        "Here quotes begin anywhere in a line: does the unit that follows them in “Inside quotes” "
        "follow them here?",
    ),
    Passage(
        "asides", "Brackets", _ASIDES, "written for this app",
        "A bracket that is open has to be closed: watch what is expected before each ] and ).",
    ),
    Passage(
        "erlking", "Another language", _ERLKING, "Goethe, Erlkönig (1782)",
        "German: the same letters, other words; the surprise stays high and umlauts are replaced.",
    ),
    Passage(
        "ledger", "Numbers and code", _LEDGER, "written for this app",
        "Digits, signs and code, of which plays have few; the same shapes line after line.",
    ),
    Passage(
        "message", "Emoji", _MESSAGE, "written for this app",
        "Every emoji is a character the network never saw: it is shown, and read as another.",
    ),
)  # fmt: skip

PASSAGES: Mapping[str, Passage] = MappingProxyType({passage.id: passage for passage in _ALL})
