"""People drawn from the network: who they are, what they have, whether and why they cramp.

Facts of adults at large come from the survey, each given age, sex and the facts before it; causes from
the library, brought from people who ask to people at large; cramps from the same noisy-OR that
`people_like_you` shows. It needs numpy, and no survey file.
"""
