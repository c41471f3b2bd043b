# Hinweise: was bei einer Person ankommt, wo und wann
nav-notices = Hinweise
nav-notices-unread = ungelesen
toast-notices-read = Alle Hinweise sind als gelesen markiert.
toast-notices-saved = Ihre Auswahl ist gespeichert.
toast-push-on = Ab jetzt kommen Hinweise auch auf dieses Gerät.
toast-push-off = Auf jenes Gerät kommen keine Hinweise mehr.
error-notice-hour = Schreiben Sie eine Uhrzeit, zum Beispiel 22:30.
error-notice-both-hours = Schreiben Sie auch diese Uhrzeit, oder lassen Sie beide leer.
error-push-device = Der Browser hat eine Adresse angegeben, die nicht zu gebrauchen ist. Versuchen Sie es noch einmal.

# Arten
notice-kind-answer = Antworten auf das, was Sie schreiben
notice-kind-mention = Wenn jemand Sie erwähnt
notice-kind-page-post = Neues von Seiten, denen Sie folgen
notice-kind-post = Neues von Personen, Gemeinschaften und Themen, denen Sie folgen
notice-kind-like = Gefällt mir
notice-kind-share = Weitergegebenes
notice-kind-follower = Wer Ihnen neu folgt
notice-kind-follow-request = Anfragen, Ihnen zu folgen, und Antworten auf Ihre
notice-kind-community = Anfragen, Einladungen und Entscheidungen in Gemeinschaften
notice-kind-approval = Kommentare zum Freigeben und freigegebene
notice-kind-moderation = Entscheidungen der Moderation über Sie
notice-kind-report = Was aus Ihren Meldungen von Inhalten wurde

