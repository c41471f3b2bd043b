# Leistungsseiten.
nav-services = Dienste
admin-services = Dienste
services-title = Dienste
services-lead = Was die Gemeinde für Sie tut: was Sie brauchen, was es kostet, wie lange es dauert.
services-search = Einen Dienst suchen
services-words = Was suchen Sie?
services-admin-words = Titel oder Code
services-category = Kategorie
services-topic = Thema
services-event = Lebenslage
services-audience = Für wen
services-way = Wie
services-office = Amt
services-any = Alle
services-any-office = Alle Ämter
services-no-office = Wählen Sie ein Amt
services-no-category = Wählen Sie eine Kategorie
services-by-event = Was ist los?
services-by-category = Nach Kategorie
services-found = Gefundene Dienste
services-total = { $n ->
    [one] Ein Dienst
   *[other] Alle { $n } Dienste, von A bis Z
}
services-count = { $n ->
    [one] 1 Dienst
   *[other] { $n } Dienste
}
services-shelf-lead = { $n ->
    [0] Noch kein Dienst.
    [one] Es gibt einen Dienst für Sie.
   *[other] Es gibt { $n } Dienste für Sie.
}
services-shelf-empty = Sehen Sie alle Dienste an, oder suchen Sie mit eigenen Worten.
services-none = Kein Dienst passt
services-none-text = Versuchen Sie es mit einem einzigen Wort, zum Beispiel «Wohnsitz» oder «Mensa», oder mit weniger Filtern.
services-empty = Noch keine Dienste
services-empty-text = Hier stehen die Dienste der Gemeinde. Inzwischen finden Sie die Ämter und ihre Zeiten.
services-all = Alle Dienste anzeigen
services-json = Als JSON herunterladen
services-admin-empty = Noch keine Dienste
services-admin-empty-text = Schreiben Sie die erste Karte, oder übernehmen Sie welche aus einer Datei.
home-services = Was brauchen Sie?
office-services = Was es für Sie tut
home-services-all = Alle Dienste
search-kind-services = Dienste
search-kind-service = Dienst

# Der Wegweiser
guide-title = Was brauchen Sie?
guide-lead = Drei Fragen führen Sie zum richtigen Dienst, auch wenn Sie seinen Namen nicht kennen.
guide-start = Mit der ersten Frage beginnen
guide-place = Frage { $n } von { $of }
guide-event = Was ist los?
guide-event-short = Lebenslage
guide-event-any = Nichts davon
guide-who = Für wen ist es?
guide-who-short = Für wen
guide-who-any = Das ist gleich
guide-what = Was möchten Sie tun?
guide-what-short = Was
guide-what-any = Ich weiß es nicht, zeigen Sie mir alles
guide-answers = Ihre Antworten
guide-change = diese Antwort ändern
guide-found = { $n ->
    [one] Das ist der Dienst für Sie
   *[other] Das sind { $n } Dienste für Sie
}
guide-none-text = Ändern Sie eine Antwort, oder fragen Sie das Bürgeramt: Es hilft Ihnen, das richtige Amt zu finden.
guide-again = Von vorn beginnen

