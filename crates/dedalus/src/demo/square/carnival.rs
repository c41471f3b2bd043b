//! What people tell of carnival, of the town's past and of its guests.

use kit::i18n::Lang;

use crate::demo::script::{Told, answers, at, person, says};

/// Oldest first.
pub const POSTS: &[Told] = &[
    person(
        "enzo_lobue",
        at(-27, 18, 40),
        "Cercasi mani per la cartapesta",
        "Il drago di quest’anno è grande e noi siamo in nove. Cerchiamo mani, anche inesperte.\n\n\
         Si lavora al capannone dietro la stazione, tutte le sere dalle 19. Si impara in dieci minuti: \
         carta di giornale, acqua, farina. La colla resta sotto le unghie fino a Pasqua, ma passa.\n\n\
         Portate giornali vecchi. Di quelli non ce n’è mai abbastanza.",
    )
    .talk(&[
        says("marco_t", at(-27, 19, 30), "Vengo con due compagni di corso. Sappiamo solo strappare la carta, basta?").then(&[says(
            "enzo_lobue",
            at(-27, 19, 48),
            "È il lavoro più difficile. Vi aspettiamo.",
        )]),
        says(
            "ninetta_sucato",
            at(-26, 10, 0),
            "Ho due anni di giornali in corridoio. Li venite a prendere voi, che io sto al terzo piano?",
        )
        .then(&[
            says("enzo_lobue", at(-26, 19, 15), "Domani alle sei, con il furgone. E una fetta di torta la accettiamo."),
            says("ninetta_sucato", at(-25, 18, 45), "Venuti in quattro. Torta finita, corridoio libero."),
        ]),
    ]),
    person(
        "ninetta_sucato",
        at(-16, 17, 20),
        "I maccarruna nta maidda, come li faceva mia madre",
        "Me li chiedono tutti, allora li scrivo una volta sola. Per otto persone.\n\n\
         1. Un chilo di semola, acqua tiepida, un pizzico di sale. Si impasta finché le braccia dicono basta.\n\
         2. Un pezzetto alla volta si arrotola su un ferro da calza. Il buco deve restare.\n\
         3. Il sugo: maiale, cipolla, estratto di pomodoro. Quattro ore. Non tre e mezza: quattro.\n\
         4. Si rovescia tutto nella maidda, la madia di legno, con il pecorino.\n\n\
         Si mangia insieme, ognuno dal suo lato. Chi passa il confine paga il vino.",
    )
    .talk(&[
        says(
            "emily_hartley",
            at(-16, 20, 10),
            "I made this in Leeds with a knitting needle. My flatmates think I have lost my mind. It was wonderful.",
        )
        .lang(Lang::En)
        .then(&[says("ninetta_sucato", at(-15, 9, 30), "Non ho capito niente ma il cuore sì. Il ferro era da tre?")]),
        says("karim_mejri", at(-15, 21, 10), "Al forno ho provato con metà grano tumminia. Si può dire?").then(&[says(
            "ninetta_sucato",
            at(-14, 8, 40),
            "Si può dire. E si può anche portare ad assaggiare.",
        )]),
        says("toto_guarino", at(-14, 13, 20), "Io il confine l’ho passato nel 1987. Sto ancora pagando."),
    ]),
    person(
        "emily_hartley",
        at(-13, 19, 5),
        "From the station to the Belvedere, on foot",
        "I am here for two weeks and walk this every evening, so here it is for other visitors.\n\n\
         Leave the station, cross via Bagni and look for the **Serpentina Paolo Balsamo**. It winds up in easy bends. \
         Twenty-five minutes if you stop at every view, and you will.\n\n\
         At the top go through the old streets to the cathedral, then to the Belvedere. You see the port, the coast to Cefalù, \
         and Monte San Calogero turning pink. Bring a jacket. People will say good evening to you. Say it back.",
    )
    .lang(Lang::En)
    .drawn("golfo", "Disegno: il golfo visto dall’alto, con il porto, le barche, le case e il monte sullo sfondo")
    .talk(&[
        says("giulia_s", at(-13, 20, 15), "Lovely. Next time stop at Porta Palermo too, it is the only gate left of the old walls.")
            .lang(Lang::En)
            .then(&[
                says(
                    "emily_hartley",
                    at(-12, 18, 50),
                    "Done tonight! A man there told me the whole history of the walls. He had no teeth and I missed nothing.",
                )
                .lang(Lang::En),
                says("toto_guarino", at(-12, 19, 20), "È mio cugino. I denti li ha all’URP."),
            ]),
        answers("comune", at(-12, 9, 10), "Thank you, Emily. May we put your walk on the page for visitors, with your name?")
            .lang(Lang::En)
            .then(&[says("emily_hartley", at(-12, 18, 55), "I would be honoured.").lang(Lang::En)]),
    ]),
    person(
        "hanna_weber",
        at(-11, 20, 30),
        "Drei Tage im Archiv",
        "Mein Urgroßvater ist 1911 von hier nach Köln gegangen. Von ihm hatten wir nur einen Namen und ein Foto mit einem Boot.\n\n\
         In der Biblioteca Liciniana hat mir die Dame am Tresen in zehn Minuten seinen Geburtseintrag gezeigt. Dann saß ich drei Tage \
         im Kreuzgang und habe gelesen: seine Straße, seine Mutter, den Preis für das Boot.\n\n\
         Am letzten Tag brachte mir jemand Orangen. Ich komme im März wieder.",
    )
    .lang(Lang::De)
    .drawn("porto", "Disegno: il porto con una nave bianca, le gru e il monte San Calogero alle spalle")
    .talk(&[
        answers("biblioteca", at(-10, 9, 50), "Liebe Frau Weber, die Orangen waren aus dem Hof. Bis März!").lang(Lang::De),
        says(
            "bruno_farinella",
            at(-10, 11, 0),
            "Ho usato il traduttore di mia nipote. Come si chiamava, il suo bisnonno? Forse le barche le conosco.",
        )
        .then(&[
            says("hanna_weber", at(-10, 20, 0), "Il nome della barca: Santa Rosalia. Lui pescava con due fratelli, vicino al faro."),
            says(
                "bruno_farinella",
                at(-9, 9, 10),
                "La Santa Rosalia! Mio nonno ne parlava. A marzo ci sediamo e le racconto quello che so.",
            )
            .then(&[says("hanna_weber", at(-9, 19, 45), "Ho riletto tre volte e ho pianto tre volte.")]),
        ]),
    ]),
    person(
        "francesca_riolo",
        at(-6, 16, 30),
        "Come ridono u Nannu e a Nanna",
        "In quarta abbiamo fatto una ricerca. Domanda: perché a Nanna è l’unica donna del Carnevale siciliano?\n\n\
         Risposte dei bambini: «perché lui da solo si annoia», «perché qualcuno deve dirgli di mettersi la sciarpa», \
         «perché la festa è più bella in due».\n\nLa maestra ha messo dieci a tutti.",
    )
    .talk(&[
        says("enzo_lobue", at(-6, 19, 0), "Quella della sciarpa la rubiamo per il testamento."),
        answers("museo", at(-5, 9, 30), "Ce la mandate su un foglio? La appendiamo nella sala delle maschere."),
        says("marta_dibella", at(-5, 11, 10), "La sciarpa è di mia figlia. Cioè, l’idea."),
    ]),
    person(
        "ninetta_sucato",
        at(-4, 16, 10),
        "Costumi di Carnevale da regalare",
        "Ho svuotato l’armadio. Regalo, a chi li usa davvero:\n\n\
         - Un arlecchino, sei anni.\n- Una damina celeste, otto anni, manca un guanto.\n- Un leone con la coda ricucita.\n\n\
         Si ritirano da me, dopo le quattro. Portate il bambino: voglio vedere come gli sta. #Carnevale #regalo",
    )
    .liked(&["giulia_s", "karim_mejri", "francesca_riolo", "bruno_farinella"])
    .talk(&[
        says("karim_mejri", at(-4, 20, 0), "Il leone! Il lupo di casa vuole cambiare carriera.").then(&[says(
            "ninetta_sucato",
            at(-4, 20, 25),
            "È suo. La coda si tira piano.",
        )]),
        says("enza_macaluso", at(-3, 15, 30), "La damina per la mia grande, se c’è ancora. Del guanto non si accorge nessuno."),
    ]),
    person(
        "enzo_lobue",
        at(-3, 19, 30),
        "Il comitato chiede: quale carro apre la sfilata?",
        "Siamo in parità da due riunioni, quindi decidete voi. Chi vince parte per primo, gli altri due tirano a sorte.\n\n\
         Niente liti: i carri sono tutti nostri. #Carnevale #sfilata",
    )
    .asks(
        &[
            ("Il drago", &["marco_t", "karim_mejri", "giorgio_cascino", "francesca_riolo"]),
            ("La barca di carta", &["bruno_farinella", "ninetta_sucato"]),
            ("Il forno che balla", &["toto_guarino"]),
        ],
        at(2, 20, 0),
    )
    .liked(&["marco_t", "giulia_s", "ninetta_sucato"])
    .talk(&[says("toto_guarino", at(-3, 20, 15), "Ho votato il forno. So già di essere solo.")]),
    person(
        "francesca_riolo",
        at(-2, 20, 40),
        "Il testamento di quest’anno, in anteprima",
        "Il Nannu lascia la sciarpa al sindaco e i debiti al barbiere. La Nanna, invece, non lascia niente: parte anche lei.\n\n\
         Non ditelo ai bambini prima di domenica. #Carnevale #testamento",
    )
    .warned("Svela il finale del testamento")
    .liked(&["enzo_lobue", "marta_dibella"]),
    person(
        "ninetta_sucato",
        at(-1, 10, 20),
        "Che cosa cantavate da piccoli a Carnevale?",
        "Raccolgo le filastrocche per la biblioteca. Scrivetele qui sotto: le leggo io, e poi compaiono. #Carnevale #memoria",
    )
    .reads_first()
    .talk(&[says("toto_guarino", at(-1, 12, 5), "Una ce l’ho, ma la seconda strofa non si può scrivere.")]),
    person(
        "giulia_s",
        at(-1, 18, 30),
        "Chi viene domenica a fotografare il tempio all’alba?",
        "Partiamo alle 5:40 dalla stazione, in tre macchine. Ci sono ancora quattro posti.\n\n\
         Il sole esce dietro il Tempio della Vittoria alle 6:35. Dopo, per chi torna in tempo, si va all’Anfiteatro.\n\n\
         Serve solo una torcia. Anche il telefono va benissimo, conta stare fermi.",
    )
    .drawn("tempio", "Disegno: il Tempio della Vittoria all’alba, con le colonne chiare e il sole basso sui monti")
    .talk(&[
        says("marco_t", at(-1, 18, 52), "Io. Se mi svegli tu.").then(&[says(
            "giulia_s",
            at(-1, 19, 0),
            "Ti telefono alle cinque. Una volta sola.",
        )]),
        says("emily_hartley", at(-1, 21, 5), "Count me in! I bring tea in a very large flask.").lang(Lang::En),
        says("bruno_farinella", at(0, 9, 50), "A quell’ora sono sveglio da un pezzo. Guardo il sole da casa e vi penso."),
        says("hanna_weber", at(0, 9, 36), "Macht bitte auch ein Foto für mich mit. Ich bin um diese Zeit noch im Bett.").lang(Lang::De),
    ]),
    person(
        "enzo_lobue",
        at(0, 9, 5),
        "Ci servono due mani per la coda del drago",
        "Stasera al capannone, dalle sette. La coda si è staccata di mezzo metro e il drago deve partire domani notte.\n\n\
         Serve chi sa usare la graffetta e chi sa tenere ferma una scala. Per gli altri c’è la pizza. #Carnevale",
    )
    .liked(&["giulia_s", "marco_t", "ninetta_sucato", "karim_mejri", "bruno_farinella"])
    .drawn("corteo", "Disegno: il drago di cartapesta con la bocca aperta, sopra il carro rosso, tra le bandierine")
    .talk(&[
        says("marco_t", at(0, 9, 16), "Scala: presente."),
        says("karim_mejri", at(0, 9, 53), "La pizza la porto io, dal forno. E tengo la scala con l’altra mano."),
        says("giorgio_cascino", at(0, 9, 28), "Graffetta: presente. La coda è bassa, ci arrivo anch’io.").then(&[says(
            "enzo_lobue",
            at(0, 9, 34),
            "Ci arrivi meglio di me. A stasera!",
        )]),
    ]),
];
