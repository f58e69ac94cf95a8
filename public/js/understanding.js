// Shows, while somebody types, how the server understands what is typed. Without it a button does the same.
export function start() {
  for (const place of document.querySelectorAll('[data-understanding]')) {
    const form = place.closest('form')
    let waiting
    let asked = 0
    const ask = async () => {
      const turn = ++asked
      const fields = [...new FormData(form)].filter(
        ([name, value]) => name !== '_csrf' && typeof value === 'string',
      )
      const answer = await fetch(`${place.dataset.understanding}?${new URLSearchParams(fields)}`)
      if (!answer.ok || turn !== asked) return
      const { lines } = await answer.json()
      place.replaceChildren(
        ...lines.map((line) => Object.assign(document.createElement('p'), { textContent: line })),
      )
    }
    form.addEventListener('input', () => {
      clearTimeout(waiting)
      waiting = setTimeout(ask, 350)
    })
    for (const spare of form.querySelectorAll('.no-script')) spare.hidden = true
  }
}
