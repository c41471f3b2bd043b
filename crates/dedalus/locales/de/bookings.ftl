# Termine und Kalender.

# Feiertage
holiday-new-year = Neujahr
holiday-epiphany = Dreikönigstag
holiday-joseph = Josefstag
holiday-easter = Ostersonntag
holiday-easter-monday = Ostermontag
holiday-ascension = Christi Himmelfahrt
holiday-corpus-domini = Fronleichnam
holiday-liberation = Tag der Befreiung
holiday-labour = Tag der Arbeit
holiday-republic = Tag der Republik
holiday-peter-paul = Peter und Paul
holiday-assumption = Mariä Himmelfahrt
holiday-francis = Franz von Assisi
holiday-all-saints = Allerheiligen
holiday-unity = Tag der nationalen Einheit
holiday-immaculate = Mariä Empfängnis
holiday-christmas = Weihnachten
holiday-stephen = Stephanstag
calendar-closed = Amt geschlossen
calendar-patron = Fest des Stadtpatrons
calendar-patron-name = Fest des Stadtpatrons, { $name }
calendar-due = { $n ->
    [one] 1 Tag
   *[other] { $n } Tage
}
calendar-due-moved = { $n ->
    [one] 1 Tag
   *[other] { $n } Tage
}, verschoben von { $day }
calendar-due-moved-why = { $n ->
    [one] 1 Tag
   *[other] { $n } Tage
}, verschoben von { $day } ({ $why })
door-shut-today = heute geschlossen: { $why }

# Der Kalender in der Verwaltung
admin-calendar = Kalender
calendar-lead = Die Tage, an denen die Gemeinde nicht arbeitet. Fristen, Termine und die Schilder an den Türen richten sich danach.
calendar-sundays = Sonntage und andere Ruhetage stehen nicht in der Liste.
calendar-days = Arbeitsfreie Tage des Jahres
calendar-day = Tag
calendar-why = Warum
calendar-year-nav = Jahre
calendar-export = Für Ihren Kalender herunterladen (.ics)
calendar-file = Kalender { $year }, { $town }
calendar-closures = Schließungen
calendar-closures-none = In diesem Jahr keine Schließungen.
calendar-when = Wann
calendar-who = Wer schließt
calendar-whole-town = Die ganze Gemeinde
calendar-span = { $first } bis { $last }
calendar-remove = Entfernen
calendar-restore = Wiederherstellen
calendar-close = Schließung hinzufügen
calendar-first = Erster Tag
calendar-last = Letzter Tag
calendar-last-help = Leer lassen, wenn es nur ein Tag ist.
calendar-words = Grund
calendar-words-help = Er steht an der Tür, zum Beispiel: „Umzug der Schalter“.
calendar-close-send = Schließung hinzufügen
calendar-rules = Stadtpatron und Ruhetage
calendar-rules-none = Noch keine Regel: Sonntage und nationale Feiertage sind frei.
calendar-rule = Regel
calendar-holds = Wann sie gilt
calendar-rests = Ruhetag: { $day }
calendar-years = { $first } bis { $last }
calendar-from-year = ab { $first }
calendar-rule-end = Beenden
calendar-patron-new = Das Fest des Stadtpatrons
calendar-month-day = Tag und Monat
calendar-month-day-help = Zum Beispiel 19/5.
calendar-patron-called = Name des Stadtpatrons
calendar-patron-help = Zum Beispiel „seliger Agostino Novello“.
calendar-year = Ab dem Jahr
calendar-patron-send = Fest speichern
calendar-rest-new = Ein weiterer Ruhetag
calendar-rest-day = Wochentag
calendar-rest-send = Ruhetag speichern
toast-closure-added = Schließung hinzugefügt.
toast-closure-removed = Schließung entfernt.
toast-closure-restored = Schließung wiederhergestellt.
toast-rule-added = Regel gespeichert.
toast-rule-ended = Die Regel endet. Vergangene Tage bleiben, wie sie waren.
toast-rule-restored = Die Regel gilt wieder.
error-day = Wählen Sie einen Tag.
error-day-over = Wählen Sie einen Tag ab heute: Vergangene Tage ändern sich nicht.
error-day-order = Der letzte Tag liegt vor dem ersten.
error-day-long = Eine Schließung dauert höchstens ein Jahr.
error-closure-words = Schreiben Sie den Grund: Wer vor der Tür steht, liest ihn.
error-closure-over = Diese Schließung ist vorbei und bleibt, wie sie ist.
error-office-unknown = Wählen Sie ein Amt aus der Liste.
error-year = Schreiben Sie ein Jahr, ab diesem.
error-year-over = In dem Jahr ist der Tag schon vorbei. Schreiben Sie das nächste Jahr.
error-month-day = Schreiben Sie Tag und Monat, zum Beispiel 19/5.

