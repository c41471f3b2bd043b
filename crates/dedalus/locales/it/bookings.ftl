# Appuntamenti e calendario.

# I giorni di festa
holiday-new-year = Capodanno
holiday-epiphany = Epifania
holiday-joseph = san Giuseppe
holiday-easter = Pasqua
holiday-easter-monday = lunedì dell’Angelo
holiday-ascension = Ascensione
holiday-corpus-domini = Corpus Domini
holiday-liberation = festa della Liberazione
holiday-labour = festa del lavoro
holiday-republic = festa della Repubblica
holiday-peter-paul = santi Pietro e Paolo
holiday-assumption = Ferragosto
holiday-francis = san Francesco d’Assisi
holiday-all-saints = Ognissanti
holiday-unity = giorno dell’unità nazionale
holiday-immaculate = Immacolata Concezione
holiday-christmas = Natale
holiday-stephen = santo Stefano
calendar-closed = ufficio chiuso
calendar-patron = festa del patrono
calendar-patron-name = festa del patrono, { $name }
calendar-due = { $n ->
    [one] 1 giorno
   *[other] { $n } giorni
}
calendar-due-moved = { $n ->
    [one] 1 giorno
   *[other] { $n } giorni
}, spostato da { $day }
calendar-due-moved-why = { $n ->
    [one] 1 giorno
   *[other] { $n } giorni
}, spostato da { $day } ({ $why })
door-shut-today = chiuso oggi: { $why }

# Il calendario in amministrazione
admin-calendar = Calendario
calendar-lead = I giorni in cui il Comune non lavora. Da qui dipendono i termini, gli appuntamenti e i cartelli sulle porte.
calendar-sundays = Le domeniche e gli altri giorni di riposo non sono in elenco.
calendar-days = Giorni non lavorativi dell’anno
calendar-day = Giorno
calendar-why = Perché
calendar-year-nav = Anni
calendar-export = Scarica per il tuo calendario (.ics)
calendar-file = Calendario { $year }, { $town }
calendar-closures = Chiusure
calendar-closures-none = In quest’anno nessuna chiusura.
calendar-when = Quando
calendar-who = Chi chiude
calendar-whole-town = Tutto il Comune
calendar-span = da { $first } a { $last }
calendar-remove = Togli
calendar-restore = Rimetti com’era
calendar-close = Aggiungi una chiusura
calendar-first = Primo giorno
calendar-last = Ultimo giorno
calendar-last-help = Lascia vuoto se è un giorno solo.
calendar-words = Motivo
calendar-words-help = Si legge sulla porta, per esempio: «trasloco degli sportelli».
calendar-close-send = Aggiungi la chiusura
calendar-rules = Patrono e giorni di riposo
calendar-rules-none = Ancora nessuna regola: non si lavora la domenica e nelle feste nazionali.
calendar-rule = Regola
calendar-holds = Quando vale
calendar-rests = riposo: { $day }
calendar-years = dal { $first } al { $last }
calendar-from-year = dal { $first }
calendar-rule-end = Fai finire
calendar-patron-new = La festa del patrono
calendar-month-day = Giorno e mese
calendar-month-day-help = Per esempio 19/5.
calendar-patron-called = Nome del patrono
calendar-patron-help = Per esempio «beato Agostino Novello».
calendar-year = Dall’anno
calendar-patron-send = Salva la festa
calendar-rest-new = Un altro giorno di riposo
calendar-rest-day = Giorno della settimana
calendar-rest-send = Salva il riposo
toast-closure-added = Chiusura aggiunta.
toast-closure-removed = Chiusura tolta.
toast-closure-restored = Chiusura rimessa.
toast-rule-added = Regola salvata.
toast-rule-ended = La regola finisce. I giorni passati restano com’erano.
toast-rule-restored = La regola vale di nuovo.
error-day = Scegli un giorno.
error-day-over = Scegli un giorno da oggi in poi: i giorni passati non cambiano.
error-day-order = L’ultimo giorno viene prima del primo.
error-day-long = Una chiusura dura al massimo un anno.
error-closure-words = Scrivi il motivo: chi trova chiuso lo legge.
error-closure-over = Questa chiusura è già finita e resta com’è.
error-office-unknown = Scegli un ufficio dell’elenco.
error-year = Scrivi un anno, da questo in poi.
error-year-over = In quell’anno il giorno è già passato. Scrivi l’anno dopo.
error-month-day = Scrivi giorno e mese, per esempio 19/5.

