# Gli avvisi: che cosa arriva a una persona, dove e quando
nav-notices = Avvisi
nav-notices-unread = da leggere
toast-notices-read = Tutti gli avvisi sono segnati come letti.
toast-notices-saved = Le tue scelte sono salvate.
toast-push-on = Da ora gli avvisi arrivano anche su questo dispositivo.
toast-push-off = Su quel dispositivo non arrivano più avvisi.
error-notice-hour = Scrivi un’ora, per esempio 22:30.
error-notice-both-hours = Scrivi anche quest’ora, o lascia vuote tutte e due.
error-push-device = Il browser ha dato un indirizzo che non si può usare. Prova di nuovo.

# I tipi
notice-kind-answer = Risposte a ciò che scrivi
notice-kind-mention = Quando qualcuno ti nomina
notice-kind-page-post = Novità dalle pagine che segui
notice-kind-post = Novità da persone, comunità e argomenti che segui
notice-kind-like = Mi piace
notice-kind-share = Condivisioni
notice-kind-follower = Chi comincia a seguirti
notice-kind-follow-request = Richieste di seguirti, e risposte alle tue
notice-kind-community = Richieste, inviti e decisioni nelle comunità
notice-kind-approval = Commenti da approvare e approvati
notice-kind-moderation = Decisioni della moderazione che ti riguardano
notice-kind-report = Esito delle tue segnalazioni di contenuti

# Le frasi: actor è il nome di chi per ultimo, others quanti altri, name il nome della cosa
notice-somebody = Qualcuno
notice-count = { $n ->
    [one] un avviso
   *[other] { $n } avvisi
}
notice-answered = { $others ->
    [0] { $actor } ha risposto al tuo commento su «{ $name }»
    [one] { $actor } e un’altra persona hanno risposto ai tuoi commenti su «{ $name }»
   *[other] { $actor } e altre { $others } persone hanno risposto ai tuoi commenti su «{ $name }»
}
notice-commented = { $others ->
    [0] { $actor } ha commentato «{ $name }»
    [one] { $actor } e un’altra persona hanno commentato «{ $name }»
   *[other] { $actor } e altre { $others } persone hanno commentato «{ $name }»
}
notice-mentioned = { $others ->
    [0] { $actor } ti nomina in «{ $name }»
    [one] { $actor } e un’altra persona ti nominano in «{ $name }»
   *[other] { $actor } e altre { $others } persone ti nominano in «{ $name }»
}
notice-published = { $actor } ha pubblicato «{ $name }»
notice-liked = { $others ->
    [0] A { $actor } piace «{ $name }»
    [one] A { $actor } e a un’altra persona piace «{ $name }»
   *[other] A { $actor } e ad altre { $others } persone piace «{ $name }»
}
notice-shared = { $others ->
    [0] { $actor } ha condiviso «{ $name }»
    [one] { $actor } e un’altra persona hanno condiviso «{ $name }»
   *[other] { $actor } e altre { $others } persone hanno condiviso «{ $name }»
}
notice-followed = { $others ->
    [0] { $actor } ti segue
    [one] { $actor } e un’altra persona ti seguono
   *[other] { $actor } e altre { $others } persone ti seguono
}
notice-follow-asked = { $others ->
    [0] { $actor } chiede di seguirti
    [one] { $actor } e un’altra persona chiedono di seguirti
   *[other] { $actor } e altre { $others } persone chiedono di seguirti
}
notice-follow-accepted = { $others ->
    [0] { $actor } ha accettato: ora puoi leggere ciò che scrive
    [one] { $actor } e un’altra persona hanno accettato: ora puoi leggere ciò che scrivono
   *[other] { $actor } e altre { $others } persone hanno accettato: ora puoi leggere ciò che scrivono
}
notice-community-asked = { $others ->
    [0] { $actor } chiede di entrare in «{ $name }»
    [one] { $actor } e un’altra persona chiedono di entrare in «{ $name }»
   *[other] { $actor } e altre { $others } persone chiedono di entrare in «{ $name }»
}
notice-community-joined = { $others ->
    [0] { $actor } è entrato a far parte di «{ $name }»
    [one] { $actor } e un’altra persona fanno parte di «{ $name }»
   *[other] { $actor } e altre { $others } persone fanno parte di «{ $name }»
}
notice-community-invited = { $actor } ti invita in «{ $name }»
notice-community-yes = La tua richiesta è accolta: fai parte di «{ $name }»
notice-community-no = La tua richiesta di entrare in «{ $name }» non è stata accolta
notice-community-keeper = Ora tieni la comunità «{ $name }»
notice-community-keeper-no-more = Non tieni più la comunità «{ $name }»: resti tra i membri
notice-community-away = Non fai più parte di una comunità: il motivo è nella mail che ti abbiamo mandato
notice-community-closed = Una comunità che tieni è stata chiusa: il motivo è nella mail che ti abbiamo mandato
notice-held = { $others ->
    [0] Un commento di { $actor } su «{ $name }» aspetta la tua approvazione
   *[other] Ci sono commenti su «{ $name }» che aspettano la tua approvazione
}
notice-approved = Il tuo commento su «{ $name }» è approvato: ora si legge
notice-refused = Il tuo commento su «{ $name }» non è stato approvato
notice-quoted = { $actor } ti cita in «{ $name }»
notice-poll-over = Il sondaggio «{ $name }» è finito: guarda com’è andata
notice-decision = La moderazione ha preso una decisione che ti riguarda: leggi i motivi
notice-appeal-upheld = Il tuo ricorso è accolto
notice-appeal-refused = Il tuo ricorso non è accolto: leggi i motivi
notice-report-decided = Abbiamo deciso su un contenuto che hai segnalato

