### Words on the screen of the kiosk. Short sentences, no abbreviation before it is explained.

product = Anjungan Asik
code-label = Your return code
language-id = Bahasa Indonesia
language-jv = Basa Jawa
language-en = English

## Steps

steps-label = Steps of your claim
step-done = done
step-now = now
step-ahead = later
step-prepare = Get ready
step-data = Your details
step-documents = Documents
step-check = Check
step-schedule = Interview
step-ticket = Ticket

## Buttons

button-back = Back
button-next = Next
button-begin = Touch to begin
button-resume = Continue my claim
button-type-code = Type the code
button-agree = I agree
button-have = I have it
button-have-not = I don't
button-shoot = Take the picture
button-bring-later = Bring the original later
button-face-later = Let staff take it
button-keep = Use this picture
button-keep-anyway = Use it anyway
button-retake = Take another
button-another-page = Take another page
button-pages-done = That is all
button-enlarge = Enlarge
button-close = Close
button-change = Change
button-all-right = Everything is right
button-declare = Yes, I declare this
button-take-ticket = Get my ticket
button-print-again = Print again
button-print-list = Print the list
button-done = Finish
button-assistant = Call an assistant
button-counter = Take a counter ticket
button-counter-now = Take a counter ticket
button-preferences = Language & text
button-leave = Stop for now
button-leave-for-now = Save and come back later
button-go-on = Back to my claim
button-go-on-anyway = Go on now
button-stay = I am still here
button-carry-on = Back to the screen
button-counter-yes = Yes, take a ticket
button-leave-yes = Yes, stop for now
button-leave-paper = Yes, print my next steps
button-try-again = Try again

## Keyboard

key-erase = Delete
key-clear = Delete all
key-space = Space

## Waiting screen

welcome-title = Make your JHT claim here, one step at a time
welcome-help = JHT is your old-age benefit. You need no smartphone. About 10 minutes.
welcome-choose = Answer questions
welcome-choose-text = One question on each screen.
welcome-show = Show your documents
welcome-show-text = The camera takes the pictures.
welcome-ticket = Take your ticket home
welcome-ticket-text = With the time of your interview.
welcome-free = FREE OF CHARGE. Beware of brokers.
welcome-free-text = Pay nobody. Give your identity card to nobody.

## Language and text

preferences-title = Choose your language and text size
preferences-help = You can change it at any time with the button above.
preferences-language = Language
preferences-size = Text size
preferences-contrast = Colours
preferences-sample = Is this sentence easy for you to read?
size-0 = Small
size-1 = Medium
size-2 = Large
size-3 = Largest
contrast-normal = Normal
contrast-high = High contrast

## Consent

consent-title = May we use your data?
consent-help = Nothing is sent before you agree at the end.
consent-what = Which data
consent-what-text = Your name, identity number, phone number, bank account, pictures of your documents and of your face.
consent-why = What for
consent-why-text = Only to handle your JHT claim.
consent-who = Who sees them
consent-who-text = Staff of BPJS Ketenagakerjaan who check your claim.
consent-long = How long
consent-long-text = Pictures on this machine are deleted once your file was handed to staff. An unfinished claim is kept for a few working days, then deleted.
consent-rights = Your rights
consent-rights-text = You may stop at any time and have your data deleted. Call an assistant when in doubt.

## Questions

reason-title = Why do you claim?
reason-help = Touch the one that fits best.
reason-wait = You can claim { $months } month after the date of the letter.
checklist-title = Which documents do you have with you?
checklist-help = Touch "I have it" or "I don't" for each document. Originals, no photocopies.
need-required = Required
need-any-one = Any one is enough
need-above-limit = Only for a balance above Rp { $millions } million, or if you took a part before
need-if-available = If you have it
problem-checklist = Some documents have no answer yet. Touch "I have it" or "I don't" for each document.
balance-title = About how much is your JHT balance?
balance-help = A rough figure is enough. If you do not know, that is fine.
bank-title = Which bank do you use?
bank-help = The account must be in your own name and in use.

