import type { LucideIcon } from '@lucide/svelte';
import ALargeSmall from '@lucide/svelte/icons/a-large-small';
import Accessibility from '@lucide/svelte/icons/accessibility';
import ArrowDown from '@lucide/svelte/icons/arrow-down';
import ArrowLeft from '@lucide/svelte/icons/arrow-left';
import ArrowRight from '@lucide/svelte/icons/arrow-right';
import ArrowUp from '@lucide/svelte/icons/arrow-up';
import Banknote from '@lucide/svelte/icons/banknote';
import BookImage from '@lucide/svelte/icons/book-image';
import BookOpen from '@lucide/svelte/icons/book-open';
import BookUser from '@lucide/svelte/icons/book-user';
import Briefcase from '@lucide/svelte/icons/briefcase';
import Building from '@lucide/svelte/icons/building-2';
import Cake from '@lucide/svelte/icons/cake';
import Calendar from '@lucide/svelte/icons/calendar-days';
import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import CalendarX from '@lucide/svelte/icons/calendar-x';
import Camera from '@lucide/svelte/icons/camera';
import Check from '@lucide/svelte/icons/check';
import CircleHelp from '@lucide/svelte/icons/circle-question-mark';
import Clock from '@lucide/svelte/icons/clock';
import Contrast from '@lucide/svelte/icons/contrast';
import Delete from '@lucide/svelte/icons/delete';
import Dot from '@lucide/svelte/icons/dot';
import DoorOpen from '@lucide/svelte/icons/door-open';
import Droplet from '@lucide/svelte/icons/droplet';
import Ellipsis from '@lucide/svelte/icons/ellipsis';
import Eye from '@lucide/svelte/icons/eye';
import Factory from '@lucide/svelte/icons/factory';
import FileText from '@lucide/svelte/icons/file-text';
import Flower from '@lucide/svelte/icons/flower-2';
import Footprints from '@lucide/svelte/icons/footprints';
import Gift from '@lucide/svelte/icons/gift';
import Globe from '@lucide/svelte/icons/globe';
import GraduationCap from '@lucide/svelte/icons/graduation-cap';
import Hand from '@lucide/svelte/icons/hand';
import HandCoins from '@lucide/svelte/icons/hand-coins';
import Headset from '@lucide/svelte/icons/headset';
import Heart from '@lucide/svelte/icons/heart';
import HeartHandshake from '@lucide/svelte/icons/heart-handshake';
import Hourglass from '@lucide/svelte/icons/hourglass';
import House from '@lucide/svelte/icons/house';
import IdCard from '@lucide/svelte/icons/id-card';
import Info from '@lucide/svelte/icons/info';
import Keyboard from '@lucide/svelte/icons/keyboard';
import Landmark from '@lucide/svelte/icons/landmark';
import ListChecks from '@lucide/svelte/icons/list-checks';
import Lock from '@lucide/svelte/icons/lock';
import LogOut from '@lucide/svelte/icons/log-out';
import Mail from '@lucide/svelte/icons/mail';
import Moon from '@lucide/svelte/icons/moon';
import Palmtree from '@lucide/svelte/icons/tree-palm';
import Pencil from '@lucide/svelte/icons/pencil';
import Percent from '@lucide/svelte/icons/percent';
import Phone from '@lucide/svelte/icons/smartphone';
import Plane from '@lucide/svelte/icons/plane';
import Play from '@lucide/svelte/icons/play';
import Printer from '@lucide/svelte/icons/printer';
import QrCode from '@lucide/svelte/icons/qr-code';
import Receipt from '@lucide/svelte/icons/receipt-text';
import Retake from '@lucide/svelte/icons/rotate-ccw';
import Save from '@lucide/svelte/icons/save';
import Shield from '@lucide/svelte/icons/shield-check';
import Square from '@lucide/svelte/icons/square';
import Star from '@lucide/svelte/icons/star';
import Store from '@lucide/svelte/icons/store';
import Sun from '@lucide/svelte/icons/sun';
import Ticket from '@lucide/svelte/icons/ticket';
import Trash from '@lucide/svelte/icons/trash-2';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import Umbrella from '@lucide/svelte/icons/umbrella';
import Unplug from '@lucide/svelte/icons/unplug';
import User from '@lucide/svelte/icons/user-round';
import UserX from '@lucide/svelte/icons/user-round-x';
import Volume from '@lucide/svelte/icons/volume-2';
import VolumeOff from '@lucide/svelte/icons/volume-x';
import X from '@lucide/svelte/icons/x';
import ZoomIn from '@lucide/svelte/icons/zoom-in';
import ZoomOut from '@lucide/svelte/icons/zoom-out';

/** Icons by the names that a screen uses; also the reasons for a claim, by their codes. */
const icons: Record<string, LucideIcon> = {
  'arrow-down': ArrowDown,
  'arrow-left': ArrowLeft,
  'arrow-right': ArrowRight,
  'arrow-up': ArrowUp,
  'calendar-wait': CalendarClock,
  'id-card': IdCard,
  'text-size': ALargeSmall,
  'zoom-in': ZoomIn,
  'zoom-out': ZoomOut,
  alert: TriangleAlert,
  assistant: Headset,
  bank: Landmark,
  blur: Droplet,
  book: BookOpen,
  bright: Sun,
  broker: UserX,
  building: Building,
  calendar: Calendar,
  camera: Camera,
  check: Check,
  checklist: ListChecks,
  clock: Clock,
  close: X,
  contrast: Contrast,
  cross: X,
  dark: Moon,
  document: FileText,
  employer: Factory,
  erase: Delete,
  eye: Eye,
  free: Gift,
  globe: Globe,
  hand: Hand,
  heart: Heart,
  help: CircleHelp,
  home: House,
  hourglass: Hourglass,
  info: Info,
  keyboard: Keyboard,
  leave: LogOut,
  lock: Lock,
  mail: Mail,
  money: Banknote,
  other: Ellipsis,
  paper: Receipt,
  passport: BookUser,
  pencil: Pencil,
  phone: Phone,
  play: Play,
  practice: GraduationCap,
  priority: HeartHandshake,
  printer: Printer,
  programme: Umbrella,
  qr: QrCode,
  retake: Retake,
  save: Save,
  shield: Shield,
  speaker: Volume,
  'speaker-off': VolumeOff,
  star: Star,
  steps: Footprints,
  story: BookImage,
  stop: Square,
  tax: Percent,
  ticket: Ticket,
  trash: Trash,
  unplugged: Unplug,
  user: User,

  usia_56: Cake,
  usia_pkb: Palmtree,
  pkwt: CalendarX,
  resign: DoorOpen,
  phk: Briefcase,
  sebagian_10: HandCoins,
  sebagian_30: House,
  bpu: Store,
  wna_pergi: Plane,
  cacat_total: Accessibility,
  meninggal: Flower,
};

/** The icon of that name; a neutral dot where there is none. */
export function iconNamed(name: string): LucideIcon {
  return icons[name] ?? Dot;
}
