# Segnalazioni e richieste.
requests-title = Segnalazioni
requests-lead = Buche, lampioni spenti, rifiuti: quello che non va, e a che punto è.
request-new = Segnala un disservizio
requests-received = Ricevute
requests-solved = Risolte
requests-year = negli ultimi 12 mesi
requests-median = Tempo per la risposta
requests-median-days = { $n ->
    [one] un giorno
   *[other] { $n } giorni
}
requests-median-text = una su due ne ha avuto bisogno di meno
requests-filter = Filtra le segnalazioni
requests-words = Parole, luogo o numero
requests-any = Tutte le categorie
requests-any-state = Tutte
requests-any-kind = Tutti i tipi
requests-any-period = Da sempre
requests-period = Periodo
request-period-month = Ultimi 30 giorni
request-period-quarter = Ultimi 90 giorni
request-period-year = Ultimi 12 mesi
requests-empty = Nessuna segnalazione qui
requests-empty-text = Se qualcosa non va, dillo tu per primo.
requests-views = Come vederle
requests-as-list = Elenco
requests-as-map = Mappa
requests-map = Mappa delle segnalazioni
requests-map-count = Segnalazioni in questa parte della mappa: %n
requests-map-some = %n segnalazioni vicine
requests-map-to-list = Vedi le %n segnalazioni in questo punto
requests-map-failed = Le segnalazioni non arrivano. Sposta la mappa per riprovare, oppure leggi l’elenco.
requests-map-script = Per vedere le segnalazioni sulla mappa serve JavaScript. Qui sotto trovi le stesse segnalazioni in elenco.
requests-zone = Solo quelle in un punto della mappa.
requests-zone-off = Mostrale tutte
requests-all = Tutte le segnalazioni
requests-mine = Le mie richieste
requests-mine-empty = Non hai ancora chiesto niente
requests-mine-empty-text = Qui trovi le tue segnalazioni e domande, con la risposta.
requests-my-offices = Tutti i miei uffici
requests-of-me = Le seguo io
requests-quick = Filtri rapidi
request-kind-report = Segnalazione
request-kind-question = Domanda
request-kind-complaint = Reclamo
request-kind-suggestion = Suggerimento
request-kind-praise = Elogio
request-kind-access = Accesso agli atti
request-lead-report = Segnala un disservizio
request-lead-question = Fai una domanda a un ufficio
request-lead-complaint = Scrivi un reclamo
request-lead-suggestion = Proponi un miglioramento
request-lead-praise = Ringrazia un ufficio
request-lead-access = Chiedi di vedere un documento
request-kinds-title = Scrivi al Comune
request-kinds-lead = Scegli di che cosa si tratta. Ricevi subito un numero, e una risposta entro il termine.
request-other-kinds = È un’altra cosa?
request-other-kinds-link = Domande, reclami, suggerimenti, elogi, accesso agli atti
request-step-1 = Passo 1 di 3: la privacy
request-step-1-done = 1. Privacy
request-step-2 = Passo 2 di 3: che cosa succede
request-step-2-done = 2. Che cosa succede
request-step-2-later = 2. Che cosa succede
request-step-3 = Passo 3 di 3: riepilogo e invio
request-step-3-later = 3. Riepilogo e invio
request-step-is-done = (fatto)
request-privacy-text = Il Comune di { $town } usa il tuo nome e i tuoi contatti solo per rispondere. In pubblico non compaiono.
request-privacy-link = Leggi l’informativa sulla privacy
request-privacy-check = Ho letto e compreso l’informativa sulla privacy
request-go-on = Avanti
request-help = Aiuto
request-then = Che cosa succede dopo
request-then-1 = Ricevi un numero e una ricevuta.
request-then-2 = La richiesta va all’ufficio giusto.
request-then-3 = Ti rispondiamo entro il termine, di solito 30 giorni.
request-then-office = La richiesta va a: { $office }.
request-then-days = { $n ->
    [one] Ti rispondiamo entro un giorno.
   *[other] Ti rispondiamo entro { $n } giorni.
}
request-no-account = Non serve un account
request-no-account-text = Confermi con un clic nell’e-mail che ti mandiamo. Se hai un account, accedi prima: è più veloce.
request-photos = Foto
request-photos-help = Non sono obbligatorie, ma aiutano. Fino a 5. Togliamo noi la posizione e gli altri dati nascosti.
request-photo = Foto
request-photo-preview = La tua foto
request-photo-alt = Che cosa si vede?
request-photo-remove = Togli la foto
request-photo-choose = Scatta o scegli una foto
request-place = Luogo
request-category = Tipo di disservizio
request-category-label = Che cosa non va?
request-category-help = Scegli la voce più vicina.
request-no-categories = L’ufficio non ha ancora preparato i tipi di disservizio. Chiama o scrivi all’URP.
request-choose = Scegli
request-refresh = Mostra domande e segnalazioni simili
request-private-category = Questo tipo lo leggono solo tu e l’ufficio
request-private-kind = Lo leggono solo tu e l’ufficio
request-private-wish = Voglio che la leggano solo io e l’ufficio
request-private-wish-help = Altrimenti testo e foto sono pubblici. Il tuo nome no.
request-similar = È già stato segnalato?
request-similar-text = Se è lo stesso problema, aggiungiti: ricevi gli stessi aggiornamenti e una tua ricevuta.
request-similar-metres = { $n ->
    [one] a un metro
   *[other] a { $n } metri
}
request-similar-same = Stesso tipo
request-similar-words = parole in comune: { $words }
request-same = È lo stesso problema
request-office-label = A quale ufficio?
request-office-help = Se non lo sai, scegli l’URP: trova lui chi deve rispondere.
request-what = Che cosa succede
request-title-label = Titolo
request-title-help = Poche parole, per esempio: «Lampione spento in via Garibaldi».
request-body-label = Dettagli
request-body-help = Da quando? Sempre o solo a volte? Non scrivere nomi o targhe.
request-author = Come ti rispondiamo
request-author-help = Non serve un account. Il tuo nome non compare in pubblico.
request-author-known = Scrivi come { $name }. Il tuo nome non compare in pubblico.
request-show-name = Mostra il mio nome a tutti
request-show-name-help = Solo se lo vuoi tu.
request-name = Nome e cognome
request-email = E-mail
request-phone = Telefono
request-save-draft = Salva la bozza
request-to-summary = Vai al riepilogo
request-draft = La tua bozza
request-draft-saved = Salvata { $when }.
request-draft-kept = Resta sette giorni a questo indirizzo: lo conosci solo tu.
request-draft-mail = Mandamela per e-mail
request-draft-send = Manda il collegamento
request-summary = Riepilogo
request-audience-public = Pubblico: la legge chiunque
request-audience-private = La leggono solo chi l’ha scritta e l’ufficio
request-will-confirm = Dopo l’invio ti scriviamo a { $email }: confermi con un clic e ricevi il numero.
request-back = Torna a modificare
request-send = Invia
request-form-send = Invia
request-form-add = Aggiungi
request-sent = Manca solo la conferma
request-sent-text = Abbiamo scritto a { $email }. Apri l’e-mail e conferma con un clic: in quel momento la richiesta è ricevuta.
request-sent-help = Non arriva? Guarda nella posta indesiderata, o fattela rimandare.
request-send-again = Rimanda l’e-mail
request-confirm = Confermi la tua richiesta?
request-confirm-text = Ti rispondiamo a { $email }. Dopo il clic ricevi il numero e la ricevuta.
request-confirm-button = Sì, è mia: inviala
receipt-title = Ricevuta
receipt-lead = La tua richiesta è arrivata. Tieni questo numero: serve per ogni contatto.
receipt-lead-same = Ti sei aggiunto alla segnalazione { $number }. Ricevi gli stessi aggiornamenti.
receipt-number = Numero
receipt-at = Ricevuta il
receipt-what = Richiesta
receipt-keep = Con questo indirizzo segui la richiesta anche senza account. Non darlo ad altri.
receipt-next = E adesso
receipt-next-text = L’ufficio la legge e ti scrive a ogni passo.
receipt-story = Segui la tua richiesta
receipt-open = Apri la richiesta
receipt-print = Per averla su carta stampa questa pagina.
receipt-show = Apri la ricevuta
request-by = di { $name }
request-by-nobody = il nome di chi scrive non compare
request-where-it-stands = A che punto è
request-turn = Ora tocca a
request-turn-you = te: rispondi alla domanda dell’ufficio
request-turn-citizen = chi ha segnalato
request-turn-nobody = nessuno, è chiusa
request-officer = Se ne occupa { $name }
request-nobody-yet = ancora nessuno
request-term = Termine
request-until = entro { $day }
request-term-days = { $n ->
    [one] un giorno
   *[other] { $n } giorni
}
request-answered-on = Risposta data { $day }.
request-official-answer = Risposta ufficiale
request-answer = Risposta
request-story = La storia
request-next = Prossimo passo
request-aside = Ricevuta e luogo
request-only-you = lo vedi solo tu
request-same-as = Segnalazioni unite a questa
request-private = riservata
request-hidden = nascosta
request-step-received = Ricevuta
request-step-handed-over = Passata a un altro ufficio
request-step-shown = Cambiato chi la legge
request-step-merged = Unita a una segnalazione uguale
request-step-split = Di nuovo da sola
request-step-reopened = Riaperta: non funziona ancora
request-step-noted = Nota interna
request-stage-open = Aperte
request-stage-waiting = In attesa
request-stage-closed = Chiuse
request-status-received = Ricevuta
request-status-confirmed = Confermata
request-status-taken = Presa in carico
request-status-asked = In attesa di chi ha segnalato
request-status-planned = Intervento programmato
request-status-working = Lavori in corso
request-status-forwarded = Passata a un ente esterno
request-status-solved = Risolta
request-status-answered = Risposta data
request-status-not-ours = Non di nostra competenza
request-status-no-action = Nessun intervento
request-status-duplicate = Già segnalata
request-status-withdrawn = Ritirata
request-late = Scadute
request-soon = scade a giorni
request-in-time = nei tempi
request-column-number = Numero
request-column-kind = Tipo di richiesta
request-column-category = Categoria
request-column-title = Richiesta
request-column-place = Luogo
request-column-status = Stato
request-column-office = Ufficio
request-column-officer = Chi se ne occupa
request-column-received = Ricevuta
request-column-due = Entro
request-column-closed = Chiusa
request-follow-title = Ti interessa?
request-follow = Segui questa segnalazione
request-unfollow = Non seguirla più
request-follow-text = Un’e-mail a ogni passo.
request-followers = { $n ->
    [one] La segue una persona.
   *[other] La seguono in { $n }.
}
request-letters-stop = Non scrivermi più per questa
request-letters-start = Scrivimi a ogni passo
request-comments = Commenti
request-comments-none = Ancora nessun commento.
request-comment = Aggiungi qualcosa
request-comment-help = Un dettaglio in più, una novità. Non scrivere nomi o targhe.
request-reply = Rispondi all’ufficio
request-reply-help = Appena rispondi l’ufficio riprende il lavoro.
request-comment-author = Chi ha segnalato
request-comment-same = Chi ha lo stesso problema
request-rate = Com’è andata?
request-rate-text = Rispondi una volta sola. Il voto è pubblico nei numeri, mai con il tuo nome.
request-rate-why = Perché?
request-rate-send = Invia il voto
request-rated = Hai risposto:
rating-good = Bene
rating-fair = Così così
rating-bad = Male
request-really = È davvero risolto?
request-really-text = Sono passate quattro settimane. Se rispondi no, la segnalazione si riapre con lo stesso numero.
request-really-yes = Sì, funziona
request-really-no = No, non è risolto
request-really-what = Che cosa non va ancora?
request-withdraw = Ritira la richiesta
request-withdraw-title = Vuoi ritirare la richiesta?
request-withdraw-text = L’ufficio smette di occuparsene. Il numero resta, e non si può riaprire.
request-abuse = Segnala un abuso
request-abuse-why = Che cosa non va in questa segnalazione?
request-abuse-help = Per esempio offese, nomi di persone, foto di estranei. La guarda l’ufficio.
office-requests = Richieste
inbox-empty = Nessuna richiesta
inbox-empty-text = Quando un cittadino scrive al tuo ufficio, la richiesta compare qui.
work-take = Prendi in carico
work-reopen = Riapri e prendi in carico
work-move = Il prossimo passo
work-move-to = Nuovo stato
work-words = Che cosa scrivi al cittadino
work-words-help = Serve per chiedere, rispondere, chiudere o passare fuori. Una risposta finisce in evidenza nella pagina.
work-move-send = Salva e avvisa
work-say = Scrivi un commento o una nota
work-say-words = Testo
work-readers = Chi legge
work-readers-office = Solo l’ufficio
work-readers-citizen = Il cittadino, e tutti se la richiesta è pubblica
work-inside = Solo l’ufficio
work-hand-over = Passa a un altro ufficio
work-to-office = A quale ufficio
work-reason-public = Perché (lo legge anche il cittadino)
work-reason = Perché (resta in ufficio)
work-visibility = Cambia chi la legge
work-visible-all = Chiunque
work-visible-private = Solo chi l’ha scritta e l’ufficio
work-visible-hidden = Nascosta perché viola le regole
work-merge = Unisci a una segnalazione uguale
work-merge-number = Numero della segnalazione che resta
work-merge-help = Una sola risposta arriva a tutti. Puoi separarle di nuovo.
work-split = Separa: non è la stessa
work-author = Chi ha scritto
work-joined = Stesso problema
work-abuses = Qualcuno dice che viola le regole
work-abuses-done = Visto
work-comment-hide = Nascondi il commento
work-comment-show = Mostra di nuovo il commento
counter-title = Nuova richiesta allo sportello
counter-lead = Per chi telefona o si presenta: scrivi tu, rispondi subito se puoi, consegna la ricevuta.
counter-who = Chi chiede
counter-channel = Come arriva
counter-find = Nome, soprannome o e-mail
counter-find-help = Se ha un account lo trovi; altrimenti basta il nome.
counter-found = Chi è?
counter-new-person = Nessuno di questi: una persona senza account
counter-new-fields = Nome ed e-mail di chi non ha un account
counter-name-help = Se lo lasci vuoto vale quello scritto sopra.
counter-category-help = Solo per una segnalazione.
counter-office-help = Per tutto il resto.
counter-place-help = Obbligatorio per una segnalazione.
counter-answer = Rispondi subito
counter-answer-label = Risposta
counter-answer-help = Se la scrivi, la richiesta è chiusa al primo contatto.
counter-save = Registra e stampa la ricevuta
counter-next = Un’altra richiesta
admin-requests = Tipi di disservizio
admin-requests-lead = A quale ufficio va ogni tipo, in quanti giorni si risponde, che cosa si chiede in più.
categories-empty = Ancora nessun tipo
categories-empty-text = Comincia con gli undici del modello nazionale.
categories-national = Aggiungi gli undici del modello nazionale
category-new = Nuovo tipo di disservizio
category-reads = Chi legge
category-closed = non si può scegliere
category-name-it = Nome in italiano
category-name-en = Nome in inglese
category-name-de = Nome in tedesco
category-days = Giorni per rispondere
category-days-help = Il termine di legge è 30 giorni se nessuna norma dice altro (L. 241/1990, art. 2).
category-radius = Metri per cercare doppioni
category-radius-help = Entro questa distanza due segnalazioni possono essere la stessa.
category-hint = Un aiuto per chi scrive
category-hint-help = Compare sotto il tipo scelto.
category-private = Solo chi scrive e l’ufficio leggono
category-comments = Anche altri possono commentare
category-open = Si può scegliere
category-questions = Domande in più
category-questions-help = Fino a cinque. Una risposta può fermare il modulo e dire chi chiamare.
category-question = Domanda
category-question-words = Che cosa si chiede
category-question-shape = Come si risponde
category-question-required = Obbligatoria
category-question-choices = Scelte, una per riga
category-question-stop = Scelta che ferma il modulo
category-question-stop-words = Che cosa si dice allora
question-text = testo
question-number = numero
question-date = data
question-one = una scelta
question-many = più scelte
toast-request-draft = Bozza salvata.
toast-request-mailed = Ti abbiamo mandato il collegamento alla bozza.
toast-request-sent = Ricevuta. Grazie: ora tocca a noi.
toast-request-said = Messaggio inviato.
toast-request-followed = Ti scriviamo a ogni passo.
toast-request-unfollowed = Non ti scriviamo più per questa richiesta.
toast-request-rated = Grazie, il tuo voto è contato.
toast-request-works = Grazie, siamo contenti che funzioni.
toast-request-reopened = La segnalazione è di nuovo aperta, con lo stesso numero.
toast-request-withdrawn = Richiesta ritirata.
toast-request-abuse = Grazie. L’ufficio la guarda.
toast-request-entered = Registrata. Ecco la ricevuta.
error-request-privacy = Per andare avanti conferma di aver letto l’informativa.
error-request-category = Scegli che cosa non va.
error-request-office = Scegli un ufficio.
error-request-title = Scrivi un titolo breve, da 4 a 80 caratteri.
error-request-body = Racconta che cosa succede, in non più di 2000 caratteri.
error-request-name = Scrivi nome e cognome.
error-request-answer = Rispondi a questa domanda.
error-request-answer-long = La risposta è troppo lunga.
error-request-answer-kind = La risposta non è del tipo giusto.
error-request-stop = Non usare questo modulo: leggi che cosa fare.
error-request-photos = Le foto possono essere al massimo { $max }.
error-request-move = Qualcuno ha già cambiato lo stato, o questo passo non è possibile. Ricarica e guarda.
error-request-words = Scrivi il perché.
error-request-choose = Scegli una voce.
error-request-long = Il testo è troppo lungo.
error-request-comment = Scrivi qualcosa, in non più di 2000 caratteri.
error-request-rating = Scegli una delle tre facce.
error-request-works = Scegli sì o no.
error-request-rated = Hai già votato.
error-request-open = Si vota quando la richiesta è chiusa.
error-request-not-asked = Adesso non c’è niente da confermare.
error-request-abuse = Scrivi in poche parole che cosa non va.
error-request-merge = Queste due richieste non si possono unire.
error-request-merge-private = Quella è riservata: unisci lei a questa.
error-request-number = Non c’è una richiesta con questo numero.
error-request-other-office = Questa richiesta va a un altro ufficio: la risposta la dà lui.
error-category-name = Scrivi un nome da 2 a 80 caratteri.
error-category-days = I giorni vanno da 1 a 365.
error-category-radius = I metri vanno da 0 a 5000.
error-category-choices = Scrivi almeno due scelte, una per riga.
error-category-stop = Scrivi una delle scelte, e che cosa si dice allora.
error-category-taken = C’è già un tipo con questo nome.
error-category-office = Crea prima un ufficio.
act-request-moved = stato di una richiesta cambiato
act-request-handed-over = richiesta passata a un altro ufficio
act-request-shown = cambiato chi legge una richiesta
act-request-noted = nota su una richiesta
act-request-read = richiesta riservata letta
act-request-entered = richiesta registrata allo sportello
act-request-merged = richieste unite
act-request-split = richieste separate
act-request-commented = commento dell’ufficio a una richiesta
act-request-comment-shown = commento nascosto o mostrato
act-request-abuse-settled = abuso su una richiesta esaminato
act-category-changed = tipo di disservizio cambiato
act-category-made = tipo di disservizio creato
act-category-national = tipi del modello nazionale aggiunti
kept-request = Resta: è un atto dell’ufficio (D.P.R. 445/2000, d.lgs. 42/2004). Dopo la chiusura c’è un numero, senza nome.
processing-requests-title = Richieste
processing-requests-purpose = Ricevere segnalazioni e richieste, rispondere, dire a che punto sono.
processing-requests-basis = GDPR art. 6 par. 1 lett. c ed e (L. 241/1990, L. 150/2000).
processing-requests-data = Nome e contatti, testo, luogo, foto, risposte, storia, voto.
processing-requests-people = Chi scrive al Comune, con o senza account.
processing-requests-kept = Senza termine, come atti dell’ente; nome e contatti spariscono alla chiusura del profilo. Le bozze si cancellano dopo sette giorni.
mail-request-confirm-subject = Conferma la tua richiesta
mail-request-confirm-text =
    Ciao { $name },

    hai scritto al Comune di { $town }: { $title }

    Per inviarla apri questa pagina e premi il pulsante. In quel momento ricevi il numero.

    { $link }

    Il collegamento vale sette giorni. Se non sei stato tu, non fare niente.
