# The office: absences, verification at the counter, review
nav-office = Büro
office-title = Büro
office-home = Mein Platz
office-menu = Menü des Büros
office-nav = Büro
office-nav-short = Menü des Büros
office-lead = Wer Sie hier sind und wen Sie gerade vertreten.
office-my-roles = Ihre Rollen
office-no-roles = Sie sprechen für eine Seite, haben aber keine Rolle in einem Amt.
office-steads = Sie vertreten gerade
office-steads-help = Was Sie an ihrer Stelle tun, wird so vermerkt: Sie, für sie.
office-instead-of = Vertretung von { $names }
office-my-absences = Ihre Abwesenheiten
office-absences = Abwesenheiten
office-naming = Sie sind als Vertretung genannt
office-verify = Bestätigung am Schalter
office-mine = Meine Ämter
office-review = Zu prüfen
office-people = Wer hier arbeitet
offices-mine-lead = Die Ämter, die Sie leiten: Halten Sie Zeiten und Kontakte aktuell.
offices-mine-empty = Sie leiten kein offenes Amt.
absences-lead = Wenn Sie nicht da sind, macht jemand Ihre Arbeit. Ein Grund ist nicht nötig.
absences-open = Laufende und kommende
absences-filter = Abwesenheiten suchen
absences-words = Name der abwesenden Person
absences-empty = Alle sind da
absences-empty-text = Keine laufende oder kommende Abwesenheit.
absence-new = Neue Abwesenheit
absence-person = Wer abwesend ist
absence-person-help = Für Sie selbst und für die Mitarbeitenden der Ämter, die Sie leiten.
absence-office = Von welchem Amt
absence-office-help = Wer in mehreren Ämtern arbeitet, kann verschiedene Vertretungen haben.
absence-all-offices = Alle Ämter
absence-from = Von
absence-until = Bis
absence-substitutes = Wer vertritt
absence-substitutes-help = Der Reihe nach. Ist die erste Person abwesend, folgt deren Vertretung, dann die zweite.
absence-substitute = Vertretung
absence-nobody = Niemand
absence-save = Abwesenheit eintragen
absence-cancel = Abwesenheit aufheben
absence-cancel-text = Ab sofort gilt die Person als anwesend, und niemand handelt mehr für sie.
absence-cancel-send = Ja, aufheben
error-absence-person = Wählen Sie eine Person aus der Liste.
error-absence-order = Das Ende liegt vor dem Beginn.
error-absence-over = Diese Abwesenheit ist schon vorbei.
error-absence-long = Eine Abwesenheit dauert höchstens zwei Jahre.
error-moment = Geben Sie Tag und Uhrzeit an.
error-substitute = Wählen Sie jemanden, der hier arbeitet.
error-substitute-self = Niemand vertritt sich selbst.
error-substitute-twice = Diese Person steht schon in der Liste.
verify-lead = Wer vor Ihnen steht, zeigt ein Dokument: Danach darf die Person, was namentlich Bekannten vorbehalten ist.
verify-search = Person suchen
verify-words = Name, Nickname oder E-Mail
verify-short = Geben Sie mindestens drei Buchstaben ein.
verify-nobody = Niemand heißt „{ $words }“. Fragen Sie nach der E-Mail der Anmeldung.
verify-found = Gefundene Personen
verify-begin = Bestätigen
verify-latest = Die letzten Bestätigungen
verify-latest-empty = Noch keine.
verify-by = Wer gesehen hat
verify-document = Dokument
verify-person = { $name } bestätigen
verify-form-lead = Die Steuernummer wird nicht gespeichert: nur ein Abdruck, damit niemand zweimal bestätigt wird.
verify-code = Steuernummer
verify-code-help = Wie auf der Gesundheitskarte: sechzehn Zeichen.
verify-born = Geburtsdatum
verify-residence = Wohnviertel
verify-residence-help = Nur um zu sagen, wer über ein Gebiet abstimmen darf. Niemand sieht es.
verify-send = Diese Person bestätigen
document-cie = Elektronischer Personalausweis
document-card = Personalausweis aus Papier
document-passport = Reisepass
document-licence = Führerschein
document-permit = Aufenthaltserlaubnis
error-fiscal-code = Die Nummer stimmt nicht: Prüfen Sie jedes Zeichen, auch das letzte.
error-birth-date = Geben Sie das Geburtsdatum des Dokuments ein.
error-birth-date-code = Dieses Datum passt nicht zur Steuernummer.
error-document-kind = Wählen Sie das gesehene Dokument.
error-verify-self = Niemand bestätigt sich selbst: Fragen Sie im Kollegium.
error-verify-already = Diese Person ist schon bestätigt.
conflicts-title = Eine Nummer, zwei Profile
conflicts-lead = Eine Person hat ein bestätigtes Profil. Es entscheidet die Leitung, nicht wer den Fall gefunden hat.
conflicts-empty = Kein offener Fall
conflicts-empty-text = Wenn zwei Profile dieselbe Steuernummer zeigen, finden Sie es hier.
conflict-newcomer = Zeigt sie jetzt
conflict-holder = Hatte sie schon gezeigt
conflict-reason = Warum
conflict-reason-help = Beide Personen lesen es in ihrer Mail.
conflict-move = An { $name } übertragen
conflict-keep = Bei { $name } belassen
conflict-moved = An das neue Profil übertragen.
conflict-kept = Beim ersten Profil belassen.
error-conflict-own = Diesen Fall haben Sie gefunden, oder er ist schon entschieden: Er ist Sache von jemand anderem.
toast-verification-conflict = Ein anderes Profil hat diese Nummer schon gezeigt: Der Fall liegt bei der Leitung.
toast-conflict-decided = Entschieden. Beide Personen bekommen eine Mail.
toast-absence-noted = Abwesenheit eingetragen.
toast-absence-cancelled = Abwesenheit aufgehoben.
glass-open = Notzugriff: Sie sehen Vertrauliches bis { $when }.
glass-open-close = Schließen
glass-close = Jetzt schließen
admin-glass = Notzugriff
glass-lead = Wer das System betreut, liest nichts Vertrauliches. Im Notfall geht es eine halbe Stunde lang, mit Begründung: Datenschutz und die übrige Administration erfahren es sofort.
glass-reason = Warum Sie es brauchen
glass-reason-help = Ein Satz, den andere in einem Jahr noch verstehen.
glass-break = Notzugriff nehmen
glass-times = Bisherige Fälle
glass-never = Bisher nie.
error-glass-reason = Schreiben Sie warum, mit mindestens zehn Buchstaben.
toast-glass-open = Der Notzugriff läuft. Die Zuständigen wurden benachrichtigt.
toast-glass-closed = Der Notzugriff ist beendet.
confidential-short = Vertraulich
confidential-title = Vertraulich: { $name }
confidential-audience = Nur für den Datenschutz. Jeder Blick bleibt im Protokoll.
confidential-consents = Einwilligungen
confidential-no-consents = Keine Einwilligung vermerkt.
confidential-no-devices = Keine offene Anmeldung.
keys-title = Schlüssel für Programme
keys-lead = Ein Programm, das für Sie handelt, benutzt einen eigenen Schlüssel, nicht Ihr Passwort. Sie können ihn jederzeit zurücknehmen.
keys-list = Ihre Schlüssel
keys-empty = Keine Schlüssel.
key-made = Hier ist der Schlüssel
key-made-text = Kopieren Sie ihn jetzt: Er wird nicht noch einmal gezeigt. Fragt das Programm nach einem Namen, ist es { $handle }.
key-new = Neuer Schlüssel
key-label = Für welches Programm
key-label-help = Ein Name, den Sie wiedererkennen, etwa „Telefon“ oder „Kalender“.
key-kind = Was das Programm verlangt
key-kind-help = Fragt es nach Name und Passwort, wählen Sie das Erste.
key-kind-app = Ein App-Passwort
key-kind-token = Ein Token
key-scopes = Was es darf
scope-account = Lesen, wer Sie sind
scope-sessions = Lesen, auf welchen Geräten Sie angemeldet sind
key-lasts = Wie lange
key-lasts-30 = Dreißig Tage
key-lasts-90 = Drei Monate
key-lasts-365 = Ein Jahr
key-lasts-ever = Bis ich ihn zurücknehme
key-used = Zuletzt benutzt
key-never = Nie
key-over = Abgelaufen
key-send = Schlüssel erstellen
key-revoke = Zurücknehmen
error-key-label = Schreiben Sie kurz, für welches Programm er ist.
error-key-scope = Wählen Sie mindestens eine Sache, die er darf.
error-key-lasts = Wählen Sie eine Dauer aus der Liste.
error-key-many = Sie haben schon fünfzig Schlüssel: Nehmen Sie einige zurück.
toast-key-revoked = Schlüssel zurückgenommen: Er öffnet nichts mehr.
admin-invitations = Einladungen
tickets-lead = Zurzeit meldet man sich nur mit Einladung an. Jeder Link gilt für einige Personen und bis zu einem Tag.
tickets-lead-off = Zurzeit braucht die Anmeldung keine Einladung: Die Links zählen, sobald die Einstellungen es sagen (accounts.sign_up).
tickets-list = Bisherige Einladungen
tickets-empty = Noch keine Einladung.
ticket-label = Für wen
ticket-label-help = Nur Sie lesen es: „Klasse 3B“, „Jugendrat“.
ticket-uses = Wie viele Personen
ticket-days = Wie viele Tage
ticket-left = Übrig
ticket-send = Link erstellen
ticket-made = Hier ist der Link
ticket-made-text = Kopieren Sie ihn jetzt: Er wird nicht noch einmal gezeigt.
ticket-revoke = Zurücknehmen
ticket-over = Vorbei
toast-ticket-revoked = Einladung zurückgenommen.
error-ticket-label = Schreiben Sie, für wen sie ist, zwei bis hundert Zeichen.
error-ticket-uses = Geben Sie eine Zahl von 1 bis 1000 ein.
error-ticket-days = Geben Sie eine Zahl von 1 bis 365 ein.
error-ticket-over = Diese Einladung ist aufgebraucht oder zurückgenommen: Bitten Sie um eine neue.
error-password-breached = Dieses Passwort steht in einer Liste gestohlener Passwörter: Wählen Sie ein anderes.
error-email-domain = Mit diesem Maildienst geht die Anmeldung nicht. Nehmen Sie eine andere Adresse.
error-puzzle-wait = Von hier kamen viele Anmeldungen. Warten Sie { $seconds } Sekunden und senden Sie noch einmal: Ihre Angaben bleiben.
error-puzzle-stale = Es ist zu viel Zeit vergangen. Senden Sie noch einmal: Ihre Angaben bleiben.
puzzle-wait = Von hier kamen viele Anmeldungen: Warten Sie eine Minute, bevor Sie senden.
act-absence-noted = Abwesenheit eingetragen
act-absence-cancelled = Abwesenheit aufgehoben
act-glass-broken = Notzugriff genommen
act-glass-mended = Notzugriff beendet
act-key-made = Schlüssel erstellt
act-key-revoked = Schlüssel zurückgenommen
act-person-confidential-read = Vertrauliches gelesen
act-person-verification-conflict = Zwei Profile, eine Nummer
act-person-verification-decided = Entschieden, wem die Nummer gehört
act-ticket-made = Einladung erstellt
act-ticket-revoked = Einladung zurückgenommen
conflicts-waiting = { $n ->
    [0] Kein Fall zu entscheiden
    [one] Ein Fall zu entscheiden
   *[other] { $n } Fälle zu entscheiden
}
mail-conflict-yours-subject = Ihr Profil ist bestätigt
mail-conflict-yours-text =
    Guten Tag { $name },

    es wurde entschieden, wem die Steuernummer gehört, die zwei Profile gezeigt haben: Ihnen. Grund: { $reason }

    { $link }

    Der Platz von { $town }
