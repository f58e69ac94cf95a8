// An open menu closes on Escape and on a click elsewhere.
export function start() {
  for (const menu of document.querySelectorAll('[data-menu]')) {
    document.addEventListener('click', (event) => {
      if (!menu.contains(event.target)) menu.open = false
    })
    menu.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !menu.open) return
      menu.open = false
      menu.querySelector('summary').focus()
    })
  }
}
