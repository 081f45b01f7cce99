"""What is said of all steps and the last."""

from __future__ import annotations

from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.notation import number
from lstm_viz.scenes.around.record.steps import ON, Steps


def told(run: Steps) -> tuple[Caption, ...]:
    steps, units = run.h.shape
    return (
        caption(
            "All steps: one h a step",
            f"It read {steps} bits and made {steps} times h: {steps} × {units} numbers. Keras: "
            "return_sequences=True. PyTorch: the first thing that is handed back, “output”.",
        ),
        caption(
            "Many-to-many: an answer at every step",
            "Every h goes through the same head: after each bit the network says whether the ones "
            "so far are odd ([[many-to-many]]).",
        ),
        caption(
            "The last: many-to-one",
            f"Who asks once, at the end, needs the last h alone: {units} numbers "
            "([[many-to-one]]). Keras: return_sequences=False. PyTorch: output[-1].",
        ),
        caption(
            "What is handed back to go on with: h and c",
            "PyTorch: output, (h_n, c_n). h_n is the last h once more (off by "
            f"{number(run.handed_back)}); c_n, the last c, stands nowhere in output.",
        ),
        caption(
            "Keras: output, state_h, state_c",
            "With return_state=True there are three. Here, too, h comes first and c second, and "
            "“output” is state_h again unless return_sequences=True.",
        ),
        caption(
            "h and c exchanged: nothing refuses it",
            f"Both have {units} numbers, so it runs on. c after the next step differs by up "
            f"to {number(run.off)}, and {_wrong(run)}. Some libraries "
            "hand back (c, h): look it up.",
        ),
    )


def _wrong(run: Steps) -> str:
    if run.wrong == 0:
        return f"nothing warns: here all {len(ON)} answers are right all the same"
    return f"{run.wrong} of {len(ON)} answers {'is' if run.wrong == 1 else 'are'} wrong"