date-day = Day
date-month = Month
date-year = Year

name-title = What is your name?
name-help = Write it as on your KTP (identity card); titles only if they stand there.
name-label = Full name
name-example = Example: SITI AMINAH
name-where = The name is below the 16 digits
nik-title = What is your NIK?
nik-help = The NIK is your identity number: 16 digits on your KTP.
nik-label = NIK
nik-example = Example: 3507 0000 0000 0000
nik-where = The NIK is in the top line of the KTP
birth-date-title = When were you born?
birth-date-help = Write the day, the month, then the year.
birth-date-label = Date of birth
birth-date-example = Example: 17 08 1970
birth-date-where = The date of birth is below the name
kpj-title = What is your participant number?
kpj-help = It is called KPJ: 11 digits on your BPJS Ketenagakerjaan card.
kpj-label = Participant number (KPJ)
kpj-example = Example: 1900 0000 000
kpj-where = The number is on the front of the card
phone-title = What is your mobile number?
phone-help = Choose a number that works and that you carry with you. Staff will call it.
phone-label = Mobile number
phone-example = Example: 0812 3456 7890
account-title = What is your account number?
account-help = The money is sent to this account. It must be in your own name.
account-label = Account number
account-example = See the first page of your bank book
account-where = The number is on the first page of the bank book

answer-reason = Reason
answer-balance = Estimated balance
answer-bank = Bank

## What to mend

wrong-name-empty = Type your name as on your KTP.
wrong-name-not-a-name = A name has letters only. Remove digits and other signs.
wrong-name-too-short = This name has { $found } letter so far. Type at least { $wanted }.
wrong-name-too-long = This name is too long: { $found } letters. At most { $wanted }.
wrong-nik-empty = Type the 16 digits of the NIK on your KTP.
wrong-nik-not-digits = A NIK has digits only. Remove letters and other signs.
wrong-nik-too-short = { $found } digits so far. A NIK has { $wanted }. Look at your KTP again.
wrong-nik-too-long = There are { $found } digits. A NIK has only { $wanted }. Remove some.
wrong-nik-impossible = These digits do not make a NIK yet. Compare them one by one with your KTP.
wrong-birth-date-empty = Type your date of birth.
wrong-birth-date-not-digits = A date has digits only. Example: 17 08 1970.
wrong-birth-date-too-short = { $found } digits so far. It takes { $wanted }: day, month, year. Example: 17 08 1970.
wrong-birth-date-too-long = There are { $found } digits. { $wanted } are enough: day, month, year. Example: 17 08 1970.
wrong-birth-date-no-such-day = This day is not in the calendar. Check the day and the month.
wrong-birth-date-future = This day is still to come. Check the year.
wrong-birth-date-too-long-ago = This year is too long ago. Check the year.
wrong-kpj-empty = Type the participant number on your card.
wrong-kpj-not-digits = A participant number has digits only. Remove letters and other signs.
wrong-kpj-too-short = { $found } digits so far. It usually has 11. Type at least { $wanted }.
wrong-kpj-too-long = There are { $found } digits. It usually has 11. At most { $wanted }.
wrong-phone-empty = Type your mobile number.
wrong-phone-not-digits = A mobile number has digits only. Remove letters and other signs.
wrong-phone-too-short = { $found } digits so far. A mobile number has at least { $wanted }.
wrong-phone-too-long = There are { $found } digits. A mobile number has at most { $wanted }.
wrong-phone-not-mobile = Mobile numbers begin with 08. Check the first digits.
wrong-account-empty = Type the account number in your bank book.
wrong-account-not-digits = An account number has digits only. Remove letters and other signs.
wrong-account-too-short = { $found } digits so far. An account number has at least { $wanted }.
wrong-account-too-long = There are { $found } digits. An account number has at most { $wanted }.
doubt-nik-other = The date of birth in this NIK is another than the one you wrote. If your KTP says so, touch Next once more.
doubt-birth-date-other = This date is another than the one in your NIK. If your KTP says so, touch Next once more.
doubt-birth-date-young = Is the year right? If it is, touch Next once more.
doubt-kpj-length = A participant number usually has { $usual } digits. If your card says so, touch Next once more.
doubt-account-length = Accounts of this bank usually have { $usual } digits. If your book says so, touch Next once more.

