### Tembung ing layar kiosk. Krama ingkang cekak, alus, lan gampil; jeneng ing kertas tetep basa Indonésia.

product = Anjungan Asik
code-label = Kode nglajengaken
language-id = Bahasa Indonesia
language-jv = Basa Jawa
language-en = English

## Langkah

steps-label = Langkah klaim panjenengan
step-done = rampung
step-now = samenika
step-ahead = mangké
step-prepare = Cecawis
step-data = Data dhiri
step-documents = Dokumen
step-check = Priksa
step-schedule = Jadwal
step-ticket = Tiket

## Tombol

button-back = Wangsul
button-next = Lajeng
button-begin = Pencèt kanggé miwiti
button-resume = Lajengaken klaim kula
button-type-code = Ketik kode
button-agree = Kula setuju
button-have = Wonten
button-have-not = Mboten
button-shoot = Pendhet foto
button-bring-later = Aslinipun mangké
button-face-later = Dipunfoto petugas
button-keep = Foto menika mawon
button-keep-anyway = Menika mawon
button-retake = Foto malih
button-enlarge = Agengaken
button-close = Tutup
button-change = Gantos
button-all-right = Sedaya sampun leres
button-declare = Nggih, kula nyatakaken
button-take-ticket = Pendhet tiket
button-print-again = Cithak malih
button-print-list = Cithak dhaftar dokumen
button-done = Rampung
button-assistant = Timbali petugas
button-counter = Pendhet nomer loket
button-counter-now = Pendhet nomer loket
button-preferences = Basa & huruf
button-leave = Kèndel rumiyin
button-leave-for-now = Simpen, lajeng bénjing malih
button-go-on = Wangsul ing klaim kula
button-go-on-anyway = Lajeng samenika
button-stay = Kula taksih ing mriki
button-carry-on = Wangsul ing layar wau
button-counter-yes = Nggih, nyuwun nomer
button-leave-yes = Nggih, kèndel rumiyin
button-try-again = Cobi malih

## Papan ketik

key-erase = Busak
key-clear = Busak sedaya
key-space = Spasi

## Layar tunggu

welcome-title = Klaim JHT wonten mriki, dipuntuntun saben langkah
welcome-help = JHT menika Jaminan Hari Tua. Mboten prelu gadhah ponsel pinter. Kirang langkung 10 menit.
welcome-choose = Wangsuli pitakènan
welcome-choose-text = Satunggal pitakènan saben layar.
welcome-show = Tedahaken dokumen
welcome-show-text = Kamera ingkang motrèt.
welcome-ticket = Asta kondur tiketipun
welcome-ticket-text = Wonten jadwal wawancara panjenengan.
welcome-free = GRATIS. Ngatos-atos calo.
welcome-free-text = Ampun mbayar sinten mawon. KTP ampun dipuntitipaken.

## Basa lan huruf

preferences-title = Pilih basa lan agenging huruf
preferences-help = Saged dipungantos kapan mawon mawi tombol ing nginggil.
preferences-language = Basa
preferences-size = Agenging huruf
preferences-contrast = Warni
preferences-sample = Punapa tulisan menika gampil panjenengan waos?
size-0 = Alit
size-1 = Sedheng
size-2 = Ageng
size-3 = Paling ageng
contrast-normal = Limrah
contrast-high = Kontras inggil

## Persetujuan

consent-title = Punapa kénging kami ngangge data panjenengan?
consent-help = Mboten wonten ingkang dipunkintun sadèrèngipun panjenengan setuju ing pungkasan.
consent-what = Data punapa
consent-what-text = Asma, nomer KTP, nomer HP, rekening, foto dokumen, lan foto pasuryan panjenengan.
consent-why = Kanggé punapa
consent-why-text = Namung kanggé ngurus klaim JHT panjenengan.
consent-who = Sinten ingkang mirsani
consent-who-text = Petugas BPJS Ketenagakerjaan ingkang mriksa klaim panjenengan.
consent-long = Pinten dangunipun
consent-long-text = Foto ing mesin menika dipunbusak sasampunipun berkas dipuntampi petugas. Klaim ingkang dèrèng rampung dipunsimpen pinten-pinten dinten kerja, lajeng dipunbusak.
consent-rights = Hak panjenengan
consent-rights-text = Panjenengan kénging kèndel kapan mawon lan nyuwun data dipunbusak. Timbali petugas menawi mangu-mangu.

