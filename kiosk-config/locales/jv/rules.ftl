# Tembung kanggé alesan, dokumen, lan saldo. Kuncinipun manut kode ing pusat.toml.

## Alesan klaim

reason-resign = Kula mundur saking padamelan
reason-resign-note = Panjenengan kèndel nyambut damel saking kersa piyambak. Cawisaken surat pengunduran diri saking perusahaan.
reason-phk = Kula dipun-PHK
reason-phk-note = Panjenengan dipunkèndelaken perusahaan (pemutusan hubungan kerja).
reason-pkwt = Kontrak kula sampun telas
reason-pkwt-note = Kontrakipun sampun rampung lan panjenengan mboten nyambut damel malih.
reason-usia_56 = Umur kula sampun 56 taun
reason-usia_56-note = Panjenengan kénging taksih nyambut damel.
reason-usia_pkb = Kula pènsiun saking perusahaan
reason-usia_pkb-note = Umur panjenengan sampun dumugi umur pènsiun manut aturan perusahaan.
reason-sebagian_10 = Mendhet sapérangan, 10 %
reason-sebagian_10-note = Kanggé ingkang sampun dados peserta 10 taun. Saged namung sepisan: 10 % utawi 30 %.
reason-sebagian_30 = Mendhet sapérangan, 30 % kanggé griya
reason-sebagian_30-note = Kanggé ingkang sampun dados peserta 10 taun lan tumbas griya. Saged namung sepisan: 10 % utawi 30 %.
reason-bpu = Kula usaha piyambak lan sampun kèndel
reason-bpu-note = Kados ta bakul, tani, utawi sopir ingkang mbayar iuran piyambak. Petugas loket badhé mbiyantu panjenengan.
reason-cacat_total = Kula cacat lan mboten saged nyambut damel malih
reason-cacat_total-note = Dhokter nerangaken cacat total tetap. Petugas loket badhé mbiyantu panjenengan.
reason-meninggal = Peserta tilar donya
reason-meninggal-note = Kanggé garwa, putra, utawi ahli waris sanèsipun. Kami ndhèrèk bélasungkawa. Petugas loket badhé mbiyantu panjenengan.
reason-wna_pergi = Kula warga negari manca lan nilar Indonésia
reason-wna_pergi-note = Kanggé warga negari manca ingkang késah lan mboten wangsul nyambut damel ing mriki. Petugas loket badhé mbiyantu panjenengan.
reason-other = Sanès JHT, program sanèsipun
reason-other-note = Kados ta pènsiun saben wulan, kacilakan kerja, kematian, utawi kécalan padamelan.

## Program sanèsipun

programme-jp = Jaminan Pensiun (JP)
programme-jp-note = Arta pènsiun saben wulan.
programme-jkk = Jaminan Kecelakaan Kerja (JKK)
programme-jkk-note = Sakit utawi tatu amargi padamelan.
programme-jkm = Jaminan Kematian (JKM)
programme-jkm-note = Kanggé kulawarga peserta ingkang tilar donya.
programme-jkp = Jaminan Kehilangan Pekerjaan (JKP)
programme-jkp-note = Kanggé ingkang dipun-PHK. Lumantar siapkerja.kemnaker.go.id; petugas loket saged nedahaken caranipun.

## Dokumen

