"""brat standoff: a text and its annotations as two files, in a folder or a zip, with what brat needs to show them."""
