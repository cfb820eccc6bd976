import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { Action, Screen } from './generated/screen';

/** How the window reaches the kiosk. */
export interface Transport {
  screen(): Promise<Screen>;
  act(visit: number, action: Action): Promise<Screen>;
  touched(): Promise<void>;
  /** Calls back with each screen that changes without an action. */
  onScreen(changed: (screen: Screen) => void): Promise<unknown>;
  /** The next picture of the live camera after number `after`; waits for it, 204 where none comes. */
  live(after: number, signal: AbortSignal): Promise<Response>;
}

/** The application around this page. */
export const tauri: Transport = {
  screen: () => invoke('screen'),
  act: (visit, action) => invoke('act', { visit, action }),
  touched: () => invoke('touched'),
  onScreen: (changed) => listen<Screen>('screen', (event) => changed(event.payload)),
  live: (after, signal) => fetch(`preview://localhost/live?after=${after}`, { signal, cache: 'no-store' }),
};
