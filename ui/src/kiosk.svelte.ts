import { getContext, setContext } from 'svelte';
import type { Action, Screen } from './generated/screen';
import type { Transport } from './transport';

/** How long typing rests before it is kept, in milliseconds. */
const TYPING_RESTS = 200;
/** "Somebody is there" is said at most this often, in milliseconds. */
const TOUCHED_AT_MOST = 1000;
/** How long to wait before asking again for a screen that did not come, in milliseconds. */
const AGAIN = 500;

/** The screen that shows, and the way back to the kiosk for what people do. */
export class Kiosk {
  screen = $state.raw<Screen>();
  /** -1 after a step back, otherwise 1: from which side the next screen comes in. */
  way = $state(1);
  /** What stands in the field. */
  text = '';
  readonly live: Transport['live'];
  /** An action is on its way. */
  busy = $state(false);
  #transport: Transport;
  /** Screens that came by themselves so far. */
  #told = 0;
  #unsaved: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> = Promise.resolve();
  #touched = 0;

  constructor(transport: Transport) {
    this.#transport = transport;
    this.live = (after, signal) => transport.live(after, signal);
  }

  async start(): Promise<void> {
    await this.#transport.onScreen((screen) => {
      this.#told += 1;
      this.#show(screen);
    });
    await this.#refresh();
  }

  /** Sends an action; further ones are ignored until it is answered. */
  async act(action: Action): Promise<void> {
    const visit = this.screen?.visit;
    if (this.busy || visit === undefined) return;
    this.busy = true;
    try {
      await this.#save();
      const filled = action.do === 'answer' ? { ...action, text: this.text } : action;
      this.way = action.do === 'back' ? -1 : 1;
      await this.#send(visit, filled);
    } catch {
      await this.#refresh();
    } finally {
      this.busy = false;
    }
  }

  /** Keeps what stands in the field, once typing rests. */
  typed(text: string): void {
    this.text = text;
    clearTimeout(this.#unsaved);
    this.#unsaved = setTimeout(() => void this.#save(), TYPING_RESTS);
  }

  /** Says that somebody is there; `always` for a touch, which also stops the voice. */
  touched(always = false): void {
    const now = performance.now();
    if (!always && now - this.#touched < TOUCHED_AT_MOST) return;
    this.#touched = now;
    void this.#transport.touched().catch(() => undefined);
  }

  /** Sends what was typed and is not kept yet; done when everything typed so far is kept. */
  #save(): Promise<void> {
    const visit = this.screen?.visit;
    if (this.#unsaved !== undefined && visit !== undefined) {
      clearTimeout(this.#unsaved);
      this.#unsaved = undefined;
      const action: Action = { do: 'typed', text: this.text };
      this.#saving = this.#saving
        .then(() => this.#send(visit, action))
        // What was typed goes out with the answer in any case.
        .catch(() => undefined);
    }
    return this.#saving;
  }

  /** A screen that came meanwhile may be newer than the reply, or older: then the newest is asked for. */
  async #send(visit: number, action: Action): Promise<void> {
    const told = this.#told;
    const screen = await this.#transport.act(visit, action);
    if (told === this.#told) this.#show(screen);
    else await this.#refresh();
  }

  /** Visits only ever count up: a late reply never takes the window back to an earlier one. */
  #show(screen: Screen): void {
    const visit = this.screen?.visit ?? screen.visit;
    if (screen.visit < visit) return;
    if (screen.visit > visit) {
      clearTimeout(this.#unsaved);
      this.#unsaved = undefined;
      this.text = '';
    }
    this.screen = screen;
  }

  /** The newest screen: asked for again where another one came by itself meanwhile. */
  async #refresh(): Promise<void> {
    const told = this.#told;
    try {
      const screen = await this.#transport.screen();
      if (told === this.#told) this.#show(screen);
      else await this.#refresh();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
      await this.#refresh();
    }
  }
}

const KEY = Symbol('kiosk');

export function provideKiosk(kiosk: Kiosk): void {
  setContext(KEY, kiosk);
}

export function useKiosk(): Kiosk {
  return getContext<Kiosk>(KEY);
}
