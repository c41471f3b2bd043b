# Che cosa si segnala, e perché
moderation-kind-post = Messaggio
moderation-kind-comment = Commento
moderation-kind-person = Persona
moderation-kind-community = Comunità
reason-spam = Pubblicità o ripetizioni
reason-offence = Offese o minacce
reason-personal = Dati personali di altri
reason-hate = Odio
reason-services = Notizie false sui servizi
reason-illegal = Contro la legge
reason-other = Altro
reason-rule-spam = Resta sul tema e non ripetere lo stesso messaggio. La pubblicità sta altrove.
reason-rule-offence = Niente insulti e minacce: si discute delle idee, non delle persone.
reason-rule-personal = Niente dati di altri: nomi, targhe, telefoni, foto di minori.
reason-rule-hate = Niente odio contro le persone per quello che sono.
reason-rule-services = Niente notizie false su uffici e servizi: chi ci crede si fa male.
reason-rule-illegal = Quello che la legge vieta, qui non sta.
reason-rule-other = Le regole della piazza.
report-abuse = Segnala
report-abuse-title = Segnala un abuso
report-abuse-lead = Dicci che cosa non va. Lo legge una persona, non un programma.
report-choose = Scegli un motivo
report-reason = Motivo
report-reason-help = Quello che si avvicina di più.
report-words = Spiega
report-words-help = Poche parole bastano. Servono se il motivo è «Altro».
report-secret = Chi hai segnalato non sa che sei stato tu.
report-send = Invia la segnalazione
reported-title = La tua segnalazione
reported-lead = Grazie. L’abbiamo ricevuta.
reported-step-1 = Una persona della moderazione legge il testo e quello che c’è intorno.
reported-step-2 = Decide entro { $when }.
reported-step-3 = Ti scriviamo com’è andata. La risposta resta anche in questa pagina.
reported-acted = Abbiamo letto e siamo intervenuti. Grazie per averlo detto.
reported-dismissed = Abbiamo letto. Secondo noi le regole sono rispettate, e il testo resta.
reported-what = Che cosa
reported-when = Quando
toast-report-already = L’avevi già segnalato: ecco a che punto è.
error-report-reason = Scegli un motivo.
error-report-words = Spiega con qualche parola che cosa non va.
error-report-long = Al massimo { $max } caratteri.

# Decisioni
action-dismiss = Niente da fare
action-release = Pubblica: va bene così
action-warn = Richiamo
action-hide = Testo nascosto
action-limit = Profilo limitato
action-suspend = Profilo sospeso
action-close = Comunità chiusa
decision-said-dismiss = Non c’è niente da fare
decision-said-warn = Ti chiediamo di rispettare le regole
decision-said-hide = Abbiamo nascosto quello che hai scritto
decision-said-limit = Per un po’ quello che scrivi passa da un controllo
decision-said-suspend = Il tuo profilo è sospeso
decision-said-close = La comunità è chiusa
decision-title = Decisione
decision-lead = Qui trovi che cosa abbiamo deciso, perché, e come chiedere di ripensarci.
decision-what = Che cosa abbiamo deciso
decision-until = Fino a { $when }.
decision-no-end = Senza scadenza.
decision-days = { $n ->
    [one] Un giorno
   *[other] { $n } giorni
}
decision-facts = Che cosa è successo
decision-rule = La regola
decision-rules = Le regole della piazza
decision-how = Come l’abbiamo saputo
decision-automatic = Un filtro automatico ha fermato il testo. Ha deciso una persona.
decision-reported = Qualcuno l’ha segnalato. Ha deciso una persona.
decision-seen = L’ha visto la moderazione. Ha deciso una persona.
decision-when = Quando
decision-ended = Finita
decision-ended-time = il tempo è passato.
decision-ended-appeal = il tuo ricorso è stato accolto.
decision-ended-undone = l’abbiamo annullata.
decision-over = finita
decision-about = Di che cosa si parla
decisions-title = Decisioni su di me
decisions-lead = Quello che la moderazione ha deciso su ciò che hai scritto, con i motivi.
decisions-empty = Nessuna decisione
decisions-empty-text = La moderazione non ha deciso niente che ti riguardi.
post-hidden-own = La moderazione ha nascosto questo testo: lo leggi solo tu.
post-hidden-why = Leggi perché e che cosa puoi fare
post-held-own = Prima che altri lo leggano, lo guarda una persona. Di solito basta qualche ora.
toast-post-waits = Ricevuto. Prima che altri lo leggano, lo guarda una persona.

