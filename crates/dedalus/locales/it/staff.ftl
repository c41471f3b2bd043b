# The office: absences, verification at the counter, review
nav-office = Segreteria
office-title = Segreteria
office-home = Il mio posto
office-menu = Menu della segreteria
office-nav = Segreteria
office-nav-short = Menu della segreteria
office-lead = Chi sei qui dentro, e chi sostituisci adesso.
office-my-roles = I tuoi ruoli
office-no-roles = Parli per una pagina, ma non hai un ruolo in un ufficio.
office-steads = Adesso sostituisci
office-steads-help = Quello che fai al loro posto resta scritto così: tu, per loro.
office-instead-of = Sostituisci { $names }
office-my-absences = Le tue assenze
office-absences = Assenze
office-naming = Ti hanno indicato come sostituto
office-verify = Verifiche allo sportello
office-mine = I miei uffici
office-review = Da rivedere
office-people = Chi ci lavora
offices-mine-lead = Gli uffici che dirigi: tieni aggiornati orari e contatti.
offices-mine-empty = Non dirigi nessun ufficio aperto.
absences-lead = Quando non ci sei, qualcuno fa il lavoro al tuo posto. Il motivo non serve.
absences-open = In corso e in arrivo
absences-filter = Cerca tra le assenze
absences-words = Nome di chi è assente
absences-empty = Ci siete tutti
absences-empty-text = Nessuna assenza in corso o in arrivo.
absence-new = Nuova assenza
absence-person = Chi è assente
absence-person-help = Puoi scrivere per te e per chi lavora negli uffici che dirigi.
absence-office = Da quale ufficio
absence-office-help = Chi lavora in più uffici può avere sostituti diversi.
absence-all-offices = Tutti i suoi uffici
absence-from = Dal
absence-until = Al
absence-substitutes = Chi sostituisce
absence-substitutes-help = In ordine. Se il primo è assente tocca a chi sostituisce lui, poi al secondo.
absence-substitute = Sostituto
absence-nobody = Nessuno
absence-save = Segna l’assenza
absence-cancel = Annulla l’assenza
absence-cancel-text = Da adesso risulta presente e nessuno agisce più al suo posto.
absence-cancel-send = Sì, annulla l’assenza
error-absence-person = Scegli una persona dall’elenco.
error-absence-order = La fine viene prima dell’inizio.
error-absence-over = Questa assenza è già finita.
error-absence-long = Un’assenza dura al massimo due anni.
error-moment = Scrivi giorno e ora, per esempio 3 marzo, 8:00.
error-substitute = Scegli qualcuno che lavora qui.
error-substitute-self = Nessuno sostituisce se stesso.
error-substitute-twice = Questa persona è già nell’elenco.
verify-lead = Chi è davanti a te mostra un documento: dopo la verifica può fare ciò che è riservato a chi è conosciuto per nome.
verify-search = Cerca la persona
verify-words = Nome, nickname o e-mail
verify-short = Scrivi almeno tre lettere.
verify-nobody = Nessuno si chiama «{ $words }». Chiedi con quale e-mail si è iscritto.
verify-found = Persone trovate
verify-begin = Verifica
verify-latest = Le ultime verifiche
verify-latest-empty = Ancora nessuna.
verify-by = Chi ha visto
verify-document = Documento
verify-person = Verifica { $name }
verify-form-lead = Il codice fiscale non viene conservato: ne resta solo un’impronta, per non verificare due volte la stessa persona.
verify-code = Codice fiscale
verify-code-help = Come sulla tessera sanitaria: sedici caratteri.
verify-born = Data di nascita
verify-residence = Quartiere o frazione di residenza
verify-residence-help = Serve solo a dire chi può votare su una zona. Non lo vede nessuno.
verify-send = Verifica questa persona
document-cie = Carta d’identità elettronica
document-card = Carta d’identità di carta
document-passport = Passaporto
document-licence = Patente
document-permit = Permesso di soggiorno
error-fiscal-code = Il codice non torna: controlla lettera per lettera, anche l’ultima.
error-birth-date = Scrivi la data di nascita del documento.
error-birth-date-code = Questa data non è quella del codice fiscale.
error-document-kind = Scegli il documento che hai visto.
error-verify-self = Nessuno verifica se stesso: chiedi a un collega.
error-verify-already = Questa persona è già verificata.
conflicts-title = Stesso codice, due profili
conflicts-lead = Una persona ha un solo profilo verificato. Decide chi dirige, e non chi ha trovato il caso.
conflicts-empty = Nessun caso aperto
conflicts-empty-text = Quando due profili mostrano lo stesso codice fiscale lo trovi qui.
conflict-newcomer = Lo mostra adesso
conflict-holder = Lo aveva già mostrato
conflict-reason = Perché
conflict-reason-help = Lo leggono le due persone, nella mail che ricevono.
conflict-move = Passa a { $name }
conflict-keep = Resta a { $name }
conflict-moved = Passato al nuovo profilo.
conflict-kept = Rimasto al primo profilo.
error-conflict-own = Questo caso l’hai trovato tu, o è già deciso: tocca a qualcun altro.
toast-verification-conflict = Un altro profilo ha già mostrato questo codice: il caso è passato a chi dirige.
toast-conflict-decided = Deciso. Le due persone ricevono una mail.
toast-absence-noted = Assenza segnata.
toast-absence-cancelled = Assenza annullata.
glass-open = Il vetro è rotto: vedi ciò che è riservato fino a { $when }.
glass-open-close = Richiudi
glass-close = Richiudi adesso
admin-glass = Rompere il vetro
glass-lead = Chi tiene il sistema non legge ciò che è riservato. In emergenza può aprirlo per mezz’ora, scrivendo perché: lo sanno subito il responsabile della protezione dei dati e gli altri amministratori.
glass-reason = Perché ti serve
glass-reason-help = Una frase che altri possano capire tra un anno.
glass-break = Rompi il vetro
glass-times = Le volte che è successo
glass-never = Mai, finora.
error-glass-reason = Scrivi perché, in almeno dieci lettere.
toast-glass-open = Il vetro è rotto. Chi deve saperlo è stato avvisato.
toast-glass-closed = Il vetro è di nuovo intero.
confidential-short = Riservato
confidential-title = Riservato: { $name }
confidential-audience = Solo chi protegge i dati. Ogni lettura resta nel registro.
confidential-consents = Consensi
confidential-no-consents = Nessun consenso registrato.
confidential-no-devices = Nessun accesso aperto.
keys-title = Chiavi per i programmi
keys-lead = Un programma che agisce per te usa una chiave sua, non la tua password. La ritiri quando vuoi.
keys-list = Le tue chiavi
keys-empty = Nessuna chiave.
key-made = Ecco la chiave
key-made-text = Copiala adesso: non la mostriamo più. Se il programma chiede un nome, è { $handle }.
key-new = Nuova chiave
key-label = Per quale programma
key-label-help = Un nome che riconosci, per esempio «Telefono» o «Calendario».
key-kind = Che cosa chiede il programma
key-kind-help = Se chiede nome e password scegli la prima.
key-kind-app = Una password per l’app
key-kind-token = Un token
key-scopes = Che cosa può fare
scope-account = Leggere chi sei
scope-sessions = Leggere su quali dispositivi hai fatto l’accesso
key-lasts = Per quanto tempo
key-lasts-30 = Trenta giorni
key-lasts-90 = Tre mesi
key-lasts-365 = Un anno
key-lasts-ever = Finché non la ritiro
key-used = Ultimo uso
key-never = Mai
key-over = Scaduta
key-send = Crea la chiave
key-revoke = Ritira
error-key-label = Scrivi per quale programma è, in poche parole.
error-key-scope = Scegli almeno una cosa che può fare.
error-key-lasts = Scegli una durata dall’elenco.
error-key-many = Hai già cinquanta chiavi: ritirane qualcuna.
toast-key-revoked = Chiave ritirata: da adesso non apre più niente.
admin-invitations = Inviti
tickets-lead = Adesso ci si iscrive solo con un invito. Ogni collegamento vale per un numero di persone e fino a un giorno.
tickets-lead-off = Adesso l’iscrizione non chiede un invito: i collegamenti serviranno quando le impostazioni lo diranno (accounts.sign_up).
tickets-list = Gli inviti fatti
tickets-empty = Ancora nessun invito.
ticket-label = Per chi
ticket-label-help = Lo leggi solo tu: «Classe 3B», «Consulta giovani».
ticket-uses = Quante persone
ticket-days = Per quanti giorni
ticket-left = Restano
ticket-send = Crea il collegamento
ticket-made = Ecco il collegamento
ticket-made-text = Copialo adesso: non lo mostriamo più.
ticket-revoke = Ritira
ticket-over = Finito
toast-ticket-revoked = Invito ritirato.
error-ticket-label = Scrivi per chi è, da due a cento lettere.
error-ticket-uses = Scrivi un numero da 1 a 1000.
error-ticket-days = Scrivi un numero da 1 a 365.
error-ticket-over = Questo invito è finito o è stato ritirato: chiedine un altro.
error-password-breached = Questa password è in un elenco di password rubate: scegline un’altra.
error-email-domain = Con questo servizio di posta non ci si può iscrivere. Usa un altro indirizzo.
error-puzzle-wait = Da qui sono arrivate molte iscrizioni. Aspetta { $seconds } secondi e premi di nuovo: quello che hai scritto resta.
error-puzzle-stale = È passato troppo tempo. Premi di nuovo: quello che hai scritto resta.
puzzle-wait = Da qui sono arrivate molte iscrizioni: prima di premere aspetta un minuto.
act-absence-noted = Assenza segnata
act-absence-cancelled = Assenza annullata
act-glass-broken = Vetro rotto
act-glass-mended = Vetro richiuso
act-key-made = Chiave creata
act-key-revoked = Chiave ritirata
act-person-confidential-read = Letto ciò che è riservato
act-person-verification-conflict = Due profili, un codice
act-person-verification-decided = Deciso di chi è il codice
act-ticket-made = Invito creato
act-ticket-revoked = Invito ritirato
conflicts-waiting = { $n ->
    [0] Nessun caso da decidere
    [one] Un caso da decidere
   *[other] { $n } casi da decidere
}
mail-conflict-yours-subject = Il tuo profilo è verificato
mail-conflict-yours-text =
    Ciao { $name },

    qualcuno ha deciso di chi è il codice fiscale mostrato da due profili: è tuo. Motivo: { $reason }

    { $link }

    La piazza di { $town }