document-ktp = KTP
document-ktp-note = Kartu Tanda Penduduk ingkang asli. Limrahipun wonten ing dhompèt.
document-passport = Paspor
document-passport-note = Paspor asli. Bukak kaca ingkang wonten foto panjenengan.
document-kpj_card = Kartu BPJS Ketenagakerjaan
document-kpj_card-note = Kartu peserta kanthi nomer KPJ (Kartu Peserta Jamsostek), 11 angka. Rumiyin dipunparingi perusahaan.
document-bank_book = Buku tabungan
document-bank_book-note = Kaca ngajeng ingkang wonten asma panjenengan lan nomer rekening. Rekening kedah atas nami panjenengan piyambak.
document-kk = Kartu Keluarga (KK)
document-kk-note = Kertas wiyar ingkang isi nami sedaya kulawarga. Dipunasta menawi wonten.
document-npwp = NPWP (kartu pajak)
document-npwp-note = Nomor Pokok Wajib Pajak, kartu saking kantor pajak. Kedah wonten menawi saldo panjenengan ageng utawi naté klaim sapérangan.
document-photo = Foto pasuryan panjenengan
document-photo-note = Dipunfoto ing mriki, madhep ngajeng. Mboten prelu ngasta punapa-punapa.
document-resignation_letter = Surat pengunduran diri
document-resignation_letter-note = Surat keterangan saking perusahaan bilih panjenengan mundur, wonten tanggalipun.
document-paklaring = Paklaring
document-paklaring-note = Surat keterangan naté nyambut damel saking perusahaan. Dipunasta menawi wonten.
document-contract_end = Kontrak kerja utawi surat habis kontrak
document-contract_end-note = Perjanjian kerja kanthi tanggal rampungipun, utawi surat saking perusahaan bilih kontrak sampun telas.
document-pension_age_proof = Bukti umur pènsiun perusahaan
document-pension_age_proof-note = Surat utawi peraturan perusahaan ingkang nyebat umur pènsiun. Nyuwun dhateng bagian personalia.
document-layoff_disnaker_receipt = Tanda terima laporan saking Disnaker
document-layoff_disnaker_receipt-note = Bukti saking Dinas Tenaga Kerja (Disnaker) bilih PHK panjenengan sampun dipunlaporaken.
document-layoff_employer_report = Laporan PHK saking perusahaan
document-layoff_employer_report-note = Surat perusahaan ingkang nglaporaken PHK panjenengan dhateng Dinas Tenaga Kerja.
document-layoff_notice = Surat PHK lan pernyataan tidak menolak
document-layoff_notice-note = Surat pemberitahuan PHK saking perusahaan, sareng pernyataan bilih panjenengan mboten nolak.
document-layoff_agreement = Perjanjian bersama
document-layoff_agreement-note = Serat sarujuk bab PHK ingkang dipuntandhatangani panjenengan lan perusahaan.
document-layoff_ruling = Putusan pengadilan
document-layoff_ruling-note = Putusan Pengadilan Hubungan Industrial (PHI) bab PHK panjenengan.
document-home_purchase = Bukti tumbas griya kontan
document-home_purchase-note = PPJB (perjanjian pengikatan jual beli) utawi AJB (akta jual beli) saking notaris.
document-home_credit = Surat kredit griya saking bank
document-home_credit-note = Perjanjian utawi penawaran kredit griya, KPR (kredit pemilikan rumah), saking bank panjenengan.
document-leaving_statement = Pernyataan mboten nyambut damel malih ing Indonésia
document-leaving_statement-note = Surat pernyataan ingkang panjenengan tandhatangani. Petugas loket saged mbiyantu.
document-doctor_letter = Surat dhokter
document-doctor_letter-note = Surat saking dhokter ingkang mriksa utawi dhokter penasihat, nerangaken cacat total tetap.
document-death_letter = Surat kematian
document-death_letter-note = Surat keterangan kematian saking griya sakit, kelurahan, utawi kantor catatan sipil.
document-heir_statement = Surat keterangan ahli waris
document-heir_statement-note = Surat ingkang nyebat sinten ahli warisipun. Limrahipun saking kelurahan utawi desa.
document-heir_identity = KTP ahli waris
document-heir_identity-note = KTP tiyang ingkang ngajengaken klaim. Kanggé putra: akta lahir, lan surat perwalian menawi dèrèng umur.

## Saldo

balance-up_to_15 = Ngantos Rp 15 yuta
balance-up_to_50 = Rp 15 yuta ngantos Rp 50 yuta
balance-above_50 = Langkung saking Rp 50 yuta
balance-unknown = Kula mboten mangertos
balance-unknown-note = Mboten punapa-punapa. Petugas ingkang badhé mriksa.
