"""Exact answers from a network of causes, mechanisms and findings: the engine that defines what is right.

The model: independent binary causes; optional mechanisms, each a leaky noisy-OR of causes; findings,
each a leaky noisy-OR of a few causes and mechanisms. The method: bucket elimination on a graph made
for the evidence (Dechter 1999), in which a positive noisy-OR finding is one binary auxiliary
(Díez and Galán 2003) and everything else is folded into the weight of a single node. Where the tables
would be too large, weighted states are drawn instead (`sample`), and the answer has an error.

Only the standard library and this room are imported, so that it can be compiled as it stands.
"""

from charley.network.exact.answers import (
    Forecast,
    Lanes,
    Posterior,
    information,
    pairs,
    predict,
    prepare,
    solve,
)
from charley.network.exact.counterfactual import do_cause, do_mechanism, necessity
from charley.network.exact.model import Evidence, Finding, ImpossibleEvidenceError, Mechanism, Network
from charley.network.exact.planning import Plan, plan, plan_in_order, plan_size, plan_within
from charley.network.exact.sampling import Sampled, sample

__all__ = [
    "Evidence",
    "Finding",
    "Forecast",
    "ImpossibleEvidenceError",
    "Lanes",
    "Mechanism",
    "Network",
    "Plan",
    "Posterior",
    "Sampled",
    "do_cause",
    "do_mechanism",
    "information",
    "necessity",
    "pairs",
    "plan",
    "plan_in_order",
    "plan_size",
    "plan_within",
    "predict",
    "prepare",
    "sample",
    "solve",
]