mail-request-draft-subject = La tua bozza
mail-request-draft-text =
    Ciao { $name },

    qui continui la richiesta che hai cominciato:

    { $link }

    Resta sette giorni. Chi ha questo collegamento può leggerla: non darlo ad altri.
mail-request-received-subject = { $number }: abbiamo ricevuto la tua richiesta
mail-request-received-text =
    Ciao { $name },

    la tua richiesta ha il numero { $number }.

    { $title }
    Luogo: { $place }

    { $body }

    Se ne occupa: { $office }
    Ti rispondiamo entro { $due } ({ $days } giorni).

    Qui la segui, anche senza account:
    { $link }
mail-request-moved-subject = { $number }: { $state }
mail-request-moved-text =
    Ciao { $name },

    c’è una novità su { $number }, { $title }.

    Adesso: { $state }
    { $words }

    { $office }

    { $link }
mail-request-handed-over-subject = { $number }: la segue un altro ufficio
mail-request-handed-over-text =
    Ciao { $name },

    { $number }, { $title }, passa a: { $office }.

    { $words }

    { $link }
mail-request-asked-subject = { $number }: l’ufficio ti chiede una cosa
mail-request-asked-text =
    Ciao { $name },

    per andare avanti con { $number }, { $title }, l’ufficio chiede:

    { $words }

    Rispondi qui, anche senza account:
    { $link }

    { $office }
