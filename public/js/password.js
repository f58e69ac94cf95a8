// A button that shows a typed password; it is hidden again before the form travels.
export function start() {
  for (const field of document.querySelectorAll('[data-show]')) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button button-secondary button-icon'
    const [eye, eyeOff] = field.dataset.icons.split(' ')
    button.setAttribute('aria-controls', field.id)
    const set = (shown) => {
      field.type = shown ? 'text' : 'password'
      const words = shown ? field.dataset.hide : field.dataset.show
      button.title = words
      button.setAttribute('aria-label', words)
      button.innerHTML = `<svg class="icon" aria-hidden="true"><use href="${shown ? eyeOff : eye}"/></svg>`
    }
    button.addEventListener('click', () => set(field.type === 'password'))
    if (field.form) field.form.addEventListener('submit', () => set(false))
    field.parentElement.append(button)
    set(false)
  }
}
