/** Least size of what is touched, in millimetres. */
const TARGET = 12.7;
/** What scrolls or is cut on purpose; names of steps may reach over their neighbours, which have none then. */
const EXEMPT = 'svg, svg *, main, canvas, input, .unseen, nav, nav *, .steps, .printer *, .typed *';

/** What is cut off, stands outside of its box, or is too small to touch on the screen that shows. */
export function misfits(): string[] {
  const mm = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm'));
  const found = new Set<string>();
  for (const element of document.querySelectorAll<HTMLElement>('.screen *:not(:empty)')) {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    if (!box.width || element.matches(EXEMPT) || ['inline', 'contents'].includes(style.display)) continue;
    const what = `${element.tagName.toLowerCase()}.${element.classList[0] ?? ''}`;
    if (element.scrollWidth > element.clientWidth + 2 && element.clientWidth) found.add(`${what} is too narrow`);
    if (element.scrollHeight > element.clientHeight + 2 && style.overflowY !== 'visible') found.add(`${what} is too low`);
    if (element.childElementCount === 0) {
      const range = document.createRange();
      range.selectNodeContents(element);
      const words = range.getBoundingClientRect();
      const host = element.closest('button, li, .callout, .dialog, .stage')?.getBoundingClientRect();
      if (host && (words.left < host.left - 2 || words.right > host.right + 2)) found.add(`words of ${what} stand outside`);
    }
    if (element.matches('button:not([aria-hidden])') && Math.min(box.width, box.height) < TARGET * mm - 0.5)
      found.add(`${element.dataset.id ?? element.dataset.key} is too small to touch`);
  }
  const footer = document.querySelector('footer')?.getBoundingClientRect();
  if (footer && footer.bottom > innerHeight + 1) found.add('the footer is below the window');
  return [...found];
}
