//! What the museum says.

use kit::i18n::Lang;

use crate::demo::script::{Told, answers, at, page, says, text};

const MC: &str = "museo";

/// Oldest first.
pub const NEWS: &[Told] = &[
    page(MC, "michele_panzeca", at(-33, 10, 45), "Un’opera al mese: l’Annunciazione fiamminga", text!("museo-annunciazione")).talk(&[
        says("giulia_s", at(-33, 13, 10), "Il giardino grande come un’unghia: sono rimasta a guardarlo venti minuti. C’è anche un gatto."),
        says("anna_livigni", at(-33, 18, 45), "Non ho visto il gatto! Devo tornare.").then(&[answers(
            MC,
            at(-32, 9, 35),
            "Sotto il pozzo, a sinistra. Dicono sia un coniglio, la discussione è aperta.",
        )]),
    ]),
    page(MC, "michele_panzeca", at(-29, 15, 20), "Laboratorio: un vaso come a Himera", text!("museo-laboratorio")).talk(&[
        says("marta_dibella", at(-29, 17, 15), "Due bambini di sette e nove anni, per favore.").then(&[answers(
            MC,
            at(-28, 9, 15),
            "Segnati. Grembiule, o una maglia che non amate.",
        )]),
        says("francesca_riolo", at(-25, 13, 30), "Mio nipote è tornato con un vaso storto e un sorriso dritto. Grazie."),
    ]),
    page(MC, "michele_panzeca", at(-19, 9, 0), "Sessantuno classi al museo, e una balena in testa", text!("museo-scuole")).talk(&[
        says("francesca_riolo", at(-19, 13, 40), "Noi siamo la cinquantaquattresima. Abbiamo votato tutti il custode."),
        says("marco_t", at(-19, 14, 20), "L’osso di balena batte i crateri attici? Giovani, vi voglio bene, ma parliamone.").then(&[says(
            "giulia_s",
            at(-19, 15, 5),
            "Marco, a otto anni la balena l’hai votata pure tu.",
        )]),
    ]),
    page(MC, "michele_panzeca", at(-15, 11, 30), "Due vasi arrivati da Atene, con la paglia", text!("museo-crateri"))
        .drawn("tempio", "Disegno: le colonne bianche di un tempio antico in un campo, con il sole e i monti")
        .talk(&[
            says("giulia_s", at(-15, 12, 50), "La cosa che mi commuove è la paglia. Qualcuno li ha incartati bene."),
            says("nunzio_orti", at(-15, 19, 20), "Vino con l’acqua? Ora capisco perché hanno perso la guerra.").then(&[says(
                "bruno_farinella",
                at(-14, 9, 30),
                "Nunzio, tu il vino lo allunghi con l’altro vino.",
            )]),
            says("emily_hartley", at(-13, 16, 15), "Is the twenty-minute tour in Italian only? I can follow if people speak slowly.")
                .lang(Lang::En)
                .then(&[answers(MC, at(-13, 17, 0), "In Italian, but slowly, and we print one page in English for you.").lang(Lang::En)]),
        ]),
    page(MC, "michele_panzeca", at(-11, 10, 20), "In due con un biglietto solo", text!("museo-due")).talk(&[
        says("ninetta_sucato", at(-11, 16, 40), "Posso venire con mia sorella? Sono sessant’anni che litighiamo davanti ai quadri.")
            .then(&[answers(MC, at(-11, 17, 30), "È proprio il pubblico che cerchiamo.")]),
        says("karim_mejri", at(-10, 14, 15), "Trovate tutte e sei! L’ultima è nella sala delle conchiglie, non dico altro."),
    ]),
    page(MC, "michele_panzeca", at(-7, 9, 40), "L’Anfiteatro romano apre per una mattina", text!("museo-anfiteatro"))
        .drawn("acquedotto", "Disegno: le arcate romane in mezzo agli aranci, con due persone che passeggiano")
        .talk(&[
            says("emily_hartley", at(-7, 11, 0), "What a lovely surprise. Is photography allowed?").lang(Lang::En).then(&[answers(
                MC,
                at(-7, 11, 35),
                "Yes, as many as you like. Only drones stay at home.",
            )
            .lang(Lang::En)]),
            says("giorgio_cascino", at(-7, 12, 20), "Grazie per aver scritto com’è il terreno. La terrazza da quale strada si raggiunge?")
                .then(&[
                    answers(
                        MC,
                        at(-7, 12, 55),
                        "Da via Garibaldi, c’è una rampa dolce. Quella mattina mettiamo una persona ad aspettare lì.",
                    ),
                    says("giorgio_cascino", at(-7, 13, 4), "Ci vediamo alle dieci."),
                ]),
            says("marta_dibella", at(-6, 20, 30), "Con i bambini piccoli quanto dura il giro?").then(&[answers(
                MC,
                at(-5, 10, 10),
                "Venticinque minuti. C’è un punto dove si può gridare: l’eco fa il resto.",
            )]),
            says("toto_guarino", at(-5, 12, 40), "Anch’io grido, ma a casa l’eco risponde."),
        ]),
    page(MC, "michele_panzeca", at(-2, 11, 20), "Una gronda a testa di leone torna in sala", text!("museo-gronda"))
        .drawn("gronda-leone", "Disegno: una gronda di pietra a testa di leone, con l’acqua che esce dalla bocca")
        .talk(&[
            says(
                "giulia_s",
                at(-2, 11, 44),
                "Il rosso! L’ho visto nelle foto del restauro e non ci credevo. Sabato sono la prima della fila.",
            )
            .then(&[answers(MC, at(-2, 12, 15), "La prima della fila è la restauratrice, ma il secondo posto è tuo.")]),
            says("marco_t", at(-2, 12, 2), "Quindi i templi erano colorati davvero? A scuola ce li disegnavano bianchi.").then(&[
                answers(
                    MC,
                    at(-2, 12, 30),
                    "Colorati, e parecchio. Questo rosso stava sulla criniera, contro un fondo azzurro. Immagina il sole.",
                ),
                says("giulia_s", at(-2, 12, 41), "Il bianco è solo quello che resta dopo duemila anni di pioggia.").then(&[says(
                    "marco_t",
                    at(-2, 12, 50),
                    "Questa la racconto al mio professore.",
                )]),
            ]),
            says("nunzio_orti", at(-2, 17, 25), "Otto mesi per lavare una testa. Mia moglie con me ci ha rinunciato.").then(&[says(
                "enza_macaluso",
                at(-2, 18, 10),
                "Ha fatto bene.",
            )]),
            says(
                "hanna_weber",
                at(-2, 20, 15),
                "Ich habe sie vor zwei Jahren noch ungewaschen gesehen. Wunderbar, dass sie wieder da ist.",
            )
            .lang(Lang::De),
            says("giorgio_cascino", at(-1, 9, 20), "La vetrina è all’altezza giusta anche da seduti?").then(&[
                answers(
                    MC,
                    at(-1, 10, 5),
                    "Sì: il leone sta a un metro e dieci, e la lente scorre su un braccio fino a ottanta centimetri.",
                ),
                says("giorgio_cascino", at(-1, 10, 12), "Allora ci siamo davvero pensati. Bravi."),
            ]),
            says("francesca_riolo", at(-1, 15, 10), "Possiamo disegnarla dal vero, con i bambini, seduti per terra?").then(&[answers(
                MC,
                at(-1, 15, 45),
                "Sì, e i fogli li mettiamo noi. I disegni più belli restano in sala fino a Pasqua.",
            )]),
        ]),
];
