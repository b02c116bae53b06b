"""The label set in the window: its editor, the walk over the spans of a label, and the documents done before."""
