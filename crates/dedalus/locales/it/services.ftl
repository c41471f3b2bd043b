# Le schede dei servizi.
nav-services = Servizi
admin-services = Servizi
services-title = Servizi
services-lead = Che cosa fa il Comune per te: che cosa serve, quanto costa, quanto tempo ci vuole.
services-search = Cerca un servizio
services-words = Che cosa cerchi?
services-admin-words = Titolo o codice
services-category = Categoria
services-topic = Argomento
services-event = Momento della vita
services-audience = Per chi
services-way = Come
services-office = Ufficio
services-any = Tutti
services-any-office = Tutti gli uffici
services-no-office = Scegli un ufficio
services-no-category = Scegli una categoria
services-by-event = Che cosa ti succede?
services-by-category = Per categoria
services-found = Servizi trovati
services-total = { $n ->
    [one] Un servizio
   *[other] Tutti i { $n } servizi, dalla A alla Z
}
services-count = { $n ->
    [one] 1 servizio
   *[other] { $n } servizi
}
services-shelf-lead = { $n ->
    [0] Ancora nessun servizio.
    [one] C’è un servizio per te.
   *[other] Ci sono { $n } servizi per te.
}
services-shelf-empty = Guarda tutti i servizi, o cerca con parole tue.
services-none = Nessun servizio corrisponde
services-none-text = Prova con una parola sola, per esempio «residenza» o «mensa», o togli qualche filtro.
services-empty = Ancora nessuna scheda
services-empty-text = Qui compaiono i servizi del Comune. Intanto trovi gli uffici e i loro orari.
services-all = Mostra tutti i servizi
services-json = Scarica come JSON
services-admin-empty = Ancora nessun servizio
services-admin-empty-text = Scrivi la prima scheda, o importane da un file.
home-services = Di che cosa hai bisogno?
office-services = Che cosa fa per te
home-services-all = Tutti i servizi
search-kind-services = Servizi
search-kind-service = Servizio

# La guida
guide-title = Di che cosa hai bisogno?
guide-lead = Tre domande e trovi il servizio giusto, anche se non sai come si chiama.
guide-start = Comincia dalla prima domanda
guide-place = Domanda { $n } di { $of }
guide-event = Che cosa ti succede?
guide-event-short = Momento
guide-event-any = Nessuna di queste cose
guide-who = Per chi è?
guide-who-short = Per chi
guide-who-any = Non importa
guide-what = Che cosa vuoi fare?
guide-what-short = Che cosa
guide-what-any = Non lo so, mostrami tutto
guide-answers = Le tue risposte
guide-change = cambia questa risposta
guide-found = { $n ->
    [one] Ecco il servizio per te
   *[other] Ecco { $n } servizi per te
}
guide-none-text = Cambia una risposta, oppure chiedi all’URP: ti aiuta a trovare l’ufficio giusto.
guide-again = Ricomincia

# La scheda
service-beside = Accanto alla scheda
service-index = In questa pagina
service-titolo = Titolo
service-sintesi = In una frase
service-ufficio = Ufficio che se ne occupa
service-categoria = Categoria
service-descrizione = Descrizione
service-a-chi = A chi è rivolto
service-come-fare = Come fare
service-cosa-serve = Cosa serve
service-cosa-si-ottiene = Cosa si ottiene
service-tempi = Tempi e scadenze
service-termine = Termine di legge, in giorni
service-effetto = Se il termine passa senza risposta
service-costo = Quanto costa
service-canali = Come si accede
service-online = Indirizzo del servizio online
service-norme = Norme di riferimento
service-informazioni = Ulteriori informazioni
service-condizioni = Indirizzo delle condizioni di servizio
service-standard = I nostri impegni
service-documenti = Moduli e documenti
service-argomenti = Argomenti
service-eventi = Momenti della vita
service-destinatari = Per chi
service-azioni = Per fare che cosa
service-access = Accedi al servizio
service-conditions = Condizioni di servizio
service-conditions-text = Leggi le regole con cui il Comune offre questo servizio.
service-conditions-link = Termini e condizioni di servizio
service-contacts = Contatti
service-go-online = Vai al servizio online
service-online-text = Si fa da casa, quando vuoi.
service-booking-text = Scegli giorno e ora e vieni senza fare la fila.
service-book = Prenota un appuntamento
service-needed-lead = Spunta quello che hai già.
service-needed-sheet = Apri il foglio da stampare
service-needed-title = Cosa serve: { $name }
service-measure = Che cosa misuriamo
service-promised = Che cosa promettiamo
service-standard-lead = È quello che puoi aspettarti da noi. Se non ci riusciamo, diccelo.
service-term-days = { $n ->
    [one] Il Comune risponde entro un giorno.
   *[other] Il Comune risponde entro { $n } giorni.
}
service-since = Scheda { $code }, valida da { $since }.
service-state-draft = Bozza
service-state-published = Servizio attivo
service-state-suspended = Servizio sospeso
service-state-retired = Servizio non più attivo
service-silence-nessuno = Nessun effetto: puoi chiedere l’intervento del sostituto
service-silence-assenso = Se non risponde in tempo, la richiesta vale come accolta.
service-silence-rigetto = Se non risponde in tempo, la richiesta vale come respinta.

