# Der Rahmen jeder Seite
site-description = Das Bürgernetz von { $town }: was die Gemeinde mitteilt, worüber man im Ort spricht, welche Ämter geöffnet sind.
site-motto = Der Platz und die Ämter der Gemeinde im Netz
skip-content = Zum Inhalt springen
skip-footer = Zum Seitenende springen
nav-square = Auf dem Platz
nav-offices = Verwaltung
nav-news = Neuigkeiten
nav-voices = Stimmen
nav-sections = Bereiche
nav-menu = Menü
nav-search = Suchen
nav-search-site = Die Website durchsuchen
nav-sign-in = Anmelden
nav-sign-out = Abmelden
nav-account = Mein Konto
nav-my-menu = : mein Menü
nav-new-post = Auf dem Platz schreiben
nav-administration = Systemverwaltung
nav-breadcrumb = Sie sind hier
footer-contacts = Kontakt
footer-faq = Häufige Fragen lesen
footer-booking = Termin vereinbaren
footer-report = Problem melden
footer-offices = Ämter und Öffnungszeiten
footer-rules = Regeln
footer-privacy = Datenschutzerklärung
footer-accessibility = Erklärung zur Barrierefreiheit
footer-legal = Rechtliche Hinweise
footer-house-rules = Regeln auf dem Platz
footer-follow = Folgen Sie uns, wo Sie möchten
footer-news = Alle Neuigkeiten
footer-voices = Die Stimmen der Gemeinde
footer-program = Die Software
footer-program-text = Dieser Platz läuft mit Dedalus, einer freien Software.
footer-program-link = Was das bedeutet

# Formulare
form-faults = { $n ->
    [one] Eine Angabe stimmt noch nicht
   *[other] { $n } Angaben stimmen noch nicht
}
form-required = (Pflichtfeld)
form-optional = (freiwillig)
form-count = Noch %n Zeichen
form-show = Anzeigen
form-hide = Verbergen
form-save = Speichern
form-filter = Filtern
form-cancel = Abbrechen
pages-nav = Seiten der Liste
pages-older = Ältere
pages-newer = Zurück zum Anfang
error-form-large = Das Formular hat zu viele Felder. Laden Sie die Seite neu und versuchen Sie es noch einmal.
error-form-broken = Der Text ist beschädigt angekommen. Wir haben ihn nicht gespeichert. Gehen Sie zurück und versuchen Sie es noch einmal.

# Wie klar die Seite ist
clarity-region = Ihre Meinung zu dieser Seite
clarity-question = Wie klar sind die Informationen auf dieser Seite?
clarity-star-1 = 1 von 5 Sternen
clarity-star-2 = 2 von 5 Sternen
clarity-star-3 = 3 von 5 Sternen
clarity-star-4 = 4 von 5 Sternen
clarity-star-5 = 5 von 5 Sternen
clarity-positive = Was hat Ihnen am besten gefallen?
clarity-pos-1 = Die Hinweise waren klar
clarity-pos-2 = Die Hinweise waren vollständig
clarity-pos-3 = Mir war immer klar, dass ich richtig vorgehe
clarity-pos-4 = Ich hatte keine technischen Probleme
clarity-pos-5 = Etwas anderes
clarity-negative = Wo hatten Sie die größten Schwierigkeiten?
clarity-neg-1 = Manchmal waren die Hinweise nicht klar
clarity-neg-2 = Manchmal waren die Hinweise nicht vollständig
clarity-neg-3 = Manchmal war mir nicht klar, ob ich richtig vorgehe
clarity-neg-4 = Ich hatte technische Probleme
clarity-neg-5 = Etwas anderes
clarity-more = Möchten Sie noch etwas hinzufügen?
clarity-help = Höchstens 200 Zeichen. Bitte geben Sie keine persönlichen Daten an.
clarity-send = Absenden
error-clarity = Wählen Sie einen bis fünf Sterne.

