"""UIMA CAS, the door to INCEpTION: one document a file, as JSON and as XMI with its type system."""
