"""The Annotate view: the article with its strip, and the desk that turns wishes into commands."""
