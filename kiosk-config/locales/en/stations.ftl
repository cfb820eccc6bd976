### The counter, the board of the hall, and documents that are wanted again.

## Documents that are wanted again (kiosk)

again-please = The officer needs a new picture. { $why }
again-unreadable = The writing could not be read yet.
again-cut-off = A part of the document is cut off.
again-other-document = It is another document so far.
again-not-the-same = It does not yet match your data.
again-not-there = This document is not there yet.
banner-page-received = Thank you. We have your new picture.
button-asked = New picture: { $document }
check-first = First check
check-second = Second check
check-done = Done
check-ahead = Waiting for an officer
check-asked = After the new picture
