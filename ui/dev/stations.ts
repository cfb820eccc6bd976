// The counter and the board over fixtures: dev.html?counter=serving, dev.html?board=calls
import { mount } from 'svelte';
import type { BoardScreen, CounterAction, CounterScreen, Key, PacketView, Tone, Weight } from '../src/generated/stations';
import Board from '../src/stations/Board.svelte';
import Counter from '../src/stations/Counter.svelte';
import { Station } from '../src/stations/station.svelte';

const px_per_mm = innerWidth > innerHeight ? 1920 / 527 : 1080 / 299;
const call = (number: string, counter: string) => ({ number, counter, call: number });
const board: BoardScreen = {
  name: 'calls',
  language: 'id',
  px_per_mm,
  branch: 'Kantor Cabang Malang',
  day: 'Senin, 23 November 2026',
  clock: '09.42',
  now: call('A-012', '2'),
  now_label: 'Silakan ke loket',
  counter_label: 'Loket',
  none: 'Belum ada panggilan',
  before: [call('B-044', '1'), call('P-003', '3'), call('B-043', '2'), call('A-011', '1')],
  before_label: 'Panggilan sebelumnya',
  picture: null,
  alert: null,
  notice: 'GRATIS. Hati-hati calo',
  help: 'Dengarkan dan lihat nomor Anda di layar ini.',
};
const idle: BoardScreen = {
  ...board,
  name: 'idle',
  now: null,
  picture: { name: 'story-camera', title: 'Tunjukkan dokumen', text: 'Letakkan dokumen di bawah kamera. Fotonya diambil sendiri.', place: [4, 6] },
};
const boards: Record<string, BoardScreen> = { calls: board, idle, none: { ...idle, before: [] }, outage: { ...board, alert: 'Sistem pusat sedang terganggu, perkiraan sampai pukul 13.00. Isian dan nomor Anda tetap aman.' } };

