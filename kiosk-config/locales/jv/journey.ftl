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
button-another-page = Foto kaca sanès
button-pages-done = Sampun sedaya
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
button-leave-paper = Nggih, cithak langkah kula
button-try-again = Cobi malih
button-guide = Kados pundi caranipun?
button-documents = Dokumen punapa mawon?
button-practice = Latihan rumiyin
button-print-guide = Cithak katrangan menika
button-counter-first = Nggih, kula prelu rumiyin
button-print-next = Cithak tanggal lan dhaftaripun
button-print-employer = Cithak kanggé perusahaan
button-change-date = Gantos tanggalipun
button-go-on-account = Lajeng mawi rekening menika
button-print-bank = Cithak kertas kanggé bank
button-other-account = Gantos rekening
button-by-passport = Kula warga manca mawi paspor
button-by-ktp = Kula gadhah KTP
button-skip = Lèwati
button-skip-one = Lèwati
button-finish = Rampung
button-say-more = Wangsuli 9 pitakènan cekak
button-listen = Mirengaken
button-quiet = Kèndel

## Papan ketik

key-erase = Busak
key-clear = Busak sedaya
key-space = Spasi

## Layar tunggu

welcome-title = Klaim JHT wonten mriki, dipuntuntun saben langkah
welcome-help = JHT menika Jaminan Hari Tua. Mboten prelu kagungan HP pinter. Kirang langkung 10 menit.
welcome-choose = Wangsuli pitakènan
welcome-choose-text = Saben layar namung setunggal.
welcome-show = Tedahaken dokumen
welcome-show-text = Kamera ingkang motrèt.
welcome-ticket = Asta kondur tiketipun
welcome-ticket-text = Wonten jadwal wawancara panjenengan.
welcome-free = GRATIS. Ngatos-atos calo.
welcome-free-text = Ampun mbayar dhateng sinten mawon. KTP ampun dipuntitipaken.

## Kados pundi caranipun

overview-title = Mekaten caranipun
overview-help = Mboten wonten ingkang dipunkintun sadèrèngipun panjenengan setuju. Petugas saged dipuntimbali mawi tombol ing ngandhap.
guide-title = Mekaten caranipun klaim JHT
guide-help = JHT menika Jaminan Hari Tua. Sedaya langkah ing mriki gratis.
story-choose = Pilih alesan
story-choose-text = Panjenengan milih punapa alesanipun klaim.
story-documents = Cawisaken dokumen
story-documents-text = Layar nedahaken dokumen ingkang prelu. Ingkang dèrèng wonten kénging nusul.
story-data = Isi data
story-data-text = Saben layar setunggal pitakènan. Gambaripun nedahaken papanipun ing kartu.
story-camera = Foto dokumen
story-camera-text = Sèlèhaken ing sangandhaping kamera. Foto saged dipunbaleni.
story-schedule = Pilih jadwal
story-schedule-text = Panjenengan milih dinten lan jam wawancara.
story-ticket = Pendhet tiket
story-ticket-text = Rawuh manut jadwal kanthi ngasta dokumen asli.
guide-reasons-title = Dokumen punapa ingkang dipunasta?
guide-reasons-help = Mangga pencèt alesan panjenengan, dhaftaripun badhé ketingal.
guide-documents-help = Asta ingkang asli, sanès fotokopi.
banner-printing = Kertas nembé dipuncithak. Mangga dipunpundhut ing ngandhap.
practice-mark = LATIHAN. Mboten wonten ingkang dipunsimpen utawi dipunkintun.
practice-example = Kanggé latihan, ketik: { $example }
banner-practice = Ing gladhèn, kertas punika mboten dipuncithak.
leave-practice-text = Gladhèn mandheg ing ngriki. Mboten wonten ingkang dipunsimpen.

## Basa lan huruf

