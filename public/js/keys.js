// Shortcuts: "/" to the search box, "g" and a letter to a page, "?" for the list, where they can be switched off.
export function start() {
  const nav = document.querySelector('[data-keys]')
  const search = document.querySelector('[data-key-search]')
  const links = [...nav.querySelectorAll('a[data-key]')]
  let off = localStorage.getItem('keys') === 'off'
  let afterG = 0
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input, textarea, select, [contenteditable], dialog')
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (event.key === '?') return list()
    if (off) return
    if (event.key === '/' && search) {
      event.preventDefault()
      return search.focus()
    }
    const link = Date.now() - afterG < 1500 && links.find((one) => one.dataset.key === event.key)
    afterG = event.key === 'g' ? Date.now() : 0
    if (link) link.click()
  })

  function list() {
    const [toSearch, toHelp, use, close] = JSON.parse(nav.dataset.keyWords)
    const dialog = document.createElement('dialog')
    dialog.className = 'help'
    const head = make('h2', nav.dataset.keys)
    head.id = 'keys-head'
    dialog.setAttribute('aria-labelledby', head.id)
    const rows = document.createElement('dl')
    const row = (keys, words) =>
      rows.append(
        wrap(
          'dt',
          keys.map((key) => make('kbd', key)),
        ),
        make('dd', words),
      )
    row(['/'], toSearch)
    for (const link of links) row(['g', link.dataset.key], link.dataset.keyLabel)
    row(['?'], toHelp)
    const box = document.createElement('input')
    box.type = 'checkbox'
    box.id = 'keys-on'
    box.checked = !off
    box.addEventListener('change', () => {
      off = !box.checked
      localStorage.setItem('keys', off ? 'off' : 'on')
    })
    const label = make('label', use)
    label.htmlFor = box.id
    const button = make('button', close)
    button.className = 'button button-secondary'
    button.addEventListener('click', () => dialog.close())
    const choice = wrap('div', [box, label])
    choice.className = 'choice'
    dialog.append(head, rows, choice, button)
    dialog.addEventListener('close', () => dialog.remove())
    document.body.append(dialog)
    dialog.showModal()
  }
}

function make(name, text) {
  const element = document.createElement(name)
  element.textContent = text
  return element
}

function wrap(name, children) {
  const element = document.createElement(name)
  element.append(...children)
  return element
}
