# Writing
post-new-title = Post in the square
post-new-lead = Tell, ask, suggest. Beside the button it says who will read it.
post-edit-title = Edit
post-edit-lead = The earlier words can still be read among the versions.
post-voice = Who is speaking
post-voice-help = If you speak as a page, everyone sees the page. The record keeps that it was you.
post-voice-me = me, { $name }
post-title = Title
post-title-help = Needed when you speak as a page. A few words that say what it is about.
post-text = Text
post-text-help = Keep sentences short. Leave an empty line between paragraphs. **Two asterisks** for bold, a hyphen at the start of a line for lists.
post-pictures = Pictures
post-pictures-choose = Choose pictures
post-pictures-help = Up to 6: JPG, PNG, WebP or GIF, up to 32 MB each. We remove the location and other hidden data.
post-pictures-drop = Take or choose a photo
post-pictures-upload = Add the pictures
post-pictures-full = You have added all six pictures. To change one, remove it first.
post-picture-number = Picture { $n }
post-picture-alt = Description
post-picture-alt-help = What can be seen, for those who cannot see it. One sentence is enough.
post-picture-remove = Remove
post-replies = Who can comment?
post-replies-everyone = Everyone with an account
post-replies-nobody = Nobody
post-pin = Pinned until
post-pin-help = For pages only: it stays on top until the end of that day.
post-public = Public: anyone can read it
post-public-short = Public
post-preview = Preview
post-preview-title = This is how it will look
post-preview-text = It is not published yet. You can go on writing below.
post-publish = Publish
post-save = Save the changes

# Reading
post-read = Read it all
post-untitled = Message from { $name }
post-edited = edited { $when }
post-minutes = { $n ->
    [one] one minute to read
   *[other] { $n } minutes to read
}
post-pinned = Pinned
post-comment = Comment
post-edit = Edit
post-delete = Delete
post-restore = Put it back
post-restore-help = You can put it back within seven days. After that only this note remains.
post-aside = Who is writing, and other news
post-aside-person = A person with an account in the square.
post-others = More from { $name }
post-gone-title = There was a message here
post-gone-text = { $name } deleted it.
post-gone-removed = Whoever keeps the community { $name } removed it.

# Deleting
post-delete-question = Delete this message?
post-delete-text = It disappears at once for everyone, together with its comments. You can put it back for seven days.
post-delete-send = Yes, delete it
post-delete-keep = No, keep it
post-remove-question = Remove the message by { $name }?
post-remove-text = A note stays in its place: whoever keeps the community removed it. They can put it back for seven days.
comment-delete-question = Delete this comment?
comment-delete-text = The words disappear at once for everyone. The replies stay. You can put it back for seven days.
comment-remove-question = Remove the comment by { $name }?
comment-remove-text = A note stays in its place: the page removed it. Whoever answers for the page can put it back for seven days.
comment-remove-text-community = A note stays in its place: whoever keeps the community removed it. They can put it back for seven days.
comment-remove-send = Yes, remove it

# Comments
comments-count = { $n ->
    [0] No comments
    [one] One comment
   *[other] { $n } comments
}
comments-empty = No comments yet. Be the first: a question, a tip, a thank-you.
comments-closed = Comments are off here: the author chose so.
comments-sign-in = Sign in to write a comment
comments-sign-in-free = Reading is free, always.
comments-sign-up = Sign up
comments-more = Show more comments
comments-first = Back to the first comments
comment-text = Your comment
comment-text-help = A question, a tip, a thank-you. No personal data of other people.
comment-send = Publish the comment
comment-answer = Reply
comment-answer-whom = to { $name }
comment-answer-to = Reply to { $name }
comment-answer-text = Your reply
comment-answer-send = Publish the reply
comment-by = Comment by { $name }
comment-office = the office replies
comment-remove = Remove
comment-hidden = Comment hidden by moderation.
comment-gone = Comment deleted by its author.
comment-gone-removed = Comment removed by the page.
comment-gone-removed-community = Comment removed by whoever keeps the community.
comment-gone-why = Why comments are removed
comment-edit-title = Edit the comment
comment-edit-back = The comment

