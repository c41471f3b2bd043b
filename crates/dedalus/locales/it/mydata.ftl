# One’s own data: consents, download, end of the account, register of processing
admin-processing = Registro dei trattamenti
account-closing = Il tuo profilo si chiude { $when }.
account-closing-stop = Ci hai ripensato?
toast-data-asked = Prepariamo la tua copia. Ti scriviamo quando è pronta.
toast-privacy-accepted = Grazie, abbiamo preso nota.
toast-email-asked = Ti abbiamo scritto al nuovo indirizzo: apri il collegamento e conferma.
toast-closing = Hai chiesto di chiudere il profilo. Hai quattordici giorni per ripensarci.
toast-staying = Il tuo profilo resta. Bello averti ancora qui.
error-privacy-box = Se accetti, metti la spunta qui. Altrimenti puoi uscire o chiudere il profilo.
error-email-same = È già il tuo indirizzo: scrivine un altro.
error-closing-role = Hai un ruolo negli uffici: prima deve finire. Chiedi a chi amministra il sistema.

# I miei dati
data-title = I miei dati
data-lead = Quello che sappiamo di te è tuo: puoi portarlo via, correggerlo, cancellarlo.
data-open = Apri i miei dati
data-copy = Una copia di tutto
data-copy-text = Prepariamo un archivio con i tuoi dati e le tue immagini. Ci vuole qualche minuto. Ti scriviamo quando è pronto.
data-copy-ask = Prepara la mia copia
data-copy-again = Prepara una copia nuova
data-copy-waiting = La tua copia è in coda.
data-copy-progress = Fatto { $done } di { $total }.
data-copy-wait = Puoi chiudere questa pagina: il lavoro va avanti.
data-copy-reload = Guarda a che punto è
data-copy-ready = La copia che hai chiesto ({ $when }) è pronta.
data-copy-until = Puoi scaricarla fino a { $until }. Poi la cancelliamo.
data-copy-download = Scarica l’archivio
data-copy-failed = Non siamo riusciti a preparare la copia. Riprova; se succede ancora, scrivi all’URP.
data-correct = Correggere
data-correct-text = Nome, presentazione, lingua e indirizzo li cambi da solo.
data-correct-profile = Cambia nome, presentazione e lingua
data-correct-email = Cambia l’indirizzo e-mail
data-consents = Che cosa hai accettato
data-consents-none = Non hai ancora accettato nessun testo.
data-consents-text = Senza l’informativa non c’è profilo. Se non la accetti più, puoi chiudere il profilo.
data-consent-what = Testo
data-consent-version = Versione
data-consent-given = Accettato
data-consent-ended = Fino a
data-consent-counts = vale ancora
consent-privacy = Informativa privacy e regole della piazza
data-leave = Lascio la piazza
data-leave-text = Puoi chiudere il profilo quando vuoi. Hai quattordici giorni per ripensarci.
data-leave-link = Chiudi il mio profilo
data-read-me =
    Ciao { $name },

    questo archivio contiene i dati che la piazza di { $town } ha su di te. L’abbiamo preparato { $when }.

    dati.json     i tuoi dati, in un formato che i programmi leggono
    schema.json   spiega ai programmi come è fatto dati.json (JSON Schema)
    immagini/     le immagini che hai caricato, se ce ne sono

    Mancano di proposito le password, le chiavi e i codici segreti: ne teniamo solo un’impronta, che non serve a nessuno.
    Dove un’altra persona ha fatto qualcosa che ti riguarda trovi il fatto, non il suo nome.

    Domande? Scrivi a { $email }.

# L’informativa
privacy-again-title = L’informativa privacy è cambiata
privacy-again-text = Abbiamo riscritto il testo che avevi accettato. Leggilo e dicci se per te va bene.
privacy-first-text = Prima di cominciare, leggi come trattiamo i tuoi dati e dicci se per te va bene.
privacy-again-read = Leggi l’informativa privacy
privacy-again-send = Va bene, accetto
privacy-again-no = Non va bene?
privacy-again-no-text = Puoi uscire e decidere più tardi, oppure chiudere il profilo.

