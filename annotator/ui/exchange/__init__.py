"""Files in and out without the project: converting and checking them, and the account of what was not taken."""