preferences-title = Pilih basa lan agenging huruf
preferences-help = Saged dipungantos kapan mawon mawi tombol ing ngandhap.
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
preferences-priority = Antrean
priority-no = Limrah
priority-yes = Dipunrumiyinaken
priority-yes-note = Sepuh, ngandhut, ngasta bayi, utawi disabilitas. Tanpa bukti.

## Persetujuan

consent-title = Punapa kénging kami ngangge data panjenengan?
consent-help = Mboten wonten ingkang dipunkintun sadèrèngipun panjenengan setuju.
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

reason-title = Punapa alesan panjenengan klaim?
reason-help = Mangga pencèt setunggal ingkang paling cocog.
reason-wait = Saged klaim { $months } wulan saking tanggal ing suratipun.
checklist-title = Dokumen punapa ingkang panjenengan asta?
checklist-help = Pencèt "Wonten" utawi "Mboten" kanggé saben dokumen. Ingkang asli, sanès fotokopi.
need-required = Kedah wonten
need-any-one = Salah setunggal cekap
need-above-limit = Namung menawi saldo langkung saking Rp { $millions } yuta, utawi naté mendhet sapérangan
need-if-available = Menawi wonten
problem-checklist = Wonten dokumen ingkang dèrèng dipunwangsuli. Pencèt "Wonten" utawi "Mboten" kanggé saben dokumen.
balance-title = Pinten kinten-kinten saldo JHT panjenengan?
balance-help = Kinten-kinten mawon sampun cekap. Menawi mboten mangertos, mboten punapa-punapa.
bank-title = Bank punapa ingkang panjenengan agem?
bank-help = Rekening kedah atas nami panjenengan piyambak lan taksih aktif.

programme-title = Kanggé program punapa panjenengan rawuh?
programme-help = Mesin menika namung kanggé JHT. Program sanèsipun dipunurus ing loket.
other-programme-title = Program menika dipunurus ing loket
other-programme-help = Petugas badhé mbiyantu panjenengan langsung.
other-programme-text = Mangga mundhut nomer loket. Ing mriki mboten prelu ngisi punapa-punapa.

## Punapa sampun saged klaim

