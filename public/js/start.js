// Every page works without this file. It loads, once each, the few helpers that a page asks for by attribute.
const helpers = {
  '[data-error-summary]': 'error-summary',
}

const version = new URL(import.meta.url).search
for (const [selector, name] of Object.entries(helpers)) {
  if (document.querySelector(selector)) import(`./${name}.js${version}`).then((helper) => helper.start())
}
