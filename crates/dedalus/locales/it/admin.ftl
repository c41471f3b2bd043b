# La cornice
admin-title = Amministrazione
admin-menu = Menu dell’amministrazione
admin-nav = Amministrazione
admin-nav-short = Amministrazione, menu breve
admin-nav-town = Città
admin-nav-system = Sistema
admin-work = Come va
admin-overview = A colpo d’occhio
admin-people = Persone
admin-pages = Pagine istituzionali
admin-offices = Uffici e orari
admin-clarity = Chiarezza delle pagine
admin-jobs = Lavori in coda
admin-mail = Posta in uscita
admin-audit = Registro degli atti
admin-actions = Azioni
admin-show = Apri
admin-change = Modifica
admin-remove = Togli
admin-end = Termina
admin-next = Avanti
admin-csv = Scarica come CSV
admin-state = Stato
admin-any-state = Tutti gli stati
admin-open = aperto
admin-closed = chiuso
admin-closed-since = Da { $when }.
admin-choose = Scegli
admin-nobody = nessuno
admin-name-words = Nome
admin-filters-on = Filtri attivi
admin-filter-off = togli il filtro
admin-empty-filtered = Niente corrisponde
admin-empty-filtered-text = Prova con meno filtri, o con una parola più corta.
admin-empty-all = Mostra tutto
admin-public-page = Guarda la pagina pubblica
admin-position = Posto nell’elenco
admin-position-help = Un numero: prima i più piccoli. Se non lo scrivi va in fondo.
error-position = Scrivi un numero da 0 a 9999.
error-long = Troppo lungo: accorcia un po’.

# A colpo d’occhio
admin-stuck = { $n ->
    [one] Un lavoro aspetta te.
   *[other] { $n } lavori aspettano te.
}
admin-stuck-look = Guarda che cosa è successo
admin-disk-low = Il disco è quasi pieno.
admin-disk-low-text = Fai spazio prima che si fermi tutto.
admin-new-people = { $n ->
    [one] una nuova questa settimana
   *[other] { $n } nuove questa settimana
}
admin-verified = Verificate
admin-suspended-count = { $n ->
    [one] una sospesa
   *[other] { $n } sospese
}
admin-staff = Con un ruolo
admin-staff-text = chi lavora negli uffici
admin-opinions = { $n ->
    [one] un parere
   *[other] { $n } pareri
}
admin-jobs-waiting = Lavori in attesa
admin-jobs-running = { $n ->
    [one] uno in corso
   *[other] { $n } in corso
}
admin-jobs-dead = Lavori falliti
admin-jobs-verify = { $n ->
    [one] uno da controllare
   *[other] { $n } da controllare
}
admin-mail-dead = Lettere non partite
admin-mail-waiting = { $n ->
    [one] una in attesa
   *[other] { $n } in attesa
}
admin-database = Base di dati
admin-disk = Spazio libero
admin-disk-of = su { $whole }
admin-version = Versione

