//! What the municipal police says.

use crate::demo::script::{Recorded, Told, answers, at, page, says, text};

const PL: &str = "polizia-locale";

/// Oldest first.
pub const NEWS: &[Told] = &[
    page(PL, "tiziana_greco", at(-32, 9, 20), "Città alta: chi può entrare e come si chiede il permesso", text!("polizia-permessi"))
        .drawn("mappa", "Disegno: la mappa della città, con la costa, le strade e i vicoli della parte alta")
        .talk(&[
            says("toto_guarino", at(-32, 12, 5), "Ho preso la multa perché ho accompagnato mia suocera. È un’attenuante o un’aggravante?").then(&[
                answers(PL, at(-32, 13, 40), "È la prima? Allora venga entro dieci giorni, con o senza suocera. La guardiamo insieme."),
            ]),
            says("anna_livigni", at(-31, 8, 50), "La badante di mia zia cambia ogni mese. Va chiesto ogni volta?").then(&[
                answers(PL, at(-31, 10, 15), "No. Il permesso può stare a nome di sua zia, con tre targhe. Le targhe si cambiano per telefono.").then(&[
                    says("anna_livigni", at(-31, 10, 32), "Perfetto, grazie."),
                ]),
            ]),
        ]),
    page(PL, "rosario_lipari", at(-23, 7, 45), "Davanti alle scuole si va piano, e alle otto si va a piedi", text!("polizia-scuole")).talk(&[
        says("francesca_riolo", at(-23, 14, 10), "Insegno in via San Marco. Stamattina per la prima volta ho sentito gli uccelli, invece dei clacson."),
        says("enza_macaluso", at(-23, 15, 25), "Io alle otto apro il banco e ho due figli in due scuole diverse. Cento metri a piedi per me sono un problema.").then(&[
            answers(PL, at(-23, 16, 5), "Ha ragione, e non è la sola. Dalla settimana prossima c’è un punto di saluto alla stazione: li prende il pedibus alle 7:40."),
            says("marta_dibella", at(-23, 18, 30), "Enza, se vuoi i tuoi li porto io il lunedì. Passo da lì comunque.").then(&[
                says("enza_macaluso", at(-23, 19, 2), "Ti scrivo. E ti porto le sarde."),
            ]),
        ]),
    ]),
    page(PL, "tiziana_greco", at(-17, 8, 10), "Via Garibaldi: senso alternato per la buca", text!("polizia-garibaldi")).talk(&[
        says("bruno_farinella", at(-17, 9, 45), "Era ora. Su quella buca ho lasciato una gomma.").then(&[
            answers(PL, at(-17, 11, 20), "Ci dispiace. Se vuole chiedere il rimborso, l’URP la aiuta a scrivere la domanda."),
        ]),
        says("karim_mejri", at(-17, 20, 15), "Grazie per il passaggio dei pedoni. Con il passeggino si passa bene."),
        says("toto_guarino", at(-3, 18, 40), "Confermo: la buca non c’è più. Mi mancherà, la salutavo ogni mattina."),
    ]),
    page(PL, "tiziana_greco", at(-12, 10, 30), "Diciannove biciclette cercano casa", text!("polizia-biciclette")).talk(&[
        says("marco_t", at(-12, 11, 12), "C’è una mountain bike nera con un adesivo di una tartaruga? Ci spero poco."),
        says("giulia_s", at(-12, 11, 40), "Marco, la tartaruga è inconfondibile. Vai!").then(&[
            says("marco_t", at(-10, 13, 5), "C’ERA. Con la ruota a terra, ma c’era. Grazie al vigile che l’ha gonfiata."),
            answers(PL, at(-10, 15, 30), "Ne restano diciotto. La tartaruga ci mancherà."),
        ]),
    ]),
    page(PL, "rosario_lipari", at(-5, 11, 0), "I carri viaggiano di notte: poche regole per farli arrivare interi", text!("polizia-carri"))
        .drawn("corteo", "Disegno: il carro del drago verde passa fra i palazzi, sopra le teste della gente")
        .recorded(Recorded {
            bytes: include_bytes!("../recordings/carro.webm"),
            title: "Il drago prova la strada",
            about: "Dieci secondi di prova, disegnati: il carro tra i palazzi, al passo dei tamburi.",
            transcript: "",
            captions: include_str!("../recordings/carro.vtt"),
            poster: "corteo",
        })
        .talk(&[
            says("enzo_lobue", at(-5, 12, 20), "Confermo per il drago. È alto sette metri e dieci e tiene ai suoi dieci centimetri."),
            says("ninetta_sucato", at(-5, 17, 35), "Da bambina mi svegliavano apposta per vederli passare, in camicia da notte, dal balcone."),
            says("karim_mejri", at(-4, 9, 50), "Lavoro al forno, rientro alle 3. Posso passare a piedi?").then(&[
                answers(PL, at(-4, 11, 10), "A piedi sempre. Se resta tre minuti, vede il carro più da vicino di tutti."),
            ]),
        ]),
    page(PL, "rosario_lipari", at(0, 8, 15), "Carnevale: dove non si passa e dove si parcheggia", text!("polizia-carnevale"))
        .drawn("carnevale", "Disegno: le maschere di u Nannu e a Nanna tra i coriandoli")
        .talk(&[
            says("marta_dibella", at(0, 8, 21), "Chi abita in via Bagni può rientrare con la macchina, sabato sera?").then(&[
                answers(PL, at(0, 8, 33), "Se ha un posto auto suo, sì, con il permesso. Altrimenti si lascia allo stadio e si sale in navetta."),
                says("marta_dibella", at(0, 8, 37), "Chiarissimo, grazie."),
                says("enza_macaluso", at(0, 8, 44), "E noi del mercato? Lo scarico è alle cinque.").then(&[
                    answers(PL, at(0, 8, 58), "Alle cinque è tutto aperto. Basta uscire con il furgone entro le 13."),
                ]),
            ]),
            says("giorgio_cascino", at(0, 8, 29), "I 18 posti al porto sono segnati a terra? L’anno scorso erano occupati da chi aveva «solo cinque minuti».").then(&[
                answers(PL, at(0, 8, 49), "Sono segnati e c’è un vigile fisso, dalle 13 alle 22. Cinque minuti non esistono."),
                says("giorgio_cascino", at(0, 8, 55), "Questa me la stampo."),
            ]),
            says("toto_guarino", at(0, 8, 36), "Io arrivo in barca. La doppia fila vale anche al molo?").then(&[
                answers(PL, at(0, 9, 2), "Vale, e con questo vento gliela sconsigliamo anche in prima."),
                says("ninetta_sucato", at(0, 9, 6), "Totò, tu arrivi in ritardo anche in barca."),
            ]),
            says("francesca_riolo", at(0, 8, 52), "Grazie per aver scritto gli orari in modo che si capiscano. L’ho letto ai miei alunni di quarta e hanno capito tutti."),
            says("bruno_farinella", at(0, 8, 57), "Non ho il telefono per queste cose, me lo legge mia nipote. Il permesso si ritira anche senza prenotare?").then(&[
                answers(PL, at(0, 9, 11), "Sì, signor Bruno. Venga entro domani alle 13, con la carta d’identità e la targa. È una cosa di due minuti."),
            ]),
            says("karim_mejri", at(0, 9, 4), "Sessanta posti alla stazione sono pochi. Non si può aprire anche il piazzale del porto?").then(&[
                answers(PL, at(0, 9, 18), "Ci abbiamo pensato. Lì c’è la sagra e il primo soccorso. Se lo stadio si riempie, apriamo il campo accanto."),
            ]),
            says("emily_hartley", at(0, 9, 8), "We arrive by train on Saturday at three. Is the walk from the station to the parade blocked?")
                .lang(kit::i18n::Lang::En)
                .then(&[answers(
                    PL,
                    at(0, 9, 22),
                    "Not at all. Leave the station on foot, turn left, and you are in the middle of it. Welcome!",
                )
                .lang(kit::i18n::Lang::En)]),
            says("nunzio_orti", at(0, 9, 15), "Chiudere tutto dalle 14 mi pare presto. I carri partono alle 16.").then(&[
                says("enzo_lobue", at(0, 9, 27), "Nunzio, per girare il drago in via Bagni ci vogliono quaranta minuti e venti persone. Fidati."),
            ]),
            says("marco_t", at(0, 9, 33), "E i motorini? Si possono lasciare in Piazza Duomo, {5:g}?").then(&[
                answers(PL, at(0, 9, 39), "Fino alle 15 sì. Dopo li trova davanti a Porta Palermo: li spostiamo noi, con garbo e senza multa."),
            ]),
            says("anna_livigni", at(0, 9, 48), "La navetta quest’anno ferma anche a Porta Palermo: bravi, era la cosa che mancava."),
        ]),
];
