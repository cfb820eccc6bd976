### Singkatan lan tegesipun, persis kados ing layar ingkang sepisanan ngangge.
### `.known`: sampun dipunmangertosi sedaya tiyang, mboten prelu dipunterangaken.

-AJB = akta jual beli
-ATM = mesin arta
-BPJS = Badan Penyelenggara Jaminan Sosial
    .known = kaserat ing papan kantor
-HP = telpon genggem
    .known = tembung saben dinten
-JHT = Jaminan Hari Tua
-JKK = Jaminan Kecelakaan Kerja
-JKM = Jaminan Kematian
-JKP = Jaminan Kehilangan Pekerjaan
-JMO = Jamsostek Mobile
-JP = Jaminan Pensiun
-KK = Kartu Keluarga
-KPJ = Kartu Peserta Jamsostek
-KPR = kredit pemilikan rumah
-KTP = Kartu Tanda Penduduk
    .known = sedaya tiyang sepuh gadhah
-NIK = Nomor Induk Kependudukan
-NPWP = kartu pajak
-PHI = Pengadilan Hubungan Industrial
-PIN = angka wados
    .known = petugas sampun mangertos
-PHK = pemutusan hubungan kerja
-PPJB = perjanjian pengikatan jual beli
-SIPP = sistem pelaporan peserta