# Persone
admin-people-filter = Filtra le persone
admin-people-words = Nome, nome utente o e-mail
admin-people-count = { $n ->
    [one] Una persona, in ordine di nome
   *[other] { $n } persone, in ordine di nome
}
admin-people-empty = Ancora nessuna persona
admin-people-empty-text = Chi si iscrive compare qui. Puoi anche invitare.
admin-tier = Livello
admin-any-tier = Tutti i livelli
admin-tier-registered = iscrizione confermata
admin-tier-verified = identità verificata
admin-state-active = attivo
admin-state-invited = in attesa della password
admin-state-suspended = sospeso
admin-state-closed = chiuso
admin-role = Ruolo
admin-roles = Ruoli
admin-any-role = Tutti i ruoli
admin-no-role = Nessun ruolo
admin-citizen = nessun ruolo
admin-since = Con noi da
admin-voice = Parla come
admin-sessions = Dispositivi
admin-sessions-count = { $n ->
    [0] nessuno
    [one] un dispositivo con l’accesso aperto
   *[other] { $n } dispositivi con l’accesso aperto
}
admin-in-audit = Cerca nel registro
admin-invite = Invita una persona
admin-invite-lead = Prepari il profilo e noi mandiamo un collegamento: la password la sceglie chi lo riceve.
admin-handle-help = Lettere senza accento, cifre e trattino basso. Non si cambia più.
admin-invite-email-help = Il collegamento arriva qui e vale sette giorni.
admin-invite-role-help = Se dai un ruolo, scegli anche l’ufficio.
admin-invite-send = Crea il profilo e manda l’invito
admin-invitation = Invito
admin-invitation-text = Questa persona non ha ancora scelto la password.
admin-invitation-again = Manda di nuovo l’invito
error-has-password = Questa persona ha già una password: se l’ha persa, ne sceglie un’altra dalla pagina «Accedi».
admin-office = Ufficio
admin-any-office = Tutti gli uffici
admin-no-office = Nessun ufficio
admin-from = Da
admin-until = Fino a
admin-running = in corso
admin-roles-empty = Nessun ruolo, né adesso né prima.
admin-role-begin = Dai un ruolo
admin-role-begin-send = Il ruolo comincia adesso
admin-role-end-title = Finisce il ruolo di { $name }?
admin-role-end-text = { $role }, { $office }. Da quel momento non può più fare niente con questo ruolo. Nella storia resta.
admin-role-end-send = Termina il ruolo
error-role = Scegli un ruolo.
error-office = Scegli un ufficio dell’elenco.
error-last-system = È l’ultima persona che amministra il sistema. Prima dai questo ruolo a un’altra.
admin-verify = Identità
admin-verify-text = Se la persona è davanti a te allo sportello, puoi verificarla adesso.
admin-verify-document = Ho visto un documento valido e il nome corrisponde
admin-verify-send = Verifica allo sportello
admin-verified-text = Identità verificata. Se è stato un errore, torna indietro.
admin-unverify-send = Togli la verifica
error-document = Prima guarda il documento, poi metti la spunta.
admin-suspend = Sospendi questa persona
admin-suspend-text = Esce subito da tutti i dispositivi e non può più accedere. Quello che ha scritto resta. Puoi tornare indietro.
admin-reason = Motivo
admin-reason-help = Resta nel registro. Scrivi i fatti, in una riga.
admin-suspend-send = Sospendi
admin-suspended-title = Questa persona è sospesa
admin-reactivate-send = Riattiva
error-reason = Scrivi il motivo.
error-reason-long = Al massimo 300 caratteri.
error-suspend-self = Non puoi sospendere te. Chiedi a un’altra persona che amministra il sistema.
toast-person-invited = Profilo creato. L’invito è in partenza.
toast-invitation-sent = L’invito parte di nuovo.
toast-person-suspended = Persona sospesa. I suoi dispositivi sono usciti.
toast-person-reactivated = La persona può accedere di nuovo.
toast-person-verified = Identità verificata.
toast-person-unverified = Verifica tolta.
toast-role-begun = Il ruolo è cominciato.
toast-role-ended = Il ruolo è finito.

