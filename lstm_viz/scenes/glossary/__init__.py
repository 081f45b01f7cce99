"""References and glossary."""