# Ricorsi
appeal-title = Ricorso
appeal-lead = Se pensi che abbiamo sbagliato, dillo entro { $when }. Decide una persona diversa da chi ha deciso la prima volta.
appeal-words = Perché la decisione è sbagliata
appeal-words-help = Racconta i fatti dal tuo punto di vista.
appeal-send = Chiedi di ripensarci
appeal-elsewhere = Puoi anche rivolgerti a un organismo di risoluzione delle controversie o a un giudice.
appeal-sent = Hai scritto { $when }:
appeal-waits = Lo legge una persona diversa da chi ha deciso. Ti scriviamo la risposta.
appeal-upheld = Accolto
appeal-refused = Respinto
appeal-over = Non c’è più niente da chiedere: la decisione è finita, o il tempo è passato.
toast-appeal-filed = Ricorso ricevuto. Lo legge un’altra persona.
error-appeal-short = Scrivi almeno una frase.
error-appeal-long = È troppo lungo: al massimo 2000 caratteri.
error-appeal-late = Il tempo per il ricorso è passato.
error-appeal-already = Hai già presentato un ricorso.
error-appeal-settled = Un’altra persona ha già deciso questo ricorso.
error-appeal-own = Su una decisione tua, o su un tuo ricorso, decide un’altra persona.
error-appeal-outcome = Scegli se accogliere o respingere.
appeals-title = Ricorsi
appeals-lead = Decide una persona diversa da chi ha deciso la prima volta.
appeals-settled = Decisi
appeals-empty = Nessun ricorso
appeals-empty-text = Qui arrivano le richieste di ripensarci.
appeal-of = Ricorso di { $name }
appeal-against = Contro questa decisione
appeal-decided-first = Ha deciso
appeal-not-yours = tocca a un’altra persona
appeal-not-yours-text = Tocca a un’altra persona: la prima decisione è tua, o il ricorso è tuo.
appeal-outcome = Esito
appeal-outcome-help = Se lo accogli, tutto torna com’era prima.
appeal-choose = Scegli
appeal-uphold = Accolgo: la decisione cade
appeal-refuse = Respingo: la decisione resta
appeal-reasons = Motivi
appeal-reasons-help = Li legge chi ha fatto ricorso.
appeal-settle = Decidi il ricorso
toast-appeal-settled = Ricorso deciso. La persona riceve i motivi.

