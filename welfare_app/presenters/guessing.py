"""How long words would last against someone who guesses, as a person would say it."""

TRIES_A_SECOND = 1e9
"""Assumed of somebody with very many machines; each try costs them many rounds of hashing."""
_YEAR = 365.25 * 24 * 3600
_FIGURES = 2


def strength_words(bits: float) -> str:
    """How many years all guesses would take, and the bits behind it."""
    years = 2**bits / TRIES_A_SECOND / _YEAR
    said = f"{float(f'{years:.{_FIGURES}g}'):,.0f} years" if years > _FIGURES else "a short time"
    return f"To guess them, a thousand million tries a second need up to {said} ({bits:.0f} bits)."
