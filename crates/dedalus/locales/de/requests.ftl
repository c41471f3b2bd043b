# Meldungen und Anfragen.
requests-title = Meldungen
requests-lead = Schlaglöcher, dunkle Laternen, Müll: was nicht stimmt und wie weit es ist.
request-new = Ein Problem melden
requests-received = Eingegangen
requests-solved = Gelöst
requests-year = in den letzten 12 Monaten
requests-median = Zeit bis zur Antwort
requests-median-days = { $n ->
    [one] ein Tag
   *[other] { $n } Tage
}
requests-median-text = jede zweite brauchte weniger
requests-filter = Meldungen filtern
requests-words = Wörter, Ort oder Nummer
requests-any = Alle Kategorien
requests-any-state = Alle
requests-any-kind = Alle Arten
requests-any-period = Jederzeit
requests-period = Zeitraum
request-period-month = Letzte 30 Tage
request-period-quarter = Letzte 90 Tage
request-period-year = Letzte 12 Monate
requests-empty = Hier gibt es keine Meldung
requests-empty-text = Wenn etwas nicht stimmt, sagen Sie es als Erste.
requests-views = Ansicht
requests-as-list = Liste
requests-as-map = Karte
requests-map = Karte der Meldungen
requests-map-count = Meldungen in diesem Teil der Karte: %n
requests-map-some = %n Meldungen nah beieinander
requests-map-to-list = Die %n Meldungen an diesem Punkt ansehen
requests-map-failed = Die Meldungen kommen nicht an. Verschieben Sie die Karte, um es noch einmal zu versuchen, oder lesen Sie die Liste.
requests-map-script = Für die Meldungen auf der Karte braucht es JavaScript. Dieselben Meldungen stehen unten in der Liste.
requests-zone = Nur die an einem Punkt der Karte.
requests-zone-off = Alle zeigen
requests-all = Alle Meldungen
requests-mine = Meine Anfragen
requests-mine-empty = Sie haben noch nichts gefragt
requests-mine-empty-text = Hier finden Sie Ihre Meldungen und Fragen mit den Antworten.
requests-my-offices = Alle meine Ämter
requests-of-me = Bei mir
requests-quick = Schnellfilter
request-kind-report = Meldung
request-kind-question = Frage
request-kind-complaint = Beschwerde
request-kind-suggestion = Vorschlag
request-kind-praise = Lob
request-kind-access = Akteneinsicht
request-lead-report = Ein Problem melden
request-lead-question = Einem Amt eine Frage stellen
request-lead-complaint = Eine Beschwerde schreiben
request-lead-suggestion = Eine Verbesserung vorschlagen
request-lead-praise = Einem Amt danken
request-lead-access = Ein Dokument einsehen
request-kinds-title = An die Gemeinde schreiben
request-kinds-lead = Wählen Sie, worum es geht. Sie erhalten sofort eine Nummer und rechtzeitig eine Antwort.
request-other-kinds = Geht es um etwas anderes?
request-other-kinds-link = Fragen, Beschwerden, Vorschläge, Lob, Akteneinsicht
request-step-1 = Schritt 1 von 3: Ihre Daten
request-step-1-done = 1. Ihre Daten
request-step-2 = Schritt 2 von 3: worum es geht
request-step-2-done = 2. Worum es geht
request-step-2-later = 2. Worum es geht
request-step-3 = Schritt 3 von 3: prüfen und senden
request-step-3-later = 3. Prüfen und senden
request-step-is-done = (erledigt)
request-privacy-text = Die Gemeinde { $town } nutzt Ihren Namen und Ihre Kontaktdaten nur für die Antwort. Öffentlich sind sie nicht zu sehen.
request-privacy-link = Datenschutzerklärung lesen
request-privacy-check = Ich habe die Datenschutzerklärung gelesen und verstanden
request-go-on = Weiter
request-help = Hilfe
request-then = Wie es weitergeht
request-then-1 = Sie erhalten eine Nummer und eine Bestätigung.
request-then-2 = Die Anfrage geht an das richtige Amt.
request-then-3 = Wir antworten fristgerecht, meist innerhalb von 30 Tagen.
request-then-office = Die Anfrage geht an: { $office }.
request-then-days = { $n ->
    [one] Wir antworten innerhalb eines Tages.
   *[other] Wir antworten innerhalb von { $n } Tagen.
}
request-no-account = Kein Konto nötig
request-no-account-text = Sie bestätigen mit einem Klick in unserer E-Mail. Mit einem Konto geht es schneller: melden Sie sich vorher an.
request-photos = Fotos
request-photos-help = Nicht nötig, aber hilfreich. Bis zu 5. Wir entfernen den Ort und andere versteckte Daten.
request-photo = Foto
request-photo-preview = Ihr Foto
request-photo-alt = Was ist zu sehen?
request-photo-remove = Foto entfernen
request-photo-choose = Foto aufnehmen oder auswählen
request-place = Ort
request-category = Art des Problems
request-category-label = Was stimmt nicht?
request-category-help = Wählen Sie, was am besten passt.
request-no-categories = Das Amt hat die Problemarten noch nicht angelegt. Rufen Sie das Bürgeramt an oder schreiben Sie ihm.
request-choose = Bitte wählen
request-refresh = Fragen und ähnliche Meldungen zeigen
request-private-category = Diese Art lesen nur Sie und das Amt
request-private-kind = Das lesen nur Sie und das Amt
request-private-wish = Nur das Amt und ich sollen es lesen
request-private-wish-help = Sonst sind Text und Fotos öffentlich. Ihr Name nicht.
request-similar = Wurde es schon gemeldet?
request-similar-text = Wenn es dasselbe Problem ist, schließen Sie sich an: Sie erhalten dieselben Nachrichten und eine eigene Bestätigung.
request-similar-metres = { $n ->
    [one] ein Meter entfernt
   *[other] { $n } Meter entfernt
}
request-similar-same = Gleiche Art
request-similar-words = gemeinsame Wörter: { $words }
request-same = Es ist dasselbe Problem
request-office-label = An welches Amt?
request-office-help = Wenn Sie es nicht wissen, wählen Sie das Bürgeramt: es findet, wer antworten muss.
request-what = Worum es geht
request-title-label = Titel
request-title-help = Wenige Wörter, zum Beispiel „Laterne in der Via Garibaldi dunkel“.
request-body-label = Einzelheiten
request-body-help = Seit wann? Immer oder nur manchmal? Bitte keine Namen oder Kennzeichen.
request-author = Wie wir Ihnen antworten
request-author-help = Kein Konto nötig. Ihr Name ist öffentlich nicht zu sehen.
request-author-known = Sie schreiben als { $name }. Ihr Name ist öffentlich nicht zu sehen.
request-show-name = Meinen Namen allen zeigen
request-show-name-help = Nur wenn Sie es wünschen.
request-name = Vor- und Nachname
request-email = E-Mail
request-phone = Telefon
request-save-draft = Entwurf speichern
request-to-summary = Zur Zusammenfassung
request-draft = Ihr Entwurf
request-draft-saved = Gespeichert { $when }.
request-draft-kept = Er bleibt sieben Tage unter dieser Adresse, die nur Sie kennen.
request-draft-mail = Per E-Mail schicken
request-draft-send = Link schicken
request-summary = Zusammenfassung
request-audience-public = Öffentlich: alle lesen es
request-audience-private = Nur wer schrieb und das Amt lesen es
request-will-confirm = Nach dem Senden schreiben wir an { $email }: Sie bestätigen mit einem Klick und erhalten die Nummer.
request-back = Zurück zum Ändern
request-send = Senden
request-form-send = Senden
request-form-add = Hinzufügen
request-sent = Es fehlt nur die Bestätigung
request-sent-text = Wir haben an { $email } geschrieben. Öffnen Sie die E-Mail und bestätigen Sie mit einem Klick: dann ist die Anfrage eingegangen.
request-sent-help = Nichts da? Sehen Sie im Spam-Ordner nach oder lassen Sie sie neu senden.
request-send-again = E-Mail noch einmal senden
request-confirm = Bestätigen Sie Ihre Anfrage?
request-confirm-text = Wir antworten an { $email }. Nach dem Klick erhalten Sie Nummer und Bestätigung.
request-confirm-button = Ja, sie ist von mir: senden
receipt-title = Bestätigung
receipt-lead = Ihre Anfrage ist eingegangen. Bewahren Sie diese Nummer für jeden Kontakt auf.
receipt-lead-same = Sie haben sich der Meldung { $number } angeschlossen. Sie erhalten dieselben Nachrichten.
receipt-number = Nummer
receipt-at = Eingegangen am
receipt-what = Anfrage
receipt-keep = Mit dieser Adresse verfolgen Sie die Anfrage auch ohne Konto. Geben Sie sie nicht weiter.
receipt-next = Und jetzt
receipt-next-text = Das Amt liest sie und schreibt Ihnen bei jedem Schritt.
receipt-story = Ihre Anfrage verfolgen
receipt-open = Anfrage öffnen
receipt-print = Drucken Sie diese Seite, um sie auf Papier zu haben.
receipt-show = Bestätigung öffnen
request-by = von { $name }
request-by-nobody = der Name wird nicht gezeigt
request-where-it-stands = Stand
request-turn = Jetzt am Zug
request-turn-you = Sie: beantworten Sie die Frage des Amtes
request-turn-citizen = wer gemeldet hat
request-turn-nobody = niemand, sie ist geschlossen
request-officer = { $name } kümmert sich darum
request-nobody-yet = noch niemand
request-term = Frist
request-until = bis { $day }
request-term-days = { $n ->
    [one] ein Tag
   *[other] { $n } Tage
}
request-answered-on = Beantwortet am { $day }.
request-official-answer = Offizielle Antwort
request-answer = Antwort
request-story = Der Verlauf
request-next = Nächster Schritt
request-aside = Bestätigung und Ort
request-only-you = nur Sie sehen das
request-same-as = Hiermit vereinte Meldungen
request-private = vertraulich
request-hidden = verborgen
request-step-received = Eingegangen
request-step-handed-over = An ein anderes Amt gegeben
request-step-shown = Leserkreis geändert
request-step-merged = Mit gleicher Meldung vereint
request-step-split = Wieder eigenständig
request-step-reopened = Wieder offen: es geht noch nicht
request-step-noted = Interne Notiz
request-stage-open = Offen
request-stage-waiting = Wartend
request-stage-closed = Geschlossen
request-status-received = Eingegangen
request-status-confirmed = Bestätigt
request-status-taken = In Bearbeitung
request-status-asked = Wartet auf Rückmeldung
request-status-planned = Arbeit geplant
request-status-working = Arbeit läuft
request-status-forwarded = Weitergegeben
request-status-solved = Gelöst
request-status-answered = Beantwortet
request-status-not-ours = Nicht zuständig
request-status-no-action = Keine Maßnahme
request-status-duplicate = Bereits gemeldet
request-status-withdrawn = Zurückgezogen
request-late = Überfällig
request-soon = bald fällig
request-in-time = in der Frist
request-column-number = Nummer
request-column-kind = Art der Anfrage
request-column-category = Kategorie
request-column-title = Anfrage
request-column-place = Ort
request-column-status = Stand
request-column-office = Amt
request-column-officer = Wer sich kümmert
request-column-received = Eingegangen
request-column-due = Fällig
request-column-closed = Geschlossen
request-follow-title = Interessiert?
request-follow = Dieser Meldung folgen
request-unfollow = Nicht mehr folgen
request-follow-text = Eine E-Mail bei jedem Schritt.
request-followers = { $n ->
    [one] Eine Person folgt ihr.
   *[other] { $n } folgen ihr.
}
request-letters-stop = Nicht mehr dazu schreiben
request-letters-start = Bei jedem Schritt schreiben
request-comments = Kommentare
request-comments-none = Noch kein Kommentar.
request-comment = Etwas hinzufügen
request-comment-help = Eine weitere Einzelheit, etwas Neues. Bitte keine Namen oder Kennzeichen.
request-reply = Dem Amt antworten
request-reply-help = Sobald Sie antworten, macht das Amt weiter.
request-comment-author = Wer gemeldet hat
request-comment-same = Jemand mit demselben Problem
request-rate = Wie war es?
request-rate-text = Sie antworten einmal. Die Stimmen sind als Zahlen öffentlich, nie mit Ihrem Namen.
request-rate-why = Warum?
request-rate-send = Absenden
request-rated = Ihre Antwort:
rating-good = Gut
rating-fair = Mittel
rating-bad = Schlecht
request-really = Ist es wirklich gelöst?
request-really-text = Vier Wochen sind vergangen. Bei Nein wird die Meldung mit derselben Nummer wieder geöffnet.
request-really-yes = Ja, es geht
request-really-no = Nein, nicht gelöst
request-really-what = Was stimmt noch nicht?
request-withdraw = Anfrage zurückziehen
request-withdraw-title = Anfrage zurückziehen?
request-withdraw-text = Das Amt arbeitet nicht weiter daran. Die Nummer bleibt, öffnen lässt sie sich nicht mehr.
request-abuse = Missbrauch melden
request-abuse-why = Was stimmt mit dieser Meldung nicht?
request-abuse-help = Zum Beispiel Beleidigungen, Namen, Fotos von Fremden. Das Amt sieht es sich an.
office-requests = Anfragen
inbox-empty = Keine Anfragen
inbox-empty-text = Wenn jemand an Ihr Amt schreibt, erscheint die Anfrage hier.
work-take = Übernehmen
work-reopen = Wieder öffnen und übernehmen
work-move = Der nächste Schritt
work-move-to = Neuer Stand
work-words = Was Sie der Person schreiben
work-words-help = Nötig zum Fragen, Antworten, Schließen oder Weitergeben. Eine Antwort steht auf der Seite hervorgehoben.
work-move-send = Speichern und benachrichtigen
work-say = Kommentar oder Notiz schreiben
work-say-words = Text
work-readers = Wer es liest
work-readers-office = Nur das Amt
work-readers-citizen = Die Person, und alle, wenn die Anfrage öffentlich ist
work-inside = Nur das Amt
work-hand-over = An ein anderes Amt geben
work-to-office = An welches Amt
work-reason-public = Warum (liest auch die Person)
work-reason = Warum (bleibt im Amt)
work-visibility = Leserkreis ändern
work-visible-all = Alle
work-visible-private = Nur wer schrieb und das Amt
work-visible-hidden = Verborgen, weil sie gegen Regeln verstößt
work-merge = Mit gleicher Meldung vereinen
work-merge-number = Nummer der Meldung, die bleibt
work-merge-help = Eine Antwort erreicht alle. Sie lassen sich wieder trennen.
work-split = Trennen: es ist nicht dieselbe
work-author = Wer schrieb
work-joined = Dasselbe Problem
work-abuses = Jemand sagt, sie verstößt gegen Regeln
work-abuses-done = Gesehen
work-comment-hide = Kommentar verbergen
work-comment-show = Kommentar wieder zeigen
counter-title = Neue Anfrage am Schalter
counter-lead = Für Anrufende und Besuchende: Sie schreiben, antworten wenn möglich sofort und geben die Bestätigung aus.
counter-who = Wer fragt
counter-channel = Wie sie kommt
counter-find = Name, Spitzname oder E-Mail
counter-find-help = Mit Konto finden Sie die Person; sonst genügt der Name.
counter-found = Wer ist es?
counter-new-person = Niemand davon: eine Person ohne Konto
counter-new-fields = Name und E-Mail ohne Konto
counter-name-help = Leer gilt, was oben steht.
counter-category-help = Nur für eine Meldung.
counter-office-help = Für alles andere.
counter-place-help = Für eine Meldung nötig.
counter-answer = Sofort antworten
counter-answer-label = Antwort
counter-answer-help = Mit einer Antwort ist die Anfrage beim ersten Kontakt erledigt.
counter-save = Erfassen und Bestätigung drucken
counter-next = Noch eine Anfrage
admin-requests = Problemarten
admin-requests-lead = An welches Amt jede Art geht, in wie vielen Tagen geantwortet wird, was zusätzlich gefragt wird.
categories-empty = Noch keine Arten
categories-empty-text = Beginnen Sie mit den elf des nationalen Modells.
categories-national = Die elf des nationalen Modells hinzufügen
category-new = Neue Problemart
category-reads = Wer es liest
category-closed = nicht wählbar
category-name-it = Name auf Italienisch
category-name-en = Name auf Englisch
category-name-de = Name auf Deutsch
category-days = Tage bis zur Antwort
category-days-help = Gesetzlich 30 Tage, wenn keine Regel anderes sagt (L. 241/1990, Art. 2).
category-radius = Meter für Doppelte
category-radius-help = Innerhalb dieser Entfernung können zwei Meldungen dieselbe sein.
category-hint = Ein Hinweis für Schreibende
category-hint-help = Er erscheint unter der gewählten Art.
category-private = Nur wer schreibt und das Amt lesen
category-comments = Auch andere dürfen kommentieren
category-open = Wählbar
category-questions = Zusätzliche Fragen
category-questions-help = Bis zu fünf. Eine Antwort kann das Formular anhalten und sagen, wen man anruft.
category-question = Frage
category-question-words = Was gefragt wird
category-question-shape = Wie geantwortet wird
category-question-required = Pflicht
category-question-choices = Auswahl, eine je Zeile
category-question-stop = Auswahl, die das Formular anhält
category-question-stop-words = Was dann gesagt wird
question-text = Text
question-number = Zahl
question-date = Datum
question-one = eine Auswahl
question-many = mehrere
toast-request-draft = Entwurf gespeichert.
toast-request-mailed = Wir haben Ihnen den Link zum Entwurf geschickt.
toast-request-sent = Eingegangen. Danke: jetzt sind wir am Zug.
toast-request-said = Nachricht gesendet.
toast-request-followed = Wir schreiben Ihnen bei jedem Schritt.
toast-request-unfollowed = Wir schreiben Ihnen dazu nicht mehr.
toast-request-rated = Danke, Ihre Stimme zählt.
toast-request-works = Danke, schön, dass es funktioniert.
toast-request-reopened = Die Meldung ist wieder offen, mit derselben Nummer.
toast-request-withdrawn = Anfrage zurückgezogen.
toast-request-abuse = Danke. Das Amt sieht es sich an.
toast-request-entered = Erfasst. Hier ist die Bestätigung.
error-request-privacy = Bestätigen Sie, dass Sie die Erklärung gelesen haben.
error-request-category = Wählen Sie, was nicht stimmt.
error-request-office = Wählen Sie ein Amt.
error-request-title = Schreiben Sie einen kurzen Titel mit 4 bis 80 Zeichen.
error-request-body = Beschreiben Sie, worum es geht, mit höchstens 2000 Zeichen.
error-request-name = Schreiben Sie Vor- und Nachnamen.
error-request-answer = Beantworten Sie diese Frage.
error-request-answer-long = Die Antwort ist zu lang.
error-request-answer-kind = Die Antwort hat nicht die richtige Form.
error-request-stop = Nutzen Sie dieses Formular nicht: lesen Sie, was zu tun ist.
error-request-photos = Höchstens { $max } Fotos.
error-request-move = Jemand hat den Stand schon geändert, oder dieser Schritt geht nicht. Laden Sie neu.
error-request-words = Schreiben Sie warum.
error-request-choose = Wählen Sie etwas aus.
error-request-long = Der Text ist zu lang.
error-request-comment = Schreiben Sie etwas, mit höchstens 2000 Zeichen.
error-request-rating = Wählen Sie eines der drei Gesichter.
error-request-works = Wählen Sie ja oder nein.
error-request-rated = Sie haben schon abgestimmt.
error-request-open = Abgestimmt wird, wenn die Anfrage geschlossen ist.
error-request-not-asked = Jetzt gibt es nichts zu bestätigen.
error-request-abuse = Schreiben Sie kurz, was nicht stimmt.
error-request-merge = Diese beiden Anfragen lassen sich nicht vereinen.
error-request-merge-private = Jene ist vertraulich: vereinen Sie sie mit dieser.
error-request-number = Es gibt keine Anfrage mit dieser Nummer.
error-request-other-office = Diese Anfrage geht an ein anderes Amt, das antworten wird.
error-category-name = Schreiben Sie einen Namen mit 2 bis 80 Zeichen.
error-category-days = Tage von 1 bis 365.
error-category-radius = Meter von 0 bis 5000.
error-category-choices = Schreiben Sie mindestens zwei Möglichkeiten, eine je Zeile.
error-category-stop = Schreiben Sie eine der Möglichkeiten und was dann gesagt wird.
error-category-taken = Es gibt schon eine Art mit diesem Namen.
error-category-office = Legen Sie zuerst ein Amt an.
act-request-moved = Stand einer Anfrage geändert
act-request-handed-over = Anfrage an ein anderes Amt gegeben
act-request-shown = Leserkreis einer Anfrage geändert
act-request-noted = Notiz zu einer Anfrage
act-request-read = vertrauliche Anfrage gelesen
act-request-entered = Anfrage am Schalter erfasst
act-request-merged = Anfragen vereint
act-request-split = Anfragen getrennt
act-request-commented = Kommentar des Amtes zu einer Anfrage
act-request-comment-shown = Kommentar verborgen oder gezeigt
act-request-abuse-settled = Missbrauchsmeldung geprüft
act-category-changed = Problemart geändert
act-category-made = Problemart angelegt
act-category-national = nationale Arten hinzugefügt
kept-request = Bleibt: es ist ein Akt des Amtes (D.P.R. 445/2000, d.lgs. 42/2004). Nach dem Ende steht dort eine Nummer ohne Namen.
processing-requests-title = Anfragen
processing-requests-purpose = Meldungen und Anfragen annehmen, beantworten, den Stand mitteilen.
processing-requests-basis = DSGVO Art. 6 Abs. 1 c und e (L. 241/1990, L. 150/2000).
processing-requests-data = Name und Kontakt, Text, Ort, Fotos, Antworten, Verlauf, Bewertung.
processing-requests-people = Wer an die Gemeinde schreibt, mit oder ohne Konto.
processing-requests-kept = Unbefristet, als Akten; Name und Kontakt verschwinden mit dem Konto. Entwürfe werden nach sieben Tagen gelöscht.
mail-request-confirm-subject = Bestätigen Sie Ihre Anfrage
mail-request-confirm-text =
    Guten Tag { $name },

    Sie haben an die Gemeinde { $town } geschrieben: { $title }

    Zum Absenden öffnen Sie diese Seite und drücken Sie den Knopf. Dann erhalten Sie die Nummer.

    { $link }

    Der Link gilt sieben Tage. Wenn Sie es nicht waren, tun Sie nichts.
