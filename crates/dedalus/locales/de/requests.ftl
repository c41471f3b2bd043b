# Meldungen und Anliegen.
