# Applicazioni che agiscono per una persona
oauth-title = Vuoi dare il permesso a «{ $app }»?
oauth-who = Chi chiede è un programma di altri, non del Comune. Agirà a nome tuo, { $name }.
oauth-what = Che cosa potrà fare
oauth-back = Dopo la risposta torni a { $place }.
oauth-site = Il suo sito: { $site }
oauth-warning = Dai il permesso solo se conosci il programma. La tua password non gli serve e non la vedrà.
oauth-allow = Do il permesso
oauth-refuse = No, grazie
oauth-later = Puoi ritirare il permesso quando vuoi: ecco le tue applicazioni
oauth-unsound-title = Questa richiesta non va bene
oauth-unsound-text = Non abbiamo mandato niente a nessuno. Torna al programma da cui vieni e avvisa chi lo fa.
oauth-unsound-home = Torna in piazza
oauth-unknown-client = Non conosciamo il programma che chiede il permesso, oppure è stato tolto.
oauth-unknown-redirect = L’indirizzo a cui dovremmo rimandarti non è fra quelli che il programma ha dichiarato.
applications-title = Applicazioni collegate
applications-lead = I programmi a cui hai permesso di agire per te. Quando ritiri il permesso, da quel momento non aprono più niente. Se cambi la password o esci da tutti i dispositivi, i permessi finiscono.
applications-empty = Non hai dato il permesso a nessun programma.
application-name = Applicazione
application-since = Dal
application-revoke = Ritira
application-site = Sito
application-back = Torna a
application-people = Persone
application-known = Registrata
application-active = attiva
application-gone = tolta
application-take-away = Togli
application-ask-title = Togli l’applicazione «{ $name }»?
application-ask-text = { $n ->
    [0] Nessuno la usa. Da ora non può chiedere permessi né aprire niente.
    [one] Una persona le ha dato il permesso: finisce subito, e non si può tornare indietro.
   *[other] { $n } persone le hanno dato il permesso: finisce subito, e non si può tornare indietro.
}
admin-applications = Applicazioni
admin-applications-lead = I programmi di altri che si sono registrati per usare l’interfaccia. Togli chi abusa: i suoi permessi finiscono subito.
admin-applications-filter = Filtra le applicazioni
admin-applications-empty = Nessuna applicazione
admin-applications-empty-text = Nessun programma si è ancora registrato.
toast-application-revoked = Permesso ritirato.
toast-client-revoked = Applicazione tolta.
act-application-allowed = permesso dato a un’applicazione
act-application-revoked = permesso ritirato a un’applicazione
act-client-revoked = applicazione tolta

# Ambiti
scope-read = Leggere tutto quello che leggi tu
scope-read-accounts = Leggere il tuo profilo e quelli degli altri
scope-read-statuses = Leggere i post e i commenti che vedi tu
scope-read-bookmarks = Leggere i tuoi segnalibri
scope-read-follows = Leggere chi e che cosa segui
scope-read-notifications = Leggere i tuoi avvisi
scope-write = Scrivere e agire a nome tuo in tutta la piazza
scope-write-statuses = Scrivere, cambiare, condividere e cancellare i tuoi post e commenti
scope-write-favourites = Mettere e togliere i tuoi «mi piace»
scope-write-bookmarks = Aggiungere e togliere i tuoi segnalibri
scope-write-notifications = Segnare come letti i tuoi avvisi
scope-write-follows = Seguire, iscriversi alle comunità e uscirne a nome tuo
scope-follow = Leggere chi segui, e seguire a nome tuo
error-oauth-scope = Questo ambito non esiste.

# La pagina dell’interfaccia
api-title = Interfaccia per i programmi
api-lead = Leggi la piazza e agisci per una persona con un programma tuo. Quello che tutti leggono è aperto a tutti, senza permesso.
api-openapi = La descrizione OpenAPI
api-metadata = I dati di OAuth
api-begin = Come si comincia
api-begin-1 = Registra il programma: una richiesta sola, la risposta dice il suo nome (client_id).
api-begin-2 = Manda la persona a /oauth/authorize con response_type=code, lo state e una sfida PKCE (S256).
api-begin-3 = La persona vede che cosa chiedi e risponde; torna al tuo indirizzo con un codice che vale un minuto.
api-begin-4 = Cambia il codice a /oauth/token: la chiave vale un’ora, quella di rinnovo novanta giorni dall’ultimo uso.
api-keys = Per un programma solo tuo basta una chiave personale:
api-rules = Le regole
api-rule-same = Valgono i permessi, i limiti e le regole delle pagine: un programma legge e scrive quello che può la persona, mai per un ufficio.
api-rule-pages = Gli elenchi dicono nell’intestazione Link dove comincia la pagina dopo.
api-rule-once = Una scrittura ripetuta con la stessa Idempotency-Key si fa una volta.
api-rule-errors = Gli errori seguono RFC 9457 e dicono il campo.
api-rule-often = Se scrivi troppo spesso la risposta è 429: aspetta i secondi di Retry-After.
api-word = Parola
api-means = Che cosa permette
api-addresses = Gli indirizzi
api-address = Indirizzo
api-does = Che cosa fa
api-public = anche senza permesso
error-api-choice = Questa scelta non esiste.
error-api-number = Scrivi un numero fra quelli ammessi.
error-api-words = Il testo è vuoto o troppo lungo.
