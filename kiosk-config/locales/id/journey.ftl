### Kata-kata di layar kiosk. Kalimat pendek, sopan, tanpa singkatan yang belum dijelaskan.

product = Anjungan Asik
code-label = Kode lanjut Anda
language-id = Bahasa Indonesia
language-jv = Basa Jawa
language-en = English

## Langkah

steps-label = Langkah klaim Anda
step-done = selesai
step-now = sekarang
step-ahead = nanti
step-prepare = Persiapan
step-data = Data diri
step-documents = Dokumen
step-check = Periksa
step-schedule = Jadwal
step-ticket = Tiket

## Tombol

button-back = Kembali
button-next = Lanjut
button-begin = Sentuh untuk mulai
button-resume = Lanjutkan klaim saya
button-type-code = Ketik kode
button-agree = Saya setuju
button-have = Ada
button-have-not = Tidak ada
button-shoot = Ambil foto
button-bring-later = Bawa aslinya nanti
button-face-later = Difoto petugas saja
button-keep = Pakai foto ini
button-keep-anyway = Tetap pakai
button-retake = Foto ulang
button-another-page = Foto halaman lain
button-pages-done = Sudah semua
button-enlarge = Perbesar
button-close = Tutup
button-change = Ubah
button-all-right = Semua sudah benar
button-declare = Ya, saya nyatakan
button-take-ticket = Ambil tiket
button-print-again = Cetak lagi
button-print-list = Cetak daftar dokumen
button-done = Selesai
button-assistant = Panggil petugas
button-counter = Ambil nomor loket
button-counter-now = Ambil nomor loket
button-preferences = Bahasa & huruf
button-leave = Berhenti dulu
button-leave-for-now = Simpan, lanjut lain waktu
button-go-on = Kembali ke klaim saya
button-go-on-anyway = Lanjut sekarang
button-stay = Saya masih di sini
button-carry-on = Kembali ke layar tadi
button-counter-yes = Ya, ambil nomor
button-leave-yes = Ya, berhenti dulu
button-leave-paper = Ya, cetak langkah saya
button-try-again = Coba lagi

## Papan ketik

key-erase = Hapus
key-clear = Hapus semua
key-space = Spasi

## Layar tunggu

welcome-title = Klaim JHT di sini, dipandu langkah demi langkah
welcome-help = JHT adalah Jaminan Hari Tua. Tidak perlu punya ponsel pintar. Sekitar 10 menit.
welcome-choose = Jawab pertanyaan
welcome-choose-text = Satu pertanyaan di tiap layar.
welcome-show = Tunjukkan dokumen
welcome-show-text = Kamera memotret untuk Anda.
welcome-ticket = Bawa pulang tiket
welcome-ticket-text = Dengan jadwal wawancara Anda.
welcome-free = GRATIS. Hati-hati calo.
welcome-free-text = Jangan bayar siapa pun. Jangan titipkan KTP Anda.

## Bahasa dan huruf

preferences-title = Pilih bahasa dan ukuran huruf
preferences-help = Bisa diubah kapan saja lewat tombol di atas.
preferences-language = Bahasa
preferences-size = Ukuran huruf
preferences-contrast = Warna
preferences-sample = Apakah kalimat ini mudah Anda baca?
size-0 = Kecil
size-1 = Sedang
size-2 = Besar
size-3 = Paling besar
contrast-normal = Biasa
contrast-high = Kontras tinggi

## Persetujuan

consent-title = Bolehkah kami memakai data Anda?
consent-help = Tidak ada yang dikirim sebelum Anda menyetujui di akhir.
consent-what = Data apa
consent-what-text = Nama, nomor KTP, nomor HP, rekening, foto dokumen, dan foto wajah Anda.
consent-why = Untuk apa
consent-why-text = Hanya untuk mengurus klaim JHT Anda.
consent-who = Siapa yang melihat
consent-who-text = Petugas BPJS Ketenagakerjaan yang memeriksa klaim Anda.
consent-long = Berapa lama
consent-long-text = Foto dihapus setelah petugas menerima berkas Anda. Klaim yang belum selesai disimpan beberapa hari kerja, lalu dihapus.
consent-rights = Hak Anda
consent-rights-text = Anda boleh berhenti kapan saja dan minta data dihapus. Panggil petugas bila ragu.

## Pertanyaan

