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
