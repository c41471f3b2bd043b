# Bookings and the calendar.

# Holidays
holiday-new-year = New Year’s Day
holiday-epiphany = Epiphany
holiday-joseph = Saint Joseph’s Day
holiday-easter = Easter Sunday
holiday-easter-monday = Easter Monday
holiday-ascension = Ascension Day
holiday-corpus-domini = Corpus Christi
holiday-liberation = Liberation Day
holiday-labour = Labour Day
holiday-republic = Republic Day
holiday-peter-paul = Saints Peter and Paul
holiday-assumption = Assumption Day
holiday-francis = Saint Francis of Assisi
holiday-all-saints = All Saints’ Day
holiday-unity = National Unity Day
holiday-immaculate = Immaculate Conception
holiday-christmas = Christmas Day
holiday-stephen = Saint Stephen’s Day
calendar-closed = office closed
calendar-patron = patron saint’s day
calendar-patron-name = patron saint’s day, { $name }
calendar-due = { $n ->
    [one] 1 day
   *[other] { $n } days
}
calendar-due-moved = { $n ->
    [one] 1 day
   *[other] { $n } days
}, moved from { $day }
calendar-due-moved-why = { $n ->
    [one] 1 day
   *[other] { $n } days
}, moved from { $day } ({ $why })
door-shut-today = closed today: { $why }

# The calendar in administration
admin-calendar = Calendar
calendar-lead = The days on which the municipality does not work. Deadlines, appointments and the signs on the doors follow from them.
calendar-sundays = Sundays and other days of rest are not listed.
calendar-days = Non-working days of the year
calendar-day = Day
calendar-why = Why
calendar-year-nav = Years
calendar-export = Download for your calendar (.ics)
calendar-file = Calendar { $year }, { $town }
calendar-closures = Closures
calendar-closures-none = No closures in this year.
calendar-when = When
calendar-who = Who closes
calendar-whole-town = The whole municipality
calendar-span = { $first } to { $last }
calendar-remove = Remove
calendar-restore = Put it back
calendar-close = Add a closure
calendar-first = First day
calendar-last = Last day
calendar-last-help = Leave empty for a single day.
calendar-words = Reason
calendar-words-help = People read it at the door, for example: “counters are moving”.
calendar-close-send = Add the closure
calendar-rules = Patron saint and days of rest
calendar-rules-none = No rule yet: Sundays and national holidays are free.
calendar-rule = Rule
calendar-holds = When it holds
calendar-rests = rest: { $day }
calendar-years = { $first } to { $last }
calendar-from-year = from { $first }
calendar-rule-end = End it
calendar-patron-new = The patron saint’s day
calendar-month-day = Day and month
calendar-month-day-help = For example 19/5.
calendar-patron-called = Name of the patron saint
calendar-patron-help = For example “blessed Agostino Novello”.
calendar-year = From the year
calendar-patron-send = Save the day
calendar-rest-new = Another day of rest
calendar-rest-day = Day of the week
calendar-rest-send = Save the rest
toast-closure-added = Closure added.
toast-closure-removed = Closure removed.
toast-closure-restored = Closure put back.
toast-rule-added = Rule saved.
toast-rule-ended = The rule ends. Days that are over stay as they were.
toast-rule-restored = The rule holds again.
error-day = Choose a day.
error-day-over = Choose a day from today on: days that are over do not change.
error-day-order = The last day is before the first.
error-day-long = A closure lasts a year at the most.
error-closure-words = Write the reason: people read it when they find the door closed.
error-closure-over = This closure is over and stays as it is.
error-office-unknown = Choose an office from the list.
error-year = Write a year, from this one on.
error-year-over = In that year the day is over. Write the next year.
error-month-day = Write day and month, for example 19/5.