# Versioni
service-versions = Versioni della scheda
service-versions-title = Versioni: { $name }
service-versions-lead = Ogni pubblicazione resta qui, con chi l’ha fatta e che cosa è cambiato.
service-version = Versione
service-version-newest = È la versione che tutti leggono adesso.
service-version-older = È una versione di prima: oggi la scheda dice altro.
service-published = Pubblicata
service-by = Da
service-by-house = Amministrazione
service-news = Che cosa cambia
service-news-help = Una frase per i colleghi, per esempio: «nuovo importo dal 1º marzo». La leggono solo gli uffici.
service-compare = Confronta
service-compare-now = Confronta con quella di adesso
service-compare-from = Versione di prima
service-compare-to = Versione di dopo
service-compare-title = Dalla versione { $from } alla { $to }
service-compare-same = Le due versioni sono uguali.
service-field = Campo

# L’editor
service-new = Nuovo servizio
service-new-lead = Scrivi quello che sai e salva: la scheda resta una bozza finché non la pubblichi.
service-code = Codice
service-code-help = Lettere, cifre, punti e trattini, per esempio AN-01. Non cambia più.
service-slug-help = Se non scrivi niente, lo facciamo dal titolo. Non cambia più.
service-titolo-help = Come lo chiama la gente: «Carta d’identità», non «Rilascio CIE».
service-sintesi-help = Una frase che si capisce da sola. È quella che si legge negli elenchi.
service-markdown-help = Frasi brevi, dando del tu. Una riga vuota separa i paragrafi; «- » all’inizio della riga fa un elenco; **due asterischi** fanno il grassetto.
service-cosa-serve-help = Una cosa per riga. Dopo una barra puoi spiegarla: Una fototessera | a colori, di meno di sei mesi
service-costo-help = Se non costa niente, scrivi: Gratis.
service-termine-help = Un numero di giorni, come lo fissano la legge o il regolamento.
service-standard-help = Uno per riga, con tre parti: Attesa allo sportello | 20 | minuti
service-online-help = Un indirizzo che comincia con https://, o un percorso di questo sito.
service-documenti-help = Uno per riga, nome e indirizzo: Modulo di richiesta | https://www.example.org/modulo.pdf
service-condizioni-help = Se resta vuoto, vale la pagina delle note legali.
service-canali-help = Per dove si passa. Se scegli «Online», scrivi anche l’indirizzo.
service-destinatari-help = Chi ne ha bisogno.
service-azioni-help = Che cosa vuole fare chi lo cerca: serve alla guida.
service-eventi-help = Quando serve: i momenti in cui la gente lo cerca.
service-argomenti-help = Le parole del modello nazionale.
service-choose = Scegli dall’elenco
service-part-who = Che cos’è
service-part-text = Il testo della scheda
service-part-times = Tempi e impegni
service-part-ways = Come si accede
service-part-find = Per farlo trovare
service-part-more = Altro
service-part-publish = Prima di pubblicare
service-part-state = Lo stato del servizio
service-part-state-text = Sospendi quando per un po’ non si può fare. Ritira quando non si fa più: la scheda resta, con il motivo.
service-save = Salva la bozza
service-preview = Anteprima
service-preview-text = Così la vedrà chi legge. Non abbiamo ancora salvato niente.
service-preview-missing = Prima di pubblicarla completa: { $fields }.
service-write-on = Continua a scrivere
service-publish = Salva e pubblica
service-ahead = modifiche non pubblicate
service-changed = Modificata
service-others = Quello che è salvato adesso
service-nothing = niente
service-reason = Motivo
service-reason-help = Lo legge chi apre la scheda: di’ perché e, se lo sai, fino a quando.
service-suspend = Sospendi il servizio
service-suspend-title = Sospendi «{ $name }»?
service-suspend-text = La scheda resta, con un avviso in alto. Lo riprendi quando vuoi.
service-resume = Riprendi il servizio
service-retire = Ritira il servizio
service-retire-title = Ritiri «{ $name }»?
service-retire-text = Esce dagli elenchi e dalla ricerca; chi ha il collegamento legge che non c’è più. Per rimetterlo basta pubblicarlo di nuovo.
toast-service-saved = Bozza salvata. Il pubblico legge ancora la versione di prima, se c’è.
toast-service-published = Scheda pubblicata.
toast-service-suspended = Servizio sospeso. La scheda lo dice in alto.
toast-service-resumed = Servizio di nuovo attivo.
toast-service-retired = Servizio ritirato.
toast-services-imported = Fatto: il file è nel catalogo.
error-service-title = Scrivi un titolo, da 3 a 120 lettere.
error-service-long = Il testo è troppo lungo: al massimo { $max } caratteri.
error-service-word = «{ $word }» non è tra le scelte.
error-service-term = Scrivi un numero di giorni da 1 a { $max }, o niente.
error-service-address = Scrivi un indirizzo intero che comincia con https://, o un percorso di questo sito.
error-service-online = Servono tutti e due: la scelta «Online» e il suo indirizzo.
error-service-line = La riga { $line } non è scritta come dice l’aiuto.
error-service-missing = Manca, e per pubblicare serve.
error-service-office = Scegli uno degli uffici di cui curi i servizi.
error-service-code = Scrivi un codice di 2–20 lettere, cifre, punti e trattini.
error-service-code-taken = C’è già un servizio con questo codice.
error-service-reason = Scrivi il motivo, in almeno cinque lettere.
error-service-words = Scrivi al massimo 200 caratteri.
error-service-changed = Nel frattempo un’altra persona ha salvato questa scheda. Il tuo testo è ancora qui: confrontalo con quello salvato, qui sotto, e salva di nuovo.

