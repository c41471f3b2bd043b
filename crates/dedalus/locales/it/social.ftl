# Scrivere
post-new-title = Scrivi in piazza
post-new-lead = Racconta, chiedi, proponi. Accanto al pulsante leggi chi lo leggerà.
post-edit-title = Modifica
post-edit-lead = Le parole di prima restano leggibili nelle versioni.
post-voice = Chi parla
post-voice-help = Se parli come pagina, tutti vedono la pagina. Nel registro resta scritto che sei stato tu.
post-voice-me = io, { $name }
post-title = Titolo
post-title-help = Serve quando parli come pagina. Poche parole che dicono la cosa.
post-text = Testo
post-text-help = Frasi brevi. Lascia una riga vuota tra un paragrafo e l’altro. **Due asterischi** per il grassetto, un trattino a inizio riga per gli elenchi.
post-pictures = Immagini
post-pictures-choose = Scegli le immagini
post-pictures-help = Al massimo 6: JPG, PNG, WebP o GIF, fino a 32 MB l’una. Togliamo noi la posizione e gli altri dati nascosti.
post-pictures-drop = Scatta o scegli una foto
post-pictures-upload = Aggiungi le immagini
post-pictures-full = Hai messo tutte e sei le immagini. Per cambiarne una, prima toglila.
post-picture-number = Immagine { $n }
post-picture-alt = Descrizione
post-picture-alt-help = Che cosa si vede, per chi non può vederla. Una frase basta.
post-picture-remove = Togli
post-replies = Chi può commentare?
post-replies-everyone = Tutti gli iscritti
post-replies-nobody = Nessuno
post-pin = In evidenza fino al
post-pin-help = Solo per le pagine: resta in alto fino alla fine di quel giorno.
post-public = Pubblico: lo legge chiunque
post-public-short = Pubblico
post-preview = Anteprima
post-preview-title = Ecco come si vedrà
post-preview-text = Non è ancora pubblicato. Più in basso puoi continuare a scrivere.
post-publish = Pubblica
post-save = Salva le modifiche

# Leggere
post-read = Leggi tutto
post-untitled = Messaggio di { $name }
post-edited = modificato { $when }
post-minutes = lettura: { $n ->
    [one] un minuto
   *[other] { $n } minuti
}
post-pinned = In evidenza
post-comment = Commenta
post-edit = Modifica
post-delete = Cancella
post-restore = Rimetti al suo posto
post-restore-help = Puoi rimetterlo entro sette giorni da quando è stato tolto. Poi resta solo questo avviso.
post-aside = Chi scrive e altre notizie
post-aside-person = Una persona iscritta alla piazza.
post-others = Altro da { $name }
post-gone-title = Qui c’era un messaggio
post-gone-text = { $name } l’ha cancellato.
post-gone-removed = L’ha tolto chi tiene la comunità { $name }.

# Cancellare
post-delete-question = Cancelli questo messaggio?
post-delete-text = Sparisce subito per tutti, insieme ai suoi commenti. Per sette giorni puoi rimetterlo.
post-delete-send = Sì, cancella
post-delete-keep = No, lascialo
post-remove-question = Togli il messaggio di { $name }?
post-remove-text = Al suo posto resta scritto che l’ha tolto chi tiene la comunità. Per sette giorni chi la tiene può rimetterlo.
comment-delete-question = Cancelli questo commento?
comment-delete-text = Le parole spariscono subito per tutti. Le risposte restano. Per sette giorni puoi rimetterlo.
comment-remove-question = Togli il commento di { $name }?
comment-remove-text = Al suo posto resta scritto che la pagina l’ha tolto. Per sette giorni chi risponde per la pagina può rimetterlo.
comment-remove-text-community = Al suo posto resta scritto che l’ha tolto chi tiene la comunità. Per sette giorni chi la tiene può rimetterlo.
comment-remove-send = Sì, togli

# Commenti
comments-count = { $n ->
    [0] Nessun commento
    [one] Un commento
   *[other] { $n } commenti
}
comments-empty = Ancora nessun commento. Comincia tu: una domanda, un consiglio, un grazie.
comments-closed = Qui non si commenta: chi ha scritto ha scelto così.
comments-sign-in = Accedi per poter inserire un commento
comments-sign-in-free = Leggere è libero, sempre.
comments-sign-up = Iscriviti
comments-more = Mostra altri commenti
comments-first = Torna ai primi commenti
comment-text = Il tuo commento
comment-text-help = Una domanda, un consiglio, un grazie. Niente dati di altre persone.
comment-send = Pubblica il commento
comment-answer = Rispondi
comment-answer-whom = a { $name }
comment-answer-to = Rispondi a { $name }
comment-answer-text = La tua risposta
comment-answer-send = Pubblica la risposta
comment-by = Commento di { $name }
comment-office = risponde l’ufficio
comment-remove = Togli
comment-hidden = Commento nascosto dalla moderazione.
comment-gone = Commento cancellato da chi l’ha scritto.
comment-gone-removed = Commento tolto dalla pagina.
comment-gone-removed-community = Commento tolto da chi tiene la comunità.
comment-gone-why = Perché si toglie un commento
comment-edit-title = Modifica il commento
comment-edit-back = Il commento

