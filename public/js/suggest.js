// While somebody types into a search box: titles to go to. Without it the box searches all the same.
const pause = 180

export function start() {
  for (const input of document.querySelectorAll('input[data-suggest]')) suggestFor(input)
}

function suggestFor(input) {
  const list = document.createElement('ul')
  list.className = 'suggestions'
  list.id = `${input.id}-suggestions`
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', input.dataset.suggestLabel)
  list.hidden = true
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-controls', list.id)
  input.setAttribute('aria-expanded', 'false')
  // What appears is told to those who do not see it.
  const told = document.createElement('p')
  told.className = 'visually-hidden'
  told.setAttribute('role', 'status')
  input.after(list, told)
  let waiting = 0
  let asking = null
  let chosen = -1

  const options = () => [...list.children]
  function close() {
    list.hidden = true
    chosen = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
  function choose(at) {
    const all = options()
    chosen = at < -1 ? all.length - 1 : at >= all.length ? -1 : at
    for (const [i, option] of all.entries()) option.setAttribute('aria-selected', String(i === chosen))
    if (chosen < 0) input.removeAttribute('aria-activedescendant')
    else input.setAttribute('aria-activedescendant', all[chosen].id)
    all[chosen]?.scrollIntoView({ block: 'nearest' })
  }
  function show(suggestions) {
    list.replaceChildren(
      ...suggestions.map(({ title, href }, i) => {
        const option = document.createElement('li')
        option.id = `${list.id}-${i}`
        option.setAttribute('role', 'option')
        option.setAttribute('aria-selected', 'false')
        option.textContent = title
        option.addEventListener('pointerdown', (event) => event.preventDefault())
        option.addEventListener('click', () => location.assign(href))
        return option
      }),
    )
    chosen = -1
    list.hidden = suggestions.length === 0
    input.setAttribute('aria-expanded', String(suggestions.length > 0))
    told.textContent = input.dataset[suggestions.length > 0 ? 'suggestSome' : 'suggestNone'].replace(
      '#',
      suggestions.length,
    )
  }
  async function ask() {
    asking?.abort()
    const words = input.value.trim()
    if (words.length < 2) return close()
    asking = new AbortController()
    try {
      const address = `${input.dataset.suggest}?${new URLSearchParams({ words })}`
      const answer = await fetch(address, { signal: asking.signal })
      if (answer.ok && document.activeElement === input) show((await answer.json()).suggestions)
    } catch {
      // A box that cannot suggest still searches.
    }
  }
  input.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(ask, pause)
  })
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault()
      close()
    } else if (list.hidden) {
      if (event.key !== 'ArrowDown' || event.isComposing) return
      ask()
    } else if (event.isComposing) return
    else if (event.key === 'ArrowDown') choose(chosen + 1)
    else if (event.key === 'ArrowUp') choose(chosen - 1)
    else if (event.key === 'Enter' && chosen >= 0) options()[chosen].click()
    else return
    event.preventDefault()
  })
  input.addEventListener('blur', close)
}