# Booking
booking-title = Book an appointment
booking-step-place = Place
booking-step-time = Date and time
booking-step-details = Details
booking-step-applicant = Applicant
booking-step-summary = Summary
booking-step-here = Step { $number } of 5: { $words }
booking-step-of = step { $number } of 5
booking-step-done = (done)
booking-place-lead = Choose what you need, and where.
booking-none = Nothing to book yet
booking-none-text = The offices have not opened online bookings yet. Call or come during opening hours.
booking-minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}
booking-times = { $n ->
    [one] 1 time
   *[other] { $n } times
}
booking-to-time = Choose date and time
booking-to-details = Go to the details
booking-to-applicant = Go to the applicant
booking-to-summary = Go to the summary
booking-back = Back
booking-send = Book
booking-aside = Your booking
booking-draft = Your draft
booking-draft-kept = Saved at { $time }. You find it at this address until { $until }.
booking-you-book = You are booking
booking-choose-day = Choose the day
booking-days = Days
booking-days-later = Later days
booking-another-day = Another day
booking-show-day = Show
booking-hours-of = Free times, { $day }
booking-day-full = No time is free on this day. Choose another one.
booking-day-shut = The counter is closed on this day: { $why }.
booking-full = Everything is taken for now. Try again tomorrow: cancellations free a place.
booking-day-time = { $day }, { $time }
booking-motive = Reason
booking-motive-help = In a few words.
booking-details = Details
booking-details-help = What should the office know? Please do not write about your health.
booking-applicant-help = You need no account. Only the office reads your name.
booking-first = First name
booking-last = Last name
booking-email-help = The confirmation and the reminder of the day before go there.
booking-taken-title = This time is no longer free
booking-taken-text = Somebody was faster to book { $when }. What you typed is still here: choose another time.
booking-next-times = The next free times
booking-other-times = See all times
booking-look-again = Check and book
booking-bring = What to bring
booking-privacy = We use these data for the appointment only. Ninety days later we remove name and contacts.
booking-confirmed-title = Appointment confirmed
booking-cancelled-title = Appointment cancelled
booking-over-title = Your appointment
booking-number = Number
booking-state = Where it stands
booking-state-booked = booked
booking-state-arrived = waiting
booking-state-called = called
booking-state-served = served
booking-state-absent = did not come
booking-state-cancelled = cancelled
booking-todo = What you can do
booking-call-title = In the waiting room we call
booking-room-link = See who is called now
booking-ics = Add to your calendar
booking-ics-remove = Remove from your calendar
booking-ics-text = Number { $number }. Bring: { $bring }. To move or cancel: { $link }
booking-move = Move
booking-move-title = Move the appointment
booking-move-now = Now it is { $when }.
booking-move-send = Move it here
booking-cancel = Cancel the appointment
booking-cancel-short = Cancel
booking-cancel-title = Cancel the appointment?
booking-cancel-text = The place goes to somebody else. You can book again whenever you like.
booking-cancel-send = Yes, cancel it
booking-keep = No, keep it as it is
booking-again = Book again
booking-link-help = Whoever has this address sees and changes the appointment: keep it to yourself.
booking-shut = The counter is closed on that day: { $why }. Please move the appointment to another day.
toast-booked = Appointment booked.
toast-booking-moved = Appointment moved.
toast-booking-cancelled = Appointment cancelled.
toast-booking-called = Number called.
toast-booking-nobody = Nobody is waiting.
error-booking-thing = Choose what you need.
error-booking-time = Choose a time.
error-booking-taken = This time is no longer free. Choose another one.
error-booking-motive = Write the reason in a few words.
error-booking-details = Write some details: they help whoever receives you.
error-booking-first = Write the first name.
error-booking-last = Write the last name.
error-booking-many = This address has many appointments already. Cancel one, or call the office.
error-booking-over = This appointment can no longer be changed.
error-booking-state = Somebody has noted something else meanwhile. Reload the page.
error-booking-name = Write a name.
error-booking-address = Write the address.
error-booking-title = Write what can be booked.
error-booking-hours = Write the hours of at least one day.
error-between = Write a number from { $least } to { $most }.
error-place-taken = There is a place with this name already.
error-thing-taken = There is an entry with this name already.

# The waiting room
room-now = Now serving
room-counter = counter { $counter }
room-at = called at { $time }
room-nobody = We begin in a moment
room-before = Called before
room-help = The numbers are those of the confirmation. The page updates itself; without script, reload it.

