import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { BoardScreen, CounterAction, CounterScreen } from '../generated/stations';

/** How a station reaches the application. */
export interface StationTransport<Screen, Action> {
  screen(): Promise<Screen>;
  act(screen: Screen, action: Action): Promise<Screen>;
  /** Calls back with each screen that changes without an action. */
  onScreen(changed: (screen: Screen) => void): Promise<unknown>;
}

const onScreen = <Screen>(changed: (screen: Screen) => void) =>
  listen<Screen>('screen', (event) => changed(event.payload));

export const counter: StationTransport<CounterScreen, CounterAction> = {
  screen: () => invoke('counter'),
  act: (screen, action) => invoke('counter_act', { visit: screen.visit, action }),
  onScreen,
};

export const board: StationTransport<BoardScreen, never> = {
  screen: () => invoke('board'),
  act: (screen) => Promise.resolve(screen),
  onScreen,
};

/** How long to wait before asking again for a screen that did not come, in milliseconds. */
const AGAIN = 500;

/** The screen that a station shows, and the way back for what people do. */
export class Station<Screen, Action> {
  screen = $state.raw<Screen>();
  #busy = false;
  #transport: StationTransport<Screen, Action>;

  constructor(transport: StationTransport<Screen, Action>) {
    this.#transport = transport;
  }

  async start(): Promise<void> {
    await this.#transport.onScreen((screen) => (this.screen = screen));
    await this.#refresh();
  }

  /** Sends an action; further ones are ignored until it is answered. */
  async act(action: Action): Promise<void> {
    if (this.#busy || this.screen === undefined) return;
    this.#busy = true;
    try {
      this.screen = await this.#transport.act(this.screen, action);
    } catch {
      await this.#refresh();
    } finally {
      this.#busy = false;
    }
  }

  async #refresh(): Promise<void> {
    try {
      this.screen = await this.#transport.screen();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
      await this.#refresh();
    }
  }
}
