"""The keys of actions, as a person wants them."""
