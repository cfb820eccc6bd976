### The counter, the board of the hall, and documents that are wanted again.

## Documents that are wanted again (kiosk)

again-please = The officer needs a new picture. { $why }
again-unreadable = The writing could not be read yet.
again-cut-off = A part of the document is cut off.
again-other-document = It is another document so far.
again-not-the-same = It does not yet match your data.
again-not-there = This document is not there yet.
packet-earlier = In the earlier packet
banner-page-received = Thank you. We have your new picture.
button-asked = New picture: { $document }
check-first = First check
check-second = Second check
check-done = Done
check-ahead = Waiting for an officer
check-asked = After the new picture

## Counter: signing in

desk-counter = Counter { $counter }
desk-sign-in-title = Who is on duty?
desk-sign-in-help = Press the digit beside your name, then type your PIN.
desk-no-officers = There are no officers yet. Add them to the file cabang.toml, section officers.
desk-pin = PIN of { $name }
desk-pin-wrong = The PIN does not match yet. Please try again.
desk-pin-wait = It did not match several times. Please try again in a minute.
desk-duty-first = First check
desk-duty-second = Second check

## Counter: calling

desk-free = Counter is free
desk-free-text = Next number: { $number }
desk-nobody = Nobody is waiting
desk-nobody-text = This screen changes by itself when there is a new number.
desk-called = Called
desk-serving = At the counter
desk-checking = Being checked
desk-minutes = { $minutes } min
desk-times = Called { $times } times
desk-waited = Waited { $minutes } min
desk-priority = Goes first
desk-waiting = Waiting
desk-next = Next
desk-held = On hold
desk-missed = Did not come
desk-second = Waiting for the second check
button-call-next = Call next
button-recall = Call again
button-arrived = Has come
button-served = Done
button-hold = Put on hold
button-skip-number = Skip for now
button-no-show = Did not come
button-transfer = Transfer
button-outage = Systems down
button-outage-over = Systems are back
button-sign-out = Sign out
button-put-away = Close packet
button-cancel = Cancel

## Counter: packet

desk-packet = Claim packet
desk-packet-none = This number has no packet at the kiosk yet. Help as usual.
desk-packet-erased = This packet was erased as the rules say. Help as usual.
desk-complete = Complete
desk-incomplete = { $missing } to look at
desk-document-there = There
desk-document-flagged = Look at the original
desk-document-later = Original comes along
desk-document-missing = Not there yet
desk-documents = Documents
desk-answers = Data
desk-warnings = To compare
desk-verified = { $name }
desk-verify-ahead = Not yet
button-verify-first = First check is right
button-verify-second = Second check is right
desk-not-you = The second check is another person's
desk-after-first = After the first check
desk-after-again = After the new picture
button-repair = Repair data
button-repair-done = Data are repaired
button-ask-again = Ask for a new picture
button-page-on = Next page
desk-outage-title = When should they be back?
desk-outage-help = Kiosk and board tell everybody who is waiting.
desk-outage-30 = In 30 minutes
desk-outage-60 = In 1 hour
desk-outage-120 = In 2 hours
desk-outage-0 = Not known yet
desk-repair-due = By { $date }
desk-which = Which document?
desk-why = What is the reason?
desk-why-help = The participant reads this sentence at the kiosk.
desk-where = Transfer to where?
desk-series = Queue { $series }
desk-page = { $document }, page { $page } of { $pages }
desk-page-gone = This picture was erased as the rules say. Look into the packet that was delivered.

## Counter: messages

desk-said-asked = Noted. The participant scans the ticket at the kiosk.
desk-said-noted = Noted.
desk-refused = It has changed at another counter. This screen is up to date again.
desk-store = Not saved yet. Please try again.

## Keys of the counter

key-call-next = P
key-recall = U
key-arrived = D
key-served = S
key-hold = T
key-skip-number = L
key-no-show = X
key-transfer = A
key-outage = G
key-outage-over = G
key-repair = R
key-repair-done = R
key-sign-out = Q
key-put-away = W
key-verify-first = C
key-verify-second = M
key-ask-again = F
key-page-on = N
key-cancel = Esc

## The board

board-now = Please go to
board-before = Called before
board-counter = Counter
board-none = No calls yet
board-help = Listen and look for your number on this screen.
board-call = Number { $series }, { $digits }, please go to counter { $counter }.
board-digit-0 = zero
board-digit-1 = one
board-digit-2 = two
board-digit-3 = three
board-digit-4 = four
board-digit-5 = five
board-digit-6 = six
board-digit-7 = seven
board-digit-8 = eight
board-digit-9 = nine
