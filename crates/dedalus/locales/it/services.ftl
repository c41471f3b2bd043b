# Le schede dei servizi.
