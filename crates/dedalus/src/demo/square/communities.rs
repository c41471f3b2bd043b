//! What people tell each other in their communities.

use crate::demo::script::{Told, at, person, says};

/// Oldest first.
pub const POSTS: &[Told] = &[
    person("giulia_s", at(-33, 18, 30), "Perché questa comunità", "A Himera ci andiamo in tanti e non ci incontriamo mai. Qui diciamo quando andiamo, che luce c’era, che cosa abbiamo visto.")
        .within("himera")
        .talk(&[
            says("bruno_farinella", at(-33, 19, 40), "Io ci andavo con il carretto. Adesso mi accompagna mia nipote. Vi leggo volentieri."),
            says("agata_bonfiglio", at(-32, 9, 15), "Bella idea. Se avete dubbi su una pietra, chiedete: rispondo quando posso."),
        ]),
    person("enzo_lobue", at(-32, 21, 0), "Capannone aperto il giovedì", "Ogni giovedì sera, dalle otto, il capannone è aperto a chi vuole imparare. Portate un grembiule. La colla la metto io.")
        .within("carnevale")
        .talk(&[
            says("marco_t", at(-32, 21, 20), "Vengo e porto due amici. Uno sa usare il seghetto."),
            says("ninetta_sucato", at(-31, 8, 50), "Alle nove passo con le sfince. Dopo le sfince si lavora meglio."),
        ]),
    person("marta_dibella", at(-31, 22, 0), "", "Prima regola: nessuna domanda è stupida alle tre di notte. Seconda regola: chi ha dormito offre il caffè.")
        .within("mamme_e_papa")
        .talk(&[
            says("karim_mejri", at(-30, 4, 10), "Io alle tre sono sveglio per il pane. Se serve, rispondo."),
            says("francesca_riolo", at(-30, 14, 30), "Come mamma ci sono. Come maestra, dopo le quattro."),
        ]),
    person("marco_t", at(-28, 19, 30), "Si comincia domenica", "Primo giro domenica alle nove, dal porto alla foce e ritorno. Dodici chilometri piani, con una sosta. Vanno bene tutte le biciclette.")
        .within("termini_in_bici")
        .talk(&[
            says("nunzio_orti", at(-28, 20, 15), "La mia è del 1974. Frena quando vuole lei."),
            says("marco_t", at(-28, 20, 30), "Allora la mettiamo davanti, così decidiamo noi."),
            says("giulia_s", at(-27, 8, 0), "Vengo e faccio le foto alla sosta."),
        ]),
    person("karim_mejri", at(-26, 15, 30), "Apriamo una conversazione", "Chi ha un banco, una bottega, o ci fa la spesa: scriviamo qui che cosa manca in centro. Una cosa alla volta.")
        .within("commercio_in_centro")
        .talk(&[
            says("enza_macaluso", at(-26, 18, 0), "Manca un rubinetto che funziona al mercato. Il resto ce lo mettiamo noi."),
            says("toto_guarino", at(-25, 10, 30), "Manca il parcheggio. Lo dico io, così lo avete detto tutti."),
        ]),
    person("anna_livigni", at(-20, 18, 45), "", "Sono tornata a Himera dopo vent’anni. La ricordavo più piccola: di solito succede il contrario.")
        .within("himera")
        .talk(&[says("giulia_s", at(-20, 19, 30), "Te l’avevo detto. La prossima volta all’alba.")]),
    person("francesca_riolo", at(-18, 15, 0), "Una classe a Himera", "A marzo porto ventidue bambini di quarta. Che cosa fareste vedere, in un’ora, a chi ha nove anni?")
        .within("himera")
        .talk(&[
            says("agata_bonfiglio", at(-18, 17, 20), "Le gronde con il leone, e poi la strada: si vede dove passavano i carri."),
            says("bruno_farinella", at(-17, 10, 0), "Fateli sedere un minuto in silenzio. Si ricordano quello."),
        ]),
    person("marco_t", at(-16, 21, 0), "Forature: dove comprare le camere d’aria", "Domenica ne abbiamo bucate tre. Chi sa un posto in centro aperto il sabato pomeriggio?")
        .within("termini_in_bici")
        .talk(&[says("karim_mejri", at(-16, 22, 0), "Il ferramenta vicino al forno, fino alle sette. Digli che ti mando io.")]),
    person("karim_mejri", at(-14, 4, 30), "", "La pediatra di via Garibaldi ora risponde anche al telefono, dalle otto alle nove. L’ho provato: risponde davvero.")
        .within("mamme_e_papa")
        .talk(&[says("marta_dibella", at(-14, 7, 30), "Questa notizia vale più del caffè.")]),
    person("ninetta_sucato", at(-12, 17, 10), "Vetrine accese per il Carnevale", "Se teniamo accese le vetrine fino a mezzanotte nei giorni dei carri, il corso fa un’altra figura. Chi ci sta?")
        .within("commercio_in_centro")
        .talk(&[
            says("enza_macaluso", at(-12, 19, 0), "Il banco non ha vetrina. Metto una lampadina sul pesce spada."),
            says("karim_mejri", at(-11, 5, 0), "Io ci sto. E per i maestri dei carri il pane è offerto."),
        ]),
    person("enzo_lobue", at(-9, 20, 40), "Cercasi chi sa cucire", "Ci mancano quaranta metri di coda da cucire. Due sere, mercoledì e giovedì. La stoffa è pronta.")
        .within("carnevale")
        .talk(&[
            says("marta_dibella", at(-9, 21, 30), "Una macchina da cucire ce l’ho. Il tempo lo rubo."),
            says("toto_guarino", at(-8, 9, 0), "Io cucio le vele. Una coda è una vela che non va da nessuna parte."),
        ]),
    person("marta_dibella", at(-6, 21, 45), "Pediatri nei giorni dei carri", "Ho chiesto: la guardia medica resta aperta tutte e tre le sere. Il numero è sempre lo stesso. Teniamolo a mente.")
        .within("mamme_e_papa")
        .talk(&[says("anna_livigni", at(-6, 22, 10), "Grazie. Lo attacco al frigorifero di mia zia.")]),
    person("giulia_s", at(-3, 19, 15), "Foto di gruppo al tempio", "Sabato scorso eravamo in nove. Il custode ci ha contati due volte: non ci credeva. La prossima volta si va il {9}.")
        .within("himera")
        .talk(&[says("emily_hartley", at(-3, 20, 0), "I will be back in town by then. Count me in!").lang(kit::i18n::Lang::En)]),
    person("marco_t", at(-1, 13, 30), "Domenica niente giro", "Con i carri non si passa. Ci vediamo a piedi, vestiti da ciclisti: come maschera funziona.")
        .within("termini_in_bici")
        .talk(&[says("ignazio_tramuta", at(-1, 18, 20), "Il casco però tenetelo. Piovono coriandoli.")]),
    person("enzo_lobue", at(-1, 22, 30), "Si esce", "Il drago respira, muove la coda e non cade. Stasera nessuno dorme. Grazie a chi ha cucito, incollato e portato da mangiare.")
        .within("carnevale")
        .talk(&[
            says("ninetta_sucato", at(-1, 22, 50), "Non dorme nemmeno il forno."),
            says("anna_livigni", at(0, 7, 40), "L’ho visto passare sotto casa, coperto. Ho finto di non vedere."),
        ]),
];
