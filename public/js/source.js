// Source and reading side by side: the one under the hand or the focus lights up the other.
export function start() {
  const light = (id) => {
    for (const old of document.querySelectorAll('.mark-on, .field-on'))
      old.classList.remove('mark-on', 'field-on')
    if (!id) return
    const name = CSS.escape(id)
    const marks = document.querySelectorAll(`[data-mark="${name}"]`)
    for (const mark of marks) mark.classList.add('mark-on')
    const field = document.querySelector(`[data-mark-field="${name}"]`)
    if (field) field.classList.add('field-on')
    return { mark: marks[0], field }
  }
  const idOf = (element) => {
    const near = element.closest('[data-mark], [data-mark-link], [data-mark-field]')
    return near && (near.dataset.mark || near.dataset.markLink || near.dataset.markField)
  }
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const show = (element) => {
    if (element) element.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })
  }
  document.addEventListener('focusin', (event) => {
    const field = event.target.closest('[data-mark-field]')
    if (!field) return
    const lit = light(idOf(field))
    const box = lit.mark && lit.mark.closest('[data-source]')
    if (box) box.scrollTop = lit.mark.offsetTop - box.offsetTop - box.clientHeight / 2
  })
  document.addEventListener('click', (event) => {
    const link = event.target.closest('[data-mark], [data-mark-link]')
    const lit = link && light(idOf(link))
    if (!lit) return
    if (link.dataset.markLink) {
      event.preventDefault()
      show(lit.mark)
    } else if (lit.field) {
      event.preventDefault()
      const control = lit.field.querySelector('input:not([type=hidden]), textarea, select')
      if (control) control.focus({ preventScroll: true })
      show(lit.field)
    }
  })
}
