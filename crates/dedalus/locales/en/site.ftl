# The first page
home-title = { $town }, in the square today
home-lead = What the town hall says, what we say to one another, which offices are open now.
home-join = Join the square
home-write = Post in the square
home-search = Search the square
home-search-label = Search news, offices and conversations
home-search-placeholder = Search news, conversations
home-says = The town hall says
home-says-all = All news
home-says-empty = No news yet
home-says-empty-text = What the town hall and its offices write will appear here.
home-pinned = Featured
home-pinned-read = Read it all
home-talk = What people are talking about
home-talk-all = All conversations
home-talk-on = on
home-people = From people in town
home-lively = Communities that are lively this week
home-waits = Waiting for you
home-waits-notices = { $n ->
    [one] One notice to read
   *[other] { $n } notices to read
}
home-waits-notices-many = More than 99 notices to read
home-waits-invitations = { $n ->
    [one] One invitation to a community
   *[other] { $n } invitations to communities
}
home-waits-requests = { $n ->
    [one] One person asks to follow you
   *[other] { $n } people ask to follow you
}
home-waits-drafts = { $n ->
    [one] One draft to finish
   *[other] { $n } drafts to finish
}
home-waits-comments = { $n ->
    [one] One comment to approve
   *[other] { $n } comments to approve
}
home-voices = The voices of the town hall
home-voices-all = All voices
home-offices = { $n ->
    [0] The offices: all closed now
    [one] The offices: one open now
   *[other] The offices: { $n } open now
}
home-offices-all = All offices and opening hours

# The offices
offices-title = Offices
offices-lead = Who does what, where to find them, and whether the door is open now.
offices-filter = Find an office
offices-filter-words = What do you need?
offices-filter-open = Only those open now
offices-empty = No office matches
offices-empty-text = Try a single word in Italian, for example “tributi” (taxes) or “scuola” (school), or look at the closed ones too.
offices-all = Show all offices
office-hours = Opening hours
office-day = Day
office-time = Hours
office-today = today
office-contacts = Where and how
office-address = Address
office-phone = Phone
office-head = Person in charge
office-voice = Speaks in the square as
door-open = Open now
door-soon = Open only a little longer
door-hours-unknown = Hours not given
door-closed = Closed now
door-until = until { $time }
door-opens-today = opens today at { $time }
door-opens-tomorrow = opens tomorrow at { $time }
door-opens-on = opens on { $day } at { $time }
door-unknown = please phone to ask about opening hours
door-day-closed = closed

# Searching
search-title = Search
search-title-for = Search: { $words }
search-words = Words
search-kind = What
search-kind-all = Everything
search-kind-posts = News and posts
search-kind-comments = Comments
search-kind-post = Post
search-kind-comment = Comment
search-kind-page = Official page
search-order = Order
search-order-relevance = Best matches first
search-order-date = Newest first
search-hint = Enter one or more words. “L’ufficio” also finds “ufficio” and “uffici”; accents do not matter.
search-empty = Nothing for “{ $words }”
search-empty-text = Try fewer words, or a simpler one.

# The fixed pages
privacy-title = Privacy notice
privacy-lead = Which data we keep, why, for how long, and what you can ask for.
privacy-body =
    ## Who is responsible for the data

    The data controller is the Municipality of { $town }. If you have any questions, write to { $email }.

    ## Which data, and why

    - **Your account**: name, username, email address, language, and a few words about you if you write them. We need them so that you can take part. Everyone sees your name, username and introduction; nobody else sees your email address.
    - **What you publish**: posts, comments, images. We remove the location and other hidden data from images.
    - **Security**: the devices you have signed in from, with network address and time, for as long as the session lasts. We do not know your password: we keep only a hash of it, a code that cannot be turned back.
    - **The log of official acts**: anyone who speaks for the town hall or administers the system leaves a trace, as the law requires.
    - **Opinions on pages**: the stars and the words, without your name.

    We use no profiling cookies and we do not send your data to other sites. The only cookies are the one for your session, the one for your language, and one that lasts a minute and carries a message from one page to the next.

    ## For how long

    Your account stays for as long as you keep it. A sign-up that is not confirmed disappears after two days, a password link after two hours, and an unused session when it expires.

    ## What you can ask for

    Access, correction, erasure, restriction, objection (Articles 15–22 of Regulation (EU) 2016/679, the GDPR). Write to { $email }; if you are not satisfied with the answer, you can turn to the Italian Data Protection Authority (Garante per la protezione dei dati personali).
accessibility-title = Accessibility statement
accessibility-lead = This square is made for everyone to use, with whatever tools they use.
accessibility-body =
    ## Where we stand

    The pages follow the WCAG 2.2 guidelines, level AA (standard EN 301 549). Every page is checked with an automatic tool each time the software changes, after clicks too, at the width of a phone and of a computer. Everything works with the keyboard alone and without JavaScript.

    ## What we have not checked yet

    There has not yet been a test with people who use a screen reader every day.

    ## If something does not work

    Write to { $email }: say which page it was and what stopped you. We answer within 30 days; if we do not, you can turn to the Italian digital ombudsman (difensore civico per il digitale).
legal-title = Legal notes
legal-lead = What standing these pages have, and who owns the software.
legal-body =
    ## The pages

    What the voices of the Municipality of { $town } publish is for information only. Official acts are on the official notice board (albo pretorio). People’s posts belong to the people who write them.

    ## Reuse

    You may reuse the texts of the institutional voices if you name the source, under the CC BY 4.0 licence, unless stated otherwise.

    ## Software

    The square runs on Dedalus, free software under the AGPL-3.0 licence or later: anyone who uses it has the right to its source code. To receive it, write to { $email }.
rules-title = Rules of the square
rules-lead = A few rules, so that we get on well together.
rules-body =
    - **Speak as you would in a real square**, face to face. We discuss ideas, not people.
    - **No insults, threats or hatred.** No data about others: names, number plates, phone numbers, photos of children.
    - **Be honest about who you are.** Do not pretend to be another person or an office.
    - **Stay on topic** and do not repeat the same message everywhere. Advertising belongs elsewhere.
    - **Describe your images**: people who cannot see them read your description.
    - If you make a mistake, correct it or delete it: you have seven days to change your mind.

    If something is not right, press “Report” beside the text, or write to { $email }. What we decide stands in [moderation in figures](/moderazione).
faq-title = Frequently asked questions
faq-lead = Answers to the questions people ask us most often.
faq-body =
    ## Who can read?

    Anyone, without signing up. To comment and post you need an account.

    ## Do I have to use my real name?

    No, a name that people know you by is enough. It must not sound like the town hall or an office.

    ## Who answers when I write to an office?

    The people who work there. On the outside you see the name of the office; on the inside it is recorded who answered.

    ## Can I delete what I have written?

    Yes. The text disappears at once, and for seven days you can put it back.

    ## I have forgotten my password

    On the “Sign in” page, choose “Forgotten your password?”: we will send you a link to choose a new one.

    ## Can I follow the news without signing up?

    Yes, with a feed reader: at the bottom of every page you will find RSS, Atom and JSON Feed. Every voice of the town hall has its own, too.

    ## I cannot find the answer

    Write to { $email } or phone the public relations office (URP).