mail-request-draft-subject = Ihr Entwurf
mail-request-draft-text =
    Guten Tag { $name },

    hier setzen Sie Ihre begonnene Anfrage fort:

    { $link }

    Sie bleibt sieben Tage. Wer diesen Link hat, kann sie lesen: geben Sie ihn nicht weiter.
mail-request-received-subject = { $number }: Ihre Anfrage ist eingegangen
mail-request-received-text =
    Guten Tag { $name },

    Ihre Anfrage hat die Nummer { $number }.

    { $title }
    Ort: { $place }

    { $body }

    Zuständig: { $office }
    Wir antworten bis { $due } ({ $days } Tage).

    Hier verfolgen Sie sie, auch ohne Konto:
    { $link }
mail-request-moved-subject = { $number }: { $state }
mail-request-moved-text =
    Guten Tag { $name },

    es gibt Neues zu { $number }, { $title }.

    Jetzt: { $state }
    { $words }

    { $office }

    { $link }
mail-request-handed-over-subject = { $number }: ein anderes Amt übernimmt
mail-request-handed-over-text =
    Guten Tag { $name },

    { $number }, { $title }, geht an: { $office }.

    { $words }

    { $link }
mail-request-asked-subject = { $number }: das Amt hat eine Frage
mail-request-asked-text =
    Guten Tag { $name },

    um mit { $number }, { $title }, weiterzukommen, fragt das Amt:

    { $words }

    Antworten Sie hier, auch ohne Konto:
    { $link }

    { $office }
