"""Records in the window: spans tied together as one fact."""