# Sätze: actor ist der Name der letzten Person, others wie viele andere, name der Name der Sache
notice-somebody = Jemand
notice-count = { $n ->
    [one] ein Hinweis
   *[other] { $n } Hinweise
}
notice-answered = { $others ->
    [0] { $actor } hat auf Ihren Kommentar zu „{ $name }“ geantwortet
    [one] { $actor } und eine weitere Person haben auf Ihre Kommentare zu „{ $name }“ geantwortet
   *[other] { $actor } und { $others } weitere Personen haben auf Ihre Kommentare zu „{ $name }“ geantwortet
}
notice-commented = { $others ->
    [0] { $actor } hat „{ $name }“ kommentiert
    [one] { $actor } und eine weitere Person haben „{ $name }“ kommentiert
   *[other] { $actor } und { $others } weitere Personen haben „{ $name }“ kommentiert
}
notice-mentioned = { $others ->
    [0] { $actor } erwähnt Sie in „{ $name }“
    [one] { $actor } und eine weitere Person erwähnen Sie in „{ $name }“
   *[other] { $actor } und { $others } weitere Personen erwähnen Sie in „{ $name }“
}
notice-published = { $actor } hat „{ $name }“ veröffentlicht
notice-liked = { $others ->
    [0] { $actor } gefällt „{ $name }“
    [one] { $actor } und einer weiteren Person gefällt „{ $name }“
   *[other] { $actor } und { $others } weiteren Personen gefällt „{ $name }“
}
notice-shared = { $others ->
    [0] { $actor } hat „{ $name }“ weitergegeben
    [one] { $actor } und eine weitere Person haben „{ $name }“ weitergegeben
   *[other] { $actor } und { $others } weitere Personen haben „{ $name }“ weitergegeben
}
notice-followed = { $others ->
    [0] { $actor } folgt Ihnen
    [one] { $actor } und eine weitere Person folgen Ihnen
   *[other] { $actor } und { $others } weitere Personen folgen Ihnen
}
notice-follow-asked = { $others ->
    [0] { $actor } möchte Ihnen folgen
    [one] { $actor } und eine weitere Person möchten Ihnen folgen
   *[other] { $actor } und { $others } weitere Personen möchten Ihnen folgen
}
notice-follow-accepted = { $others ->
    [0] { $actor } hat zugestimmt: Sie können nun die Beiträge lesen
    [one] { $actor } und eine weitere Person haben zugestimmt: Sie können nun die Beiträge lesen
   *[other] { $actor } und { $others } weitere Personen haben zugestimmt: Sie können nun die Beiträge lesen
}
notice-community-asked = { $others ->
    [0] { $actor } möchte zu „{ $name }“ gehören
    [one] { $actor } und eine weitere Person möchten zu „{ $name }“ gehören
   *[other] { $actor } und { $others } weitere Personen möchten zu „{ $name }“ gehören
}
notice-community-joined = { $others ->
    [0] { $actor } gehört nun zu „{ $name }“
    [one] { $actor } und eine weitere Person gehören nun zu „{ $name }“
   *[other] { $actor } und { $others } weitere Personen gehören nun zu „{ $name }“
}
notice-community-invited = { $actor } lädt Sie zu „{ $name }“ ein
notice-community-yes = Ihre Anfrage ist angenommen: Sie gehören zu „{ $name }“
notice-community-no = Ihre Anfrage für „{ $name }“ wurde nicht angenommen
notice-community-keeper = Sie betreuen nun die Gemeinschaft „{ $name }“
notice-community-keeper-no-more = Sie betreuen die Gemeinschaft „{ $name }“ nicht mehr, bleiben aber Mitglied
notice-community-away = Sie gehören einer Gemeinschaft nicht mehr an: Der Grund steht in der E-Mail, die wir Ihnen geschickt haben
notice-community-closed = Eine Gemeinschaft, die Sie betreuen, wurde geschlossen: Der Grund steht in der E-Mail, die wir Ihnen geschickt haben
notice-held = { $others ->
    [0] Ein Kommentar von { $actor } zu „{ $name }“ wartet auf Ihre Freigabe
   *[other] Kommentare zu „{ $name }“ warten auf Ihre Freigabe
}
notice-approved = Ihr Kommentar zu „{ $name }“ ist freigegeben und nun zu lesen
notice-refused = Ihr Kommentar zu „{ $name }“ wurde nicht freigegeben
notice-quoted = { $actor } zitiert Sie in „{ $name }“
notice-poll-over = Die Umfrage „{ $name }“ ist beendet: Sehen Sie das Ergebnis an
notice-decision = Die Moderation hat über Sie entschieden: lesen Sie die Gründe
notice-appeal-upheld = Ihrem Widerspruch wurde stattgegeben
notice-appeal-refused = Ihrem Widerspruch wurde nicht stattgegeben: lesen Sie die Gründe
notice-report-decided = Wir haben über einen Inhalt entschieden, den Sie gemeldet haben

# Per Mail
notice-mail-now = sofort
notice-mail-daily = in der Tagesmail
notice-mail-never = nie
mail-notices-daily = { $n ->
    [one] Ein Hinweis vom Platz in { $town }
   *[other] { $n } Hinweise vom Platz in { $town }
}
mail-notices-greeting = Guten Tag { $name },
mail-notices-more = { $n ->
    [one] Und ein weiterer Hinweis.
   *[other] Und { $n } weitere Hinweise.
}
mail-notices-all = Alle Ihre Hinweise
mail-notices-settings = Wählen Sie, was wir Ihnen schreiben, und wann
mail-notices-stop = Keine solchen Mails mehr erhalten
mail-notices-stop-daily = Keine Tagesmail mehr erhalten
mail-notices-signature = Der Platz von { $town }

# Die Seite
notices-title = Ihre Hinweise
notices-settings = Was ankommen soll
notices-filter = Hinweise filtern
notices-kind = Art
notices-any-kind = Alle Arten
notices-state = Gelesen und ungelesen
notices-all = Alle
notices-unread = Ungelesen
notices-new = Es gibt neue Hinweise
notices-none = Keine Hinweise hier
notices-none-text = Zu diesem Filter gibt es nichts.
notices-show-all = Alle Hinweise zeigen
notices-empty = Noch keine Hinweise
notices-empty-text = Hier finden Sie Antworten, Erwähnungen und Neues von dem, was Sie verfolgen.
notices-read-all = Alles als gelesen markieren
notices-read-one = Gelesen
notices-to-read = ungelesen