# La chiusura
closing-title = Chiudere il profilo
closing-lead = Il profilo si chiude dopo quattordici giorni. Fino ad allora puoi tornare indietro.
closing-until = Il tuo profilo si chiude { $when }.
closing-until-text = Se non fai niente, da quel momento non c’è modo di tornare indietro.
closing-stop = Ci ho ripensato, resto
closing-goes = Che cosa sparisce
closing-goes-account = Nome, nome utente, e-mail, presentazione e tutto il profilo.
closing-goes-access = Password, dispositivi, chiavi, verifica dell’identità.
closing-goes-words = I tuoi messaggi e commenti: al loro posto resta scritto che c’era qualcosa.
closing-goes-pictures = Le tue immagini, anche dai nostri archivi.
closing-stays = Che cosa resta
closing-stays-answers = Le risposte degli altri ai tuoi messaggi: sono parole loro.
closing-stays-institution = Quello che hai scritto a nome di una pagina del Comune. Si vede la pagina, non il tuo nome.
closing-stays-audit = Le righe del registro degli atti, per cinque anni, come prova. Le vede solo chi ne ha il compito.
closing-do = Chiudo il profilo
closing-do-text = Prima, se vuoi, porta via i tuoi dati.
closing-do-copy = Prepara una copia
closing-send = Sì, chiudi il mio profilo

# Un altro indirizzo
email-title = Cambia e-mail
email-now = Adesso ti scriviamo a { $email }.
email-asked = Aspettiamo la conferma da { $email }. Il collegamento è nella posta di quell’indirizzo.
email-new = Nuovo indirizzo
email-new-help = Ti mandiamo un collegamento lì. Vale due giorni. Finché non confermi resta l’indirizzo di adesso.
email-send = Manda il collegamento
email-confirm-title = È il tuo nuovo indirizzo?
email-confirm-text = Se confermi, da adesso ti scriviamo a { $email } ed entri con questo indirizzo.
email-confirm-send = Sì, è il mio
email-confirm-help = Avvisiamo anche l’indirizzo di prima.
email-over-title = Questo collegamento non vale più
email-over-text = È già stato usato, è scaduto, o ne hai chiesto un altro.
email-over-again = Chiedi un altro collegamento

# Le lettere
mail-data-ready-subject = La copia dei tuoi dati è pronta
mail-data-ready-text =
    Ciao { $name },

    la copia dei tuoi dati è pronta. La scarichi da qui, fino a { $until }:

    { $link }

    Se non l’hai chiesta tu, cambia subito la password.

    La piazza di { $town }
mail-data-failed-subject = La copia dei tuoi dati non è riuscita
mail-data-failed-text =
    Ciao { $name },

    non siamo riusciti a preparare la copia dei tuoi dati. Ci dispiace. Puoi chiederla di nuovo da qui:

    { $link }

    La piazza di { $town }
mail-new-email-subject = Conferma il nuovo indirizzo
mail-new-email-text =
    Ciao { $name },

    hai chiesto di usare questo indirizzo per il tuo profilo nella piazza di { $town }.
    Per confermare apri questa pagina e premi il pulsante:

    { $link }

    Il collegamento vale due giorni. Se non sei stato tu, non fare niente.

    La piazza di { $town }
mail-email-changed-subject = Il tuo indirizzo è cambiato
mail-email-changed-text =
    Ciao { $name },

    da adesso il tuo profilo nella piazza di { $town } usa l’indirizzo { $email }. A questo non scriviamo più.
    Se non sei stato tu, rivolgiti subito al Comune:

    { $link }

    La piazza di { $town }
mail-closing-subject = Il tuo profilo si chiude
mail-closing-text =
    Ciao { $name },

    hai chiesto di chiudere il tuo profilo nella piazza di { $town }. Succederà { $when }.
    Fino ad allora puoi ripensarci con un pulsante:

    { $link }

    Se non l’hai chiesto tu, premi quel pulsante e cambia la password.

    La piazza di { $town }