# La coda
office-moderation = Moderazione
moderation-parts = Parti della moderazione
queue-lead = Quello che le persone segnalano e quello che aspetta un controllo. In alto ciò che aspetta da più tempo.
queue-state = Stato
queue-open = Da decidere
queue-mine = Prese da me
queue-closed = Decise
queue-filter = Filtra la coda
queue-words = Parole del testo o nome
queue-held = In attesa di controllo
queue-late = In ritardo
queue-late-tag = in ritardo
queue-today = Di oggi
queue-chip-off = togli il filtro
queue-empty = Niente da decidere
queue-empty-text = Quando qualcuno segnala qualcosa, lo trovi qui.
queue-count = { $n ->
    [one] Una voce
   *[other] { $n } voci
}
queue-choose = Scegli
queue-text = Testo
queue-reasons = Perché
queue-since = Da quando
queue-whose = Chi se ne occupa
queue-nobody = nessuno ancora
queue-report-count = { $n ->
    [one] una segnalazione
   *[other] { $n } segnalazioni
}
queue-hide-chosen = Nascondi i testi scelti
queue-hide-all = { $n ->
    [one] Nascondi l’unico di questa vista
   *[other] Nascondi tutti i { $n } di questa vista
}
queue-kind = Tipo
queue-number = Numero
queue-author = Autore
queue-reports = Segnalazioni
queue-decided = Decisa
queue-action = Decisione
why-phrase = contiene una frase della lista
why-links = collegamenti da un profilo nuovo
why-limited = profilo limitato
matter-title = { $kind } di { $name }
matter-since = In coda da { $when }
matter-community = Comunità { $name }
matter-confidential = Detto in «{ $name }», che non tutti leggono. Questa lettura resta scritta nel registro.
matter-held = Aspetta un controllo:
matter-noticed = È già pubblicato; controllalo:
matter-community-words = La comunità
matter-keepers = Chi tiene la comunità
matter-another = Se ne sta occupando { $name }. Per mezz’ora decide solo chi l’ha presa.
matter-above = A che cosa risponde
matter-text = Il testo
matter-hidden = nascosto
matter-deleted = tolto da chi l’ha scritto
matter-place = Vedi dov’è
matter-quote-apart = Cita un messaggio che non puoi leggere.
matter-person = Chi l’ha scritto
matter-account-since = profilo dal { $when }
matter-all-of = Nascondi tutto quello che ha scritto nelle ultime 24 ore
matter-reports = { $n ->
    [0] Segnalazioni
    [one] Una segnalazione
   *[other] { $n } segnalazioni
}
matter-no-reports = Nessuno l’ha segnalato.
matter-reporter-gone = Nome dimenticato
matter-secret = I nomi di chi segnala restano qui: chi è segnalato non li vede mai.
matter-earlier = Decisioni precedenti
matter-closed = Decisa { $when }.
matter-decision = Leggi la decisione
matter-own = Ti riguarda, o l’hai segnalato tu: decide un’altra persona.
matter-decide = Decidi
matter-mine = Ce l’hai tu
matter-take = Prendi in carico
matter-action = Che cosa fai
matter-rule = Regola
matter-facts = Che cosa è successo
matter-facts-help = Lo legge chi ha scritto il testo. Fatti, non giudizi. Non serve se scegli «Niente da fare».
removal-facts-help = Lo legge chi l’ha scritto, che può fare ricorso alla moderazione. Fatti, non giudizi.
removal-undone-reason = Chi l’aveva tolto ci ha ripensato: il testo è di nuovo al suo posto.
matter-days = Per quanto
matter-days-help = Vale per i profili limitati o sospesi.
matter-hide-too = Nascondi anche questo testo
matter-send = Decidi e scrivi all’autore
toast-matter-taken = Presa in carico: per mezz’ora decidi tu.
toast-decided = Deciso. Chi è coinvolto riceve i motivi.
toast-decision-undone = Annullata: tutto è come prima.
error-matter-own = Ti riguarda, o l’hai segnalato tu: decide un’altra persona.
error-matter-closed = Qualcuno ha già deciso. Ecco come.
error-matter-taken = Se ne sta occupando un’altra persona.
error-decision-action = Scegli che cosa fare.
error-decision-facts = Scrivi che cosa è successo: chi ha scritto il testo ha diritto di saperlo.
error-decision-long = Al massimo { $max } caratteri.
error-decision-days = Scegli una durata della lista.
error-decision-suspended = Questo profilo è già sospeso.
error-decision-last = Questo profilo non si può sospendere: nessun altro cura il sistema.
error-decision-over = Questa decisione è già finita.
decided-person = Riguarda { $name }
decided-by = Ha deciso { $name }
decided-batch = insieme ad altre
decided-appeal = Vai al ricorso
decided-undo = Annulla la decisione
decided-undo-reason = Perché
decided-undo-help = Lo legge chi era coinvolto. Tutto torna com’era.
decided-undo-send = Annulla
decided-back = Torna alla coda

# Molti insieme
batch-title = Nascondi molti testi insieme
batch-lead = { $texts }, { $people }. Ogni persona riceve i motivi una volta sola. Si può annullare con un clic.
batch-texts = { $n ->
    [one] Un testo
   *[other] { $n } testi
}
batch-people = { $n ->
    [one] una persona
   *[other] { $n } persone
}
batch-nothing = Non c’è niente da nascondere. I testi delle pagine e i tuoi restano fuori.
batch-day = Anche tutto quello che gli stessi profili hanno scritto nelle ultime 24 ore
batch-facts = Lo stesso messaggio pubblicitario, ripetuto da più profili in poche ore.
batch-facts-help = Lo legge ogni persona che ha scritto uno di questi testi.
batch-send = Nascondi tutto
batch-hidden = Nascosti { $done } di { $total }.
batch-back = Rimessi al loro posto { $done } di { $total }.
batch-refresh = Guarda a che punto è
batch-undo = Annulla tutto
batch-undone-reason = È stato un errore: i testi sono di nuovo al loro posto.
toast-batch = Ci siamo: i testi spariscono adesso.
toast-batch-undone = Annullato: i testi tornano al loro posto.
error-batch-empty = Non c’è niente da nascondere.