age-title = Punapa panjenengan sampun yuswa { $age } taun?
age-help = Mangga mirsani tanggal lair ing KTP panjenengan.
age-yes = Sampun
age-yes-note = Lair { $date } utawi sadèrèngipun.
age-no = Dèrèng
age-no-note = Lair sasampunipun { $date }.
ended-title = Tanggal pinten ing surat kèndelipun panjenengan?
ended-help = Mangga mirsani tanggal ing surat pengunduran diri utawi surat PHK saking perusahaan.
ended-yes = { $date } utawi sadèrèngipun
ended-no = Sasampunipun { $date }
reported-title = Punapa perusahaan sampun lapor bilih panjenengan kèndel?
reported-help = Perusahaan kedah lapor dhateng BPJS Ketenagakerjaan. Mangga nyuwun pirsa dhateng bagian personalia.
reported-yes = Sampun
reported-no = Dèrèng
years-title = Sampun { $years } taun dados peserta?
years-help = Dipunétang saking iuran sepisanan, kénging saking pinten-pinten perusahaan.
years-yes = Sampun
years-no = Dèrèng
partial-title = Naté mendhet JHT sapérangan?
partial-help = Kados ta 10 % utawi 30 % nalika taksih nyambut damel.
partial-yes = Naté
partial-no = Dèrèng naté
ended-on-title = Tanggal pinten persisipun?
ended-on-help = Mangga dipunserat tanggal ing surat: tanggal, wulan, lajeng taun.
ended-on-label = Tanggal ing surat
ended-on-example = Tuladha: 01 10 2026
ended-on-where = Tanggal wonten ing pérangan nginggil utawi ngandhap surat
not-yet-age = Saged klaim wiwit { $date }
not-yet-age-text = Ing dinten menika yuswa panjenengan cekap. Hak panjenengan mboten suda amargi ngrantos.
not-yet-wait = Saged klaim wiwit { $date }
not-yet-wait-text = Aturanipun: { $months } wulan sasampunipun tanggal ing surat. Mangga rawuh malih wiwit dinten menika. Wangsulan panjenengan kasimpen pinten-pinten dinten kerja.
not-yet-active = Perusahaan prelu lapor rumiyin
not-yet-active-text = Menawi perusahaan dèrèng lapor bilih panjenengan kèndel, klaim dèrèng saged dipunbayar. Cithak kertas menika lan aturaken dhateng bagian personalia perusahaan panjenengan.
not-yet-years = Dèrèng { $years } taun dados peserta
not-yet-years-text = Mendhet sapérangan saged sasampunipun { $years } taun. Menawi panjenengan sampun kèndel nyambut damel, pilih alesan sanèsipun.
not-yet-once = Mendhet sapérangan namung saged sepisan
not-yet-once-text = Sisanipun saged dipunpendhet nalika panjenengan kèndel nyambut damel utawi pènsiun.
not-yet-other = Klaim menika dipunurus ing loket
not-yet-other-text = Petugas badhé mbiyantu panjenengan langsung.
not-yet-ways = Mangu-mangu? Mangga mundhut nomer loket. Petugas saged mriksa kanggé panjenengan.
ready-title = Panjenengan saged klaim dinten menika
ready-help = Sasampunipun menika mekaten.
ready-time = Kirang langkung 10 menit malih
ready-time-text = Foto dokumen, isi data, pilih jadwal wawancara.
ready-documents = Dokumen panjenengan jangkep
ready-documents-text = Sedaya ingkang kedah wonten sampun panjenengan asta.
ready-missing = Dipunasta nalika wawancara
ready-missing-text = { $documents }
ready-unsure = Wonten ingkang dèrèng mesthi
ready-unsure-text = Petugas badhé mriksa punapa syaratipun sampun jangkep.
ready-paid = Arta mlebet rekening panjenengan
ready-paid-text = Paling dangu 5 dinten kerja sasampunipun berkas dipuntampi jangkep lan leres.
ready-tax = Kinten-kinten pajak
ready-tax-text = Ngantos Rp { $free } yuta tanpa pajak, langkungipun { $percent } %. Tuladha: saldo Rp { $example } yuta, pajak Rp { $taken } yuta. Kalih pambayaran ing 2 taun dipunétang satunggal. Wiwit taun kaping tiga tarifipun mindhak. ({ $source })
cards-title = Pinten kartu peserta (KPJ) panjenengan?
cards-help = Saben perusahaan saged maringi kartu énggal. KPJ menika nomer ing kartu wau.
cards-1 = Setunggal
cards-1-note = Pilih menika ugi menawi mboten mangertos.
cards-2 = Kalih
cards-3 = Tiga utawi langkung
cards-3-note = Ing mriki ngisi tiga rumiyin. Sanèsipun dipuntedahaken nalika wawancara.
kpj-2-title = Pinten nomer ing kartu kaping kalih?
kpj-3-title = Pinten nomer ing kartu kaping tiga?
npwp-title = Pinten nomer NPWP panjenengan?
npwp-help = NPWP menika Nomor Pokok Wajib Pajak, 15 utawi 16 angka ing kartunipun.
npwp-label = NPWP
npwp-example = Tuladha: 0000 0000 0000 0000
npwp-where = Nomer wonten ing sisih ngajeng kartu
sex-female = èstri
sex-male = jaler
last-use-title = Kapan rekening menika pungkasan dipunagem?
last-use-help = Nabung, mendhet arta, utawi mirsani saldo. Rekening ingkang dangu mboten dipunagem saged dipunbekukan bank.
last-use-active = Ing { $months } wulan pungkasan
last-use-inactive = Langkung dangu saking { $months } wulan
last-use-dormant = Langkung dangu saking { $asleep } taun
dormant-title = Pesthèkaken rekening panjenengan aktif
dormant-help = Arta klaim wangsul menawi rekening mboten aktif. Langkung saé mangertos dinten menika.
dormant-check = Mangga mirsani saldo dinten menika ing ATM (mesin arta) utawi ing bank. Sasampunipun menika rekening kaétang dipunagem malih. Menawi kartu utawi buku dipuntolak, kertas menika dipunasta dhateng bank.
dormant-change = Kagungan rekening sanès atas nami piyambak ingkang taksih dipunagem? Kénging dipungantos.