# Prenotare
booking-title = Prenota un appuntamento
booking-step-place = Luogo
booking-step-time = Data e orario
booking-step-details = Dettagli
booking-step-applicant = Richiedente
booking-step-summary = Riepilogo
booking-step-here = Passo { $number } di 5: { $words }
booking-step-of = passo { $number } di 5
booking-step-done = (fatto)
booking-place-lead = Scegli che cosa devi fare, e dove.
booking-none = Ancora niente da prenotare
booking-none-text = Gli uffici non hanno ancora aperto le prenotazioni in rete. Chiama o passa negli orari di apertura.
booking-minutes = { $n ->
    [one] 1 minuto
   *[other] { $n } minuti
}
booking-times = { $n ->
    [one] 1 orario
   *[other] { $n } orari
}
booking-to-time = Scegli data e orario
booking-to-details = Vai ai dettagli
booking-to-applicant = Vai al richiedente
booking-to-summary = Vai al riepilogo
booking-back = Indietro
booking-send = Prenota
booking-aside = La tua prenotazione
booking-draft = La tua bozza
booking-draft-kept = Salvata alle { $time }. La ritrovi a questo indirizzo fino a { $until }.
booking-you-book = Stai prenotando
booking-choose-day = Scegli il giorno
booking-days = Giorni
booking-days-later = Giorni dopo
booking-another-day = Un altro giorno
booking-show-day = Mostra
booking-hours-of = Orari liberi, { $day }
booking-day-full = In questo giorno non c’è un orario libero. Scegli un altro giorno.
booking-day-shut = In questo giorno lo sportello è chiuso: { $why }.
booking-full = Per ora è tutto occupato. Riprova domani: chi disdice libera un posto.
booking-day-time = { $day }, ore { $time }
booking-motive = Motivo
booking-motive-help = In poche parole.
booking-details = Dettagli
booking-details-help = Che cosa deve sapere chi ti riceve? Non scrivere dati sulla salute.
booking-applicant-help = Non serve un account. Il nome lo legge solo l’ufficio.
booking-first = Nome
booking-last = Cognome
booking-email-help = Qui arrivano la conferma e il promemoria del giorno prima.
booking-taken-title = Questo orario non è più libero
booking-taken-text = Qualcuno ha prenotato prima { $when }. Quello che hai scritto è ancora qui: scegli un altro orario.
booking-next-times = I prossimi orari liberi
booking-other-times = Guarda tutti gli orari
booking-look-again = Controlla e prenota
booking-bring = Che cosa portare
booking-privacy = Usiamo questi dati solo per l’appuntamento. Novanta giorni dopo togliamo nome e contatti.
booking-confirmed-title = Appuntamento confermato
booking-cancelled-title = Appuntamento annullato
booking-over-title = Il tuo appuntamento
booking-number = Numero
booking-state = A che punto è
booking-state-booked = prenotato
booking-state-arrived = in attesa
booking-state-called = chiamato
booking-state-served = servito
booking-state-absent = non è venuto
booking-state-cancelled = annullato
booking-todo = Che cosa puoi fare
booking-call-title = In sala ti chiamiamo così
booking-room-link = Guarda chi è chiamato adesso
booking-ics = Aggiungi al tuo calendario
booking-ics-remove = Togli dal tuo calendario
booking-ics-text = Numero { $number }. Porta: { $bring }. Per spostare o annullare: { $link }
booking-move = Sposta
booking-move-title = Sposta l’appuntamento
booking-move-now = Adesso è { $when }.
booking-move-send = Sposta qui
booking-cancel = Annulla l’appuntamento
booking-cancel-short = Annulla
booking-cancel-title = Annullare l’appuntamento?
booking-cancel-text = Il posto va a qualcun altro. Potrai prenotare di nuovo quando vuoi.
booking-cancel-send = Sì, annulla
booking-keep = No, lascialo com’è
booking-again = Prenota di nuovo
booking-link-help = Chi ha questo indirizzo vede e cambia l’appuntamento: tienilo per te.
booking-shut = Quel giorno lo sportello è chiuso: { $why }. Sposta l’appuntamento a un altro giorno.
toast-booked = Appuntamento prenotato.
toast-booking-moved = Appuntamento spostato.
toast-booking-cancelled = Appuntamento annullato.
toast-booking-called = Numero chiamato.
toast-booking-nobody = In sala non aspetta nessuno.
error-booking-thing = Scegli che cosa devi fare.
error-booking-time = Scegli un orario.
error-booking-taken = Questo orario non è più libero. Scegline un altro.
error-booking-motive = Scrivi il motivo, in poche parole.
error-booking-details = Scrivi qualche dettaglio: aiuta chi ti riceve.
error-booking-first = Scrivi il nome.
error-booking-last = Scrivi il cognome.
error-booking-many = Con questo indirizzo ci sono già molti appuntamenti. Annullane uno, o chiama l’ufficio.
error-booking-over = Questo appuntamento non si può più cambiare.
error-booking-state = Nel frattempo qualcuno ha già segnato altro. Ricarica la pagina.
error-booking-name = Scrivi un nome.
error-booking-address = Scrivi l’indirizzo.
error-booking-title = Scrivi che cosa si prenota.
error-booking-hours = Scrivi gli orari di almeno un giorno.
error-between = Scrivi un numero da { $least } a { $most }.
error-place-taken = C’è già un luogo con questo nome.
error-thing-taken = C’è già una voce con questo nome.

