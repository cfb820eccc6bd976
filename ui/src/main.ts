import { invoke } from '@tauri-apps/api/core';
import { mount } from 'svelte';
import App from './App.svelte';
import './design/base.css';
import { Kiosk } from './kiosk.svelte';
import Board from './stations/Board.svelte';
import Counter from './stations/Counter.svelte';
import { Station, board, counter } from './stations/station.svelte';
import { tauri } from './transport';

/** Draws what this machine is for. */
async function begin(): Promise<void> {
  const target = document.body;
  switch (await invoke<'kiosk' | 'counter' | 'board'>('role')) {
    case 'counter': {
      const station = new Station(counter);
      void station.start();
      mount(Counter, { target, props: { station } });
      break;
    }
    case 'board': {
      const station = new Station(board);
      void station.start();
      mount(Board, { target, props: { station } });
      break;
    }
    default: {
      const kiosk = new Kiosk(tauri);
      void kiosk.start();
      mount(App, { target, props: { kiosk } });
      if (__DOCK__) {
        void import('./dock/Dock.svelte').then(({ default: Dock }) => mount(Dock, { target }));
      }
    }
  }
}
void begin();