# Pagine istituzionali
admin-pages-filter = Filtra le pagine
admin-pages-empty = Ancora nessuna pagina
admin-pages-empty-text = Una pagina è una voce del Comune: creane una.
admin-page-new = Nuova pagina
admin-page-create = Crea la pagina
admin-page-handle = Nome nell’indirizzo
admin-page-handle-help = Per esempio polizia-locale. Se lo lasci vuoto lo ricaviamo dal nome. Non si cambia più.
admin-initials = Sigla
admin-initials-help = Da una a tre lettere: stanno nel tondo accanto al nome.
admin-colour = Colore della sigla
admin-colour-sea = mare
admin-colour-terra = terracotta
admin-colour-sand = sabbia
admin-page-bio = Presentazione
admin-page-bio-help = Chi parla qui e di che cosa, in una o due frasi.
admin-page-office = Ufficio dietro la pagina
admin-page-office-help = La pagina ne mostra orari e contatti.
admin-cover = Disegno in testa
admin-cover-golfo = Il golfo
admin-cover-porto = Il porto
admin-cover-mercato = Il mercato
admin-cover-duomo = Il duomo
admin-cover-chiostro = Il chiostro
admin-cover-scaffali = Gli scaffali
admin-cover-gronda-leone = La gronda a testa di leone
admin-cover-acquedotto = L’acquedotto
admin-cover-tempio = Il tempio
admin-cover-villa-palmeri = Villa Palmeri
admin-cover-monte = Il monte
admin-cover-carnevale = Il carnevale
admin-cover-corteo = Il corteo
admin-cover-rogo = Il rogo
admin-cover-navetta = La navetta
admin-cover-raccolta = La raccolta differenziata
admin-cover-lampione = Il lampione
admin-cover-vento = Il vento
admin-cover-ufficio = L’ufficio
admin-cover-mappa = La mappa
admin-page-close = Chiudi la pagina
admin-page-close-title = Chiudi { $name }?
admin-page-close-text = Esce dagli elenchi e nessuno parla più a suo nome. Quello che ha pubblicato resta. Puoi riaprirla.
admin-page-close-send = Sì, chiudi la pagina
admin-page-is-closed = Questa pagina è chiusa
admin-page-reopen = Riapri la pagina
error-page-name = Il nome va da 2 a 80 caratteri.
error-page-handle = Usa lettere minuscole senza accento, cifre e trattini, da 2 a 60.
error-page-handle-taken = C’è già una pagina con questo nome nell’indirizzo.
error-initials = Scrivi da una a tre lettere.
error-page-bio = Al massimo 300 caratteri.
error-colour = Scegli un colore dell’elenco.
error-cover = Scegli un disegno dell’elenco.
admin-editors = Chi parla
admin-editors-title = Chi parla come questa pagina
admin-editors-help = Fuori si legge il nome della pagina. Nel registro resta chi ha scritto.
admin-editors-empty = Ancora nessuno: aggiungi la prima persona.
admin-editor-rights = Che cosa può fare { $name }
admin-may-publish = Pubblica messaggi
admin-may-reply = Risponde ai commenti
admin-editor-add = Aggiungi una persona
admin-editor-add-send = Aggiungi
admin-editor-who = Nome utente o e-mail
admin-editor-who-help = Di una persona che ha già un profilo.
admin-editor-end-title = Togli { $name }?
admin-editor-end-text = { $name } non parlerà più come { $page }. Quello che ha già pubblicato resta.
admin-editor-end-send = Sì, togli
error-nobody = Non troviamo nessuno con questo nome utente o questa e-mail.
error-person-suspended = Questa persona è sospesa: prima riattivala.
error-rights = Scegli almeno una cosa che può fare.
toast-page-closed = La pagina è chiusa. Puoi riaprirla da qui.
toast-page-reopened = La pagina è di nuovo aperta.
toast-editor-added = Adesso può parlare come questa pagina.
toast-editor-changed = Salvato: i nuovi permessi valgono subito.
toast-editor-removed = Non parla più come questa pagina.

