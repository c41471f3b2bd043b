# Providers of identity and the directory
provider-kind-openid = OpenID Connect
provider-kind-spid = SPID
provider-kind-cie = CIE
provider-kind-ldap = Directory (LDAP)

# Buttons
button-list = Accedi con
button-enter = Entra con { $provider }
button-prove = Conferma con { $provider }
button-or = oppure
button-spid-what = Cos’è SPID?
button-spid-none = Non hai SPID?
button-cie-what = Cos’è la CIE?

# Somebody new
newcomer-title = Benvenuto: ancora un passo
newcomer-text = { $provider } ci ha detto chi sei. Qui non hai ancora un profilo: scegli come vuoi farti chiamare.
newcomer-vouched = confermato da { $provider }
newcomer-email-help = Ti mandiamo un messaggio per confermarlo. Non lo vede nessun altro.
newcomer-send = Crea il profilo
newcomer-link = Accedi e collega
newcomer-link-text = Accedi al tuo profilo, poi colleghi { $provider } con un clic.
known-title = Hai già un profilo
known-text = C’è già un profilo con l’indirizzo { $email }.
known-advice = Per sicurezza non li uniamo da soli. Accedi al tuo profilo: subito dopo colleghi { $provider } con un clic.

# Linking
link-go-text = Ti mandiamo da { $provider }: lì dici chi sei, poi torni qui e confermi.
link-go = Vai a { $provider }
link-title = Collega { $provider }
link-text = Da ora puoi entrare nel tuo profilo anche con { $provider }. È questa la tua identità?
link-send = Sì, collega
link-directory-text = Scrivi il nome e la password che usi per { $provider }: così sappiamo che sei tu.
link-directory-user = Nome utente in ufficio
unlink-title = Scollega { $provider }
unlink-text = Non potrai più entrare con { $provider }. Il profilo resta com’è, e puoi collegarlo di nuovo quando vuoi.
unlink-send = Scollega
linked-title = Accessi collegati
linked-help = Con che cosa puoi entrare, oltre alla password.
linked-since = collegato
linked-used = usato
linked-kept = lo gestisce il Comune
linked-end = Scollega
linked-begin = Collega
linked-not = Non collegato
toast-linked = Collegato. Da ora puoi entrare anche così.
toast-link-already = Era già collegato al tuo profilo.
toast-unlinked = Scollegato.
error-link-taken = Questa identità apre già un altro profilo.
error-link-last = È l’unico modo che hai per entrare. Prima scegli una password o collega un altro accesso.
error-link-directory = Questo collegamento lo gestisce il Comune. Chiedi a chi cura il sistema.

# Not let in
refused-title = L’accesso non è riuscito
refused-title-cancelled = Hai annullato l’accesso
refused-title-lost = Questo passaggio non vale più
refused-title-taken = Questa identità è già collegata
refused-lost = È passato troppo tempo, oppure hai ricominciato in un’altra scheda.
refused-used = Questo accesso con { $provider } è già stato usato una volta.
refused-cancelled = Non è successo niente: { $provider } non ci ha detto nulla di te.
refused-said = { $provider } dice che in questo momento non può farti entrare.
refused-away = { $provider } non risponde, o risponde in un modo che non capiamo.
refused-code = { $provider } non ha accettato la conferma: forse è scaduta, o è già stata usata.
refused-issuer = La risposta non viene da { $provider }, ma da qualcun altro. Non l’abbiamo usata.
refused-signature = La risposta non porta la firma di { $provider }. Non l’abbiamo usata.
refused-nonce = La risposta di { $provider } non è quella alla tua richiesta. Non l’abbiamo usata.
refused-audience = La risposta di { $provider } era per un altro sito. Non l’abbiamo usata.
refused-expired = La risposta di { $provider } è scaduta prima di arrivare.
refused-level = { $provider } ti ha riconosciuto con un livello di sicurezza più basso di quello che serve qui.
refused-stale = { $provider } non ti ha chiesto di nuovo chi sei, e qui serviva.
refused-token = { $provider } ha risposto in un modo che non possiamo usare.
refused-suspended = Il tuo profilo è sospeso.
refused-taken = Con questa identità di { $provider } si entra già in un altro profilo.
refused-another = Con { $provider } si è presentata un’altra persona, non quella che è entrata qui.
refused-advice-again = Ricomincia da capo: di solito basta.
refused-advice-later = Riprova fra qualche minuto, oppure entra in un altro modo.
refused-advice-cancelled = Puoi ricominciare quando vuoi, o entrare in un altro modo.
refused-advice-tell = Se succede ancora, scrivilo al Comune: forse c’è qualcosa da sistemare. Intanto puoi entrare in un altro modo.
refused-advice-town = Chiedi al Comune perché, e come tornare.
refused-advice-taken = Se anche l’altro profilo è tuo, entra in quello e scollegala: poi la colleghi qui.
refused-advice-another = Se usi un computer di tutti, esci prima dal sito dove hai confermato.
refused-again = Riprova con { $provider }
refused-back = Torna ad Accedi
refused-back-account = Torna al tuo profilo
refused-back-prove = Conferma in un altro modo

