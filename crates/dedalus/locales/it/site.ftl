# La prima pagina
home-title = { $town }, oggi in piazza
home-lead = Quello che il Comune dice, quello che ci diciamo tra noi, gli uffici aperti adesso.
home-join = Entra in piazza
home-write = Scrivi in piazza
home-search = Cerca in piazza
home-search-label = Cerca notizie, uffici, conversazioni
home-search-placeholder = Cerca notizie, conversazioni
home-says = Il Comune dice
home-says-all = Tutte le notizie
home-says-empty = Ancora nessuna notizia
home-says-empty-text = Qui compare quello che scrivono il Comune e i suoi uffici.
home-pinned = In evidenza
home-pinned-read = Leggi tutto
home-talk = Se ne parla
home-talk-all = Tutte le conversazioni
home-talk-on = su
home-people = Dalla gente
home-lively = Comunità vive questa settimana
home-waits = Ti aspetta
home-waits-notices = { $n ->
    [one] Un avviso da leggere
   *[other] { $n } avvisi da leggere
}
home-waits-notices-many = Più di 99 avvisi da leggere
home-waits-invitations = { $n ->
    [one] Un invito in una comunità
   *[other] { $n } inviti in comunità
}
home-waits-requests = { $n ->
    [one] Una persona chiede di seguirti
   *[other] { $n } persone chiedono di seguirti
}
home-waits-drafts = { $n ->
    [one] Una bozza da finire
   *[other] { $n } bozze da finire
}
home-waits-comments = { $n ->
    [one] Un commento da approvare
   *[other] { $n } commenti da approvare
}
home-voices = Le voci del Comune
home-voices-all = Tutte le voci
home-offices = { $n ->
    [0] Gli uffici, adesso tutti chiusi
    [one] Gli uffici, adesso aperto uno
   *[other] Gli uffici, adesso aperti { $n }
}
home-offices-all = Tutti gli uffici e gli orari

# Gli uffici
offices-title = Uffici
offices-lead = Chi fa che cosa, dove lo trovi e se la porta adesso è aperta.
offices-filter = Cerca un ufficio
offices-filter-words = Che cosa ti serve?
offices-filter-open = Solo quelli aperti adesso
offices-empty = Nessun ufficio corrisponde
offices-empty-text = Prova con una parola sola, per esempio «tributi» o «scuola», oppure guarda anche quelli chiusi.
offices-all = Mostra tutti gli uffici
office-hours = Orari di apertura
office-day = Giorno
office-time = Orario
office-today = oggi
office-contacts = Dove e come
office-address = Indirizzo
office-phone = Telefono
office-head = Responsabile
office-voice = Parla in piazza come
door-open = Aperto adesso
door-soon = Aperto ancora per poco
door-hours-unknown = Orari non indicati
door-closed = Chiuso adesso
door-until = fino alle { $time }
door-opens-today = apre oggi alle { $time }
door-opens-tomorrow = apre domani alle { $time }
door-opens-on = apre { $day } alle { $time }
door-unknown = chiedi gli orari per telefono
door-day-closed = chiuso

# Cercare
search-title = Cerca
search-title-for = Cerca: { $words }
search-words = Parole
search-kind = Che cosa
search-kind-all = Tutto
search-kind-posts = Notizie e messaggi
search-kind-comments = Commenti
search-kind-post = Messaggio
search-kind-comment = Commento
search-kind-page = Pagina istituzionale
search-order = Ordine
search-order-relevance = Prima i più pertinenti
search-order-date = Prima i più recenti
search-hint = Scrivi una o più parole. «L’ufficio» trova anche «ufficio» e «uffici»; gli accenti non contano.
search-empty = Niente per «{ $words }»
search-empty-text = Prova con meno parole, o con una parola più semplice.