# La sala d’attesa
room-now = Tocca al numero
room-counter = sportello { $counter }
room-at = chiamato alle { $time }
room-nobody = Tra poco si comincia
room-before = Chiamati prima
room-help = I numeri sono quelli della conferma. La pagina si aggiorna da sola; senza script, ricaricala.

# In segreteria
office-bookings = Appuntamenti
booking-enter = Nuovo appuntamento
booking-enter-lead = Per chi è allo sportello o al telefono.
booking-channel = Come arriva
booking-counter-email-help = Senza e-mail non arrivano conferma e promemoria.
booking-day-filter = Scegli il giorno
booking-place = Luogo
booking-any-place = Tutti i luoghi
booking-my-counter = Il mio sportello
booking-day-before = Giorno prima
booking-day-after = Giorno dopo
booking-day-shut-at = { $place } è chiuso: { $why }. Chi ha prenotato è stato avvisato.
booking-call-next = Chiama il prossimo
booking-waiting = { $n ->
    [0] nessuno in attesa
    [one] una persona in attesa
   *[other] { $n } persone in attesa
}
booking-room-open = Apri la sala d’attesa
booking-day-empty = Nessun appuntamento
booking-day-empty-text = In questo giorno non è prenotato nessuno.
booking-hour = Ora
booking-who = Chi
booking-thing = Che cosa
booking-mark-arrived = È qui
booking-mark-call = Chiama
booking-mark-served = Servito
booking-mark-absent = Non è venuto
booking-mark-undo = Rimetti prenotato
booking-print = Stampa il giorno