# Uffici
admin-offices-filter = Filtra gli uffici
admin-offices-empty = Ancora nessun ufficio
admin-offices-empty-text = I ruoli si danno in un ufficio: crea il primo.
admin-office-new = Nuovo ufficio
admin-office-create = Crea l’ufficio
admin-office-slug = Nome nell’indirizzo
admin-office-slug-help = Per esempio lavori-pubblici. Se lo lasci vuoto lo ricaviamo dal nome. Non si cambia più.
admin-office-kind = Tipo
admin-any-kind = Tutti i tipi
admin-kind-ordinary = ufficio
admin-kind-public-relations = relazioni con il pubblico (URP)
admin-kind-political = ufficio politico
admin-office-purpose = Che cosa fa
admin-office-purpose-help = In una frase, con le parole di chi lo cerca.
admin-office-parent = Ufficio superiore
admin-no-parent = Nessuno
admin-members = Ruoli
admin-head-help = Nome utente o e-mail di chi lo dirige.
admin-hours-help = Una riga al giorno, per esempio 9:00–13:30, 15–17. Vuota vuol dire chiuso.
admin-day-1 = Lunedì
admin-day-2 = Martedì
admin-day-3 = Mercoledì
admin-day-4 = Giovedì
admin-day-5 = Venerdì
admin-day-6 = Sabato
admin-day-7 = Domenica
admin-office-close = Chiudi l’ufficio
admin-office-close-title = Chiudi { $name }?
admin-office-close-text = Esce dagli elenchi pubblici. La sua storia resta. Puoi riaprirlo.
admin-office-close-send = Sì, chiudi l’ufficio
admin-office-is-closed = Questo ufficio è chiuso
admin-office-reopen = Riapri l’ufficio
error-office-name = Il nome va da 2 a 100 caratteri.
error-slug = Usa lettere minuscole senza accento, cifre e trattini, da 2 a 60.
error-slug-taken = C’è già un ufficio con questo nome nell’indirizzo.
error-kind = Scegli un tipo dell’elenco.
error-phone = Nel telefono usa cifre, spazi, + e -.
error-office-circle = Un ufficio non può stare sotto sé stesso. Scegline un altro.
error-office-staffed = Qui qualcuno ha ancora un ruolo. Prima termina quei ruoli.
error-office-above = Sotto questo ufficio ce ne sono altri. Prima spostali.
error-hours-shape = «{ $piece }» non è un orario. Scrivi per esempio 9:00–13:30.
error-hours-time = «{ $piece }» non è un’ora. Scrivi per esempio 9 oppure 9:30.
error-hours-order = In «{ $piece }» chiude prima di aprire.
error-hours-overlap = «{ $piece }» comincia prima che finisca quello che precede.
error-hours-many = Al massimo sei aperture al giorno.
toast-office-closed = L’ufficio è chiuso. Puoi riaprirlo da qui.
toast-office-reopened = L’ufficio è di nuovo aperto.

# Lavori
admin-jobs-lead = Quello che il sistema fa da solo: lettere, pulizie, indici. Se qualcosa non riesce, qui vedi perché.
admin-jobs-filter = Filtra i lavori
admin-jobs-words = Parole nell’errore
admin-jobs-empty = Nessun lavoro
admin-jobs-empty-text = Quando il sistema ha qualcosa da fare compare qui.
admin-recurring = Lavori che tornano
admin-recurring-empty = Il primo giro non è ancora cominciato.
job-number = Numero
job-kind = Che cosa
job-queued = In coda da
job-next = Prossima volta
job-last = Ultima volta
job-never = mai
job-finished = Finito
job-tries = Tentativi
job-tries-most = Tentativi al massimo
job-error = Errore
job-waiting = in attesa
job-running = in corso
job-done = fatto
job-dead = fallito
job-verify = da controllare
job-soon = Parte: { $when }.
job-again = Non è riuscito, riprova: { $when }. Tentativi finora: { $tries }.
job-now = Qualcuno ci sta lavorando adesso.
job-over = Finito: { $when }.
job-gave-up = Non è riuscito e ha smesso di provare. Tentativi: { $tries }.
job-look = Non sappiamo se è andato a buon fine: controlla tu.
job-retry = Riprova adesso
job-retry-title = Riprovare?
job-retry-text = Prima togli la causa dell’errore. Poi il lavoro ricomincia da capo.
job-retry-verify = Prima controlla se è già successo: se riprovi, può succedere due volte.
job-not-dead = Questo lavoro non è fermo: intanto è ripartito, o ha finito.
job-kind-mail-send = Spedire una lettera
job-kind-jobs-sweep = Dimenticare i lavori finiti
job-kind-identity-sweep = Dimenticare accessi e richieste scadute
job-kind-social-collect = Togliere le immagini senza messaggio
job-kind-social-sweep = Cancellare per sempre i messaggi tolti

