"""From files to documents and layers: what is read, where it belongs, what is refused."""
