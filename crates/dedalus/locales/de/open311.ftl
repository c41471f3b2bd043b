# Open311 GeoReport v2: Antworten an Programme, und die Schlüssel.
admin-open311 = Open311
open311-lead = Andere Programme lesen öffentliche Meldungen ohne Schlüssel. Zum Senden brauchen sie einen: Hier geben Sie ihn aus und ziehen ihn zurück.
open311-endpoint = Adresse zum Eintragen
open311-keys = Schlüssel
open311-keys-empty = Noch kein Schlüssel: Man kann vorerst nur lesen.
open311-key-made = Kopieren Sie ihn jetzt und senden Sie ihn auf sicherem Weg: Wir zeigen ihn nicht noch einmal.
open311-name = Wem er gehört
open311-name-help = Das Programm, das Amt oder die Firma, die ihn verwendet.
open311-mail = E-Mail der verantwortlichen Stelle
open311-daily = Meldungen am Tag
open311-daily-help = Wie viele er an einem Tag höchstens senden darf.
open311-reports = Eingegangen
open311-since = Seit
open311-revoked = zurückgezogen
open311-revoke-title = Den Schlüssel zurückziehen?
open311-revoke-text = Ab sofort sendet er nichts mehr. Eingegangene Meldungen bleiben. Ein zurückgezogener Schlüssel kommt nicht wieder: Erstellen Sie bei Bedarf einen neuen.
open311-open-data = Offene Daten / Open311
open311-notice = { $n ->
    [one] Wir antworten innerhalb eines Tages.
   *[other] Wir antworten innerhalb von { $n } Tagen.
}
open311-contact = { $town }: { $mail }
open311-key-service = Zum Senden von Meldungen brauchen Sie einen Schlüssel: Fragen Sie { $mail } und schreiben Sie, welches Programm ihn verwenden wird.
open311-unknown = Diese Adresse gibt es nicht.
open311-failed = Etwas hat nicht funktioniert. Versuchen Sie es gleich noch einmal; wenn es anhält, schreiben Sie uns.
open311-too-many = Zu viele Anfragen: Warten Sie so lange, wie Retry-After sagt.
open311-jurisdiction-unknown = jurisdiction_id: Hier gibt es nur { $ours }.
open311-service-missing = service_code: fehlt.
open311-service-unknown = service_code: „{ $code }“ gibt es nicht.
open311-request-unknown = service_request_id: „{ $id }“ gibt es nicht.
open311-key-missing = api_key: fehlt. Zum Senden brauchen Sie ihn.
open311-key-wrong = api_key: gilt nicht.
open311-date = start_date, end_date: Schreiben Sie ein Datum wie 2028-02-24T10:00:00+01:00.
open311-dates-turned = end_date liegt vor start_date.
open311-dates-far = Zwischen start_date und end_date liegen höchstens 90 Tage.
open311-status = status: open, closed oder beide mit Komma.
open311-many-ids = service_request_id: höchstens 1000 Nummern.
open311-photo-lost = Das Foto zur Meldung konnte nicht geholt werden.
error-open311-name = Schreiben Sie, wem er gehört, mit 2 bis 80 Zeichen.
error-open311-daily = Schreiben Sie eine Zahl von 1 bis 100000.
error-open311-place = Ein Ort wird gebraucht: lat und long, address_string oder address_id.
error-open311-address = Diese Adresse steht nicht im Straßenverzeichnis: Schreiben Sie sie wie „Via Garibaldi 12“.
error-open311-long = Höchstens { $max } Zeichen.
error-open311-media = Eine Adresse, die mit https:// beginnt, wird gebraucht.
act-open311-key-made = Open311-Schlüssel erstellt
act-open311-key-revoked = Open311-Schlüssel zurückgezogen
job-kind-open311-photo = Foto von einer anderen Adresse