# Die Karte
service-beside = Neben der Karte
service-index = Auf dieser Seite
service-titolo = Titel
service-sintesi = In einem Satz
service-ufficio = Zuständiges Amt
service-categoria = Kategorie
service-descrizione = Beschreibung
service-a-chi = Für wen es ist
service-come-fare = Was zu tun ist
service-cosa-serve = Was Sie brauchen
service-cosa-si-ottiene = Was Sie bekommen
service-tempi = Zeiten und Fristen
service-termine = Gesetzliche Frist in Tagen
service-effetto = Wenn die Frist ohne Antwort vergeht
service-costo = Was es kostet
service-canali = Wie Sie dazu kommen
service-online = Adresse des Online-Dienstes
service-norme = Gesetze und Regeln
service-informazioni = Weitere Informationen
service-condizioni = Adresse der Nutzungsbedingungen
service-standard = Was wir versprechen
service-documenti = Formulare und Unterlagen
service-argomenti = Themen
service-eventi = Lebenslagen
service-destinatari = Für wen
service-azioni = Um was zu tun
service-access = Zum Dienst
service-conditions = Bedingungen des Dienstes
service-conditions-text = Lesen Sie die Regeln, nach denen die Gemeinde diesen Dienst anbietet.
service-conditions-link = Nutzungsbedingungen des Dienstes
service-contacts = Kontakt
service-go-online = Zum Online-Dienst
service-online-text = Von zu Hause, wann Sie wollen.
service-booking-text = Wählen Sie Tag und Stunde, und stehen Sie nicht an.
service-book = Termin vereinbaren
service-needed-lead = Haken Sie ab, was Sie schon haben.
service-needed-sheet = Das Blatt zum Drucken öffnen
service-needed-title = Was Sie brauchen: { $name }
service-measure = Was wir messen
service-promised = Was wir versprechen
service-standard-lead = Das dürfen Sie von uns erwarten. Gelingt es uns nicht, sagen Sie es uns.
service-term-days = { $n ->
    [one] Die Gemeinde antwortet binnen eines Tages.
   *[other] Die Gemeinde antwortet binnen { $n } Tagen.
}
service-since = Karte { $code }, gültig seit { $since }.
service-state-draft = Entwurf
service-state-published = Aktiver Dienst
service-state-suspended = Dienst ausgesetzt
service-state-retired = Dienst nicht mehr angeboten
service-silence-nessuno = Ohne Wirkung: Sie können das Eingreifen der Ersatzperson verlangen
service-silence-assenso = Antwortet sie nicht rechtzeitig, gilt der Antrag als angenommen.
service-silence-rigetto = Antwortet sie nicht rechtzeitig, gilt der Antrag als abgelehnt.

# Fassungen
service-versions = Fassungen der Karte
service-versions-title = Fassungen: { $name }
service-versions-lead = Jede Veröffentlichung bleibt hier, mit wem und was sich geändert hat.
service-version = Fassung
service-version-newest = Diese Fassung lesen jetzt alle.
service-version-older = Das ist eine frühere Fassung: Heute sagt die Karte etwas anderes.
service-published = Veröffentlicht
service-by = Von
service-by-house = Verwaltung
service-news = Was sich ändert
service-news-help = Ein Satz für die Kollegen, zum Beispiel «neue Gebühr ab 1. März». Nur die Ämter lesen ihn.
service-compare = Vergleichen
service-compare-now = Mit der jetzigen vergleichen
service-compare-from = Frühere Fassung
service-compare-to = Spätere Fassung
service-compare-title = Von Fassung { $from } zu { $to }
service-compare-same = Die beiden Fassungen sind gleich.
service-field = Feld

