//! What the mayor answers.

use crate::demo::script::{Told, answers, at, page, says, text};

const SR: &str = "sindaco-risponde";

/// Oldest first.
pub const NEWS: &[Told] = &[
    page(SR, "gaspare_lopresti", at(-32, 18, 0), "Come funziona questa pagina", text!("sindaco-come-funziona")).talk(&[
        says("nunzio_orti", at(-32, 20, 10), "Prima domanda difficile: quando si fa il mercato dei contadini al coperto?").then(&[
            answers(
                SR,
                at(-31, 19, 30),
                "Non lo so, e quindi lo scrivo. Il progetto c’è, i soldi no. A giugno esce un bando: le dico qui com’è andata.",
            ),
        ]),
        says("toto_guarino", at(-31, 21, 0), "La mia è facile: sindaco, lei il caffè lo prende al banco o al tavolo?").then(&[answers(
            SR,
            at(-30, 18, 45),
            "Al banco, in piedi, di corsa. Ma se mi fermate mi fermo.",
        )]),
    ]),
    page(
        SR,
        "gaspare_lopresti",
        at(-26, 18, 30),
        "Perché il marciapiede di via San Marco aspetta da un anno",
        text!("sindaco-marciapiede"),
    )
    .talk(&[
        says(
            "francesca_riolo",
            at(-26, 19, 40),
            "Apprezzo il «abbiamo sbagliato». I bambini però camminano in strada adesso, non ad aprile.",
        )
        .then(&[
            answers(
                SR,
                at(-25, 18, 10),
                "Ha ragione. Da {-24:g} c’è un passaggio protetto di legno, provvisorio ma largo. Me lo dica, se non basta.",
            ),
            says("francesca_riolo", at(-22, 14, 15), "C’è ed è largo. I bambini lo chiamano «il ponte»."),
        ]),
        says("giorgio_cascino", at(-26, 20, 20), "Nel progetto nuovo gli scivoli agli incroci ci sono? Tutti e quattro?").then(&[answers(
            SR,
            at(-25, 18, 20),
            "Tutti e quattro. Il disegno è all’ufficio Lavori pubblici: se passa a guardarlo con loro, facciamo meglio.",
        )]),
    ]),
    page(SR, "gaspare_lopresti", at(-18, 18, 20), "La domenica, un pulmino a chiamata per la città alta", text!("sindaco-domenica")).talk(
        &[
            says("ninetta_sucato", at(-18, 19, 5), "Per la messa delle nove io lo prendo. Siamo già in quattro nel palazzo."),
            says("karim_mejri", at(-18, 20, 45), "Si può chiamare anche con un messaggio? Al telefono il mio accento fa ridere.")
                .then(&[answers(SR, at(-17, 18, 0), "Anche con un messaggio. E il suo accento, qui, è di casa.")]),
            says("nunzio_orti", at(-17, 8, 30), "Un altro esperimento. Tra sei mesi ci dite che non lo prendeva nessuno.")
                .then(&[answers(SR, at(-17, 18, 15), "Può succedere. In quel caso i numeri li trova qui, brutti come saranno.")]),
        ],
    ),
    page(SR, "gaspare_lopresti", at(-13, 18, 40), "A che serve votare, se poi decidete voi?", text!("sindaco-giovani")).talk(&[
        says("marco_t", at(-13, 19, 10), "«Quello che vince, si fa.» Lo abbiamo stampato e appeso in aula studio."),
        says("anna_livigni", at(-13, 20, 30), "E se vince una cosa che dopo costa di più del previsto?").then(&[answers(
            SR,
            at(-12, 18, 30),
            "Nel conto c’è già un dieci per cento in più. Se non basta, si rimanda e si spiega. Non si taglia di nascosto.",
        )]),
    ]),
    page(SR, "gaspare_lopresti", at(-9, 18, 30), "Il rumore di notte: che cosa abbiamo deciso", text!("sindaco-rumore")).talk(&[
        says(
            "anna_livigni",
            at(-9, 19, 20),
            "Abito proprio lì sopra. Venerdì scorso le porte erano chiuse e alle due si dormiva. Vediamo se dura.",
        ),
        says("marco_t", at(-9, 20, 5), "Però a vent’anni, qui, d’inverno, il venerdì c’è solo quello.").then(&[
            says("anna_livigni", at(-9, 20, 30), "Lo so, ci sono andata anch’io. Basta la porta chiusa, davvero."),
            answers(SR, at(-8, 18, 0), "Marco, passi a trovarmi con due amici. Vorrei capire che cosa manca, oltre alla musica."),
            says("marco_t", at(-8, 18, 25), "Veniamo in cinque, la avverto."),
        ]),
    ]),
    page(SR, "gaspare_lopresti", at(-4, 18, 0), "Quanto costa il Carnevale, e chi lo paga", text!("sindaco-carnevale"))
        .drawn("carnevale", "Disegno: u Nannu con il cilindro e a Nanna con lo scialle ricamato, tra i coriandoli")
        .talk(&[
            says(
                "enzo_lobue",
                at(-4, 18, 50),
                "Di quel terzo per i carri, la colla se ne mangia metà. Ma le mani sono gratis, e sono tante.",
            ),
            says("nunzio_orti", at(-4, 19, 15), "Con 118.000 euro si facevano due strade.").then(&[
                says("ninetta_sucato", at(-4, 19, 40), "E dove ci portano due strade, se poi non c’è la festa?"),
                answers(
                    SR,
                    at(-3, 18, 5),
                    "Una strada e mezza, per la precisione. È una scelta, e ha ragione a chiederne conto: i numeri veri escono a marzo.",
                ),
            ]),
            says("toto_guarino", at(-4, 20, 20), "U Nannu quest’anno ride anche della mia barca? Così mi preparo.").then(&[says(
                "enzo_lobue",
                at(-4, 20, 31),
                "Non possiamo dirlo. Ma portati un ombrello.",
            )]),
        ]),
];
