"""Opening, copying and keeping projects, their history, their bin, their list of documents and their labels."""