answer-unknown = Kula mboten mangertos
date-day = Tanggal
date-month = Wulan
date-year = Taun

name-title = Sinten asma panjenengan?
name-help = Mangga dipunserat sami kaliyan ing KTP. Tanpa gelar menawi ing KTP mboten wonten.
name-label = Asma jangkep
name-example = Tuladha: SITI AMINAH
name-where = Asma wonten ing sangandhaping 16 angka
nik-title = Pinten NIK panjenengan?
nik-help = NIK menika Nomor Induk Kependudukan, 16 angka ing KTP.
nik-label = NIK
nik-example = Tuladha: 3507 0000 0000 0000
nik-where = NIK wonten ing larik paling nginggil KTP
birth-date-title = Kapan panjenengan miyos?
birth-date-help = Mangga dipunserat tanggal, wulan, lajeng taunipun.
birth-date-label = Tanggal lair
birth-date-example = Tuladha: 17 08 1970
birth-date-where = Tanggal lair wonten ing sangandhaping asma
kpj-title = Pinten nomer peserta panjenengan?
kpj-help = Nomer menika dipunwastani KPJ, 11 angka ing kartu BPJS Ketenagakerjaan.
kpj-label = Nomer peserta (KPJ)
kpj-example = Tuladha: 1900 0000 000
kpj-where = Nomer wonten ing sisih ngajeng kartu
phone-title = Pinten nomer HP panjenengan?
phone-help = Pilih nomer ingkang aktif lan samenika panjenengan asta. Petugas badhé nélpon nomer menika.
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
wrong-ended-on-empty = Ketik tanggal ing surat panjenengan.
wrong-ended-on-not-digits = Tanggal namung isi angka. Tuladha: 01 10 2026.
wrong-ended-on-too-short = Nembé { $found } angka. Kedah { $wanted }: tanggal, wulan, taun. Tuladha: 01 10 2026.
wrong-ended-on-too-long = Wonten { $found } angka. Cekap { $wanted }: tanggal, wulan, taun. Tuladha: 01 10 2026.
wrong-ended-on-no-such-day = Tanggal menika mboten wonten ing kalèndher. Priksa tanggal lan wulanipun.
wrong-ended-on-future = Tanggal menika dèrèng dumugi. Mangga dipunserat tanggal ing surat; menawi pancèn dèrèng dumugi, rawuh malih sasampunipun dinten menika.
wrong-ended-on-too-long-ago = Taun menika kedangon. Priksa taunipun.
wrong-npwp-empty = Ketik nomer NPWP saking kartu panjenengan.
wrong-npwp-not-digits = NPWP namung isi angka. Busak huruf utawi tandha sanèsipun.
wrong-npwp-too-short = Nembé { $found } angka. NPWP wonten { $wanted } utawi 16 angka.
wrong-npwp-too-long = Wonten { $found } angka. NPWP paling kathah { $wanted } angka.
doubt-npwp-number = Limrahipun NPWP 16 angka sami kaliyan NIK, utawi wiwitanipun 0. Menawi ing kartu pancèn mekaten, pencèt Lajeng sepisan malih.
doubt-nik-region = Angka ngajeng NIK menika dèrèng kami mangertosi. Cocogaken kaliyan KTP. Menawi pancèn mekaten, pencèt Lajeng sepisan malih.
look-birth-date-young = Punapa taun lairipun leres? Cocogaken kaliyan KTP.
look-kpj-length = Limrahipun nomer peserta { $usual } angka. Cocogaken kaliyan kartu.
look-npwp-number = Limrahipun NPWP 16 angka sami kaliyan NIK, utawi wiwitanipun 0. Cocogaken kaliyan kartu.
look-nik-region = Angka ngajeng NIK menika dèrèng kami mangertosi. Cocogaken kaliyan KTP.
doubt-nik-other = Tanggal lair ing NIK menika bènten kaliyan ingkang panjenengan serat. Menawi ing KTP pancèn mekaten, pencèt Lajeng sepisan malih.
doubt-birth-date-other = Tanggal menika bènten kaliyan ing NIK. Menawi ing KTP pancèn mekaten, pencèt Lajeng sepisan malih.
doubt-birth-date-young = Punapa taunipun leres? Menawi leres, pencèt Lajeng sepisan malih.
doubt-kpj-length = Limrahipun nomer peserta { $usual } angka. Menawi ing kartu pancèn mekaten, pencèt Lajeng sepisan malih.
doubt-account-length = Limrahipun rekening bank menika { $usual } angka. Menawi ing buku pancèn mekaten, pencèt Lajeng sepisan malih.

