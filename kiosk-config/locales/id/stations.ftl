### Layar loket, papan panggilan di ruang tunggu, dan dokumen yang diminta lagi.

## Dokumen yang diminta lagi (layar kiosk)

again-please = Petugas minta foto ulang. { $why }
again-unreadable = Tulisannya belum terbaca jelas.
again-cut-off = Sebagian dokumen terpotong.
again-other-document = Yang ada sekarang dokumen lain.
again-not-the-same = Isinya belum sama dengan data Anda.
again-not-there = Dokumen ini belum ada.
packet-earlier = Ada di berkas sebelumnya
banner-page-received = Terima kasih. Foto baru sudah kami terima.
button-asked = Foto ulang: { $document }
check-first = Pemeriksaan pertama
check-second = Pemeriksaan kedua
check-done = Sudah selesai
check-ahead = Menunggu petugas
check-asked = Setelah foto ulang

## Loket: masuk

desk-counter = Loket { $counter }
desk-sign-in-title = Siapa yang bertugas?
desk-sign-in-help = Tekan angka di depan nama Anda, lalu ketik PIN.
desk-no-officers = Belum ada nama petugas. Tambahkan di berkas cabang.toml, bagian officers.
desk-pin = PIN untuk { $name }
desk-pin-wrong = PIN belum cocok. Silakan coba lagi.
desk-pin-wait = Sudah beberapa kali belum cocok. Silakan coba lagi satu menit lagi.
desk-duty-first = Pemeriksaan pertama
desk-duty-second = Pemeriksaan kedua

## Loket: panggilan

desk-free = Loket kosong
desk-free-text = Nomor berikutnya: { $number }
desk-nobody = Tidak ada yang menunggu
desk-nobody-text = Layar ini berubah sendiri begitu ada nomor baru.
desk-called = Dipanggil
desk-serving = Sedang dilayani
desk-checking = Sedang diperiksa
desk-minutes = { $minutes } menit
desk-times = { $times } kali dipanggil
desk-waited = Menunggu { $minutes } menit
desk-priority = Didahulukan
desk-waiting = Menunggu
desk-next = Berikutnya
desk-held = Ditunda
desk-missed = Tidak datang
desk-second = Menunggu pemeriksaan kedua
button-call-next = Panggil berikutnya
button-recall = Panggil ulang
button-arrived = Sudah datang
button-served = Selesai
button-hold = Tunda
button-skip-number = Lewati dulu
button-no-show = Tidak datang
button-transfer = Alihkan
button-outage = Gangguan sistem
button-outage-over = Sistem pulih
button-sign-out = Keluar
button-put-away = Tutup berkas
button-cancel = Batal

## Loket: berkas

desk-packet = Berkas klaim
desk-packet-none = Nomor ini belum punya berkas di kiosk. Layani seperti biasa.
desk-packet-erased = Berkas ini sudah dihapus sesuai aturan. Layani seperti biasa.
desk-complete = Lengkap
desk-incomplete = { $missing } perlu perhatian
desk-document-there = Ada
desk-document-flagged = Perlu dilihat aslinya
desk-document-later = Asli dibawa
desk-document-missing = Belum ada
desk-documents = Dokumen
desk-answers = Data
desk-warnings = Perlu dicocokkan
desk-verified = { $name }
desk-verify-ahead = Belum
button-verify-first = Pemeriksaan pertama cocok
button-verify-second = Pemeriksaan kedua cocok
desk-not-you = Pemeriksaan kedua oleh orang lain
desk-after-first = Setelah pemeriksaan pertama
desk-after-again = Setelah foto ulang
button-repair = Perbaikan data
button-repair-done = Perbaikan data selesai
button-ask-again = Minta foto ulang
button-page-on = Halaman berikutnya
desk-outage-title = Kira-kira pulih kapan?
desk-outage-help = Kiosk dan papan memberi tahu semua yang menunggu.
desk-outage-30 = 30 menit lagi
desk-outage-60 = 1 jam lagi
desk-outage-120 = 2 jam lagi
desk-outage-0 = Belum tahu
desk-repair-due = Paling lambat { $date }
desk-which = Dokumen mana?
desk-why = Apa alasannya?
desk-why-help = Peserta membaca kalimat ini di kiosk.
desk-where = Alihkan ke mana?
desk-series = Antrean { $series }
desk-page = { $document }, halaman { $page } dari { $pages }
desk-page-gone = Foto ini sudah dihapus sesuai aturan. Lihat berkas yang dikirim.

## Loket: pesan

desk-said-asked = Dicatat. Peserta cukup memindai tiketnya di kiosk.
desk-said-noted = Dicatat.
desk-refused = Sudah berubah di loket lain. Layar ini sudah diperbarui.
desk-store = Belum tersimpan. Silakan coba lagi.

## Tombol cepat loket

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

## Papan panggilan

board-now = Silakan ke loket
board-before = Panggilan sebelumnya
board-counter = Loket
board-none = Belum ada panggilan
board-help = Dengarkan dan lihat nomor Anda di layar ini.
board-call = Nomor antrean { $series }, { $digits }, silakan ke loket { $counter }.
board-digit-0 = nol
board-digit-1 = satu
board-digit-2 = dua
board-digit-3 = tiga
board-digit-4 = empat
board-digit-5 = lima
board-digit-6 = enam
board-digit-7 = tujuh
board-digit-8 = delapan
board-digit-9 = sembilan
