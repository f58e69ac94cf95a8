// A box above a long list: letters typed there, with or without accents, leave only what fits.
export function start() {
  for (const select of document.querySelectorAll('select[data-filter]')) {
    const all = [...select.options].map((option) => ({ option, plain: plain(option.text) }))
    if (all.length < 8) continue
    const box = document.createElement('input')
    box.type = 'search'
    box.className = 'input filter-box'
    box.placeholder = select.dataset.filter
    box.setAttribute('aria-label', select.dataset.filter)
    box.setAttribute('aria-controls', select.id)
    box.autocomplete = 'off'
    const told = document.createElement('span')
    told.className = 'hint'
    told.setAttribute('role', 'status')
    box.addEventListener('input', () => {
      const words = plain(box.value).split(/\s+/).filter(Boolean)
      const left = all.filter(({ plain: text }) => words.every((word) => text.includes(word)))
      const fitting = left.filter(({ option }) => option.value)
      const kept = select.value
      for (const { option } of all) option.hidden = !left.some((one) => one.option === option)
      if (words.length && fitting.length && !fitting.some(({ option }) => option.value === kept)) {
        select.value = fitting[0].option.value
      }
      told.textContent = words.length && !fitting.length ? select.dataset.filterNone : ''
    })
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') event.preventDefault()
      if (event.key === 'ArrowDown' || event.key === 'Enter') select.focus()
    })
    select.before(box)
    select.after(told)
  }
}

function plain(text) {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd')
}