# Le pagine fisse
privacy-title = Informativa privacy
privacy-lead = Quali dati teniamo, perché, per quanto, e che cosa puoi chiedere.
privacy-body =
    ## Chi tratta i dati

    Il titolare è il Comune di { $town }. Per qualunque domanda scrivi a { $email }.

    ## Quali dati e perché

    - **Il profilo**: nome, nome utente, e-mail, lingua, due parole su di te se le scrivi. Servono a farti partecipare. Nome, nome utente e presentazione li vedono tutti; l’e-mail non la vede nessun altro.
    - **Quello che pubblichi**: messaggi, commenti, immagini. Alle immagini togliamo la posizione e gli altri dati nascosti.
    - **La sicurezza**: i dispositivi da cui sei entrato, con indirizzo di rete e ora, finché la sessione dura. La password non la conosciamo: ne teniamo solo un’impronta.
    - **Il registro degli atti**: chi parla a nome del Comune e chi amministra il sistema lascia una traccia, come chiede la legge.
    - **Il parere sulle pagine**: le stelle e le parole, senza il tuo nome.

    Non usiamo cookie di profilazione e non mandiamo i tuoi dati ad altri siti. I soli cookie sono quello della sessione, quello della lingua e quello, di un minuto, che porta un avviso da una pagina all’altra.

    ## Per quanto

    Il profilo resta finché lo tieni. Una richiesta di iscrizione non confermata sparisce dopo due giorni, un collegamento per la password dopo due ore, una sessione non usata alla sua scadenza.

    ## Che cosa puoi chiedere

    Accesso, correzione, cancellazione, limitazione, opposizione (articoli 15–22 del Regolamento UE 2016/679). Scrivi a { $email }; se la risposta non ti soddisfa puoi rivolgerti al Garante per la protezione dei dati personali.
accessibility-title = Dichiarazione di accessibilità
accessibility-lead = Questa piazza è fatta per essere usata da tutti, con qualunque strumento.
accessibility-body =
    ## A che punto siamo

    Le pagine seguono le linee guida WCAG 2.2, livello AA (norma EN 301 549). Ogni pagina viene controllata con uno strumento automatico a ogni modifica del programma, anche dopo i clic, a larghezza di telefono e di computer. Funziona tutto con la sola tastiera e senza JavaScript.

    ## Che cosa non abbiamo ancora controllato

    Non è ancora stata fatta una prova con persone che usano ogni giorno un lettore di schermo.

    ## Se qualcosa non va

    Scrivi a { $email }: di’ quale pagina e che cosa ti ha fermato. Rispondiamo entro 30 giorni; se non succede puoi rivolgerti al difensore civico per il digitale.
legal-title = Note legali
legal-lead = Che valore hanno queste pagine e di chi è il programma.
legal-body =
    ## Le pagine

    Quello che pubblicano le voci del Comune di { $town } ha valore informativo. Gli atti ufficiali stanno nell’albo pretorio. I messaggi delle persone sono delle persone che li scrivono.

    ## Riuso

    I testi delle voci istituzionali si possono riusare citando la fonte, con licenza CC BY 4.0, dove non è scritto altro.

    ## Programma

    La piazza gira su Dedalus, programma libero con licenza AGPL-3.0 o successiva: chi lo usa ha diritto di averne il codice. Per averlo scrivi a { $email }.
rules-title = Regole della piazza
rules-lead = Poche regole, per stare bene insieme.
rules-body =
    - **Parla come parleresti in piazza**, guardando in faccia l’altro. Si discute delle idee, non delle persone.
    - **Niente insulti, minacce, odio.** Niente dati di altri: nomi, targhe, telefoni, foto di minori.
    - **Di’ chi sei.** Non fingere di essere un’altra persona o un ufficio.
    - **Resta sul tema** e non ripetere lo stesso messaggio ovunque. La pubblicità sta altrove.
    - **Descrivi le immagini**: chi non vede legge la tua descrizione.
    - Se sbagli, correggi o cancella: hai sette giorni per ripensarci.

    Se qualcosa non va, premi «Segnala» accanto al testo, o scrivi a { $email }. Che cosa decidiamo si legge nella [moderazione in numeri](/moderazione).
faq-title = Domande frequenti
faq-lead = Le risposte alle domande che ci fanno più spesso.
faq-body =
    ## Chi può leggere?

    Chiunque, senza iscriversi. Per commentare e scrivere serve un profilo.

    ## Devo usare il mio vero nome?

    No, basta un nome con cui ti riconoscono. Non può far pensare al Comune o a un ufficio.

    ## Chi risponde quando scrivo a un ufficio?

    Le persone che ci lavorano. Fuori vedi il nome dell’ufficio; dentro resta scritto chi ha risposto.

    ## Posso cancellare quello che ho scritto?

    Sì. Il testo sparisce subito, e per sette giorni puoi rimetterlo.

    ## Ho dimenticato la password

    Dalla pagina «Accedi» scegli «Hai dimenticato la password?»: ti mandiamo un collegamento per sceglierne un’altra.

    ## Posso seguire le notizie senza iscrivermi?

    Sì, con un lettore di feed: in fondo a ogni pagina trovi RSS, Atom e JSON Feed. Anche ogni voce del Comune ha il suo.

    ## Non trovo la risposta

    Scrivi a { $email } o chiama l’ufficio relazioni con il pubblico.