## Foto dokumen

capture-title = Sèlèhaken { $document } ing sangandhaping kamera
capture-title-page = Sèlèhaken kaca { $page } ing sangandhaping kamera
capture-face-title = Mangga mirsani kamera kanggé foto pasuryan
capture-advice = Pasaken ing salebeting bingkai, lajeng pencèt "Pendhet foto".
capture-advice-face = Mangga mirsani lurus dhateng kamera. Topi lan kacamata cemeng dipuncopot rumiyin.
capture-advice-automatic = Sèlèhaken ing salebeting bingkai. Fotonipun kapendhet piyambak.
capture-show = Sèlèhaken dokumen ing tengah, sangandhaping kamera.
capture-inside = Geser sekedhik. Sedaya pojok kedah ketingal.
capture-closer = Cakaken sekedhik dhateng kamera.
capture-uncover = Driji sampun ngantos nutupi dokumen.
capture-flatten = Sèlèhaken ingkang rata ing sangandhaping kamera.
capture-lighter = Geser dhateng papan ingkang langkung padhang.
capture-darker = Kepadhangen. Tebihaken saking lampu.
capture-glare = Wonten pantulan lampu. Geser utawi dhoyongaken sekedhik.
capture-focus = Taksih bureng. Tebihaken sekedhik, lajeng tahan.
capture-still = Tahan sekedhap, ampun obah.
capture-good = Sampun trep. Fotonipun nembé kapendhet.
capture-good-shoot = Sampun trep. Pencèt "Pendhet foto".
capture-taking = Fotonipun sampun kapendhet. Sekedhap nggih.
capture-starting = Kamera nembé dipuncawisaken. Sekedhap nggih.
capture-missing = Kamera wonten alangan, kami tansah nyobi malih. Aslinipun dipunasta nalika wawancara, utawi timbali petugas.
capture-missing-face = Kamera wonten alangan, kami tansah nyobi malih. Fotonipun saged nalika wawancara, utawi timbali petugas.
problem-camera = Gambaripun dèrèng medal. Sekedhap nggih, lajeng pencèt "Pendhet foto" malih.
problem-picture = Foto dèrèng saged kasimpen. Cobi dipunfoto malih.
picture-title = Punapa fotonipun cetha?
picture-title-again = Mangga dipunfoto sepisan malih
picture-label = Foto { $document }
picture-good = Foto saged kawaos
picture-good-text = Mangga dipunpriksa: sedaya tulisan ketingal lan mboten kepotong.
picture-blurred = Foto taksih bureng
picture-blurred-text = Sèlèhaken dokumen ing méja, ampun dipuncepeng, lajeng foto malih.
picture-too-dark = Foto kepetengen
picture-too-dark-text = Geser dokumen dhateng papan ingkang langkung padhang, lajeng foto malih.
picture-overexposed = Foto kepadhangen
picture-overexposed-text = Tebihaken saking lampu utawi dipundhoyongaken sekedhik, lajeng foto malih.
picture-moved = Dokumenipun obah
picture-moved-text = Sèlèhaken dokumen ing méja, ampun dipuncepeng, lajeng foto malih.
picture-glare = Wonten pantulan lampu
picture-glare-text = Geser utawi dhoyongaken sekedhik, lajeng foto malih.
picture-not-found = Dokumen dèrèng ketingal
picture-not-found-text = Sèlèhaken ing tengah, sangandhaping kamera, lajeng foto malih.
picture-too-far = Dokumen taksih ketebihen
picture-too-far-text = Cakaken dhateng kamera, lajeng foto malih.
picture-cut-off = Wonten ingkang kepotong
picture-cut-off-text = Geser ngantos sedaya pojok ketingal, lajeng foto malih.
picture-covered = Wonten ingkang katutupan
picture-covered-text = Driji sampun ngantos nutupi, lajeng foto malih.
picture-tilted = Dokumen dèrèng rata
picture-tilted-text = Sèlèhaken ingkang rata ing sangandhaping kamera, lajeng foto malih.
picture-other = Menika katingal kados { $other }
picture-other-text = Ingkang prelu: { $document }. Mangga dipungantos dokumenipun, lajeng foto malih.
picture-flagged = Mboten punapa-punapa. Foto menika kénging dipunagem. Petugas badhé mirsani dokumen aslinipun.
pages-title = Punapa taksih wonten kaca sanès?
pages-title-all = Sedaya kaca sampun dipunfoto
pages-help = Menika kaca { $document } ingkang sampun dipunfoto.
pages-label = Kaca { $page }
page-good = Sampun dipunfoto
page-good-several = Sampun dipunfoto: { $pages } kaca
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
declaration-help = Mangga dipunwaos alon-alon. Timbali petugas menawi wonten ingkang dèrèng cetha.
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
day-none = Jadwal pinten-pinten dinten malih sampun kebak sedaya. Mangga mundhut nomer loket; wangsulan panjenengan kasimpen.
slot-title = Jam pinten panjenengan saged rawuh?
slot-help = Pilih setunggal jam, lajeng pencèt "Pendhet tiket".
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
paper-printed = Mangga tiketipun dipunpundhut ing ngandhap.
paper-failed = Kertas dèrèng medal. Nomer panjenengan tetep sah: catet nomeripun, utawi pencèt "Cithak malih".
ticket-priority = PRIORITAS
counter-title = Nomer loket panjenengan
counter-help = Mangga lenggah, ngrantos nomer menika dipuntimbali.
counter-text = Tedahaken nomer menika dhateng petugas loket. Dokumen asli dipunasta nggih.
counter-only-title = Klaim menika dipunurus ing loket
counter-only-help = Petugas badhé mbiyantu panjenengan langsung.
counter-only-bring = Cawisaken dokumen menika:
jmo-title = Saldo menika saged cair mawi JMO
jmo-help = JMO menika aplikasi Jamsostek Mobile ing HP.
jmo-phone = Kagungan HP pinter? Bukak aplikasi JMO, pilih Klaim JHT. Limrahipun langkung énggal.
jmo-no-phone = Mboten kagungan? Mangga mundhut nomer loket. Petugas badhé mbiyantu panjenengan.
missing-title = Dokumen panjenengan dèrèng jangkep
missing-help = Mboten punapa-punapa, panjenengan tetep saged nglajengaken.
missing-ways = Saged lajeng samenika, dokumenipun dipunasta nalika wawancara. Utawi cithak dhaftaripun lan rawuh malih bénjing; wangsulan panjenengan kasimpen.