# Posta
mail-waiting = In attesa
mail-sent = Partite
mail-sent-text = nelle ultime due settimane
mail-dead = Non partite
mail-list = Lettere
mail-filter = Filtra le lettere
mail-probe-title = La posta arriva?
mail-probe-text-page = Mandiamo una lettera di prova a { $email }, da { $sender }.
mail-to-folder = Adesso le lettere non partono: vanno in una cartella, per le prove.
mail-probe-send = Manda la lettera di prova
admin-mail-empty = Ancora nessuna lettera
admin-mail-empty-text = Conferme, password, inviti: quando partono compaiono qui.
mail-probe-subject = Prova: la posta arriva

# Registro
admin-audit-lead = Chi ha fatto che cosa, quando e come era prima. Le righe si aggiungono soltanto.
admin-audit-filter = Filtra il registro
admin-audit-words = Nome di chi agisce o della cosa
admin-any-act = Tutti gli atti
admin-audit-empty = Il registro è vuoto
admin-audit-empty-text = La prima cosa che qualcuno fa compare qui.
audit-when = Quando
audit-who = Chi
audit-voice = Come pagina
audit-as = come { $voice }
audit-address = Indirizzo di rete
audit-act = Atto
audit-act-word = Atto, parola breve
audit-kind = Tipo di cosa
audit-number = Numero
audit-subject = Su che cosa
audit-before = Prima
audit-after = Dopo
audit-change = Che cosa è cambiato
audit-change-show = Mostra
act-person-signed-up = si è iscritto
act-person-added = profilo creato
act-person-invited = invito
act-person-invitation-sent = invito mandato di nuovo
act-person-renamed = nome cambiato
act-person-password-changed = password cambiata
act-person-password-reset = nuova password dopo averla persa
act-person-suspended = sospensione
act-person-reactivated = riattivazione
act-person-verified = verifica allo sportello
act-person-unverified = verifica tolta
act-membership-begun = ruolo cominciato
act-membership-ended = ruolo finito
act-page-created = pagina creata
act-page-changed = pagina modificata
act-page-closed = pagina chiusa
act-page-reopened = pagina riaperta
act-editor-added = può parlare come pagina
act-editor-changed = permessi cambiati
act-editor-removed = non parla più come pagina
act-office-created = ufficio creato
act-office-changed = ufficio modificato
act-office-closed = ufficio chiuso
act-office-reopened = ufficio riaperto
act-job-retried = lavoro ripreso
act-mail-probed = lettera di prova
act-post-published = messaggio pubblicato
act-post-edited = messaggio modificato
act-post-deleted = messaggio cancellato
act-post-restored = messaggio ripristinato
act-comment-published = commento pubblicato
act-comment-edited = commento modificato
act-comment-deleted = commento cancellato
act-comment-restored = commento ripristinato

# Chiarezza
clarity-total = In media { $mean } stelle su 5, { $opinions }.
clarity-by-page = Pagina per pagina
clarity-latest = Le ultime parole
clarity-filter = Filtra le pagine
clarity-page-words = Parte dell’indirizzo
clarity-page = Pagina
clarity-mean = Media
clarity-opinions = Pareri
clarity-read = Leggi
clarity-stars = Stelle
clarity-any-stars = Tutte
clarity-reason = Risposta
clarity-words = Parole
clarity-day = Giorno
clarity-words-filter = Filtra i pareri
clarity-words-words = Parole o pagina
admin-clarity-empty = Ancora nessun parere
admin-clarity-empty-text = In fondo a ogni pagina pubblica c’è la domanda: le risposte arrivano qui.
clarity-words-empty = Ancora nessuna parola
mail-probe-text =
    Ciao { $name },

    questa è la lettera di prova che hai chiesto dall’amministrazione della piazza di { $town }.
    Se la leggi, la posta arriva.

    { $link }

    La piazza di { $town }
mail-invite-subject = Il tuo profilo è pronto: scegli la password
mail-invite-text =
    Ciao { $name },

    il Comune di { $town } ti ha preparato un profilo nella piazza in rete.
    Per cominciare apri questa pagina e scegli la tua password:

    { $link }

    Il collegamento vale sette giorni e una volta sola. Se è scaduto, chiedine un altro dalla pagina «Accedi».

    La piazza di { $town }
