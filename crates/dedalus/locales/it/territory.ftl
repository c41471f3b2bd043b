# Il territorio: confini, strade, mappa.

## La mappa
map-title = Mappa
map-of-town = Mappa della città
map-show = Mostra sulla mappa
map-beside = Accanto alla mappa
map-none = La mappa non c’è ancora
map-none-text = Il Comune non ha ancora caricato confini e strade.
map-open = Apri la mappa
map-zoom-in = Avvicina
map-zoom-out = Allontana
map-pin = Segnaposto: spostalo con le frecce
map-own = Disegno: { $town }
map-near = a { $metres } metri da { $address }
map-nearest = Indirizzo più vicino
map-district = Quartiere
map-point = Punto
map-layers = Che cosa c’è sulla mappa
map-layers-help = Ogni cosa si legge anche come elenco.
map-layer-list = { $name }: elenco

## Il luogo in un modulo
place-label = Indirizzo o luogo
place-help = Via e numero, oppure il nome di un posto. La mappa non è obbligatoria.
place-search = Cerca l’indirizzo
place-position = Usa la mia posizione
place-none = Nessun indirizzo somiglia a quello che hai scritto. Puoi lasciarlo così, con parole tue.
place-found = Indirizzi trovati: %n
place-list = Indirizzi
place-which = Quale di questi?
place-next-to = il numero più vicino
place-chosen = Punto scelto: %s
place-chosen-now = Punto scelto: { $place }
place-drop = Togli il punto
place-gone = Il punto non c’è più.
place-map = Mappa del luogo
place-map-help = Tocca la mappa per mettere il segnaposto. Con la tastiera: Invio sulla mappa mette il segnaposto al centro, le frecce lo spostano, con Maiusc più in fretta.
place-waiting = Cerco la tua posizione.
place-denied = Il browser non ha il permesso di dire dove sei. Scrivi l’indirizzo, oppure tocca la mappa.
place-unavailable = La tua posizione non si trova. Scrivi l’indirizzo, oppure tocca la mappa.
place-late = La posizione non arriva. Riprova, oppure scrivi l’indirizzo.
place-failed = Non riesco a cercare adesso. Puoi scrivere l’indirizzo e andare avanti.
error-place-empty = Scrivi dove: una via, un numero, il nome di un posto.
error-place-long = Il luogo è troppo lungo: bastano 200 caratteri.
error-place-point = Il punto non è un luogo sulla terra. Sceglilo di nuovo.
error-place-outside = Questo punto è fuori dal nostro Comune. Spostalo dentro i confini, oppure rivolgiti al Comune vicino.

## Indirizzi e quartieri
addresses-title = Indirizzi
addresses-title-for = Indirizzi: { $words }
addresses-words = Via e numero
addresses-hint = Scrivi una via e, se vuoi, il numero. Gli errori di battitura non contano.
addresses-empty = Nessun indirizzo per «{ $words }»
addresses-empty-text = Prova con meno parole, senza abbreviazioni.
districts-empty = I quartieri non ci sono ancora
districts-empty-text = Il Comune non li ha ancora caricati.

## Amministrazione
admin-territory = Territorio
territory-lead = Da qui vengono la mappa, la ricerca degli indirizzi e il controllo dei confini.
territory-see-map = Guarda la mappa
territory-data = Dati
territory-rows = Righe
territory-source = Da dove
territory-by = Chi
territory-live-since = In vigore da
territory-by-command = riga di comando
territory-missing = mancano
territory-boundary = Confine
territory-districts = Quartieri
territory-base = Disegno di base
territory-addresses = Vie e numeri civici
territory-boundary-about = Che cosa è dentro il Comune e che cosa è fuori.
territory-districts-about = Le zone della città, con il loro nome.
territory-base-about = Mare, verde e strade della mappa disegnata.
territory-addresses-about = Per cercare un indirizzo e trovare il più vicino a un punto.
territory-boundary-format = GeoJSON in WGS 84, una o più aree. Fino a 48 MB.
territory-districts-format = GeoJSON in WGS 84, un’area per quartiere, con la proprietà «nome». Fino a 48 MB.
territory-base-format = GeoJSON in WGS 84. La proprietà «tipo» dice che cos’è: mare, verde, porto (aree), strada, vicolo, ferrovia (linee). «nome» è il nome della strada. Fino a 48 MB.
territory-addresses-format = CSV con le colonne via, civico, esponente (se serve), lat, lon, anche come li dà l’ANNCSU; oppure GeoJSON di punti. Coordinate in WGS 84. Fino a 48 MB.
territory-tiles = Sfondo della mappa
territory-tiles-own = La mappa è disegnata da noi con i dati qui sopra. Un altro sfondo si sceglie nelle impostazioni, sezione [map].
territory-tiles-from = Lo sfondo viene da { $host }. Se non risponde, la mappa è disegnata da noi.
territory-live = In vigore
territory-count =
    { $n ->
        [one] una riga
       *[other] { $n } righe
    }
