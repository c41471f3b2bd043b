# Signing in: passkeys, codes, devices, keys of programs
device-words = { $browser } su { $system }
device-unknown = Un dispositivo
prove-title = Conferma che sei tu
prove-text = Stai per toccare qualcosa di delicato. La conferma vale dieci minuti.
prove-send = Conferma
prove-passkey = Conferma con la passkey
prove-none = Questo profilo non ha ancora una password né una passkey: scegli una password con il collegamento qui sotto.
passkey-failed = Non ha funzionato, o hai annullato. Riprova, oppure usa un altro modo.
toast-prove-first = Prima conferma che sei tu.
toast-proved = Confermato. Ora puoi andare avanti.
toast-second-factor-first = Per lavorare qui serve un secondo passaggio: aggiungi una passkey o un codice.
toast-glass-first = Questa è materia riservata: scrivi perché ti serve aprirla.

# Accedere
form-or = oppure
sign-in-passkey = Entra con una passkey
passkey-what = Una passkey sta nel tuo telefono o computer: entri con l’impronta, il viso o il PIN, senza password. Al Comune arriva solo una chiave pubblica.
passkey-none-here = Questo browser non permette di usare le passkey qui, oppure gli script sono spenti.
passkey-need-name = Le passkey funzionano solo su un indirizzo con un nome, non con un numero.
error-passkey = La passkey non è stata riconosciuta. Riprova.
error-passkey-over = È passato troppo tempo, oppure questa risposta è già stata usata. Riprova.
error-passkey-unknown = Non conosciamo questa passkey: forse è stata tolta. Entra in un altro modo.
error-passkey-other = Questa passkey è di un altro profilo. Usane una del tuo.
error-passkey-copied = Questa passkey sembra copiata, quindi non l’abbiamo accettata. Entra in un altro modo e toglila dal tuo profilo.
error-passkey-known = Questa passkey è già nel tuo profilo.
error-passkeys-many = Hai già dieci passkey: togline una prima.
error-last-way = È l’unico modo che hai per entrare. Prima scegli una password o aggiungi un’altra passkey.
error-last-factor = Il Comune chiede un secondo passaggio a chi lavora qui. Prima aggiungine un altro.
error-label-empty = Scrivi un nome.
error-label-long = Il nome è troppo lungo: al massimo 60 caratteri.
toast-step-over = È passato troppo tempo: ricomincia da qui.
code-ask-title = Scrivi il codice
code-ask-send = Entra
code-ask-lost = Hai perso il telefono? Scrivi uno dei codici di recupero.
code-ask-back = Ricomincia dall’inizio
label-code = Codice
help-code = Le sei cifre che la tua app mostra adesso, oppure un codice di recupero.
help-code-first = Le sei cifre che la tua app mostra adesso.
error-code = Il codice non è giusto o è già stato usato. Aspetta il prossimo e riprova.
error-code-first = Il codice non è giusto. Controlla l’ora del telefono e scrivi quello che l’app mostra adesso.

# Iscriversi con una passkey
sign-up-by-passkey = Senza password, con una passkey
sign-up-by-passkey-help = La crei dopo aver aperto la posta. Entri con l’impronta, il viso o il PIN.
sign-up-confirm-passkey = Ora crea la passkey: il tuo dispositivo ti chiede impronta, viso o PIN.
sign-up-confirm-passkey-send = Crea la passkey ed entra
sign-up-confirm-password = Qui non puoi usare una passkey? Scegli una password.
sign-up-confirm-password-send = Entra con la password
error-no-means = Crea una passkey, oppure scrivi qui una password.

