import type { Action, Body, Button, Choice, Field, Header, Overlay, Screen, StepState } from '../src/generated/screen';

/** A screen without what the page around it decides. */
export type Fixture = Omit<Screen, 'visit' | 'look'>;

const button = (id: string, label: string, icon: string | null, action: Action): Button => ({ id, label, icon, action });
const NEXT: Action = { do: 'next' };
const photo = (name: string) => `/@fs${__SAMPLES__}/${name}.jpg`;

const STEPS = ['Persiapan', 'Data diri', 'Dokumen', 'Periksa', 'Jadwal', 'Tiket'];
const STATES: Record<StepState, string> = { done: 'selesai', now: 'sekarang', ahead: 'nanti' };

function header(step: number | null): Header {
  const inCase = step !== null;
  const state = (at: number): StepState => (at < (step ?? 0) ? 'done' : at === step ? 'now' : 'ahead');
  return {
    product: 'Anjungan Asik',
    branch: 'Kantor Cabang Malang',
    steps: inCase
      ? { label: 'Langkah klaim Anda', items: STEPS.map((name, at) => ({ name, state: state(at), state_label: STATES[state(at)] })) }
      : null,
    code: inCase && step > 0 ? { label: 'Kode lanjut Anda', value: 'K7QM 4T2P' } : null,
    assistant: button('assistant', 'Panggil petugas', 'assistant', { do: 'call_assistant' }),
    counter: button('counter', 'Ambil nomor loket', 'ticket', { do: 'counter_ticket' }),
    preferences: inCase ? button('preferences', 'Bahasa & huruf', 'text-size', { do: 'preferences' }) : null,
    voice: button('voice', 'Dengarkan', 'speaker', { do: 'voice', on: true }),
    leave: inCase ? button('leave', 'Berhenti dulu', 'leave', { do: 'leave' }) : null,
  };
}

function screen(name: string, step: number | null, title: string, help: string | null, body: Body, more: Partial<Fixture> = {}): Fixture {
  return {
    name,
    language: 'id',
    header: header(step),
    title,
    help,
    body,
    banner: null,
    practice: null,
    back: step === null ? null : button('back', 'Kembali', 'arrow-left', { do: 'back' }),
    next: step === null ? null : button('next', 'Lanjut', 'arrow-right', NEXT),
    overlay: null,
    ...more,
  };
}

const choice = (id: string, label: string, note: string | null = null, icon: string | null = null, chosen = false): Choice => ({
  button: button(id, label, icon, { do: 'choose', id }),
  note,
  chosen,
  enabled: true,
});

const reasons: [string, string, string][] = [
  ['resign', 'Saya mengundurkan diri', 'Anda berhenti bekerja atas kemauan sendiri. Siapkan surat pengunduran diri dari perusahaan.'],
  ['phk', 'Saya di-PHK', 'Perusahaan menghentikan Anda (pemutusan hubungan kerja).'],
  ['pkwt', 'Kontrak kerja saya habis', 'Kontrak Anda berakhir dan Anda tidak bekerja lagi.'],
  ['usia_56', 'Saya sudah berumur 56 tahun', 'Anda boleh masih bekerja.'],
  ['usia_pkb', 'Saya pensiun dari perusahaan', 'Umur Anda sudah mencapai umur pensiun menurut aturan perusahaan.'],
  ['sebagian_10', 'Ambil sebagian, 10 %', 'Untuk yang sudah 10 tahun menjadi peserta. Hanya bisa satu kali: 10 % atau 30 %.'],
  ['sebagian_30', 'Ambil sebagian, 30 % untuk rumah', 'Untuk yang sudah 10 tahun menjadi peserta dan membeli rumah. Hanya bisa satu kali: 10 % atau 30 %.'],
  ['bpu', 'Saya bekerja sendiri dan berhenti', 'Misalnya pedagang, petani, atau pengemudi yang membayar iuran sendiri. Petugas di loket akan membantu Anda.'],
  ['cacat_total', 'Saya cacat dan tidak bisa bekerja lagi', 'Dokter menyatakan cacat total tetap. Petugas di loket akan membantu Anda.'],
  ['other', 'Alasan lain', 'Misalnya program JKK, JKM, JP, atau JKP. Petugas di loket akan membantu Anda.'],
  ['meninggal', 'Peserta meninggal dunia', 'Untuk suami, istri, anak, atau ahli waris lain. Kami turut berduka. Petugas di loket akan membantu Anda.'],
  ['wna_pergi', 'Saya warga asing dan meninggalkan Indonesia', 'Untuk warga negara asing yang pergi dan tidak kembali bekerja. Petugas di loket akan membantu Anda.'],
];

