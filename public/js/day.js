// A calendar button beside a day that is typed as dd/mm/yyyy; the browser's own calendar opens.
export function start() {
  for (const field of document.querySelectorAll('[data-day]')) {
    const picker = document.createElement('input')
    if (!('showPicker' in picker) || field.disabled) continue
    picker.type = 'date'
    picker.tabIndex = -1
    picker.className = 'day-picker'
    picker.setAttribute('aria-hidden', 'true')
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button button-secondary button-icon'
    button.setAttribute('aria-label', field.dataset.day)
    button.title = field.dataset.day
    button.innerHTML = `<svg class="icon" aria-hidden="true"><use href="${field.dataset.icon}"/></svg>`
    button.addEventListener('click', () => {
      const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(field.value.trim()) || []
      picker.value = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : ''
      picker.showPicker()
    })
    picker.addEventListener('change', () => {
      field.value = picker.value.split('-').reverse().join('/')
      field.dispatchEvent(new Event('input', { bubbles: true }))
      field.focus()
    })
    field.parentElement.append(button, picker)
  }
}
