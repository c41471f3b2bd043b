# Schreiben
post-new-title = Auf dem Platz schreiben
post-new-lead = Erzählen, fragen, vorschlagen. Neben der Schaltfläche steht, wer es liest.
post-edit-title = Bearbeiten
post-edit-lead = Die früheren Worte bleiben bei den Versionen lesbar.
post-voice = Wer spricht
post-voice-help = Wenn Sie als Seite sprechen, sehen alle die Seite. Im Protokoll bleibt stehen, dass Sie es waren.
post-voice-me = ich, { $name }
post-title = Titel
post-title-help = Nötig, wenn Sie als Seite sprechen. Wenige Worte, die sagen, worum es geht.
post-text = Text
post-text-help = Kurze Sätze. Lassen Sie zwischen Absätzen eine Zeile frei. **Zwei Sternchen** für Fettdruck, ein Bindestrich am Zeilenanfang für Listen.
post-pictures = Bilder
post-pictures-choose = Bilder auswählen
post-pictures-help = Höchstens 6: JPG, PNG, WebP oder GIF, bis 32 MB pro Bild. Den Aufnahmeort und andere versteckte Daten entfernen wir.
post-pictures-drop = Foto aufnehmen oder auswählen
post-pictures-upload = Bilder hinzufügen
post-pictures-full = Sie haben alle sechs Bilder hinzugefügt. Um eines zu ersetzen, entfernen Sie es zuerst.
post-picture-number = Bild { $n }
post-picture-alt = Beschreibung
post-picture-alt-help = Was zu sehen ist, für alle, die es nicht sehen können. Ein Satz genügt.
post-picture-remove = Entfernen
post-replies = Wer darf kommentieren?
post-replies-everyone = Alle mit Konto
post-replies-nobody = Niemand
post-pin = Im Blickpunkt bis
post-pin-help = Nur für Seiten: Es bleibt bis zum Ende dieses Tages oben.
post-public = Öffentlich: Alle können es lesen
post-public-short = Öffentlich
post-preview = Vorschau
post-preview-title = So wird es aussehen
post-preview-text = Noch ist es nicht veröffentlicht. Weiter unten können Sie weiterschreiben.
post-publish = Veröffentlichen
post-save = Änderungen speichern

# Lesen
post-read = Alles lesen
post-untitled = Nachricht von { $name }
post-edited = bearbeitet: { $when }
post-minutes = Lesezeit: { $n ->
    [one] eine Minute
   *[other] { $n } Minuten
}
post-pinned = Im Blickpunkt
post-comment = Kommentieren
post-edit = Bearbeiten
post-delete = Löschen
post-restore = Wiederherstellen
post-restore-help = Sie können es sieben Tage lang wiederherstellen. Danach bleibt nur dieser Hinweis.
post-aside = Wer schreibt, und weitere Neuigkeiten
post-aside-person = Eine Person mit Konto auf dem Platz.
post-others = Mehr von { $name }
post-gone-title = Hier stand eine Nachricht
post-gone-text = { $name } hat sie gelöscht.
post-gone-removed = Wer die Gemeinschaft { $name } betreut, hat sie entfernt.

# Löschen
post-delete-question = Diese Nachricht löschen?
post-delete-text = Sie verschwindet sofort für alle, zusammen mit den Kommentaren. Sieben Tage lang können Sie sie wiederherstellen.
post-delete-send = Ja, löschen
post-delete-keep = Nein, behalten
post-remove-question = Die Nachricht von { $name } entfernen?
post-remove-text = An ihrer Stelle steht dann, dass sie entfernt hat, wer die Gemeinschaft betreut. Wer sie betreut, kann die Nachricht sieben Tage lang wiederherstellen.
comment-delete-question = Diesen Kommentar löschen?
comment-delete-text = Die Worte verschwinden sofort für alle. Die Antworten bleiben. Sieben Tage lang können Sie ihn wiederherstellen.
comment-remove-question = Den Kommentar von { $name } entfernen?
comment-remove-text = An seiner Stelle steht dann, dass die Seite ihn entfernt hat. Wer für die Seite antwortet, kann ihn sieben Tage lang wiederherstellen.
comment-remove-text-community = An seiner Stelle steht dann, dass ihn entfernt hat, wer die Gemeinschaft betreut. Wer sie betreut, kann ihn sieben Tage lang wiederherstellen.
comment-remove-send = Ja, entfernen