# Versioni
versions-title = Versioni
versions-lead = Che cosa ha scritto { $name }, e quando lo ha cambiato.
versions-now = Adesso, da { $from }
versions-from-until = Da { $from } a { $until }
versions-none = Non è mai stato cambiato.
versions-same-words = Le stesse parole: sono cambiate le immagini, le loro descrizioni o la registrazione.

# Elenchi
news-title-of = Novità: { $name }
news-lead = Quello che dicono il Comune e i suoi uffici, dal più recente.
news-filter = Filtra le novità
news-filter-voice = Chi parla
news-filter-all = Tutte le voci
news-filter-active = Filtri attivi
news-filter-drop = togli il filtro
news-empty = Ancora nessuna notizia
news-empty-text = Appena il Comune o un ufficio scrive qualcosa, lo trovi qui.
town-title = Tutta la piazza
town-lead = Quello che dicono le pagine e le persone, dal più recente.
town-whose = Chi parla
town-all = Tutti
town-pages = Pagine
town-people = Persone
town-empty = Ancora silenzio
town-empty-text = Appena una pagina o una persona scrive qualcosa, lo trovi qui.
talk-title = Conversazioni
talk-lead = Gli ultimi commenti, da tutta la piazza.
talk-on = su
talk-empty = Nessuno ha ancora commentato
talk-empty-text = Apri una notizia e di’ la tua: la conversazione comincia da lì.
voices-lead = Chi parla a nome del Comune, di che cosa, e se adesso la porta è aperta.
voices-empty = Ancora nessuna voce
voices-empty-text = Le pagine del Comune e degli uffici compaiono qui appena sono aperte.
voice-kind = Pagina istituzionale
voice-write-as = Scrivi come pagina
voice-write-to = Scrivi all’ufficio
voice-empty = Qui non c’è ancora niente
voice-empty-text = Quando { $name } scrive qualcosa, lo trovi in questa pagina.
voice-aside = Orari, contatti e feed
voice-practical = In pratica
voice-hours = Orario
voice-hours-all = Tutti gli orari
voice-office = Ufficio
feeds-follow = Segui senza iscriverti
feeds-follow-text = Metti uno di questi indirizzi nel tuo lettore di feed.
person-edit = Modifica il profilo
person-entries = Che cosa ha scritto { $name }
person-comment-on = Commento su
person-empty = Ancora niente da leggere
person-empty-text = { $name } non ha ancora scritto in piazza.
person-empty-mine = Non hai ancora scritto in piazza. Comincia con un saluto o con una domanda.

# Che cosa non va
error-post-empty = Scrivi qualcosa: il testo è vuoto.
error-post-long = Il testo è troppo lungo: al massimo { $max } caratteri.
error-post-title = Scrivi un titolo: serve a riconoscere la notizia negli elenchi.
error-post-title-long = Il titolo è troppo lungo: al massimo { $max } caratteri.
error-post-voice = Non puoi parlare con questa voce. Scegline un’altra dall’elenco.
error-post-changed-meanwhile = Intanto qualcuno ha cambiato il testo. Qui c’è il tuo: controlla la versione pubblicata, poi salva di nuovo.
error-pin-person = Solo una pagina può mettere un messaggio in evidenza. Scegli una pagina, oppure togli la data.
error-pin-shape = Scrivi la data come giorno, mese e anno, per esempio 01/03/2028.
error-pin-past = Questo giorno è già passato. Scegli oggi o un giorno che viene.
error-pin-far = Al massimo un anno da oggi.
error-pictures-many = Al massimo { $max } immagini. Le altre non le abbiamo prese.
error-picture-gone = Un’immagine non c’è più: era in attesa da più di due giorni. Aggiungila di nuovo.
picture-too-large = Immagine { $n }: il file è troppo grande, al massimo 32 MB.
picture-heic = Immagine { $n }: è in formato HEIC, che molti non possono aprire. Salvala come JPG e riprova.
picture-not-a-picture = Immagine { $n }: non è un’immagine JPG, PNG, WebP o GIF.
picture-broken = Immagine { $n }: il file è rovinato. Prova a salvarla di nuovo.
picture-too-many-pixels = Immagine { $n }: ha troppi punti. Riducila e riprova: le foto del telefono vanno bene così come sono.
picture-unsupported = Immagine { $n }: questo tipo di immagine non lo leggiamo. Salvala come JPG o PNG e riprova.
picture-avif = Immagine { $n }: è in formato AVIF, che non leggiamo. Salvala come JPG e riprova.
picture-svg = Immagine { $n }: è un disegno SVG, che può contenere programmi. Esportalo come PNG e riprova.
picture-tiff = Immagine { $n }: è in formato TIFF o grezzo della fotocamera. Salvala come JPG e riprova.
picture-bmp = Immagine { $n }: è in formato BMP. Salvala come PNG o JPG e riprova.
picture-pdf = Immagine { $n }: è un PDF. Salvane la pagina come immagine JPG o PNG e riprova.
error-alt-empty = Scrivi che cosa si vede nell’immagine: serve a chi non può vederla.
error-alt-long = La descrizione è troppo lunga: al massimo { $max } caratteri.
error-comment-closed = Qui non si commenta più: chi ha scritto ha chiuso i commenti.
error-comment-parent = Il commento a cui rispondi non c’è più. Puoi pubblicare il tuo da solo.
