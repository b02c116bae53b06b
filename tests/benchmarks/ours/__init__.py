"""What our program does, each a script of its own, measured as its floor is."""
