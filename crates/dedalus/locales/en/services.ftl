# Cards of services.
nav-services = Services
admin-services = Services
services-title = Services
services-lead = What the town does for you: what you need, what it costs, how long it takes.
services-search = Find a service
services-words = What are you looking for?
services-admin-words = Title or code
services-category = Category
services-topic = Topic
services-event = Life event
services-audience = For whom
services-way = How
services-office = Office
services-any = All
services-any-office = All offices
services-no-office = Choose an office
services-no-category = Choose a category
services-by-event = What is happening?
services-by-category = By category
services-found = Services found
services-total = { $n ->
    [one] One service
   *[other] All { $n } services, from A to Z
}
services-count = { $n ->
    [one] 1 service
   *[other] { $n } services
}
services-shelf-lead = { $n ->
    [0] No service yet.
    [one] There is one service for you.
   *[other] There are { $n } services for you.
}
services-shelf-empty = See all services, or search in your own words.
services-none = No service matches
services-none-text = Try a single word, such as “residence” or “school meals”, or fewer filters.
services-empty = No services yet
services-empty-text = The services of the town will be here. Meanwhile you find the offices and their hours.
services-all = Show all services
services-json = Download as JSON
services-admin-empty = No services yet
services-admin-empty-text = Write the first card, or import some from a file.
home-services = What do you need?
office-services = What it does for you
home-services-all = All services
search-kind-services = Services
search-kind-service = Service

# The guide
guide-title = What do you need?
guide-lead = Three questions lead you to the right service, even if you do not know its name.
guide-start = Begin with the first question
guide-place = Question { $n } of { $of }
guide-event = What is happening?
guide-event-short = Event
guide-event-any = None of these
guide-who = Who is it for?
guide-who-short = For whom
guide-who-any = It does not matter
guide-what = What do you want to do?
guide-what-short = What
guide-what-any = I do not know, show me everything
guide-answers = Your answers
guide-change = change this answer
guide-found = { $n ->
    [one] Here is the service for you
   *[other] Here are { $n } services for you
}
guide-none-text = Change an answer, or ask the public-relations office: they help you find the right one.
guide-again = Start again

# The card
service-beside = Beside the card
service-index = On this page
service-titolo = Title
service-sintesi = In one sentence
service-ufficio = Office in charge
service-categoria = Category
service-descrizione = Description
service-a-chi = Who it is for
service-come-fare = What to do
service-cosa-serve = What you need
service-cosa-si-ottiene = What you get
service-tempi = Times and deadlines
service-termine = Legal term, in days
service-effetto = If the term passes without an answer
service-costo = What it costs
service-canali = How to get it
service-online = Address of the online service
service-norme = Laws and rules
service-informazioni = More information
service-condizioni = Address of the conditions of service
service-standard = What we promise
service-documenti = Forms and documents
service-argomenti = Topics
service-eventi = Life events
service-destinatari = For whom
service-azioni = To do what
service-access = Get the service
service-conditions = Conditions of service
service-conditions-text = Read the rules under which the town offers this service.
service-conditions-link = Terms and conditions of service
service-contacts = Contacts
service-go-online = Go to the online service
service-online-text = Do it from home, whenever you like.
service-booking-text = Choose a day and an hour, and do not queue.
service-book = Book an appointment
service-needed-lead = Tick what you already have.
service-needed-sheet = Open the sheet to print
service-needed-title = What you need: { $name }
service-measure = What we measure
service-promised = What we promise
service-standard-lead = This is what you may expect of us. If we fail, tell us.
service-term-days = { $n ->
    [one] The town answers within one day.
   *[other] The town answers within { $n } days.
}
service-since = Card { $code }, valid since { $since }.
service-state-draft = Draft
service-state-published = Active service
service-state-suspended = Suspended service
service-state-retired = Service no longer offered
service-silence-nessuno = No effect: you may ask the substitute official to act
service-silence-assenso = If it does not answer in time, the request counts as granted.
service-silence-rigetto = If it does not answer in time, the request counts as refused.

# Versions
service-versions = Versions of the card
service-versions-title = Versions: { $name }
service-versions-lead = Every publication stays here, with who made it and what changed.
service-version = Version
service-version-newest = This is the version that everybody reads now.
service-version-older = This is an earlier version: today the card says something else.
service-published = Published
service-by = By
service-by-house = Administration
service-news = What changes
service-news-help = One sentence for colleagues, such as “new fee from 1 March”. Only the offices read it.
service-compare = Compare
service-compare-now = Compare with the current one
service-compare-from = Earlier version
service-compare-to = Later version
service-compare-title = From version { $from } to { $to }
service-compare-same = The two versions are the same.
service-field = Field