## Pitakènan

reason-title = Kénging punapa panjenengan klaim?
reason-help = Pencèt satunggal ingkang paling cocog.
reason-wait = Saged klaim { $months } wulan sasampunipun tanggal ing suratipun.
checklist-title = Dokumen punapa ingkang panjenengan asta?
checklist-help = Pencèt "Wonten" utawi "Mboten" kanggé saben dokumen. Ingkang asli, sanès fotokopi.
need-required = Kedah wonten
need-any-one = Salah satunggal cekap
need-above-limit = Namung menawi saldo langkung saking Rp{ $millions } yuta
need-if-available = Menawi wonten
problem-checklist = Wonten dokumen ingkang dèrèng dipunwangsuli. Pencèt "Wonten" utawi "Mboten" kanggé saben dokumen.
balance-title = Pinten kinten-kinten saldo JHT panjenengan?
balance-help = Kinten-kinten mawon sampun cekap. Menawi mboten mangertos, mboten punapa-punapa.
bank-title = Bank punapa ingkang panjenengan agem?
bank-help = Rekening kedah atas nami panjenengan piyambak lan taksih aktif.

date-day = Tanggal
date-month = Wulan
date-year = Taun

name-title = Sinten asma panjenengan?
name-help = Serat sami kaliyan ing KTP. Tanpa gelar menawi ing KTP mboten wonten.
name-label = Asma jangkep
name-example = Tuladha: SITI AMINAH
name-where = Asma wonten ing sangandhaping 16 angka
nik-title = Pinten NIK panjenengan?
nik-help = NIK menika Nomor Induk Kependudukan, 16 angka ing KTP.
nik-label = NIK
nik-example = Tuladha: 3507 0000 0000 0000
nik-where = NIK wonten ing larik paling nginggil KTP
birth-date-title = Kapan panjenengan miyos?
birth-date-help = Serat tanggal, wulan, lajeng taun.
birth-date-label = Tanggal lair
birth-date-example = Tuladha: 17 08 1970
birth-date-where = Tanggal lair wonten ing sangandhaping asma
kpj-title = Pinten nomer peserta panjenengan?
kpj-help = Nomer menika dipunwastani KPJ, 11 angka ing kartu BPJS Ketenagakerjaan.
kpj-label = Nomer peserta (KPJ)
kpj-example = Tuladha: 1900 0000 000
kpj-where = Nomer wonten ing sisih ngajeng kartu
phone-title = Pinten nomer HP panjenengan?
phone-help = Pilih nomer ingkang aktif lan samenika panjenengan asta. Petugas badhé ngubungi nomer menika.
phone-label = Nomer HP
phone-example = Tuladha: 0812 3456 7890
account-title = Pinten nomer rekening panjenengan?
account-help = Arta klaim dipunkintun dhateng rekening menika. Kedah atas nami panjenengan piyambak.
account-label = Nomer rekening
account-example = Mangga mirsani kaca sepisan buku tabungan
account-where = Nomer wonten ing kaca sepisan buku tabungan

answer-reason = Alesan
answer-balance = Kinten-kinten saldo
answer-bank = Bank

## Ingkang prelu dipunleresaken