# Frasi e limiti
office-moderation-rules = Regole di moderazione
rules-of-moderation-lead = Quello che un testo incontra prima che altri lo leggano.
phrases-title = Frasi
phrases-empty = Nessuna frase nella lista.
phrase-words = Frase
phrase-words-help = Maiuscole, accenti, spazi e lettere travestite non contano.
phrase-effect = Effetto
phrase-sentence = Avviso per chi scrive
phrase-sentence-help = Se resta vuoto usiamo il nostro.
phrase-own-sentence = il nostro
phrase-remove = Togli
phrase-add = Aggiungi la frase
effect-hold = Trattieni: lo guarda una persona
effect-warn = Avvisa chi scrive, una volta
effect-refuse = Rifiuta
error-phrase-short = Scrivi almeno due lettere.
error-phrase-long = Al massimo { $max } caratteri.
error-phrase-known = Questa frase c’è già, forse scritta in un altro modo.
limits-title = Limiti
limits-lead = Zero vuol dire nessun limite. I nuovi profili sono quelli di chi non si è ancora fatto riconoscere.
limit-new-days = Giorni in cui un profilo è nuovo
limit-new-days-help = Chi è verificato non è mai nuovo.
limit-new-posts = Messaggi al giorno, per i nuovi
limit-new-posts-help = Oltre, si riprova domani.
limit-new-comments = Commenti al giorno, per i nuovi
limit-new-comments-help = Oltre, si riprova domani.
limit-new-links = Collegamenti al giorno, per i nuovi
limit-new-links-help = I testi con altri collegamenti aspettano un controllo.
limit-new-pictures = Immagini al giorno, per i nuovi
limit-new-pictures-help = Oltre, si riprova domani.
limit-links = Collegamenti in un testo, per tutti
limit-links-help = Oltre, il testo non si pubblica.
limit-burst = Testi in un minuto, per tutti
limit-burst-help = Chi va più in fretta aspetta un minuto.
limit-same = Volte in cui si dice la stessa cosa in un giorno
limit-same-help = I testi brevi, come «Grazie!», non contano.
limits-save = Salva i limiti
error-limit = Scrivi un numero da 0 a { $most }.
error-screen-refused = { $sentence }Questo testo contiene parole che qui non si pubblicano: «{ $words }». Cambialo e riprova.
error-screen-warned = { $sentence }Rileggi («{ $words }»): se lo invii ancora così com’è, lo pubblichiamo.
error-screen-links = Troppi collegamenti: al massimo { $max } in un testo.
error-screen-burst = Stai scrivendo molto in fretta. Aspetta un minuto e riprova: il testo è ancora qui.
error-screen-same = L’hai già detto con le stesse parole. Una volta basta.
error-screen-posts = Nei primi { $days } giorni puoi pubblicare { $max } messaggi al giorno. Riprova domani: copia il testo se vuoi tenerlo.
error-screen-comments = Nei primi { $days } giorni puoi scrivere { $max } commenti al giorno. Riprova domani.
error-screen-pictures = Nei primi { $days } giorni puoi pubblicare { $max } immagini al giorno. Togline qualcuna.

# In numeri
figures-title = La moderazione in numeri
figures-short = In numeri
figures-lead = Che cosa si segnala, che cosa decidiamo, quante volte ci ripensiamo. Senza nomi.
figures-empty = Ancora niente
figures-empty-text = Nessuno ha segnalato niente, e niente è stato deciso.
figures-month = Mese
figures-what = Che cosa
figures-kind = Tipo
figures-number = Numero
figures-reports = Segnalazioni
figures-report = Segnalati
figures-decisions = Decisioni
figures-decision = Deciso
figures-appeals = Ricorsi
figures-settled = Ricorsi decisi
figures-upheld = Ricorsi accolti
figures-median = Ore per decidere (metà dei casi)
figures-detail = Nel dettaglio
figures-note = Contiamo nel mese in cui la cosa è successa, come chiede il regolamento (UE) 2022/2065.

# Registro, dati personali
act-moderation-taken = Segnalazione presa in carico
act-moderation-read = Testo riservato letto dalla moderazione
act-moderation-decided = Decisione di moderazione
act-moderation-undone = Decisione di moderazione annullata
act-moderation-appeal = Ricorso deciso
act-moderation-batch = Molti testi nascosti insieme
act-moderation-batch-undone = Testi nascosti insieme, rimessi
act-moderation-phrase-added = Frase aggiunta alla moderazione
act-moderation-phrase-removed = Frase tolta dalla moderazione
act-moderation-limits = Limiti della moderazione cambiati
kept-moderation = Resta il numero di ciò che fu deciso, senza nomi: serve ai conti pubblici della moderazione.
processing-moderation-title = Moderazione
processing-moderation-purpose = Far rispettare le regole della piazza: segnalazioni, decisioni con i motivi, ricorsi.
processing-moderation-basis = GDPR art. 6 par. 1 lett. c ed e: regolamento (UE) 2022/2065, artt. 16, 17, 20.
processing-moderation-data = Segnalazioni e loro parole, decisioni con i fatti, ricorsi, frasi e limiti.
processing-moderation-people = Chi segnala, chi ha scritto il testo, chi decide.
processing-moderation-kept = Le parole delle segnalazioni e chi le ha scritte: un anno dopo la decisione. Le decisioni: finché c’è il profilo, poi solo il numero.