# The office
office-bookings = Appointments
booking-enter = New appointment
booking-enter-lead = For somebody at the counter or on the telephone.
booking-channel = How it comes in
booking-counter-email-help = Without an e-mail there is no confirmation and no reminder.
booking-day-filter = Choose the day
booking-place = Place
booking-any-place = All places
booking-my-counter = My counter
booking-day-before = Day before
booking-day-after = Day after
booking-day-shut-at = { $place } is closed: { $why }. Whoever is booked has been told.
booking-call-next = Call the next
booking-waiting = { $n ->
    [0] nobody waits
    [one] one person waits
   *[other] { $n } people wait
}
booking-room-open = Open the waiting room
booking-day-empty = No appointments
booking-day-empty-text = Nobody is booked on this day.
booking-hour = Time
booking-who = Who
booking-thing = What
booking-mark-arrived = Is here
booking-mark-call = Call
booking-mark-served = Served
booking-mark-absent = Did not come
booking-mark-undo = Back to booked
booking-print = Print the day

# Administration
admin-bookings = Bookings
admin-bookings-lead = Where one books, what, for how long and in which hours. Holidays and closures come from the calendar.
admin-bookings-empty = No place yet
admin-bookings-empty-text = Add the first place, then what one can do there.
booking-place-new = New place
booking-thing-new = New entry to book
booking-office = Office
booking-place-name-help = For example “Registry counter”.
booking-directions = How to get in
booking-directions-help = Floor, entrance, ramp: for example “ground floor, step-free entrance”.
booking-bring-help = It stands in the confirmation and in the reminder.
booking-thing-title = What is booked
booking-thing-minutes = Minutes a person
booking-thing-capacity = People at the same time
booking-thing-capacity-help = How many counters work side by side.
booking-thing-lead = Hours in advance
booking-thing-furthest = Days ahead
booking-thing-week = Hours that can be booked
booking-thing-link = Link for the card of the service:
booking-close = Close new bookings
booking-close-text = Whoever is booked stays booked. It can be opened again at any time.
booking-is-closed = Bookings are closed
booking-reopen = Open bookings again

# Mails
mail-booked-subject = Appointment confirmed: { $when }
mail-booked-text =
    Hello { $name },

    your appointment is confirmed.

    What: { $thing }
    When: { $when }
    Where: { $place }
    What to bring: { $bring }
    Number: { $number }. In the waiting room we call { $call }.

    To see, move or cancel it open this address:
    { $link }

    Municipality of { $town }
mail-booking-moved-subject = Appointment moved: { $when }
mail-booking-moved-text =
    Hello { $name },

    your appointment { $number } has a new time.

    What: { $thing }
    When: { $when }
    Where: { $place }
    What to bring: { $bring }
    In the waiting room we call { $call }.

    To see, move or cancel it open this address:
    { $link }

    Municipality of { $town }
mail-booking-cancelled-subject = Appointment cancelled: { $when }
mail-booking-cancelled-text =
    Hello { $name },

    your appointment { $number } is cancelled: { $thing }, { $when }, { $place }.

    To book again:
    { $link }

    Municipality of { $town }
mail-booking-tomorrow-subject = Tomorrow: { $thing }
mail-booking-tomorrow-text =
    Hello { $name },

    a reminder of your appointment tomorrow.

    What: { $thing }
    When: { $when }
    Where: { $place }
    What to bring: { $bring }
    Number: { $number }. In the waiting room we call { $call }.

    Cannot come? Move or cancel it here, so that somebody else gets the place:
    { $link }

    Municipality of { $town }
mail-booking-shut-subject = Please move: appointment of { $when }
mail-booking-shut-text =
    Hello { $name },

    the counter is closed on the day of your appointment. We are sorry.

    What: { $thing }
    When: { $when }
    Where: { $place }
    Number: { $number } ({ $call })

    Choose another day here. Everything else stays as it is:
    { $link }

    Municipality of { $town }

# The register of processing
processing-bookings-title = Appointments
processing-bookings-purpose = Receiving people at the counters at the time they booked.
processing-bookings-basis = GDPR art. 6(1)(e) (task in the public interest).
processing-bookings-data = Name, e-mail, telephone given at the counter, reason, details, time, how it went. Drafts are sealed.
processing-bookings-people = Whoever books, with or without an account.
processing-bookings-kept = Name, contacts and texts: ninety days after the appointment. Drafts: seven days. Number, time and outcome stay, without a name.