# The editor
service-new = New service
service-new-lead = Write what you know and save: the card stays a draft until you publish it.
service-code = Code
service-code-help = Letters, digits, points and dashes, such as AN-01. It never changes.
service-slug-help = If you leave it empty, we make it from the title. It never changes.
service-titolo-help = As people call it: “Identity card”, not “Issue of CIE”.
service-sintesi-help = One sentence that stands by itself. Lists show it.
service-markdown-help = Short sentences, in the you-form. An empty line separates paragraphs; “- ” at the beginning of a line makes a list; **two asterisks** make bold.
service-cosa-serve-help = One thing a line. After a bar you may explain it: A photograph | in colour, less than six months old
service-costo-help = If it costs nothing, write: Free.
service-termine-help = A number of days, as law or regulation sets it.
service-standard-help = One a line, in three parts: Waiting at the counter | 20 | minutes
service-online-help = An address that begins with https://, or a path of this site.
service-documenti-help = One a line, name and address: Application form | https://www.example.org/form.pdf
service-condizioni-help = If it is empty, the legal notes apply.
service-canali-help = Which ways there are. If you choose “Online”, write the address, too.
service-destinatari-help = Who needs it.
service-azioni-help = What somebody who looks for it wants to do: the guide uses it.
service-eventi-help = When it is needed: the moments at which people look for it.
service-argomenti-help = The words of the national model.
service-choose = Choose from the list
service-part-who = What it is
service-part-text = The text of the card
service-part-times = Times and promises
service-part-ways = How to get it
service-part-find = How it is found
service-part-more = More
service-part-publish = Before you publish
service-part-state = The state of the service
service-part-state-text = Suspend it when it cannot be had for a while. Retire it when it is no longer offered: the card stays, with the reason.
service-save = Save the draft
service-preview = Preview
service-preview-text = This is how readers will see it. Nothing has been saved yet.
service-preview-missing = Before you publish it, complete: { $fields }.
service-write-on = Go on writing
service-publish = Save and publish
service-ahead = unpublished changes
service-changed = Changed
service-others = What is saved now
service-nothing = nothing
service-reason = Reason
service-reason-help = Whoever opens the card reads it: say why and, if you know, until when.
service-suspend = Suspend the service
service-suspend-title = Suspend “{ $name }”?
service-suspend-text = The card stays, with a notice at the top. You can resume it at any time.
service-resume = Resume the service
service-retire = Retire the service
service-retire-title = Retire “{ $name }”?
service-retire-text = It leaves lists and search; whoever has the link reads that it is gone. To bring it back, publish it again.
toast-service-saved = Draft saved. The public still reads the version before, if there is one.
toast-service-published = Card published.
toast-service-suspended = Service suspended. The card says so at the top.
toast-service-resumed = The service is active again.
toast-service-retired = Service retired.
toast-services-imported = Done: the file is in the catalogue.
error-service-title = Write a title of 3 to 120 letters.
error-service-long = The text is too long: { $max } characters at the most.
error-service-word = “{ $word }” is not among the choices.
error-service-term = Write a number of days from 1 to { $max }, or nothing.
error-service-address = Write a whole address that begins with https://, or a path of this site.
error-service-online = Both are needed: the choice “Online” and its address.
error-service-line = Line { $line } is not written as the help says.
error-service-missing = This is missing, and needed for publication.
error-service-office = Choose one of the offices whose services you keep.
error-service-code = Write a code of 2–20 letters, digits, points and dashes.
error-service-code-taken = There is a service with this code already.
error-service-reason = Write the reason, in at least five letters.
error-service-words = Write 200 characters at the most.
error-service-changed = Somebody else has saved this card meanwhile. Your text is still here: compare it with what is saved, below, and save again.

# Import
import-title = Import
import-lead = Upload a CSV or JSON file. First we show what would change; then you decide.
import-file = File
import-file-help = CSV or JSON, UTF-8, up to 900 KB. The easiest way: download the catalogue, change it, upload it again.
import-text = Or paste the content
import-text-help = What you would write into the file.
import-look = Show what would change
import-columns = The columns
import-columns-text = Code and title at least are needed. The code says which service it is: one that is there is changed, another is added. Columns that are not there stay as they are. Where several words are possible, put semicolons between them.
import-state-help = Empty or draft for a draft, published to publish.
import-plan = What would change
import-sound = The file is in order. Nothing has been written yet.
import-nothing = The file says what is there already: there is nothing to do.
import-faulty = { $n ->
    [one] One line needs correction. Nothing has been written.
   *[other] { $n } lines need correction. Nothing has been written.
}
import-adds = to add
import-changes = to change
import-line = Line
import-what = What happens
import-fault = to correct
import-step-add = is added
import-step-publish = is published
import-step-leave = stays as it is
import-step-change = changes: { $fields }
import-do = Yes, import all of it
import-other = Upload another file
import-stale = Something has changed meanwhile: look again and confirm.
error-import-empty = There are no services in the file.
error-import-many = There are too many services in the file: { $max } at the most.
error-import-json = The JSON cannot be read at line { $line }: { $why }
error-import-quote = A quotation is opened at line { $line } and never closed.
error-import-column = No field is called “{ $name }”. The names of the columns are below.
error-import-twice = The column “{ $name }” is there twice.
error-import-lacks = The column “{ $name }” is missing.
error-import-wide = Line { $line } has more cells than there are columns.
error-import-code-twice = This code stands in another line already.
error-import-state = This state cannot be imported: suspend and retire on the card.
error-import-large = The file is too large: 900 KB at the most.
error-import-utf8 = The file is not in UTF-8. Save it as “CSV UTF-8” and try again.