reason-title = Mengapa Anda mengajukan klaim?
reason-help = Sentuh satu yang paling sesuai.
reason-wait = Tunggu { $months } bulan dari tanggal di surat.
checklist-title = Dokumen apa yang Anda bawa?
checklist-help = Sentuh "Ada" atau "Tidak ada" untuk tiap dokumen. Bawa yang asli, bukan fotokopi.
need-required = Wajib
need-any-one = Cukup salah satu
need-above-limit = Hanya bila saldo di atas Rp { $millions } juta, atau pernah ambil sebagian
need-if-available = Bila ada
problem-checklist = Ada dokumen yang belum dijawab. Sentuh "Ada" atau "Tidak ada" untuk tiap dokumen.
balance-title = Berapa kira-kira saldo JHT Anda?
balance-help = Perkiraan saja cukup. Kalau tidak tahu, tidak apa-apa.
bank-title = Bank apa yang Anda pakai?
bank-help = Rekening harus atas nama Anda sendiri dan masih aktif.

date-day = Tanggal
date-month = Bulan
date-year = Tahun

name-title = Siapa nama Anda?
name-help = Tulis sama seperti di KTP, tanpa gelar bila di KTP tidak ada.
name-label = Nama lengkap
name-example = Contoh: SITI AMINAH
name-where = Nama ada di bawah deretan 16 angka
nik-title = Berapa NIK Anda?
nik-help = NIK adalah Nomor Induk Kependudukan, 16 angka di KTP.
nik-label = NIK
nik-example = Contoh: 3507 0000 0000 0000
nik-where = NIK ada di baris paling atas KTP
birth-date-title = Kapan Anda lahir?
birth-date-help = Tulis tanggal, bulan, lalu tahun.
birth-date-label = Tanggal lahir
birth-date-example = Contoh: 17 08 1970
birth-date-where = Tanggal lahir ada di bawah nama
kpj-title = Berapa nomor peserta Anda?
kpj-help = Nomor ini disebut KPJ, 11 angka di kartu BPJS Ketenagakerjaan.
kpj-label = Nomor peserta (KPJ)
kpj-example = Contoh: 1900 0000 000
kpj-where = Nomor ada di bagian depan kartu
phone-title = Berapa nomor HP Anda?
phone-help = Pilih nomor yang aktif dan Anda pegang sekarang. Petugas akan menghubungi nomor ini.
phone-label = Nomor HP
phone-example = Contoh: 0812 3456 7890
account-title = Berapa nomor rekening Anda?
account-help = Uang klaim dikirim ke rekening ini. Harus atas nama Anda sendiri.
account-label = Nomor rekening
account-example = Lihat halaman pertama buku tabungan
account-where = Nomor ada di halaman pertama buku tabungan

answer-reason = Alasan
answer-balance = Perkiraan saldo
answer-bank = Bank

## Yang perlu diperbaiki

wrong-name-empty = Ketik nama Anda seperti di KTP.
wrong-name-not-a-name = Nama hanya berisi huruf. Hapus angka atau tanda lain.
wrong-name-too-short = Nama ini baru { $found } huruf. Ketik paling sedikit { $wanted } huruf.
wrong-name-too-long = Nama ini terlalu panjang: { $found } huruf. Paling banyak { $wanted }.
wrong-nik-empty = Ketik 16 angka NIK dari KTP Anda.
wrong-nik-not-digits = NIK hanya berisi angka. Hapus huruf atau tanda lain.
wrong-nik-too-short = Baru { $found } angka. NIK ada { $wanted } angka. Periksa lagi di KTP.
wrong-nik-too-long = Ada { $found } angka. NIK hanya { $wanted } angka. Hapus yang lebih.
wrong-nik-impossible = Angka ini belum cocok sebagai NIK. Bandingkan satu per satu dengan KTP.
wrong-birth-date-empty = Ketik tanggal lahir Anda.
wrong-birth-date-not-digits = Tanggal hanya berisi angka. Contoh: 17 08 1970.
wrong-birth-date-too-short = Baru { $found } angka. Perlu { $wanted }: tanggal, bulan, tahun. Contoh: 17 08 1970.
wrong-birth-date-too-long = Ada { $found } angka. Cukup { $wanted }: tanggal, bulan, tahun. Contoh: 17 08 1970.
wrong-birth-date-no-such-day = Tanggal ini tidak ada di kalender. Periksa tanggal dan bulannya.
wrong-birth-date-future = Tanggal ini belum tiba. Periksa tahunnya.
wrong-birth-date-too-long-ago = Tahun ini terlalu lama. Periksa tahunnya.
wrong-kpj-empty = Ketik nomor peserta dari kartu Anda.
wrong-kpj-not-digits = Nomor peserta hanya berisi angka. Hapus huruf atau tanda lain.
wrong-kpj-too-short = Baru { $found } angka. Nomor peserta biasanya 11 angka. Ketik paling sedikit { $wanted }.
wrong-kpj-too-long = Ada { $found } angka. Nomor peserta biasanya 11 angka. Paling banyak { $wanted }.
wrong-phone-empty = Ketik nomor HP Anda.
wrong-phone-not-digits = Nomor HP hanya berisi angka. Hapus huruf atau tanda lain.
wrong-phone-too-short = Baru { $found } angka. Nomor HP paling sedikit { $wanted } angka.
wrong-phone-too-long = Ada { $found } angka. Nomor HP paling banyak { $wanted } angka.
wrong-phone-not-mobile = Nomor HP diawali 08. Periksa angka pertamanya.
wrong-account-empty = Ketik nomor rekening dari buku tabungan Anda.
wrong-account-not-digits = Nomor rekening hanya berisi angka. Hapus huruf atau tanda lain.
wrong-account-too-short = Baru { $found } angka. Nomor rekening paling sedikit { $wanted } angka.
wrong-account-too-long = Ada { $found } angka. Nomor rekening paling banyak { $wanted } angka.
doubt-nik-other = Tanggal lahir di NIK ini berbeda dari yang Anda tulis. Kalau memang begitu di KTP, sentuh Lanjut sekali lagi.
doubt-birth-date-other = Tanggal ini berbeda dari yang ada di NIK. Kalau memang begitu di KTP, sentuh Lanjut sekali lagi.
doubt-birth-date-young = Apakah tahunnya benar? Kalau benar, sentuh Lanjut sekali lagi.
doubt-kpj-length = Nomor peserta biasanya { $usual } angka. Kalau memang begitu di kartu, sentuh Lanjut sekali lagi.
doubt-account-length = Rekening bank ini biasanya { $usual } angka. Kalau memang begitu di buku, sentuh Lanjut sekali lagi.

