# Das Gebiet: Grenze, Straßen, Karte.

## Die Karte
map-title = Karte
map-of-town = Karte der Stadt
map-show = Auf der Karte zeigen
map-beside = Neben der Karte
map-none = Es gibt noch keine Karte
map-none-text = Die Gemeinde hat Grenze und Straßen noch nicht hochgeladen.
map-open = Karte öffnen
map-zoom-in = Näher
map-zoom-out = Weiter weg
map-pin = Markierung: mit den Pfeiltasten verschieben
map-own = Zeichnung: { $town }
map-near = { $metres } Meter von { $address }
map-nearest = Nächste Adresse
map-district = Stadtviertel
map-point = Punkt
map-layers = Was auf der Karte steht
map-layers-help = Alles lässt sich auch als Liste lesen.
map-layer-list = { $name }: Liste

## Ein Ort in einem Formular
place-label = Adresse oder Ort
place-help = Straße und Nummer oder der Name eines Ortes. Die Karte brauchen Sie nicht.
place-search = Adresse suchen
place-position = Meinen Standort verwenden
place-none = Keine Adresse gleicht dem, was Sie geschrieben haben. Sie können es mit Ihren Worten so lassen.
place-found = Gefundene Adressen: %n
place-list = Adressen
place-which = Welche davon?
place-next-to = die nächste Nummer
place-chosen = Gewählter Punkt: %s
place-chosen-now = Gewählter Punkt: { $place }
place-drop = Punkt entfernen
place-gone = Der Punkt ist entfernt.
place-map = Karte des Ortes
place-map-help = Tippen Sie auf die Karte, um die Markierung zu setzen. Mit der Tastatur: Eingabe auf der Karte setzt die Markierung in die Mitte, die Pfeiltasten verschieben sie, mit Umschalt schneller.
place-waiting = Ihr Standort wird gesucht.
place-denied = Der Browser darf nicht sagen, wo Sie sind. Schreiben Sie die Adresse, oder tippen Sie auf die Karte.
place-unavailable = Ihr Standort ist nicht zu finden. Schreiben Sie die Adresse, oder tippen Sie auf die Karte.
place-late = Der Standort kommt nicht an. Versuchen Sie es noch einmal, oder schreiben Sie die Adresse.
place-failed = Die Suche geht gerade nicht. Sie können die Adresse schreiben und weitermachen.
error-place-empty = Schreiben Sie, wo: eine Straße, eine Nummer, den Namen eines Ortes.
error-place-long = Der Ort ist zu lang: 200 Zeichen genügen.
error-place-point = Der Punkt ist kein Ort auf der Erde. Wählen Sie ihn noch einmal.
error-place-outside = Dieser Punkt liegt außerhalb unserer Gemeinde. Verschieben Sie ihn in die Grenze, oder wenden Sie sich an die Nachbargemeinde.

## Adressen und Stadtviertel
addresses-title = Adressen
addresses-title-for = Adressen: { $words }
addresses-words = Straße und Nummer
addresses-hint = Schreiben Sie eine Straße und, wenn Sie mögen, die Nummer. Tippfehler schaden nicht.
addresses-empty = Keine Adresse für „{ $words }“
addresses-empty-text = Versuchen Sie es mit weniger Wörtern, ohne Abkürzungen.
districts-empty = Es gibt noch keine Stadtviertel
districts-empty-text = Die Gemeinde hat sie noch nicht hochgeladen.

## Verwaltung
admin-territory = Gebiet
territory-lead = Von hier kommen die Karte, die Suche nach Adressen und die Prüfung der Grenze.
territory-see-map = Karte ansehen
territory-data = Daten
territory-rows = Zeilen
territory-source = Woher
territory-by = Wer
territory-live-since = In Kraft seit
territory-by-command = Befehlszeile
territory-missing = fehlen
territory-boundary = Grenze
territory-districts = Stadtviertel
territory-base = Grundzeichnung
territory-addresses = Straßen und Hausnummern
territory-boundary-about = Was in der Gemeinde liegt und was nicht.
territory-districts-about = Die Teile der Stadt mit ihren Namen.
territory-base-about = Meer, Grün und Straßen der gezeichneten Karte.
territory-addresses-about = Um eine Adresse zu suchen und die nächste zu einem Punkt zu finden.
territory-boundary-format = GeoJSON in WGS 84, eine oder mehrere Flächen. Bis 48 MB.
territory-districts-format = GeoJSON in WGS 84, eine Fläche je Stadtviertel, mit der Eigenschaft „nome“. Bis 48 MB.
territory-base-format = GeoJSON in WGS 84. Die Eigenschaft „tipo“ sagt, was es ist: mare, verde, porto (Flächen), strada, vicolo, ferrovia (Linien). „nome“ ist der Name der Straße. Bis 48 MB.
territory-addresses-format = CSV mit den Spalten via, civico, esponente (wenn nötig), lat, lon, auch so, wie ANNCSU sie gibt; oder GeoJSON mit Punkten. Koordinaten in WGS 84. Bis 48 MB.
territory-tiles = Hintergrund der Karte
territory-tiles-own = Wir zeichnen die Karte aus den Daten oben. Einen anderen Hintergrund wählt man in den Einstellungen, Abschnitt [map].
territory-tiles-from = Der Hintergrund kommt von { $host }. Antwortet er nicht, zeichnen wir die Karte.
territory-live = In Kraft
territory-count =
    { $n ->
        [one] eine Zeile
       *[other] { $n } Zeilen
    }