territory-download = Scarica il file
territory-undo = Annulla l’ultima importazione
territory-replace = Sostituisci
territory-new = Carica il primo file
territory-file = File
territory-check = Carica e controlla
territory-faults = Che cosa correggere nel file
territory-line = Riga
territory-whole-file = file
territory-fault = Che cosa non va
territory-more-faults = Ce ne sono altre: correggi queste e ricarica il file.
territory-history = Importazioni
territory-import-title = Importazione di { $file }
territory-sound =
    { $n ->
        [one] Il file è in ordine: una riga.
       *[other] Il file è in ordine: { $n } righe.
    }
territory-repeated =
    { $n ->
        [one] Una riga ripete un indirizzo: tengo la prima.
       *[other] { $n } righe ripetono un indirizzo: tengo le prime.
    }
territory-outside =
    { $n ->
        [one] Un indirizzo è fuori dal confine: latitudine e longitudine sono al loro posto?
       *[other] { $n } indirizzi sono fuori dal confine: latitudine e longitudine sono al loro posto?
    }
territory-first-rows = Le prime righe
territory-points =
    { $n ->
        [one] un punto
       *[other] { $n } punti
    }
territory-what-happens = I dati nuovi prendono il posto di quelli di adesso tutti insieme, quando sono scritti. Si può tornare indietro.
territory-start =
    { $n ->
        [one] Importa una riga
       *[other] Importa { $n } righe
    }
territory-discard = Lascia stare
territory-loading = Sto scrivendo i dati. Puoi chiudere questa pagina.
territory-loading-now = Un’importazione è in corso:
territory-progress = Avanzamento
territory-done-of = { $done } di { $total }
territory-stop = Ferma l’importazione
territory-is-live = Questi dati sono in vigore.
territory-is-replaced = Questi dati sono stati sostituiti. Puoi rimetterli annullando l’ultima importazione.
territory-is-gone = Questa importazione non c’è più.
territory-state-draft = da confermare
territory-state-loading = in corso
territory-state-live = in vigore
territory-state-replaced = la precedente
territory-state-gone = tolta
territory-undo-title = Annulla l’ultima importazione
territory-undo-text = «{ $now }» esce, «{ $before }» torna in vigore.
territory-undo-none = «{ $now }» esce e prima non c’era niente: questi dati mancheranno.
territory-undo-send = Annulla l’importazione
territory-busy = Un’altra importazione di questi dati è in corso. Aspetta che finisca, oppure fermala.
territory-stopped = L’importazione è stata fermata.
territory-undone-already = Intanto è cambiata l’importazione in vigore. Guarda di nuovo la pagina.
toast-territory-started = L’importazione è partita.
toast-territory-discarded = Il file è stato tolto.
toast-territory-undone = L’importazione è annullata.
act-territory-imported = dati del territorio importati
act-territory-stopped = importazione del territorio fermata
act-territory-undone = importazione del territorio annullata
error-territory-no-file = Scegli un file.
error-territory-large = Il file è troppo grande: al massimo 48 MB.
error-territory-faults = Il file ha qualcosa da correggere: non ho importato niente.
error-territory-empty = Il file è vuoto.
error-territory-many = Il file ha troppe righe: al massimo { $value }.
error-territory-columns = Mancano le colonne via, lat e lon. Ho trovato: { $value }
error-territory-street = Il nome della via manca o è troppo lungo: «{ $value }»
error-territory-number = Questo non è un numero civico: «{ $value }»
error-territory-point = Queste non sono coordinate WGS 84 in gradi: «{ $value }»
error-territory-json = Questo non è GeoJSON: { $value }
error-territory-system = Le coordinate devono essere WGS 84, non { $value }
error-territory-kind = Questo tipo non si disegna: «{ $value }»
error-territory-name = Il nome manca o è troppo lungo: «{ $value }»
error-territory-shape = La forma manca, è rotta o non è in gradi WGS 84: «{ $value }»
error-territory-line = Qui serve una linea: «{ $value }»
error-territory-area = Qui serve un’area: «{ $value }»
