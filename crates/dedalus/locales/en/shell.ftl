# The frame of every page
site-description = The civic network of { $town }: what the town hall says, what people in town are saying, which offices are open.
site-motto = The square and the town hall offices, online
skip-content = Skip to the content
skip-footer = Skip to the footer
nav-square = The square
nav-offices = Town hall
nav-news = News
nav-voices = Voices
nav-sections = Sections
nav-menu = Menu
nav-search = Search
nav-search-site = Search the site
nav-sign-in = Sign in
nav-sign-out = Sign out
nav-account = My account
nav-my-menu = : my menu
nav-new-post = Post in the square
nav-administration = System administration
nav-breadcrumb = Breadcrumb
footer-contacts = Contact
footer-faq = Read the FAQs
footer-booking = Book an appointment
footer-report = Report a problem
footer-offices = Offices and opening hours
footer-rules = Rules
footer-privacy = Privacy notice
footer-accessibility = Accessibility statement
footer-legal = Legal notes
footer-house-rules = Rules of the square
footer-follow = Follow us where you like
footer-news = All news
footer-voices = The voices of the town hall
footer-program = The software
footer-program-text = This square runs on Dedalus, which is free software.
footer-program-link = What that means

# Forms
form-faults = { $n ->
    [one] There is one thing to put right
   *[other] There are { $n } things to put right
}
form-required = (required)
form-optional = (optional)
form-count = Characters left: %n
form-show = Show
form-hide = Hide
form-save = Save
form-filter = Filter
form-cancel = Cancel
pages-nav = Pages of the list
pages-older = Older
pages-newer = Back to the start
error-form-large = The form has too many fields. Reload the page and try again.
error-form-broken = The text reached us damaged, so we did not save it. Go back and try again.

# How clear the page is
clarity-region = Your opinion of this page
clarity-question = How clear is the information on this page?
clarity-star-1 = 1 star out of 5
clarity-star-2 = 2 stars out of 5
clarity-star-3 = 3 stars out of 5
clarity-star-4 = 4 stars out of 5
clarity-star-5 = 5 stars out of 5
clarity-positive = Which aspects did you like best?
clarity-pos-1 = The instructions were clear
clarity-pos-2 = The instructions were complete
clarity-pos-3 = I could always tell that I was on the right track
clarity-pos-4 = I had no technical problems
clarity-pos-5 = Something else
clarity-negative = Where did you have the most difficulty?
clarity-neg-1 = Sometimes the instructions were not clear
clarity-neg-2 = Sometimes the instructions were not complete
clarity-neg-3 = Sometimes I could not tell whether I was on the right track
clarity-neg-4 = I had technical problems
clarity-neg-5 = Something else
clarity-more = Would you like to add any details?
clarity-help = Up to 200 characters. Please do not include personal data.
clarity-send = Send
error-clarity = Choose from one to five stars.

# Error pages
failure-401 = Please sign in first
failure-401-advice = This page is for people with an account. Sign in and we will bring you back here.
resume-title = Sign in first
resume-text = What you wrote is not lost: sign in in the other window, then come back here and send it.
resume-sign-in = Sign in in another window
resume-send = I have signed in: send
failure-403 = You cannot go in here
failure-403-advice = This page or action is not open to your account. If you think this is a mistake, write to the public relations office (URP).
failure-404 = This page is not here
failure-404-advice = It may have moved, or the address may have a letter too many.
failure-409 = Someone got there first
failure-409-advice = Things have changed in the meantime. Go back, reload the page and try again.
failure-413 = The file is too large
failure-413-advice = Try a smaller file: an ordinary photo from a phone is fine.
failure-422 = Not quite right yet
failure-422-advice = Go back: what you wrote is still there.
failure-429 = One moment, too many requests
failure-429-seconds = { $n ->
    [one] Try again in one second.
   *[other] Try again in { $n } seconds.
}
failure-429-minutes = { $n ->
    [one] Try again in one minute.
   *[other] Try again in { $n } minutes.
}
failure-500 = Something has broken on our side
failure-500-advice = It is not your fault. We have made a note of it and will look into it: try again in a few minutes.
failure-503 = We are very busy right now
failure-503-advice = Nothing was lost and nothing was saved. Try again in a moment.
failure-home = Back to the square
failure-code = Error

# Messages after an action
toast-welcome = Welcome to the square! Your account is ready.
toast-signed-in = You are signed in.
toast-signed-out = You are signed out. See you soon!
toast-sign-in-first = Please sign in first. Then we will take you where you wanted to go.
toast-password-changed = Your password has been changed. Your other devices need to sign in again.
toast-profile-saved = Your profile has been saved.
toast-session-closed = The device has been signed out.
toast-sessions-closed = Your other devices have been signed out.
toast-post-published = Published. Anyone can read it.
toast-post-already = It was already published: you sent it twice, we count it once.
toast-post-changed = Your change has been published.
toast-post-deleted = Deleted. You have seven days to change your mind.
toast-post-restored = It is back in its place.
toast-comment-published = Comment published. Anyone can read it.
toast-comment-deleted = Comment deleted. You have seven days to change your mind.
toast-comment-restored = The comment is back in its place.
toast-clarity = Thank you, your opinion helps us to write better.
toast-saved = Saved.
toast-added = Added.
toast-removed = Removed.
toast-job-retried = The job is starting again now.
toast-mail-sent = We have written to you: check your email.
toast-email-changed = The address has been changed.
footer-town = Municipality of { $town }