## Foto dokumen

capture-title = Letakkan { $document } di bawah kamera
capture-title-page = Letakkan halaman { $page } di bawah kamera
capture-face-title = Lihat ke kamera untuk foto wajah
capture-advice = Rapikan di dalam bingkai, lalu sentuh "Ambil foto".
capture-advice-face = Lihat lurus ke kamera. Lepas topi dan kacamata hitam.
capture-advice-automatic = Letakkan di dalam bingkai. Foto diambil sendiri.
capture-show = Letakkan dokumen di tengah, di bawah kamera.
capture-inside = Geser sedikit. Semua sudut harus terlihat.
capture-closer = Dekatkan sedikit ke kamera.
capture-uncover = Lepaskan jari dari dokumen.
capture-flatten = Letakkan rata di bawah kamera.
capture-lighter = Geser ke tempat yang lebih terang.
capture-darker = Terlalu terang. Jauhkan dari lampu.
capture-glare = Ada pantulan lampu. Geser atau miringkan sedikit.
capture-focus = Masih buram. Jauhkan sedikit, lalu tahan.
capture-still = Tahan sebentar, jangan digerakkan.
capture-good = Sudah pas. Foto sedang diambil.
capture-good-shoot = Sudah pas. Sentuh "Ambil foto".
capture-taking = Foto sudah diambil. Tunggu sebentar.
capture-starting = Kamera sedang disiapkan. Tunggu sebentar.
capture-missing = Kamera terganggu, kami terus mencoba. Bawa yang asli saat wawancara, atau panggil petugas.
capture-missing-face = Kamera terganggu, kami terus mencoba. Anda bisa difoto saat wawancara, atau panggil petugas.
problem-camera = Kamera belum memberi gambar. Tunggu sebentar, lalu sentuh "Ambil foto" lagi.
problem-picture = Foto belum bisa disimpan. Coba ambil lagi.
picture-title = Apakah fotonya jelas?
picture-title-again = Mari kita foto sekali lagi
picture-label = Foto { $document }
picture-good = Foto terbaca
picture-good-text = Periksa: semua tulisan terlihat dan tidak terpotong.
picture-blurred = Foto masih buram
picture-blurred-text = Letakkan dokumen di meja, lepas tangan, lalu foto lagi.
picture-too-dark = Foto terlalu gelap
picture-too-dark-text = Geser dokumen ke tempat yang lebih terang, lalu foto lagi.
picture-overexposed = Foto terlalu terang
picture-overexposed-text = Jauhkan dari lampu, lalu foto lagi.
picture-moved = Dokumen bergerak
picture-moved-text = Letakkan dokumen di meja, lepas tangan, lalu foto lagi.
picture-glare = Ada pantulan lampu
picture-glare-text = Geser atau miringkan sedikit, lalu foto lagi.
picture-not-found = Dokumen belum terlihat
picture-not-found-text = Letakkan di tengah, di bawah kamera, lalu foto lagi.
picture-too-far = Dokumen masih terlalu jauh
picture-too-far-text = Dekatkan ke kamera, lalu foto lagi.
picture-cut-off = Ada bagian yang terpotong
picture-cut-off-text = Geser sampai semua sudut terlihat, lalu foto lagi.
picture-covered = Ada bagian yang tertutup
picture-covered-text = Lepaskan jari dari dokumen, lalu foto lagi.
picture-tilted = Dokumen belum rata
picture-tilted-text = Letakkan rata di bawah kamera, lalu foto lagi.
picture-other = Ini tampak seperti { $other }
picture-other-text = Yang diperlukan: { $document }. Ganti dokumennya, lalu foto ulang.
picture-flagged = Tidak apa-apa, foto ini boleh dipakai. Petugas akan melihat yang asli.
pages-title = Apakah ada halaman lain?
pages-title-all = Semua halaman sudah difoto
pages-help = Ini halaman { $document } yang sudah difoto.
pages-label = Halaman { $page }
page-good = Sudah difoto
page-good-several = Sudah difoto: { $pages } halaman
page-flagged = Sudah difoto, petugas akan memeriksa aslinya
page-later = Bawa aslinya saat wawancara
page-later-face = Difoto petugas saat wawancara

