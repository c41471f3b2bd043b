# Reports and requests.
requests-title = Reports
requests-lead = Potholes, dead street lamps, waste: what is wrong, and where it stands.
request-new = Report a problem
requests-received = Received
requests-solved = Solved
requests-year = in the last 12 months
requests-median = Time to an answer
requests-median-days = { $n ->
    [one] one day
   *[other] { $n } days
}
requests-median-text = one in two needed less
requests-filter = Filter the reports
requests-words = Words, place or number
requests-any = All categories
requests-any-state = All
requests-any-kind = All kinds
requests-any-period = At any time
requests-period = Period
request-period-month = Last 30 days
request-period-quarter = Last 90 days
request-period-year = Last 12 months
requests-empty = No report here
requests-empty-text = If something is wrong, be the first to say so.
requests-views = How to see them
requests-as-list = List
requests-as-map = Map
requests-map = Map of reports
requests-map-count = Reports in this part of the map: %n
requests-map-some = %n reports close together
requests-map-to-list = See the %n reports at this point
requests-map-failed = The reports do not arrive. Move the map to try again, or read the list.
requests-map-script = To see the reports on the map you need JavaScript. The same reports are in the list below.
requests-zone = Only those at one point of the map.
requests-zone-off = Show all
requests-all = All reports
requests-mine = My requests
requests-mine-empty = You have not asked anything yet
requests-mine-empty-text = Here you find your reports and questions, with the answers.
requests-my-offices = All my offices
requests-of-me = Mine to handle
requests-quick = Quick filters
request-kind-report = Report
request-kind-question = Question
request-kind-complaint = Complaint
request-kind-suggestion = Suggestion
request-kind-praise = Praise
request-kind-access = Access to documents
request-lead-report = Report a problem
request-lead-question = Ask an office a question
request-lead-complaint = Make a complaint
request-lead-suggestion = Suggest an improvement
request-lead-praise = Thank an office
request-lead-access = Ask to see a document
request-kinds-title = Write to the town hall
request-kinds-lead = Choose what it is about. You get a number at once, and an answer in time.
request-other-kinds = Is it something else?
request-other-kinds-link = Questions, complaints, suggestions, praise, access to documents
request-step-1 = Step 1 of 3: your data
request-step-1-done = 1. Your data
request-step-2 = Step 2 of 3: what is the matter
request-step-2-done = 2. What is the matter
request-step-2-later = 2. What is the matter
request-step-3 = Step 3 of 3: check and send
request-step-3-later = 3. Check and send
request-step-is-done = (done)
request-privacy-text = The town of { $town } uses your name and contacts only to answer. They are not shown in public.
request-privacy-link = Read the privacy notice
request-privacy-check = I have read and understood the privacy notice
request-go-on = Next
request-help = Help
request-then = What happens next
request-then-1 = You get a number and a receipt.
request-then-2 = The request goes to the right office.
request-then-3 = We answer in time, usually within 30 days.
request-then-office = The request goes to: { $office }.
request-then-days = { $n ->
    [one] We answer within one day.
   *[other] We answer within { $n } days.
}
request-no-account = No account needed
request-no-account-text = You confirm with one click in a mail from us. If you have an account, sign in first: it is quicker.
request-photos = Photos
request-photos-help = Not required, but they help. Up to 5. We remove the location and other hidden data.
request-photo = Photo
request-photo-preview = Your photo
request-photo-alt = What can be seen?
request-photo-remove = Remove photo
request-photo-choose = Take or choose a photo
request-place = Place
request-category = Kind of problem
request-category-label = What is wrong?
request-category-help = Choose what is nearest.
request-no-categories = The office has not set up the kinds of problem yet. Call or write to the public-relations office.
request-choose = Choose
request-refresh = Show questions and similar reports
request-private-category = Only you and the office read this kind
request-private-kind = Only you and the office read it
request-private-wish = Only the office and I should read it
request-private-wish-help = Otherwise text and photos are public. Your name is not.
request-similar = Has it been reported already?
request-similar-text = If it is the same problem, join in: you get the same updates and a receipt of your own.
request-similar-metres = { $n ->
    [one] one metre away
   *[other] { $n } metres away
}
request-similar-same = Same kind
request-similar-words = words in common: { $words }
request-same = It is the same problem
request-office-label = To which office?
request-office-help = If you do not know, choose the public-relations office: it finds who must answer.
request-what = What is the matter
request-title-label = Title
request-title-help = A few words, such as “Street lamp out in via Garibaldi”.
request-body-label = Details
request-body-help = Since when? Always or only sometimes? Do not write names or number plates.
request-author = How we answer you
request-author-help = No account needed. Your name is not shown in public.
request-author-known = You write as { $name }. Your name is not shown in public.
request-show-name = Show my name to everybody
request-show-name-help = Only if you want it.
request-name = Name and surname
request-email = E-mail
request-phone = Telephone
request-save-draft = Save the draft
request-to-summary = Go to the summary
request-draft = Your draft
request-draft-saved = Saved { $when }.
request-draft-kept = It stays for seven days at this address, which only you know.
request-draft-mail = Mail it to me
request-draft-send = Send the link
request-summary = Summary
request-audience-public = Public: everybody reads it
request-audience-private = Only its author and the office read it
request-will-confirm = After you send it we write to { $email }: you confirm with one click and get the number.
request-back = Go back and change
request-send = Send
request-form-send = Send
request-form-add = Add
request-sent = Only the confirmation is missing
request-sent-text = We have written to { $email }. Open the mail and confirm with one click: at that moment the request is received.
request-sent-help = Nothing there? Look among the junk mail, or have it sent again.
request-send-again = Send the mail again
request-confirm = Do you confirm your request?
request-confirm-text = We answer to { $email }. After the click you get the number and the receipt.
request-confirm-button = Yes, it is mine: send it
receipt-title = Receipt
receipt-lead = Your request has arrived. Keep this number for every contact.
receipt-lead-same = You have joined report { $number }. You get the same updates.
receipt-number = Number
receipt-at = Received on
receipt-what = Request
receipt-keep = With this address you follow the request without an account. Do not give it to others.
receipt-next = And now
receipt-next-text = The office reads it and writes to you at each step.
receipt-story = Follow your request
receipt-open = Open the request
receipt-print = Print this page to have it on paper.
receipt-show = Open the receipt
request-by = by { $name }
request-by-nobody = the author’s name is not shown
request-where-it-stands = Where it stands
request-turn = Whose turn it is
request-turn-you = you: answer the office’s question
request-turn-citizen = who reported it
request-turn-nobody = nobody, it is closed
request-officer = { $name } takes care of it
request-nobody-yet = nobody yet
request-term = Term
request-until = by { $day }
request-term-days = { $n ->
    [one] one day
   *[other] { $n } days
}
request-answered-on = Answered on { $day }.
request-official-answer = Official answer
request-answer = Answer
request-story = The story
request-next = Next step
request-aside = Receipt and place
request-only-you = only you see this
request-same-as = Reports merged into this one
request-private = private
request-hidden = hidden
request-step-received = Received
request-step-handed-over = Handed to another office
request-step-shown = Readers changed
request-step-merged = Merged with the same report
request-step-split = On its own again
request-step-reopened = Opened again: it still does not work
request-step-noted = Internal note
request-stage-open = Open
request-stage-waiting = Waiting
request-stage-closed = Closed
request-status-received = Received
request-status-confirmed = Confirmed
request-status-taken = Taken in charge
request-status-asked = Waiting for who reported it
request-status-planned = Work planned
request-status-working = Work under way
request-status-forwarded = Passed to another body
request-status-solved = Solved
request-status-answered = Answered
request-status-not-ours = Not our responsibility
request-status-no-action = No further action
request-status-duplicate = Already reported
request-status-withdrawn = Withdrawn
request-late = Overdue
request-soon = due soon
request-in-time = in time
request-column-number = Number
request-column-kind = Kind of request
request-column-category = Category
request-column-title = Request
request-column-place = Place
request-column-status = Status
request-column-office = Office
request-column-officer = Who takes care
request-column-received = Received
request-column-due = Due
request-column-closed = Closed
request-follow-title = Interested?
request-follow = Follow this report
request-unfollow = Follow it no more
request-follow-text = A mail at each step.
request-followers = { $n ->
    [one] One person follows it.
   *[other] { $n } follow it.
}
request-letters-stop = Stop writing to me about this
request-letters-start = Write to me at each step
request-comments = Comments
request-comments-none = No comment yet.
request-comment = Add something
request-comment-help = One more detail, some news. Do not write names or number plates.
request-reply = Answer the office
request-reply-help = As soon as you answer, the office goes on.
request-comment-author = Who reported it
request-comment-same = Somebody with the same problem
request-rate = How did it go?
request-rate-text = You answer once. Votes are public as figures, never with your name.
request-rate-why = Why?
request-rate-send = Send
request-rated = You answered:
rating-good = Well
rating-fair = So so
rating-bad = Badly
request-really = Is it really solved?
request-really-text = Four weeks have passed. If you say no, the report opens again with the same number.
request-really-yes = Yes, it works
request-really-no = No, it is not solved
request-really-what = What is still wrong?
request-withdraw = Withdraw the request
request-withdraw-title = Withdraw the request?
request-withdraw-text = The office stops working on it. The number stays, and it cannot be opened again.
request-abuse = Report abuse
request-abuse-why = What is wrong with this report?
request-abuse-help = For example insults, people’s names, photos of strangers. The office looks at it.
office-requests = Requests
inbox-empty = No requests
inbox-empty-text = When a citizen writes to your office, the request appears here.
work-take = Take in charge
work-reopen = Open again and take in charge
work-move = The next step
work-move-to = New status
work-words = What you write to the citizen
work-words-help = Needed to ask, answer, close or pass on. An answer stands out on the page.
work-move-send = Save and tell
work-say = Write a comment or a note
work-say-words = Text
work-readers = Who reads it
work-readers-office = The office only
work-readers-citizen = The citizen, and everybody if the request is public
work-inside = The office only
work-hand-over = Hand to another office
work-to-office = To which office
work-reason-public = Why (the citizen reads it too)
work-reason = Why (stays in the office)
work-visibility = Change who reads it
work-visible-all = Everybody
work-visible-private = Only its author and the office
work-visible-hidden = Hidden because it breaks the rules
work-merge = Merge with the same report
work-merge-number = Number of the report that stays
work-merge-help = One answer reaches all. You can split them again.
work-split = Split: it is not the same
work-author = Author
work-joined = Same problem
work-abuses = Somebody says that it breaks the rules
work-abuses-done = Seen
work-comment-hide = Hide the comment
work-comment-show = Show the comment again
counter-title = New request at the counter
counter-lead = For who calls or comes in: you write, answer at once if you can, and hand out the receipt.
counter-who = Who asks
counter-channel = How it comes in
counter-find = Name, nickname or e-mail
counter-find-help = If they have an account you find it; otherwise the name is enough.
counter-found = Who is it?
counter-new-person = None of these: somebody without an account
counter-new-fields = Name and e-mail of who has no account
counter-name-help = If left empty, what is written above counts.
counter-category-help = Only for a report.
counter-office-help = For everything else.
counter-place-help = Required for a report.
counter-answer = Answer at once
counter-answer-label = Answer
counter-answer-help = If you write one, the request is closed at first contact.
counter-save = Record and print the receipt
counter-next = Another request
admin-requests = Kinds of problem
admin-requests-lead = Which office each kind goes to, in how many days one answers, what else is asked.
categories-empty = No kinds yet
categories-empty-text = Begin with the eleven of the national model.
categories-national = Add the eleven of the national model
category-new = New kind of problem
category-reads = Who reads it
category-closed = cannot be chosen
category-name-it = Name in Italian
category-name-en = Name in English
category-name-de = Name in German
category-days = Days to answer
category-days-help = By law 30 days unless a rule says otherwise (L. 241/1990, art. 2).
category-radius = Metres for duplicates
category-radius-help = Within this distance two reports may be the same.
category-hint = A hint for who writes
category-hint-help = It appears below the chosen kind.
category-private = Only the author and the office read
category-comments = Others may comment too
category-open = It can be chosen
category-questions = Extra questions
category-questions-help = Up to five. An answer may stop the form and say whom to call.
category-question = Question
category-question-words = What is asked
category-question-shape = How it is answered
category-question-required = Required
category-question-choices = Choices, one a line
category-question-stop = Choice that stops the form
category-question-stop-words = What is said then
question-text = text
question-number = number
question-date = date
question-one = one choice
question-many = several choices
toast-request-draft = Draft saved.
toast-request-mailed = We have mailed you the link to the draft.
toast-request-sent = Received. Thank you: it is our turn now.
toast-request-said = Message sent.
toast-request-followed = We write to you at each step.
toast-request-unfollowed = We stop writing to you about this request.
toast-request-rated = Thank you, your answer counts.
toast-request-works = Thank you, we are glad that it works.
toast-request-reopened = The report is open again, with the same number.
toast-request-withdrawn = Request withdrawn.
toast-request-abuse = Thank you. The office will look at it.
toast-request-entered = Recorded. Here is the receipt.
error-request-privacy = To go on, confirm that you have read the notice.
error-request-category = Choose what is wrong.
error-request-office = Choose an office.
error-request-title = Write a short title of 4 to 80 characters.
error-request-body = Tell what is the matter, in at most 2000 characters.
error-request-name = Write name and surname.
error-request-answer = Answer this question.
error-request-answer-long = The answer is too long.
error-request-answer-kind = The answer is not of the right kind.
error-request-stop = Do not use this form: read what to do.
error-request-photos = There can be { $max } photos at most.
error-request-move = Somebody has changed the status already, or this step is not possible. Reload and look.
error-request-words = Write why.
error-request-choose = Choose one.
error-request-long = The text is too long.
error-request-comment = Write something, in at most 2000 characters.
error-request-rating = Choose one of the three faces.
error-request-works = Choose yes or no.
error-request-rated = You have answered already.
error-request-open = One answers when the request is closed.
error-request-not-asked = There is nothing to confirm now.
error-request-abuse = Write in a few words what is wrong.
error-request-merge = These two requests cannot be merged.
error-request-merge-private = That one is private: merge it into this one.
error-request-number = There is no request with this number.
error-request-other-office = This request goes to another office, which will answer.
error-category-name = Write a name of 2 to 80 characters.
error-category-days = Days are from 1 to 365.
error-category-radius = Metres are from 0 to 5000.
error-category-choices = Write at least two choices, one a line.
error-category-stop = Write one of the choices, and what is said then.
error-category-taken = There is a kind of this name already.
error-category-office = Make an office first.
act-request-moved = status of a request changed
act-request-handed-over = request handed to another office
act-request-shown = readers of a request changed
act-request-noted = note on a request
act-request-read = private request read
act-request-entered = request entered at the counter
act-request-merged = requests merged
act-request-split = requests split
act-request-commented = office comment on a request
act-request-comment-shown = comment hidden or shown
act-request-abuse-settled = abuse report on a request settled
act-category-changed = kind of problem changed
act-category-made = kind of problem made
act-category-national = national kinds added
kept-request = It stays: it is an act of the office (D.P.R. 445/2000, d.lgs. 42/2004). After the end there is a number, without a name.
processing-requests-title = Requests
processing-requests-purpose = Receive reports and requests, answer, say where they stand.
processing-requests-basis = GDPR art. 6 par. 1 c and e (L. 241/1990, L. 150/2000).
processing-requests-data = Name and contacts, text, place, photos, answers, story, rating.
processing-requests-people = Who writes to the town hall, with or without an account.
processing-requests-kept = Without end, as acts of the institution; name and contacts vanish when the account ends. Drafts are deleted after seven days.
mail-request-confirm-subject = Confirm your request
mail-request-confirm-text =
    Hello { $name },

    you wrote to the town of { $town }: { $title }

    To send it, open this page and press the button. At that moment you get the number.

    { $link }

    The link is good for seven days. If it was not you, do nothing.