# Importare
import-title = Importa
import-lead = Carica un file CSV o JSON. Prima ti mostriamo che cosa cambierebbe; poi decidi tu.
import-file = File
import-file-help = CSV o JSON, UTF-8, fino a 900 KB. Il modo più semplice: scarica il catalogo, modificalo e caricalo di nuovo.
import-text = Oppure incolla il contenuto
import-text-help = Quello che scriveresti nel file.
import-look = Mostra che cosa cambierebbe
import-columns = Le colonne
import-columns-text = Servono almeno codice e titolo. Il codice dice quale servizio è: se c’è già, cambia; se non c’è, si aggiunge. Le colonne che mancano restano come sono. Nelle colonne con più parole mettile una dopo l’altra, con un punto e virgola.
import-state-help = Vuoto o draft per la bozza, published per pubblicare.
import-plan = Che cosa cambierebbe
import-sound = Il file è in ordine. Non abbiamo ancora scritto niente.
import-nothing = Il file dice quello che c’è già: non c’è niente da fare.
import-faulty = { $n ->
    [one] C’è una riga da correggere. Non abbiamo scritto niente.
   *[other] Ci sono { $n } righe da correggere. Non abbiamo scritto niente.
}
import-adds = da aggiungere
import-changes = da cambiare
import-line = Riga
import-what = Che cosa succede
import-fault = da correggere
import-step-add = si aggiunge
import-step-publish = si pubblica
import-step-leave = resta com’è
import-step-change = cambia: { $fields }
import-do = Sì, importa tutto
import-other = Carica un altro file
import-stale = Nel frattempo qualcosa è cambiato: guarda di nuovo e conferma.
error-import-empty = Nel file non ci sono servizi.
error-import-many = Nel file ci sono troppi servizi: al massimo { $max }.
error-import-json = Alla riga { $line } il JSON non si legge: { $why }
error-import-quote = Alla riga { $line } si aprono le virgolette e non si chiudono.
error-import-column = Nessun campo si chiama «{ $name }». I nomi delle colonne sono qui sotto.
error-import-twice = La colonna «{ $name }» c’è due volte.
error-import-lacks = Manca la colonna «{ $name }».
error-import-wide = La riga { $line } ha più celle delle colonne.
error-import-code-twice = Questo codice c’è già in un’altra riga.
error-import-state = Questo stato non si può importare: sospendi e ritira dalla scheda.
error-import-large = Il file è troppo grande: al massimo 900 KB.
error-import-utf8 = Il file non è in UTF-8. Salvalo come «CSV UTF-8» e riprova.