## Periksa, pernyataan, jadwal

answers-title = Periksa jawaban Anda
answers-help = Kalau ada yang salah, sentuh "Ubah" di sebelahnya.
answers-claim = Klaim
answers-person = Data diri
answers-payment = HP dan rekening
answers-documents = Dokumen
declaration-title = Pernyataan Anda
declaration-help = Baca pelan-pelan. Panggil petugas bila ada yang belum jelas.
declaration-true = Data saya benar
declaration-true-text = Semua yang saya isi sesuai dengan dokumen asli.
declaration-own = Rekening milik saya
declaration-own-text = Rekening itu atas nama saya sendiri.
declaration-originals = Saya bawa dokumen asli
declaration-originals-text = Saya tunjukkan saat wawancara.
declaration-send = Kirim klaim saya
declaration-send-text = Klaim ini boleh diserahkan kepada petugas cabang.
day-title = Hari apa Anda bisa wawancara?
day-help = Petugas akan memeriksa dokumen asli Anda pada hari itu.
day-free = { $free } tempat tersedia
day-full = Sudah penuh
day-none = Semua jadwal beberapa hari ke depan sudah penuh. Ambil nomor loket; jawaban Anda tersimpan.
slot-title = Jam berapa Anda bisa datang?
slot-help = Pilih satu jam, lalu sentuh "Ambil tiket".
slot-full = Penuh
problem-slot-taken = Jam itu baru saja diambil orang lain. Silakan pilih jam lain.

## Tiket

ticket-title = Klaim Anda sudah lengkap
ticket-help = Simpan tiket ini. Datang sesuai jadwal dengan dokumen asli.
ticket-number = Nomor Anda
ticket-day = Hari wawancara
ticket-time = Jam
ticket-place = Tempat
ticket-bring = Bawa yang asli
paper-printing = Tiket sedang dicetak…
paper-printed = Silakan ambil tiket Anda di bawah.
paper-failed = Kertas belum keluar. Nomor Anda tetap berlaku: catat nomornya, atau sentuh "Cetak lagi".
counter-title = Nomor loket Anda
counter-help = Tunggu nomor ini dipanggil.
counter-text = Tunjukkan nomor ini kepada petugas loket. Bawa dokumen asli Anda.
counter-only-title = Klaim ini diurus di loket
counter-only-help = Petugas akan membantu Anda langsung.
counter-only-bring = Siapkan dokumen ini:
jmo-title = Saldo ini bisa dicairkan lewat JMO
jmo-help = JMO adalah aplikasi Jamsostek Mobile di ponsel.
jmo-phone = Punya ponsel pintar? Buka aplikasi JMO, pilih Klaim JHT. Biasanya lebih cepat.
jmo-no-phone = Tidak punya? Ambil nomor loket. Petugas akan membantu Anda.
missing-title = Ada dokumen yang belum ada
missing-help = Tidak apa-apa, Anda tetap bisa lanjut.
missing-ways = Lanjut sekarang dan bawa saat wawancara. Atau cetak daftarnya dan kembali lain waktu; jawaban Anda tersimpan.

## Melanjutkan