# Lettere
mail-decision-subject = { $what }
mail-decision-text =
    Ciao { $name },

    { $what }. { $until }

    Che cosa è successo: { $facts }

    La regola: { $rule }

    Se pensi che abbiamo sbagliato puoi chiedere di ripensarci fino al { $appeal }: decide un’altra persona. Tutto è scritto qui:

    { $link }

    La piazza di { $town }
mail-decision-undone-subject = Abbiamo annullato una decisione
mail-decision-undone-text =
    Ciao { $name },

    la decisione «{ $what }» non vale più, e tutto è come prima. Il motivo: { $reason }

    { $link }

    La piazza di { $town }
mail-report-acted-subject = La tua segnalazione
mail-report-acted-text =
    Ciao { $name },

    abbiamo letto quello che ci hai segnalato e siamo intervenuti. Grazie.

    { $link }

    La piazza di { $town }
mail-report-dismissed-subject = La tua segnalazione
mail-report-dismissed-text =
    Ciao { $name },

    abbiamo letto quello che ci hai segnalato. Secondo noi le regole sono rispettate, e il testo resta. Grazie comunque.

    { $link }

    La piazza di { $town }
mail-appeal-upheld-subject = Avevi ragione: ricorso accolto
mail-appeal-upheld-text =
    Ciao { $name },

    un’altra persona ha riletto tutto e ha accolto il tuo ricorso: tutto torna com’era. I motivi: { $reasons }

    { $link }

    La piazza di { $town }
mail-appeal-refused-subject = Il tuo ricorso
mail-appeal-refused-text =
    Ciao { $name },

    un’altra persona ha riletto tutto. La decisione resta. I motivi: { $reasons }

    { $link }

    La piazza di { $town }

reporter-words-help = Di’ perché, secondo te, è contro le regole o contro la legge.
reporter-name = Nome e cognome
reporter-email = E-mail
reporter-email-help = Ti scriviamo due volte: quando riceviamo la segnalazione e quando decidiamo.
reporter-minors = Riguarda abusi sessuali su minori: nome ed e-mail non servono.
reporter-faith = In buona fede ritengo che quello che scrivo sia esatto e completo.
reporter-privacy = Nome ed e-mail li legge solo chi decide. Li cancelliamo sei mesi dopo la decisione.
reporter-step-3 = Ti scriviamo a { $email } com’è andata.
reporter-back = Torna indietro
error-reporter-name = Scrivi il tuo nome.
error-reporter-faith = Conferma che quello che scrivi è esatto e completo.
matter-minors = Abusi su minori
matter-outside = senza profilo
mail-reporter-received-subject = Abbiamo ricevuto la tua segnalazione
mail-reporter-received-text =
    Ciao,

    con questo indirizzo qualcuno, forse tu, ci ha segnalato qualcosa nella piazza di { $town }. Motivo: { $reason }.
    La legge una persona, e ti scriviamo che cosa decide. Le regole:

    { $link }

    La piazza di { $town }
mail-reporter-acted-subject = La tua segnalazione
mail-reporter-acted-text =
    Ciao,

    una persona ha letto quello che ci hai segnalato, e siamo intervenuti. Grazie.
    Se non sei d’accordo con la decisione, puoi rivolgerti a un organismo di risoluzione delle controversie (articolo 21 del regolamento (UE) 2022/2065) o al giudice. Le regole:

    { $link }

    La piazza di { $town }
mail-reporter-dismissed-subject = La tua segnalazione
mail-reporter-dismissed-text =
    Ciao,

    una persona ha letto quello che ci hai segnalato. Secondo noi le regole sono rispettate, e resta com’è.
    Se non sei d’accordo con la decisione, puoi rivolgerti a un organismo di risoluzione delle controversie (articolo 21 del regolamento (UE) 2022/2065) o al giudice. Le regole:

    { $link }

    La piazza di { $town }
