"""Find unfair clauses in Chinese platform terms and cite the law they run into."""

__version__ = "0.1.0"
