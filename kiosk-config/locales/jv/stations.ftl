### Layar lokèt, papan timbalan ing papan nengga, lan dokumen ingkang dipunsuwun malih.

## Dokumen ingkang dipunsuwun malih (layar kiosk)

again-please = Petugas nyuwun foto malih. { $why }
again-unreadable = Seratanipun dèrèng cetha.
again-cut-off = Sapérangan dokumen kepotong.
again-other-document = Ingkang wonten samenika dokumen sanès.
again-not-the-same = Isinipun dèrèng sami kaliyan data panjenengan.
again-not-there = Dokumen menika dèrèng wonten.
packet-earlier = Wonten ing berkas sadèrèngipun
banner-page-received = Matur nuwun. Foto énggal sampun kami tampi.
button-asked = Foto malih: { $document }
check-first = Priksa sepisan
check-second = Priksa kaping kalih
check-done = Sampun rampung
check-ahead = Ngrantos petugas
check-asked = Sasampunipun foto malih

## Lokèt: mlebet

desk-counter = Lokèt { $counter }
desk-sign-in-title = Sinten ingkang tugas?
desk-sign-in-help = Pencèt angka ing ngajeng asma panjenengan, lajeng ketik PIN.
desk-no-officers = Dèrèng wonten asma petugas. Tambahaken ing berkas cabang.toml, pérangan officers.
desk-pin = PIN kanggé { $name }
desk-pin-wrong = PIN dèrèng cocog. Mangga dipuncobi malih.
desk-pin-wait = Sampun kaping pinten-pinten dèrèng cocog. Mangga dipuncobi malih semenit malih.
desk-duty-first = Priksa sepisan
desk-duty-second = Priksa kaping kalih

## Lokèt: timbalan

desk-free = Lokèt kothong
desk-free-text = Nomer sasampunipun: { $number }
desk-nobody = Mboten wonten ingkang ngrantos
desk-nobody-text = Layar menika éwah piyambak menawi wonten nomer énggal.
desk-called = Dipuntimbali
desk-serving = Saweg dipunladosi
desk-checking = Saweg dipunpriksa
desk-minutes = { $minutes } menit
desk-times = Kaping { $times } dipuntimbali
desk-waited = Ngrantos { $minutes } menit
desk-priority = Dipundhisikaken
desk-waiting = Ngrantos
desk-next = Sasampunipun
desk-held = Dipuntundha
desk-missed = Mboten rawuh
desk-second = Ngrantos priksa kaping kalih
button-call-next = Timbali candhakipun
button-recall = Timbali malih
button-arrived = Sampun rawuh
button-served = Rampung
button-hold = Tundha
button-skip-number = Langkungi
button-no-show = Mboten rawuh
button-transfer = Pindhah
button-outage = Sistem alangan
button-outage-over = Sistem pulih
button-sign-out = Medal
button-put-away = Tutup berkas
button-cancel = Wurung

## Lokèt: berkas

desk-packet = Berkas klaim
desk-packet-none = Nomer menika dèrèng gadhah berkas ing kiosk. Ladosi kados biasanipun.
desk-packet-erased = Berkas menika sampun dipunbusak miturut aturan. Ladosi kados biasanipun.
desk-complete = Jangkep
desk-incomplete = { $missing } prelu dipuntingali
desk-document-there = Wonten
desk-document-flagged = Tingali aslinipun
desk-document-later = Aslinipun dipunasta
desk-document-missing = Dèrèng wonten
desk-documents = Dokumen
desk-answers = Data
desk-warnings = Prelu dipuncocogaken
desk-verified = { $name }
desk-verify-ahead = Dèrèng
button-verify-first = Priksa sepisan cocog
button-verify-second = Priksa kaping kalih cocog
desk-not-you = Priksa kaping kalih déning tiyang sanès
desk-after-first = Sasampunipun priksa sepisan
desk-after-again = Sasampunipun foto malih
button-repair = Ndandosi data
button-repair-done = Data sampun dipundandosi
button-ask-again = Suwun foto malih
button-page-on = Kaca candhakipun
desk-outage-title = Kinten-kinten pulih kapan?
desk-outage-help = Kiosk lan papan paring pirsa dhateng sedaya ingkang ngrantos.
desk-outage-30 = 30 menit malih
desk-outage-60 = 1 jam malih
desk-outage-120 = 2 jam malih
desk-outage-0 = Dèrèng mangertos
desk-repair-due = Paling telat { $date }
desk-which = Dokumen ingkang pundi?
desk-why = Punapa alesanipun?
desk-why-help = Peserta maos ukara menika ing kiosk.
desk-where = Dipunpindhah dhateng pundi?
desk-series = Antréan { $series }
desk-page = { $document }, kaca { $page } saking { $pages }
desk-page-gone = Foto menika sampun dipunbusak miturut aturan. Tingali berkas ingkang sampun dipunkintun.

## Lokèt: pawartos

desk-said-asked = Kacathet. Peserta namung mindhéi tikétipun ing kiosk.
desk-said-noted = Kacathet.
desk-refused = Sampun éwah ing lokèt sanès. Layar menika sampun énggal malih.
desk-store = Dèrèng kasimpen. Mangga dipuncobi malih.

## Tombol cekak lokèt

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

## Papan timbalan

board-now = Mangga dhateng lokèt
board-before = Timbalan sadèrèngipun
board-counter = Lokèt
board-none = Dèrèng wonten timbalan
board-help = Mangga mirengaken lan mirsani nomer panjenengan ing layar menika.
board-call = Nomer antréan { $series }, { $digits }, mangga dhateng lokèt { $counter }.
board-digit-0 = nol
board-digit-1 = satunggal
board-digit-2 = kalih
board-digit-3 = tiga
board-digit-4 = sekawan
board-digit-5 = gangsal
board-digit-6 = enem
board-digit-7 = pitu
board-digit-8 = wolu
board-digit-9 = sanga
