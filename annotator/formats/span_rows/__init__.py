"""CSV and TSV with a row a span: written for spreadsheets and statistics, read back onto texts that are known."""