# In amministrazione
admin-bookings = Prenotazioni
admin-bookings-lead = Dove si prenota, che cosa, per quanto tempo e in quali orari. Feste e chiusure vengono dal calendario.
admin-bookings-empty = Ancora nessun luogo
admin-bookings-empty-text = Aggiungi il primo luogo, poi che cosa ci si può fare.
booking-place-new = Nuovo luogo
booking-thing-new = Nuova voce da prenotare
booking-office = Ufficio
booking-place-name-help = Per esempio «Sportello anagrafe».
booking-directions = Come si arriva
booking-directions-help = Piano, ingresso, rampa: per esempio «piano terra, ingresso senza gradini».
booking-bring-help = Si legge nella conferma e nel promemoria.
booking-thing-title = Che cosa si prenota
booking-thing-minutes = Minuti per persona
booking-thing-capacity = Persone nello stesso orario
booking-thing-capacity-help = Quanti sportelli lavorano insieme.
booking-thing-lead = Ore di anticipo
booking-thing-furthest = Giorni in avanti
booking-thing-week = Orari prenotabili
booking-thing-link = Collegamento per la scheda del servizio:
booking-close = Chiudi le nuove prenotazioni
booking-close-text = Chi ha già prenotato resta prenotato. Si può riaprire quando si vuole.
booking-is-closed = Le prenotazioni sono chiuse
booking-reopen = Riapri le prenotazioni

# Le e-mail
mail-booked-subject = Appuntamento confermato: { $when }
mail-booked-text =
    Buongiorno { $name },

    il tuo appuntamento è confermato.

    Che cosa: { $thing }
    Quando: { $when }
    Dove: { $place }
    Che cosa portare: { $bring }
    Numero: { $number }. In sala ti chiamiamo { $call }.

    Per vederlo, spostarlo o annullarlo apri questo indirizzo:
    { $link }

    Comune di { $town }
mail-booking-moved-subject = Appuntamento spostato: { $when }
mail-booking-moved-text =
    Buongiorno { $name },

    il tuo appuntamento { $number } ha un nuovo orario.

    Che cosa: { $thing }
    Quando: { $when }
    Dove: { $place }
    Che cosa portare: { $bring }
    In sala ti chiamiamo { $call }.

    Per vederlo, spostarlo o annullarlo apri questo indirizzo:
    { $link }

    Comune di { $town }
mail-booking-cancelled-subject = Appuntamento annullato: { $when }
mail-booking-cancelled-text =
    Buongiorno { $name },

    il tuo appuntamento { $number } è annullato: { $thing }, { $when }, { $place }.

    Per prenotare di nuovo:
    { $link }

    Comune di { $town }
mail-booking-tomorrow-subject = Domani: { $thing }
mail-booking-tomorrow-text =
    Buongiorno { $name },

    ti ricordiamo l’appuntamento di domani.

    Che cosa: { $thing }
    Quando: { $when }
    Dove: { $place }
    Che cosa portare: { $bring }
    Numero: { $number }. In sala ti chiamiamo { $call }.

    Non puoi venire? Spostalo o annullalo qui, così il posto va a qualcun altro:
    { $link }

    Comune di { $town }
mail-booking-shut-subject = Da spostare: appuntamento di { $when }
mail-booking-shut-text =
    Buongiorno { $name },

    il giorno del tuo appuntamento lo sportello è chiuso. Ci dispiace.

    Che cosa: { $thing }
    Quando: { $when }
    Dove: { $place }
    Numero: { $number } ({ $call })

    Scegli un altro giorno qui. Tutto il resto rimane com’è:
    { $link }

    Comune di { $town }

# Il registro dei trattamenti
processing-bookings-title = Appuntamenti
processing-bookings-purpose = Ricevere le persone agli sportelli all’ora prenotata.
processing-bookings-basis = GDPR art. 6 par. 1 lett. e (compito di interesse pubblico).
processing-bookings-data = Nome, e-mail, telefono dato allo sportello, motivo, dettagli, orario, com’è andata. Le bozze sono cifrate.
processing-bookings-people = Chi prenota, con o senza account.
processing-bookings-kept = Nome, contatti e testi: novanta giorni dopo l’appuntamento. Le bozze: sette giorni. Restano numero, orario ed esito, senza nome.
