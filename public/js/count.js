// Tells how many characters are left in a long text, softly, and only once it matters.
export function start() {
  for (const area of document.querySelectorAll('[data-limit]')) {
    const told = area.parentElement.querySelector('.count')
    if (!told) continue
    told.setAttribute('aria-live', 'polite')
    const first = told.textContent
    const tell = () => {
      const left = Number(area.dataset.limit) - area.value.normalize('NFC').length
      const words = left < 0 ? area.dataset.over : area.dataset.left
      told.textContent = area.value ? words.replace('{n}', Math.abs(left).toLocaleString('vi-VN')) : first
      told.classList.toggle('error', left < 0)
    }
    area.addEventListener('input', tell)
    tell()
  }
}
