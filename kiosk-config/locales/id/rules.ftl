# Kata-kata untuk alasan, dokumen, dan saldo. Kunci mengikuti kode di pusat.toml.

## Alasan klaim

reason-resign = Saya mengundurkan diri
reason-resign-note = Anda berhenti karena mau sendiri. Siapkan surat dari perusahaan.
reason-phk = Saya di-PHK
reason-phk-note = Perusahaan menghentikan Anda (pemutusan hubungan kerja).
reason-pkwt = Kontrak kerja saya habis
reason-pkwt-note = Kontrak Anda berakhir dan Anda tidak bekerja lagi.
reason-usia_56 = Saya sudah berumur 56 tahun
reason-usia_56-note = Anda boleh masih bekerja.
reason-usia_pkb = Saya pensiun dari perusahaan
reason-usia_pkb-note = Umur Anda sudah cukup untuk pensiun di perusahaan.
reason-sebagian_10 = Ambil sebagian, 10 %
reason-sebagian_10-note = Untuk yang sudah 10 tahun menjadi peserta. Hanya bisa satu kali: 10 % atau 30 %.
reason-sebagian_30 = Ambil sebagian, 30 % untuk rumah
reason-sebagian_30-note = Untuk yang sudah 10 tahun menjadi peserta dan membeli rumah. Hanya bisa satu kali: 10 % atau 30 %.
reason-bpu = Saya bekerja sendiri dan berhenti
reason-bpu-note = Misalnya pedagang, petani, atau sopir yang bayar iuran sendiri. Petugas loket akan membantu.
reason-cacat_total = Saya cacat dan tidak bisa bekerja lagi
reason-cacat_total-note = Dokter menyatakan cacat total tetap. Petugas di loket akan membantu Anda.
reason-meninggal = Peserta meninggal dunia
reason-meninggal-note = Untuk suami, istri, anak, atau ahli waris lain. Kami turut berduka. Petugas di loket akan membantu Anda.
reason-wna_pergi = Saya warga asing dan meninggalkan Indonesia
reason-wna_pergi-note = Untuk warga negara asing yang pergi dan tidak kembali bekerja. Petugas di loket akan membantu Anda.

reason-other = Bukan JHT, program lain
reason-other-note = Misalnya pensiun bulanan, kecelakaan kerja, kematian, atau kehilangan pekerjaan.

## Program lain

programme-jp = Jaminan Pensiun (JP)
programme-jp-note = Uang pensiun tiap bulan.
programme-jkk = Jaminan Kecelakaan Kerja (JKK)
programme-jkk-note = Sakit atau luka karena pekerjaan.
programme-jkm = Jaminan Kematian (JKM)
programme-jkm-note = Untuk keluarga peserta yang meninggal dunia.
programme-jkp = Jaminan Kehilangan Pekerjaan (JKP)
programme-jkp-note = Untuk yang di-PHK. Diajukan lewat siapkerja.kemnaker.go.id; petugas loket bisa menunjukkan caranya.

## Dokumen

document-ktp = KTP
document-ktp-note = Kartu Tanda Penduduk yang asli. Biasanya ada di dompet.
document-passport = Paspor
document-passport-note = Paspor asli. Buka halaman yang ada foto Anda.
document-kpj_card = Kartu BPJS Ketenagakerjaan
document-kpj_card-note = Kartu peserta dengan nomor KPJ (Kartu Peserta Jamsostek), 11 angka. Dulu diberikan oleh perusahaan.
document-bank_book = Buku tabungan
document-bank_book-note = Halaman depan dengan nama Anda dan nomor rekening. Rekening harus atas nama Anda sendiri.
document-kk = Kartu Keluarga (KK)
document-kk-note = Lembar besar dengan nama semua anggota keluarga. Bawa kalau ada.
document-npwp = NPWP (Nomor Pokok Wajib Pajak)
document-npwp-note = Kartu dari kantor pajak. Diminta kalau saldo Anda besar atau pernah klaim sebagian.
document-photo = Foto wajah Anda
document-photo-note = Difoto di sini, menghadap ke depan. Tidak perlu membawa apa-apa.
document-resignation_letter = Surat pengunduran diri
document-resignation_letter-note = Surat keterangan dari perusahaan bahwa Anda mengundurkan diri, dengan tanggalnya.
document-paklaring = Paklaring
document-paklaring-note = Surat keterangan pernah bekerja dari perusahaan. Bawa kalau ada.
document-contract_end = Kontrak kerja atau surat habis kontrak
document-contract_end-note = Perjanjian kerja dengan tanggal berakhirnya, atau surat dari perusahaan bahwa kontrak sudah habis.
document-pension_age_proof = Bukti umur pensiun perusahaan
document-pension_age_proof-note = Surat atau peraturan perusahaan yang menyebut umur pensiun. Minta ke bagian personalia.
document-layoff_disnaker_receipt = Tanda terima laporan dari Disnaker
document-layoff_disnaker_receipt-note = Bukti dari Dinas Tenaga Kerja (Disnaker) bahwa PHK Anda sudah dilaporkan.
document-layoff_employer_report = Laporan PHK dari perusahaan
document-layoff_employer_report-note = Surat perusahaan yang melaporkan PHK Anda ke Dinas Tenaga Kerja.
document-layoff_notice = Surat PHK dan pernyataan tidak menolak
document-layoff_notice-note = Surat PHK dari perusahaan, dan surat Anda bahwa Anda menerima PHK itu.
document-layoff_agreement = Perjanjian bersama
document-layoff_agreement-note = Kesepakatan tertulis tentang PHK. Anda dan perusahaan sudah tanda tangan.
document-layoff_ruling = Putusan pengadilan
document-layoff_ruling-note = Putusan hakim tentang PHK Anda, dari Pengadilan Hubungan Industrial (PHI).
document-home_purchase = Bukti beli rumah tunai
document-home_purchase-note = Surat dari notaris: PPJB (perjanjian pengikatan jual beli) atau AJB (akta jual beli).
document-home_credit = Surat kredit rumah dari bank
document-home_credit-note = Perjanjian atau penawaran kredit rumah (KPR) dari bank Anda.
document-leaving_statement = Pernyataan tidak bekerja lagi di Indonesia
document-leaving_statement-note = Surat pernyataan yang Anda tanda tangani. Petugas di loket bisa membantu.
document-doctor_letter = Surat dokter
document-doctor_letter-note = Surat dokter pemeriksa atau dokter penasihat yang menyatakan cacat total tetap.
document-death_letter = Surat kematian
document-death_letter-note = Surat keterangan kematian dari rumah sakit, kelurahan, atau kantor catatan sipil.
document-heir_statement = Surat keterangan ahli waris
document-heir_statement-note = Surat yang menyebut siapa ahli warisnya. Biasanya dari kelurahan atau desa.
document-heir_identity = KTP ahli waris
document-heir_identity-note = KTP orang yang mengajukan klaim. Untuk anak: akta lahir, dan surat perwalian kalau di bawah umur.

## Saldo

balance-up_to_15 = Sampai Rp 15 juta
balance-up_to_50 = Rp 15 juta sampai Rp 50 juta
balance-above_50 = Lebih dari Rp 50 juta
balance-unknown = Saya tidak tahu
balance-unknown-note = Tidak apa-apa. Petugas yang akan memeriksanya.