# Fehlerseiten
failure-401 = Bitte melden Sie sich zuerst an
failure-401-advice = Diese Seite ist für Personen mit Konto. Melden Sie sich an, dann bringen wir Sie hierher zurück.
resume-title = Melden Sie sich zuerst an
resume-text = Was Sie geschrieben haben, ist nicht verloren: Melden Sie sich im anderen Fenster an, kommen Sie hierher zurück und senden Sie es.
resume-sign-in = In einem anderen Fenster anmelden
resume-send = Ich bin angemeldet: senden
failure-403 = Hier haben Sie keinen Zutritt
failure-403-advice = Ihr Konto darf diese Seite nicht öffnen oder diesen Schritt nicht ausführen. Wenn Sie das für einen Irrtum halten, schreiben Sie dem Bürgerservice-Büro (URP).
failure-404 = Diese Seite gibt es nicht
failure-404-advice = Vielleicht wurde sie verschoben, oder die Adresse hat einen Buchstaben zu viel.
failure-409 = Jemand war schneller
failure-409-advice = Inzwischen hat sich etwas geändert. Gehen Sie zurück, laden Sie die Seite neu und versuchen Sie es noch einmal.
failure-413 = Die Datei ist zu groß
failure-413-advice = Versuchen Sie es mit einer kleineren Datei: Ein normales Handyfoto passt.
failure-422 = So geht es noch nicht
failure-422-advice = Gehen Sie zurück: Was Sie geschrieben haben, ist noch da.
failure-429 = Einen Moment, das waren zu viele Anfragen
failure-429-seconds = { $n ->
    [one] Versuchen Sie es in einer Sekunde wieder.
   *[other] Versuchen Sie es in { $n } Sekunden wieder.
}
failure-429-minutes = { $n ->
    [one] Versuchen Sie es in einer Minute wieder.
   *[other] Versuchen Sie es in { $n } Minuten wieder.
}
failure-500 = Wir haben eine Störung
failure-500-advice = Es liegt nicht an Ihnen. Wir haben den Fehler notiert und kümmern uns darum. Versuchen Sie es in ein paar Minuten wieder.
failure-503 = Bei uns ist gerade viel los
failure-503-advice = Nichts ist verloren gegangen und nichts wurde gespeichert. Versuchen Sie es gleich noch einmal.
failure-home = Zurück auf den Platz
failure-code = Fehler

# Meldungen nach einem Schritt
toast-welcome = Willkommen auf dem Platz! Ihr Konto ist bereit.
toast-signed-in = Sie sind angemeldet.
toast-signed-out = Sie sind abgemeldet. Bis bald!
toast-sign-in-first = Bitte melden Sie sich zuerst an. Dann bringen wir Sie dorthin, wo Sie hinwollten.
toast-password-changed = Ihr Passwort ist geändert. Auf den anderen Geräten müssen Sie sich neu anmelden.
toast-profile-saved = Ihr Profil ist gespeichert.
toast-session-closed = Das Gerät ist abgemeldet.
toast-sessions-closed = Die anderen Geräte sind abgemeldet.
toast-post-published = Veröffentlicht. Alle können es lesen.
toast-post-already = Das war schon veröffentlicht: Sie haben es zweimal gesendet, es zählt einmal.
toast-post-changed = Ihre Änderung ist veröffentlicht.
toast-post-deleted = Gelöscht. Sie haben sieben Tage Zeit, es sich anders zu überlegen.
toast-post-restored = Es ist wieder an seinem Platz.
toast-comment-published = Kommentar veröffentlicht. Alle können ihn lesen.
toast-comment-deleted = Kommentar gelöscht. Sie haben sieben Tage Zeit, es sich anders zu überlegen.
toast-comment-restored = Der Kommentar ist wieder an seinem Platz.
toast-clarity = Danke, Ihre Meinung hilft uns, besser zu schreiben.
toast-saved = Gespeichert.
toast-added = Hinzugefügt.
toast-removed = Entfernt.
toast-job-retried = Der Auftrag startet jetzt neu.
toast-mail-sent = Wir haben Ihnen geschrieben: Sehen Sie in Ihren E-Mails nach.
toast-email-changed = Die Adresse ist geändert.
footer-town = Gemeinde { $town }