mail-staying-subject = Il tuo profilo resta
mail-staying-text =
    Ciao { $name },

    ci hai ripensato: il tuo profilo nella piazza di { $town } resta com’era.

    { $link }

    La piazza di { $town }
mail-closed-subject = Il tuo profilo è chiuso
mail-closed-text =
    Ciao { $name },

    il tuo profilo nella piazza di { $town } è chiuso e i tuoi dati sono cancellati. Questa è l’ultima lettera.
    Se un giorno vuoi tornare, la piazza è qui:

    { $link }

    La piazza di { $town }
mail-inactive-subject = È da tanto che non ci vediamo
mail-inactive-text =
    Ciao { $name },

    è da molto tempo che non entri nella piazza di { $town }. I profili che nessuno usa non li teniamo per sempre.
    Se vuoi tenere il tuo, basta entrare una volta prima di { $when }:

    { $link }

    Se non fai niente, dopo quel giorno il profilo comincia a chiudersi. Ti scriviamo ancora.

    La piazza di { $town }
mail-inactive-closing-subject = Il tuo profilo sta per chiudersi
mail-inactive-closing-text =
    Ciao { $name },

    nessuno ha usato il tuo profilo nella piazza di { $town }. Si chiude { $when }.
    Per tenerlo basta entrare una volta:

    { $link }

    La piazza di { $town }

# Il registro degli atti
act-person-data-asked = copia dei dati chiesta
act-person-email-changed = e-mail cambiata
act-person-closing = chiusura del profilo chiesta
act-person-staying = chiusura del profilo annullata
act-person-closed = profilo chiuso
act-person-warned = avviso per profilo non usato

