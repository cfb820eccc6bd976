### Nomor loket: kapan dibagikan, berapa sisanya, kapan dipanggil; gangguan sistem pusat.

counter-left = Sisa nomor hari ini: { $left }.
counter-other-day = Nomor hari ini sudah habis. Nomor berikutnya untuk { $date }.
counter-closed-title = Nomor belum dibagikan
counter-closed-text = Nomor loket dibagikan mulai { $date }, pukul { $time }. Tidak perlu antre sebelumnya.
counter-gone-title = Nomor sudah habis
counter-gone-text = Nomor baru dibagikan { $date }, pukul { $time }. Klaim di mesin ini tetap bisa diteruskan.
counter-for-day = Nomor ini untuk { $date }.
counter-day = Hari
counter-turn = Perkiraan dipanggil pukul { $time }. Di depan Anda: { $ahead } orang.
counter-back = Anda boleh menunggu di luar. Kembalilah paling lambat pukul { $time }.
counter-called = Nomor Anda sudah dipanggil. Silakan ke loket { $counter }.
counter-missed = Nomor Anda tadi sudah dipanggil. Silakan lapor kepada petugas.
banner-missed = Wawancara Anda belum terlaksana. Pilih waktu baru; isian dan foto Anda masih lengkap.
outage = Sistem pusat sedang terganggu. Isian dan nomor Anda tetap aman.
outage-until = Sistem pusat sedang terganggu, perkiraan sampai pukul { $time }. Isian dan nomor Anda tetap aman.
problem-numbers-gone = Nomor itu baru saja habis. Silakan ambil sekali lagi.
repair-until = Data Anda sedang diperbaiki, selesai paling lambat { $date }. Anda tidak perlu mengisi ulang.
repair-due = Perbaikan data Anda dijanjikan selesai { $date }. Tanyakan di loket; isian Anda masih lengkap.