# Kommentare
comments-count = { $n ->
    [0] Keine Kommentare
    [one] Ein Kommentar
   *[other] { $n } Kommentare
}
comments-empty = Noch keine Kommentare. Fangen Sie an: eine Frage, ein Tipp, ein Dankeschön.
comments-closed = Hier sind keine Kommentare möglich. So wurde es beim Schreiben gewählt.
comments-sign-in = Melden Sie sich an, um zu kommentieren
comments-sign-in-free = Lesen ist immer frei.
comments-sign-up = Registrieren
comments-more = Weitere Kommentare anzeigen
comments-first = Zurück zu den ersten Kommentaren
comment-text = Ihr Kommentar
comment-text-help = Eine Frage, ein Tipp, ein Dankeschön. Bitte keine Daten anderer Personen.
comment-send = Kommentar veröffentlichen
comment-answer = Antworten
comment-answer-whom = auf { $name }
comment-answer-to = Antwort an { $name }
comment-answer-text = Ihre Antwort
comment-answer-send = Antwort veröffentlichen
comment-by = Kommentar von { $name }
comment-office = das Amt antwortet
comment-remove = Entfernen
comment-hidden = Kommentar von der Moderation verborgen.
comment-gone = Dieser Kommentar wurde von der Person gelöscht, die ihn geschrieben hat.
comment-gone-removed = Dieser Kommentar wurde von der Seite entfernt.
comment-gone-removed-community = Dieser Kommentar wurde entfernt von der Person, die die Gemeinschaft betreut.
comment-gone-why = Warum Kommentare entfernt werden
comment-edit-title = Kommentar bearbeiten
comment-edit-back = Der Kommentar

# Versionen
versions-title = Versionen
versions-lead = Was { $name } geschrieben hat und wann es geändert wurde.
versions-now = Jetzt, seit: { $from }
versions-from-until = Von { $from } bis { $until }
versions-none = Es wurde nie geändert.
versions-same-words = Dieselben Worte: Geändert wurden Bilder, ihre Beschreibungen oder die Aufnahme.

# Listen
news-title-of = Neuigkeiten: { $name }
news-lead = Was die Gemeinde und ihre Ämter mitteilen, das Neueste zuerst.
news-filter = Neuigkeiten filtern
news-filter-voice = Wer spricht
news-filter-all = Alle Stimmen
news-filter-active = Aktive Filter
news-filter-drop = Filter entfernen
news-empty = Noch keine Neuigkeiten
news-empty-text = Sobald die Gemeinde oder ein Amt etwas schreibt, finden Sie es hier.
town-title = Der ganze Platz
town-lead = Was Seiten und Personen sagen, das Neueste zuerst.
town-whose = Wer spricht
town-all = Alle
town-pages = Seiten
town-people = Personen
town-empty = Noch Stille
town-empty-text = Sobald eine Seite oder eine Person etwas schreibt, finden Sie es hier.
talk-title = Gespräche
talk-lead = Die neuesten Kommentare vom ganzen Platz.
talk-on = zu
talk-empty = Noch hat niemand kommentiert
talk-empty-text = Öffnen Sie eine Neuigkeit und sagen Sie Ihre Meinung: Dort beginnen die Gespräche.
voices-lead = Wer für die Gemeinde spricht, worüber, und ob die Tür gerade offen ist.
voices-empty = Noch keine Stimmen
voices-empty-text = Die Seiten der Gemeinde und ihrer Ämter erscheinen hier, sobald sie geöffnet sind.
voice-kind = Offizielle Seite
voice-write-as = Als diese Seite schreiben
voice-write-to = Dem Amt schreiben
voice-empty = Hier steht noch nichts
voice-empty-text = Wenn { $name } etwas schreibt, finden Sie es auf dieser Seite.
voice-aside = Öffnungszeiten, Kontakt und Feeds
voice-practical = Praktisches
voice-hours = Öffnungszeiten
voice-hours-all = Alle Öffnungszeiten
voice-office = Amt
feeds-follow = Ohne Konto folgen
feeds-follow-text = Tragen Sie eine dieser Adressen in Ihren Feedreader ein.
person-edit = Profil bearbeiten
person-entries = Was { $name } geschrieben hat
person-comment-on = Kommentar zu
person-empty = Noch nichts zu lesen
person-empty-text = { $name } hat noch nichts auf dem Platz geschrieben.
person-empty-mine = Sie haben noch nichts auf dem Platz geschrieben. Beginnen Sie mit einem Gruß oder einer Frage.