const documents: [string, string, string, string, boolean | null][] = [
  ['ktp', 'KTP', 'Wajib', 'Kartu Tanda Penduduk yang asli. Biasanya ada di dompet.', true],
  ['kpj_card', 'Kartu BPJS Ketenagakerjaan', 'Wajib', 'Kartu peserta dengan nomor KPJ (Kartu Peserta Jamsostek), 11 angka. Dulu diberikan oleh perusahaan.', true],
  ['bank_book', 'Buku tabungan', 'Wajib', 'Halaman depan dengan nama Anda dan nomor rekening. Rekening harus atas nama Anda sendiri.', false],
  ['kk', 'Kartu Keluarga (KK)', 'Bila ada', 'Lembar besar dengan nama semua anggota keluarga. Bawa kalau ada.', null],
  ['npwp', 'NPWP', 'Hanya bila saldo di atas Rp50 juta', 'Nomor Pokok Wajib Pajak, kartu dari kantor pajak. Diminta kalau saldo Anda besar atau pernah klaim sebagian.', null],
  ['resignation_letter', 'Surat pengunduran diri', 'Wajib', 'Surat keterangan dari perusahaan bahwa Anda mengundurkan diri, dengan tanggalnya.', null],
  ['paklaring', 'Paklaring', 'Bila ada', 'Surat keterangan pernah bekerja dari perusahaan. Bawa kalau ada.', null],
  ['photo', 'Foto wajah Anda', 'Wajib', 'Difoto di sini, menghadap ke depan. Tidak perlu membawa apa-apa.', null],
];
const allDocuments = [
  'ktp', 'kpj_card', 'bank_book', 'photo', 'kk', 'npwp', 'passport', 'resignation_letter', 'paklaring', 'contract_end',
  'pension_age_proof', 'layoff_disnaker_receipt', 'layoff_employer_report', 'layoff_notice', 'layoff_agreement',
  'layoff_ruling', 'home_purchase', 'home_credit', 'leaving_statement', 'doctor_letter', 'death_letter',
  'heir_statement', 'heir_identity',
];

const item = ([id, title, need, note, have]: (typeof documents)[number]) => ({
  id,
  title,
  note,
  need,
  have,
  yes: button(`have-${id}`, 'Ada', 'check', { do: 'have', document: id, have: true }),
  no: button(`have-not-${id}`, 'Tidak ada', 'cross', { do: 'have', document: id, have: false }),
});

function field(name: string, title: string, help: string, more: Partial<Field> & Pick<Field, 'label' | 'keyboard'>): Fixture {
  const body: Body = {
    kind: 'field',
    id: name,
    typed: '',
    groups: [],
    group_labels: [],
    separator: ' ',
    example: null,
    picture: null,
    picture_label: null,
    image: null,
    read: null,
    problem: null,
    warning: null,
    comfort: null,
    keys: { erase: 'Hapus', clear: 'Hapus semua', space: 'Spasi' },
    ...more,
  };
  const next = button('next', 'Lanjut', 'arrow-right', { do: 'answer', text: '' });
  return screen(name, 1, title, help, body, { next });
}

const nik: Partial<Field> & Pick<Field, 'label' | 'keyboard'> = {
  label: 'NIK',
  keyboard: 'digits',
  groups: [4, 4, 4, 4],
  typed: '350715520',
  example: 'Contoh: 3507 0000 0000 0000',
  picture: 'where-nik',
  picture_label: 'NIK ada di baris paling atas KTP',
};

const over = (overlay: Partial<Overlay> & Pick<Overlay, 'name' | 'icon' | 'title' | 'paragraphs' | 'buttons'>): Partial<Fixture> => ({
  overlay: { seconds_left: null, seconds_total: null, number: null, ...overlay },
});
export const PRACTICE = 'Latihan: tidak ada yang disimpan atau dikirim';
const CODE = { label: 'Kode lanjut Anda', value: 'K7QM 4T2P' };
const carryOn = button('carry-on', 'Kembali ke layar tadi', 'arrow-left', { do: 'cancel' });

const answer = (id: string, label: string, value: string, image: string | null = null) => ({
  label,
  value,
  image,
  change: button(`change-${id}`, 'Ubah', 'pencil', { do: 'change', step: id }),
});

const reading = (document: string, name: string, shape: 'card' | 'book', rows: ReturnType<typeof answer>[], warnings: string[]) =>
  screen(`read-${document}`, 1, 'Apakah ini sudah benar?', `Ini terbaca dari ${name} Anda. Bandingkan dengan aslinya.`, {
    kind: 'reading',
    image: photo(document),
    image_label: `Foto ${name}`,
    shape,
    rows,
    warnings,
    enlarge: 'Perbesar',
    close: 'Tutup',
  }, { next: button('all-right', 'Semua sudah benar', 'check', NEXT) });