territory-download = Datei herunterladen
territory-undo = Letzten Import zurücknehmen
territory-replace = Ersetzen
territory-new = Erste Datei hochladen
territory-file = Datei
territory-check = Hochladen und prüfen
territory-faults = Was in der Datei zu verbessern ist
territory-line = Zeile
territory-whole-file = Datei
territory-fault = Was nicht stimmt
territory-more-faults = Es gibt noch mehr: verbessern Sie diese und laden Sie die Datei noch einmal hoch.
territory-history = Importe
territory-import-title = Import von { $file }
territory-sound =
    { $n ->
        [one] Die Datei ist in Ordnung: eine Zeile.
       *[other] Die Datei ist in Ordnung: { $n } Zeilen.
    }
territory-repeated =
    { $n ->
        [one] Eine Zeile wiederholt eine Adresse: die erste bleibt.
       *[other] { $n } Zeilen wiederholen eine Adresse: die ersten bleiben.
    }
territory-outside =
    { $n ->
        [one] Eine Adresse liegt außerhalb der Grenze: sind Breite und Länge vertauscht?
       *[other] { $n } Adressen liegen außerhalb der Grenze: sind Breite und Länge vertauscht?
    }
territory-first-rows = Die ersten Zeilen
territory-points =
    { $n ->
        [one] ein Punkt
       *[other] { $n } Punkte
    }
territory-what-happens = Die neuen Daten ersetzen die jetzigen auf einmal, wenn sie geschrieben sind. Das lässt sich zurücknehmen.
territory-start =
    { $n ->
        [one] Eine Zeile importieren
       *[other] { $n } Zeilen importieren
    }
territory-discard = Nicht importieren
territory-loading = Die Daten werden geschrieben. Sie können diese Seite schließen.
territory-loading-now = Ein Import läuft:
territory-progress = Fortschritt
territory-done-of = { $done } von { $total }
territory-stop = Import anhalten
territory-is-live = Diese Daten sind in Kraft.
territory-is-replaced = Diese Daten wurden ersetzt. Sie holen sie zurück, indem Sie den letzten Import zurücknehmen.
territory-is-gone = Diesen Import gibt es nicht mehr.
territory-state-draft = zu bestätigen
territory-state-loading = läuft
territory-state-live = in Kraft
territory-state-replaced = der vorige
territory-state-gone = entfernt
territory-undo-title = Letzten Import zurücknehmen
territory-undo-text = „{ $now }“ geht, „{ $before }“ gilt wieder.
territory-undo-none = „{ $now }“ geht, und vorher war nichts da: diese Daten werden fehlen.
territory-undo-send = Import zurücknehmen
territory-busy = Ein anderer Import dieser Daten läuft. Warten Sie, bis er endet, oder halten Sie ihn an.
territory-stopped = Der Import wurde angehalten.
territory-undone-already = Inzwischen gilt ein anderer Import. Sehen Sie sich die Seite noch einmal an.
toast-territory-started = Der Import hat begonnen.
toast-territory-discarded = Die Datei wurde entfernt.
toast-territory-undone = Der Import ist zurückgenommen.
act-territory-imported = Daten des Gebiets importiert
act-territory-stopped = Import des Gebiets angehalten
act-territory-undone = Import des Gebiets zurückgenommen
error-territory-no-file = Wählen Sie eine Datei.
error-territory-large = Die Datei ist zu groß: höchstens 48 MB.
error-territory-faults = In der Datei ist etwas zu verbessern: nichts wurde importiert.
error-territory-empty = Die Datei ist leer.
error-territory-many = Die Datei hat zu viele Zeilen: höchstens { $value }.
error-territory-columns = Die Spalten via, lat und lon fehlen. Gefunden: { $value }
error-territory-street = Der Name der Straße fehlt oder ist zu lang: „{ $value }“
error-territory-number = Das ist keine Hausnummer: „{ $value }“
error-territory-point = Das sind keine Koordinaten in Grad (WGS 84): „{ $value }“
error-territory-json = Das ist kein GeoJSON: { $value }
error-territory-system = Die Koordinaten müssen WGS 84 sein, nicht { $value }
error-territory-kind = Diese Art wird nicht gezeichnet: „{ $value }“
error-territory-name = Der Name fehlt oder ist zu lang: „{ $value }“
error-territory-shape = Die Form fehlt, ist kaputt oder nicht in Grad (WGS 84): „{ $value }“
error-territory-line = Hier gehört eine Linie hin: „{ $value }“
error-territory-area = Hier gehört eine Fläche hin: „{ $value }“
