"""Tables of documents, one a row: CSV, TSV, XLSX and JSON Lines, their columns mapped to text and fields."""