mail-request-draft-subject = Your draft
mail-request-draft-text =
    Hello { $name },

    here you go on with the request that you began:

    { $link }

    It stays for seven days. Whoever has this link can read it: keep it to yourself.
mail-request-received-subject = { $number }: we have received your request
mail-request-received-text =
    Hello { $name },

    your request has the number { $number }.

    { $title }
    Place: { $place }

    { $body }

    It goes to: { $office }
    We answer by { $due } ({ $days } days).

    Follow it here, without an account too:
    { $link }
mail-request-moved-subject = { $number }: { $state }
mail-request-moved-text =
    Hello { $name },

    there is news about { $number }, { $title }.

    Now: { $state }
    { $words }

    { $office }

    { $link }
mail-request-handed-over-subject = { $number }: another office takes over
mail-request-handed-over-text =
    Hello { $name },

    { $number }, { $title }, goes to: { $office }.

    { $words }

    { $link }
mail-request-asked-subject = { $number }: the office asks you something
mail-request-asked-text =
    Hello { $name },

    to go on with { $number }, { $title }, the office asks:

    { $words }

    Answer here, without an account too:
    { $link }

    { $office }
mail-request-answered-subject = { $number }: here is the answer
mail-request-answered-text =
    Hello { $name },

    { $number }, { $title }: { $state }.

    { $words }

    { $office }

    How did it go? Tell us here, once:
    { $link }
mail-request-commented-subject = { $number }: a new comment
mail-request-commented-text =
    Hello { $name },

    there is a comment on { $number }, { $title }:

    { $words }

    { $link }
mail-request-works-subject = { $number }: is it really solved?
mail-request-works-text =
    Hello { $name },

    four weeks ago we closed { $number }, { $title }.

    Does it still work? If you say no, it opens again:
    { $link }
error-request-shared = Other people wait for this request, too: it cannot be withdrawn. You can stop its letters.
error-request-adopted = This receipt belongs to another account.
toast-request-adopted = The request is among yours now.
request-adopt = Add it to yours
request-adopt-text = You sent it without an account: you can keep it with the others.
error-request-photos-later = Too many photos in a short time from this network. Your text is safe: try again in a few minutes.
error-request-other-window = In another window you had written: “{ $text }”. Now it says what you sent from here: check it and go on.
