"""Help while a muscle is cramping: what to do, muscle by muscle, and what is no cramp any more.

Relief by stretching the muscle that cramps is agreed practice without trials. The moves are those of
every first-aid leaflet; the words are ours. Nobody is told to force anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words: TypeAlias = str | Promise


@dataclass(frozen=True, slots=True)
class Move:
    """One step: what to do, in very few words, and how."""

    do: Words
    how: Words


@dataclass(frozen=True, slots=True)
class Muscle:
    """A muscle that can be chosen on the body picture, with its own first moves."""

    key: str
    name: Words
    moves: tuple[Move, ...]


MUSCLES: tuple[Muscle, ...] = (
    Muscle(
        "calf",
        _("Calf"),
        (
            Move(
                _("Pull your toes up"),
                _(
                    "Straighten the knee. Pull the toes up towards your shin, slowly. "
                    "Use a towel or a sheet if you cannot reach."
                ),
            ),
            Move(
                _("Stand on it, if you can"),
                _("Hold on to something firm. Put the heel flat on the floor and lean forward a little."),
            ),
        ),
    ),
    Muscle(
        "foot",
        _("Foot or toes"),
        (
            Move(
                _("Bend the toes up"),
                _("Take the toes in your hand and bend them gently up, towards your shin."),
            ),
            Move(
                _("Stand on it, if you can"),
                _("Hold on to something firm. Press the whole foot flat on the floor."),
            ),
        ),
    ),
    Muscle(
        "thigh-front",
        _("Front of thigh"),
        (
            Move(
                _("Bend the knee"),
                _(
                    "Lie on your other side, or hold on to something firm. "
                    "Bring the heel slowly towards your bottom."
                ),
            ),
            Move(
                _("Keep the knees together"), _("Let the heel come only as far as it goes without more pain.")
            ),
        ),
    ),
    Muscle(
        "thigh-back",
        _("Back of thigh"),
        (
            Move(
                _("Straighten the knee"), _("Sit or lie down. Straighten the leg slowly, toes pointing up.")
            ),
            Move(
                _("Lean forward a little"),
                _("Keep your back straight and bend from the hips, only as far as it eases."),
            ),
        ),
    ),
    Muscle(
        "shin",
        _("Shin"),
        (
            Move(
                _("Point the foot down"),
                _("Lower the toes slowly, away from your shin, and let the front of the leg lengthen."),
            ),
            Move(
                _("Stand up, if you can"),
                _("Hold on to something firm and put your weight on the leg bit by bit."),
            ),
        ),
    ),
)

ANY = Muscle(
    "any",
    _("Somewhere else, or I am not sure"),
    (
        Move(
            _("Stretch the tight muscle"),
            _("Move the joint slowly the other way, so that the hard muscle gets longer. Never with force."),
        ),
        Move(_("Stand up, if you can"), _("Hold on to something firm. Let your weight stretch the leg.")),
    ),
)

SHARED: tuple[Move, ...] = (
    Move(
        _("Hold it there, and breathe"),
        _("Breathe in slowly, and out for longer. Hold the stretch until the hard knot lets go."),
    ),
    Move(
        _("Rub the muscle"),
        _("Rub firmly with your hand, towards your heart. Do not rub a leg that is swollen, red or hot."),
    ),
    Move(_("Walk a few steps"), _("When it lets go, walk about slowly, or shake the leg out.")),
    Move(
        _("Keep it warm"),
        _("A warm cloth or a warm shower eases what is left of the ache. Warm, never hot. Not on numb skin."),
    ),
)

DANGERS: tuple[Words, ...] = (
    _("The leg is swollen, red or hot, or sore on one side only."),
    _("The leg or foot is suddenly cold, pale or blue, or you cannot feel or move it."),
    _("You are short of breath, or your chest hurts."),
    _("Your pee is dark like cola, or your muscles hurt all over."),
    _("Your face, an arm or your speech has gone wrong, or you passed out, shook all over or are muddled."),
    _("You cannot pass water, or you are numb between the legs."),
    _("Your jaw, neck or back has gone stiff too, or your hands curl up."),
    _("The leg was hurt or crushed, or it stays hard as wood with very strong pain."),
)