## Pamanggih

rating-title = Kados pundi layanan menika?
rating-help = Namung sepisan pencèt. Tanpa asma.
rating-1 = Mboten saé
rating-2 = Kirang saé
rating-3 = Saé
rating-4 = Saé sanget
survey-help = Pitakènan { $now } saking { $of }. Kénging dipunlèwati.
survey-requirements = Punapa syaratipun gampil dipunjangkepi?
survey-procedure = Punapa langkahipun gampil dipuntut?
survey-time = Punapa wekdalipun cepet?
survey-cost = Punapa ragadipun limrah? (Layanan menika gratis.)
survey-product = Punapa asilipun cocog kaliyan janjinipun?
survey-competence = Punapa petugas mangertos padamelanipun?
survey-conduct = Punapa petugas sopan lan sumèh?
survey-complaints = Punapa keluhan panjenengan dipunurus kanthi saé?
survey-facilities = Punapa mesin lan ruanganipun saé?
thanks-title = Matur nuwun
thanks-help = Wangsulan panjenengan mbiyantu kami dados langkung saé.
thanks-text = Tiket lan dokumen panjenengan ampun kantun.

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
problem-code-unknown = Kode menika dèrèng kami panggihaken. Mangga dipunpriksa malih setunggal-setunggal, utawi mundhut nomer loket.
problem-birth-date-other = Tanggal menika dèrèng cocog kaliyan klaim wau. Mangga dipunpriksa malih.
banner-resume-slip = Kertas kanthi kode { $code } nembé dipuncithak. Simpen nggih: kanthi kode menika panjenengan saged nglajengaken bénjing malih.
banner-resume-code = Catet kode menika: { $code }. Kanthi kode menika panjenengan saged nglajengaken bénjing malih.
banner-list-printed = Dhaftaripun sampun dipuncithak. Mangga kertasipun dipunpundhut ing ngandhap.
banner-list-failed = Kertas dèrèng medal. Timbali petugas, utawi catet dhaftar menika.

