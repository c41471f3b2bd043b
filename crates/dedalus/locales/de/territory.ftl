# Das Gebiet: Grenze, Straßen, Karte.