# Auswahl
notices-settings-title = Was ankommen soll
notices-settings-lead = Wählen Sie für jede Art von Hinweis, ob er hier, per Mail oder auf Ihren Geräten ankommt.
notices-ways = Wohin Hinweise kommen
notices-what = Hinweis
notices-in-page = Hier
notices-by-mail = Per Mail
notices-by-push = Auf Geräten
notices-hours = Wann
notices-hours-text = In den Ruhestunden kommt nichts per Mail oder auf Geräte: was dann geschieht, kommt danach. Schreiben Sie Uhrzeiten so: 22:30.
label-quiet-from = Ruhe von
label-quiet-to = bis
label-digest-hour = Stunde der Tagesmail
notices-language = Wir schreiben in der Sprache Ihres Profils.
notices-language-link = Sprache ändern
notices-devices = Geräte
notices-devices-text = Ein Gerät zeigt Hinweise auch, wenn die Seite geschlossen ist. Sie kommen verschlüsselt: nur Ihr Browser liest sie.
notices-devices-none = Kein Gerät erhält Hinweise.
notices-push-on = Hinweise auf diesem Gerät erhalten
notices-push-none = Dieser Browser kann keine Hinweise empfangen.
notices-push-failed = Der Browser erlaubt es nicht. Sehen Sie in seinen Einstellungen für diese Seite nach und versuchen Sie es noch einmal.

# Der Ausgang
unsubscribe-title = Diese Mails nicht mehr erhalten?
unsubscribe-done = Erledigt: wir schreiben nicht mehr
unsubscribe-kinds = Wir schreiben Ihnen nicht mehr zu:
unsubscribe-daily = Sie erhalten keine Tagesmail mehr.
unsubscribe-done-kinds = Wir schreiben Ihnen nicht mehr zu:
unsubscribe-done-daily = Sie erhalten keine Tagesmail mehr.
unsubscribe-again = Die Hinweise bleiben auf der Seite. In den Einstellungen können Sie neu wählen.
unsubscribe-send = Nicht mehr schreiben
unsubscribe-home = Zurück zum Platz

# Arbeiten
job-kind-notify-mail = Hinweise per Mail schicken
job-kind-notify-push = Hinweise auf Geräte verteilen
job-kind-notify-push_device = Einen Hinweis an ein Gerät schicken
job-kind-notify-sweep = Alte Hinweise vergessen
job-kind-social-tell = Sagen, wen es betrifft

# Das Verzeichnis der Verarbeitungen
processing-notices-title = Hinweise
processing-notices-purpose = Alle wissen lassen, was sie betrifft: auf der Seite, per Mail, auf gewählten Geräten.
processing-notices-basis = DSGVO Art. 6 Abs. 1 lit. e; für Mail und Geräte die Wahl der Person.
processing-notices-data = Was wann geschah, ohne die Worte zu kopieren; Auswahl, Uhrzeiten, Adressen der Geräte.
processing-notices-people = Wer ein Profil hat.
processing-notices-kept = Neunzig Tage nach dem Lesen, ein Jahr ungelesen, und nie länger als das Profil.
processing-recipients-push = Wer die Post betreibt; für Geräte der Dienst des Browsers, der verschlüsselte Nachrichten trägt.

admin-notices = Hinweise
admin-notices-lead = Wohin jede Art von Hinweis bei denen geht, die nichts gewählt haben. Das gilt ab jetzt; wer gewählt hat, behält die eigene Wahl.
admin-notices-mails = Hinweise, die auf eine Mail warten
admin-notices-pushes = Hinweise, die auf ein Gerät warten
admin-notices-devices = Erreichbare Geräte
admin-notices-chosen = Personen, die selbst gewählt haben
act-notices-usual = Hinweise: Gewohnheit der Stadt geändert
