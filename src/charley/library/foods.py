"""The shelf of foods: files become records, with every id, unit and source checked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from charley.library.conditions import build_condition
from charley.library.files import foods as f
from charley.library.folder import Reader
from charley.library.shapes import Shape
from charley.library.workbench import Place, Placed, Workbench
from charley.records import foods as r

S = TypeVar("S", bound=Shape)
NUMBERS = (
    "cost_of_gap", "cost_of_food", "cost_of_helping", "cost_of_energy", "worth_of_liking", "most_foods",
    "most_energy", "most_energy_child", "salt_when_full", "share_when_full", "worth_telling",
)  # fmt: skip
TEXTS = ("headline", "about_counting", "about_missing", "about_supplements", "about_allergy", "no_reference",
    "too_young", "enough")  # fmt: skip


def build_foods(reader: Reader, bench: Workbench) -> r.Foods | None:
    """The whole shelf; None when it has no planner. Faults are left on the bench."""
    files = reader.folder("foods", f.FoodsFile)
    builder = _Builder(files, bench)
    planner = builder.planner()
    if planner is None:
        if files:
            bench.fault(files[0].place, "the shelf of foods has no 'planner'", "Write it in planner.yaml.")
        return None
    return builder.foods(planner)


class _Builder:
    """Builds each list once its names are known."""

    def __init__(self, files: list[Placed[f.FoodsFile]], bench: Workbench) -> None:
        self.files, self.bench = files, bench
        self.nutrients = {s.id: s for s, _ in self._each("nutrients", f.NutrientShape)}
        self.groups = {s.id: s for s, _ in self._each("groups", f.GroupShape)}
        self.tags = {s.id: s.says for s, _ in self._each("tags", f.TagShape)}
        self.food_ids = {s.id for s, _ in self._each("foods", f.FoodShape)}
        for key in ("nutrients", "groups", "tags", "diets", "limits", "questions"):
            self._each_once(key)

    def _each(self, key: str, shape: type[S]) -> Iterator[tuple[S, Place]]:
        for file in self.files:
            for index, one in enumerate(getattr(file.shape, key)):
                assert isinstance(one, shape)
                yield one, file.place.at(key, index)

    def _each_once(self, key: str) -> None:
        before: set[str] = set()
        for file in self.files:
            for index, one in enumerate(getattr(file.shape, key)):
                self.bench.once(one.id, before, key.removesuffix("s"), file.place.at(key, index))
                before.add(one.id)

    def _known_tags(self, names: list[str], place: Place) -> frozenset[str]:
        for index, name in enumerate(names):
            self.bench.known(name, self.tags, "tag of a food", place.at(index))
        return frozenset(names)

    def _known_nutrients(self, names: list[str] | dict[str, float], place: Place) -> None:
        for name in names:
            self.bench.known(name, self.nutrients, "nutrient", place)

    def foods(self, planner: r.Planner) -> r.Foods:
        return r.Foods(
            nutrients={s.id: self._nutrient(s, p) for s, p in self._each("nutrients", f.NutrientShape)},
            groups={
                s.id: r.FoodGroup(s.id, s.name, s.most_grams, s.liquid, s.grams_per_ml)
                for s in self.groups.values()
            },
            tags=self.tags,
            diets={s.id: self._diet(s, p) for s, p in self._each("diets", f.DietShape)},
            measures=tuple(
                r.Measure(s.name, tuple(s.also), s.ml, s.grams)
                for s, _ in self._each("measures", f.MeasureShape)
            ),
            foods={food.id: food for food in sorted(self._foods(), key=lambda food: food.id)},
            references=tuple(self._references()),
            limits=tuple(self._limit(s, p) for s, p in self._each("limits", f.FoodLimitShape)),
            questions={s.id: self._question(s, p) for s, p in self._each("questions", f.FoodQuestionShape)},
            planner=planner,
        )

    def _nutrient(self, s: f.NutrientShape, place: Place) -> r.Nutrient:
        sources = self.bench.sources(s.tablets_sources, place.at("tablets_sources"))
        if s.tablets and not sources:
            self.bench.fault(place, f"what is said of {s.id} tablets needs 'tablets_sources'")
        return r.Nutrient(s.id, s.name, s.unit, s.close_gap, tuple(s.also), s.iu_per_unit, s.tablets, sources)

    def _diet(self, s: f.DietShape, place: Place) -> r.Diet:
        return r.Diet(s.id, s.name, tuple(s.also), self._known_tags(s.bars, place.at("bars")))

    def _foods(self) -> Iterator[r.Food]:
        before: set[str] = set()
        for file in self.files:
            if file.shape.foods:
                self.bench.known(file.shape.group, self.groups, "group of foods", file.place.at("group"))
            for index, shape in enumerate(file.shape.foods):
                place = file.place.at("foods", index)
                self.bench.once(shape.id, before, "food", place)
                before.add(shape.id)
                yield self._food(shape, file.shape.group, place)

    def _food(self, s: f.FoodShape, group: str, place: Place) -> r.Food:
        self.bench.read_source(s.source, place.at("source"))
        self._known_nutrients(s.per_100g, place.at("per_100g"))
        for nutrient, amount in s.per_100g.items():
            if amount < 0:
                self.bench.fault(place.at("per_100g", nutrient), f"{nutrient} is below zero")
        return r.Food(
            id=s.id,
            name=s.name,
            group=group,
            per_100g=dict(s.per_100g),
            portions=tuple(r.Portion(p.name, p.grams, p.judged) for p in s.portions),
            source=s.source,
            where=s.where,
            also=tuple(s.also),
            loosely=tuple(s.loosely),
            tags=self._known_tags(s.tags, place.at("tags")),
            helping=r.Helping(s.helping.says, s.helping.grams, s.helping.most) if s.helping else None,
            fdc_id=s.fdc_id,
        )

    def _references(self) -> Iterator[r.Reference]:
        told = {s.nutrient: (s, p) for s, p in self._each("reference_sources", f.ReferenceSourceShape)}
        for of, place in told.values():
            self._check_reference_source(of, place)
        for shape, place in self._each("references", f.ReferenceShape):
            if self.bench.known(
                shape.nutrient, told, "nutrient with reference_sources", place.at("nutrient")
            ):
                yield self._reference(shape, told[shape.nutrient][0], place)

    def _check_reference_source(self, s: f.ReferenceSourceShape, place: Place) -> None:
        self.bench.known(s.nutrient, self.nutrients, "nutrient", place.at("nutrient"))
        self.bench.read_source(s.source, place.at("source"))
        for key in ("upper_source", "reduce_source"):
            if getattr(s, key):
                self.bench.read_source(getattr(s, key), place.at(key))
        if s.eu_why:
            self.bench.known(s.eu_source, self.bench.ids.sources, "source", place.at("eu_source"))
        elif s.eu_source:
            self.bench.read_source(s.eu_source, place.at("eu_source"))

    def _reference(self, s: f.ReferenceShape, of: f.ReferenceSourceShape, place: Place) -> r.Reference:
        for key, source in (
            ("upper", "upper_source"),
            ("reduce_above", "reduce_source"),
            ("eu_upper", "eu_source"),
        ):
            if getattr(s, key) is not None and not getattr(of, source):
                self.bench.fault(
                    place.at(key), f"'{key}' of {s.nutrient} needs '{source}' in reference_sources"
                )
        given = ((s.upper, of.upper_source), (s.reduce_above, of.reduce_source), (s.eu_upper, of.eu_source))
        sources = (of.source, *(source for value, source in given if value is not None))
        return r.Reference(
            s.nutrient, s.stage, s.from_age, s.below_age, s.kind, s.value, s.upper, of.upper_scope,
            s.reduce_above, s.eu_upper, tuple(dict.fromkeys(sources)), of.note,
        )  # fmt: skip

    def _limit(self, s: f.FoodLimitShape, place: Place) -> r.FoodLimit:
        self._known_nutrients(s.not_raise, place.at("not_raise"))
        self._known_nutrients(list(s.most_added), place.at("most_added"))
        most = {
            nutrient: self.bench.number(shape, place.at("most_added", nutrient))
            for nutrient, shape in s.most_added.items()
        }
        when, also = (
            None if shape is None else build_condition(shape, place.at(key), self.bench)
            for key, shape in (("when", s.when), ("also_when", s.also_when))
        )
        return r.FoodLimit(
            id=s.id, name=s.name, says=s.says.strip(), when=when, also_when=also, applies_to=s.applies_to,
            when_unknown=s.when_unknown, withholds=s.withholds,
            tell_eaten=self._known_tags(s.tell_eaten, place.at("tell_eaten")),
            bars=self._known_tags(s.bars, place.at("bars")),
            hold_bars=self._known_tags(s.hold_bars, place.at("hold_bars")),
            not_raise=frozenset(s.not_raise), most_added=most, first_check=s.first_check.strip(),
            for_clinicians=s.for_clinicians, sources=self.bench.sources(s.sources, place.at("sources")),
        )  # fmt: skip

    def _question(self, s: f.FoodQuestionShape, place: Place) -> r.FoodQuestion:
        for index, one in enumerate(s.stands_for):
            self.bench.known(one.food, self.food_ids, "food", place.at("stands_for", index, "food"))
        return r.FoodQuestion(s.id, s.text, s.one, tuple((one.food, one.grams) for one in s.stands_for))

    def planner(self) -> r.Planner | None:
        placed = [(file.shape.planner, file.place.at("planner")) for file in self.files if file.shape.planner]
        if not placed:
            return None
        shape, place = placed[0]
        assert shape is not None
        numbers = {key: self.bench.number(getattr(shape, key), place.at(key)) for key in NUMBERS}
        texts = {key: getattr(shape, key) for key in TEXTS}
        harms = tuple(self._harm(s, place.at("folk_harm", i)) for i, s in enumerate(shape.folk_harm))
        sources = self.bench.sources(shape.headline_sources, place.at("headline_sources"))
        given: dict[str, Any] = {**numbers, **texts, "headline_sources": sources, "folk_harm": harms}
        return r.Planner(**given)

    def _harm(self, s: f.FolkHarmShape, place: Place) -> r.FolkHarm:
        self._known_tags([s.tag], place)
        return r.FolkHarm(s.tag, s.says, self.bench.sources(s.sources, place.at("sources")))
