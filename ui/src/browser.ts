/** Takes away what a browser does by itself and a kiosk must not: menus, dragging, zooming. Returns the undoing. */
export function calmTheBrowser(): () => void {
  const off = new AbortController();
  const { signal } = off;
  const stop = (event: Event) => event.preventDefault();
  for (const name of ['contextmenu', 'dragstart', 'drop', 'dragover', 'gesturestart', 'gesturechange']) {
    document.addEventListener(name, stop, { signal });
  }
  const pinch = (event: TouchEvent) => {
    if (event.touches.length > 1) event.preventDefault();
  };
  document.addEventListener('touchstart', pinch, { signal, passive: false });
  document.addEventListener('touchmove', pinch, { signal, passive: false });
  const wheel = (event: WheelEvent) => {
    if (event.ctrlKey) event.preventDefault();
  };
  document.addEventListener('wheel', wheel, { signal, passive: false });
  const keys = (event: KeyboardEvent) => {
    const zooms = (event.ctrlKey || event.metaKey) && ['+', '-', '=', '0'].includes(event.key);
    if (zooms || event.key === 'Escape') event.preventDefault();
  };
  document.addEventListener('keydown', keys, { signal });
  return () => off.abort();
}