## Pictures of documents

capture-title = Put your { $document } under the camera
capture-title-page = Put page { $page } under the camera
capture-face-title = Look at the camera for a picture of your face
capture-advice = Fit it into the frame, then touch "Take the picture".
capture-advice-face = Look straight at the camera. Take off hat and sunglasses.
capture-advice-automatic = Lay it inside the frame. The picture is taken by itself.
capture-show = Put the document in the middle, under the camera.
capture-inside = Move it a little. All corners have to be seen.
capture-closer = Bring it a little closer to the camera.
capture-uncover = Take your fingers off the document.
capture-flatten = Lay it flat under the camera.
capture-lighter = Move it to a brighter place.
capture-darker = Too bright. Move it away from the lamp.
capture-glare = A lamp is reflected. Move it or tilt it a little.
capture-focus = Still blurred. A little further away, then hold still.
capture-still = Hold still for a moment.
capture-good = That is right. Taking the picture.
capture-good-shoot = That is right. Touch "Take the picture".
capture-taking = The picture is taken. One moment.
capture-starting = The camera is getting ready. One moment.
capture-missing = The camera does not work, we keep trying. Bring the original to the interview, or call staff.
capture-missing-face = The camera does not work, we keep trying. Your picture can be taken at the interview, or call staff.
problem-camera = The camera gives no picture yet. Wait a moment, then touch "Take the picture" again.
problem-picture = The picture could not be stored. Please take it again.
picture-title = Is the picture clear?
picture-title-again = Let us take it once more
picture-label = Picture of your { $document }
picture-good = It can be read
picture-good-text = Check: all words are there, nothing is cut off.
picture-blurred = The picture is blurred
picture-blurred-text = Put the document on the table, take your hands off, then take another.
picture-too-dark = The picture is too dark
picture-too-dark-text = Move the document to a brighter place, then take another.
picture-overexposed = The picture is too bright
picture-overexposed-text = Move it away from direct light or tilt it a little, then take another.
picture-moved = The document moved
picture-moved-text = Put it on the table, take your hands off, then take another.
picture-glare = A lamp is reflected
picture-glare-text = Move it or tilt it a little, then take another.
picture-not-found = The document is not seen yet
picture-not-found-text = Put it in the middle, under the camera, then take another.
picture-too-far = It is still too far away
picture-too-far-text = Bring it closer to the camera, then take another.
picture-cut-off = A part is cut off
picture-cut-off-text = Move it until all corners are seen, then take another.
picture-covered = Something covers it
picture-covered-text = Take your fingers off the document, then take another.
picture-tilted = It does not lie flat
picture-tilted-text = Lay it flat under the camera, then take another.
picture-other = This looks like: { $other }
picture-other-text = What is needed: { $document }. Change the document and take another picture.
picture-flagged = That is fine. You may use this picture. Staff will look at the original.
pages-title = Is there another page?
pages-title-all = All pages are taken
pages-help = These are the pages of your { $document } so far.
pages-label = Page { $page }
page-good = Picture taken
page-good-several = { $pages } pages taken
page-flagged = Picture taken, staff will look at the original
page-later = Bring the original to the interview
page-later-face = Staff take it at the interview

## Check, declaration, interview