## Ing nginggil layar

idle-title = Panjenengan taksih ing mriki?
idle-text = Menawi mboten dipunpencèt, layar badhé dipuntutup. Wangsulan panjenengan tetep kasimpen.
assistant-title = Mangga nyuwun biyantu petugas
assistant-text = Mangga ngawé, utawi timbali petugas ingkang celak. Layar menika tetep kabukak lan mboten wonten ingkang ical. Nomer KTP ampun dipunsebataken sora-sora.
counter-ask-title = Kersa mundhut nomer loket?
counter-ask-text = Petugas loket badhé mbiyantu panjenengan. Wangsulan ngantos samenika kasimpen.
leave-title = Kèndel rumiyin?
leave-text = Sedaya wangsulan kasimpen. Mangga ngagem kode menika kanggé nglajengaken.
trouble-title = Mesin menika dèrèng saged nyimpen
trouble-text = Wangsulan panjenengan sadèrèngipun aman. Pencèt "Cobi malih". Menawi taksih mekaten, nyuwun biyantu petugas ingkang celak.
trouble-picture = Panjenengan ugi saged lajeng tanpa foto menika.

## Swanten

voice-stop = Pencèt layar kanggé ngendelaken swanten. Pencèt "Mirengaken" kanggé mirengaken malih.
voice-button = Tombol { $label }
voice-chosen = { $label }, sampun dipunpilih
voice-answer = Wangsulan panjenengan: { $label }
voice-outcome = Asil saking wangsulan panjenengan wonten ing layar.
voice-empty = Dèrèng dipunisi.
voice-filled = Sampun dipunisi: { $text }
voice-filled-number = Sampun dipunisi { $count } angka.
voice-filled-aloud = Sampun dipunisi. Isinipun mboten dipunwaosaken, supados mboten dipunmirengaken tiyang sanès.
voice-number-end = Sekawan angka pungkasan: { $digits }
voice-code-shown = ingkang kaserat ing layar
voice-seconds = Kantun { $seconds } detik.
voice-headphones = Ingkang pribadi dipunwaosaken mawi headphone.
voice-no-headphones = Data pribadi panjenengan mboten dipunwaosaken ing mriki, supados mboten dipunmirengaken tiyang sanès.
voice-digits = nol setunggal kalih tiga sekawan gangsal enem pitu wolu sanga

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

