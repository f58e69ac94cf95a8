// Every page works without this file. It loads the few helpers that a page asks for by attribute.
const helpers = {
  '[data-error-summary]': 'error-summary',
  '[data-limit]': 'count',
  '[data-day]': 'day',
  '[data-show]': 'password',
  '[data-drop]': 'drop',
  '[data-filter]': 'filter',
  '[data-source]': 'source',
  '[data-draft]': 'draft',
  '[data-rich]': 'rich-editor',
  '[data-autosave]': 'autosave',
  '[data-fold]': 'fold',
  '[data-progress-url]': 'progress',
  '[data-copy]': 'copy',
  '[data-menu]': 'menu',
  '[data-keys]': 'keys',
  '[data-suggest]': 'suggest',
  '[data-understanding]': 'understanding',
  '[data-push]': 'push',
  '[data-variant]': 'variant',
}

const version = new URL(import.meta.url).search

/** Runs the helpers of the page; again after a page was put in place of another by a script. */
export function start() {
  for (const [selector, name] of Object.entries(helpers)) {
    if (document.querySelector(selector)) import(`./${name}.js${version}`).then((helper) => helper.start())
  }
}

start()
