// Sections that fold: one that a link of the page points at is opened, and what somebody opened stays open in this
// tab, until its text is taken as it is.
export function start() {
  const parts = [...document.querySelectorAll('details[data-fold]')]
  const key = `fold:${location.pathname}`
  const opened = new Set(JSON.parse(sessionStorage.getItem(key) ?? '[]'))
  const keep = () => sessionStorage.setItem(key, JSON.stringify([...opened]))
  for (const part of parts) {
    if (opened.has(part.id)) part.open = true
    else if (part.open) opened.add(part.id)
    part.addEventListener('toggle', () => {
      opened[part.open ? 'add' : 'delete'](part.id)
      keep()
    })
    part.addEventListener('submit', (event) => {
      if (!event.submitter?.formAction.endsWith('/acceptance')) return
      opened.delete(part.id)
      keep()
    })
  }
  keep()
  addEventListener('hashchange', () => {
    const part = parts.find((p) => `#${p.id}` === location.hash)
    if (part) part.open = true
  })
}
