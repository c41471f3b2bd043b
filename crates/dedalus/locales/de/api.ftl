# Anwendungen, die für eine Person handeln
oauth-title = Möchten Sie «{ $app }» zulassen?
oauth-who = Hier fragt ein fremdes Programm, nicht die Gemeinde. Es handelt in Ihrem Namen, { $name }.
oauth-what = Was es darf
oauth-back = Nach Ihrer Antwort kommen Sie zurück zu { $place }.
oauth-site = Seine Seite: { $site }
oauth-warning = Lassen Sie es nur zu, wenn Sie das Programm kennen. Ihr Passwort braucht es nicht und sieht es nicht.
oauth-allow = Zulassen
oauth-refuse = Nein, danke
oauth-later = Sie können das jederzeit zurücknehmen: Ihre Anwendungen
oauth-unsound-title = Mit dieser Anfrage stimmt etwas nicht
oauth-unsound-text = Wir haben niemandem etwas geschickt. Gehen Sie zurück zum Programm und sagen Sie es denen, die es machen.
oauth-unsound-home = Zurück zum Platz
oauth-unknown-client = Wir kennen das Programm nicht, das hier fragt, oder es wurde entfernt.
oauth-unknown-redirect = Die Adresse, zu der wir Sie zurückschicken sollen, hat das Programm nicht angegeben.
applications-title = Verbundene Anwendungen
applications-lead = Die Programme, die für Sie handeln dürfen. Wenn Sie eines zurücknehmen, öffnet es von da an nichts mehr. Wenn Sie Ihr Passwort ändern oder sich überall abmelden, endet alles.
applications-empty = Sie haben kein Programm zugelassen.
application-name = Anwendung
application-since = Seit
application-revoke = Zurücknehmen
application-site = Seite
application-back = Kehrt zurück zu
application-people = Personen
application-known = Registriert
application-active = aktiv
application-gone = entfernt
application-take-away = Entfernen
application-ask-title = Die Anwendung «{ $name }» entfernen?
application-ask-text = { $n ->
    [0] Niemand benutzt sie. Von jetzt an kann sie weder fragen noch etwas öffnen.
    [one] Eine Person hat sie zugelassen: Das endet sofort und kann nicht rückgängig gemacht werden.
   *[other] { $n } Personen haben sie zugelassen: Das endet sofort und kann nicht rückgängig gemacht werden.
}
admin-applications = Anwendungen
admin-applications-lead = Fremde Programme, die sich für die Schnittstelle registriert haben. Entfernen Sie, wer Schaden anrichtet: Was erlaubt war, endet sofort.
admin-applications-filter = Anwendungen filtern
admin-applications-empty = Keine Anwendungen
admin-applications-empty-text = Noch kein Programm hat sich registriert.
toast-application-revoked = Zurückgenommen.
toast-client-revoked = Anwendung entfernt.
act-application-allowed = Anwendung zugelassen
act-application-revoked = Anwendung nicht mehr zugelassen
act-client-revoked = Anwendung entfernt

# Bereiche
scope-read = Alles lesen, was Sie lesen
scope-read-accounts = Ihr Profil und die der anderen lesen
scope-read-statuses = Beiträge und Kommentare lesen, die Sie sehen
scope-read-bookmarks = Ihre Lesezeichen lesen
scope-read-follows = Lesen, wem und was Sie folgen
scope-read-notifications = Ihre Hinweise lesen
scope-write = Überall auf dem Platz in Ihrem Namen schreiben und handeln
scope-write-statuses = Ihre Beiträge und Kommentare schreiben, ändern, teilen und löschen
scope-write-favourites = In Ihrem Namen «Gefällt mir» setzen und zurücknehmen
scope-write-bookmarks = Ihre Lesezeichen setzen und entfernen
scope-write-notifications = Ihre Hinweise als gelesen markieren
scope-write-follows = In Ihrem Namen folgen, Gemeinschaften beitreten und sie verlassen
scope-follow = Lesen, wem Sie folgen, und in Ihrem Namen folgen
error-oauth-scope = Diesen Bereich gibt es nicht.

# Die Seite der Schnittstelle
api-title = Schnittstelle für Programme
api-lead = Lesen Sie den Platz und handeln Sie für eine Person mit einem eigenen Programm. Was alle lesen, steht allen offen, ohne Erlaubnis.
api-openapi = Die OpenAPI-Beschreibung
api-metadata = Die OAuth-Angaben
api-begin = So fangen Sie an
api-begin-1 = Registrieren Sie das Programm: eine Anfrage, die Antwort nennt seinen Namen (client_id).
api-begin-2 = Schicken Sie die Person zu /oauth/authorize mit response_type=code, state und einer PKCE-Aufgabe (S256).
api-begin-3 = Die Person sieht, worum Sie bitten, und antwortet; sie kommt mit einem Code zurück, der eine Minute gilt.
api-begin-4 = Tauschen Sie den Code bei /oauth/token: Der Schlüssel gilt eine Stunde, der zum Erneuern neunzig Tage nach dem letzten Gebrauch.
api-keys = Für ein Programm, das nur Ihnen gehört, genügt ein persönlicher Schlüssel:
api-rules = Die Regeln
api-rule-same = Es gelten die Rechte, Grenzen und Regeln der Seiten: Ein Programm liest und schreibt, was die Person darf, nie für ein Amt.
api-rule-pages = Listen sagen im Kopf Link, wo die nächste Seite beginnt.
api-rule-once = Was mit demselben Idempotency-Key wiederholt wird, geschieht einmal.
api-rule-errors = Fehler folgen RFC 9457 und nennen das Feld.
api-rule-often = Kommen Sie zu oft, ist die Antwort 429: Warten Sie die Sekunden von Retry-After.
api-word = Wort
api-means = Was es erlaubt
api-addresses = Die Adressen
api-address = Adresse
api-does = Was sie tut
api-public = auch ohne Erlaubnis
error-api-choice = Diese Wahl gibt es nicht.
error-api-number = Schreiben Sie eine der erlaubten Zahlen.
error-api-words = Der Text ist leer oder zu lang.