mail-request-answered-subject = { $number }: ecco la risposta
mail-request-answered-text =
    Ciao { $name },

    { $number }, { $title }: { $state }.

    { $words }

    { $office }

    Com’è andata? Dillo qui, una volta sola:
    { $link }
mail-request-commented-subject = { $number }: un nuovo commento
mail-request-commented-text =
    Ciao { $name },

    c’è un commento su { $number }, { $title }:

    { $words }

    { $link }
mail-request-works-subject = { $number }: è davvero risolto?
mail-request-works-text =
    Ciao { $name },

    quattro settimane fa abbiamo chiuso { $number }, { $title }.

    Funziona ancora? Se rispondi no, si riapre:
    { $link }
error-request-shared = Anche altri aspettano questa richiesta: non si può ritirare. Puoi smettere di ricevere le lettere.
error-request-adopted = Questa ricevuta è già di un altro profilo.
toast-request-adopted = Ora la richiesta è tra le tue.
request-adopt = Aggiungila alle tue
request-adopt-text = L’hai mandata senza profilo: puoi tenerla con le altre.
error-request-photos-later = Troppe foto in poco tempo da questa rete. Il testo è salvo: riprova fra qualche minuto.
error-request-other-window = In un’altra finestra avevi scritto: «{ $text }». Ora c’è quello che hai mandato da qui: controlla e continua.