wrong-name-empty = Ketik asma panjenengan kados ing KTP.
wrong-name-not-a-name = Asma namung isi huruf. Busak angka utawi tandha sanèsipun.
wrong-name-too-short = Asma menika nembé { $found } huruf. Ketik paling sekedhik { $wanted } huruf.
wrong-name-too-long = Asma menika kepanjangen: { $found } huruf. Paling kathah { $wanted }.
wrong-nik-empty = Ketik 16 angka NIK saking KTP panjenengan.
wrong-nik-not-digits = NIK namung isi angka. Busak huruf utawi tandha sanèsipun.
wrong-nik-too-short = Nembé { $found } angka. NIK wonten { $wanted } angka. Priksa malih ing KTP.
wrong-nik-too-long = Wonten { $found } angka. NIK namung { $wanted } angka. Busak ingkang langkung.
wrong-nik-impossible = Angka menika dèrèng cocog kanggé NIK. Tandhingaken setunggal-setunggal kaliyan KTP.
wrong-birth-date-empty = Ketik tanggal lair panjenengan.
wrong-birth-date-not-digits = Tanggal namung isi angka. Tuladha: 17 08 1970.
wrong-birth-date-too-short = Nembé { $found } angka. Kedah { $wanted }: tanggal, wulan, taun. Tuladha: 17 08 1970.
wrong-birth-date-too-long = Wonten { $found } angka. Cekap { $wanted }: tanggal, wulan, taun. Tuladha: 17 08 1970.
wrong-birth-date-no-such-day = Tanggal menika mboten wonten ing kalèndher. Priksa tanggal lan wulanipun.
wrong-birth-date-future = Tanggal menika dèrèng dumugi. Priksa taunipun.
wrong-birth-date-too-long-ago = Taun menika kedangon. Priksa taunipun.
wrong-kpj-empty = Ketik nomer peserta saking kartu panjenengan.
wrong-kpj-not-digits = Nomer peserta namung isi angka. Busak huruf utawi tandha sanèsipun.
wrong-kpj-too-short = Nembé { $found } angka. Limrahipun nomer peserta 11 angka. Ketik paling sekedhik { $wanted }.
wrong-kpj-too-long = Wonten { $found } angka. Limrahipun nomer peserta 11 angka. Paling kathah { $wanted }.
wrong-phone-empty = Ketik nomer HP panjenengan.
wrong-phone-not-digits = Nomer HP namung isi angka. Busak huruf utawi tandha sanèsipun.
wrong-phone-too-short = Nembé { $found } angka. Nomer HP paling sekedhik { $wanted } angka.
wrong-phone-too-long = Wonten { $found } angka. Nomer HP paling kathah { $wanted } angka.
wrong-phone-not-mobile = Nomer HP wiwitanipun 08. Priksa angka sepisanipun.
wrong-account-empty = Ketik nomer rekening saking buku tabungan panjenengan.
wrong-account-not-digits = Nomer rekening namung isi angka. Busak huruf utawi tandha sanèsipun.
wrong-account-too-short = Nembé { $found } angka. Nomer rekening paling sekedhik { $wanted } angka.
wrong-account-too-long = Wonten { $found } angka. Nomer rekening paling kathah { $wanted } angka.
doubt-nik-other = Tanggal lair ing NIK menika bènten kaliyan ingkang panjenengan serat. Menawi ing KTP pancèn mekaten, pencèt Lajeng sepisan malih.
doubt-birth-date-other = Tanggal menika bènten kaliyan ing NIK. Menawi ing KTP pancèn mekaten, pencèt Lajeng sepisan malih.
doubt-birth-date-young = Punapa taunipun leres? Menawi leres, pencèt Lajeng sepisan malih.
doubt-kpj-length = Limrahipun nomer peserta { $usual } angka. Menawi ing kartu pancèn mekaten, pencèt Lajeng sepisan malih.
doubt-account-length = Limrahipun rekening bank menika { $usual } angka. Menawi ing buku pancèn mekaten, pencèt Lajeng sepisan malih.

## Foto dokumen

capture-title = Sèlèhaken { $document } ing sangandhaping kamera
capture-face-title = Mirsani kamera kanggé foto pasuryan
capture-advice = Pasaken ing salebeting bingkai, lajeng pencèt "Pendhet foto".
capture-advice-face = Mirsani lurus dhateng kamera. Topi lan kacamata cemeng dipuncopot rumiyin.
capture-starting = Kamera nembé dipuncawisaken. Sekedhap nggih.
capture-missing = Kamera dèrèng siyaga. Kami tansah nyobi malih. Panjenengan saged nglajengaken, dokumen aslinipun dipunasta nalika wawancara.
problem-camera = Gambaripun dèrèng medal. Sekedhap nggih, lajeng pencèt "Pendhet foto" malih.
problem-picture = Foto dèrèng saged kasimpen. Cobi dipunfoto malih.
picture-title = Punapa fotonipun cetha?
picture-title-again = Mangga dipunfoto sepisan malih
picture-label = Foto { $document }
picture-good = Foto saged kawaos
picture-good-text = Priksa: sedaya tulisan ketingal lan mboten kepotong.
picture-blurred = Foto taksih bureng
picture-blurred-text = Sèlèhaken dokumen ing méja, ampun dipuncepeng, lajeng foto malih.
picture-too-dark = Foto kepetengen
picture-too-dark-text = Geser dokumen dhateng papan ingkang langkung padhang, lajeng foto malih.
picture-overexposed = Foto kepadhangen
picture-overexposed-text = Tebihaken saking lampu utawi dipundhoyongaken sekedhik, lajeng foto malih.
picture-flagged = Mboten punapa-punapa. Foto menika kénging dipunagem. Petugas badhé mirsani dokumen aslinipun.
page-good = Sampun dipunfoto
page-flagged = Sampun dipunfoto, petugas badhé mriksa aslinipun
page-later = Aslinipun dipunasta nalika wawancara
page-later-face = Dipunfoto petugas nalika wawancara

