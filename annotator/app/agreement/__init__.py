"""How far annotators agree: measured, shown with the places behind the numbers, frozen in rounds."""