# Was noch nicht stimmt
error-post-empty = Schreiben Sie etwas: Der Text ist leer.
error-post-long = Der Text ist zu lang: höchstens { $max } Zeichen.
error-post-title = Geben Sie einen Titel ein: Daran erkennt man die Neuigkeit in Listen.
error-post-title-long = Der Titel ist zu lang: höchstens { $max } Zeichen.
error-post-voice = Mit dieser Stimme können Sie nicht sprechen. Wählen Sie eine andere aus der Liste.
error-post-changed-meanwhile = Inzwischen hat jemand den Text geändert. Hier steht Ihrer: Prüfen Sie die veröffentlichte Fassung und speichern Sie dann noch einmal.
error-pin-person = Nur eine Seite kann eine Nachricht in den Blickpunkt stellen. Wählen Sie eine Seite oder entfernen Sie das Datum.
error-pin-shape = Geben Sie das Datum als Tag, Monat und Jahr ein, zum Beispiel 01.03.2028.
error-pin-past = Dieser Tag ist schon vorbei. Wählen Sie heute oder einen späteren Tag.
error-pin-far = Höchstens ein Jahr ab heute.
error-pictures-many = Höchstens { $max } Bilder. Die anderen haben wir nicht übernommen.
error-picture-gone = Ein Bild ist nicht mehr da: Es hat länger als zwei Tage gewartet. Fügen Sie es noch einmal hinzu.
picture-too-large = Bild { $n }: Die Datei ist zu groß, höchstens 32 MB.
picture-heic = Bild { $n } hat das Format HEIC, das viele nicht öffnen können. Speichern Sie es als JPG und versuchen Sie es noch einmal.
picture-not-a-picture = Bild { $n } ist kein Bild im Format JPG, PNG, WebP oder GIF.
picture-broken = Bild { $n }: Die Datei ist beschädigt. Speichern Sie das Bild noch einmal.
picture-too-many-pixels = Bild { $n } hat zu viele Bildpunkte. Verkleinern Sie es und versuchen Sie es noch einmal: Handyfotos passen so, wie sie sind.
picture-unsupported = Bild { $n }: Diese Art von Bild können wir nicht lesen. Speichern Sie es als JPG oder PNG und versuchen Sie es noch einmal.
picture-avif = Bild { $n } hat das Format AVIF, das wir nicht lesen. Speichern Sie es als JPG und versuchen Sie es noch einmal.
picture-svg = Bild { $n } ist eine SVG-Zeichnung, die Programme enthalten kann. Exportieren Sie sie als PNG und versuchen Sie es noch einmal.
picture-tiff = Bild { $n } hat das Format TIFF oder ein Rohformat der Kamera. Speichern Sie es als JPG und versuchen Sie es noch einmal.
picture-bmp = Bild { $n } hat das Format BMP. Speichern Sie es als PNG oder JPG und versuchen Sie es noch einmal.
picture-pdf = Bild { $n } ist ein PDF. Speichern Sie die Seite als JPG- oder PNG-Bild und versuchen Sie es noch einmal.
error-alt-empty = Beschreiben Sie, was auf dem Bild zu sehen ist: für alle, die es nicht sehen können.
error-alt-long = Die Beschreibung ist zu lang: höchstens { $max } Zeichen.
error-comment-closed = Hier sind keine Kommentare mehr möglich: Sie wurden geschlossen.
error-comment-parent = Den Kommentar, auf den Sie antworten, gibt es nicht mehr. Sie können Ihren allein veröffentlichen.