# Il registro dei trattamenti
processing-lead = Quali dati personali trattiamo, perché, e per quanto. Viene dallo stesso elenco da cui nascono le copie e le cancellazioni.
processing-filter = Cerca nel registro dei trattamenti
processing-words = Parola
processing-empty = Ancora nessun trattamento
processing-empty-text = Ogni parte del programma dichiara qui i dati che tiene.
processing-activity = Trattamento
processing-purpose = Scopo
processing-basis = Base giuridica
processing-data = Dati
processing-people = Persone
processing-recipients = Chi li riceve
processing-kept = Per quanto
processing-tables = Tabelle
processing-table = Tabella
processing-part = Parte
processing-end = Alla chiusura del profilo
processing-end-delete = Si cancella.
processing-end-blank = Si svuota: resta un numero, senza la persona.
processing-days = Per { $n } giorni.
processing-recipients-inside = Solo chi lavora per il Comune e ne ha il compito, e chi ospita il server.
processing-recipients-public = Chiunque, per quello che è pubblico; per il resto solo chi lavora per il Comune e ne ha il compito.
processing-recipients-mail = Il server di posta del Comune e quello di chi riceve.
processing-recipients-providers = Chi lavora per il Comune e ne ha il compito; i gestori di identità che la persona sceglie.
kept-institution = Resta: è un fatto dell’ente (d.lgs. 42/2004). Dopo la chiusura c’è un numero, senza nome.
kept-community = Resta: la comunità è di chi ne fa parte.
kept-voice = Resta: è stato detto a nome di una pagina dell’ente. Si mostra la pagina, non la persona.
kept-proof = Resta come prova di chi ha fatto che cosa (GDPR art. 17 par. 3).
kept-letters = Sono sigillate, e si cancellano appena partono o alla chiusura; quelle che non partono si dimenticano.
processing-account-title = Profili
processing-account-purpose = Partecipare alla piazza con un profilo.
processing-account-basis = GDPR art. 6 par. 1 lett. e: compito di interesse pubblico (d.lgs. 82/2005, partecipazione); accettazione dell’informativa.
processing-account-data = Nome, nome utente, e-mail, lingua, presentazione, giorno dell’ultimo accesso.
processing-account-people = Chi si iscrive.
processing-account-kept = Finché il profilo esiste. Se nessuno lo usa, per i mesi che il Comune ha scelto, poi avviso e chiusura. Un’iscrizione non confermata due giorni.
processing-access-title = Accessi
processing-access-purpose = Far entrare la persona giusta e nessun’altra.
processing-access-basis = GDPR art. 6 par. 1 lett. e, e art. 32: sicurezza del trattamento.
processing-access-data = Impronte di password e chiavi, dispositivi, indirizzi di rete, seconda prova, identità collegate.
processing-access-people = Chi si iscrive.
processing-access-kept = Le sessioni fino alla scadenza, le chiavi finché la persona le tiene, i dispositivi finché sono usati.
processing-verification-title = Identità verificata
processing-verification-purpose = Sapere che dietro un profilo c’è una persona, una sola.
processing-verification-basis = GDPR art. 6 par. 1 lett. e (d.lgs. 82/2005 art. 64).
processing-verification-data = Impronta del codice fiscale, tipo di documento, chi ha verificato; data di nascita e zona di residenza, sigillate.
processing-verification-people = Chi si fa verificare.
processing-verification-kept = Finché il profilo esiste.
processing-conversation-title = Conversazione
processing-conversation-purpose = Parlare in piazza: messaggi, commenti, immagini.
processing-conversation-basis = GDPR art. 6 par. 1 lett. e: partecipazione dei cittadini.
processing-conversation-data = Testi, versioni precedenti, immagini con la loro descrizione.
processing-conversation-people = Chi scrive.
processing-conversation-kept = Finché chi ha scritto li tiene. Quello che si toglie resta recuperabile sette giorni.
processing-institution-title = Uffici e pagine
processing-institution-purpose = Sapere chi lavora dove, chi sostituisce chi, chi parla a nome di una pagina.
processing-institution-basis = GDPR art. 6 par. 1 lett. c ed e (d.lgs. 33/2013, d.lgs. 42/2004).
processing-institution-data = Ruoli, assenze e sostituzioni senza motivo, testi scritti per le pagine.
processing-institution-people = Chi lavora per il Comune.
processing-institution-kept = Senza termine, come atti dell’ente; il nome sparisce alla chiusura del profilo.
processing-letters-title = Lettere
processing-letters-purpose = Scrivere alle persone: conferme, avvisi, collegamenti.
processing-letters-basis = GDPR art. 6 par. 1 lett. e.
processing-letters-data = Indirizzo e testo, sigillati finché la lettera non parte.
processing-letters-people = Chi riceve una lettera.
processing-letters-kept = Fino alla partenza; trenta giorni se non è possibile consegnarla.
processing-rights-title = Diritti delle persone
processing-rights-purpose = Dare la copia dei dati, ricordare che cosa è stato accettato.
processing-rights-basis = GDPR art. 6 par. 1 lett. c (artt. 7, 15, 20).
processing-rights-data = Testi accettati con versione e data, copie chieste con il loro archivio.
processing-rights-people = Chi si iscrive.
processing-rights-kept = L’archivio sette giorni; il resto finché il profilo esiste.
processing-audit-title = Registro degli atti
processing-audit-purpose = Provare chi ha fatto che cosa, e quando.
processing-audit-basis = GDPR art. 5 par. 2, art. 6 par. 1 lett. c ed e, art. 32.
processing-audit-data = Nome di chi agisce, indirizzo di rete, atto, prima e dopo.
processing-audit-people = Chi lavora per il Comune; chi si iscrive, per gli atti sul proprio profilo.
processing-audit-kept = Cinque anni, poi si cancella.
processing-running-title = Funzionamento
processing-running-purpose = Avvisare le parti del programma che è successo qualcosa.
processing-running-basis = GDPR art. 6 par. 1 lett. e.
processing-running-data = Numeri di chi ha agito e di che cosa, senza testi.
processing-running-people = Chi scrive in piazza.
processing-running-kept = Senza termine, senza la persona dopo la chiusura del profilo.