# The directory
error-directory-away = La directory del Comune non risponde. Se hai una password tua puoi entrare lo stesso; altrimenti riprova fra poco.
error-directory-suspended = Questo profilo è sospeso. Chiedi a chi cura il sistema.
error-directory-mail = La directory non ha un tuo indirizzo e-mail. Chiedi a chi la cura di aggiungerlo.

# Administration
admin-providers = Accessi: SPID, CIE, directory
admin-providers-lead = Con che cosa si entra, oltre alla password. SPID e CIE stanno sempre per primi.
admin-providers-empty = Si entra solo con la password
admin-providers-empty-text = Aggiungi SPID, CIE, un altro fornitore o la directory degli uffici.
admin-provider-kind = Tipo
admin-provider-verifies = Verifica l’identità
admin-provider-yes = sì
admin-provider-no = no
admin-provider-add = Aggiungi un accesso
admin-provider-new = Nuovo accesso: { $kind }
admin-provider-create = Aggiungi
admin-provider-name-help = Sta sul pulsante, dopo «Entra con».
admin-provider-slug = Nome nell’indirizzo
admin-provider-slug-help = Lettere minuscole, cifre e trattini. Poi non si cambia: sta nell’indirizzo di ritorno.
admin-provider-issuer = Indirizzo del fornitore (issuer)
admin-provider-issuer-help = Comincia con https://. Da lì il fornitore racconta come funziona.
admin-provider-client = Nome del Comune presso il fornitore (client ID)
admin-provider-secret = Segreto (client secret)
admin-provider-secret-help = Lo conserviamo cifrato e non lo mostriamo più.
admin-provider-secret-known = Ce n’è già uno, cifrato. Scrivi qui solo per cambiarlo.
admin-provider-scopes = Che cosa chiedere (scope)
admin-provider-scopes-help = Parole separate da spazi. Ci vuole openid.
admin-provider-acr = Livello di sicurezza (acr)
admin-provider-acr-help = Chi è riconosciuto meno bene non entra. Parole separate da spazi, la preferita per prima.
admin-provider-verifies-box = Chi entra da qui con un codice fiscale diventa una persona verificata
admin-provider-return = Indirizzo di ritorno da dare al fornitore:
admin-provider-is-closed = Con questo accesso non si entra
admin-provider-close = Chiudi questo accesso
admin-provider-close-title = Chiudere l’accesso con { $name }?
admin-provider-close-text = Il pulsante sparisce e nessuno entra più da qui. I collegamenti restano, e puoi riaprirlo quando vuoi.
admin-provider-reopen = Riapri
toast-provider-closed = Accesso chiuso.
toast-provider-reopened = Accesso riaperto.
error-provider-name = Scrivi un nome da 2 a 60 caratteri.
error-provider-slug-taken = C’è già un accesso con questo nome nell’indirizzo.
error-issuer = Scrivi un indirizzo che comincia con https://, come lo dà il fornitore.
error-issuer-linked = Qualcuno entra già con questo fornitore: non può diventare un altro. Chiudilo e aggiungine uno nuovo.
error-client = Scrivi il nome che il fornitore ha dato al Comune.
error-scopes = Manca la parola openid.
error-acr = Con SPID e CIE il livello va detto, per esempio https://www.spid.gov.it/SpidL2.
admin-directory-called-help = Come la chiamate in ufficio: sta nelle pagine e nel registro degli atti.
admin-directory-url = Indirizzo
admin-directory-url-help = Per esempio ldaps://ldap.comune.it, oppure ldap:// con STARTTLS.
admin-directory-starttls = Rendi privata la connessione con STARTTLS (solo con ldap://)
admin-directory-bind = Con quale nome chiede il Comune (bind DN)
admin-directory-bind-help = Un utente che può cercare le persone. Vuoto: senza nome.
admin-directory-password = Password di quell’utente
admin-directory-base = Dove stanno le persone (base DN)
admin-directory-base-help = Per esempio ou=persone,dc=comune,dc=it.
admin-directory-filter = Chi è una persona (filtro)
admin-directory-filter-help = { "{user}" } sta per il nome scritto da chi entra.
admin-directory-name = Attributo con il nome
admin-directory-mail = Attributo con l’e-mail
admin-directory-id = Attributo che non cambia mai
admin-directory-id-help = Di solito entryUUID; objectGUID in Active Directory.
admin-directory-group-base = Dove stanno i gruppi (base DN)
admin-directory-group-base-help = Vuoto: i gruppi non si leggono.
admin-directory-group-filter = Gruppi di una persona (filtro)
admin-directory-group-filter-help = { "{dn}" } sta per la persona, { "{user}" } per il nome che ha scritto.
error-directory-url = Scrivi un indirizzo come ldaps://ldap.comune.it. Con ldaps:// non serve STARTTLS.
error-directory-plain = Le password passerebbero in chiaro: scegli STARTTLS o ldaps://.
error-directory-empty = Questo serve.
error-directory-filter = Scrivi un filtro fra parentesi, con { "{user}" } al posto del nome.
error-directory-group-filter = Scrivi un filtro fra parentesi.
admin-groups = Gruppi e ruoli
admin-groups-help = Chi entra con la directory ha i ruoli dei suoi gruppi. Cominciano e finiscono a ogni accesso; quelli dati a mano restano.
admin-groups-empty = Nessun gruppo dà un ruolo, per ora.
admin-group = Gruppo
admin-group-help = Il nome breve (cn) o quello intero (DN).
admin-group-add = Aggiungi un gruppo
admin-group-add-send = Aggiungi
error-directory-group = Scrivi il nome del gruppo.
error-directory-group-twice = Questa riga c’è già.

# Trying out
probe-begin = Prova
probe-word = Prova
probe-title = Prova di { $name }
probe-fine = Tutto bene: si può usare.
probe-faulty = Qualcosa non va: leggi le righe segnate.
probe-good = bene
probe-bad = da sistemare
probe-again = Prova di nuovo
probe-back = Torna alle impostazioni
probe-address = «{ $value }» non è un indirizzo.
probe-private = { $value } sta in una rete privata. Chi cura la macchina deve nominarlo in outbound.private_hosts.
probe-away = Il fornitore non risponde: { $value }.
probe-odd = Risponde, ma non come un fornitore OpenID Connect: { $value }.
probe-other = Dice di essere un altro: { $value }.
probe-found = Il fornitore si presenta come { $value }.
probe-token = Si accede da { $value }.
probe-no-token = Non dice dove scambiare il codice (token endpoint).
probe-keys = Chiavi pubblicate per le firme: { $value }.
probe-no-keys = Non pubblica nessuna chiave per le firme.
probe-signed = Firma in un modo che sappiamo controllare.
probe-not-signed = Non firma in nessun modo che sappiamo controllare.
probe-pkce = Conosce PKCE con S256.
probe-no-pkce = Non conosce PKCE con S256.
probe-scopes = Conosce tutto quello che chiediamo.
probe-no-scopes = Non conosce questi scope: { $value }.
probe-acr = Conosce il livello che chiediamo.
probe-no-acr = Non conosce questi livelli: { $value }.
probe-ldap-there = La directory risponde a { $value }.
probe-ldap-away = La directory non risponde: { $value }.
probe-ldap-bound = Il Comune si è presentato. { $value }
probe-ldap-unbound = Il Comune non è stato accettato: { $value }.
probe-ldap-base = Questo posto c’è: { $value }.
probe-ldap-no-base = Questo posto non c’è o non si può leggere: { $value }.
probe-ldap-filter = Il filtro delle persone non funziona: { $value }.

# Audit
act-identity-linked = accesso collegato
act-identity-unlinked = accesso scollegato
act-provider-created = accesso aggiunto
act-provider-changed = accesso modificato
act-provider-closed = accesso chiuso
act-provider-reopened = accesso riaperto

# Mails
mail-linked-subject = Ora puoi entrare anche con { $provider }
mail-linked-text =
    Ciao { $name },

    al tuo profilo in { $town } è stato collegato { $provider }: da ora puoi entrare anche così.

    Se non sei stato tu, scollegalo subito e cambia la password:
    { $link }
mail-unlinked-subject = { $provider } non apre più il tuo profilo
mail-unlinked-text =
    Ciao { $name },

    { $provider } è stato scollegato dal tuo profilo in { $town }.

    Se non sei stato tu, cambia la password:
    { $link }
