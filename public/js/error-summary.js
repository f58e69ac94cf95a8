// Moves the focus to the summary when a form comes back with faults, and from its links into the fields.
export function start() {
  const summary = document.querySelector('[data-error-summary]')
  summary.focus()
  summary.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]')
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (!field) return
    event.preventDefault()
    const label = (field.labels && field.labels[0]) || field.closest('fieldset') || field
    label.scrollIntoView({ block: 'start' })
    field.focus({ preventScroll: true })
  })
}
