"""Cards are found by what people type: plain, brand, British, American and misspelt words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charley.advice.claims import Finder, finder, load_claims
from charley.advice.claims.finder import LEAST
from charley.library import load
from charley.records.claims import VERDICTS

QUERIES = [
    # remedies and drinks
    ("tonic water", "more-tonic-water"),
    ("gin and tonic before bed", "more-tonic-water"),
    ("is it safe to take quinine", "more-quinine"),
    ("quinine sulfate", "more-quinine"),
    ("quinine sulphate 300mg", "more-quinine"),
    ("Qualaquin", "more-quinine"),
    ("soap in bed", "more-soap-in-bed"),
    ("bar of soap under the sheets", "more-soap-in-bed"),
    ("pickle juice", "more-pickle-juice"),
    ("does gherkin brine work?", "more-pickle-juice"),
    ("apple cider vinegar", "more-apple-cider-vinegar"),
    ("ACV", "more-apple-cider-vinegar"),
    ("spoonful of mustard", "more-mustard-eaten"),
    ("mustard in socks", "top-mustard-powder"),
    ("garlic rub", "top-garlic-oil"),
    ("epsom salts bath", "pv-sea-salt-baths"),
    ("hot bath before bed", "pv-foot-baths-before-bed"),
    ("hot water bottle", "more-warmth"),
    ("heating pad or ice", "more-warmth"),
    ("deep heat", "top-warming-ointment-prevent"),
    ("finalgon", "top-finalgon"),
    ("compression socks", "med-compression"),
    ("support stockings", "med-compression"),
    ("massage gun", "fa-massage"),
    ("sticking a pin in the muscle", "fa-needle-prick"),
    ("neeedle", "fa-needle-prick"),
    # food
    ("bananas", "more-bananas"),
    ("should I eat a banana", "more-bananas"),
    ("bannana", "more-bananas"),
    ("yoghurt", "de-dairy-fermented"),
    ("yogurt", "de-dairy-fermented"),
    ("porridge", "de-cereals"),
    ("oatmeal", "de-cereals"),
    ("raw milk", "de-home-milk"),
    ("unpasteurized milk", "de-home-milk"),
    ("egg shells", "de-eggshell-powder"),
    ("pumpkin seeds", "de-pumpkin-wheatgerm"),
    ("salmon", "de-oily-fish"),
    ("kelp", "de-seaweed"),
    ("spinich", "de-vegetables"),
    ("coffee", "da-coffee"),
    ("caffiene", "da-coffee"),
    ("diet coke", "da-sweet-soda"),
    ("beer", "da-alcohol"),
    ("cramps after drinking alcohol", "pv-alcohol-dehydrates"),
    ("how much water should I drink", "cause-water-2-5-litres"),
    ("gatorade", "pv-fluids-electrolytes"),
    ("lo salt", "more-salt-substitute"),
    # supplements and medicines
    ("magnesium", "more-magnesium-tablets"),
    ("magnezium", "more-magnesium-tablets"),
    ("magnesium glycinate", "more-magnesium-tablets"),
    ("magnesium spray", "more-magnesium-skin"),
    ("magnesium in pregnancy", "pg-main-reason-k-ca-mg"),
    ("potasium tablets", "more-potassium-tablets"),
    ("low potassium", "pv-potassium-lack"),
    ("hypokalaemia", "pv-potassium-lack"),
    ("hypokalemia", "pv-potassium-lack"),
    ("panangin", "med-asparkam"),
    ("vitamin d deficiency", "cause-vitamin-d-lack"),
    ("vitamin k2", "more-vitamin-k2"),
    ("MK-7", "more-vitamin-k2"),
    ("vitamin e", "more-vitamin-e"),
    ("b complex", "more-vitamin-b-complex"),
    ("multivitamin", "pv-vitamin-mineral-complex"),
    ("calcium tablets", "med-ortho-calcium-magnesium"),
    ("ibuprofen", "fa-painkillers"),
    ("tylenol", "fa-painkillers"),
    ("acetaminophen", "fa-painkillers"),
    ("paracetemol", "fa-painkillers"),
    ("water pills", "cause-diuretics"),
    ("furosemide", "cause-diuretics"),
    ("frusemide", "cause-diuretics"),
    ("Microzide", "cause-diuretics"),
    ("should I stop my statin", "more-stopping-medicine"),
    ("Lipitor", "more-stopping-medicine"),
    ("omeprazole", "cause-antacids-maalox-almagel"),
    ("insulin", "cause-insulin-magnesium-out"),
    ("valium", "med-sedatives-stress"),
    ("daflon", "med-vazoket-diosmin"),
    ("taurine", "med-ortho-taurine-ergo"),
    # herbs
    ("camomile tea", "de-chamomile-tea"),
    ("chamomile", "fr-chamomile-decoction"),
    ("mistletoe tea", "fr-white-mistletoe"),
    ("misletoe", "fr-white-mistletoe"),
    ("pheasant's eye", "fr-adonis-tincture"),
    ("lilly of the valley", "fr-lily-of-the-valley"),
    ("poppy seed tea", "fr-poppy-petals"),
    ("wormwood", "fr-wormwood-oil"),
    ("absinthe", "fr-wormwood-oil"),
    ("liquorice", "more-licorice"),
    ("elderberries", "fr-black-elder"),
    ("valerian", "pv-soothing-teas"),
    # what to do, causes, signs and tests
    ("how do I stop a cramp right now", "fa-pull-toes-toward-you"),
    ("stretching before bed", "ex-overall-bedtime"),
    ("calf raises", "ex-c2-rise-on-toes"),
    ("walk it off", "fa-get-up-walk"),
    ("is it a blood clot", "night-thrombophlebitis"),
    ("chest pain and short of breath", "night-thrombophlebitis"),
    ("DVT", "night-thrombophlebitis"),
    ("can I massage a swollen calf", "more-rub-swollen-calf"),
    ("diabetic", "sx-diabetes"),
    ("thyroid", "sx-thyroid"),
    ("diarrhea", "sx-infections"),
    ("diarrhoea", "sx-infections"),
    ("sciatica", "sx-radiculitis"),
    ("varicose veins", "cause-varicose-beginning"),
    ("hemodialysis", "sx-ckd"),
    ("motor neurone disease", "sx-cns"),
    ("twitching muscles", "type-clonic"),
    ("stress and anxiety", "mech-stress-nerve-endings"),
    ("dehydrated", "cause-dehydration-sweat-minerals"),
    ("high heels", "pv-low-heel-shoes"),
    ("socks in bed", "pv-warm-socks"),
    ("blood tests", "dx-biochemistry"),
    ("EMG", "dx-neuromyography"),
    ("when should I see a doctor", "def-constant-see-doctor"),
    ("quit smoking", "pv-no-smoking"),
    ("leg cramps", "def-involuntary-contraction"),
]


@pytest.mark.parametrize(("query", "card"), QUERIES)
def test_the_card_expected_is_among_the_first_three(query: str, card: str) -> None:
    assert card in [hit.card.id for hit in finder().find(query).hits[:3]]


def test_nine_in_ten_are_found_first() -> None:
    first = [hits[0].card.id == card for query, card in QUERIES if (hits := finder().find(query).hits)]
    assert sum(first) / len(QUERIES) >= 0.9


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(QUERIES) >= 80
    assert {card for _, card in QUERIES} <= load_claims().cards.keys()


def test_every_card_is_first_for_its_own_question() -> None:
    for card in load_claims().cards.values():
        assert finder().find(card.asks).hits[0].card.id == card.id


def test_every_word_of_a_card_finds_it() -> None:
    most = len(load_claims().cards)
    for card in load_claims().cards.values():
        for word in card.words:
            assert card.id in [hit.card.id for hit in finder().find(word, most).hits], word


def test_a_misspelt_word_is_named_with_the_word_it_was_read_as() -> None:
    hit = finder().find("mistletow").hits[0]
    assert hit.guess
    assert "'mistletow' was read as 'mistletoe'" in hit.because


def test_a_word_spelt_right_is_no_guess_and_says_why_it_was_found() -> None:
    hit = finder().find("pickle juice").hits[0]
    assert not hit.guess
    assert hit.because == ("'pickle juice' is one of its names",)


@pytest.mark.parametrize("query", ["zebra crossing", "qqqq", "apixaban", "", "?", "the of and"])
def test_what_no_card_is_about_is_not_found(query: str) -> None:
    found = finder().find(query)
    assert found.hits == ()
    assert len(found.near) <= 3


def test_vitamins_are_not_mistaken_for_one_another() -> None:
    assert finder().find("vitamin k2").hits[0].card.id == "more-vitamin-k2"
    assert finder().find("vitamin d").hits[0].card.id == "cause-vitamin-d-lack"
    assert finder().find("vitamin a").hits[0].card.id == "cause-vitamins-a-e-b"
    assert finder().find("vitamin e").hits[0].card.id == "more-vitamin-e"


def test_too_little_for_a_hit_is_offered_as_near() -> None:
    found = finder().find("pain in the shoulder blade")
    assert found.hits == ()
    assert 1 <= len(found.near) <= 3


def test_the_best_comes_first_and_a_warning_before_its_equals() -> None:
    for query in ("milk", "potassium", "tea", "swollen calf", "oil"):
        hits = finder().find(query, most=50).hits
        order = [(-hit.score, VERDICTS.index(hit.card.verdict)) for hit in hits]
        assert order == sorted(order)
        assert all(LEAST <= hit.score <= 100 for hit in hits)


@pytest.mark.parametrize(
    ("query", "card"),
    [
        ("chest pain", "night-thrombophlebitis"),
        ("short of breath", "night-thrombophlebitis"),
        ("swollen leg", "night-thrombophlebitis"),
        ("dark urine after the gym", "cause-muscle-overstrain"),
        ("passed out", "type-generalised-unconscious"),
        ("seizure", "type-generalised-unconscious"),
        ("heatstroke", "cause-hyperthermia"),
        ("stiff jaw lockjaw", "sx-infections"),
        ("overdose", "cause-lead-mercury-drugs"),
        ("took too many tablets", "cause-lead-mercury-drugs"),
        ("numb between the legs and cannot pee", "sx-radiculitis"),
        ("cold pale leg", "sx-blood-flow"),
        ("foot drop", "sx-cns"),
        ("preeclampsia", "pg-pressure-on-vessels"),
        ("hard calf for over ten minutes", "def-constant-see-doctor"),
    ],
)
def test_a_sign_of_danger_leads_to_a_card_that_sends_for_help(query: str, card: str) -> None:
    cards = {hit.card.id: hit.card for hit in finder().find(query).hits[:3]}
    assert card in cards
    assert cards[card].harm
    assert cards[card].links.red_flags


def test_a_very_long_question_is_cut() -> None:
    found = finder().find("soap in bed " + "x" * 100_000)
    assert len(found.query) == 300
    assert found.hits[0].card.id == "more-soap-in-bed"


def test_no_more_than_asked_for() -> None:
    assert len(finder().find("magnesium", most=2).hits) == 2


@given(st.text(max_size=60))
def test_any_text_is_answered_by_hits_or_by_what_is_near(query: str) -> None:
    found = finder().find(query)
    assert not (found.hits and found.near)
    assert all(LEAST <= hit.score <= 100 for hit in found.hits)


def test_the_same_question_gets_the_same_answer() -> None:
    other = Finder(load_claims(), load())
    for query, _ in QUERIES:
        assert other.find(query) == finder().find(query)
