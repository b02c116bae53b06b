"""From page text or HTML to the article: text, zones, fields, date; pure."""