# Der Editor
service-new = Neuer Dienst
service-new-lead = Schreiben Sie, was Sie wissen, und speichern Sie: Die Karte bleibt ein Entwurf, bis Sie sie veröffentlichen.
service-code = Code
service-code-help = Buchstaben, Ziffern, Punkte und Striche, zum Beispiel AN-01. Er ändert sich nie.
service-slug-help = Bleibt es leer, machen wir es aus dem Titel. Es ändert sich nie.
service-titolo-help = Wie die Leute ihn nennen: «Personalausweis», nicht «Ausstellung CIE».
service-sintesi-help = Ein Satz, der für sich steht. Er steht in den Listen.
service-markdown-help = Kurze Sätze, mit Anrede. Eine leere Zeile trennt Absätze; «- » am Zeilenanfang macht eine Liste; **zwei Sterne** machen fett.
service-cosa-serve-help = Eine Sache je Zeile. Nach einem Strich können Sie sie erklären: Ein Passbild | in Farbe, nicht älter als sechs Monate
service-costo-help = Kostet es nichts, schreiben Sie: Kostenlos.
service-termine-help = Eine Zahl von Tagen, wie Gesetz oder Satzung sie festlegt.
service-standard-help = Eines je Zeile, in drei Teilen: Wartezeit am Schalter | 20 | Minuten
service-online-help = Eine Adresse, die mit https:// beginnt, oder ein Pfad dieser Site.
service-documenti-help = Eines je Zeile, Name und Adresse: Antragsformular | https://www.example.org/formular.pdf
service-condizioni-help = Bleibt es leer, gelten die rechtlichen Hinweise.
service-canali-help = Welche Wege es gibt. Wählen Sie «Online», schreiben Sie auch die Adresse.
service-destinatari-help = Wer ihn braucht.
service-azioni-help = Was jemand tun will, der ihn sucht: Der Wegweiser braucht es.
service-eventi-help = Wann er gebraucht wird: wann die Leute ihn suchen.
service-argomenti-help = Die Wörter des nationalen Modells.
service-choose = Aus der Liste wählen
service-part-who = Was es ist
service-part-text = Der Text der Karte
service-part-times = Zeiten und Versprechen
service-part-ways = Wie man dazu kommt
service-part-find = Wie er gefunden wird
service-part-more = Mehr
service-part-publish = Vor dem Veröffentlichen
service-part-state = Der Stand des Dienstes
service-part-state-text = Setzen Sie ihn aus, wenn es ihn eine Weile nicht gibt. Stellen Sie ihn ein, wenn es ihn nicht mehr gibt: Die Karte bleibt, mit dem Grund.
service-save = Entwurf speichern
service-preview = Vorschau
service-preview-text = So sehen es die Leser. Noch ist nichts gespeichert.
service-preview-missing = Ergänzen Sie vor dem Veröffentlichen: { $fields }.
service-write-on = Weiterschreiben
service-publish = Speichern und veröffentlichen
service-ahead = unveröffentlichte Änderungen
service-changed = Geändert
service-others = Was jetzt gespeichert ist
service-nothing = nichts
service-reason = Grund
service-reason-help = Wer die Karte öffnet, liest ihn: Sagen Sie warum und, wenn Sie es wissen, bis wann.
service-suspend = Dienst aussetzen
service-suspend-title = «{ $name }» aussetzen?
service-suspend-text = Die Karte bleibt, mit einem Hinweis oben. Sie können ihn jederzeit wieder aufnehmen.
service-resume = Dienst wieder aufnehmen
service-retire = Dienst einstellen
service-retire-title = «{ $name }» einstellen?
service-retire-text = Er verlässt Listen und Suche; wer den Link hat, liest, dass es ihn nicht mehr gibt. Durch Veröffentlichen kommt er zurück.
toast-service-saved = Entwurf gespeichert. Die Öffentlichkeit liest noch die Fassung davor, wenn es eine gibt.
toast-service-published = Karte veröffentlicht.
toast-service-suspended = Dienst ausgesetzt. Die Karte sagt es oben.
toast-service-resumed = Der Dienst ist wieder aktiv.
toast-service-retired = Dienst eingestellt.
toast-services-imported = Fertig: Die Datei ist im Katalog.
error-service-title = Schreiben Sie einen Titel von 3 bis 120 Buchstaben.
error-service-long = Der Text ist zu lang: höchstens { $max } Zeichen.
error-service-word = «{ $word }» gehört nicht zur Auswahl.
error-service-term = Schreiben Sie eine Zahl von Tagen von 1 bis { $max }, oder nichts.
error-service-address = Schreiben Sie eine ganze Adresse, die mit https:// beginnt, oder einen Pfad dieser Site.
error-service-online = Beides ist nötig: die Wahl «Online» und ihre Adresse.
error-service-line = Zeile { $line } ist nicht so geschrieben, wie die Hilfe sagt.
error-service-missing = Das fehlt, und zum Veröffentlichen ist es nötig.
error-service-office = Wählen Sie eines der Ämter, deren Dienste Sie pflegen.
error-service-code = Schreiben Sie einen Code von 2–20 Buchstaben, Ziffern, Punkten und Strichen.
error-service-code-taken = Einen Dienst mit diesem Code gibt es schon.
error-service-reason = Schreiben Sie den Grund, in mindestens fünf Buchstaben.
error-service-words = Schreiben Sie höchstens 200 Zeichen.
error-service-changed = Inzwischen hat jemand anders diese Karte gespeichert. Ihr Text ist noch hier: Vergleichen Sie ihn unten mit dem gespeicherten, und speichern Sie noch einmal.

