"""Cases of states that do not exist, as rows of ``data/further_cases.csv``."""

VELIA = {
    "case": "velia_2031",
    "name": "Velia",
    "year": "2031",
    "turmoil": "true",
    "balance": "continued",
    "control": "weak",
    "outcome": "manageable",
    "evidence": "The president said that no course would change.",
    "against": "A minister spoke of a new partner.",
    "source": "Invented",
    "standing": "ours",
}
MARENA = VELIA | {"case": "marena_2032", "name": "Marena", "year": "2032", "balance": "adjusted"}