answers-title = Check your answers
answers-help = If something is wrong, touch "Change" beside it.
answers-claim = Claim
answers-person = Your details
answers-payment = Phone and account
answers-documents = Documents
declaration-title = Your declaration
declaration-help = Read it slowly. Call an assistant if something is not clear.
declaration-true = My details are true
declaration-true-text = All that I filled in agrees with the original documents.
declaration-own = The account is mine
declaration-own-text = The account is in my own name.
declaration-originals = I will bring the originals
declaration-originals-text = I will show them at the interview.
declaration-send = Send my claim
declaration-send-text = This claim may be handed to the staff of the branch.
day-title = On which day can you come?
day-help = Staff will check your original documents on that day.
day-free = { $free } places left
day-full = Full
day-none = All times of the next days are taken. Take a counter ticket; your answers are kept.
slot-title = At what time can you come?
slot-help = Choose one time, then touch "Get my ticket".
slot-full = Full
problem-slot-taken = Somebody else has just taken that time. Please choose another.

## Ticket

ticket-title = Your claim is complete
ticket-help = Keep this ticket. Come at this time with your original documents.
ticket-number = Your number
ticket-day = Day of the interview
ticket-time = Time
ticket-place = Place
ticket-bring = Bring the originals
paper-printing = Your ticket is being printed…
paper-printed = Please take your ticket below.
paper-failed = The paper did not come out. Your number counts all the same: write it down, or touch "Print again".
counter-title = Your counter number
counter-help = Wait until this number is called.
counter-text = Show this number to the staff at the counter. Bring your original documents.
counter-only-title = This claim is made at the counter
counter-only-help = Staff will help you in person.
counter-only-bring = Have these documents ready:
jmo-title = JMO can pay out this balance
jmo-help = JMO is the app Jamsostek Mobile for smartphones.
jmo-phone = Do you have a smartphone? Open the JMO app and choose Klaim JHT. It is usually faster.
jmo-no-phone = You have none? Take a counter ticket. Staff will help you.
missing-title = Some documents are not here yet
missing-help = That is fine. You can still go on.
missing-ways = Go on now and bring them to the interview. Or print the list and come back later; your answers are kept.

## Continue

resume-scan-title = Show the code on your paper
resume-scan-help = Hold the black and white square of your ticket or slip up to the camera.
resume-scan-advice = Hold the paper about 20 centimetres from the camera.
resume-no-camera = The camera is not ready. Please type the code.
resume-code-title = Type the code on your paper
resume-code-help = The code has 8 letters and digits.
resume-code-label = Return code
resume-birth-date-title = When were you born?
resume-birth-date-help = So that nobody but you can open this claim.
resume-birth-date-label = Date of birth
problem-code-unknown = We have not found this code yet. Please check it letter by letter, or take a counter ticket.
problem-birth-date-other = This date does not fit that claim. Please check it again.
banner-resume-slip = A slip with the code { $code } is being printed. Keep it: with this code you can go on another time.
banner-resume-code = Write this code down: { $code }. With this code you can go on another time.
banner-list-printed = The list is printed. Take the paper below.
banner-list-failed = The paper did not come out. Call an assistant, or write the list down.

## Over the screen

idle-title = Are you still here?
idle-text = Without a touch the screen will close. Your answers are kept.
assistant-title = Let us ask an assistant
assistant-text = Wave, or call the nearest member of staff. This screen stays open and nothing is lost. Do not say your identity number aloud.
counter-ask-title = Take a counter ticket?
counter-ask-text = Staff at the counter will help you. Your answers so far are kept.
leave-title = Stop for now?
leave-text = All answers are kept. Use this code to go on.
trouble-title = This machine cannot save right now
trouble-text = Your earlier answers are safe. Touch "Try again". If it stays like this, ask the nearest member of staff.
trouble-picture = You can also go on without this picture.

## Days and months

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## How it goes, in pictures