# Versions
versions-title = Versions
versions-lead = What { $name } wrote, and when it was changed.
versions-now = Now, since { $from }
versions-from-until = From { $from } to { $until }
versions-none = It has never been changed.
versions-same-words = The same words: pictures, their descriptions or the recording changed.

# Lists
news-title-of = News: { $name }
news-lead = What the town hall and its offices say, newest first.
news-filter = Filter the news
news-filter-voice = Who is speaking
news-filter-all = All voices
news-filter-active = Active filters
news-filter-drop = remove the filter
news-empty = No news yet
news-empty-text = As soon as the town hall or an office writes something, you will find it here.
town-title = The whole square
town-lead = What pages and people say, the newest first.
town-whose = Who speaks
town-all = All
town-pages = Pages
town-people = People
town-empty = Silence so far
town-empty-text = As soon as a page or a person writes something, you find it here.
talk-title = Conversations
talk-lead = The latest comments from the whole square.
talk-on = on
talk-empty = Nobody has commented yet
talk-empty-text = Open a news item and have your say: that is where conversations begin.
voices-lead = Who speaks for the town hall, about what, and whether the door is open now.
voices-empty = No voices yet
voices-empty-text = The pages of the town hall and its offices appear here as soon as they open.
voice-kind = Official page
voice-write-as = Post as this page
voice-write-to = Write to the office
voice-empty = Nothing here yet
voice-empty-text = When { $name } writes something, you will find it on this page.
voice-aside = Hours, contacts and feeds
voice-practical = Practical information
voice-hours = Opening hours
voice-hours-all = All opening hours
voice-office = Office
feeds-follow = Follow without an account
feeds-follow-text = Put one of these addresses into your feed reader.
person-edit = Edit your profile
person-entries = What { $name } wrote
person-comment-on = Comment on
person-empty = Nothing to read yet
person-empty-text = { $name } has not written in the square yet.
person-empty-mine = You have not written in the square yet. Start with a hello or a question.

# What is wrong
error-post-empty = Write something: the text is empty.
error-post-long = The text is too long: { $max } characters at most.
error-post-title = Write a title: it helps people recognise the news in lists.
error-post-title-long = The title is too long: { $max } characters at most.
error-post-voice = You cannot speak with this voice. Choose another one from the list.
error-post-changed-meanwhile = Somebody changed the text in the meantime. Yours is here: check the published version, then save again.
error-pin-person = Only a page can pin a message. Choose a page, or remove the date.
error-pin-shape = Write the date as day, month and year, for example 01/03/2028.
error-pin-past = That day is over. Choose today or a day to come.
error-pin-far = One year from today at most.
error-pictures-many = { $max } pictures at most. We did not take the others.
error-picture-gone = A picture is no longer there: it had been waiting for more than two days. Add it again.
picture-too-large = Picture { $n }: the file is too large, 32 MB at most.
picture-heic = Picture { $n } is in HEIC format, which many people cannot open. Save it as JPG and try again.
picture-not-a-picture = Picture { $n } is not a JPG, PNG, WebP or GIF picture.
picture-broken = Picture { $n }: the file is damaged. Try saving it again.
picture-too-many-pixels = Picture { $n } has too many pixels. Make it smaller and try again: photos from a phone are fine as they are.
picture-unsupported = Picture { $n }: we cannot read this kind of picture. Save it as JPG or PNG and try again.
picture-avif = Picture { $n } is in AVIF format, which we cannot read. Save it as JPG and try again.
picture-svg = Picture { $n } is an SVG drawing, which can contain programs. Export it as PNG and try again.
picture-tiff = Picture { $n } is in TIFF or camera raw format. Save it as JPG and try again.
picture-bmp = Picture { $n } is in BMP format. Save it as PNG or JPG and try again.
picture-pdf = Picture { $n } is a PDF. Save its page as a JPG or PNG picture and try again.
error-alt-empty = Write what can be seen in the picture: people who cannot see it need it.
error-alt-long = The description is too long: { $max } characters at most.
error-comment-closed = Comments are closed here now: the author turned them off.
error-comment-parent = The comment you are replying to is no longer there. You can publish yours on its own.