mail-request-answered-subject = { $number }: hier ist die Antwort
mail-request-answered-text =
    Guten Tag { $name },

    { $number }, { $title }: { $state }.

    { $words }

    { $office }

    Wie war es? Sagen Sie es uns hier, einmal:
    { $link }
mail-request-commented-subject = { $number }: ein neuer Kommentar
mail-request-commented-text =
    Guten Tag { $name },

    es gibt einen Kommentar zu { $number }, { $title }:

    { $words }

    { $link }
mail-request-works-subject = { $number }: ist es wirklich gelöst?
mail-request-works-text =
    Guten Tag { $name },

    vor vier Wochen haben wir { $number }, { $title }, geschlossen.

    Funktioniert es noch? Bei Nein wird sie wieder geöffnet:
    { $link }
error-request-shared = Auch andere warten auf diese Anfrage: Sie lässt sich nicht zurückziehen. Sie können die Briefe beenden.
error-request-adopted = Dieser Beleg gehört zu einem anderen Konto.
toast-request-adopted = Die Anfrage ist jetzt bei Ihren.
request-adopt = Zu Ihren hinzufügen
request-adopt-text = Sie haben sie ohne Konto gesendet: Sie können sie bei den anderen behalten.
error-request-photos-later = Zu viele Fotos in kurzer Zeit aus diesem Netz. Ihr Text ist sicher: Versuchen Sie es in einigen Minuten erneut.
error-request-other-window = In einem anderen Fenster hatten Sie geschrieben: „{ $text }“. Jetzt steht hier, was Sie von hier gesendet haben: Prüfen Sie es und fahren Sie fort.