button-guide = How does it work?
button-documents = Which documents?
button-practice = Try it out first
button-print-guide = Print this explanation
overview-title = This is how it goes
overview-help = Nothing is sent until you agree at the end. Help is always at the bottom of the screen.
guide-title = How to claim JHT
guide-help = JHT is the old-age benefit. Every step here is free.
story-choose = Choose a reason
story-choose-text = You say why you claim.
story-documents = Get your documents
story-documents-text = The screen shows which ones. What is missing can come later.
story-data = Fill in your data
story-data-text = One question a screen. Pictures show where it is on the card.
story-camera = Photograph documents
story-camera-text = Put them under the camera. You can try again.
story-schedule = Choose a time
story-schedule-text = You pick the day and hour of the interview.
story-ticket = Take your ticket
story-ticket-text = Come at that time with the originals.
guide-reasons-title = Which documents do I need?
guide-reasons-help = Touch your reason to see the list.
guide-documents-help = Bring the originals, not copies.
banner-printing = The paper is being printed. Take it below.

## Practice

practice-mark = PRACTICE. Nothing is kept or sent.
practice-example = To practise, type: { $example }
banner-practice = While practising, this paper is not printed.
leave-practice-text = The practice stops here. Nothing is kept.

## Served first

preferences-priority = Queue
priority-no = Normal
priority-yes = Served first
priority-yes-note = Elderly, pregnant, with a baby, or with a disability. No proof needed.
button-counter-first = Yes, I need to be served first
ticket-priority = SERVED FIRST

## Can it be claimed today?

answer-unknown = I don't know
programme-title = Which programme do you come for?
programme-help = This machine is for JHT only. The counter looks after the others.
other-programme-title = The counter looks after this programme
other-programme-help = An officer will help you directly.
other-programme-text = Take a counter number. You need not fill in anything here.
age-title = Are you { $age } years old already?
age-help = Look at the birth date on your identity card (KTP).
age-yes = Yes
age-yes-note = Born on { $date } or before.
age-no = Not yet
age-no-note = Born after { $date }.
ended-title = What is the date on the letter that ended your work?
ended-help = Look at the date on the resignation or lay-off letter of the company.
ended-yes = { $date } or before
ended-no = After { $date }
reported-title = Has the company reported that you left?
reported-help = The company has to deactivate you at BPJS Ketenagakerjaan. Ask its personnel office.
reported-yes = Yes
reported-no = Not yet
years-title = Have you been a member for { $years } years?
years-help = Counted from the first contribution, at several companies if need be.
years-yes = Yes
years-no = Not yet
partial-title = Did you take a part of JHT before?
partial-help = Such as 10 % or 30 % while you were working.
partial-yes = Yes
partial-no = Never
ended-on-title = Which date exactly?
ended-on-help = Type the date on the letter: day, month, then year.
ended-on-label = Date on the letter
ended-on-example = Example: 01 10 2026
ended-on-where = The date is at the top or the bottom of the letter
not-yet-age = You can claim from { $date }
not-yet-age-text = On that day you are old enough. You lose nothing by waiting.
not-yet-wait = You can claim from { $date }
not-yet-wait-text = The rule: { $months } month after the date on the letter. Come back from that day on. Your answers are kept for a few working days.
not-yet-active = The company has to report first
not-yet-active-text = As long as the company has not reported that you left, the claim cannot be paid. Print this paper and give it to the personnel office of your company.
not-yet-years = Not { $years } years a member yet
not-yet-years-text = A part can be taken after { $years } years. If you stopped working, choose another reason.
not-yet-once = A part can be taken only once
not-yet-once-text = The rest can be taken when you stop working or retire.
not-yet-other = The counter looks after this claim
not-yet-other-text = An officer will help you directly.
not-yet-ways = Not sure? Take a counter number. An officer can look it up for you.
button-print-next = Print the date and the list
button-print-employer = Print it for the company
button-change-date = Change the date
ready-title = You can claim today
ready-help = This is what happens next.
ready-time = About 10 more minutes
ready-time-text = Photograph documents, fill in data, choose a time.
ready-documents = Your documents are complete
ready-documents-text = You have everything that is required.
ready-missing = Bring to the interview
ready-missing-text = { $documents }
ready-unsure = Something is not certain
ready-unsure-text = An officer will look up whether the conditions are met.
ready-paid = The money goes to your account
ready-paid-text = At the latest 5 working days after the file is complete and correct.
ready-tax = Estimated tax
ready-tax-text = No tax up to Rp { $free } million, { $percent } % above. Example: balance Rp { $example } million, tax Rp { $taken } million. Two payments within 2 years count as one. From the third year the rate rises. ({ $source })

