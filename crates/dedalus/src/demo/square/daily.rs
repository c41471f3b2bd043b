//! What people tell each other on an ordinary day.

use crate::demo::script::{Told, answers, at, person, says};

/// Oldest first.
pub const POSTS: &[Told] = &[
    person(
        "pina_dangelo",
        at(-29, 19, 30),
        "",
        "Fuori servizio, parlo da vicina di casa: chi ha perso un gatto grigio con una macchia bianca sul naso? È da due giorni sul mio davanzale, \
         in via San Marco, e mi giudica.",
    )
    .talk(&[
        says("anna_livigni", at(-29, 20, 5), "Si chiama Ragioniere ed è della signora del terzo piano. Giudica tutti."),
        says("pina_dangelo", at(-29, 20, 40), "Riconsegnato. Non ha salutato."),
    ]),
    person(
        "giulia_s",
        at(-25, 8, 15),
        "Himera con la brina",
        "Stamattina alle sette, da sola, con il silenzio e due cani educati. Le colonne erano bianche due volte.\n\n\
         Se andate, passate prima dall’antiquarium: le gronde con la testa di leone si guardano meglio da vicino, poi si immaginano lassù.",
    )
    .drawn("tempio", "Disegno: le colonne del tempio di Himera nella luce del mattino, con i cipressi e il mare")
    .talk(&[
        says("marco_t", at(-25, 9, 0), "Alle sette io dormivo tre volte."),
        answers("museo", at(-25, 10, 5), "Tra poche settimane una di quelle gronde torna da noi. Non diciamo altro."),
        says("anna_livigni", at(-25, 13, 15), "Non ci vado dalle elementari. Mi hai convinta."),
    ]),
    person(
        "nunzio_orti",
        at(-22, 7, 50),
        "Orti del San Leonardo: tre pezzi di terra liberi",
        "Sono trenta metri quadri l’uno, con l’acqua. Costano 40 euro l’anno e una mattina al mese per le cose di tutti.\n\n\
         A febbraio si semina: fave tardive, lattughe, cipolle. Chi non sa, impara. Il primo anno si sbaglia e va bene così.",
    )
    .talk(&[
        says("karim_mejri", at(-22, 21, 5), "Mia moglie ne vuole uno da sempre. A chi si chiede?").then(&[
            says("nunzio_orti", at(-21, 7, 40), "A me, il sabato mattina, dal cancello verde. Portate i guanti."),
        ]),
        says("francesca_riolo", at(-21, 14, 15), "Una classe può averne uno?").then(&[
            says("nunzio_orti", at(-21, 19, 0), "Certo. Le cipolle non chiedono l’età."),
        ]),
    ]),
    person(
        "marta_dibella",
        at(-20, 14, 20),
        "Pedibus di via San Marco: siamo in ventisei",
        "Tre settimane fa erano nove bambini. Oggi ventisei, più due nonni e un cane che ormai conosce la strada.\n\n\
         Ci mancano adulti il martedì e il giovedì. Si parte alle 7:50, alle 8:10 è finita. È il modo più allegro di arrivare in ufficio svegli.",
    )
    .talk(&[
        says("giorgio_cascino", at(-20, 15, 0), "Il martedì posso io. In discesa sono anche più veloce di loro."),
        says("anna_livigni", at(-20, 19, 45), "Io il giovedì."),
        answers("polizia-locale", at(-19, 8, 30), "Brave e bravi. Giovedì mandiamo i gilet gialli, anche uno per il cane."),
    ]),
    person(
        "bruno_farinella",
        at(-19, 11, 15),
        "La neve del cinquantasei",
        "Me lo hanno chiesto in tanti e mia nipote scrive.\n\n\
         Avevo nove anni. Mi svegliò il silenzio. Il porto era bianco, le reti sembravano zucchero. Mio padre disse: oggi non si lavora, \
         oggi si guarda. Scendemmo in spiaggia con le coperte. I gabbiani stavano tutti in fila, offesi.\n\n\
         La sera non c’era più. Ma io quel bianco ce l’ho ancora.",
    )
    .talk(&[
        says("francesca_riolo", at(-19, 13, 45), "Letta in classe. Un bambino ha chiesto: «e se oggi guardassimo?». Abbiamo guardato, dieci minuti, dalla finestra."),
        says("hanna_weber", at(-19, 20, 0), "«I gabbiani offesi». Danke."),
        answers("biblioteca", at(-18, 9, 20), "Signor Bruno, questa la mettiamo accanto alle fotografie. Ce la firma?").then(&[
            says("bruno_farinella", at(-18, 11, 0), "Firma mia nipote. Io detto."),
        ]),
        says("toto_guarino", at(-18, 13, 5), "Questa sì che è una cosa scritta bene."),
    ]),
    person(
        "carmela_sottile",
        at(-17, 18, 10),
        "I mandorli del San Calogero",
        "Domenica in montagna: sono già fioriti, bianchi e rosa. Dal sentiero si vede il mare da una parte e la neve vecchia dall’altra.\n\n\
         Due ore a salire, con calma. Acqua ce n’è poca, portatela.",
    )
    .drawn("monte", "Disegno: i mandorli in fiore sotto il monte San Calogero, con il sentiero e due camminatori")
    .talk(&[
        says("ninetta_sucato", at(-17, 19, 30), "Quando fioriscono loro, l’inverno ha già perso."),
        says("nunzio_orti", at(-16, 8, 0), "Quest’anno dieci giorni prima. Bello, ma se gela ce li scordiamo."),
    ]),
    person(
        "karim_mejri",
        at(-15, 4, 40),
        "",
        "Il forno alle quattro e mezza: il mondo è di chi impasta. Oggi pane di tumminia, esce alle 6:15. Chi passa presto lo trova caldo.",
    )
    .talk(&[
        says("toto_guarino", at(-15, 6, 30), "Passato. Era caldo. Non è arrivato a casa."),
        says("bruno_farinella", at(-15, 8, 50), "Me ne lasci mezzo il sabato? Con la crosta dura, che ho ancora i miei denti."),
    ]),
    person(
        "marco_t",
        at(-14, 15, 30),
        "Il coro cerca tenori. Va bene anche chi canta in macchina",
        "Siamo ventidue soprani e due tenori, uno con la tosse. Cerchiamo voci per il concerto di Pasqua.\n\n\
         Prove il lunedì alle 20, in città alta. Non serve leggere la musica, serve venire.",
    )
    .talk(&[
        says("giorgio_cascino", at(-14, 18, 0), "In macchina sono fortissimo. Ci sono gradini?").then(&[
            says("marco_t", at(-14, 18, 25), "Uno solo, e due bassi che aspettano di rendersi utili. Ma chiedo la rampa."),
            says("giorgio_cascino", at(-10, 22, 15), "Prima prova fatta. La rampa c’era, la tosse pure."),
        ]),
        says("francesca_riolo", at(-13, 17, 10), "Il mio collega di ginnastica canta nei corridoi. Lo porto con la forza."),
    ]),
    person(
        "giorgio_cascino",
        at(-12, 10, 40),
        "La città alta in carrozzina: dove si passa",
        "Ho provato tutto in tre mattine. La scrivo per chi ha ruote: carrozzine, passeggini, girelli.\n\n\
         - **Piazza Duomo:** bene. Il lato del Palazzo comunale è liscio.\n\
         - **Biblioteca:** bene. Si entra dal cortile, l’ascensore è largo.\n\
         - **Via San Marco:** male, fino ai lavori. Meglio il giro da sotto.\n\
         - **Belvedere:** bene fino alla ringhiera, poi ghiaia.\n\
         - **Santa Caterina:** un gradino rotto davanti al portale. L’ho segnalato.\n\n\
         Se mi sbaglio, correggetemi. Lo aggiorno.",
    )
    .drawn("duomo", "Disegno: la facciata del Duomo con la piazza larga, le palme e poche persone")
    .talk(&[
        answers("comune", at(-12, 12, 0), "Grazie, Giorgio. Per il gradino la squadra ha chiesto due foto. Il resto lo portiamo nel piano delle barriere, con il tuo nome se vuoi."),
        says("marta_dibella", at(-12, 13, 30), "Con il passeggino doppio confermo tutto. E aggiungo Villa Palmeri: bene dal cancello grande."),
        says("bruno_farinella", at(-11, 9, 15), "Con il girello la discesa di Porta Palermo è una pista da sci."),
        says("carmela_sottile", at(-11, 18, 40), "Fuori servizio: è fatta meglio delle nostre. Domani la stampo.").then(&[
            says("giorgio_cascino", at(-11, 19, 0), "Allora ho finito. Anzi no, comincio."),
        ]),
    ]),
    person(
        "marco_t",
        at(-10, 16, 0),
        "Dove si studia dopo le 13:30?",
        "La biblioteca chiude, a casa c’è mio fratello con la tromba. Voi dove andate?",
    )
    .talk(&[
        says("giulia_s", at(-10, 16, 20), "Alla stazione, sala d’attesa. C’è il sole fino alle cinque e ogni tanto passa Messina."),
        says("francesca_riolo", at(-10, 17, 5), "La scuola apre un’aula il mercoledì pomeriggio. Chiedete del bidello, quello con i baffi."),
        says("anna_livigni", at(-9, 8, 40), "Uno dei 17 progetti da votare è proprio un’aula studio aperta la sera.").then(&[
            says("marco_t", at(-9, 9, 0), "Votato. Chissà quale."),
        ]),
        answers("biblioteca", at(-9, 9, 45), "Lo sappiamo, Marco. Se arrivano i due del servizio civile, proviamo ad aprire due pomeriggi."),
    ]),
    person(
        "anna_livigni",
        at(-9, 21, 0),
        "",
        "Il primo lampione della Serpentina è ancora spento. Mi hanno risposto che aspettano il pezzo. Intanto chi sale la sera usi la torcia del telefono: \
         i gradini dopo il tornante non si vedono.",
    )
    .talk(&[
        says("emily_hartley", at(-9, 21, 30), "Thank you, I nearly fell there on Sunday.").lang(kit::i18n::Lang::En),
        says("toto_guarino", at(-8, 8, 10), "Le solite cose. Qui non cambia mai niente.").gone(),
        answers("comune", at(-8, 9, 0), "Il pezzo arriva giovedì. La riparazione è fissata per {-2}. Fino ad allora c’è una lampada provvisoria."),
    ]),
    person(
        "toto_guarino",
        at(-8, 6, 50),
        "Mare piatto, gente sveglia",
        "Alle sei il porto è l’unico posto dove nessuno ha fretta. Un polpo, due saraghi, tre caffè. Chi vuole vedere uscire le barche venga al molo: \
         non costa niente e si torna a casa più alti di un centimetro.",
    )
    .drawn("porto", "Disegno: il porto la mattina presto, con la nave ferma, le gru rosse e le reti a terra")
    .talk(&[
        says("hanna_weber", at(-8, 9, 30), "Più alti di un centimetro: lo scrivo nel quaderno di italiano."),
        says("enza_macaluso", at(-8, 14, 10), "Il polpo era il mio, però. L’ho pagato io."),
    ]),
    person(
        "enza_macaluso",
        at(-7, 13, 40),
        "Sarde, oggi al banco 14",
        "Il tubo è quasi a posto e il mercato respira. Oggi sarde piccole, da fare a beccafico: pangrattato, uva passa, pinoli, alloro, e una goccia di arancia.\n\n\
         Ve le pulisco io, ma non di corsa.",
    )
    .drawn("mercato", "Disegno: il mercato di via Bagni con i banchi del pesce, della frutta e un gatto nero")
    .talk(&[
        says("ninetta_sucato", at(-7, 15, 0), "L’arancia sì, lo zucchero no. Che resti scritto."),
        says("giorgio_cascino", at(-7, 15, 30), "Due chili, passo alle sei. Si arriva al banco con le ruote?").then(&[
            says("enza_macaluso", at(-7, 16, 0), "Ti faccio passare io dal lato della stazione, c’è meno gente e più pesce."),
        ]),
    ]),
    person(
        "karim_mejri",
        at(-5, 20, 50),
        "",
        "Trovato un mazzo di chiavi in Piazza Duomo, vicino alla terza palma: cinque chiavi e un pesce di legno. Le porto domani all’URP.",
    )
    .talk(&[
        says("anna_livigni", at(-5, 21, 15), "Un pesce di legno può essere di una persona sola, in tutta la città."),
        says("pina_dangelo", at(-3, 8, 45), "Arrivate allo sportello, grazie. Sono sullo scaffale, in buona compagnia."),
    ]),
    person(
        "nunzio_orti",
        at(-3, 19, 10),
        "Scambio semi, sabato mattina",
        "{^2:g} dalle 9 alle 11:30, agli orti del San Leonardo. Portate i barattoli con il nome e l’anno.\n\n\
         Io porto: pomodoro siccagno, zucca lunga, basilico a foglia larga. Cerco fave di Carnevale, quelle scure.\n\n\
         Finiamo presto, così si scende tutti a vedere i carri.",
    )
    .talk(&[
        says("ninetta_sucato", at(-3, 20, 0), "Le fave scure le ho io, di mio suocero. Un pugno, non di più."),
        says("karim_mejri", at(-2, 4, 55), "Porto peperoncino di mia madre, da Tunisi. Attenzione vera."),
        says("toto_guarino", at(-1, 8, 20), "L’anno scorso la «attenzione vera» mi è durata tre giorni."),
    ]),
    person(
        "marta_dibella",
        at(-2, 7, 20),
        "",
        "Il pedibus di via San Marco parte alle 7:50 anche con il vento. Cappelli legati, per favore: ieri ne abbiamo rincorsi due.",
    )
    .talk(&[
        says("giorgio_cascino", at(-2, 8, 30), "Uno l’ho preso al volo. Lo tengo come trofeo fino a domani."),
        says("enza_macaluso", at(-2, 14, 20), "I miei sono arrivati spettinati e contenti. Grazie."),
    ]),
    person(
        "anna_livigni",
        at(-1, 20, 10),
        "È tornata la luce sulla Serpentina",
        "Riparato ieri mattina, controllato ieri sera, e oggi ho la risposta scritta: acqua nella base del palo, cavo nuovo, base chiusa. \
         Hanno protetto anche gli altri quattro.\n\n\
         Quando una cosa funziona bisogna dirlo. Grazie a chi ci è venuto con la pioggia.",
    )
    .drawn("lampione", "Disegno: il lampione acceso sulla Serpentina di notte, con la luna e un gatto sui gradini")
    .talk(&[
        says("giorgio_cascino", at(-1, 20, 40), "Ventidue giorni. Si può fare meglio, ma almeno abbiamo saputo sempre perché."),
        says("emily_hartley", at(-1, 21, 20), "I walked up tonight without my torch. Thank you, Anna!").lang(kit::i18n::Lang::En),
        says("carmela_sottile", at(0, 7, 45), "La squadra l’ha letto ad alta voce in magazzino. Grazie a lei per la foto: ci ha detto subito quale pezzo portare."),
        says("nunzio_orti", at(0, 9, 24), "Va bene. Per una volta non ho niente da dire."),
        says("ninetta_sucato", at(0, 9, 32), "Nunzio senza niente da dire: questa la scrivo sul calendario."),
    ]),
    person(
        "toto_guarino",
        at(0, 7, 50),
        "",
        "Il vento di stanotte ha girato il mare come una frittata. Il faro c’è ancora, la mia sedia no. Se qualcuno la vede passare, è verde e risponde al nome di sedia.",
    )
    .drawn("vento", "Disegno: le onde alte davanti al faro, la palma piegata e una sedia a sdraio sulla spiaggia")
    .talk(&[
        says("enza_macaluso", at(0, 8, 10), "Ne ho vista una in via Bagni. Andava verso Palermo."),
        says("marta_dibella", at(0, 8, 25), "Ho chiesto ai bambini: la stanno già disegnando."),
        says("hanna_weber", at(0, 9, 37), "Man hört mich bis Köln lachen.").lang(kit::i18n::Lang::De),
    ]),
];
