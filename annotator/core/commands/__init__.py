"""User actions as small frozen objects that read a state and return a Change."""