resume-scan-title = Tunjukkan kode pada kertas Anda
resume-scan-help = Arahkan kotak hitam-putih di tiket atau kertas Anda ke kamera.
resume-scan-advice = Pegang kertas sekitar satu jengkal dari kamera.
resume-no-camera = Kamera belum siap. Silakan ketik kodenya.
resume-code-title = Ketik kode di kertas Anda
resume-code-help = Kode ada 8 huruf dan angka.
resume-code-label = Kode lanjut
resume-birth-date-title = Kapan Anda lahir?
resume-birth-date-help = Supaya hanya Anda yang bisa membuka klaim ini.
resume-birth-date-label = Tanggal lahir
problem-code-unknown = Kode ini belum kami temukan. Periksa lagi satu per satu, atau ambil nomor loket.
problem-birth-date-other = Tanggal ini belum cocok dengan klaim itu. Coba periksa lagi.
banner-resume-slip = Kertas dengan kode { $code } sedang dicetak. Simpan: dengan kode ini Anda bisa lanjut lain waktu.
banner-resume-code = Catat kode ini: { $code }. Dengan kode ini Anda bisa lanjut lain waktu.
banner-list-printed = Daftar sudah dicetak. Ambil kertasnya di bawah.
banner-list-failed = Kertas belum keluar. Panggil petugas, atau catat daftar ini.

## Di atas layar

idle-title = Anda masih di sini?
idle-text = Kalau tidak disentuh, layar akan ditutup. Jawaban Anda tetap tersimpan.
assistant-title = Mari minta bantuan petugas
assistant-text = Lambaikan tangan, atau panggil petugas terdekat. Layar ini tetap terbuka dan tidak ada yang hilang. Jangan sebutkan nomor KTP Anda keras-keras.
counter-ask-title = Mau ambil nomor loket?
counter-ask-text = Petugas loket akan membantu Anda. Jawaban Anda sejauh ini tersimpan.
leave-title = Berhenti dulu?
leave-text = Semua jawaban tersimpan. Pakai kode ini untuk lanjut.
trouble-title = Mesin ini belum bisa menyimpan
trouble-text = Jawaban Anda sebelumnya aman. Sentuh "Coba lagi". Kalau tetap begini, minta bantuan petugas terdekat.
trouble-picture = Anda juga boleh lanjut tanpa foto ini.

## Hari dan bulan

weekday-1 = Senin
weekday-2 = Selasa
weekday-3 = Rabu
weekday-4 = Kamis
weekday-5 = Jumat
weekday-6 = Sabtu
weekday-7 = Minggu
month-1 = Januari
month-2 = Februari
month-3 = Maret
month-4 = April
month-5 = Mei
month-6 = Juni
month-7 = Juli
month-8 = Agustus
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Desember

## Cara klaim, dalam gambar

button-guide = Bagaimana caranya?
button-documents = Dokumen apa saja?
button-practice = Coba latihan dulu
button-print-guide = Cetak penjelasan ini
overview-title = Beginilah caranya
overview-help = Tidak ada yang dikirim sebelum Anda setuju di akhir. Bantuan petugas selalu ada di bawah layar.
guide-title = Beginilah cara klaim JHT
guide-help = JHT adalah Jaminan Hari Tua. Semua langkah di sini gratis.
story-choose = Pilih alasan
story-choose-text = Anda memilih mengapa mengajukan klaim.
story-documents = Siapkan dokumen
story-documents-text = Layar menunjukkan dokumen yang perlu. Yang belum ada boleh menyusul.
story-data = Isi data
story-data-text = Satu pertanyaan di tiap layar. Gambar menunjukkan letaknya di kartu.
story-camera = Foto dokumen
story-camera-text = Letakkan di bawah kamera. Foto bisa diulang.
story-schedule = Pilih jadwal
story-schedule-text = Anda memilih hari dan jam wawancara.
story-ticket = Ambil tiket
story-ticket-text = Datang sesuai jadwal dengan dokumen asli.
guide-reasons-title = Dokumen apa yang perlu dibawa?
guide-reasons-help = Sentuh alasan Anda untuk melihat daftarnya.
guide-documents-help = Bawa yang asli, bukan fotokopi.
banner-printing = Kertas sedang dicetak. Ambil di bawah.

## Latihan

practice-mark = LATIHAN. Tidak ada yang disimpan atau dikirim.
practice-example = Untuk latihan, ketik: { $example }
banner-practice = Dalam latihan, kertas ini tidak dicetak.
leave-practice-text = Latihan berhenti di sini. Tidak ada yang disimpan.

## Didahulukan

preferences-priority = Antrean
priority-no = Biasa
priority-yes = Didahulukan
priority-yes-note = Lansia, hamil, membawa bayi, atau penyandang disabilitas. Tanpa bukti.
button-counter-first = Ya, saya perlu didahulukan
ticket-priority = DIDAHULUKAN

## Bisa diajukan hari ini?

