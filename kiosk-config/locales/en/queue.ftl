### Numbers for the counter: when they are given, how many are left, when they are called; outages.

counter-left = Numbers left today: { $left }.
counter-other-day = Today's numbers are all taken. The next ones are for { $date }.
counter-closed-title = No numbers yet
counter-closed-text = Counter numbers are given from { $date }, { $time }. No need to queue before that.
counter-gone-title = All numbers are taken
counter-gone-text = New numbers are given on { $date }, { $time }. You can still make your claim on this machine.
counter-for-day = This number is for { $date }.
counter-day = Day
counter-turn = Called at about { $time }. People before you: { $ahead }.
counter-back = You may wait outside. Please be back by { $time }.
counter-called = Your number has been called. Please go to counter { $counter }.
counter-missed = Your number was called earlier. Please tell the staff.
banner-missed = Your interview has not taken place. Choose a new time; your answers and pictures are all kept.
outage = The central system is not working at the moment. Your answers and your number are safe.
outage-until = The central system is not working, probably until { $time }. Your answers and your number are safe.
problem-numbers-gone = That number was just taken. Please try once more.
repair-until = Your data are being corrected, by { $date } at the latest. Nothing has to be typed again.
repair-due = The correction of your data was promised for { $date }. Please ask at the counter; all your answers are kept.