# Accesso e sicurezza
security-title = Accesso e sicurezza
account-menu = Il mio menu
account-nav-short = Il mio menu, breve
security-back = Torna ad accesso e sicurezza
security-must = Il Comune chiede un secondo passaggio a chi lavora qui. Aggiungi una passkey o un codice, poi vai avanti.
security-must-prove = Ne hai già uno: confermalo adesso.
security-ways = Come entri
security-change = Cambia
security-the-password = la password
security-password-set = impostata
security-password-none = nessuna
security-password-choose = Scegli una password
security-passkey = Passkey
security-passkey-none = nessuna
security-passkey-add = Aggiungi una passkey
security-made = creata
security-rename = Rinomina
security-remove = Togli
security-code = Codice dall’app
security-code-on = attivo
security-code-off = spento
security-code-why = Dopo la password chiede un codice che cambia ogni mezzo minuto.
security-code-add = Attiva
security-the-code = il codice
security-off = Spegni
security-recovery-left = { $n ->
    [0] nessun codice di recupero rimasto
    [one] resta un codice di recupero
   *[other] restano { $n } codici di recupero
}
security-recovery-renew = Nuovi codici di recupero
account-security = Passkey, codici e dispositivi
account-password-none = Il tuo profilo non ha una password.
method-password = con la password
method-code = con password e codice
method-passkey = con una passkey
method-provider = con un’identità digitale
method-directory = con l’accesso del Comune
method-link = con un collegamento dalla posta
device-name-title = Che dispositivo è?
device-name-help = Un nome che ti aiuta a riconoscerlo, per esempio «Telefono di casa».
passkey-name-title = Come si chiama la passkey?
passkey-name-help = Un nome che ti aiuta a riconoscerla, per esempio «Telefono».
label-own-name = Nome
passkey-new-title = Aggiungi una passkey
passkey-new-send = Crea la passkey
passkey-remove-title = Togli la passkey «{ $label }»?
passkey-remove-text = Con questa passkey non si entra più. Cancellala anche dal dispositivo, se la conserva.
passkey-remove-send = Togli la passkey
code-title = Codice dall’app
code-what = Dopo la password scrivi un codice di sei cifre che il tuo telefono mostra. Così la password da sola non basta a nessuno.
code-apps = Ti serve un’app che fa codici, per esempio Aegis, FreeOTP o il gestore di password del telefono.
code-begin = Comincia
code-step-app = Apri l’app sul telefono e scegli di aggiungere un profilo.
code-step-scan = Inquadra il disegno.
code-step-type = Oppure scrivi questa chiave:
code-step-open = Oppure apri l’app su questo dispositivo
code-step-confirm = Scrivi qui il codice che l’app mostra.
code-confirm-send = Attiva il codice
code-again = Ricomincia con un’altra chiave
code-remove-title = Spegni il codice?
code-remove-text = Dopo la password non si chiede più il codice. I codici di recupero non valgono più.
code-remove-send = Spegni il codice
recovery-title = I tuoi codici di recupero
recovery-text = Se perdi il telefono, uno di questi entra al posto del codice. Ognuno vale una volta. Salvali adesso: la piazza di { $town } non può mostrarli di nuovo.
recovery-download = Scarica come testo
recovery-print = Stampa
recovery-done = Li ho salvati
recovery-file = Codici di recupero per la piazza di { $town }, { $name }. Ognuno vale una volta.
recovery-renew-title = Vuoi nuovi codici di recupero?
recovery-renew-text = I vecchi non valgono più, anche quelli che non hai usato.
recovery-renew-send = Fai nuovi codici
toast-passkey-added = Passkey aggiunta.
toast-passkey-removed = Passkey tolta.
toast-code-on = Il codice è attivo. Salva i codici di recupero.
toast-code-off = Il codice è spento.
toast-recovery-renewed = Ecco i nuovi codici. I vecchi non valgono più.
act-person-passkey-added = passkey aggiunta
act-person-passkey-removed = passkey tolta
act-person-passkey-copied = passkey che sembra copiata, rifiutata
act-person-code-on = codice attivato
act-person-code-off = codice spento
act-person-recovery-renewed = nuovi codici di recupero
act-person-recovery-used = codice di recupero usato
act-person-session-closed = dispositivo fatto uscire
act-person-sessions-closed = altri dispositivi fatti uscire

# Messaggi
factor-passkey = la passkey «{ $label }»
factor-code = il codice dall’app
mail-factor-added-subject = Un nuovo modo di entrare nel tuo profilo
mail-factor-added-text =
    Ciao { $name },

    nel tuo profilo della piazza di { $town } adesso c’è { $what }.
    Se non sei stato tu, toglilo subito da qui e cambia la password:

    { $link }

    La piazza di { $town }
mail-factor-removed-subject = Un modo di entrare è stato tolto
mail-factor-removed-text =
    Ciao { $name },

    dal tuo profilo della piazza di { $town } è stato tolto questo: { $what }.
    Se non sei stato tu, guarda chi è entrato e cambia la password da qui:

    { $link }

    La piazza di { $town }
mail-passkey-copied-subject = Una tua passkey sembra copiata
mail-passkey-copied-text =
    Ciao { $name },

    qualcuno ha provato a entrare nel tuo profilo della piazza di { $town } con { $what }, che però sembra una copia. Non lo abbiamo fatto entrare.
    Togli quella passkey da qui e creane una nuova:

    { $link }

    La piazza di { $town }
mail-recovery-renewed-subject = Nuovi codici di recupero
mail-recovery-renewed-text =
    Ciao { $name },

    nel tuo profilo della piazza di { $town } sono stati fatti nuovi codici di recupero. I vecchi non valgono più.
    Se non sei stato tu, guarda chi è entrato e cambia la password da qui:

    { $link }

    La piazza di { $town }
mail-recovery-used-subject = Un codice di recupero è stato usato
mail-recovery-used-text =
    Ciao { $name },

    qualcuno è entrato nel tuo profilo della piazza di { $town } con un codice di recupero. Codici che restano: { $what }.
    Se non sei stato tu, cambia la password e fai nuovi codici da qui:

    { $link }

    La piazza di { $town }
