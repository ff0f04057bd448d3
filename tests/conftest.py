"""What all tests share: seeded examples, and tests that need something from outside."""

import os

from hypothesis import settings

# The same examples in every run: a failure can be repeated, and a build never fails by chance.
# HYPOTHESIS_PROFILE=nahodne looks for new ones.
settings.register_profile("opakovatelne", derandomize=True, database=None)
settings.register_profile("nahodne")
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "opakovatelne"))

# Real minutes hold real names and are not part of the project: whoever has some names their folder.
collect_ignore = [] if os.environ.get("ZAPIS_SKUTECNE_ZAPISY") else ["test_real_minutes.py"]
