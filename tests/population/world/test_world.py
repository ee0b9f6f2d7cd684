"""People drawn from the network, against exact chances and hand arithmetic."""

from __future__ import annotations

import numpy as np
import pytest

from charley.library import load
from charley.library.shelves import load_shelf
from charley.population.alike import predict
from charley.population.world.cramps import World, build_world
from charley.population.world.drawing import draw_people
from charley.population.world.episode import feature_chance, leak_of, shows
from charley.population.world.measuring import group_of, measured
from charley.records.conditions import Has, Is
from charley.records.published import Measure, Published

LIBRARY = load()
PUBLISHED = load_shelf("published", Published)
NIGHT = Is("cramp_timing", ("at night in bed",))


@pytest.fixture(scope="module")
def world() -> World:
    return build_world(LIBRARY, PUBLISHED, 40_000, seed=3)


def test_the_same_seed_gives_the_same_people_and_another_does_not() -> None:
    one, same, other = (build_world(LIBRARY, PUBLISHED, 2_000, seed=s) for s in (1, 1, 2))
    np.testing.assert_array_equal(one.chance("any"), same.chance("any"))
    assert (one.month().blamed == same.month().blamed).all()
    assert not np.array_equal(one.crowd.age, other.crowd.age)


def test_nobody_is_drawn_pregnant_who_cannot_be(world: World) -> None:
    pregnant = world.crowd.facts["pregnant"]
    assert pregnant.any()
    assert world.crowd.female[pregnant].all() and (world.crowd.age[pregnant] < 50).all()


@pytest.mark.parametrize("fact", ["arthritis", "hypertension", "statin", "low_egfr", "depression"])
def test_facts_are_as_common_by_age_and_sex_as_in_the_survey(world: World, fact: str) -> None:
    term = next(term for term in LIBRARY.population.model.terms if term.id == fact)
    age, female = world.crowd.age, world.crowd.female
    for sex, of_sex in (("female", female), ("male", ~female)):
        for band, (low, high) in enumerate(((20, 40), (40, 60), (60, 200))):
            group = of_sex & (age >= low) & (age < high)
            share = (term.shares or {})[sex][band]
            if share.number.value:
                assert world.crowd.facts[fact][group].mean() == pytest.approx(share.number.value, abs=0.06)


def test_facts_hang_together(world: World) -> None:
    """Thiazides go with high blood pressure, and low potassium with thiazides."""
    facts = world.crowd.facts
    assert (
        facts["thiazide"][facts["hypertension"]].mean() > 5 * facts["thiazide"][~facts["hypertension"]].mean()
    )
    assert facts["low_potassium"][facts["thiazide"]].mean() > 2 * facts["low_potassium"].mean()


def test_a_chance_is_one_less_the_product_of_what_no_source_brings(world: World) -> None:
    chance = world.chance("any")
    for person in (0, 17, 4_321):
        free = np.exp(-world.rest["any"][person] * world.season[person])
        for source in world.sources.values():
            if source.had[person]:
                free *= np.exp(-source.any[person] * world.season[person])
        assert chance[person] == pytest.approx(1 - free, rel=1e-12)


@pytest.mark.parametrize("outcome", ["any", "often"])
def test_drawn_people_cramp_as_much_as_people_like_you_says(world: World, outcome: str) -> None:
    """The library's causes are part of the survey's leak: they are not added to it."""
    age, female = world.crowd.age, world.crowd.female
    for sex, of_sex in (("female", female), ("male", ~female)):
        for low in (25, 45, 65):
            group = of_sex & (age >= low) & (age < low + 10)
            said = predict(LIBRARY.population, outcome, low + 5.0, sex, {}).value  # type: ignore[arg-type]
            drawn = float(world.chance(outcome)[group].mean())
            assert drawn == pytest.approx(said, rel=0.25)


def test_sampled_months_have_the_exact_chances(world: World) -> None:
    month = world.month()
    error = 4 * np.sqrt(0.25 / len(month.any))
    assert month.any.mean() == pytest.approx(world.chance("any").mean(), abs=error)
    assert month.often.mean() == pytest.approx(world.chance("often").mean(), abs=error)
    assert not (month.often & ~month.any).any()
    assert ((month.blamed != "") == month.any).all()


def test_the_cause_to_blame_is_drawn_in_proportion_to_rates(world: World) -> None:
    """One person asked many times, against the shares of the rates by hand."""
    person = int(np.argmax(world.crowd.facts["beta_agonist"] & world.crowd.facts["arthritis"]))
    rates = {"rest": world.rest["any"][person]}
    for name, source in world.sources.items():
        if source.had[person]:
            rates[name] = source.any[person]
    blamed = world.responsible(np.full(20_000, person))
    expected = sum(rate for name, rate in rates.items() if name == "fact:beta_agonist") / sum(rates.values())
    assert blamed.count("beta_agonist") / 20_000 == pytest.approx(expected, abs=0.015)


