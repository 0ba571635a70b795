// What a page does by itself; all of it can be read without.

/** Prints what is folded up, too. */
const PRINT = `
addEventListener('beforeprint', () => {
  for (const rest of document.querySelectorAll('details.rest:not([open])')) {
    rest.open = true;
    rest.dataset.printed = '';
  }
});
addEventListener('afterprint', () => {
  for (const rest of document.querySelectorAll('details[data-printed]')) {
    rest.open = false;
    delete rest.dataset.printed;
  }
});
`;

/**
 * In the editor: places are shown in the article, and a new report takes the place of the old one without losing where
 * its reader was. Messages to the page are \`{ type: 'report', body }\`, those from it \`{ type: 'jump', to }\` and
 * \`{ type: 'ready' }\`.
 */
const EDITOR = `
const editor = acquireVsCodeApi();
const report = document.getElementById('report');
const known = editor.getState();
const key = document.body.dataset.key;
// Where the reader was before the page was loaded anew; the report may come later, and only then be long enough.
let wanted = known && known.key === key ? known.top : 0;
const remember = () => editor.setState({ key, top: wanted || Math.round(scrollY) });
const scrollBack = top => {
  scrollTo({ top, behavior: 'instant' });
  if (scrollY >= wanted - 1) wanted = 0;
};
// Before the editor's own listener, which would scroll within the page.
document.addEventListener('click', event => {
  const link = event.target.closest('a[href^="#claim-"], a[href^="#check-"]');
  if (!link) return;
  event.preventDefault();
  event.stopPropagation();
  editor.postMessage({ type: 'jump', to: link.getAttribute('href').slice(1) });
}, { capture: true });
let resting;
addEventListener('scroll', () => {
  clearTimeout(resting);
  resting = setTimeout(remember, 200);
}, { passive: true });
addEventListener('message', ({ data }) => {
  if (!data || data.type !== 'report' || typeof data.body !== 'string') return;
  const all = () => [...report.querySelectorAll('details')];
  const links = () => [...report.querySelectorAll('a, summary, [tabindex]')];
  const open = all().map(details => details.open);
  const focused = links().indexOf(document.activeElement);
  const top = wanted || scrollY;
  report.innerHTML = data.body;
  all().forEach((details, index) => { details.open = open[index] === true; });
  links()[focused]?.focus({ preventScroll: true });
  scrollBack(top);
});
scrollBack(wanted);
remember();
editor.postMessage({ type: 'ready' });
`;

export const FILE_SCRIPT = PRINT;
export const EDITOR_SCRIPT = PRINT + EDITOR;
