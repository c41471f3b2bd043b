//! What the library says.

use kit::i18n::Lang;

use crate::demo::script::{Told, answers, at, page, says, text};

const BL: &str = "biblioteca";

/// Oldest first.
pub const NEWS: &[Told] = &[
    page(BL, "agata_bonfiglio", at(-34, 16, 30), "Il gruppo di lettura ricomincia con un giallo", text!("biblioteca-gruppo-lettura")).talk(
        &[
            says("bruno_farinella", at(-34, 18, 10), "A ottantun anni posso dire chi è l’assassino a pagina dieci. Vengo a controllare."),
            says("marco_t", at(-33, 9, 15), "Si può partecipare anche se si studia? Io alle 11 ho una pausa di mezz’ora.")
                .then(&[answers(BL, at(-33, 9, 40), "Certo. Entri, ascolti, e scappi prima del finale. È una scelta anche quella.")]),
        ],
    ),
    page(BL, "agata_bonfiglio", at(-29, 11, 10), "Nati per leggere: il giovedì è dei più piccoli", text!("biblioteca-nati-per-leggere"))
        .talk(&[
            says("marta_dibella", at(-29, 13, 20), "Mia figlia ha due anni e dieci mesi. Troppo presto?").then(&[answers(
                BL,
                at(-29, 13, 28),
                "Venite. Se dopo dieci minuti scappa, la guardiamo scappare tutti insieme.",
            )]),
            says("karim_mejri", at(-28, 12, 10), "Siamo venuti oggi. Mio figlio ora vuole che faccia la voce del lupo anche a tavola."),
            says("hanna_weber", at(-28, 20, 5), "Gibt es auch Bücher auf Deutsch für Kinder?").lang(Lang::De).then(&[answers(
                BL,
                at(-27, 9, 30),
                "Ja, eine kleine Kiste mit zwölf Büchern. Fragen Sie einfach am Tresen.",
            )
            .lang(Lang::De)]),
        ]),
    page(BL, "elena_virga", at(-24, 10, 0), "Il catalogo è in rete: tre trucchi per trovare subito", text!("biblioteca-catalogo"))
        .drawn("scaffali", "Disegno: una bibliotecaria legge un grande libro, davanti agli scaffali con la scala")
        .talk(&[
            says("francesca_riolo", at(-24, 15, 45), "Si possono prenotare trenta copie per una classe?").then(&[answers(
                BL,
                at(-24, 16, 20),
                "Trenta no, dodici sì, e le altre le chiediamo a Cefalù e a Bagheria. Due settimane e ci sono.",
            )]),
            says(
                "ninetta_sucato",
                at(-23, 10, 5),
                "Io cerco un libro di ricette con la copertina verde. Era di mia madre e lo avevate voi.",
            )
            .then(&[
                answers(BL, at(-23, 12, 50), "Signora, verde come l’oliva o verde come il basilico? Ne abbiamo due. Passi e li sfogliamo."),
                says("ninetta_sucato", at(-22, 13, 15), "Era quello del basilico. Ho pianto un poco. Grazie."),
            ]),
            says("marco_t", at(-22, 9, 5), "Lo schedario di legno è bellissimo. Non toglietelo mai."),
        ]),
    page(BL, "agata_bonfiglio", at(-18, 9, 50), "Cerchiamo le fotografie dei vostri cassetti", text!("biblioteca-foto")).talk(&[
        says("bruno_farinella", at(-18, 10, 35), "Ho una foto del 1956: io, mio fratello e un pesce spada. Il più serio è il pesce."),
        says("toto_guarino", at(-18, 12, 55), "Mio nonno al porto, con tutta la ciurma. Il retro è pieno di conti.").then(&[answers(
            BL,
            at(-18, 13, 20),
            "Il retro ci interessa quanto il davanti. Portala!",
        )]),
        says("anna_livigni", at(-17, 18, 25), "Se una persona nella foto non vuole comparire?").then(&[answers(
            BL,
            at(-16, 9, 10),
            "Decide chi porta la foto, e chi vi compare può chiedere di toglierla. Lo scriviamo accanto a ogni immagine.",
        )]),
    ]),
    page(BL, "elena_virga", at(-13, 12, 0), "Due libri per chi ha poco tempo", text!("biblioteca-due-libri")).talk(&[
        says("enza_macaluso", at(-13, 20, 40), "Quello della farmacista l’ho finito alle due di notte. Avevate ragione su pagina cento."),
        says("giorgio_cascino", at(-12, 10, 15), "C’è anche in audio?").then(&[answers(
            BL,
            at(-10, 9, 25),
            "Sì, quello da treno. Quello da notte lo sta leggendo ad alta voce un gruppo di volontari: pronto a maggio.",
        )]),
    ]),
    page(BL, "agata_bonfiglio", at(-8, 13, 0), "Una pianta del porto va dal medico", text!("biblioteca-pianta")).talk(&[
        says("giulia_s", at(-8, 15, 30), "Carta di riso e pazienza: è lo stesso metodo che usano per i papiri. Vengo martedì."),
        says("toto_guarino", at(-8, 17, 5), "Due metri di porto. Finalmente un posto dove la mia barca ci sta."),
    ]),
    page(BL, "elena_virga", at(-3, 9, 30), "Storie di maschere per i più piccoli", text!("biblioteca-maschere")).talk(&[
        says("marta_dibella", at(-3, 10, 12), "Prenotati! Lei vuole essere «un asino con la corona». Ci sarà abbastanza colla?")
            .then(&[answers(BL, at(-3, 10, 40), "Di colla ne abbiamo per una cavalleria.")]),
        says("karim_mejri", at(-2, 8, 20), "Restano posti? Siamo in due, più un lupo.").then(&[answers(
            BL,
            at(-2, 9, 5),
            "Restano due posti. Il lupo non conta.",
        )]),
    ]),
    page(BL, "elena_virga", at(-1, 17, 40), "Settimana della cultura: si aprono gli incunaboli", text!("biblioteca-incunaboli"))
        .drawn("chiostro", "Disegno: il chiostro della biblioteca con il pozzo e gli aranci")
        .talk(&[
            says(
                "giulia_s",
                at(-1, 17, 58),
                "Finalmente! L’anno scorso ero al banco alle 9 ed erano finiti i posti. Quest’anno ho chiamato subito.",
            )
            .then(&[answers(BL, at(-1, 18, 20), "Quest’anno i posti sono il triplo: tre gruppi al giorno, per sei giorni.")]),
            says("hanna_weber", at(-1, 18, 35), "Gibt es eine Führung auf Deutsch? Ich komme im März wieder.").lang(Lang::De).then(&[
                answers(BL, at(-1, 19, 10), "Ja, am Mittwoch um zwölf. Eine Kollegin hat in Tübingen studiert und freut sich schon.")
                    .lang(Lang::De),
            ]),
            says("bruno_farinella", at(-1, 19, 30), "L’ascensore è grande? Cammino con il girello.").then(&[
                answers(BL, at(0, 9, 5), "È grande e c’è una sedia ad aspettarla al piano. Per la fascia delle 10 le teniamo un posto?"),
                says("bruno_farinella", at(0, 9, 31), "Sì. E porto la lente."),
            ]),
            says("francesca_riolo", at(0, 7, 55), "Ventidue alunni di quarta, un po’ rumorosi ma curiosi. Ci dividete in tre gruppi?")
                .then(&[answers(
                    BL,
                    at(0, 9, 45),
                    "Volentieri: due da sette e uno da otto. I rumorosi girano la pagina, così non hanno fiato per parlare.",
                )]),
        ]),
];
