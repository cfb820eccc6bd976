// The user interface over fixtures, for looking at it without the application:
// dev.html?screen=nik&size=huge&contrast=high&practice&mm=3.64
import { mount } from 'svelte';
import App from '../src/App.svelte';
import '../src/design/base.css';
import type { Action, Screen } from '../src/generated/screen';
import { Kiosk } from '../src/kiosk.svelte';
import type { Transport } from '../src/transport';
import { misfits } from './fits';
import { fixtures, PRACTICE, type Fixture } from './fixtures';
import { station } from './stations';

const asked = new URLSearchParams(location.search);
const names = Object.keys(fixtures);
let name = asked.get('screen') ?? names[0] ?? '';
let visit = 1;
const look: Screen['look'] = {
  text_size: (asked.get('size') ?? 'medium') as Screen['look']['text_size'],
  high_contrast: asked.get('contrast') === 'high',
  px_per_mm: Number(asked.get('mm') ?? (innerWidth > innerHeight ? 1920 / 527 : 1080 / 299)),
};

function current(): Screen {
  const fixture: Fixture = fixtures[name] ?? Object.values(fixtures)[0]!;
  const practice = asked.has('practice') ? PRACTICE : fixture.practice;
  return { ...fixture, practice, visit, look: { ...look } };
}

/** Steps through the fixtures; sizes and contrast work. */
function answer(action: Action) {
  const at = names.indexOf(name);
  switch (action.do) {
    case 'text_size':
      look.text_size = action.size;
      return;
    case 'contrast':
      look.high_contrast = action.high;
      return;
    case 'typed':
    case 'have':
      return;
    case 'back':
      name = names[Math.max(0, at - 1)] ?? name;
      break;
    case 'call_assistant':
      name = 'assistant';
      break;
    default:
      name = names[(at + 1) % names.length] ?? name;
  }
  visit += 1;
}

let push = () => {};
const frame = () => new Promise(requestAnimationFrame);

/** What does not fit, over all fixtures in all sizes of type. */
async function fits(): Promise<string[]> {
  const all: string[] = [];
  for (const size of ['small', 'medium', 'large', 'huge'] as const) {
    for (name of names) {
      look.text_size = size;
      visit += 1;
      push();
      await frame();
      await frame();
      all.push(...misfits().map((misfit) => `${name}, ${size}: ${misfit}`));
    }
  }
  return all;
}
// For the console: `__push()` sends the same screen again, as the kiosk does while it counts down.
Object.assign(window, { __push: () => push(), __fits: fits });

const photo = asked.get('photo') ?? 'ktp';
/** Where the document of the sample lies. */
const outlines: Record<string, string> = {
  'capture-good': 'good 0.17 0.10 0.83 0.11 0.84 0.88 0.16 0.87',
  'capture-glare': 'adjust 0.17 0.10 0.83 0.11 0.84 0.88 0.16 0.87',
};
const transport: Transport = {
  screen: async () => current(),
  act: async (_visit, action) => {
    answer(action);
    return current();
  },
  touched: async () => undefined,
  onScreen: async (changed) => {
    push = () => changed(structuredClone(current()));
  },
  live: async (after) => {
    await new Promise((resolve) => setTimeout(resolve, after ? 400 : 0));
    const picture = await fetch(`/@fs${__SAMPLES__}/${photo}.jpg`);
    return new Response(await picture.blob(), {
      headers: { 'x-seq': String(after + 1), 'x-outline': outlines[name] ?? 'none' },
    });
  },
};

if (!station(asked)) {
  const kiosk = new Kiosk(transport);
  void kiosk.start();
  mount(App, { target: document.body, props: { kiosk } });
}