# Per posta
notice-mail-now = subito
notice-mail-daily = nel riepilogo
notice-mail-never = mai
mail-notices-daily = { $n ->
    [one] Un avviso dalla piazza di { $town }
   *[other] { $n } avvisi dalla piazza di { $town }
}
mail-notices-greeting = Ciao { $name },
mail-notices-more = { $n ->
    [one] E un altro avviso.
   *[other] E altri { $n } avvisi.
}
mail-notices-all = Tutti i tuoi avvisi
mail-notices-settings = Scegli che cosa ti scriviamo, e quando
mail-notices-stop = Non ricevere più mail come questa
mail-notices-stop-daily = Non ricevere più il riepilogo
mail-notices-signature = La piazza di { $town }

# La pagina
notices-title = I tuoi avvisi
notices-settings = Che cosa ricevere
notices-filter = Filtra gli avvisi
notices-kind = Tipo
notices-any-kind = Tutti i tipi
notices-state = Letti e da leggere
notices-all = Tutti
notices-unread = Da leggere
notices-new = Ci sono avvisi nuovi
notices-none = Nessun avviso qui
notices-none-text = Con questo filtro non c’è niente.
notices-show-all = Mostra tutti gli avvisi
notices-empty = Ancora nessun avviso
notices-empty-text = Qui trovi le risposte, chi ti nomina e le novità che segui.
notices-read-all = Segna tutto come letto
notices-read-one = Letto
notices-to-read = da leggere

# Le scelte
notices-settings-title = Che cosa ricevere
notices-settings-lead = Scegli per ogni tipo di avviso se vederlo qui, riceverlo per posta o sui tuoi dispositivi.
notices-ways = Dove arrivano gli avvisi
notices-what = Avviso
notices-in-page = Qui sul sito
notices-by-mail = Per posta
notices-by-push = Sui dispositivi
notices-hours = Quando
notices-hours-text = Nelle ore di silenzio non arriva niente per posta né sui dispositivi: ciò che capita arriva dopo. Scrivi le ore così: 22:30.
label-quiet-from = Silenzio dalle
label-quiet-to = fino alle
label-digest-hour = Ora del riepilogo
notices-language = Ti scriviamo nella lingua del tuo profilo.
notices-language-link = Cambia lingua
notices-devices = Dispositivi
notices-devices-text = Un dispositivo mostra gli avvisi anche quando il sito è chiuso. Arrivano cifrati: li legge solo il tuo browser.
notices-devices-none = Nessun dispositivo riceve avvisi.
notices-push-on = Ricevi gli avvisi su questo dispositivo
notices-push-none = Questo browser non può ricevere avvisi.
notices-push-failed = Il browser non lo permette. Guarda le sue impostazioni per questo sito, poi riprova.

# La via d’uscita
unsubscribe-title = Vuoi smettere di ricevere queste mail?
unsubscribe-done = Fatto: non ti scriviamo più
unsubscribe-kinds = Non ti scriveremo più per:
unsubscribe-daily = Non riceverai più il riepilogo del giorno.
unsubscribe-done-kinds = Non ti scriviamo più per:
unsubscribe-done-daily = Non riceverai più il riepilogo del giorno.
unsubscribe-again = Gli avvisi restano sul sito. Se cambi idea, scegli di nuovo nelle tue impostazioni.
unsubscribe-send = Non scrivetemi più
unsubscribe-home = Torna in piazza

# I lavori
job-kind-notify-mail = Spedire gli avvisi per posta
job-kind-notify-push = Distribuire gli avvisi ai dispositivi
job-kind-notify-push_device = Spedire un avviso a un dispositivo
job-kind-notify-sweep = Dimenticare gli avvisi vecchi
job-kind-social-tell = Avvisare le persone interessate

# Il registro dei trattamenti
processing-notices-title = Avvisi
processing-notices-purpose = Far sapere a ciascuno che cosa lo riguarda: sul sito, per posta, sui dispositivi che ha scelto.
processing-notices-basis = GDPR art. 6 par. 1 lett. e; per posta e dispositivi, la scelta della persona.
processing-notices-data = Che cosa è successo e quando, senza copiarne le parole; le scelte, le ore, gli indirizzi dei dispositivi.
processing-notices-people = Chi ha un profilo.
processing-notices-kept = Novanta giorni dopo la lettura, un anno se non letti, e mai oltre la chiusura del profilo.
processing-recipients-push = Chi gestisce la posta; per i dispositivi il servizio del browser, che trasporta messaggi cifrati.

admin-notices = Avvisi
admin-notices-lead = Dove arriva ogni tipo di avviso a chi non ha scelto. Vale da adesso in poi; chi ha scelto tiene la sua scelta.
admin-notices-mails = Avvisi che aspettano una mail
admin-notices-pushes = Avvisi che aspettano un dispositivo
admin-notices-devices = Dispositivi raggiungibili
admin-notices-chosen = Persone che hanno scelto da sé
act-notices-usual = Avvisi: abitudine della città cambiata
