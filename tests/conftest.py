"""What all tests share: seeded examples, and tests that need something from outside."""

import os

from hypothesis import HealthCheck, settings

# The same examples in every run: a failure can be repeated, and a build never fails by chance.
# HYPOTHESIS_PROFILE=nahodne looks for new ones.
# How fast a machine is at the moment is no property of the program.
settings.register_profile(
    "opakovatelne",
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("nahodne")
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "opakovatelne"))

# Real minutes hold real names and are not part of the project: whoever has some names their folder.
collect_ignore = [] if os.environ.get("ZAPIS_SKUTECNE_ZAPISY") else ["test_real_minutes.py"]
