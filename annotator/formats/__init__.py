"""Files of other tools and our own: bundles of named bytes in, entries out, and back."""