## Priksa, pernyataan, jadwal

answers-title = Priksa wangsulan panjenengan
answers-help = Menawi wonten ingkang lepat, pencèt "Gantos" ing sandhingipun.
answers-claim = Klaim
answers-person = Data dhiri
answers-payment = HP lan rekening
answers-documents = Dokumen
declaration-title = Pernyataan panjenengan
declaration-help = Kawaos alon-alon. Timbali petugas menawi wonten ingkang dèrèng cetha.
declaration-true = Data kula leres
declaration-true-text = Sedaya ingkang kula isi sami kaliyan dokumen asli.
declaration-own = Rekening menika gadhahan kula
declaration-own-text = Rekening menika atas nami kula piyambak.
declaration-originals = Kula bekta dokumen asli
declaration-originals-text = Kula tedahaken nalika wawancara.
declaration-send = Kintun klaim kula
declaration-send-text = Klaim menika kénging dipunaturaken dhateng petugas cabang.
day-title = Dinten punapa panjenengan saged wawancara?
day-help = Ing dinten menika petugas badhé mriksa dokumen asli panjenengan.
day-free = Taksih { $free } papan
day-full = Sampun kebak
day-none = Sedaya jadwal pinten-pinten dinten malih sampun kebak. Mangga mendhet nomer loket; wangsulan panjenengan kasimpen.
slot-title = Jam pinten panjenengan saged rawuh?
slot-help = Pilih satunggal jam, lajeng pencèt "Pendhet tiket".
slot-full = Kebak
problem-slot-taken = Jam menika nembé kémawon dipunpendhet tiyang sanès. Mangga pilih jam sanèsipun.

## Tiket

ticket-title = Klaim panjenengan sampun jangkep
ticket-help = Tiket menika dipunsimpen nggih. Rawuh manut jadwal kanthi ngasta dokumen asli.
ticket-number = Nomer panjenengan
ticket-day = Dinten wawancara
ticket-time = Jam
ticket-place = Papan
ticket-bring = Asta ingkang asli
paper-printing = Tiket nembé dipuncithak…
paper-printed = Mangga tiketipun dipunpendhet ing ngandhap.
paper-failed = Kertas dèrèng medal. Nomer panjenengan tetep sah: catet nomeripun, utawi pencèt "Cithak malih".
counter-title = Nomer loket panjenengan
counter-help = Tengga ngantos nomer menika dipuntimbali.
counter-text = Tedahaken nomer menika dhateng petugas loket. Dokumen asli dipunasta nggih.
counter-only-title = Klaim menika dipunurus ing loket
counter-only-help = Petugas badhé mbiyantu panjenengan piyambak.
counter-only-bring = Cawisaken dokumen menika:
jmo-title = Saldo menika saged cair lumantar JMO
jmo-help = JMO menika aplikasi Jamsostek Mobile ing ponsel.
jmo-phone = Kagungan ponsel pinter? Bukak aplikasi JMO, pilih Klaim JHT. Limrahipun langkung rikat.
jmo-no-phone = Mboten kagungan? Pendhet nomer loket. Petugas badhé mbiyantu panjenengan.
missing-title = Wonten dokumen ingkang dèrèng jangkep
missing-help = Mboten punapa-punapa, panjenengan tetep saged nglajengaken.
missing-ways = Lajeng samenika lan dipunasta nalika wawancara. Utawi cithak dhaftaripun lan rawuh malih bénjing; wangsulan panjenengan kasimpen.

