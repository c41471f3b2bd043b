# Open311 GeoReport v2: risposte ai programmi, e le chiavi.
admin-open311 = Open311
open311-lead = Altri programmi leggono le segnalazioni pubbliche senza chiave. Per inviarne serve una chiave: qui la dai e la ritiri.
open311-endpoint = Indirizzo da registrare
open311-keys = Chiavi
open311-keys-empty = Nessuna chiave: per ora si può solo leggere.
open311-key-made = Copiala adesso e mandala per una via sicura: non la mostriamo più.
open311-name = Di chi è
open311-name-help = Il programma, l’ufficio o l’azienda che la usa.
open311-mail = Email di chi ne risponde
open311-daily = Segnalazioni al giorno
open311-daily-help = Quante ne può inviare in un giorno, al massimo.
open311-reports = Arrivate
open311-since = Dal
open311-revoked = ritirata
open311-revoke-title = Ritirare la chiave?
open311-revoke-text = Da subito non invia più niente. Le segnalazioni già arrivate restano. Una chiave ritirata non torna: se serve, ne crei un’altra.
open311-open-data = Dati aperti / Open311
open311-notice = { $n ->
    [one] Rispondiamo entro un giorno.
   *[other] Rispondiamo entro { $n } giorni.
}
open311-contact = { $town }: { $mail }
open311-key-service = Per inviare segnalazioni serve una chiave: chiedila a { $mail } e scrivi quale programma la userà.
open311-unknown = Questo indirizzo non c’è.
open311-failed = Qualcosa non ha funzionato. Riprova fra poco; se continua, scrivici.
open311-too-many = Troppe richieste: aspetta quanto dice Retry-After.
open311-jurisdiction-unknown = jurisdiction_id: qui c’è solo { $ours }.
open311-service-missing = service_code: manca.
open311-service-unknown = service_code: «{ $code }» non c’è.
open311-request-unknown = service_request_id: «{ $id }» non c’è.
open311-key-missing = api_key: manca. Serve per inviare.
open311-key-wrong = api_key: non vale.
open311-date = start_date, end_date: scrivi una data come 2028-02-24T10:00:00+01:00.
open311-dates-turned = end_date viene prima di start_date.
open311-dates-far = Fra start_date e end_date ci sono al massimo 90 giorni.
open311-status = status: open, closed o tutti e due con la virgola.
open311-many-ids = service_request_id: al massimo 1000 numeri.
open311-photo-lost = La foto inviata con la segnalazione non si è potuta prendere.
error-open311-name = Scrivi di chi è, da 2 a 80 caratteri.
error-open311-daily = Scrivi un numero da 1 a 100000.
error-open311-place = Serve un luogo: lat e long, address_string oppure address_id.
error-open311-address = Questo indirizzo non è nello stradario: scrivilo come «Via Garibaldi 12».
error-open311-long = Al massimo { $max } caratteri.
error-open311-media = Serve un indirizzo che comincia con https://.
act-open311-key-made = chiave Open311 creata
act-open311-key-revoked = chiave Open311 ritirata
job-kind-open311-photo = foto da un altro indirizzo
