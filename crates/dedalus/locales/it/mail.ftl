mail-confirm-subject = Conferma il tuo indirizzo
mail-confirm-text =
    Ciao { $name },

    qualcuno, speriamo tu, ha chiesto di iscriversi alla piazza di { $town } con questo indirizzo.
    Per confermare apri questa pagina e premi il pulsante:

    { $link }

    Il collegamento vale due giorni. Se non sei stato tu, non fare niente: senza conferma non succede nulla.

    La piazza di { $town }
mail-already-subject = Hai già un profilo
mail-already-text =
    Ciao { $name },

    qualcuno, forse tu, ha provato a iscriversi alla piazza di { $town } con questo indirizzo, che ha già un profilo.
    Per entrare:

    { $link }

    Se hai dimenticato la password, lì trovi come sceglierne un’altra. Se non sei stato tu, non fare niente.

    La piazza di { $town }
mail-reset-subject = Scegli una nuova password
mail-reset-text =
    Ciao { $name },

    per scegliere una nuova password apri questa pagina:

    { $link }

    Il collegamento vale due ore e una volta sola. Se non l’hai chiesto tu, non fare niente: la password resta quella di prima.

    La piazza di { $town }
mail-no-account-subject = Nessun profilo con questo indirizzo
mail-no-account-text =
    Ciao,

    qualcuno, forse tu, ha chiesto una nuova password per la piazza di { $town } con questo indirizzo, che però non ha un profilo.
    Forse ti sei iscritto con un’altra e-mail. Se vuoi iscriverti:

    { $link }

    La piazza di { $town }
mail-password-changed-subject = La tua password è cambiata
mail-password-changed-text =
    Ciao { $name },

    la password del tuo profilo nella piazza di { $town } è appena cambiata.
    Se non sei stato tu, scegline subito un’altra da qui:

    { $link }

    La piazza di { $town }
mail-device-subject = Accesso da un nuovo dispositivo
mail-device-text =
    Ciao { $name },

    { $when } qualcuno è entrato nel tuo profilo della piazza di { $town } da un dispositivo che non conoscevamo: { $device }.
    Se eri tu, non devi fare niente. Se non eri tu, chiudi quell’accesso e cambia la password da qui:

    { $link }

    La piazza di { $town }