## Cards, NPWP, account

cards-title = How many member cards (KPJ) do you have?
cards-help = Each company may give a new card. KPJ is the number on it.
cards-1 = One
cards-1-note = Choose this too if you don't know.
cards-2 = Two
cards-3 = Three or more
cards-3-note = Enter three here. Show the others at the interview.
kpj-2-title = What is the number on the second card?
kpj-3-title = What is the number on the third card?
npwp-title = What is your NPWP?
npwp-help = NPWP is the taxpayer number, 15 or 16 digits on its card.
npwp-label = NPWP
npwp-example = Example: 0000 0000 0000 0000
npwp-where = The number is on the front of the card
sex-female = female
sex-male = male
last-use-title = When was that account used last?
last-use-help = Paying in, taking out, or checking the balance. Banks may freeze accounts that sleep.
last-use-active = Within the last { $months } months
last-use-inactive = More than { $months } months ago
last-use-dormant = More than { $asleep } years ago
dormant-title = Make sure your account is active
dormant-help = The money comes back if the account is not active. Better to know today.
dormant-check = Check the balance today at a cash machine or the bank. That counts as using it. If the card or book is refused, take this paper to the bank.
dormant-change = Do you have another account in your own name that you use? You may change it.
button-go-on-account = Go on with this account
button-print-bank = Print a paper for the bank
button-other-account = Change the account
button-by-passport = I am a foreigner with a passport
button-by-ktp = I have a KTP

wrong-ended-on-empty = Type the date on your letter.
wrong-ended-on-not-digits = A date has digits only. Example: 01 10 2026.
wrong-ended-on-too-short = Only { $found } digits. It needs { $wanted }: day, month, year. Example: 01 10 2026.
wrong-ended-on-too-long = There are { $found } digits. { $wanted } are enough: day, month, year. Example: 01 10 2026.
wrong-ended-on-no-such-day = This day is not in the calendar. Check day and month.
wrong-ended-on-future = This day is still to come. Type the date on the letter; if it is still to come, come back after that day.
wrong-ended-on-too-long-ago = This year is too long ago. Check the year.
wrong-npwp-empty = Type the NPWP from your card.
wrong-npwp-not-digits = An NPWP has digits only. Remove letters and other signs.
wrong-npwp-too-short = Only { $found } digits. An NPWP has { $wanted } or 16.
wrong-npwp-too-long = There are { $found } digits. An NPWP has { $wanted } at most.
doubt-npwp-number = An NPWP of 16 digits is usually the NIK, or begins with 0. If your card says so, touch Next once more.
doubt-nik-region = We do not know the first digits of this NIK. Compare them with the KTP. If they are so, touch Next once more.
look-birth-date-young = Is the year of birth right? Compare it with the KTP.
look-kpj-length = A participant number usually has { $usual } digits. Compare it with the card.
look-npwp-number = An NPWP of 16 digits is usually the NIK, or begins with 0. Compare it with the card.
look-nik-region = We do not know the first digits of this NIK. Compare them with the KTP.

## Satisfaction

