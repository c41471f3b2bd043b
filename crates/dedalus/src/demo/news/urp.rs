//! What the public-relations office says.

use crate::demo::script::{Told, answers, at, page, says, text};

const URP: &str = "urp";

/// Oldest first.
pub const NEWS: &[Told] = &[
    page(URP, "pina_dangelo", at(-35, 12, 30), "La carta d’identità elettronica, passo per passo", text!("urp-carta-identita"))
        .drawn("ufficio", "Disegno: una signora anziana allo sportello, un’impiegata le porge una tessera")
        .talk(&[
            says("ninetta_sucato", at(-35, 16, 10), "La foto può essere di due anni fa? Ero pettinata meglio.").then(&[answers(
                URP,
                at(-34, 8, 50),
                "Massimo sei mesi. Ma le teniamo lo specchio e non abbiamo fretta.",
            )]),
            says("karim_mejri", at(-34, 20, 20), "Mio figlio è nato qui, ha quattro anni. Serve anche per lui?").then(&[
                answers(URP, at(-33, 9, 5), "Serve per viaggiare. Venite tutti e tre, con il passaporto dei genitori. Dura tre anni."),
                says("karim_mejri", at(-20, 21, 0), "Fatta. Ha voluto firmare anche lui, con una balena."),
            ]),
            says("anna_livigni", at(-30, 13, 30), "Se la perdo all’estero?").then(&[answers(
                URP,
                at(-30, 15, 15),
                "Denuncia sul posto, poi il consolato. Per tornare a casa le fanno un foglio in giornata.",
            )]),
        ]),
    page(URP, "pina_dangelo", at(-31, 9, 10), "Iscrizioni a scuola: vi aiutiamo noi", text!("urp-scuole")).talk(&[
        says("marta_dibella", at(-31, 10, 20), "Il sito si blocca alla terza pagina. Sono io o è lui?").then(&[
            answers(URP, at(-31, 10, 55), "È lui, ogni tanto. Provi dopo le 14, oppure venga: la pratica la facciamo da qui."),
            says("marta_dibella", at(-31, 15, 10), "Alle 14:05 è andata. Siete degli indovini."),
        ]),
        says("enza_macaluso", at(-27, 14, 40), "Vengo {-24:g} dopo il mercato, verso l’una. Trovo qualcuno?").then(&[answers(
            URP,
            at(-27, 15, 30),
            "Fino alle 13:30 siamo qui. Se tarda ci telefona, e la aspettiamo.",
        )]),
    ]),
    page(URP, "salvo_mendola", at(-25, 9, 0), "Cambio di residenza: tre fogli e venti giorni", text!("urp-residenza")).talk(&[
        says("hanna_weber", at(-24, 11, 0), "Ich bleibe drei Monate in der Stadt. Muss ich mich anmelden?").lang(kit::i18n::Lang::De).then(
            &[answers(URP, at(-24, 12, 20), "Bis drei Monate nicht. Bleiben Sie länger, kommen Sie mit dem Ausweis zu uns: zehn Minuten.")
                .lang(kit::i18n::Lang::De)],
        ),
        says("marco_t", at(-24, 17, 15), "Il vigile che lascia il biglietto e «niente paura» è la frase più bella di questo sito."),
    ]),
    page(URP, "pina_dangelo", at(-21, 12, 15), "Le cinque domande di gennaio, con le risposte", text!("urp-domande")).talk(&[
        says("toto_guarino", at(-21, 13, 0), "Il gatto del vicino sono io che lo faccio entrare. Vale lo stesso il tavolo?")
            .then(&[answers(URP, at(-21, 13, 25), "Il tavolo è uno, le sedie sono tre. Una è per il gatto.")]),
        says("giorgio_cascino", at(-20, 10, 0), "Bene i numeri. Mettete anche quante volte avete dovuto richiamare?").then(&[answers(
            URP,
            at(-20, 11, 35),
            "A gennaio 88 su 1.204. Da questo mese lo scriviamo sempre.",
        )]),
    ]),
    page(URP, "salvo_mendola", at(-15, 9, 30), "SPID o carta d’identità: quale mi serve?", text!("urp-spid")).talk(&[
        says("bruno_farinella", at(-15, 11, 10), "A me serve un caffè e qualcuno che me lo spieghi.").then(&[answers(
            URP,
            at(-15, 11, 45),
            "Giovedì alle 15, tavolo in fondo. Il caffè lo porta Pina.",
        )]),
        says("marta_dibella", at(-14, 18, 0), "I codici della carta si possono richiedere anche senza appuntamento?").then(&[answers(
            URP,
            at(-13, 9, 0),
            "Sì, dalle 8:30 alle 10, senza fila vera: si prende un numero e si legge un giornale.",
        )]),
    ]),
    page(URP, "pina_dangelo", at(-10, 9, 20), "Mensa: come si ricarica il buono", text!("urp-mensa")).talk(&[
        says("enza_macaluso", at(-10, 14, 0), "Quattro euro e venti sono tanti.").then(&[
            answers(
                URP,
                at(-10, 15, 45),
                "Con l’ISEE la tariffa può scendere fino a un euro. Venga con la dichiarazione, la calcoliamo subito.",
            ),
            says("enza_macaluso", at(-6, 14, 20), "Rifatto il conto: 1,80. Non lo sapevo proprio, grazie."),
        ]),
        says("francesca_riolo", at(-10, 16, 30), "Grazie per la riga sul conto in rosso. Dalla cattedra si vede quanto conta."),
    ]),
    page(URP, "salvo_mendola", at(-6, 12, 0), "Gli orari degli uffici nei giorni di Carnevale", text!("urp-orari-carnevale")).talk(&[
        says("anna_livigni", at(-6, 18, 20), "Ho l’appuntamento per la carta d’identità proprio quel pomeriggio.").then(&[answers(
            URP,
            at(-5, 8, 50),
            "L’abbiamo spostata alla mattina, alle 9:40. Se non va bene, ci chiami.",
        )]),
    ]),
    page(URP, "pina_dangelo", at(-3, 12, 40), "Oggetti smarriti: che cosa c’è sullo scaffale", text!("urp-smarriti")).talk(&[
        says("toto_guarino", at(-3, 13, 5), "Il pesce di legno è mio. La dentiera no, lo dico subito.").then(&[
            answers(URP, at(-3, 13, 20), "Per il pesce ci dica di che colore ha la coda."),
            says("toto_guarino", at(-3, 13, 31), "Rossa. La pittura l’ho fatta io, si vede."),
            answers(URP, at(-3, 13, 36), "È suo. Si vede."),
        ]),
        says("karim_mejri", at(-2, 20, 15), "La bici verde è di mio figlio! Pensavamo fosse partita in vacanza."),
        says("bruno_farinella", at(-1, 11, 20), "Per l’ombrello a fiori: era di mia moglie. Vengo domani. Tenetelo asciutto.")
            .then(&[answers(URP, at(-1, 11, 45), "È al caldo, accanto al termosifone. La aspettiamo.")]),
    ]),
];
