"""The overview of a project: how far it is, how far its annotators agree, what a methods section can say."""