rating-title = How was the service?
rating-help = Just one touch. No name.
rating-1 = Bad
rating-2 = Not so good
rating-3 = Good
rating-4 = Very good
survey-help = Question { $now } of { $of }. You may skip it.
survey-requirements = Were the requirements easy to meet?
survey-procedure = Were the steps easy to follow?
survey-time = Was it quick?
survey-cost = Is the cost fair? (This service is free.)
survey-product = Is the result what was promised?
survey-competence = Do the officers know their work?
survey-conduct = Were the officers polite and kind?
survey-complaints = Were your complaints handled well?
survey-facilities = Are machine and room good?
thanks-title = Thank you
thanks-help = Your answer helps us to get better.
thanks-text = Do not forget your ticket and your documents.
button-skip = Skip
button-skip-one = Skip
button-finish = Finish
button-say-more = Answer 9 short questions
## Voice

button-listen = Listen
button-quiet = Stop
voice-stop = Touch the screen to stop the voice. Touch "Listen" to hear it again.
voice-button = Button { $label }
voice-chosen = { $label }, chosen
voice-answer = Your answer: { $label }
voice-outcome = What follows from your answers is on the screen.
voice-empty = Not filled in yet.
voice-filled = Filled in: { $text }
voice-filled-number = { $count ->
    [one] { $count } digit is filled in.
   *[other] { $count } digits are filled in.
}
voice-filled-aloud = Filled in. It is not read out here, so that nobody else hears it.
voice-number-end = The last four digits: { $digits }
voice-code-shown = shown on the screen
voice-seconds = { $seconds } seconds left.
voice-headphones = What is personal is read into the headphones.
voice-no-headphones = Your personal data are not read out here, so that nobody else hears them.
voice-digits = zero one two three four five six seven eight nine

## Report on satisfaction

skm-element = Element
skm-answers = Answers
skm-value = Value
skm-grade = Grade
skm-unit = Value of the service

## What changed, for staff

news-title = For staff: the rules of this machine
news-text = Read it, then touch "I have read it".
button-news-read = I have read it
news-bad = New rules are not used, as their files are not right yet. The machine keeps the old ones. Call the regional office.
change-line = { $what }: { $after } (was { $before })
change-nothing = (nothing)
change-more = and { $more } more changes.
change-days = { $count } days
change-working-days = { $count } working days
change-months = { $count } months
change-years = { $count } years
change-yes = yes
change-no = no
change-version = Edition of the rules
change-effective-from = In force from
change-source = Source
change-limit-upload = Largest file
change-limit-jmo = Balance limit of JMO
change-limit-npwp = Balance limit for the NPWP
change-limit-draft = How long a claim is kept
change-limit-youngest = Youngest age
change-limit-inactive = Account counts as inactive
change-limit-dormant = Account counts as dormant
change-tax-free = Free of tax up to
change-tax-percent = Tax
change-programme = Other programme
change-reason = Reason
change-reason-age = Lowest age
change-reason-work-ended = End of work must be reported
change-reason-membership = Years of membership
change-reason-partial = A part, once only
change-reason-online = Possible at this machine
change-reason-wait = Waiting time
change-reason-documents = Required documents
change-reason-any-of = Any one of these documents
change-reason-optional = Documents where they exist
change-reason-without = Without documents
change-document = Document
change-document-when = When a document is asked for
change-balance = Balance range
change-bank = Bank
change-opens = Opening time
change-closes = Closing time
change-holidays = Holidays

## Read from documents

read-title = Is this right?
read-help = This was read from your document: { $document }. Compare it with the original.
field-read = Read from your document: { $document }. Please check.
field-reading = Your document is being read: { $document }. Wait a moment, or fill this in yourself.
button-right = Yes, that is right
differs-birth-date = Birth date and NIK look different. Compare both with the KTP. If they are so, just go on.
differs-sex = The NIK and what the KTP says about male or female look different. Compare the NIK with the KTP. If it is so, just go on.
differs-holder = The name in the bank book looks different from your KTP. The account must be in your own name. If it is not, use your own account.
differs-account = An account of this bank usually has { $usual } digits. Compare it with the bank book. If it is so, just go on.
differs-document = The picture for { $document } looks like another document: { $other }. If it is, take it again.
