# La cornice di ogni pagina
site-description = La rete civica di { $town }: che cosa dice il Comune, che cosa si dice in città, quali uffici sono aperti.
site-motto = La piazza e gli uffici del Comune, in rete
skip-content = Vai al contenuto
skip-footer = Vai al piè di pagina
nav-square = In piazza
nav-offices = Amministrazione
nav-news = Novità
nav-voices = Voci
nav-sections = Sezioni
nav-menu = Menu
nav-search = Cerca
nav-search-site = Cerca nel sito
nav-sign-in = Accedi
nav-sign-out = Esci
nav-account = Il mio profilo
nav-my-menu = : il mio menu
nav-new-post = Scrivi in piazza
nav-administration = Amministrazione del sistema
nav-breadcrumb = Percorso di navigazione
footer-contacts = Contatti
footer-faq = Leggi le FAQ
footer-booking = Prenota un appuntamento
footer-report = Segnala un disservizio
footer-offices = Uffici e orari
footer-rules = Regole
footer-privacy = Informativa privacy
footer-accessibility = Dichiarazione di accessibilità
footer-legal = Note legali
footer-house-rules = Regole della piazza
footer-follow = Seguici dove vuoi
footer-news = Tutte le notizie
footer-voices = Le voci del Comune
footer-program = Il programma
footer-program-text = Questa piazza gira su Dedalus, programma libero.
footer-program-link = Che cosa vuol dire

# Moduli
form-faults = { $n ->
    [one] C’è una cosa da sistemare
   *[other] Ci sono { $n } cose da sistemare
}
form-required = (obbligatorio)
form-optional = (se vuoi)
form-count = Restano %n caratteri
form-show = Mostra
form-hide = Nascondi
form-save = Salva
form-filter = Filtra
form-cancel = Annulla
pages-nav = Pagine dell’elenco
pages-older = Più vecchi
pages-newer = Torna all’inizio
error-form-large = Il modulo ha troppi campi. Ricarica la pagina e riprova.
error-form-broken = Il testo è arrivato rovinato e non l’abbiamo salvato. Torna indietro e riprova.

# Quanto è chiara la pagina
clarity-region = La tua opinione su questa pagina
clarity-question = Quanto sono chiare le informazioni su questa pagina?
clarity-star-1 = 1 stella su 5
clarity-star-2 = 2 stelle su 5
clarity-star-3 = 3 stelle su 5
clarity-star-4 = 4 stelle su 5
clarity-star-5 = 5 stelle su 5
clarity-positive = Quali sono stati gli aspetti che hai preferito?
clarity-pos-1 = Le indicazioni erano chiare
clarity-pos-2 = Le indicazioni erano complete
clarity-pos-3 = Capivo sempre che stavo procedendo correttamente
clarity-pos-4 = Non ho avuto problemi tecnici
clarity-pos-5 = Altro
clarity-negative = Dove hai incontrato le maggiori difficoltà?
clarity-neg-1 = A volte le indicazioni non erano chiare
clarity-neg-2 = A volte le indicazioni non erano complete
clarity-neg-3 = A volte non capivo se stavo procedendo correttamente
clarity-neg-4 = Ho avuto problemi tecnici
clarity-neg-5 = Altro
clarity-more = Vuoi aggiungere altri dettagli?
clarity-help = Al massimo 200 caratteri. Non scrivere dati personali.
clarity-send = Invia
error-clarity = Scegli da una a cinque stelle.

# Pagine di errore
failure-401 = Prima accedi
failure-401-advice = Questa pagina è per chi ha un profilo. Accedi e ti riportiamo qui.
resume-title = Prima accedi
resume-text = Quello che hai scritto non è perso: accedi nell’altra finestra, poi torna qui e invialo.
resume-sign-in = Accedi in un’altra finestra
resume-send = Ho fatto l’accesso: invia
failure-403 = Qui non puoi entrare
failure-403-advice = Questa pagina, o questo gesto, non è per il tuo profilo. Se pensi che sia un errore, scrivi all’URP.
failure-404 = Questa pagina non c’è
failure-404-advice = Forse è stata spostata, o l’indirizzo ha una lettera di troppo.
failure-409 = Qualcuno è arrivato prima
failure-409-advice = Intanto le cose sono cambiate. Torna indietro, ricarica la pagina e riprova.
failure-413 = Il file è troppo grande
failure-413-advice = Prova con un file più piccolo: una foto normale del telefono va bene.
failure-422 = Così non va ancora bene
failure-422-advice = Torna indietro: quello che hai scritto è ancora lì.
failure-429 = Un momento, troppe richieste
failure-429-seconds = { $n ->
    [one] Riprova fra un secondo.
   *[other] Riprova fra { $n } secondi.
}
failure-429-minutes = { $n ->
    [one] Riprova fra un minuto.
   *[other] Riprova fra { $n } minuti.
}
failure-500 = Abbiamo un guasto
failure-500-advice = Non è colpa tua. Lo abbiamo annotato e ce ne occupiamo: riprova fra qualche minuto.
failure-503 = Siamo occupati
failure-503-advice = Non è andato perso niente e non è stato scritto niente. Riprova fra un momento.
failure-home = Torna in piazza
failure-code = Errore

# Avvisi dopo un gesto
toast-welcome = Benvenuto in piazza! Il tuo profilo è pronto.
toast-signed-in = Hai fatto l’accesso.
toast-signed-out = Sei uscito. A presto!
toast-sign-in-first = Prima accedi, poi ti riportiamo dove volevi andare.
toast-password-changed = La password è cambiata. Gli altri dispositivi devono accedere di nuovo.
toast-profile-saved = Il profilo è salvato.
toast-session-closed = Il dispositivo è uscito.
toast-sessions-closed = Gli altri dispositivi sono usciti.
toast-post-published = Pubblicato. Lo legge chiunque.
toast-post-already = Era già pubblicato: l’hai inviato due volte, conta una.
toast-post-changed = La modifica è pubblicata.
toast-post-deleted = Cancellato. Hai sette giorni per ripensarci.
toast-post-restored = È tornato al suo posto.
toast-comment-published = Commento pubblicato. Lo legge chiunque.
toast-comment-deleted = Commento cancellato. Hai sette giorni per ripensarci.
toast-comment-restored = Il commento è tornato al suo posto.
toast-clarity = Grazie, il tuo parere ci aiuta a scrivere meglio.
toast-saved = Salvato.
toast-added = Aggiunto.
toast-removed = Tolto.
toast-job-retried = Il lavoro riparte adesso.
toast-mail-sent = Ti abbiamo scritto: guarda la posta.
toast-email-changed = L’indirizzo è cambiato.
footer-town = Comune di { $town }
