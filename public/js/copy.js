// Copies a text; the button says so.
export function start() {
  if (!navigator.clipboard) return
  for (const button of document.querySelectorAll('[data-copy]')) {
    const words = button.querySelector('span')
    const before = words.textContent
    button.hidden = false
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy)
      words.textContent = button.dataset.copied
      setTimeout(() => {
        words.textContent = before
      }, 2000)
    })
  }
}