const nikScreen = field('nik', 'Berapa NIK Anda?', 'NIK adalah Nomor Induk Kependudukan, 16 angka di KTP.', nik);
const notice = (name: string, step: number | null, title: string, help: string, body: Omit<Extract<Body, { kind: 'notice' }>, 'kind'>) =>
  screen(name, step, title, help, { kind: 'notice', ...body }, { next: null });

const ticketBody: Extract<Body, { kind: 'ticket' }> = {
  kind: 'ticket',
  number: 'A-014',
  number_label: 'Nomor Anda',
  rows: [
    { label: 'Hari wawancara', value: 'Rabu, 25 November 2026' },
    { label: 'Jam', value: '09.30' },
    { label: 'Tempat', value: 'Kantor Cabang Malang' },
    { label: 'Kode lanjut Anda', value: 'K7QM 4T2P' },
  ],
  checks: [],
  asked: null,
  bring: { label: 'Bawa yang asli', lines: ['KTP', 'Kartu BPJS Ketenagakerjaan', 'Buku tabungan', 'Kartu Keluarga (KK)', 'Surat pengunduran diri', 'Paklaring'] },
  paper: 'printed',
  paper_text: 'Silakan ambil tiket Anda di bawah.',
  print_again: button('print-again', 'Cetak lagi', 'printer', { do: 'print_again' }),
  done: button('done', 'Selesai', 'check', { do: 'done' }),
};

const capture = (shape: 'card' | 'sheet' | 'book' | 'face', title: string, help: string, camera: 'live' | 'missing' | 'starting' = 'live') =>
  screen(`capture-${shape}-${camera}`, 2, title, help, {
    kind: 'capture',
    shape,
    camera,
    advice:
      camera === 'live'
        ? 'Rapikan di dalam bingkai, lalu sentuh "Ambil foto".'
        : 'Kamera sedang terganggu. Kami terus mencoba. Anda bisa lanjut dan membawa yang asli saat wawancara, atau panggil petugas.',
    icon: camera === 'live' ? 'info' : 'unplugged',
    frozen: false,
    shoot: camera === 'live' ? button('shoot', 'Ambil foto', 'camera', { do: 'shoot' }) : null,
    others: [
      button('bring-later', 'Bawa aslinya nanti', 'mail', { do: 'bring_later' }),
    ],
  }, { next: null });

/** The live picture with what is to be changed. */
const advised = (name: string, advice: string, icon: string) => {
  const live = capture('card', 'Letakkan KTP di bawah kamera', 'Kartu Tanda Penduduk yang asli. Biasanya ada di dompet.');
  if (live.body.kind !== 'capture') return live;
  const frozen = name === 'frozen';
  return { ...live, name: `capture-${name}`, body: { ...live.body, advice, icon, frozen, shoot: frozen ? null : live.body.shoot } };
};

const picture = (good: boolean): Extract<Body, { kind: 'picture' }> => ({
  kind: 'picture',
  image: photo('ktp'),
  image_label: 'Foto KTP',
  shape: 'card',
  good,
  verdict: good
    ? { icon: 'check', title: 'Foto terbaca', text: 'Periksa: semua tulisan terlihat dan tidak terpotong.' }
    : { icon: 'blur', title: 'Foto masih buram', text: 'Letakkan dokumen di meja, lepas tangan, lalu foto lagi.' },
  keep: good ? button('keep', 'Pakai foto ini', 'check', { do: 'keep' }) : null,
  retake: button('retake', 'Foto ulang', 'retake', { do: 'retake' }),
  enlarge: 'Perbesar',
  close: 'Tutup',
});