# Categorie
service-category-educazione-formazione = Educazione e formazione
service-category-salute-assistenza = Salute, benessere e assistenza
service-category-vita-lavorativa = Vita lavorativa
service-category-mobilita-trasporti = Mobilità e trasporti
service-category-catasto-urbanistica = Catasto e urbanistica
service-category-anagrafe-stato-civile = Anagrafe e stato civile
service-category-turismo = Turismo
service-category-giustizia-sicurezza = Giustizia e sicurezza pubblica
service-category-tributi-finanze = Tributi, finanze e contravvenzioni
service-category-cultura-tempo-libero = Cultura e tempo libero
service-category-ambiente = Ambiente
service-category-imprese-commercio = Imprese e commercio
service-category-autorizzazioni = Autorizzazioni
service-category-appalti-pubblici = Appalti pubblici
service-category-agricoltura-pesca = Agricoltura e pesca

# Argomenti
service-topic-accesso-informazione = Accesso all’informazione
service-topic-acqua = Acqua
service-topic-animale-domestico = Animale domestico
service-topic-assistenza-invalidi = Assistenza agli invalidi
service-topic-assistenza-sociale = Assistenza sociale
service-topic-associazioni = Associazioni
service-topic-bilancio = Bilancio
service-topic-commercio-al-minuto = Commercio al minuto
service-topic-commercio-ambulante = Commercio ambulante
service-topic-concorsi = Concorsi
service-topic-elezioni = Elezioni
service-topic-energie-rinnovabili = Energie rinnovabili
service-topic-formazione-professionale = Formazione professionale
service-topic-gestione-rifiuti = Gestione rifiuti
service-topic-igiene-pubblica = Igiene pubblica
service-topic-immigrazione = Immigrazione
service-topic-imposte = Imposte
service-topic-imprese = Imprese
service-topic-inquinamento = Inquinamento
service-topic-integrazione-sociale = Integrazione sociale
service-topic-istruzione = Istruzione
service-topic-lavoro = Lavoro
service-topic-matrimonio = Matrimonio
service-topic-mercato = Mercato
service-topic-mobilita-sostenibile = Mobilità sostenibile
service-topic-morte = Morte
service-topic-nascita = Nascita
service-topic-parcheggi = Parcheggi
service-topic-patrimonio-culturale = Patrimonio culturale
service-topic-polizia = Polizia
service-topic-protezione-civile = Protezione civile
service-topic-residenza = Residenza
service-topic-sicurezza-pubblica = Sicurezza pubblica
service-topic-spazio-verde = Spazio verde
service-topic-sport = Sport
service-topic-tassa-sui-servizi = Tassa sui servizi
service-topic-tempo-libero = Tempo libero
service-topic-traffico-urbano = Traffico urbano
service-topic-trasparenza-amministrativa = Trasparenza amministrativa
service-topic-trasporto-pubblico = Trasporto pubblico
service-topic-turismo = Turismo
service-topic-urbanizzazione = Urbanizzazione
service-topic-ztl = ZTL

# Momenti della vita
service-event-nascita = Nasce o arriva un figlio
service-event-scuola = Comincia la scuola
service-event-residenza = Cambio casa o arrivo in città
service-event-casa = Compro, affitto o ristrutturo casa
service-event-matrimonio = Mi sposo o cambio stato civile
service-event-invalidita = Vivo con una disabilità
service-event-lavoro = Cerco o cambio lavoro
service-event-vecchiaia = Invecchio, o aiuto chi invecchia
service-event-viaggi = Mi serve un documento
service-event-veicolo = Ho un’auto o una moto
service-event-trasporto-pubblico = Prendo l’autobus
service-event-tributi = Devo pagare un tributo
service-event-cultura = Leggo, studio, visito
service-event-animale = Ho un animale
service-event-difficolta = Ho bisogno di aiuto
service-event-morte = Perdo una persona cara
service-event-avvio-impresa = Apro un’attività
service-event-gestione-impresa = Ho un’attività
service-event-chiusura-impresa = Chiudo un’attività

# Per chi
service-audience-cittadini = Cittadini
service-audience-famiglie = Famiglie con figli
service-audience-giovani = Giovani
service-audience-anziani = Anziani
service-audience-persone-con-disabilita = Persone con disabilità
service-audience-stranieri = Cittadini stranieri
service-audience-imprese = Imprese
service-audience-professionisti = Professionisti
service-audience-associazioni = Associazioni
service-audience-visitatori = Visitatori

# Per fare che cosa
service-aim-documento = Avere un documento
service-aim-pagamento = Pagare, o farsi rimborsare
service-aim-iscrizione = Iscrivermi
service-aim-aiuto = Chiedere un aiuto
service-aim-permesso = Chiedere un permesso
service-aim-comunicazione = Comunicare qualcosa al Comune
service-aim-informazioni = Sapere, vedere gli atti
service-aim-spazio = Usare un luogo o un servizio

# Come
service-way-online = Online
service-way-sportello = Allo sportello
service-way-telefono = Al telefono
service-way-prenotazione = Su appuntamento
