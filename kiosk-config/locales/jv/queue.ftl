### Nomer loket: kala dipunbagi, kantun pinten, kala dipuntimbali; alangan sistem pusat.

counter-left = Nomer dinten menika kantun { $left }.
counter-other-day = Nomer dinten menika sampun telas. Salajengipun kanggé { $date }.
counter-closed-title = Nomer dèrèng dipunbagi
counter-closed-text = Nomer loket dipunbagi wiwit { $date }, tabuh { $time }. Boten perlu antri sadèrèngipun.
counter-gone-title = Nomer sampun telas
counter-gone-text = Nomer énggal dipunbagi { $date }, tabuh { $time }. Klaim ing mesin menika saged dipunlajengaken.
counter-for-day = Nomer menika kanggé { $date }.
counter-day = Dinten
counter-turn = Kinten-kinten dipuntimbali tabuh { $time }. Ing ngajeng panjenengan: { $ahead } tiyang.
counter-back = Panjenengan kepareng nengga ing jawi. Mangga wangsul paling telat tabuh { $time }.
counter-called = Nomer panjenengan sampun dipuntimbali. Mangga dhateng loket { $counter }.
counter-missed = Nomer panjenengan wau sampun dipuntimbali. Mangga matur dhateng petugas.
banner-missed = Wawancara panjenengan dèrèng kalampahan. Mangga pilih wekdal énggal; isian lan foto taksih wetah.
outage = Sistem pusat saweg alangan. Isian lan nomer panjenengan tetep aman.
outage-until = Sistem pusat saweg alangan, kinten-kinten dumugi tabuh { $time }. Isian lan nomer panjenengan tetep aman.
problem-numbers-gone = Nomer menika nembé telas. Mangga pundhut malih.
repair-until = Data panjenengan saweg dipundandosi, rampung paling telat { $date }. Boten perlu ngisi malih.
repair-due = Dandosan data panjenengan dipunjanji rampung { $date }. Mangga nyuwun pirsa ing loket; isian taksih wetah.
