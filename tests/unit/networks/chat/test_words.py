"""How lines are read and replies are written."""

from lstm_viz.networks.chat.words import SPECIAL, UNKNOWN, Vocabulary, asked, pieces, written


def test_a_reply_is_cut_into_words_and_marks_and_put_together_again() -> None:
    for text, words in {
        "I'm fine, thanks. And you?": ("i'm", "fine", ",", "thanks", ".", "and", "you", "?"),
        "It’s a well-known 20th-century book!": (
            "it's", "a", "well-known", "20th-century", "book", "!",
        ),
        "Über  naïve –\tcafé": ("über", "naïve", "café"),
        "<end> snake_case @home #1": ("end", "snake", "case", "home", "1"),
        "… ☺": (),
    }.items():  # fmt: skip
        assert pieces(text) == words, text
        assert pieces(written(words)) == words, text
    assert written(("i'm", "fine", ",", "thanks", ".")) == "i'm fine, thanks."


def test_a_line_is_read_without_marks() -> None:
    assert asked("Hello, how are you?") == ("hello", "how", "are", "you")


def test_a_word_that_is_not_known_is_read_as_unknown() -> None:
    known = Vocabulary((*SPECIAL, "are", "you"))
    assert known.encode(("are", "they", "you")).tolist() == [3, 0, 4]
    assert known.words[0] == UNKNOWN
    assert not known.knows(UNKNOWN) and not known.knows("they") and known.knows("you")
