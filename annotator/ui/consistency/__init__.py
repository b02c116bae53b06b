"""What is not the same all over the project: shown, gone to, made alike."""
