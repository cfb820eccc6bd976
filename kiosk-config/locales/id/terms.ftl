### Singkatan dan artinya, persis seperti tertulis di layar yang pertama memakainya.
### `.known`: dikenal semua orang, tidak perlu dijelaskan.

-AJB = akta jual beli
-ATM = mesin uang
-BPJS = Badan Penyelenggara Jaminan Sosial
    .known = tertulis di papan kantor
-HP = telepon genggam
    .known = kata sehari-hari
-JHT = Jaminan Hari Tua
-JKK = Jaminan Kecelakaan Kerja
-JKM = Jaminan Kematian
-JKP = Jaminan Kehilangan Pekerjaan
-JMO = Jamsostek Mobile
-JP = Jaminan Pensiun
-KK = Kartu Keluarga
-KPJ = Kartu Peserta Jamsostek
-KPR = kredit rumah
-KTP = Kartu Tanda Penduduk
    .known = semua orang dewasa punya
-NIK = Nomor Induk Kependudukan
-NPWP = Nomor Pokok Wajib Pajak
-PHI = Pengadilan Hubungan Industrial
-PIN = angka rahasia
    .known = petugas sudah tahu
-PHK = pemutusan hubungan kerja
-PPJB = perjanjian pengikatan jual beli
-SIPP = sistem pelaporan peserta