answer-unknown = Saya tidak tahu
programme-title = Untuk program apa Anda datang?
programme-help = Mesin ini hanya untuk JHT. Program lain diurus di loket.
other-programme-title = Program ini diurus di loket
other-programme-help = Petugas akan membantu Anda langsung.
other-programme-text = Ambil nomor loket. Anda tidak perlu mengisi apa pun di sini.
age-title = Apakah Anda sudah berumur { $age } tahun?
age-help = Lihat tanggal lahir di KTP Anda.
age-yes = Sudah
age-yes-note = Lahir { $date } atau sebelumnya.
age-no = Belum
age-no-note = Lahir sesudah { $date }.
ended-title = Tanggal berapa di surat berhenti kerja Anda?
ended-help = Lihat tanggal di surat pengunduran diri atau surat PHK dari perusahaan.
ended-yes = { $date } atau sebelumnya
ended-no = Sesudah { $date }
reported-title = Sudahkah perusahaan melapor bahwa Anda berhenti?
reported-help = Perusahaan harus lapor ke BPJS Ketenagakerjaan. Tanyakan ke bagian personalia.
reported-yes = Sudah
reported-no = Belum
years-title = Sudah { $years } tahun menjadi peserta?
years-help = Hitung dari iuran pertama. Semua perusahaan dihitung.
years-yes = Sudah
years-no = Belum
partial-title = Pernah ambil JHT sebagian?
partial-help = Misalnya 10 % atau 30 % sewaktu masih bekerja.
partial-yes = Pernah
partial-no = Belum pernah
ended-on-title = Tanggal berapa tepatnya?
ended-on-help = Tulis tanggal di surat: tanggal, bulan, lalu tahun.
ended-on-label = Tanggal di surat
ended-on-example = Contoh: 01 10 2026
ended-on-where = Tanggal ada di bagian atas atau bawah surat
not-yet-age = Bisa diajukan mulai { $date }
not-yet-age-text = Pada hari itu umur Anda cukup. Anda tidak kehilangan apa pun dengan menunggu.
not-yet-wait = Bisa diajukan mulai { $date }
not-yet-wait-text = Aturannya: { $months } bulan setelah tanggal di surat. Datang lagi mulai hari itu. Jawaban Anda disimpan beberapa hari kerja.
not-yet-active = Perusahaan perlu melapor dulu
not-yet-active-text = Selama perusahaan belum melaporkan Anda berhenti, klaim belum bisa dibayar. Cetak kertas ini dan berikan ke bagian personalia perusahaan Anda.
not-yet-years = Belum { $years } tahun menjadi peserta
not-yet-years-text = Ambil sebagian bisa setelah { $years } tahun. Kalau Anda sudah berhenti bekerja, pilih alasan lain.
not-yet-once = Ambil sebagian hanya bisa satu kali
not-yet-once-text = Sisanya bisa diambil saat Anda berhenti kerja atau pensiun.
not-yet-other = Klaim ini diurus di loket
not-yet-other-text = Petugas akan membantu Anda langsung.
not-yet-ways = Ragu? Ambil nomor loket. Petugas bisa memeriksanya untuk Anda.
button-print-next = Cetak tanggal dan daftarnya
button-print-employer = Cetak untuk perusahaan
button-change-date = Ubah tanggalnya
ready-title = Anda bisa ajukan hari ini
ready-help = Inilah yang terjadi setelah ini.
ready-time = Sekitar 10 menit lagi
ready-time-text = Foto dokumen, isi data, pilih jadwal wawancara.
ready-documents = Dokumen Anda lengkap
ready-documents-text = Semua yang wajib ada pada Anda.
ready-missing = Bawa saat wawancara
ready-missing-text = { $documents }
ready-unsure = Ada yang belum pasti
ready-unsure-text = Petugas akan memeriksa apakah syaratnya sudah terpenuhi.
ready-paid = Uang masuk ke rekening Anda
ready-paid-text = Paling lama 5 hari kerja setelah berkas diterima lengkap dan benar.
ready-tax = Perkiraan pajak
ready-tax-text = Sampai Rp { $free } juta tidak kena pajak. Lebihnya kena { $percent } %. Contoh: saldo Rp { $example } juta, pajak Rp { $taken } juta. Dua pembayaran dalam 2 tahun dihitung jadi satu. Mulai tahun ketiga tarifnya bertingkat. ({ $source })

## Kartu, NPWP, rekening

