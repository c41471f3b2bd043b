# Gesti
like = Mi piace
like-count = { $n ->
    [one] Piace a una persona
   *[other] Piace a { $n } persone
}
share = Condividi
share-count = { $n ->
    [one] una condivisione
   *[other] { $n } condivisioni
}
bookmark = Salva
bookmarked = Salvato
likers-title = A chi piace
likers-empty = Ancora a nessuno.
likers-unseen = Queste persone non si mostrano a te.
error-share-not-public = Si può condividere solo ciò che tutti possono leggere.

# Segnalibri
bookmarks-title = Segnalibri
bookmarks-lead = Quello che hai messo da parte. Lo vedi solo tu.
bookmarks-search = Cerca nei segnalibri
bookmarks-find = Cerca
bookmarks-empty = Non hai ancora salvato nulla
bookmarks-empty-text = Sotto ogni messaggio c’è «Salva»: lo ritrovi qui.
bookmarks-none = Niente con queste parole
bookmarks-none-text = Prova con una parola sola, o guarda tutti i segnalibri.
bookmarks-all = Tutti i segnalibri

# Argomenti
tags-title = Argomenti
tags-lead = Di che cosa si parla in piazza, negli ultimi trenta giorni.
tags-uses = { $n ->
    [one] un messaggio
   *[other] { $n } messaggi
}
tags-empty = Nessun argomento, per ora
tags-empty-text = Metti un cancelletto davanti a una parola, come #mare, e l’argomento nasce.
tag-lead = I messaggi su questo argomento, dal più recente.
tag-empty = Qui non c’è ancora nulla
tag-empty-text = Scrivi #{ $name } in un messaggio: comparirà qui.

# Avviso e lingua
post-language = Lingua del messaggio
post-warning = Avviso sul contenuto
post-warning-help = Facoltativo. Se lo scrivi, si vede solo l’avviso: il testo lo apre chi vuole.
warning-show = Mostra o nascondi
error-warning-long = L’avviso può avere al massimo { $max } caratteri.

# Sondaggi
poll-title = Sondaggio
poll-closed = Sondaggio concluso
poll-add = Aggiungi un sondaggio
poll-add-help = Da due a sei risposte. Dopo la pubblicazione non si cambiano.
poll-option = Risposta { $n }
poll-multiple = Si possono scegliere più risposte
poll-last-day = Ultimo giorno per votare
poll-last-day-help = Se lo lasci vuoto, si vota per una settimana.
poll-one = Scegli una risposta
poll-several = Scegli una o più risposte
poll-once = Si vota una volta sola. Nessuno vede che cosa hai scelto.
poll-vote = Vota
poll-sign-in = Accedi per votare
poll-results = Risultati del sondaggio
poll-answer = Risposta
poll-votes = Voti
poll-share = Percentuale
poll-mine = la tua scelta
poll-votes-count = { $n ->
    [one] un voto
   *[other] { $n } voti
}
poll-voters = { $n ->
    [0] Nessuno ha ancora votato
    [one] Ha votato una persona
   *[other] Hanno votato { $n } persone
}
poll-until = si vota fino a { $when }
poll-ended = concluso { $when }
poll-several-note = Le percentuali sono di chi ha votato: con più risposte a testa superano 100.
toast-voted = Voto registrato.
error-poll-few = Servono almeno { $min } risposte.
error-poll-many = Le risposte possono essere al massimo { $max }.
error-poll-long = Ogni risposta può avere al massimo { $max } caratteri.
error-poll-same = Due risposte sono uguali.
error-poll-until = Scegli un giorno da oggi a un anno.
error-vote-none = Scegli una risposta.
error-vote-again = Hai già votato. Si vota una volta sola.
error-vote-closed = Il sondaggio è concluso.

# Chi può commentare
post-replies-verified = Solo chi ha un’identità verificata
post-replies-community = Solo chi fa parte della comunità
post-replies-approval = Tutti gli iscritti, ma leggo prima io
comments-verified = Qui commenta chi ha un’identità verificata.
comments-community = Qui commenta chi fa parte della comunità.
comments-approval = I commenti compaiono dopo che chi ha scritto il messaggio li ha letti.
error-comment-verified = Qui commenta solo chi ha un’identità verificata.
error-comment-community = Qui commenta solo chi fa parte della comunità.

# Commenti da approvare
waiting-title = Commenti da approvare
waiting-lead = Finché non li approvi, li vede solo chi li ha scritti.
waiting-empty = Nessun commento aspetta
waiting-empty-text = Quando qualcuno commenta, lo trovi qui.
waiting-back = Torna al messaggio
waiting-count = { $n ->
    [one] Un commento aspetta la tua approvazione
   *[other] { $n } commenti aspettano la tua approvazione
}
waiting-approve = Approva
waiting-refuse = Non approvare
waiting-approve-all = Approva tutti
comment-waits = In attesa
comment-waits-text = Per ora lo vedi solo tu: manca l’approvazione di chi ha scritto il messaggio.
comment-will-wait = Il tuo commento comparirà dopo l’approvazione.
comment-refused = Il tuo commento non è stato approvato.
toast-comment-held = Commento mandato. Comparirà dopo l’approvazione.
toast-approved = Approvato.
toast-refused = Non approvato: non comparirà.
act-comment-approved = commento approvato
act-comment-refused = commento non approvato

# Bozze
draft-waits = Hai una bozza: { $when }
draft-resume = Riprendi
draft-discard = Scarta
draft-keep = Salva la bozza
draft-kept = Bozza salvata
toast-draft-kept = Bozza salvata. La ritrovi qui, anche da un altro dispositivo.
toast-draft-gone = Bozza scartata.

# Conversazione
comment-unfold = Leggi tutto
comment-quote = Cita
comment-goes-on = Continua la conversazione
comments-whole = Tutta la conversazione
post-quote = Cita
quote-of = Messaggio citato
error-quote-gone = Il messaggio che citi non c’è più, o non puoi leggerlo.
sort-label = Ordine dei commenti
sort-oldest = Dal primo
sort-newest = Dall’ultimo
sort-liked = I più apprezzati
live-new = { $n ->
    [one] Una nuova risposta: leggila
   *[other] { $n } nuove risposte: leggile
}