# Categories
service-category-educazione-formazione = Education and training
service-category-salute-assistenza = Health, well-being and care
service-category-vita-lavorativa = Working life
service-category-mobilita-trasporti = Mobility and transport
service-category-catasto-urbanistica = Land register and planning
service-category-anagrafe-stato-civile = Population register and civil status
service-category-turismo = Tourism
service-category-giustizia-sicurezza = Justice and public safety
service-category-tributi-finanze = Taxes, finance and fines
service-category-cultura-tempo-libero = Culture and leisure
service-category-ambiente = Environment
service-category-imprese-commercio = Business and trade
service-category-autorizzazioni = Permits
service-category-appalti-pubblici = Public contracts
service-category-agricoltura-pesca = Farming and fishing

# Topics
service-topic-accesso-informazione = Access to information
service-topic-acqua = Water
service-topic-animale-domestico = Pets
service-topic-assistenza-invalidi = Care for people with disabilities
service-topic-assistenza-sociale = Social care
service-topic-associazioni = Associations
service-topic-bilancio = Budget
service-topic-commercio-al-minuto = Retail
service-topic-commercio-ambulante = Street trade
service-topic-concorsi = Recruitment
service-topic-elezioni = Elections
service-topic-energie-rinnovabili = Renewable energy
service-topic-formazione-professionale = Vocational training
service-topic-gestione-rifiuti = Waste
service-topic-igiene-pubblica = Public hygiene
service-topic-immigrazione = Immigration
service-topic-imposte = Taxes
service-topic-imprese = Businesses
service-topic-inquinamento = Pollution
service-topic-integrazione-sociale = Social inclusion
service-topic-istruzione = School
service-topic-lavoro = Work
service-topic-matrimonio = Marriage
service-topic-mercato = Market
service-topic-mobilita-sostenibile = Sustainable mobility
service-topic-morte = Death
service-topic-nascita = Birth
service-topic-parcheggi = Parking
service-topic-patrimonio-culturale = Cultural heritage
service-topic-polizia = Police
service-topic-protezione-civile = Civil protection
service-topic-residenza = Residence
service-topic-sicurezza-pubblica = Public safety
service-topic-spazio-verde = Green spaces
service-topic-sport = Sport
service-topic-tassa-sui-servizi = Fees for services
service-topic-tempo-libero = Leisure
service-topic-traffico-urbano = City traffic
service-topic-trasparenza-amministrativa = Transparency
service-topic-trasporto-pubblico = Public transport
service-topic-turismo = Tourism
service-topic-urbanizzazione = Building
service-topic-ztl = Limited traffic zone

# Life events
service-event-nascita = A child is born or arrives
service-event-scuola = School begins
service-event-residenza = I move house or come to town
service-event-casa = I buy, rent or renovate a home
service-event-matrimonio = I marry or change civil status
service-event-invalidita = I live with a disability
service-event-lavoro = I look for or change work
service-event-vecchiaia = I grow old, or help somebody who does
service-event-viaggi = I need a document
service-event-veicolo = I have a car or a motorcycle
service-event-trasporto-pubblico = I take the bus
service-event-tributi = I have to pay a tax
service-event-cultura = I read, study, visit
service-event-animale = I have an animal
service-event-difficolta = I need help
service-event-morte = Somebody close to me dies
service-event-avvio-impresa = I open a business
service-event-gestione-impresa = I run a business
service-event-chiusura-impresa = I close a business

# For whom
service-audience-cittadini = Citizens
service-audience-famiglie = Families with children
service-audience-giovani = Young people
service-audience-anziani = Older people
service-audience-persone-con-disabilita = People with disabilities
service-audience-stranieri = Foreign citizens
service-audience-imprese = Businesses
service-audience-professionisti = Professionals
service-audience-associazioni = Associations
service-audience-visitatori = Visitors

# To do what
service-aim-documento = Get a document
service-aim-pagamento = Pay, or be refunded
service-aim-iscrizione = Sign up
service-aim-aiuto = Ask for help
service-aim-permesso = Ask for a permit
service-aim-comunicazione = Tell the town something
service-aim-informazioni = Know, read the files
service-aim-spazio = Use a place or a service

# How
service-way-online = Online
service-way-sportello = At the counter
service-way-telefono = By telephone
service-way-prenotazione = By appointment
