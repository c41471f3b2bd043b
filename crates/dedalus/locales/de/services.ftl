# Leistungsseiten.