# Übernehmen
import-title = Übernehmen
import-lead = Laden Sie eine CSV- oder JSON-Datei hoch. Zuerst zeigen wir, was sich ändern würde; dann entscheiden Sie.
import-file = Datei
import-file-help = CSV oder JSON, UTF-8, bis 900 KB. Am einfachsten: den Katalog herunterladen, ändern und wieder hochladen.
import-text = Oder fügen Sie den Inhalt ein
import-text-help = Was Sie in die Datei schreiben würden.
import-look = Zeigen, was sich ändern würde
import-columns = Die Spalten
import-columns-text = Code und Titel mindestens sind nötig. Der Code sagt, welcher Dienst es ist: Einen vorhandenen ändert er, ein anderer kommt hinzu. Fehlende Spalten bleiben, wie sie sind. Wo mehrere Wörter möglich sind, trennen Sie sie mit Strichpunkten.
import-state-help = Leer oder draft für einen Entwurf, published zum Veröffentlichen.
import-plan = Was sich ändern würde
import-sound = Die Datei ist in Ordnung. Noch ist nichts geschrieben.
import-nothing = Die Datei sagt, was schon da ist: Es gibt nichts zu tun.
import-faulty = { $n ->
    [one] Eine Zeile ist zu berichtigen. Es ist nichts geschrieben.
   *[other] { $n } Zeilen sind zu berichtigen. Es ist nichts geschrieben.
}
import-adds = kommen hinzu
import-changes = ändern sich
import-line = Zeile
import-what = Was geschieht
import-fault = zu berichtigen
import-step-add = kommt hinzu
import-step-publish = wird veröffentlicht
import-step-leave = bleibt, wie es ist
import-step-change = ändert: { $fields }
import-do = Ja, alles übernehmen
import-other = Eine andere Datei hochladen
import-stale = Inzwischen hat sich etwas geändert: Sehen Sie noch einmal nach und bestätigen Sie.
error-import-empty = In der Datei stehen keine Dienste.
error-import-many = In der Datei stehen zu viele Dienste: höchstens { $max }.
error-import-json = In Zeile { $line } ist das JSON nicht lesbar: { $why }
error-import-quote = In Zeile { $line } beginnt eine Anführung und endet nie.
error-import-column = Kein Feld heißt «{ $name }». Die Namen der Spalten stehen unten.
error-import-twice = Die Spalte «{ $name }» gibt es zweimal.
error-import-lacks = Die Spalte «{ $name }» fehlt.
error-import-wide = Zeile { $line } hat mehr Zellen als es Spalten gibt.
error-import-code-twice = Dieser Code steht schon in einer anderen Zeile.
error-import-state = Dieser Stand kann nicht übernommen werden: Aussetzen und Einstellen geht auf der Karte.
error-import-large = Die Datei ist zu groß: höchstens 900 KB.
error-import-utf8 = Die Datei ist nicht in UTF-8. Speichern Sie sie als «CSV UTF-8», und versuchen Sie es noch einmal.

# Kategorien
service-category-educazione-formazione = Bildung und Ausbildung
service-category-salute-assistenza = Gesundheit, Wohlbefinden und Pflege
service-category-vita-lavorativa = Arbeitsleben
service-category-mobilita-trasporti = Mobilität und Verkehr
service-category-catasto-urbanistica = Kataster und Raumplanung
service-category-anagrafe-stato-civile = Einwohneramt und Standesamt
service-category-turismo = Tourismus
service-category-giustizia-sicurezza = Justiz und öffentliche Sicherheit
service-category-tributi-finanze = Steuern, Finanzen und Strafen
service-category-cultura-tempo-libero = Kultur und Freizeit
service-category-ambiente = Umwelt
service-category-imprese-commercio = Unternehmen und Handel
service-category-autorizzazioni = Genehmigungen
service-category-appalti-pubblici = Öffentliche Aufträge
service-category-agricoltura-pesca = Landwirtschaft und Fischerei