cards-title = Berapa kartu peserta (KPJ) Anda?
cards-help = Tiap perusahaan bisa memberi kartu baru. KPJ adalah nomor di kartu itu.
cards-1 = Satu
cards-1-note = Pilih ini juga kalau tidak tahu.
cards-2 = Dua
cards-3 = Tiga atau lebih
cards-3-note = Isi tiga di sini. Yang lain, tunjukkan saat wawancara.
kpj-2-title = Berapa nomor di kartu kedua?
kpj-3-title = Berapa nomor di kartu ketiga?
npwp-title = Berapa nomor NPWP Anda?
npwp-help = NPWP adalah Nomor Pokok Wajib Pajak, 15 atau 16 angka di kartunya.
npwp-label = NPWP
npwp-example = Contoh: 0000 0000 0000 0000
npwp-where = Nomor ada di bagian depan kartu
sex-female = perempuan
sex-male = laki-laki
last-use-title = Kapan rekening itu terakhir dipakai?
last-use-help = Menabung, mengambil uang, atau cek saldo. Rekening yang lama tidak dipakai bisa dibekukan bank.
last-use-active = Dalam { $months } bulan terakhir
last-use-inactive = Lebih lama dari { $months } bulan
last-use-dormant = Lebih lama dari { $asleep } tahun
dormant-title = Pastikan rekening Anda aktif
dormant-help = Uang klaim kembali kalau rekening tidak aktif. Lebih baik tahu hari ini.
dormant-check = Cek saldo hari ini di ATM (mesin uang) atau bank. Dengan begitu rekening dipakai lagi. Kalau ditolak, bawa kertas ini ke bank.
dormant-change = Punya rekening lain atas nama sendiri yang masih dipakai? Anda boleh menggantinya.
button-go-on-account = Lanjut dengan rekening ini
button-print-bank = Cetak kertas untuk bank
button-other-account = Ganti rekening
button-by-passport = Saya warga asing dengan paspor
button-by-ktp = Saya punya KTP

wrong-ended-on-empty = Ketik tanggal di surat Anda.
wrong-ended-on-not-digits = Tanggal hanya berisi angka. Contoh: 01 10 2026.
wrong-ended-on-too-short = Baru { $found } angka. Perlu { $wanted }: tanggal, bulan, tahun. Contoh: 01 10 2026.
wrong-ended-on-too-long = Ada { $found } angka. Cukup { $wanted }: tanggal, bulan, tahun. Contoh: 01 10 2026.
wrong-ended-on-no-such-day = Tanggal ini tidak ada di kalender. Periksa tanggal dan bulannya.
wrong-ended-on-future = Tanggal ini belum tiba. Tulis tanggal di surat; kalau memang belum tiba, kembalilah setelah hari itu.
wrong-ended-on-too-long-ago = Tahun ini terlalu lama. Periksa tahunnya.
wrong-npwp-empty = Ketik nomor NPWP dari kartu Anda.
wrong-npwp-not-digits = NPWP hanya berisi angka. Hapus huruf atau tanda lain.
wrong-npwp-too-short = Baru { $found } angka. NPWP ada { $wanted } atau 16 angka.
wrong-npwp-too-long = Ada { $found } angka. NPWP paling banyak { $wanted } angka.
doubt-npwp-number = NPWP 16 angka biasanya sama dengan NIK, atau diawali 0. Kalau memang begitu di kartu, sentuh Lanjut sekali lagi.
doubt-nik-region = Angka depan NIK ini belum kami kenal. Cocokkan dengan KTP. Kalau memang begitu, sentuh Lanjut sekali lagi.
look-birth-date-young = Apakah tahun lahirnya benar? Cocokkan dengan KTP.
look-kpj-length = Nomor peserta biasanya { $usual } angka. Cocokkan dengan kartu.
look-npwp-number = NPWP 16 angka biasanya sama dengan NIK, atau diawali 0. Cocokkan dengan kartu.
look-nik-region = Angka depan NIK ini belum kami kenal. Cocokkan dengan KTP.

## Kepuasan

rating-title = Bagaimana layanan ini?
rating-help = Satu sentuhan saja. Tanpa nama.
rating-1 = Tidak baik
rating-2 = Kurang baik
rating-3 = Baik
rating-4 = Sangat baik
survey-help = Pertanyaan { $now } dari { $of }. Boleh dilewati.
survey-requirements = Apakah syaratnya mudah dipenuhi?
survey-procedure = Apakah langkahnya mudah diikuti?
survey-time = Apakah waktunya cepat?
survey-cost = Apakah biayanya wajar? (Layanan ini gratis.)
survey-product = Apakah hasilnya sesuai yang dijanjikan?
survey-competence = Apakah petugas paham pekerjaannya?
survey-conduct = Apakah petugas sopan dan ramah?
survey-complaints = Apakah keluhan Anda ditangani dengan baik?
survey-facilities = Apakah mesin dan ruangannya baik?
thanks-title = Terima kasih
thanks-help = Jawaban Anda membantu kami menjadi lebih baik.
thanks-text = Jangan lupa tiket dan dokumen Anda.
button-skip = Lewati
button-skip-one = Lewati
button-finish = Selesai
button-say-more = Jawab 9 pertanyaan singkat
## Suara

