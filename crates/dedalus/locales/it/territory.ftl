# Il territorio: confini, strade, mappa.
