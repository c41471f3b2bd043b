# Accedere
sign-in-title = Accedi
sign-in-send = Accedi
sign-in-forgotten = Hai dimenticato la password?
sign-in-new-title = Prima volta in piazza?
sign-in-new-1 = Commenti e parli con il Comune e con i vicini
sign-in-new-2 = Il tuo indirizzo e-mail non lo vede nessuno
sign-in-new-3 = Bastano un nome, un’e-mail e una password
sign-in-new-button = Iscriviti: bastano due minuti
error-sign-in = L’indirizzo o la password non sono giusti. Controlla e riprova.

# Iscriversi
sign-up-title = Iscriviti
sign-up-closed = In questo momento ci si iscrive solo su invito. Chiedi all’URP.
sign-up-send = Iscriviti
sign-up-privacy = Ho letto l’<a href="/privacy">informativa privacy</a> e le <a href="/regole">regole della piazza</a> (obbligatorio)
sign-up-aside-title = Hai già un profilo?
sign-up-aside-text = Accedi con l’e-mail che hai usato. Se hai perso la password te ne facciamo scegliere un’altra.
sign-up-sent-title = Manca un clic: apri la posta
sign-up-sent-text = Abbiamo scritto a { $email }. Apri il messaggio e conferma che l’indirizzo è tuo: il collegamento vale due giorni.
sign-up-sent-help = Non arriva? Guarda nella posta indesiderata, e controlla di aver scritto bene l’indirizzo.
sign-up-sent-again = Ricomincia l’iscrizione
sign-up-confirm-title = Confermi il tuo indirizzo?
sign-up-confirm-text = È { $email }. Dopo il clic il tuo profilo è pronto e puoi scrivere in piazza.
sign-up-confirm-send = Sì, è il mio
sign-up-over-title = Questo collegamento non vale più
sign-up-over-text = È già stato usato, oppure sono passati più di due giorni. Se hai già confermato, accedi.
sign-up-over-again = Iscriviti di nuovo

# Password dimenticata
reset-ask-title = Password dimenticata
reset-ask-text = Scrivi l’e-mail con cui ti sei iscritto: ti mandiamo un collegamento per sceglierne un’altra.
reset-ask-send = Mandami il collegamento
reset-sent-text = Se { $email } ha un profilo, il messaggio è in arrivo. Il collegamento vale due ore e una volta sola.
reset-sent-help = Non arriva? Guarda nella posta indesiderata.
reset-title = Scegli una nuova password
reset-send = Salva la password
reset-help = Tutti i dispositivi dove sei entrato dovranno accedere di nuovo.
reset-over-title = Questo collegamento non vale più
reset-over-text = È già stato usato, oppure sono passate più di due ore.
reset-over-again = Chiedine un altro

# Campi
label-name = Nome
label-handle = Nome utente
label-email = E-mail
label-email-or-handle = E-mail o nome utente
label-password = Password
label-old-password = Password di adesso
label-new-password = Nuova password
label-bio = Due parole su di te
label-language = Lingua
help-name = Come vuoi essere chiamato in piazza: anche solo il nome. Lo vedono tutti.
help-handle = Lettere, cifre e trattino basso, per esempio anna_livigni. Sta nell’indirizzo del tuo profilo e non si cambia.
help-email = Per confermare l’iscrizione e per ritrovare la password. Non la vede nessun altro.
help-password = Almeno { $n } caratteri. Tre o quattro parole a caso vanno benissimo.
help-bio = Al massimo 500 caratteri. Lo vedono tutti.
error-name-short = Scrivi un nome di almeno due lettere.
error-name-long = Il nome è troppo lungo: al massimo 60 caratteri.
error-name-official = Questo nome fa pensare al Comune o a un suo ufficio. Scegline un altro.
error-handle-short = Il nome utente ha bisogno di almeno tre caratteri.
error-handle-shape = Nel nome utente usa solo lettere senza accento, cifre e trattino basso, al massimo 30.
error-handle-taken = Questo nome utente è già preso. Provane un altro.
error-email = Controlla l’indirizzo: deve essere come nome@esempio.it.
error-email-taken = Questo indirizzo ha già un profilo.
error-password-short = La password è corta: servono almeno { $min } caratteri.
error-password-long = La password è troppo lunga: al massimo 200 caratteri.
error-password-common = Questa password la usano in troppi: si indovina subito. Prova con tre o quattro parole a caso.
error-password-own = La password contiene il tuo nome o la tua e-mail: si indovina. Scegline un’altra.
error-old-password = La password di adesso non è questa.
error-privacy = Per iscriverti serve questa conferma.
error-bio-long = Troppo lungo: al massimo 500 caratteri.
error-role-held = Ha già questo ruolo in questo ufficio.

# Il mio profilo
account-title = Il mio profilo
account-nav = Il mio profilo
account-profile = Chi sono
account-password = Password
account-password-send = Cambia la password
account-devices = Dispositivi
account-devices-help = Dove sei entrato con il tuo profilo. Se non ne riconosci uno, fallo uscire e cambia la password.
account-devices-close = Fai uscire tutti gli altri
account-device-this = Questo
account-device-other = Altro
account-device-since = entrato
account-device-seen = usato
account-device-close = Fai uscire
account-public = Come mi vedono gli altri
account-email-confirmed = confermata
account-tier = Livello
account-voice = Parli come
account-until = fino a
tier-registered = Iscritto: indirizzo confermato
tier-verified = Verificato allo sportello
role-operator = Operatore
role-officer = Funzionario
role-manager = Dirigente
role-administrator = Amministratore (carica politica)
role-editor = Redattore
role-system = Amministratore del sistema