def test_taking_a_source_away_or_giving_it_changes_the_chance_as_its_link_says(world: World) -> None:
    with_it, without = (world.chance("any", {"fact:statin": given}) for given in (True, False))
    link = -np.expm1(-world.sources["fact:statin"].any * world.season)
    np.testing.assert_allclose(1 - with_it, (1 - without) * (1 - link), rtol=1e-9)


def test_a_cause_counted_in_people_at_large_is_as_common_as_counted(world: World) -> None:
    share = measured(Measure("share", "cause:restless_legs"), world)
    assert share == pytest.approx(0.029, abs=0.003)


def test_what_raises_a_cause_makes_it_likelier_and_not_commoner(world: World) -> None:
    had = world.causes["claudication_pad"]
    smoker = world.crowd.facts["smokes_now"]
    group = (world.crowd.age >= 60) & (world.crowd.age < 70)
    assert had.chance[group & smoker].mean() > 1.3 * had.chance[group & ~smoker].mean()
    known = PUBLISHED.at_large["claudication_pad"].share
    expected = np.exp(np.interp(world.crowd.age, list(known), [np.log(n.value) for n in known.values()]))
    assert had.chance[group].mean() == pytest.approx(expected[group].mean(), rel=0.08)


def test_the_leak_is_never_used_up(world: World) -> None:
    for outcome in ("any", "often"):
        assert (world.rest[outcome] > 0).all()


def test_a_feature_is_the_mean_over_the_causes_to_blame(world: World) -> None:
    value = measured(Measure("feature", condition=NIGHT, causes=("lumbar_stenosis_cramp",)), world)
    assert value == pytest.approx(0.73, abs=0.06)


def test_a_cause_says_its_own_feature_before_its_nature_and_the_leak() -> None:
    stenosis = LIBRARY.causes["lumbar_stenosis_cramp"]
    assert feature_chance(NIGHT, stenosis, LIBRARY) == 0.73
    thigh = Has("cramp_site", ("front of thigh", "buttock", "tummy or back"))
    true, share = LIBRARY.true_cramp, stenosis.true_cramp.value
    feature = next(f for f in true.features if f.condition == thigh)
    expected = share * feature.if_true_cramp.value + (1 - share) * feature.if_look_alike.value
    assert feature_chance(thigh, stenosis, LIBRARY) == pytest.approx(expected)


def test_a_finding_is_shown_more_by_those_whose_cause_shows_it(world: World) -> None:
    month = world.month()
    tingles = shows("feet_numb_tingle", world, month)
    nerve = world.sources["cause:peripheral_polyneuropathy"].had
    leak = leak_of(Is("feet_numb_tingle", (True,)), LIBRARY)
    assert tingles[nerve].mean() == pytest.approx(0.88, abs=0.05)
    assert leak - 0.02 < tingles[~nerve].mean() < leak + 0.1


def test_measures_agree_with_hand_arithmetic(world: World) -> None:
    p = world.chance("any")
    yes = world.crowd.facts["arthritis"]
    a, b = p[yes].mean(), p[~yes].mean()
    odds = measured(Measure("odds_ratio", "any", by="fact:arthritis"), world)
    assert odds == pytest.approx((a / (1 - a)) / (b / (1 - b)))
    assert measured(Measure("share", "any", among=("fact:arthritis",)), world) == pytest.approx(a)
    contrast = measured(Measure("contrast", "any", by="fact:arthritis", against="not fact:arthritis"), world)
    assert contrast == pytest.approx(1 - (1 - a) / (1 - b))
    often = measured(Measure("often_of_any", among=("fact:arthritis",)), world)
    assert often == pytest.approx(world.chance("often")[yes].mean() / a)


def test_bayes_turns_a_cause_round(world: World) -> None:
    """P(cause | cramps) = P(cause) P(cramps | cause) / P(cramps), with chances by hand."""
    chance = world.causes["als"].chance
    sick, well = (world.chance("any", {"cause:als": given}) for given in (True, False))
    expected = (chance * sick).sum() / (chance * sick + (1 - chance) * well).sum()
    assert measured(Measure("given_cramps", "any", by="cause:als"), world) == pytest.approx(expected)


@pytest.mark.parametrize("name", ["fact:nothing", "cause:nothing", "stage:fourth", "old", "age>90"])
def test_an_unknown_group_is_named(world: World, name: str) -> None:
    with pytest.raises(ValueError, match="no group of people called"):
        group_of([name], world)


def test_a_group_of_nobody_is_named(world: World) -> None:
    with pytest.raises(ValueError, match="nobody is in"):
        group_of(["male", "stage:first"], world)


def test_ages_and_sexes_are_those_of_the_survey() -> None:
    crowd = draw_people(PUBLISHED.people, 60_000, np.random.default_rng(0))
    for sex, of_sex in (("female", crowd.female), ("male", ~crowd.female)):
        for band, share in enumerate(PUBLISHED.people.ages[sex]):
            group = of_sex & (crowd.age // 10 == 2 + band)
            assert group.mean() == pytest.approx(share, abs=0.006)