mail-conflict-other-subject = Ihr Profil ist nicht mehr bestätigt
mail-conflict-other-text =
    Guten Tag { $name },

    es wurde entschieden, wem die Steuernummer gehört, die zwei Profile gezeigt haben: einem anderen Profil. Grund: { $reason }

    Wenn das nicht stimmt, kommen Sie mit einem Dokument an den Schalter.

    { $link }

    Der Platz von { $town }
mail-glass-subject = Jemand hat den Notzugriff genommen
mail-glass-text =
    Guten Tag { $name },

    { $who } hat für eine halbe Stunde Vertrauliches geöffnet. Grund: { $reason }

    { $link }

    Der Platz von { $town }
review-lead = Was jemand anderes für eine Seite geschrieben oder geändert hat, die zwei Personen verlangt. Lesen Sie in Ruhe.
review-empty = Nichts zu prüfen
review-empty-text = Wenn jemand für eine Seite mit zwei Personen schreibt, finden Sie es hier.
review-own = von Ihnen
review-own-text = Sie haben es geschrieben: Jemand anderes aus der Redaktion veröffentlicht es.
review-take-back = Zurücknehmen und ändern
review-audience = Nur die Redaktion von { $page }
review-release = Als { $page } veröffentlichen
review-return = Noch nicht richtig?
review-reason = Was Sie ändern würden
review-reason-help = Die schreibende Person liest es in ihrer Mail.
review-return-send = Zurückschicken
review-change = Änderung
review-change-text = Dies ändert einen veröffentlichten Beitrag. Bis jemand sie gelesen hat, bleibt der Beitrag, wie er ist.
review-standing = Was jetzt dort steht
held-change-waits = Eine Änderung von { $name } wartet auf Prüfung.
held-change-read = Lesen
toast-change-held = Die Änderung wartet auf jemand anderen aus der Redaktion: Wir haben geschrieben.
error-held-waits = Eine Änderung dieses Beitrags wartet schon: Erst liest sie jemand, oder wer sie geschrieben hat, nimmt sie zurück.
error-held-stale = Der Beitrag wurde inzwischen geändert oder gelöscht: Schicken Sie die Änderung zurück, damit sie noch einmal angesehen wird.
error-change-held = Diese Seite veröffentlicht zu zweit: Ändern Sie den Beitrag auf der Website, dann liest ihn jemand anderes.
act-post-change-held = Änderung wartet auf Prüfung
toast-post-held = Der Beitrag wartet auf eine zweite Person: Sie wurde benachrichtigt.
toast-post-returned = Zurückgeschickt.
error-held-own = Sie haben es geschrieben: Jemand anderes veröffentlicht es.
error-held-decided = Jemand war schneller: Über diesen Beitrag ist schon entschieden.
error-held-alone = Diese Seite veröffentlicht zu zweit, und Sie sind allein. Bitten Sie die Verwaltung um eine zweite Person.
admin-two-person = Zum Veröffentlichen braucht es zwei: eine Person schreibt, eine andere liest
act-post-held = Beitrag wartet auf Prüfung
act-post-released = Beitrag geprüft und veröffentlicht
act-post-returned = Beitrag zurückgeschickt
mail-held-subject = Ein Beitrag zu prüfen: { $title }
mail-held-text =
    Guten Tag { $name },

    { $who } hat einen Beitrag einer Seite geschrieben oder geändert, die zu zweit veröffentlicht: „{ $title }“. Sie finden ihn hier:

    { $link }

    Der Platz von { $town }
mail-returned-subject = Ein Beitrag zu ändern: { $title }
mail-returned-text =
    Guten Tag { $name },

    jemand aus der Redaktion hat „{ $title }“ zurückgeschickt. Grund: { $reason }

    Hier können Sie weitermachen:

    { $link }

    Der Platz von { $town }
admin-role-until = Bis zum Tag
admin-role-until-help = Einschließlich. Leer lassen, wenn es kein Ende gibt.
error-role-until = Geben Sie einen Tag ab heute ein.
handover-title = Übergabe
handover-text = Wenn jemand geht, gehen die Seiten und geleiteten Ämter an eine andere Person.
handover-to = An wen
handover-to-help = Nickname oder E-Mail.
handover-send = Übergeben
error-handover-self = Wählen Sie eine andere Person.
error-handover-nothing = Es gibt nichts zu übergeben: keine Seite und kein Amt.
toast-handed-over = Übergeben.
act-person-handed-over = Übergabe
office-audience = Nur für Mitarbeitende der Gemeinde
