//! What civil protection says.

use crate::demo::script::{Recorded, Told, answers, at, page, says, text};

const PC: &str = "protezione-civile";

/// Oldest first.
pub const NEWS: &[Told] = &[
    page(PC, "calogero_spataro", at(-33, 12, 0), "Dove ci si ritrova: il piano in un foglio", text!("protezione-piano"))
        .drawn("mappa", "Disegno: la mappa della città con la costa, il porto e le strade che salgono")
        .talk(&[
            says("francesca_riolo", at(-33, 16, 30), "Lo abbiamo attaccato in classe e ogni bambino ha segnato la sua casa."),
            says("giorgio_cascino", at(-32, 10, 45), "Chi non può scendere le scale da solo come si segna?").then(&[
                answers(PC, at(-32, 11, 50), "C’è un elenco riservato, lo tiene il centralino. Basta una telefonata allo 091 000 0008. Veniamo noi."),
            ]),
        ]),
    page(PC, "calogero_spataro", at(-21, 17, 30), "Neve a bassa quota stanotte: che cosa fare", text!("protezione-neve"))
        .drawn("monte", "Disegno: il monte San Calogero con il sentiero che sale e due persone in cammino")
        .talk(&[
            answers(PC, at(-21, 22, 0), "Aggiornamento delle 22: pioggia in città, neve oltre i 500 metri. Le strade sono aperte."),
            answers(PC, at(-20, 6, 0), "Aggiornamento delle 6: imbiancato sopra i 400 metri. Scuole aperte, bus regolari."),
            says("bruno_farinella", at(-20, 8, 40), "Nel cinquantasei arrivò fino alla spiaggia. Mio padre la raccolse nella giara e la sera facemmo la granita, con il vino cotto.").then(&[
                says("ninetta_sucato", at(-20, 9, 15), "La granita di neve! Da noi con il limone. Mia madre diceva che portava fortuna."),
                says("francesca_riolo", at(-20, 13, 50), "Signor Bruno, verrebbe a raccontarlo in classe?").then(&[
                    says("bruno_farinella", at(-20, 16, 20), "Vengo. Ma il vino cotto ai bambini no."),
                ]),
            ]),
            says("toto_guarino", at(-20, 9, 5), "Un inverno la barca era bianca come una torta. L’ho lasciata così due giorni, mi pareva brutto pulirla."),
            says("marco_t", at(-20, 12, 10), "Io non l’ho mai vista in città. Vent’anni di attesa, due fiocchi stanotte. Li ho contati."),
            says("hanna_weber", at(-20, 18, 30), "In Köln würde niemand ein Foto machen. Hier stand die ganze Straße am Fenster.").lang(kit::i18n::Lang::De),
            says("calogero_spataro", at(-20, 20, 0), "Da cittadino: grazie a chi ieri sera ha telefonato ai vicini. Al centralino è arrivata una sola chiamata."),
        ]),
    page(PC, "calogero_spataro", at(-16, 10, 0), "Prova di evacuazione in tre scuole", text!("protezione-prova"))
        .recorded(Recorded {
            bytes: include_bytes!("../recordings/sirena.mp3"),
            title: "Come suona la sirena",
            about: "",
            transcript: include_str!("../recordings/sirena.txt"),
            captions: "",
            poster: "",
        })
        .talk(&[
            says("francesca_riolo", at(-13, 12, 10), "Quattro minuti e cinquanta! I miei chiedono se si può rifare.").then(&[
                answers(PC, at(-13, 13, 0), "Record della città. Si rifà a maggio, e stavolta non vi diciamo l’ora."),
            ]),
        ]),
    page(PC, "calogero_spataro", at(-8, 9, 10), "Volontari cercansi: otto sere per imparare", text!("protezione-corso")).talk(&[
        says("karim_mejri", at(-8, 20, 40), "Faccio il pane per trecento, il caffè per sessanta è una vacanza. Mi iscrivo.").then(&[
            answers(PC, at(-7, 8, 45), "La cucina ringrazia. Le mandiamo il modulo."),
        ]),
        says("anna_livigni", at(-7, 19, 15), "Se salto una sera?").then(&[
            answers(PC, at(-6, 9, 5), "Una si recupera. Quella della radio no: è la più importante e anche la più divertente."),
        ]),
    ]),
    page(PC, "calogero_spataro", at(-4, 11, 30), "Carnevale in mezzo alla folla: cinque cose semplici", text!("protezione-folla")).talk(&[
        says("marta_dibella", at(-4, 14, 0), "Il numero sul polso è un’ottima idea. Con la penna lavabile, però.").then(&[
            says("enza_macaluso", at(-4, 15, 20), "Io l’anno scorso l’ho scritto sulla fronte. È venuta meglio la foto."),
        ]),
        says("enzo_lobue", at(-4, 19, 40), "Sulla schiuma confermo tutto. Il drago tossisce ancora."),
    ]),
    page(PC, "calogero_spataro", at(-2, 9, 30), "Allerta gialla per vento forte, fino alle 20 di {0:g}", text!("protezione-vento"))
        .drawn("vento", "Disegno: il mare mosso, gli ombrelloni chiusi e una bandiera rossa tesa dal vento")
        .talk(&[
            says("nunzio_orti", at(-2, 13, 10), "Le serre degli orti le ho legate. Se a qualcuno serve corda, ne ho ancora."),
            says("giulia_s", at(-2, 15, 40), "Il Belvedere è chiuso anche a piedi?").then(&[
                answers(PC, at(-2, 16, 5), "Sì, anche a piedi. Tiene tutto, ma i rami no."),
            ]),
            answers(PC, at(-1, 18, 0), "Aggiornamento delle 18: raffiche a 70. Un pino è caduto su un muretto di Villa Palmeri, nessun ferito."),
            answers(PC, at(0, 9, 30), "Aggiornamento delle 9:30 di oggi: l’allerta resta fino alle 20. Villa Palmeri e il Belvedere sono ancora chiusi. I traghetti partono in ritardo."),
            says("toto_guarino", at(0, 9, 41), "Al molo non si sta in piedi. Ho visto passare un cappello, e dopo un po’ il padrone."),
        ]),
];