const CANCEL: CounterAction = { do: 'cancel' };
const key = (id: string, label: string, letter: string, action: CounterAction = CANCEL, weight: Weight = 'plain', note: string | null = null): Key => ({
  id, label, note, key: letter, weight, action,
});
const document = (place: number, label: string, tone: Tone, note: string, chosen = false) => ({
  key: key(`look-${place}`, label, String(place), { do: 'look', document: label }, 'plain', note), tone, chosen,
});
const packet: PacketView = {
  title: 'Berkas klaim',
  person: 'SITI AMINAH CONTOH',
  tone: 'care',
  state: '2 perlu perhatian',
  documents: [
    document(1, 'KTP', 'good', 'Ada'),
    document(2, 'Kartu BPJS Ketenagakerjaan', 'good', 'Ada'),
    document(3, 'Buku tabungan', 'care', 'Perlu dilihat aslinya'),
    document(4, 'Kartu Keluarga (KK)', 'good', 'Ada'),
    document(5, 'Surat pengunduran diri', 'good', 'Ada'),
    document(6, 'Paklaring', 'care', 'Asli dibawa'),
    document(7, 'Foto wajah', 'good', 'Ada'),
  ],
  documents_label: 'Dokumen',
  warnings: ['Buku tabungan: Nama pemilik rekening berbeda dengan KTP'],
  warnings_label: 'Perlu dicocokkan',
  answers: [
    { label: 'Alasan klaim', value: 'Saya mengundurkan diri' },
    { label: 'Saldo', value: 'Rp 15 juta sampai Rp 50 juta' },
    { label: 'Wawancara', value: 'Senin, 23 November 2026, 09.30' },
    { label: 'NIK', value: '3507 1552 0879 0001' },
    { label: 'Tanggal lahir', value: '12 Agustus 1979' },
    { label: 'Nomor KPJ', value: '1901 2345 678' },
    { label: 'Nomor HP', value: '0812 3456 7890' },
    { label: 'Bank', value: 'Bank Rakyat Indonesia (BRI)' },
    { label: 'Nomor rekening', value: '0123 4567 8901 234' },
  ],
  answers_label: 'Data',
  checks: [
    { label: 'Pemeriksaan pertama', state: 'Belum', tone: 'open' },
    { label: 'Pemeriksaan kedua', state: 'Setelah pemeriksaan pertama', tone: 'open' },
  ],
  keys: [key('verify-first', 'Pemeriksaan pertama cocok', 'C', { do: 'verify' }, 'first'), key('ask-again', 'Minta foto ulang', 'F')],
  page: null,
};
const called = [
  key('arrived', 'Sudah datang', 'D', { do: 'arrived' }, 'first'),
  key('recall', 'Panggil ulang', 'U'),
  key('skip-number', 'Lewati dulu', 'L'),
  key('transfer', 'Alihkan', 'A'),
  key('hold', 'Tunda', 'T'),
  key('no-show', 'Tidak datang', 'X', { do: 'no_show' }, 'care'),
];
const serving = [key('served', 'Selesai', 'S', { do: 'served' }, 'first'), key('hold', 'Tunda', 'T'), key('transfer', 'Alihkan', 'A')];
const base: CounterScreen = {
  name: 'free',
  visit: 1,
  language: 'id',
  px_per_mm,
  branch: 'Kantor Cabang Malang',
  counter: 'Loket 2',
  officer: 'Rina',
  clock: '09.42',
  sign_out: key('sign-out', 'Keluar', 'Q'),
  message: null,
  sign_in: null,
  desk: {
    now: { label: 'Loket kosong', number: null, notes: ['Nomor berikutnya: A-012'] },
    keys: [key('call-next', 'Panggil berikutnya', 'P', { do: 'call_next' }, 'first')],
    waiting: [
      { label: 'Antrean A', value: '6' },
      { label: 'Antrean B', value: '12' },
      { label: 'Antrean P', value: '2' },
    ],
    waiting_label: 'Menunggu',
    next: ['A-012', 'P-004', 'B-045', 'B-046', 'A-013'],
    next_label: 'Berikutnya',
    lists: [
      { label: 'Ditunda', keys: [key('take-B-040', 'B-040', '1'), key('take-A-009', 'A-009', '2')] },
      { label: 'Tidak datang', keys: [key('take-B-041', 'B-041', '3')] },
    ],
    packet: null,
    no_packet: null,
  },
  over: null,
};
const desk = base.desk!;
const at = (label: string, keys: Key[]) => ({ ...desk, now: { label, number: 'A-012', notes: ['3 menit', 'Menunggu 24 menit'] }, keys, lists: [], packet });
const looking: PacketView = {
  ...packet,
  documents: packet.documents.map((row, place) => ({ ...row, chosen: place === 2 })),
  page: { label: 'Buku tabungan', image: `/@fs${__SAMPLES__}/bank_book.jpg`, gone: null, on: null },
};
const counters: Record<string, CounterScreen> = {
  'sign-in': {
    ...base, name: 'sign-in', officer: null, sign_out: null, desk: null,
    sign_in: {
      title: 'Siapa yang bertugas?', help: 'Tekan angka di depan nama Anda, lalu ketik PIN.', pin: null, cancel: null,
      officers: [key('rina', 'Rina', '1', CANCEL, 'plain', 'Pemeriksaan pertama'), key('wati', 'Wati', '2', CANCEL, 'plain', 'Pemeriksaan kedua')],
    },
  },
  pin: {
    ...base, name: 'sign-in', officer: null, sign_out: null, desk: null,
    message: { tone: 'care', text: 'PIN belum cocok. Silakan coba lagi.' },
    sign_in: { title: 'Siapa yang bertugas?', help: 'Tekan angka di depan nama Anda, lalu ketik PIN.', pin: 'PIN untuk Rina', cancel: key('cancel', 'Batal', 'Esc'), officers: [] },
  },
  free: base,
  called: { ...base, name: 'called', desk: { ...at('Dipanggil', called), packet: { ...packet, keys: [] } } },
  serving: { ...base, name: 'serving', desk: at('Sedang dilayani', serving) },
  page: { ...base, name: 'serving', desk: { ...at('Sedang dilayani', serving), packet: looking } },
  why: {
    ...base, name: 'serving', desk: at('Sedang dilayani', serving),
    over: {
      name: 'why', title: 'Apa alasannya?', help: 'Buku tabungan. Peserta membaca kalimat ini di kiosk.', cancel: key('cancel', 'Batal', 'Esc'),
      keys: ['Tulisannya belum terbaca jelas.', 'Sebagian dokumen terpotong.', 'Yang ada sekarang dokumen lain.', 'Isinya belum sama dengan data Anda.', 'Dokumen ini belum ada.'].map((words, place) => key(`why-${place}`, words, String(place + 1))),
    },
  },
};

/** Mounts a station where the address asks for one; says whether it does. */
export function station(asked: URLSearchParams): boolean {
  const fixed = <Screen>(screen: Screen) =>
    new Station<Screen, never>({ screen: async () => screen, act: async (shown) => shown, onScreen: async () => undefined });
  const target = globalThis.document.body;
  const shown = { board: boards[asked.get('board') ?? ''], counter: counters[asked.get('counter') ?? ''] };
  if (shown.board) {
    const station = fixed(shown.board);
    void station.start();
    mount(Board, { target, props: { station } });
  } else if (shown.counter) {
    const station = fixed(shown.counter);
    void station.start();
    mount(Counter, { target, props: { station: station as unknown as Station<CounterScreen, CounterAction> } });
  }
  return Boolean(shown.board ?? shown.counter);
}
