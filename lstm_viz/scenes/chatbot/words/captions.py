"""What is said at each moment, and what it is called in the ribbon, with the run's numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.networks.chat.files import ATTENTION, PLAIN, load
from lstm_viz.networks.chat.pairs import pairs, replies
from lstm_viz.networks.chat.words import END, SPECIAL, written
from lstm_viz.notation import clipped, counted, in_powers, number, percent
from lstm_viz.scenes.chatbot.moments import Kind, Moment
from lstm_viz.scenes.chatbot.record import Talk, shown, vocabulary

LABELS: Mapping[Kind, str] = {
    "answer": "the answer",
    "look": "look here",
    "handed": "handed over",
    "nearest": "by heart?",
    "other": "in other words",
    "between": "halfway",
    "where": "where it looked",
    "scores": "how good is it?",
}

LONGEST_LINE = 60
"""Characters of a line of the corpus that are told."""
SAME = 1e-6
"""Vectors so near are of the same words."""


def told(talk: Talk, moment: Moment) -> Caption:
    title, sentence = TOLD[moment.kind](talk, moment)
    return caption(title, sentence)


def quoted(words: tuple[str, ...]) -> str:
    return f"“{escape(written(map(shown, words)), quote=False)}”"


def of_training(line: str) -> str:
    """A line of the corpus in quotes."""
    return f"“{escape(clipped(line, LONGEST_LINE), quote=False)}”"


def _answer(talk: Talk, moment: Moment) -> tuple[str, str]:
    near = talk.nearest
    beam = talk.settings.beam
    how = "[[beam search]]" if beam else "the likeliest word each time"
    out = f"{len(talk.said.words)} out"
    out += ", the end among them" if talk.said.words[-1] == END else ", where it was cut off"
    line = of_training(near.line)
    nearest = (
        f"It learned this very line, {line}"
        if near.distance < SAME
        else (f"The nearest line it learned is {line}")
    )
    reply = "the reply is in its training" if near.learned else "the reply is not in its training"
    words = f"{counted(len(talk.heard.words), 'word')} in, {out} ({how}). {nearest}; {reply}."
    return f"It says: “{written(talk.said.reply)}”", words + _unknown(talk)


def _unknown(talk: Talk) -> str:
    if not talk.unknown:
        return ""
    known = len(vocabulary()) - len(SPECIAL)
    names = " and ".join(quoted((word,)) for word in dict.fromkeys(talk.unknown))
    one = len(set(talk.unknown)) == 1
    return (
        f" {names} {'is' if one else 'are'} not among the {known:,} words it knows: "
        f"it reads {'that' if one else 'each'} as “unknown”."
    )


def _read(talk: Talk, moment: Moment) -> tuple[str, str]:
    k, unit, trace = moment.k, talk.look.unit, talk.heard.trace
    word = quoted((talk.heard.words[k],))
    kept = (
        f"the [[forget gate]] keeps {percent(float(trace.f[k, unit]))} of "
        f"{number(float(trace.c[k - 1, unit]))}"
        if k
        else "there is nothing to keep"
    )
    sentence = (
        f"All {trace.hidden_size} [[units|unit]] change (the strips). In unit {unit + 1} {kept}; "
        f"{number(float(trace.written[k, unit]), sign=True)} is written."
    )
    if not talk.heard.known[k]:
        sentence = f"It does not know {word}: it reads “unknown”. {sentence}"
    return f"It reads {word}", sentence


def _look(talk: Talk, moment: Moment) -> tuple[str, str]:
    look, trace = talk.look, talk.heard.trace
    word = quoted((talk.heard.words[look.at],))
    return "Look here", (
        f"This reply rests most on unit {look.unit + 1} of {trace.hidden_size}: handed over as "
        f"0, it makes the reply {_fall(look.likely, look.without)}. It is written most at {word}: "
        f"{number(float(trace.written[look.at, look.unit]), sign=True)}, [[input gate]] "
        f"{percent(float(trace.i[look.at, look.unit]))} open."
    )


def _fall(before: float, after: float) -> str:
    if after >= before:
        return "no less likely"
    return f"{in_powers(before / after)} times less likely"


def _handed(talk: Talk, moment: Moment) -> tuple[str, str]:
    size = talk.heard.trace.hidden_size
    if talk.settings.attends:
        return "Handed over, and more", (
            f"The last [[hidden state]] h and [[cell state]] c, {size} numbers each, start the "
            "decoder; with [[attention]] it also looks back at h after every word."
        )
    return "This is all that is handed over", (
        f"The last [[hidden state]] h and [[cell state]] c, {size} numbers each, however long the "
        "line. The decoder starts from them and never sees the line."
    )


def _word(talk: Talk, moment: Moment) -> tuple[str, str]:
    said, k = talk.said, moment.k
    word, before = said.words[k], "the start" if k == 0 else quoted((said.words[k - 1],))
    top = said.top(k, 2, vocabulary())
    share = float(said.probabilities[k, vocabulary().numbers[word]])
    itself = "the end" if word in SPECIAL else quoted((word,))
    first = [(("the end" if other in SPECIAL else quoted((other,))), value) for other, value in top]
    rival = next((one for one in first if one[0] != itself), first[0])
    sentence = (
        f"From its state and {before} it weighs {len(vocabulary()):,} words: "
        f"{itself} {percent(share)}, then {rival[0]} {percent(rival[1])}."
    )
    if rival[1] > share:
        why = "as a whole this reply is the likeliest of those it followed"
        if k == 0 and rival[0] == "the end":
            why = "a reply has to have a word"
        sentence = (
            f"Here {rival[0]} is likelier ({percent(rival[1])}) than {itself} ({percent(share)}), "
            f"but {why}."
        )
    if said.weights is not None:
        t = int(said.weights[k].argmax())
        sentence += (
            f" It looked most at {quoted((talk.heard.words[t],))} "
            f"({percent(float(said.weights[k, t]))})."
        )
    title = "It stops" if word in SPECIAL else f"It says “{word}”"
    return title, sentence


def _nearest(talk: Talk, moment: Moment) -> tuple[str, str]:
    near = talk.nearest
    heart = (
        "Its reply stands in the training, word for word: by heart."
        if near.learned
        else "Its reply stands nowhere in the training: it is put together."
    )
    line = of_training(near.line)
    if near.distance < SAME:
        return "Learned by heart?", f"It was trained on this very line, {line}. {heart}"
    return "Learned by heart?", (
        f"Of {len(replies(pairs().training))} training lines {line} has the nearest vector, "
        f"{number(near.distance)} apart (1: two training lines, on average). {heart}"
    )


def _other(talk: Talk, moment: Moment) -> tuple[str, str]:
    same = talk.said.reply == talk.other_said.reply
    both = "Both get the same reply." if same else "The replies differ."
    apart = number(talk.distance)
    if talk.distance < SAME:
        return "In other words", f"Both lines are the same words to it, so the vectors are. {both}"
    return "In other words", (
        f"Below the first vector that of {quoted(talk.other.words)}: {apart} apart "
        f"(1: two training lines, on average). {both}"
    )


def _between(talk: Talk, moment: Moment) -> tuple[str, str]:
    if talk.distance < SAME:
        return "Halfway between the two", (
            "Both lines make the same vector, so there is nothing between the two: all the way it "
            "says the same."
        )
    said = [one.reply for one in talk.on_the_way]
    kinds = len(dict.fromkeys(said))
    middle = said[len(said) // 2]
    if kinds == 1:
        what = "all the way it says the same"
    elif middle in (said[0], said[-1]):
        end = "first" if middle == said[0] else "second"
        what = f"halfway it says what it says to the {end} line"
    else:
        what = f"halfway it says something else than to either: {quoted(middle)}"
    return "Halfway between the two", (
        "No line makes the vector in the middle, (first + second) / 2, yet the decoder answers any "
        f"vector: {what}."
    )


def _where(talk: Talk, moment: Moment) -> tuple[str, str]:
    assert talk.said.weights is not None
    sharpest = float(talk.said.weights.max(axis=1).mean())
    even = 1 / len(talk.heard.words)
    return "Where it looked", (
        "Under each word of the reply, the word of the line it looked at most. The share of that "
        f"word is {percent(sharpest)} on average; looking at all alike would be {percent(even)}."
    )


def _scores(talk: Talk, moment: Moment) -> tuple[str, str]:
    plain, attends = load(PLAIN).score("held_out"), load(ATTENTION).score("held_out")
    trained = load(PLAIN).score("training")
    right = [round(score.exact * score.lines) for score in (plain, attends)]
    return "How good is it?", (
        f"Word for word right: {right[0]} of {plain.lines} lines it never saw, with attention "
        f"{right[1]}; of its {trained.lines} training lines {percent(trained.exact)} and "
        f"{percent(load(ATTENTION).score('training').exact)}. {_verdict()}"
    )


def _verdict() -> str:
    """On lines never seen, held against who never sees a line."""
    plain, bigram = load(PLAIN).score("held_out").perplexity, load(PLAIN).bigram_perplexity
    above = plain > bigram
    words = (
        f"On lines it never saw its [[perplexity]], {in_powers(plain)}, is "
        f"{'above' if above else 'not above'} that of a model that sees no line, "
        f"{in_powers(bigram)}"
    )
    return words + (": it is surer than it should be." if above else ".")


TOLD: Mapping[Kind, Callable[[Talk, Moment], tuple[str, str]]] = {
    "answer": _answer,
    "read": _read,
    "look": _look,
    "handed": _handed,
    "word": _word,
    "nearest": _nearest,
    "other": _other,
    "between": _between,
    "where": _where,
    "scores": _scores,
}
