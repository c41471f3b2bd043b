# Termine und Kalender.
