"""W3C Web Annotations as JSON-LD: marks on a page by their place and quote, without the text of the page."""
