"""Colleagues' layers: which document is meant, where each mark lies, what is asked, and two versions of one layer."""
