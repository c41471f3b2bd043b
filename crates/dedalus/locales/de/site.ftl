# Die erste Seite
home-title = { $town }, heute auf dem Platz
home-lead = Was die Gemeinde mitteilt, worüber wir miteinander sprechen, welche Ämter gerade geöffnet sind.
home-join = Auf dem Platz mitmachen
home-write = Auf dem Platz schreiben
home-search = Auf dem Platz suchen
home-search-label = Neuigkeiten, Ämter und Gespräche suchen
home-search-placeholder = Neuigkeiten, Gespräche suchen
home-says = Die Gemeinde teilt mit
home-says-all = Alle Neuigkeiten
home-says-empty = Noch keine Neuigkeiten
home-says-empty-text = Hier erscheint, was die Gemeinde und ihre Ämter schreiben.
home-pinned = Im Blickpunkt
home-pinned-read = Alles lesen
home-talk = Worüber man spricht
home-talk-all = Alle Gespräche
home-talk-on = zu
home-people = Von Menschen aus dem Ort
home-lively = Gemeinschaften, in denen diese Woche etwas los ist
home-waits = Wartet auf Sie
home-waits-notices = { $n ->
    [one] Ein Hinweis zu lesen
   *[other] { $n } Hinweise zu lesen
}
home-waits-notices-many = Mehr als 99 Hinweise zu lesen
home-waits-invitations = { $n ->
    [one] Eine Einladung in eine Gemeinschaft
   *[other] { $n } Einladungen in Gemeinschaften
}
home-waits-requests = { $n ->
    [one] Eine Person möchte Ihnen folgen
   *[other] { $n } Personen möchten Ihnen folgen
}
home-waits-drafts = { $n ->
    [one] Ein Entwurf zu Ende zu schreiben
   *[other] { $n } Entwürfe zu Ende zu schreiben
}
home-waits-comments = { $n ->
    [one] Ein Kommentar freizugeben
   *[other] { $n } Kommentare freizugeben
}
home-voices = Die Stimmen der Gemeinde
home-voices-all = Alle Stimmen
home-offices = { $n ->
    [0] Die Ämter: gerade alle geschlossen
    [one] Die Ämter: gerade eines geöffnet
   *[other] Die Ämter: gerade { $n } geöffnet
}
home-offices-all = Alle Ämter und Öffnungszeiten

# Die Ämter
offices-title = Ämter
offices-lead = Wer was macht, wo Sie es finden und ob die Tür gerade offen ist.
offices-filter = Ein Amt suchen
offices-filter-words = Was brauchen Sie?
offices-filter-open = Nur jetzt geöffnete
offices-empty = Kein Amt passt dazu
offices-empty-text = Versuchen Sie es mit einem einzigen Wort auf Italienisch, zum Beispiel „tributi“ (Steuern) oder „scuola“ (Schule), oder sehen Sie auch bei den geschlossenen nach.
offices-all = Alle Ämter anzeigen
office-hours = Öffnungszeiten
office-day = Tag
office-time = Uhrzeit
office-today = heute
office-contacts = Wo und wie
office-address = Adresse
office-phone = Telefon
office-head = Verantwortlich
office-voice = Spricht auf dem Platz als
door-open = Jetzt geöffnet
door-soon = Nur noch kurz geöffnet
door-hours-unknown = Keine Zeiten angegeben
door-closed = Jetzt geschlossen
door-until = bis { $time } Uhr
door-opens-today = öffnet heute um { $time } Uhr
door-opens-tomorrow = öffnet morgen um { $time } Uhr
door-opens-on = öffnet am { $day } um { $time } Uhr
door-unknown = bitte fragen Sie telefonisch nach den Öffnungszeiten
door-day-closed = geschlossen

# Suchen
search-title = Suchen
search-title-for = Suche: { $words }
search-words = Wörter
search-kind = Was
search-kind-all = Alles
search-kind-posts = Neuigkeiten und Beiträge
search-kind-comments = Kommentare
search-kind-post = Beitrag
search-kind-comment = Kommentar
search-kind-page = Offizielle Seite
search-order = Reihenfolge
search-order-relevance = Beste Treffer zuerst
search-order-date = Neueste zuerst
search-hint = Geben Sie ein oder mehrere Wörter ein. „L’ufficio“ findet auch „ufficio“ und „uffici“; auf Akzente kommt es nicht an.
search-empty = Nichts zu „{ $words }“
search-empty-text = Versuchen Sie es mit weniger Wörtern oder mit einem einfacheren Wort.

# Die festen Seiten
privacy-title = Datenschutzerklärung
privacy-lead = Welche Daten wir speichern, warum, wie lange und was Sie verlangen können.
privacy-body =
    ## Wer für die Daten verantwortlich ist

    Verantwortlich ist die Gemeinde { $town }. Wenn Sie Fragen haben, schreiben Sie an { $email }.

    ## Welche Daten und warum

    - **Ihr Konto**: Name, Benutzername, E-Mail-Adresse, Sprache und ein paar Worte über Sie, wenn Sie welche schreiben. Wir brauchen sie, damit Sie mitmachen können. Name, Benutzername und Vorstellung können alle sehen; die E-Mail-Adresse sieht niemand sonst.
    - **Was Sie veröffentlichen**: Beiträge, Kommentare, Bilder. Aus den Bildern entfernen wir den Standort und andere versteckte Daten.
    - **Die Sicherheit**: die Geräte, mit denen Sie sich angemeldet haben, mit Netzadresse und Uhrzeit, solange die Sitzung dauert. Ihr Passwort kennen wir nicht: Wir speichern nur einen Hashwert, aus dem es sich nicht zurückrechnen lässt.
    - **Das Register der Amtshandlungen**: Wer im Namen der Gemeinde spricht und wer das System verwaltet, hinterlässt eine Spur, wie es das Gesetz verlangt.
    - **Die Meinung zu den Seiten**: die Sterne und die Worte, ohne Ihren Namen.

    Wir verwenden keine Profiling-Cookies und geben Ihre Daten nicht an andere Websites weiter. Es gibt nur drei Cookies: eines für die Sitzung, eines für die Sprache und eines, das eine Minute lang eine Mitteilung von einer Seite zur nächsten trägt.

    ## Wie lange

    Ihr Konto bleibt, solange Sie es behalten. Eine Registrierung ohne Bestätigung verschwindet nach zwei Tagen, ein Link für das Passwort nach zwei Stunden, eine nicht benutzte Sitzung, wenn sie abläuft.

    ## Was Sie verlangen können

    Auskunft, Berichtigung, Löschung, Einschränkung, Widerspruch (Artikel 15–22 der Verordnung (EU) 2016/679, DSGVO). Schreiben Sie an { $email }. Wenn Sie mit der Antwort nicht zufrieden sind, können Sie sich an die italienische Datenschutzbehörde wenden (Garante per la protezione dei dati personali).