# Termin vereinbaren
booking-title = Termin vereinbaren
booking-step-place = Ort
booking-step-time = Tag und Uhrzeit
booking-step-details = Einzelheiten
booking-step-applicant = Antragsteller
booking-step-summary = Übersicht
booking-step-here = Schritt { $number } von 5: { $words }
booking-step-of = Schritt { $number } von 5
booking-step-done = (erledigt)
booking-place-lead = Wählen Sie, was Sie brauchen und wo.
booking-none = Noch keine Termine
booking-none-text = Die Ämter bieten noch keine Termine im Netz an. Rufen Sie an oder kommen Sie zu den Öffnungszeiten.
booking-minutes = { $n ->
    [one] 1 Minute
   *[other] { $n } Minuten
}
booking-times = { $n ->
    [one] 1 Uhrzeit
   *[other] { $n } Uhrzeiten
}
booking-to-time = Tag und Uhrzeit wählen
booking-to-details = Weiter zu den Einzelheiten
booking-to-applicant = Weiter zum Antragsteller
booking-to-summary = Weiter zur Übersicht
booking-back = Zurück
booking-send = Termin buchen
booking-aside = Ihr Termin
booking-draft = Ihr Entwurf
booking-draft-kept = Gespeichert um { $time }. Unter dieser Adresse finden Sie ihn bis { $until }.
booking-you-book = Sie buchen
booking-choose-day = Tag wählen
booking-days = Tage
booking-days-later = Spätere Tage
booking-another-day = Ein anderer Tag
booking-show-day = Anzeigen
booking-hours-of = Freie Uhrzeiten, { $day }
booking-day-full = An diesem Tag ist nichts frei. Wählen Sie einen anderen Tag.
booking-day-shut = An diesem Tag ist der Schalter geschlossen: { $why }.
booking-full = Zurzeit ist alles belegt. Versuchen Sie es morgen wieder: Absagen machen Plätze frei.
booking-day-time = { $day }, { $time } Uhr
booking-motive = Anlass
booking-motive-help = In wenigen Worten.
booking-details = Einzelheiten
booking-details-help = Was soll das Amt wissen? Schreiben Sie bitte nichts über Ihre Gesundheit.
booking-applicant-help = Sie brauchen kein Konto. Ihren Namen liest nur das Amt.
booking-first = Vorname
booking-last = Nachname
booking-email-help = Dorthin gehen die Bestätigung und die Erinnerung am Tag davor.
booking-taken-title = Diese Uhrzeit ist nicht mehr frei
booking-taken-text = Jemand war schneller: { $when }. Was Sie geschrieben haben, ist noch da. Wählen Sie eine andere Uhrzeit.
booking-next-times = Die nächsten freien Uhrzeiten
booking-other-times = Alle Uhrzeiten ansehen
booking-look-again = Prüfen und buchen
booking-bring = Was Sie mitbringen
booking-privacy = Wir nutzen diese Daten nur für den Termin. Neunzig Tage danach entfernen wir Name und Kontakte.
booking-confirmed-title = Termin bestätigt
booking-cancelled-title = Termin abgesagt
booking-over-title = Ihr Termin
booking-number = Nummer
booking-state = Stand
booking-state-booked = gebucht
booking-state-arrived = wartet
booking-state-called = aufgerufen
booking-state-served = bedient
booking-state-absent = nicht gekommen
booking-state-cancelled = abgesagt
booking-todo = Was Sie tun können
booking-call-title = So rufen wir Sie auf
booking-room-link = Sehen, wer gerade dran ist
booking-ics = In Ihren Kalender aufnehmen
booking-ics-remove = Aus Ihrem Kalender nehmen
booking-ics-text = Nummer { $number }. Mitbringen: { $bring }. Verschieben oder absagen: { $link }
booking-move = Verschieben
booking-move-title = Termin verschieben
booking-move-now = Jetzt ist er { $when }.
booking-move-send = Hierher verschieben
booking-cancel = Termin absagen
booking-cancel-short = Absagen
booking-cancel-title = Termin absagen?
booking-cancel-text = Der Platz geht an jemand anderen. Sie können jederzeit neu buchen.
booking-cancel-send = Ja, absagen
booking-keep = Nein, so lassen
booking-again = Neu buchen
booking-link-help = Wer diese Adresse hat, sieht und ändert den Termin: Behalten Sie sie für sich.
booking-shut = An dem Tag ist der Schalter geschlossen: { $why }. Verschieben Sie den Termin bitte.
toast-booked = Termin gebucht.
toast-booking-moved = Termin verschoben.
toast-booking-cancelled = Termin abgesagt.
toast-booking-called = Nummer aufgerufen.
toast-booking-nobody = Niemand wartet.
error-booking-thing = Wählen Sie, was Sie brauchen.
error-booking-time = Wählen Sie eine Uhrzeit.
error-booking-taken = Diese Uhrzeit ist nicht mehr frei. Wählen Sie eine andere.
error-booking-motive = Schreiben Sie den Anlass in wenigen Worten.
error-booking-details = Schreiben Sie einige Einzelheiten: Das hilft dem Amt.
error-booking-first = Schreiben Sie den Vornamen.
error-booking-last = Schreiben Sie den Nachnamen.
error-booking-many = Mit dieser Adresse gibt es schon viele Termine. Sagen Sie einen ab, oder rufen Sie das Amt an.
error-booking-over = Dieser Termin lässt sich nicht mehr ändern.
error-booking-state = Inzwischen hat jemand anderes etwas vermerkt. Laden Sie die Seite neu.
error-booking-name = Schreiben Sie einen Namen.
error-booking-address = Schreiben Sie die Adresse.
error-booking-title = Schreiben Sie, was man buchen kann.
error-booking-hours = Schreiben Sie die Zeiten von mindestens einem Tag.
error-between = Schreiben Sie eine Zahl von { $least } bis { $most }.
error-place-taken = Einen Ort mit diesem Namen gibt es schon.
error-thing-taken = Einen Eintrag mit diesem Namen gibt es schon.

