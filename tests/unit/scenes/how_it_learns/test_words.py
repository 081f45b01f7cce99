"""What is said holds for the recorded runs, and sums hold with the digits that are printed."""

import re
from decimal import Decimal

from lstm_viz.networks.basket_run import LSTM, NO_PENALTY, OTHER, RNN, recorded
from lstm_viz.networks.recipes.basket import PENALTY_FROM, STEPS
from lstm_viz.notation import number
from lstm_viz.scenes.how_it_learns.questions.training import questions
from lstm_viz.scenes.how_it_learns.record.jobs import jobs
from lstm_viz.scenes.how_it_learns.record.shots import own, shipped
from lstm_viz.scenes.how_it_learns.record.step import ASKED, STEP_SIZE
from lstm_viz.scenes.how_it_learns.words.around import ENDING, OPENING, measured
from lstm_viz.scenes.how_it_learns.words.captions import captions
from lstm_viz.scenes.how_it_learns.words.slow import ledger

FILM = shipped()
FILMS = (
    FILM,
    own(recorded(OTHER), recorded(RNN)),
    own(recorded(NO_PENALTY), recorded(RNN)),
    own(recorded(LSTM), recorded(RNN)),
)


def plain(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html)


def test_right_answers_are_those_of_the_step() -> None:
    for film in FILMS:
        for shot, told in zip(film.shots, captions(film), strict=True):
            if shot.slow is None and not shot.compares:
                lstm, rnn = (run.at(shot.step).right for run in (film.run, film.rnn))
                said = f"LSTM {100 * lstm:.0f} %, this RNN {100 * rnn:.0f} %"
                assert said in plain(told.sentence)


def test_a_shot_names_the_gates_that_found_their_job_there() -> None:
    names = {"f": "forget gate", "i": "input gate", "o": "output gate"}
    for film in FILMS:
        for shot, told in zip(film.shots, captions(film), strict=True):
            for job in shot.moment.jobs:
                assert names[job.gate] in plain(told.sentence)
                assert ("apples", "pears")[job.unit] in plain(told.sentence)
                assert f"{job.step:,}" in told.title


def test_the_penalty_is_told_once_where_it_is_first_seen() -> None:
    for film in FILMS:
        told = [shot.step for shot, one in zip(film.shots, captions(film), strict=True)
                if "penalty" in one.sentence]  # fmt: skip
        steps = [shot.step for shot in film.shots if not shot.compares]
        assert told == [min(step for step in steps if step > PENALTY_FROM)]


def test_who_does_not_find_a_job_is_told_so() -> None:
    last = captions(own(recorded(OTHER), recorded(RNN)))[-1]
    missing = [job for job in jobs(recorded(OTHER)) if job.step is None]
    assert ("not found" in plain(last.sentence)) == bool(missing)
    assert "All three gates of both units" in plain(
        captions(own(recorded(LSTM), recorded(RNN)))[-1].sentence
    )


def test_sums_hold_with_the_digits_that_are_printed() -> None:
    one = FILM.step
    assert one is not None
    texts = [text.replace("−", "-") for _, text in ledger(one)]
    loss = re.fullmatch(r"\((-?[\d.]+) - (\d+)\)² ([=≈]) ([\d.]+)", texts[0])
    assert loss
    exact = (Decimal(loss[1]) - Decimal(loss[2])) ** 2
    assert (abs(exact - Decimal(loss[4])) <= Decimal("0.005")) == (loss[3] == "=")
    assert f"- {number(STEP_SIZE)} × " in texts[2]
    for text, sign in ((texts[2].replace("1.00 × ", ""), -1), (texts[3], 1)):
        total = re.match(r"(-?[\d.]+) [-+] \(?(-?[\d.]+)\)? ([=≈]) (-?[\d.]+)", text)
        assert total
        exact = Decimal(total[1]) + sign * Decimal(total[2])
        assert (exact == Decimal(total[4])) == (total[3] == "=")
    assert number(one.new_gate) in texts[3]


def test_the_answer_of_the_slow_step_is_that_of_the_picture() -> None:
    for shot, told in zip(FILM.shots, captions(FILM), strict=True):
        if shot.slow in (0, 3):
            answer = shot.columns[ASKED].answer
            assert answer is not None and f"rounded {answer.lstm}" in plain(told.sentence)
        if shot.slow == 0:
            assert f"The cell state is {number(shot.columns[ASKED].state[0])};" in told.sentence
        if shot.slow == 3:
            state = number(shot.columns[shot.now].state[0])
            assert f"(the {state} below the belt is the cell state)" in told.sentence


def test_hollow_fruit_are_explained_where_they_first_stand() -> None:
    for film in FILMS:
        said = ["hollow" in told.sentence for told in captions(film)]
        hollow = [any(min(column.fruit) < 0 for column in shot.columns) for shot in film.shots]
        assert said == [seen and not any(hollow[:n]) for n, seen in enumerate(hollow)]
        assert film is not FILM or any(said)


def test_a_belt_without_fruit_is_explained_before_training() -> None:
    for film in FILMS:
        said = ["no fruit yet" in told.sentence for told in captions(film)]
        bare = [not any(any(column.fruit) for column in shot.columns) for shot in film.shots]
        assert said == [n == 0 and bare[0] for n in range(len(said))]
        assert film is not FILM or said[0]


def test_one_answer_is_right_and_said_with_its_numbers() -> None:
    first, second = questions(FILM)
    assert FILM.shots[first.t].moment.jobs and not FILM.shots[first.t - 1].moment.jobs
    right = jobs(FILM.run)[0]
    assert {"f": 0, "i": 1, "o": 2}[right.gate] == first.right(FILM)
    assert f"step {right.step:,}" in first.because(FILM)
    assert FILM.shots[second.t].compares and FILM.other is not None
    last = FILM.other.checkpoints[-1].right
    later = jobs(FILM.other)[0].step
    assert later is not None and right.step is not None
    wanted = 2 if last < 0.95 else 1 if later > right.step else 0
    assert second.right(FILM) == wanted
    assert f"step {later:,}" in second.because(FILM)


def test_nobody_is_said_to_be_unable() -> None:
    said = [OPENING, ENDING, measured()]
    said += [f"{told.title} {told.sentence}" for film in FILMS for told in captions(film)]
    said += [one.because(FILM) for one in questions(FILM)]
    assert not [text for text in said if "cannot" in text]
    assert f"{STEPS:,}" in measured()
