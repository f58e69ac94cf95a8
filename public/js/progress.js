// Asks how far a job has come, every two seconds, and goes where it points when it is done.
export function start() {
  for (const box of document.querySelectorAll('[data-progress-url]')) ask(box, 0)
}

async function ask(box, failures) {
  if (!box.isConnected) return
  try {
    const answer = await fetch(box.dataset.progressUrl, { headers: { accept: 'application/json' } })
    if (!answer.ok) throw new Error(String(answer.status))
    const now = await answer.json()
    if (now.done) return location.assign(now.done)
    const bar = box.querySelector('progress')
    bar.max = now.max
    bar.value = now.value
    bar.textContent = now.text
    box.querySelector('.progress-words > :last-child').textContent = now.text
    setTimeout(ask, 2000, box, 0)
  } catch {
    if (failures < 10) setTimeout(ask, 4000, box, failures + 1)
  }
}
