# Appuntamenti e calendario.