button-listen = Dengarkan
button-quiet = Berhenti
voice-stop = Sentuh layar untuk menghentikan suara. Sentuh "Dengarkan" untuk mendengar lagi.
voice-button = Tombol { $label }
voice-chosen = { $label }, sudah dipilih
voice-answer = Jawaban Anda: { $label }
voice-outcome = Hasil dari jawaban Anda ada di layar.
voice-empty = Belum diisi.
voice-filled = Sudah diisi: { $text }
voice-filled-number = Sudah diisi { $count } angka.
voice-filled-aloud = Sudah diisi. Isinya tidak dibacakan, supaya tidak didengar orang lain.
voice-number-end = Empat angka terakhir: { $digits }
voice-code-shown = yang tertulis di layar
voice-seconds = Tinggal { $seconds } detik.
voice-headphones = Yang pribadi dibacakan lewat headphone.
voice-no-headphones = Data pribadi Anda tidak dibacakan di sini, supaya tidak didengar orang lain.
voice-digits = nol satu dua tiga empat lima enam tujuh delapan sembilan

## Laporan kepuasan

skm-element = Unsur
skm-answers = Jawaban
skm-value = Nilai
skm-grade = Mutu
skm-unit = Nilai layanan

## Yang berubah, untuk petugas

news-title = Untuk petugas: aturan di mesin ini
news-text = Bacalah, lalu sentuh "Sudah dibaca".
button-news-read = Sudah dibaca
news-bad = Aturan baru belum dipakai karena berkasnya belum benar. Mesin tetap memakai aturan lama. Hubungi kantor wilayah.
change-line = { $what }: { $after } (dulu { $before })
change-nothing = (tidak ada)
change-more = dan { $more } perubahan lain.
change-days = { $count } hari
change-working-days = { $count } hari kerja
change-months = { $count } bulan
change-years = { $count } tahun
change-yes = ya
change-no = tidak
change-version = Edisi aturan
change-effective-from = Berlaku mulai
change-source = Sumber
change-limit-upload = Besar berkas paling banyak
change-limit-jmo = Batas saldo JMO
change-limit-npwp = Batas saldo untuk NPWP
change-limit-draft = Lama klaim disimpan
change-limit-youngest = Umur paling muda
change-limit-inactive = Rekening dianggap tidak aktif
change-limit-dormant = Rekening dianggap tidur
change-tax-free = Bebas pajak sampai
change-tax-percent = Pajak
change-programme = Program lain
change-reason = Alasan
change-reason-age = Umur paling rendah
change-reason-work-ended = Harus sudah dilaporkan berhenti
change-reason-membership = Lama menjadi peserta
change-reason-partial = Hanya sebagian, satu kali
change-reason-online = Bisa di mesin ini
change-reason-wait = Masa tunggu
change-reason-documents = Dokumen wajib
change-reason-any-of = Cukup salah satu dokumen
change-reason-optional = Dokumen bila ada
change-reason-without = Tanpa dokumen
change-document = Dokumen
change-document-when = Kapan dokumen diminta
change-balance = Pilihan saldo
change-bank = Bank
change-opens = Jam buka
change-closes = Jam tutup
change-holidays = Hari libur

## Terbaca dari dokumen

read-title = Apakah ini sudah benar?
read-help = Ini terbaca dari { $document } Anda. Bandingkan dengan aslinya.
field-read = Terbaca dari { $document } Anda. Mohon periksa.
field-reading = { $document } Anda sedang dibaca. Tunggu sebentar, atau isi sendiri.
button-right = Ya, sudah benar
differs-birth-date = Tanggal lahir dan NIK tampak berbeda. Bandingkan lagi dengan KTP. Kalau memang begitu, lanjut saja.
differs-sex = Jenis kelamin di KTP dan NIK tampak berbeda. Bandingkan lagi NIK dengan KTP. Kalau memang begitu, lanjut saja.
differs-holder = Nama di buku tabungan tampak berbeda dari KTP. Rekening harus atas nama Anda sendiri. Kalau bukan, pakai rekening Anda.
differs-account = Rekening bank ini biasanya { $usual } angka. Bandingkan lagi dengan buku. Kalau memang begitu, lanjut saja.
differs-document = Foto { $document } tampak seperti dokumen lain: { $other }. Kalau keliru, foto ulang.