# Das Wartezimmer
room-now = Jetzt ist dran
room-counter = Schalter { $counter }
room-at = aufgerufen um { $time }
room-nobody = Gleich geht es los
room-before = Vorher aufgerufen
room-help = Die Nummern stehen in der Bestätigung. Die Seite erneuert sich von selbst; ohne Skript laden Sie sie neu.

# Im Sekretariat
office-bookings = Termine
booking-enter = Neuer Termin
booking-enter-lead = Für jemanden am Schalter oder am Telefon.
booking-channel = Wie er hereinkommt
booking-counter-email-help = Ohne E-Mail gibt es keine Bestätigung und keine Erinnerung.
booking-day-filter = Tag wählen
booking-place = Ort
booking-any-place = Alle Orte
booking-my-counter = Mein Schalter
booking-day-before = Tag davor
booking-day-after = Tag danach
booking-day-shut-at = { $place } ist geschlossen: { $why }. Wer gebucht hat, weiß es.
booking-call-next = Nächsten aufrufen
booking-waiting = { $n ->
    [0] niemand wartet
    [one] eine Person wartet
   *[other] { $n } Personen warten
}
booking-room-open = Wartezimmer öffnen
booking-day-empty = Keine Termine
booking-day-empty-text = An diesem Tag ist niemand gebucht.
booking-hour = Uhrzeit
booking-who = Wer
booking-thing = Was
booking-mark-arrived = Ist da
booking-mark-call = Aufrufen
booking-mark-served = Bedient
booking-mark-absent = Nicht gekommen
booking-mark-undo = Wieder gebucht
booking-print = Tag drucken

