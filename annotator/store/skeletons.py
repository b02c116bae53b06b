"""Documents by the skeletons of their texts: which ones share the text of another but for blanks and the like."""