mail-conflict-other-subject = Il tuo profilo non è più verificato
mail-conflict-other-text =
    Ciao { $name },

    qualcuno ha deciso di chi è il codice fiscale mostrato da due profili: risulta di un altro profilo. Motivo: { $reason }

    Se non è giusto, vieni allo sportello con un documento.

    { $link }

    La piazza di { $town }
mail-glass-subject = Qualcuno ha rotto il vetro
mail-glass-text =
    Ciao { $name },

    { $who } ha aperto ciò che è riservato, per mezz’ora. Motivo: { $reason }

    { $link }

    La piazza di { $town }
review-lead = Quello che un altro redattore ha scritto o cambiato per una pagina che chiede due persone. Leggilo con calma.
review-empty = Niente da rivedere
review-empty-text = Quando un altro redattore scrive per una pagina con due persone, lo trovi qui.
review-own = l’hai scritto tu
review-own-text = L’hai scritto tu: lo pubblica un altro redattore della pagina.
review-take-back = Riprendi e cambia
review-audience = Solo i redattori di { $page }
review-release = Pubblica come { $page }
review-return = Non va ancora bene?
review-reason = Che cosa cambieresti
review-reason-help = Lo legge chi l’ha scritto, nella mail che riceve.
review-return-send = Rimanda indietro
review-change = modifica
review-change-text = È una modifica di un post pubblicato. Finché nessuno la rilegge, il post resta com’è.
review-standing = Che cosa dice adesso
held-change-waits = Una modifica di { $name } aspetta di essere riletta.
held-change-read = Leggila
toast-change-held = La modifica aspetta un altro redattore: gli abbiamo scritto.
error-held-waits = Una modifica di questo post aspetta già: prima qualcuno la rilegge, o chi l’ha scritta la riprende.
error-held-stale = Intanto il post è cambiato o non c’è più: rimanda indietro la modifica, chi l’ha scritta la rivede.
error-change-held = Questa pagina pubblica in due: cambia il post sul sito, e un altro redattore rilegge.
act-post-change-held = Modifica in attesa di rilettura
toast-post-held = Il post aspetta un altro redattore: gli abbiamo scritto.
toast-post-returned = Rimandato indietro.
error-held-own = L’hai scritto tu: lo pubblica un altro redattore.
error-held-decided = Qualcuno è stato più veloce: questo post è già stato deciso.
error-held-alone = Questa pagina pubblica in due, e sei l’unico redattore. Chiedi all’amministrazione di aggiungerne un altro.
admin-two-person = Per pubblicare servono due redattori: uno scrive, un altro rilegge
act-post-held = Post in attesa di rilettura
act-post-released = Post riletto e pubblicato
act-post-returned = Post rimandato indietro
mail-held-subject = Un post da rileggere: { $title }
mail-held-text =
    Ciao { $name },

    { $who } ha scritto o cambiato un post di una pagina che pubblica in due: «{ $title }». Lo trovi qui:

    { $link }

    La piazza di { $town }
mail-returned-subject = Un tuo post da cambiare: { $title }
mail-returned-text =
    Ciao { $name },

    un altro redattore ha rimandato indietro «{ $title }». Motivo: { $reason }

    Puoi riprenderlo da qui:

    { $link }

    La piazza di { $town }
admin-role-until = Fino al giorno
admin-role-until-help = Compreso. Lascialo vuoto se non ha una fine.
error-role-until = Scrivi un giorno da oggi in avanti.
handover-title = Passaggio di consegne
handover-text = Quando qualcuno se ne va, le pagine per cui parla e gli uffici che dirige passano a un’altra persona.
handover-to = A chi passano
handover-to-help = Nickname o e-mail.
handover-send = Passa le consegne
error-handover-self = Scegli un’altra persona.
error-handover-nothing = Non c’è niente da passare: nessuna pagina e nessun ufficio.
toast-handed-over = Consegne passate.
act-person-handed-over = Passaggio di consegne
office-audience = Solo per chi lavora in Comune
