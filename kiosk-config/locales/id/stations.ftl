### Layar loket, papan panggilan di ruang tunggu, dan dokumen yang diminta lagi.

## Dokumen yang diminta lagi (layar kiosk)

again-please = Petugas minta foto ulang. { $why }
again-unreadable = Tulisannya belum terbaca jelas.
again-cut-off = Sebagian dokumen terpotong.
again-other-document = Yang ada sekarang dokumen lain.
again-not-the-same = Isinya belum sama dengan data Anda.
again-not-there = Dokumen ini belum ada.
banner-page-received = Terima kasih. Foto baru sudah kami terima.
button-asked = Foto ulang: { $document }
check-first = Pemeriksaan pertama
check-second = Pemeriksaan kedua
check-done = Sudah selesai
check-ahead = Menunggu petugas
check-asked = Setelah foto ulang