# In der Verwaltung
admin-bookings = Termine
admin-bookings-lead = Wo man bucht, was, wie lange und zu welchen Zeiten. Feiertage und Schließungen kommen aus dem Kalender.
admin-bookings-empty = Noch kein Ort
admin-bookings-empty-text = Fügen Sie den ersten Ort hinzu, dann, was man dort tun kann.
booking-place-new = Neuer Ort
booking-thing-new = Neuer Eintrag
booking-office = Amt
booking-place-name-help = Zum Beispiel „Schalter Meldeamt“.
booking-directions = Wie man hinkommt
booking-directions-help = Stock, Eingang, Rampe: zum Beispiel „Erdgeschoss, Eingang ohne Stufen“.
booking-bring-help = Es steht in der Bestätigung und in der Erinnerung.
booking-thing-title = Was man bucht
booking-thing-minutes = Minuten je Person
booking-thing-capacity = Personen zur selben Zeit
booking-thing-capacity-help = Wie viele Schalter nebeneinander arbeiten.
booking-thing-lead = Stunden Vorlauf
booking-thing-furthest = Tage im Voraus
booking-thing-week = Buchbare Zeiten
booking-thing-link = Link für die Karte der Leistung:
booking-close = Neue Buchungen schließen
booking-close-text = Wer gebucht hat, bleibt gebucht. Es lässt sich jederzeit wieder öffnen.
booking-is-closed = Buchungen sind geschlossen
booking-reopen = Buchungen wieder öffnen

# E-Mails
mail-booked-subject = Termin bestätigt: { $when }
mail-booked-text =
    Guten Tag { $name },

    Ihr Termin ist bestätigt.

    Was: { $thing }
    Wann: { $when }
    Wo: { $place }
    Was Sie mitbringen: { $bring }
    Nummer: { $number }. Im Wartezimmer rufen wir { $call } auf.

    Ansehen, verschieben oder absagen unter dieser Adresse:
    { $link }

    Gemeinde { $town }
mail-booking-moved-subject = Termin verschoben: { $when }
mail-booking-moved-text =
    Guten Tag { $name },

    Ihr Termin { $number } hat eine neue Uhrzeit.

    Was: { $thing }
    Wann: { $when }
    Wo: { $place }
    Was Sie mitbringen: { $bring }
    Im Wartezimmer rufen wir { $call } auf.

    Ansehen, verschieben oder absagen unter dieser Adresse:
    { $link }

    Gemeinde { $town }
mail-booking-cancelled-subject = Termin abgesagt: { $when }
mail-booking-cancelled-text =
    Guten Tag { $name },

    Ihr Termin { $number } ist abgesagt: { $thing }, { $when }, { $place }.

    Neu buchen:
    { $link }

    Gemeinde { $town }
mail-booking-tomorrow-subject = Morgen: { $thing }
mail-booking-tomorrow-text =
    Guten Tag { $name },

    wir erinnern Sie an Ihren Termin morgen.

    Was: { $thing }
    Wann: { $when }
    Wo: { $place }
    Was Sie mitbringen: { $bring }
    Nummer: { $number }. Im Wartezimmer rufen wir { $call } auf.

    Können Sie nicht kommen? Verschieben oder sagen Sie hier ab, dann bekommt jemand anderes den Platz:
    { $link }

    Gemeinde { $town }
mail-booking-shut-subject = Bitte verschieben: Termin am { $when }
mail-booking-shut-text =
    Guten Tag { $name },

    am Tag Ihres Termins ist der Schalter geschlossen. Das tut uns leid.

    Was: { $thing }
    Wann: { $when }
    Wo: { $place }
    Nummer: { $number } ({ $call })

    Wählen Sie hier einen anderen Tag. Alles andere bleibt, wie es ist:
    { $link }

    Gemeinde { $town }

# Das Verzeichnis der Verarbeitungen
processing-bookings-title = Termine
processing-bookings-purpose = Menschen an den Schaltern zur gebuchten Zeit empfangen.
processing-bookings-basis = DSGVO Art. 6 Abs. 1 Buchst. e (Aufgabe im öffentlichen Interesse).
processing-bookings-data = Name, E-Mail, am Schalter genanntes Telefon, Anlass, Einzelheiten, Uhrzeit, wie es ausging. Entwürfe sind verschlüsselt.
processing-bookings-people = Wer einen Termin bucht, mit oder ohne Konto.
processing-bookings-kept = Name, Kontakte und Texte: neunzig Tage nach dem Termin. Entwürfe: sieben Tage. Nummer, Uhrzeit und Ausgang bleiben, ohne Namen.