accessibility-title = Erklärung zur Barrierefreiheit
accessibility-lead = Dieser Platz ist für alle gemacht, mit welchem Hilfsmittel auch immer.
accessibility-body =
    ## Wo wir stehen

    Die Seiten folgen den Richtlinien WCAG 2.2, Stufe AA (Norm EN 301 549). Jede Seite wird bei jeder Änderung der Software automatisch geprüft, auch nach Klicks, in der Breite eines Telefons und eines Computers. Alles funktioniert allein mit der Tastatur und ohne JavaScript.

    ## Was wir noch nicht geprüft haben

    Es gab noch keinen Test mit Menschen, die jeden Tag einen Screenreader benutzen.

    ## Wenn etwas nicht geht

    Schreiben Sie an { $email }: Sagen Sie, welche Seite es war und was Sie aufgehalten hat. Wir antworten innerhalb von 30 Tagen. Wenn nicht, können Sie sich an die italienische Ombudsstelle für Digitales wenden (difensore civico per il digitale).
legal-title = Rechtliche Hinweise
legal-lead = Welche Geltung diese Seiten haben und wem die Software gehört.
legal-body =
    ## Die Seiten

    Was die Stimmen der Gemeinde { $town } veröffentlichen, dient der Information. Die amtlichen Akte stehen an der Amtstafel (albo pretorio). Die Beiträge der Menschen gehören denen, die sie schreiben.

    ## Weiterverwendung

    Die Texte der Gemeindestimmen dürfen Sie mit Angabe der Quelle weiterverwenden, unter der Lizenz CC BY 4.0, wenn nichts anderes dabeisteht.

    ## Software

    Der Platz läuft mit Dedalus, einer freien Software unter der Lizenz AGPL-3.0 oder später: Wer sie benutzt, hat ein Recht auf den Quelltext. Um ihn zu erhalten, schreiben Sie an { $email }.
rules-title = Regeln auf dem Platz
rules-lead = Wenige Regeln, damit wir gut miteinander auskommen.
rules-body =
    - **Sprechen Sie wie auf einem richtigen Platz**, von Angesicht zu Angesicht. Wir diskutieren über Ideen, nicht über Personen.
    - **Keine Beleidigungen, keine Drohungen, kein Hass.** Keine Daten anderer: Namen, Autokennzeichen, Telefonnummern, Fotos von Minderjährigen.
    - **Seien Sie ehrlich, wer Sie sind.** Geben Sie sich nicht als eine andere Person oder als ein Amt aus.
    - **Bleiben Sie beim Thema** und wiederholen Sie nicht überall denselben Beitrag. Werbung gehört woandershin.
    - **Beschreiben Sie Ihre Bilder**: Wer nicht sieht, liest Ihre Beschreibung.
    - Wenn Sie einen Fehler machen, verbessern oder löschen Sie: Sie haben sieben Tage Zeit, es sich anders zu überlegen.

    Wenn etwas nicht in Ordnung ist, drücken Sie beim Text auf „Melden“ oder schreiben Sie an { $email }. Was wir entscheiden, steht unter [Moderation in Zahlen](/moderazione).
faq-title = Häufige Fragen
faq-lead = Antworten auf die Fragen, die uns am häufigsten gestellt werden.
faq-body =
    ## Wer kann mitlesen?

    Alle, auch ohne Registrierung. Zum Kommentieren und Schreiben brauchen Sie ein Konto.

    ## Muss ich meinen richtigen Namen verwenden?

    Nein, ein Name genügt, unter dem man Sie kennt. Er darf nicht nach der Gemeinde oder einem Amt klingen.

    ## Wer antwortet, wenn ich an ein Amt schreibe?

    Die Menschen, die dort arbeiten. Nach außen sehen Sie den Namen des Amtes; intern bleibt festgehalten, wer geantwortet hat.

    ## Kann ich löschen, was ich geschrieben habe?

    Ja. Der Text verschwindet sofort, und sieben Tage lang können Sie ihn zurückholen.

    ## Ich habe das Passwort vergessen

    Wählen Sie auf der Seite „Anmelden“ den Punkt „Passwort vergessen?“: Wir schicken Ihnen einen Link, mit dem Sie ein neues wählen.

    ## Kann ich die Neuigkeiten verfolgen, ohne mich zu registrieren?

    Ja, mit einem Feedreader: Am Ende jeder Seite finden Sie RSS, Atom und JSON Feed. Auch jede Stimme der Gemeinde hat ihren eigenen.

    ## Ich finde keine Antwort

    Schreiben Sie an { $email } oder rufen Sie das Bürgerservice-Büro (URP) an.
