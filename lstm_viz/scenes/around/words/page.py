"""What stands around the parts."""

OPENING = (
    "A cell alone answers nothing. Here is what it is wired into, a small picture at a time: "
    "every number is from a real run."
)
