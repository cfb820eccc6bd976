import { mount } from 'svelte';
import App from './App.svelte';
import './design/base.css';
import { Kiosk } from './kiosk.svelte';
import { tauri } from './transport';

const kiosk = new Kiosk(tauri);
void kiosk.start();
mount(App, { target: document.body, props: { kiosk } });

if (__DOCK__) {
  void import('./dock/Dock.svelte').then(({ default: Dock }) => mount(Dock, { target: document.body }));
}