## Laporan kepuasan

skm-element = Unsur
skm-answers = Wangsulan
skm-value = Biji
skm-grade = Mutu
skm-unit = Biji layanan

## Ingkang éwah, kanggé petugas

news-title = Kanggé petugas: aturan ing mesin punika
news-text = Mangga dipunwaos, lajeng sentuh "Sampun diwaos".
button-news-read = Sampun diwaos
news-bad = Aturan énggal dèrèng dipunangge amargi berkasipun dèrèng leres. Mesin taksih ngangge aturan lami. Mangga ngubungi kantor wilayah.
change-line = { $what }: { $after } (rumiyin { $before })
change-nothing = (mboten wonten)
change-more = lan { $more } éwah-éwahan sanès.
change-days = { $count } dinten
change-working-days = { $count } dinten kerja
change-months = { $count } wulan
change-years = { $count } taun
change-yes = inggih
change-no = mboten
change-version = Édhisi aturan
change-effective-from = Lumampah wiwit
change-source = Sumber
change-limit-upload = Ageng berkas paling kathah
change-limit-jmo = Wates saldo JMO
change-limit-npwp = Wates saldo kanggé NPWP
change-limit-draft = Suwénipun klaim dipunsimpen
change-limit-youngest = Umur paling ènèm
change-limit-inactive = Rekening kaanggep mboten aktif
change-limit-dormant = Rekening kaanggep tilem
change-tax-free = Bébas pajeg ngantos
change-tax-percent = Pajeg
change-programme = Program sanès
change-reason = Alesan
change-reason-age = Umur paling andhap
change-reason-work-ended = Kedah sampun dipunlapuraken mandheg
change-reason-membership = Suwénipun dados peserta
change-reason-partial = Namung sapérangan, sepisan
change-reason-online = Saged ing mesin punika
change-reason-wait = Wekdal ngentosi
change-reason-documents = Dokumèn wajib
change-reason-any-of = Cekap salah satunggal dokumèn
change-reason-optional = Dokumèn menawi wonten
change-reason-without = Tanpa dokumèn
change-document = Dokumèn
change-document-when = Kapan dokumèn dipunsuwun
change-balance = Pilihan saldo
change-bank = Bank
change-opens = Jam bikak
change-closes = Jam tutup
change-holidays = Dinten prèi

## Kawaos saking dokumen

read-title = Punapa menika sampun leres?
read-help = Menika kawaos saking { $document } panjenengan. Mangga dipuntandhingaken kaliyan aslinipun.
field-read = Kawaos saking { $document } panjenengan. Mangga dipunpriksa.
field-reading = { $document } panjenengan nembé kawaos. Sekedhap nggih, utawi dipunisi piyambak.
button-right = Nggih, leres
differs-birth-date = Tanggal lair kaliyan NIK katingal bènten. Tandhingaken malih kaliyan KTP. Menawi pancèn mekaten, lajeng mawon.
differs-sex = Jaler utawi èstri ing KTP kaliyan NIK katingal bènten. Tandhingaken malih NIK kaliyan KTP. Menawi pancèn mekaten, lajeng mawon.
differs-holder = Asma ing buku tabungan katingal bènten kaliyan KTP. Rekening kedah atas nami panjenengan piyambak. Menawi sanès, ginakaken rekening panjenengan.
differs-account = Limrahipun rekening bank menika { $usual } angka. Tandhingaken malih kaliyan buku. Menawi pancèn mekaten, lajeng mawon.
differs-document = Foto { $document } katingal kados dokumen sanès: { $other }. Menawi klèntu, foto malih.
