# Segnalazioni e richieste.
