"""What is compared of a text."""

from sayso.link.claims.words import words_of


def test_stems_leave_out_grammar_and_hold_who_a_pronoun_stands_for():
    words = words_of("that he had shelled the bridge", False, ("ruel",))
    assert words.stems == {"shell", "bridg", "ruel"}
    assert words.names == {"ruel"}


def test_names_are_words_with_a_capital_that_opens_no_sentence():
    text = 'The army left Karsk. Then it shelled Almis, "Every house burnt"'
    assert words_of(text, False, ()).names == {"karsk", "almis"}


def test_rows_of_a_direct_quotation_are_all_quoted():
    text = '"We will never leave the town," … "Never."'
    direct, mixed = words_of(text, True, ()), words_of(f"he swore {text}", False, ())
    assert direct.quoted == direct.rows
    assert ("we", "will", "never") in mixed.quoted
    assert ("swear", "we", "will") in mixed.rows - mixed.quoted


def test_words_that_refute_or_point_are_no_matter_of_their_own():
    words = words_of("the allegations about the bridge are baseless", False, ())
    assert words.refutes
    assert words.points
    assert words.own == {"bridg"}
