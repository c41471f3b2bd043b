# Comunità, seguire, la propria piazza, blocchi
nav-communities = Comunità
search-kind-community = Comunità
nav-my-square = La mia piazza
nav-followed = Che cosa seguo
nav-followers = Chi mi segue
nav-blocks = Blocchi e silenzi
follow = Segui
follow-end = Segui già: smetti
follow-asked = Richiesta inviata: ritira
follow-stop = Smetti di seguire
follow-waiting = in attesa di risposta
followers-count = { $n ->
    [one] una persona segue
   *[other] { $n } persone seguono
}
followed-title = Che cosa seguo
followed-lead = Ogni messaggio di quello che segui arriva nella tua piazza, dal più recente.
followed-filter = Filtra che cosa segui
followed-kind = Tipo
followed-any = Tutto
followed-person = Persone
followed-page = Pagine del Comune
followed-community = Comunità
followed-tag = Argomenti
followed-office = Uffici
followed-empty = Non c’è niente qui
followed-empty-text = Premi «Segui» su una persona, una pagina, una comunità, un argomento o un ufficio.
askings-title = Chi mi segue
askings-private = Il tuo profilo è privato: chi vuole seguirti te lo chiede.
askings-open = Il tuo profilo è aperto: chiunque può seguirti.
askings-change = Cambia nel profilo
askings-waiting = Chiedono
askings-none = Nessuno sta aspettando una risposta.
asking-accept = Accetta
asking-refuse = Rifiuta
followers-title = Ti seguono
followers-none = Ancora nessuno ti segue.
follower-remove = Togli
person-more = Altro
person-private = profilo privato
person-closed = Questo profilo è privato
person-closed-text = { $name } mostra quello che scrive solo a chi accetta come seguace.
person-apart = Questo profilo non è disponibile
person-apart-mine = Hai bloccato questa persona: non leggete niente l’uno dell’altro.
profile-private = Profilo privato
profile-private-text = Solo chi accetti come seguace legge quello che pubblichi a tuo nome. I commenti restano visibili.
mute = Metti in silenzio
mute-lift = Togli il silenzio
block = Blocca
block-lift = Sblocca
block-question = Vuoi bloccare { $name }?
block-text = Non leggerete più niente l’uno dell’altro, e nessuno dei due seguirà l’altro. Non glielo diciamo.
block-text-mute = Se ti basta non trovare i suoi messaggi nei tuoi elenchi, mettila in silenzio.
block-send = Blocca
blocks-title = Blocchi e silenzi
blocks-lead = Chi blocchi non legge niente di te, e tu niente di lui. Chi metti in silenzio non compare nei tuoi elenchi.
blocked-title = Persone bloccate
blocked-none = Non hai bloccato nessuno.
muted-title = Persone in silenzio
muted-none = Non hai messo in silenzio nessuno.
shared-by = Condiviso da { $name }
square-title = La mia piazza
square-lead = Quello che dicono le persone, le pagine e le comunità che segui.
square-reload = Vedi se c’è altro
square-new = { $n ->
    [one] Un nuovo messaggio
   *[other] { $n } nuovi messaggi
}
square-new-many = Più di 20 nuovi messaggi
square-empty = La tua piazza è ancora vuota
square-empty-text = Segui una pagina, una persona o una comunità: quello che dice arriva qui.
home-mine = La mia piazza
home-mine-all = Tutta la mia piazza
communities-title = Le comunità
communities-lead = Persone intorno a un interesse del territorio. Entra, leggi, di’ la tua.
communities-filter = Filtra le comunità
communities-words = Cerca per nome
communities-any-topic = Tutti gli argomenti
communities-all = Tutte le comunità
communities-mine = Le mie comunità
communities-invited = Ti hanno invitato
communities-empty = Nessuna comunità
communities-empty-text = Prova con altre parole, o fondane una tu.
communities-count = { $n ->
    [one] Una comunità
   *[other] { $n } comunità
}
community-new = Fonda una comunità
community-make = Fonda la comunità
community-settings = Impostazioni
community-topic = Argomento
community-topic-choose = Scegli un argomento
topic-culture = Cultura e feste
topic-sport = Sport e aria aperta
topic-family = Famiglia e scuola
topic-quarter = Quartiere
topic-trade = Commercio e lavoro
topic-environment = Ambiente e mobilità
topic-help = Aiuto tra vicini
topic-other = Altro
community-open = Aperta
community-listed = Su richiesta
community-secret = Riservata
community-open-text = La legge chiunque; scrive chi ne fa parte, e chi ha un profilo entra subito.
community-listed-text = La trovano tutti; legge e scrive solo chi ne fa parte. Per entrare si chiede.
community-secret-text = La conosce solo chi ne fa parte o è invitato.
community-any-kind = Tutti i tipi
community-kind = Chi la trova e la legge
community-kind-change = Se cambi, cambia subito anche chi legge i messaggi già scritti.
community-name-help = Due o tre parole che dicono di che cosa si parla.
community-address = Nome nell’indirizzo
community-address-help = Lettere, cifre e «_», per esempio termini_in_bici. Non si cambia più.
community-purpose = Perché esiste
community-purpose-help = Una o due frasi: per chi è, e che cosa ci si fa.
community-place = Luogo
community-place-help = Se è legata a un quartiere, una via, una spiaggia.
community-rules = Regole
community-rules-help = Poche e chiare. Si aggiungono alle regole della piazza. Puoi usare elenchi e grassetto.
community-verified-first = Prima fatti riconoscere
community-verified-text = Fonda una comunità chi è verificato con SPID, CIE o un documento allo sportello: qualcuno deve rispondere del luogo.
community-verified-how = Come farsi riconoscere
community-in = in
community-members-only = solo membri
community-members = Membri
community-posts = Messaggi
community-members-count = { $n ->
    [one] Un membro
   *[other] { $n } membri
}
community-posts-count = { $n ->
    [one] Un messaggio
   *[other] { $n } messaggi
}
community-lively = ultimo messaggio { $when }
community-state-open = Attiva
community-state-asleep = Dorme
community-state-closed = Chiusa
community-asleep = Questa comunità dorme.
community-asleep-text = Da un anno nessuno scrive: si legge, ma per scrivere la deve svegliare chi la tiene.
community-wake = Svegliala
community-asking = { $n ->
    [one] Una persona chiede di entrare
   *[other] { $n } persone chiedono di entrare
}
community-closed-door = Legge chi ne fa parte
community-closed-door-text = Chiedi di entrare: ti risponde chi tiene la comunità.
community-ask = Chiedi di entrare
community-ask-words = Due parole su di te
community-ask-send = Invia la richiesta
community-ask-no-more = Ritira la richiesta
community-you-asked = Hai chiesto di entrare
community-you-banned = Chi tiene la comunità ti ha allontanato.
community-accept = Accetta l’invito
community-decline = Rifiuta l’invito
community-join = Entra
community-join-sign-in = Accedi per entrare
community-write = Scrivi alla comunità
community-leave = Lascia la comunità
community-leave-question = Vuoi lasciare { $name }?
community-leave-text = Quello che hai scritto resta. Puoi tornare quando vuoi, come chiunque altro.
community-leave-last = Sei l’ultima persona: la comunità si addormenta.
community-successor = Chi la tiene dopo di te
community-successor-help = Sei l’unica persona che la tiene: scegli chi continua.
community-successor-choose = Scegli una persona
community-talk = Conversazione
community-kept = In alto
community-kept-here = in alto nella comunità
community-keep = Tieni in alto per 7 giorni
community-unkeep = Togli dall’alto
community-empty = Ancora nessun messaggio
community-empty-text = Chi comincia?
community-aside = Sulla comunità
community-keepers = Chi la tiene
community-people = Persone
community-people-all = Tutte le persone
community-people-of = Persone di { $name }
community-people-filter = Cerca tra le persone
community-people-none = Nessuna persona con questo nome.
community-moderator = moderatore
community-promote = Fai moderatore
community-demote = Togli da moderatore
community-invite = Invita una persona
community-invite-help = Il suo nickname, per esempio @anna_rossi.
community-invite-send = Invita
community-invite-back = Ritira l’invito
community-invited = Invitati
community-banned = Allontanati
community-readmit = Fai tornare
community-away = Allontana
community-away-question = Vuoi allontanare { $name }?
community-away-text = Non farà più parte di { $name }. Il motivo resta scritto.
community-ban = Per sempre
community-ban-help = Non potrà rientrare finché chi tiene la comunità non cambia idea.
community-reason = Motivo
community-reason-help = Una frase chiara.
community-files = File
community-files-of = File di { $name }
community-files-all = Tutti i file
community-files-none = Ancora nessun file
community-files-none-text = Verbali, locandine, elenchi: quello che serve ritrovare.
community-file = File
community-file-add = Aggiungi un file
community-file-help = PDF, immagine o documento d’ufficio, fino a 20 MB.
community-file-name = Come si chiama
community-file-name-help = Per esempio: Verbale del 12 febbraio.
community-file-send = Carica
community-file-kind = Tipo
community-file-by = Da chi
community-file-remove = Togli
community-file-question = Vuoi togliere «{ $name }»?
community-file-question-text = Nessuno lo potrà più scaricare.
community-close = Chiudi
community-reopen = Riapri
community-close-question = Vuoi chiudere { $name }?
community-close-text = Nessuno la trova e la legge più, nemmeno chi ne fa parte. Si può riaprire com’era.
admin-communities = Comunità
act-keep-communities = Chiudere e riaprire comunità
post-community = Dove
post-community-none = In piazza · lo leggono tutti
post-community-help = In piazza, o in una comunità di cui fai parte.
post-readers-everyone = lo leggono tutti
post-readers-members = solo i membri
post-members = Lo leggono solo i membri di { $name }
post-public-in = Pubblico: lo legge chiunque, in { $name }
post-public-unless = Pubblico: lo legge chiunque, se non scegli una comunità di soli membri
post-followers = Lo legge solo chi ti segue: il tuo profilo è privato
post-followers-of = Lo legge solo chi segue { $name }
post-followers-short = solo chi segue
toast-followed = Ora lo segui
toast-unfollowed = Non lo segui più
toast-follow-asked = Richiesta inviata
toast-follow-accepted = Ora ti segue
toast-blocked = Persona bloccata
toast-muted = Persona messa in silenzio
toast-block-lifted = Fatto: è tornato tutto come prima
toast-community-made = Comunità fondata
toast-community-joined = Ora ne fai parte
toast-community-asked = Richiesta inviata
toast-community-invited = Invito inviato
toast-community-left = Hai lasciato la comunità
toast-community-woken = La comunità è sveglia
toast-community-closed = Comunità chiusa
toast-community-reopened = Comunità riaperta
toast-post-members = Pubblicato. Lo legge chi fa parte della comunità.
toast-post-followers = Pubblicato. Lo legge chi ti segue.
toast-post-kept = Il messaggio sta in alto
error-post-community = Scegli una comunità di cui fai parte e che non dorme.
error-post-community-page = Una pagina parla a tutta la città: lascia «In piazza».
error-comment-members = Qui risponde chi fa parte della comunità.
error-community-asleep = La comunità dorme: la deve svegliare chi la tiene.
error-community-moderator = La comunità deve avere almeno un moderatore: prima nominane un altro.
error-community-verified = Prima fatti riconoscere con SPID, CIE o un documento allo sportello.
error-community-purpose = Di’ perché esiste, con almeno 10 e al massimo 300 caratteri.
error-community-place = Al massimo 80 caratteri.
error-community-rules = Al massimo 5.000 caratteri.
error-community-kind = Scegli chi la trova e la legge.
error-community-topic = Scegli un argomento.
error-community-person = Non troviamo nessuno con questo nickname.
error-community-member = Ne fa già parte.
error-community-banned = È stato allontanato: prima fallo tornare.
error-community-successor = Scegli chi tiene la comunità dopo di te.
error-community-reason = Scrivi il motivo, da 5 a 500 caratteri.
error-community-days = Da 1 a 90 giorni.
error-community-file-name = Di’ come si chiama, da 2 a 120 caratteri.
error-community-file-none = Scegli un file.
error-community-file-large = Il file supera 20 MB.
error-community-file-kind = Questo tipo di file non si può caricare. Vanno bene PDF, JPG, PNG, Word, Excel, PowerPoint, OpenDocument e RTF.
error-community-file-again = Scegli di nuovo il file.
act-community-made = comunità fondata
act-community-changed = comunità cambiata
act-community-role = ruolo dato in una comunità
act-community-sent-away = persona allontanata da una comunità
act-community-banned = persona esclusa da una comunità
act-community-readmitted = persona riammessa in una comunità
act-community-woken = comunità svegliata
act-community-post-kept = messaggio messo in alto
act-community-post-released = messaggio tolto dall’alto
act-community-file-removed = file tolto da una comunità
act-community-closed = comunità chiusa
act-community-reopened = comunità riaperta
job-kind-social-sleep = Addormentare le comunità silenziose
job-kind-social-opened = Accettare chi aspettava un profilo ora aperto
mail-community-away-subject = Non fai più parte di «{ $community }»
mail-community-away-text =
    Ciao { $name },

    chi tiene la comunità «{ $community }» ti ha allontanato. Il motivo: { $reason }

    Le regole della piazza:

    { $link }

    La piazza di { $town }
mail-community-closed-subject = La comunità «{ $community }» è stata chiusa
mail-community-closed-text =
    Ciao { $name },

    il Comune ha chiuso la comunità «{ $community }», che tieni tu. Il motivo: { $reason }

    Le regole della piazza:

    { $link }

    La piazza di { $town }