## Nglajengaken

resume-scan-title = Tedahaken kode ing kertas panjenengan
resume-scan-help = Kothak cemeng-pethak ing tiket utawi kertas panjenengan dipunadhepaken dhateng kamera.
resume-scan-advice = Cepeng kertasipun kirang langkung sakilan saking kamera.
resume-no-camera = Kamera dèrèng siyaga. Mangga ketik kodenipun.
resume-code-title = Ketik kode ing kertas panjenengan
resume-code-help = Kode wonten 8 huruf lan angka.
resume-code-label = Kode nglajengaken
resume-birth-date-title = Kapan panjenengan miyos?
resume-birth-date-help = Supados namung panjenengan ingkang saged mbukak klaim menika.
resume-birth-date-label = Tanggal lair
problem-code-unknown = Kode menika dèrèng kami panggihaken. Priksa malih setunggal-setunggal, utawi pendhet nomer loket.
problem-birth-date-other = Tanggal menika dèrèng cocog kaliyan klaim wau. Mangga dipunpriksa malih.
banner-resume-slip = Kertas kanthi kode { $code } nembé dipuncithak. Simpen nggih: kanthi kode menika panjenengan saged nglajengaken bénjing malih.
banner-resume-code = Catet kode menika: { $code }. Kanthi kode menika panjenengan saged nglajengaken bénjing malih.
banner-list-printed = Dhaftaripun sampun dipuncithak. Pendhet kertasipun ing ngandhap.
banner-list-failed = Kertas dèrèng medal. Timbali petugas, utawi catet dhaftar menika.

## Ing nginggil layar

idle-title = Panjenengan taksih ing mriki?
idle-text = Menawi mboten dipunpencèt, layar badhé dipuntutup. Wangsulan panjenengan tetep kasimpen.
assistant-title = Mangga nyuwun biyantu petugas
assistant-text = Awé-awé, utawi timbali petugas ingkang celak. Layar menika tetep kabukak lan mboten wonten ingkang ical. Nomer KTP ampun dipunsebataken sora-sora.
counter-ask-title = Kersa mendhet nomer loket?
counter-ask-text = Petugas loket badhé mbiyantu panjenengan. Wangsulan ngantos samenika kasimpen.
leave-title = Kèndel rumiyin?
leave-text = Sedaya wangsulan kasimpen. Mangga ngagem kode menika kanggé nglajengaken.
trouble-title = Mesin menika dèrèng saged nyimpen
trouble-text = Wangsulan panjenengan sadèrèngipun aman. Pencèt "Cobi malih". Menawi taksih mekaten, nyuwun biyantu petugas ingkang celak.

## Ing kertas

slip-resume-title = Kertas nglajengaken
slip-resume-text = Kanthi kertas menika panjenengan saged nglajengaken klaim ing mesin menika pinten-pinten dinten kerja malih.
slip-scan = Tedahaken dhateng kamera mesin menika
slip-bring-title = Dokumen kanggé klaim JHT
slip-ticket-title = Tiket wawancara JHT
slip-counter-title = Nomer loket
slip-taken = Dipunpendhet { $date }
slip-free = GRATIS. Ngatos-atos calo.
slip-free-text = Ampun mbayar sinten mawon.
packet-title = Berkas klaim JHT
packet-yes = Jangkep
packet-flagged = Prelu dipunpirsani aslinipun
packet-later = Aslinipun dipunasta nalika wawancara
packet-complete = Jangkepipun
packet-rules = Aturan
packet-agreed = Persetujuan lan pernyataan
packet-given = Kaparingaken
packet-interview = Wawancara

## Dinten lan wulan

weekday-1 = Senèn
weekday-2 = Selasa
weekday-3 = Rebo
weekday-4 = Kemis
weekday-5 = Jemuwah
weekday-6 = Setu
weekday-7 = Minggu
month-1 = Januari
month-2 = Fèbruari
month-3 = Maret
month-4 = April
month-5 = Mei
month-6 = Juni
month-7 = Juli
month-8 = Agustus
month-9 = Sèptèmber
month-10 = Oktober
month-11 = Novèmber
month-12 = Dhésèmber