# Themen
service-topic-accesso-informazione = Zugang zu Informationen
service-topic-acqua = Wasser
service-topic-animale-domestico = Haustiere
service-topic-assistenza-invalidi = Hilfe für Menschen mit Behinderung
service-topic-assistenza-sociale = Sozialhilfe
service-topic-associazioni = Vereine
service-topic-bilancio = Haushalt
service-topic-commercio-al-minuto = Einzelhandel
service-topic-commercio-ambulante = Wanderhandel
service-topic-concorsi = Stellenausschreibungen
service-topic-elezioni = Wahlen
service-topic-energie-rinnovabili = Erneuerbare Energie
service-topic-formazione-professionale = Berufsausbildung
service-topic-gestione-rifiuti = Abfall
service-topic-igiene-pubblica = Öffentliche Hygiene
service-topic-immigrazione = Einwanderung
service-topic-imposte = Steuern
service-topic-imprese = Unternehmen
service-topic-inquinamento = Umweltverschmutzung
service-topic-integrazione-sociale = Soziale Eingliederung
service-topic-istruzione = Schule
service-topic-lavoro = Arbeit
service-topic-matrimonio = Ehe
service-topic-mercato = Markt
service-topic-mobilita-sostenibile = Nachhaltige Mobilität
service-topic-morte = Tod
service-topic-nascita = Geburt
service-topic-parcheggi = Parken
service-topic-patrimonio-culturale = Kulturerbe
service-topic-polizia = Polizei
service-topic-protezione-civile = Katastrophenschutz
service-topic-residenza = Wohnsitz
service-topic-sicurezza-pubblica = Öffentliche Sicherheit
service-topic-spazio-verde = Grünflächen
service-topic-sport = Sport
service-topic-tassa-sui-servizi = Gebühren für Dienste
service-topic-tempo-libero = Freizeit
service-topic-traffico-urbano = Stadtverkehr
service-topic-trasparenza-amministrativa = Transparenz der Verwaltung
service-topic-trasporto-pubblico = Öffentlicher Verkehr
service-topic-turismo = Tourismus
service-topic-urbanizzazione = Bauen
service-topic-ztl = Verkehrsbeschränkte Zone

# Lebenslagen
service-event-nascita = Ein Kind kommt
service-event-scuola = Die Schule beginnt
service-event-residenza = Ich ziehe um oder komme in die Stadt
service-event-casa = Ich kaufe, miete oder renoviere
service-event-matrimonio = Ich heirate oder ändere den Familienstand
service-event-invalidita = Ich lebe mit einer Behinderung
service-event-lavoro = Ich suche oder wechsle Arbeit
service-event-vecchiaia = Ich werde alt, oder helfe jemandem
service-event-viaggi = Ich brauche einen Ausweis
service-event-veicolo = Ich habe ein Auto oder Motorrad
service-event-trasporto-pubblico = Ich fahre mit dem Bus
service-event-tributi = Ich muss eine Abgabe zahlen
service-event-cultura = Ich lese, lerne, besichtige
service-event-animale = Ich habe ein Tier
service-event-difficolta = Ich brauche Hilfe
service-event-morte = Jemand Nahestehendes stirbt
service-event-avvio-impresa = Ich eröffne einen Betrieb
service-event-gestione-impresa = Ich führe einen Betrieb
service-event-chiusura-impresa = Ich schließe einen Betrieb

# Für wen
service-audience-cittadini = Bürgerinnen und Bürger
service-audience-famiglie = Familien mit Kindern
service-audience-giovani = Junge Leute
service-audience-anziani = Ältere Menschen
service-audience-persone-con-disabilita = Menschen mit Behinderung
service-audience-stranieri = Ausländische Staatsangehörige
service-audience-imprese = Unternehmen
service-audience-professionisti = Freie Berufe
service-audience-associazioni = Vereine
service-audience-visitatori = Besucher

# Um was zu tun
service-aim-documento = Ein Dokument bekommen
service-aim-pagamento = Zahlen, oder Geld zurückbekommen
service-aim-iscrizione = Mich anmelden
service-aim-aiuto = Um Hilfe bitten
service-aim-permesso = Eine Genehmigung beantragen
service-aim-comunicazione = Der Gemeinde etwas mitteilen
service-aim-informazioni = Etwas erfahren, Akten einsehen
service-aim-spazio = Einen Ort oder Dienst nutzen

# Wie
service-way-online = Online
service-way-sportello = Am Schalter
service-way-telefono = Am Telefon
service-way-prenotazione = Mit Termin