const list: Fixture[] = [
  screen('welcome', null, 'Klaim JHT di sini, dipandu langkah demi langkah', 'JHT adalah Jaminan Hari Tua. Tidak perlu punya ponsel pintar. Sekitar 10 menit.', {
    kind: 'welcome',
    points: [
      { icon: 'checklist', title: 'Jawab pertanyaan', text: 'Satu pertanyaan di tiap layar.' },
      { icon: 'camera', title: 'Tunjukkan dokumen', text: 'Kamera memotret untuk Anda.' },
      { icon: 'ticket', title: 'Bawa pulang tiket', text: 'Dengan jadwal wawancara Anda.' },
    ],
    notice: { icon: 'free', title: 'GRATIS. Hati-hati calo.', text: 'Jangan bayar siapa pun. Jangan titipkan KTP Anda.' },
    begin: button('begin', 'Sentuh untuk mulai', 'hand', { do: 'begin' }),
    resume: button('resume', 'Lanjutkan klaim saya', 'qr', { do: 'resume' }),
    languages: [
      button('language-id', 'Bahasa Indonesia', null, { do: 'language', language: 'id' }),
      button('language-jv', 'Basa Jawa', null, { do: 'language', language: 'jv' }),
      button('language-en', 'English', null, { do: 'language', language: 'en' }),
    ],
    more: [
      button('story', 'Begini caranya', 'story', NEXT),
      button('documents', 'Dokumen yang diperlukan', 'document', NEXT),
      button('practice', 'Latihan dulu', 'practice', NEXT),
    ],
  }),
  screen('story', null, 'Begini caranya', 'Enam langkah, sekitar 10 menit. Baca dari nomor 1.', {
    kind: 'story',
    panels: [
      { icon: 'story-choose', title: 'Pilih alasan klaim', text: 'Satu pertanyaan di tiap layar. Sentuh jawaban yang sesuai.' },
      { icon: 'story-documents', title: 'Siapkan dokumen', text: 'Letakkan KTP, kartu peserta, dan buku tabungan Anda di meja.' },
      { icon: 'story-data', title: 'Isi data dari kartu', text: 'Kami tunjukkan di mana nomornya. Ketik dengan tombol angka.' },
      { icon: 'story-camera', title: 'Foto dokumen', text: 'Taruh di bawah kamera. Kalau buram, foto lagi yang itu saja.' },
      { icon: 'story-schedule', title: 'Pilih hari wawancara', text: 'Sebelum itu tidak ada yang dikirim tanpa persetujuan Anda.' },
      { icon: 'story-ticket', title: 'Bawa pulang tiket', text: 'Nomor, hari, dan jam Anda tercetak di kertas.' },
    ],
    others: [button('print-story', 'Cetak langkah-langkah ini', 'printer', { do: 'print_again' }), button('try', 'Latihan dulu', 'practice', NEXT)],
  }, { back: button('back', 'Kembali', 'arrow-left', { do: 'back' }), next: button('begin', 'Mulai klaim', 'arrow-right', { do: 'begin' }) }),
  screen('documents', null, 'Dokumen apa yang diperlukan?', 'Untuk yang mengundurkan diri. Bawa yang asli, bukan fotokopi.', {
    kind: 'documents',
    items: documents.map(([id, title, need, note]) => ({ id, title, need, note })),
    others: [button('print-list', 'Cetak daftar dokumen', 'printer', { do: 'print_again' })],
  }, { back: button('back', 'Kembali', 'arrow-left', { do: 'back' }) }),
  screen('preferences', 0, 'Pilih bahasa dan ukuran huruf', 'Bisa diubah kapan saja lewat tombol di atas.', {
    kind: 'preferences',
    groups: [
      { label: 'Bahasa', choices: [choice('language-id', 'Bahasa Indonesia', null, null, true), choice('language-jv', 'Basa Jawa'), choice('language-en', 'English')] },
      {
        label: 'Ukuran huruf',
        choices: (['small', 'medium', 'large', 'huge'] as const).map((size, at) => ({
          ...choice(`size-${at}`, ['Kecil', 'Sedang', 'Besar', 'Paling besar'][at] ?? '', null, null, size === 'medium'),
          button: button(`size-${at}`, ['Kecil', 'Sedang', 'Besar', 'Paling besar'][at] ?? '', null, { do: 'text_size', size }),
        })),
      },
      {
        label: 'Warna',
        choices: [false, true].map((high) => ({
          ...choice(`contrast-${high}`, '', null, null, !high),
          button: button(`contrast-${high}`, high ? 'Kontras tinggi' : 'Biasa', null, { do: 'contrast', high }),
        })),
      },
      {
        label: 'Prioritas',
        choices: [
          choice('priority-no', 'Nomor biasa', null, null, true),
          choice('priority-yes', 'Nomor prioritas', 'Untuk lanjut usia, penyandang disabilitas, ibu hamil, dan yang membawa bayi. Tidak perlu bukti.'),
        ],
      },
    ],
    sample: 'Apakah kalimat ini mudah Anda baca?',
  }),
  screen('consent', 0, 'Bolehkah kami memakai data Anda?', 'Tidak ada yang dikirim sebelum Anda menyetujui di akhir.', {
    kind: 'points',
    points: [
      { icon: 'document', title: 'Data apa', text: 'Nama, nomor KTP, nomor HP, rekening, foto dokumen, dan foto wajah Anda.' },
      { icon: 'checklist', title: 'Untuk apa', text: 'Hanya untuk mengurus klaim JHT Anda.' },
      { icon: 'building', title: 'Siapa yang melihat', text: 'Petugas BPJS Ketenagakerjaan yang memeriksa klaim Anda.' },
      { icon: 'clock', title: 'Berapa lama', text: 'Foto dihapus dari mesin ini setelah diserahkan. Klaim yang belum selesai disimpan beberapa hari kerja.' },
      { icon: 'shield', title: 'Hak Anda', text: 'Anda boleh berhenti kapan saja dan minta data dihapus. Panggil petugas bila ragu.' },
    ],
  }, { next: button('agree', 'Saya setuju', 'check', NEXT) }),
  screen('reason', 0, 'Mengapa Anda mengajukan klaim?', 'Sentuh satu yang paling sesuai.', {
    kind: 'choices',
    groups: [{ label: '', choices: reasons.map(([id, label, note]) => choice(id, label, note, id, id === 'phk')) }],
  }, { next: null }),
  screen('balance', 0, 'Berapa kira-kira saldo JHT Anda?', 'Perkiraan saja cukup. Kalau tidak tahu, tidak apa-apa.', {
    kind: 'choices',
    groups: [{ label: '', choices: [choice('up_to_15', 'Sampai Rp 15 juta'), choice('up_to_50', 'Rp 15 juta sampai Rp 50 juta'), choice('above_50', 'Lebih dari Rp 50 juta'), choice('unknown', 'Saya tidak tahu', 'Tidak apa-apa. Petugas yang akan memeriksanya.')] }],
  }, { next: null }),
  screen('bank', 1, 'Bank apa yang Anda pakai?', 'Rekening harus atas nama Anda sendiri dan masih aktif.', {
    kind: 'choices',
    groups: [{ label: '', choices: ['Bank Rakyat Indonesia', 'Bank Mandiri', 'Bank Central Asia', 'Bank Negara Indonesia', 'Bank Tabungan Negara', 'Bank Syariah Indonesia', 'CIMB Niaga', 'Bank Jatim'].map((name, at) => choice(`00${at}`, name, null, null, at === 0)) }],
  }, { next: null }),
  screen('rating', 5, 'Bagaimana pelayanan kami hari ini?', 'Sentuh satu wajah. Tidak ada nama Anda di jawaban ini.', {
    kind: 'choices',
    groups: [{ label: '', choices: ['Mengecewakan', 'Kurang memuaskan', 'Memuaskan', 'Sangat memuaskan'].map((word, at) => choice(`rate-${at + 1}`, word, null, `face-${at + 1}`, at === 3)) }],
  }, { next: button('skip', 'Lewati', 'arrow-right', NEXT) }),
  screen('slot', 4, 'Jam berapa Anda bisa datang?', 'Pilih satu jam, lalu sentuh "Ambil tiket".', {
    kind: 'choices',
    groups: [{ label: 'Rabu, 25 November 2026', choices: Array.from({ length: 14 }, (_, at) => ({ ...choice(`s${at}`, `${String(8 + Math.floor(at / 2)).padStart(2, '0')}.${at % 2 ? '30' : '00'}`, at % 5 === 1 ? 'Penuh' : null, 'clock', at === 3), enabled: at % 5 !== 1 })) }],
  }, { next: button('take-ticket', 'Ambil tiket', 'ticket', NEXT) }),
  screen('checklist', 0, 'Dokumen apa yang Anda bawa?', 'Sentuh "Ada" atau "Tidak ada" untuk tiap dokumen. Bawa yang asli, bukan fotokopi.', {
    kind: 'checklist',
    items: documents.map(item),
  }),
  screen('checklist-all', 0, 'Dokumen apa yang Anda bawa?', 'Sentuh "Ada" atau "Tidak ada" untuk tiap dokumen.', {
    kind: 'checklist',
    items: allDocuments.map((id) => item([id, id, 'Wajib', 'Contoh gambar.', null])),
  }, { banner: { icon: 'alert', tone: 'care', text: 'Ada dokumen yang belum dijawab. Sentuh "Ada" atau "Tidak ada" untuk tiap dokumen.' } }),
  field('name', 'Siapa nama Anda?', 'Tulis sama seperti di KTP, tanpa gelar bila di KTP tidak ada.', {
    label: 'Nama lengkap', keyboard: 'name', typed: 'SITI CONTOH WULANDARI', example: 'Contoh: SITI AMINAH', picture: 'where-name', picture_label: 'Nama ada di bawah NIK',
  }),
  nikScreen,
  field('nik-problem', 'Berapa NIK Anda?', 'NIK adalah Nomor Induk Kependudukan, 16 angka di KTP.', { ...nik, problem: 'Baru 9 angka. NIK ada 16 angka. Periksa lagi di KTP.' }),
  field('nik-comfort', 'Berapa NIK Anda?', 'NIK adalah Nomor Induk Kependudukan, 16 angka di KTP.', {
    ...nik, typed: '1903045208790001', comfort: 'Kabupaten Kepulauan Bangka Selatan, perempuan, lahir 12 September 1979',
  }),
  field('npwp', 'Berapa NPWP Anda?', 'NPWP (Nomor Pokok Wajib Pajak) ada 15 atau 16 angka.', {
    label: 'NPWP', keyboard: 'digits', groups: [4, 4, 4, 4], typed: '', example: 'Contoh: 1234 5678 9012 345', picture: 'where-npwp', picture_label: 'Nomor ada di bagian depan kartu NPWP',
  }),
  field('ended', 'Kapan Anda berhenti bekerja?', 'Lihat tanggal pada surat dari perusahaan.', {
    label: 'Tanggal berhenti', keyboard: 'digits', groups: [2, 2, 4], group_labels: ['Tanggal', 'Bulan', 'Tahun'], typed: '12062026', example: 'Contoh: 31 05 2026', picture: 'where-ended', picture_label: 'Tanggal ada di bagian atas surat',
    comfort: 'Sudah satu bulan lebih. Anda bisa mengajukan klaim hari ini.',
  }),
  field('birth-date', 'Kapan Anda lahir?', 'Tulis tanggal, bulan, lalu tahun.', {
    label: 'Tanggal lahir', keyboard: 'digits', groups: [2, 2, 4], group_labels: ['Tanggal', 'Bulan', 'Tahun'], typed: '1208', example: 'Contoh: 17 08 1970', picture: 'where-birth-date', picture_label: 'Tanggal lahir ada di bawah nama',
    warning: 'Tanggal ini berbeda dari yang ada di NIK. Kalau memang begitu di KTP, sentuh Lanjut sekali lagi.',
  }),
  field('account', 'Berapa nomor rekening Anda?', 'Uang klaim dikirim ke rekening ini. Harus atas nama Anda sendiri.', {
    label: 'Nomor rekening', keyboard: 'digits', groups: [4, 4, 4, 4, 4], typed: '0123456789', example: 'Lihat halaman pertama buku tabungan', picture: 'where-account', picture_label: 'Nomor ada di halaman pertama buku tabungan',
  }),
  field('kpj', 'Berapa nomor peserta Anda?', 'Nomor ini disebut KPJ, 11 angka di kartu BPJS Ketenagakerjaan.', {
    label: 'Nomor peserta (KPJ)', keyboard: 'digits', groups: [4, 4, 3], typed: '19O1234', example: 'Contoh: 1900 0000 000', picture: 'where-kpj', picture_label: 'Nomor ada di bagian depan kartu', problem: 'Nomor peserta hanya berisi angka. Hapus huruf atau tanda lain.',
  }),
  field('phone', 'Berapa nomor HP Anda?', 'Pilih nomor yang aktif dan Anda pegang sekarang. Petugas akan menghubungi nomor ini.', {
    label: 'Nomor HP', keyboard: 'digits', groups: [4, 4, 5], typed: '0812', example: 'Contoh: 0812 3456 7890',
  }),
  field('resume-code', 'Ketik kode di kertas Anda', 'Kode ada 8 huruf dan angka.', { label: 'Kode lanjut', keyboard: 'code', groups: [4, 4], typed: 'K7QM4' }),
  capture('card', 'Letakkan KTP di bawah kamera', 'Kartu Tanda Penduduk yang asli. Biasanya ada di dompet.'),
  capture('sheet', 'Letakkan Kartu Keluarga (KK) di bawah kamera', 'Lembar besar dengan nama semua anggota keluarga. Bawa kalau ada.'),
  capture('book', 'Letakkan Buku tabungan di bawah kamera', 'Halaman depan dengan nama Anda dan nomor rekening.'),
  capture('face', 'Lihat ke kamera untuk foto wajah', 'Difoto di sini, menghadap ke depan.'),
  capture('card', 'Letakkan KTP di bawah kamera', 'Kartu Tanda Penduduk yang asli. Biasanya ada di dompet.', 'missing'),
  advised('good', 'Sudah pas. Foto sedang diambil.', 'check'),
  advised('glare', 'Ada pantulan lampu. Geser atau miringkan sedikit.', 'bright'),
  advised('frozen', 'Foto sudah diambil. Tunggu sebentar.', 'hourglass'),
  screen('pages', 2, 'Apakah ada halaman lain?', 'Ini halaman Perjanjian bersama yang sudah difoto.', {
    kind: 'pages',
    pages: [1, 2].map((page) => ({
      label: `Halaman ${page}`,
      image: photo('resignation_letter'),
      retake: button(`retake-${page}`, 'Foto ulang', 'retake', { do: 'page', at: page - 1 }),
    })),
    another: button('another-page', 'Foto halaman lain', 'camera', { do: 'page', at: 2 }),
    done: button('pages-done', 'Sudah semua', 'check', NEXT),
    enlarge: 'Perbesar',
    close: 'Tutup',
  }, { next: null }),
  screen('picture', 2, 'Apakah fotonya jelas?', null, picture(true), { next: null }),
  screen('picture-bad', 2, 'Mari kita foto sekali lagi', null, picture(false), { next: null }),
  reading('ktp', 'KTP', 'card', [answer('name', 'Nama lengkap', 'SITI CONTOH WULANDARI'), answer('nik', 'NIK', '3507 1552 0879 0001'), answer('birth-date', 'Tanggal lahir', '12 Agustus 1979')], []),
  reading('bank_book', 'Buku tabungan', 'book', [answer('bank', 'Bank', 'Bank Rakyat Indonesia (BRI)'), answer('account', 'Nomor rekening', '0123 4567 8901 234')], ['Nama di buku tabungan tampak berbeda dari KTP Anda. Rekening harus atas nama Anda sendiri. Kalau buku ini milik orang lain, pakai rekening Anda.']),
  reading('npwp', 'NPWP (Nomor Pokok Wajib Pajak)', 'card', [answer('npwp', 'NPWP', '3507 1552 0879 0001')], []),
  field('nik-read', 'Berapa NIK Anda?', 'NIK adalah Nomor Induk Kependudukan, 16 angka di KTP.', {
    ...nik, typed: '3507155208790001', comfort: 'Kabupaten Malang · perempuan · 12 Agustus 1979', image: photo('ktp'), read: 'Terbaca dari KTP Anda. Mohon periksa.',
  }),
  field('name-read', 'Siapa nama Anda?', 'Tulis sama seperti di KTP, tanpa gelar bila di KTP tidak ada.', {
    label: 'Nama lengkap', keyboard: 'name', typed: 'SITI CONTOH WULANDARI', example: 'Contoh: SITI AMINAH', picture: 'where-name', picture_label: 'Nama ada di bawah deretan 16 angka', image: photo('ktp'), read: 'Terbaca dari KTP Anda. Mohon periksa.',
  }),
  screen('answers', 3, 'Periksa jawaban Anda', 'Kalau ada yang salah, sentuh "Ubah" di sebelahnya.', {
    kind: 'answers',
    warnings: ['Tanggal lahir dan NIK tampak berbeda. Bandingkan lagi dengan KTP. Kalau memang begitu, lanjut saja.'],
    groups: [
      { title: 'Klaim', rows: [answer('reason', 'Alasan', 'Saya mengundurkan diri'), answer('balance', 'Perkiraan saldo', 'Rp 15 juta sampai Rp 50 juta')] },
      { title: 'Data diri', rows: [answer('name', 'Nama lengkap', 'SITI CONTOH WULANDARI'), answer('nik', 'NIK', '3507 1552 0879 0001'), answer('birth-date', 'Tanggal lahir', '12 Agustus 1979'), answer('kpj', 'Nomor peserta (KPJ)', '1901 2345 678')] },
      { title: 'HP dan rekening', rows: [answer('phone', 'Nomor HP', '0812 3456 7890'), answer('bank', 'Bank', 'Bank Rakyat Indonesia'), answer('account', 'Nomor rekening', '0123 4567 8901 234')] },
      {
        title: 'Dokumen',
        rows: [
          answer('c-ktp', 'KTP', 'Sudah difoto', photo('ktp')),
          answer('c-kpj', 'Kartu BPJS Ketenagakerjaan', 'Sudah difoto', photo('kpj_card')),
          answer('c-book', 'Buku tabungan', 'Bawa aslinya saat wawancara'),
          answer('c-kk', 'Kartu Keluarga (KK)', 'Sudah difoto, petugas akan memeriksa aslinya', photo('kk')),
          answer('c-letter', 'Surat pengunduran diri', 'Sudah difoto', photo('resignation_letter')),
          answer('c-photo', 'Foto wajah Anda', 'Sudah difoto', photo('photo')),
        ],
      },
    ],
  }, { next: button('all-right', 'Semua sudah benar', 'check', NEXT) }),
  screen('scan', null, 'Tunjukkan kode pada kertas Anda', 'Arahkan kotak hitam-putih di tiket atau kertas Anda ke kamera.', {
    kind: 'scan',
    camera: 'live',
    advice: 'Pegang kertas sekitar satu jengkal dari kamera.',
    type_code: button('type-code', 'Ketik kode', 'keyboard', { do: 'type_code' }),
  }, { back: button('back', 'Kembali', 'arrow-left', { do: 'back' }) }),
  screen('ticket', 5, 'Klaim Anda sudah lengkap', 'Simpan tiket ini. Datang sesuai jadwal dengan dokumen asli.', ticketBody, { back: null, next: null }),
  screen('ticket-returned', 5, 'Klaim Anda sudah lengkap', 'Simpan tiket ini. Datang sesuai jadwal dengan dokumen asli.', {
    ...ticketBody,
    checks: [
      { label: 'Pemeriksaan pertama', value: 'Setelah foto ulang' },
      { label: 'Pemeriksaan kedua', value: 'Setelah foto ulang' },
    ],
    asked: button('asked', 'Foto ulang: Buku tabungan', 'camera', { do: 'change', step: 'capture-bank_book' }),
  }, { back: null, next: null }),
  screen('ticket-failed', 5, 'Klaim Anda sudah lengkap', 'Simpan tiket ini. Datang sesuai jadwal dengan dokumen asli.', { ...ticketBody, paper: 'failed', paper_text: 'Kertas belum keluar. Nomor Anda tetap berlaku: catat nomornya, atau sentuh "Cetak lagi".' }, { back: null, next: null }),
  notice('missing', 1, 'Ada dokumen yang belum ada', 'Tidak apa-apa, Anda tetap bisa maju.', {
    icon: 'document',
    number: null,
    paragraphs: ['• Buku tabungan', '• Surat pengunduran diri', 'Lanjut sekarang dan bawa saat wawancara. Atau cetak daftarnya dan kembali lain waktu; jawaban Anda tersimpan.'],
    buttons: [button('go-on-anyway', 'Lanjut sekarang', 'arrow-right', NEXT), button('print-list', 'Cetak daftar dokumen', 'printer', { do: 'print_again' }), button('leave-for-now', 'Simpan, lanjut lain waktu', 'leave', { do: 'leave' })],
  }),
  notice('counter', 5, 'Nomor loket Anda', 'Tunggu nomor ini dipanggil.', {
    icon: 'ticket',
    number: { label: 'Nomor Anda', value: 'B-027' },
    paragraphs: ['Silakan ambil tiket Anda di bawah.', 'Petugas loket akan membantu Anda. Jawaban Anda tersimpan dan tidak perlu diulang.'],
    buttons: [button('done', 'Selesai', 'check', { do: 'done' }), button('print-again', 'Cetak lagi', 'printer', { do: 'print_again' }), button('go-on', 'Kembali ke klaim saya', 'arrow-left', { do: 'confirm' })],
  }),
  { ...nikScreen, name: 'practice', practice: PRACTICE },
  { ...nikScreen, name: 'practice-leave', practice: PRACTICE, ...over({ name: 'leave-practice', icon: 'practice', title: 'Selesai latihan?', paragraphs: ['Tidak ada yang disimpan. Anda bisa langsung mulai klaim yang sebenarnya.'], buttons: [button('stop-practice', 'Selesai latihan', 'check', { do: 'confirm' }), carryOn] }) },
  { ...nikScreen, name: 'idle', ...over({ name: 'idle', icon: 'clock', title: 'Anda masih di sini?', paragraphs: ['Kalau tidak disentuh, layar akan ditutup. Jawaban Anda tetap tersimpan.'], seconds_left: 18, seconds_total: 30, number: CODE, buttons: [button('stay', 'Saya masih di sini', 'hand', { do: 'cancel' })] }) },
  { ...nikScreen, name: 'assistant', ...over({ name: 'assistant', icon: 'assistant', title: 'Petugas dipanggil', paragraphs: ['Tunggu di sini, petugas akan datang. Tidak ada yang hilang. Jangan sebutkan nomor KTP Anda keras-keras.'], number: CODE, buttons: [carryOn] }) },
  { ...nikScreen, name: 'leave', ...over({ name: 'leave', icon: 'save', title: 'Berhenti dulu?', paragraphs: ['Semua jawaban tersimpan. Pakai kode ini untuk lanjut.'], number: CODE, buttons: [button('leave-yes', 'Ya, berhenti dulu', 'leave', { do: 'confirm' }), carryOn] }) },
];

/** One screen for each kind of body and each state worth looking at, by name. */
export const fixtures: Record<string, Fixture> = Object.fromEntries(list.map((fixture) => [fixture.name, fixture]));
