//! What the Comune says.

use kit::i18n::Lang;

use crate::demo::script::{Told, answers, at, page, says, text};

const CT: &str = "comune";

/// Oldest first.
pub const NEWS: &[Told] = &[
    page(CT, "elena_virga", at(-35, 10, 0), "Una piazza in rete, accanto a quella vera", text!("comune-benvenuti"))
        .drawn("golfo", "Disegno: il golfo di Termini Imerese con il monte, le case, il faro e le barche a vela")
        .talk(&[
            says("bruno_farinella", at(-35, 11, 15), "Mi ha iscritto mia nipote. Buongiorno a tutti."),
            says("anna_livigni", at(-35, 12, 40), "Bella idea. Ma risponderete davvero, o tra un mese ci parliamo da soli?").then(&[
                answers(CT, at(-35, 13, 20), "Domanda giusta. Ci siamo dati una regola: una risposta entro il giorno dopo. Se non la rispettiamo, ditelo qui."),
                says("anna_livigni", at(-21, 19, 10), "Torno dopo due settimane: per ora parola mantenuta."),
            ]),
            says("toto_guarino", at(-35, 18, 25), "In piazza di solito c’è anche una panchina."),
        ]),
    page(CT, "elena_virga", at(-30, 9, 0), "Giorno della memoria: si legge ad alta voce", text!("comune-memoria")).talk(&[
        says("francesca_riolo", at(-30, 14, 30), "I miei di quarta portano una lettera di una bambina della loro età. La leggono in due, per farsi coraggio."),
        says("bruno_farinella", at(-28, 19, 0), "C’ero. Si sentiva solo la voce dei bambini. Nessuno ha tossito."),
    ]),
    page(CT, "elena_virga", at(-27, 8, 40), "Rifiuti: il calendario di febbraio", text!("comune-rifiuti"))
        .drawn("raccolta", "Disegno: cinque bidoni colorati in fila e una persona che porta un pacchetto")
        .talk(&[
            says("enza_macaluso", at(-27, 13, 10), "Le cassette del pesce dove vanno?").then(&[
                answers(CT, at(-27, 14, 5), "Quelle di polistirolo con la plastica, lavate. Quelle di legno all’isola, gratis."),
            ]),
            says("nunzio_orti", at(-26, 8, 20), "Chi ha un orto può tenersi l’umido e fare il compost. Si paga meno, chiedete."),
            says("anna_livigni", at(-26, 19, 30), "Al mio portone il vetro non passa da due settimane.").then(&[
                answers(CT, at(-25, 9, 0), "Era un errore del giro. Passano stamattina e ci scusiamo."),
            ]),
        ]),
    page(CT, "elena_virga", at(-22, 10, 10), "Centoquaranta lampioni nuovi, a cominciare dalla Serpentina", text!("comune-lampioni"))
        .drawn("lampione", "Disegno: un lampione acceso in cima a una scalinata, di notte, con un gatto nero")
        .talk(&[
            says("anna_livigni", at(-22, 18, 50), "Il primo della Serpentina è spento da domenica. I gradini non si vedono.").then(&[
                answers(CT, at(-21, 9, 15), "Grazie. C’è acqua nella base del palo. Lo ripariamo prima di cambiare gli altri."),
            ]),
            says("giulia_s", at(-20, 21, 30), "Luce sui gradini e non nel cielo: così dal Belvedere si rivedono le stelle."),
            says("nunzio_orti", at(-19, 8, 30), "Prima le strade, poi le stelle.").then(&[
                says("giulia_s", at(-19, 9, 10), "È la stessa spesa, Nunzio. Le stelle sono in omaggio."),
            ]),
        ]),
    page(CT, "elena_virga", at(-20, 9, 30), "Consiglio comunale: di che cosa si parla", text!("comune-consiglio")).talk(&[
        says("karim_mejri", at(-20, 14, 0), "La diretta resta visibile anche dopo? Alle 17 lavoro.").then(&[
            answers(CT, at(-20, 15, 10), "Sì, per un anno, divisa per argomenti. Così non deve cercare il suo."),
        ]),
    ]),
    page(CT, "elena_virga", at(-19, 12, 0), "Dodici alberi nuovi a Villa Palmeri", text!("comune-alberi"))
        .drawn("villa-palmeri", "Disegno: Villa Palmeri con la torre, le palme e le aiuole fiorite davanti al mare")
        .talk(&[
            says("francesca_riolo", at(-19, 16, 20), "Il nostro carrubo si chiama Ettore. Lo annaffiamo il mercoledì."),
            says("nunzio_orti", at(-18, 8, 15), "Bravi per i carrubi, bevono poco. Sui lecci fate il tutore, lì tira vento.").then(&[
                answers(CT, at(-18, 10, 0), "Il tutore c’è, su tre lati. I giardinieri la salutano."),
            ]),
        ]),
    page(CT, "elena_virga", at(-16, 8, 50), "Il mercato di via Bagni si sposta un poco, per due settimane", text!("comune-mercato"))
        .drawn("mercato", "Disegno: i banchi di frutta e di pesce con le tende a righe, tra le case del mercato")
        .talk(&[
            says("enza_macaluso", at(-16, 12, 30), "Il mio banco è al numero 14, lato stazione. Il pesce c’è, non cercatemi al porto."),
            says("ninetta_sucato", at(-16, 13, 5), "E i bottoni dove li mettono?").then(&[
                answers(CT, at(-16, 15, 0), "Nel piazzale del porto, secondo banco entrando."),
            ]),
            says("toto_guarino", at(-15, 8, 40), "Due settimane vuol dire due settimane, o due settimane vuol dire Pasqua?").then(&[
                answers(CT, at(-15, 9, 50), "Vuol dire {-2}. Se cambia, lo trova scritto qui con il motivo."),
                says("toto_guarino", at(-2, 9, 20), "Passato stamattina: via Bagni è tornata intera. Mi rimangio la Pasqua."),
            ]),
        ]),
    page(CT, "elena_virga", at(-14, 9, 0), "Il nuovo regolamento del verde: che cosa cambieresti?", text!("comune-verde")).talk(&[
        says("nunzio_orti", at(-14, 12, 15), "L’articolo 9 vieta le canne per i pomodori. Ma i pomodori, poi, a chi si appoggiano?").then(&[
            answers(CT, at(-14, 13, 30), "Ha ragione, è scritto male. Si parlava delle canne lasciate in strada. Lo correggiamo e le mandiamo il testo."),
        ]),
        says("anna_livigni", at(-13, 19, 0), "Area cani vicino al porto: sì, ma con un po’ d’ombra."),
        says("marco_t", at(-11, 21, 15), "Ventiquattro articoli, letti tutti in pausa pranzo. Si capiscono, complimenti a chi li ha scritti."),
    ]),
    page(CT, "elena_virga", at(-12, 9, 0), "200.000 euro per i giovani: si vota da oggi", text!("comune-giovani")).talk(&[
        says("marco_t", at(-12, 9, 40), "Votato. Ci ho messo tre minuti, e uno l’ho perso a cercare gli occhiali."),
        says("marta_dibella", at(-12, 14, 25), "Possono votare anche i ragazzi di sedici anni senza SPID?").then(&[
            answers(CT, at(-12, 15, 0), "Sì. Vengono all’URP con un documento. Se sono timidi vengono in due."),
        ]),
        says("karim_mejri", at(-11, 20, 10), "Io risiedo qui da nove anni ma ho il passaporto tunisino. Voto?").then(&[
            answers(CT, at(-10, 9, 10), "Sì. Conta la residenza, non il passaporto."),
            says("karim_mejri", at(-10, 20, 30), "È la prima volta che voto per qualcosa, qui. Fa un certo effetto."),
        ]),
        says("bruno_farinella", at(-9, 10, 0), "Io ho ottantun anni. Ai giovani posso dare un consiglio o solo il voto?").then(&[
            says("marco_t", at(-9, 10, 45), "Tutti e due, signor Bruno. Ma prima il voto."),
        ]),
    ]),
    page(CT, "elena_virga", at(-11, 16, 0), "Servizio civile: quattro posti in biblioteca, al museo e all’URP", text!("comune-servizio-civile")).talk(&[
        says("giulia_s", at(-11, 18, 40), "Si può indicare il museo come prima scelta?").then(&[
            answers(CT, at(-10, 9, 40), "Sì, la domanda chiede due scelte in ordine."),
        ]),
    ]),
    page(CT, "elena_virga", at(-9, 12, 0), "Carnevale: il programma, giorno per giorno", text!("comune-programma"))
        .drawn("rogo", "Disegno: il grande fuoco in piazza, di notte, con i fuochi d’artificio e la gente intorno")
        .talk(&[
            says("ninetta_sucato", at(-9, 15, 20), "I maccarruna si mangiano nta maidda, cioè nella madia di legno, tutti insieme. Il piatto di plastica no, vi prego.").then(&[
                answers(CT, at(-9, 16, 45), "Quest’anno le madie sono dodici. I piatti sono di foglia, per chi non osa."),
                says("ninetta_sucato", at(-9, 17, 0), "Allora porto la forchetta."),
            ]),
            says("emily_hartley", at(-8, 18, 15), "Who is u Nannu, and why do you burn him if you like him so much?").lang(Lang::En).then(&[
                answers(
                    CT,
                    at(-8, 18, 50),
                    "He is Grandfather Carnival. He reads his will, mocks us all, and takes the winter away with him. We like him that much.",
                )
                .lang(Lang::En),
                says("enzo_lobue", at(-8, 20, 5), "E l’anno dopo lo rifacciamo. Nessuno muore meglio di lui."),
            ]),
            says("giorgio_cascino", at(-8, 11, 30), "Percorso senza gradini anche in città alta?").then(&[
                answers(CT, at(-8, 12, 45), "In Piazza Duomo sì, dal lato del Palazzo comunale. Da Porta Palermo c’è un tratto ripido: il pulmino con la pedana sale ogni venti minuti."),
            ]),
        ]),
    page(CT, "elena_virga", at(-7, 11, 30), "Il bilancio del Comune in due pagine", text!("comune-bilancio")).talk(&[
        says("nunzio_orti", at(-7, 14, 10), "Mancano ventiquattro euro su cento. Io la somma la so fare.").then(&[
            answers(CT, at(-7, 15, 20), "Esatto: sono gli uffici e i mutui. Quindici e nove. Li aggiungiamo, grazie del conto."),
        ]),
        says("francesca_riolo", at(-7, 16, 40), "Lo userò in classe, per le percentuali."),
    ]),
    page(CT, "elena_virga", at(-6, 10, 0), "Navetta gratuita per il Carnevale, dallo stadio fino a martedì grasso", text!("comune-navetta"))
        .drawn("navetta", "Disegno: un autobus blu con la pedana abbassata, fermo davanti allo stadio")
        .pinned(at(5, 23, 59))
        .talk(&[
            says("giorgio_cascino", at(-6, 10, 50), "Due mezzi su tre con la pedana è meglio dell’anno scorso. Il terzo?").then(&[
                answers(CT, at(-6, 11, 30), "Il terzo arriva in prestito da Cefalù ed è vecchio. L’anno prossimo li chiediamo tutti uguali."),
                says("giorgio_cascino", at(-6, 11, 42), "Segnato sul calendario."),
            ]),
            says("marta_dibella", at(-6, 13, 15), "Il passeggino doppio entra aperto?").then(&[
                answers(CT, at(-6, 14, 0), "Sì, dalla porta di mezzo. Lo abbiamo provato con due gemelli molto pazienti."),
            ]),
            says("toto_guarino", at(-5, 9, 15), "L’ultima corsa di {5:g} è all’una. E se u Nannu la tira per le lunghe?").then(&[
                answers(CT, at(-5, 10, 5), "L’autista aspetta la fine del testamento. È di famiglia."),
            ]),
        ]),
    page(CT, "elena_virga", at(-5, 9, 0), "Carnevale: come cambia la raccolta dei rifiuti", text!("comune-raccolta-carnevale")).talk(&[
        says("anna_livigni", at(-5, 12, 0), "I coriandoli bagnati, quindi, nel secco?").then(&[
            answers(CT, at(-5, 13, 30), "Sì. O nei capelli di chi li ha tirati, fino a marzo."),
        ]),
        says("karim_mejri", at(-4, 8, 10), "Un grazie a chi spazza di notte. Li vedo quando rientro e lavorano con la musica."),
    ]),
    page(CT, "elena_virga", at(-3, 11, 0), "Via Bagni: domani l’acqua manca dalle 8 alle 13", text!("comune-acqua")).talk(&[
        says("enza_macaluso", at(-3, 12, 10), "Al banco l’acqua mi serve per il pesce. L’autobotte ha un rubinetto per i secchi?").then(&[
            answers(CT, at(-3, 12, 50), "Due rubinetti. Uno è per il mercato, chieda del signore con il cappello giallo."),
            says("enza_macaluso", at(-2, 13, 40), "Trovato il cappello giallo. Tutto bene, acqua tornata alle 12:35."),
        ]),
        says("ninetta_sucato", at(-3, 17, 0), "Sto al terzo piano senza ascensore. A chi telefono?").then(&[
            answers(CT, at(-3, 17, 20), "Ci pensiamo noi, signora. Domani alle 9 un volontario sale con due casse."),
        ]),
    ]),
];
