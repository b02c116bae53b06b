"""Which suggestions can be accepted together: those like the current one, those as certain as it, all of them."""

from collections.abc import Mapping

from annotator.core.suggestion import Suggestion

Scopes = Mapping[str, tuple[Suggestion, ...]]
"""The suggestions by scope, the narrowest first: `kind`, `rank`, `all`; `model` for those of one model."""
