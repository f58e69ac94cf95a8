// Saves the words of a form while they are typed: its field 'text', or all its texts and what an editor keeps. What has not reached the server stays on this device until it has.
export function start() {
  for (const form of document.querySelectorAll('form[data-autosave]')) keep(form)
}

const pause = 1500
const again = 15000

function keep(form) {
  const texts = form.querySelectorAll('input[type=text], textarea, [data-autosaved]')
  const area = form.elements.text ?? together([...texts])
  const revision = form.elements.revision
  const told = form.querySelector('[data-told]')
  const words = JSON.parse(form.dataset.words)
  const key = form.dataset.autosave
  let stored = area.value
  let timer
  let busy = false
  let stopped = false

  const waiting = read(key)
  if (waiting && waiting.text !== area.value) {
    area.value = waiting.text
    area.dispatchEvent(new Event('restored'))
    revision.value = waiting.revision
    told.textContent = words.restored
    const folded = form.closest('details')
    if (folded) folded.open = true
    timer = setTimeout(save, pause)
  } else if (waiting) localStorage.removeItem(key)

  area.addEventListener('input', () => {
    write(key, { text: area.value, revision: revision.value })
    later(pause)
  })
  addEventListener('online', () => later(0))
  document.addEventListener('visibilitychange', () => document.hidden && later(0))
  form.addEventListener('submit', () => {
    stopped = true
    clearTimeout(timer)
  })
  addEventListener('beforeunload', (event) => {
    if (!stopped && area.value !== stored) event.preventDefault()
  })

  function later(ms) {
    clearTimeout(timer)
    if (!stopped && area.value !== stored) timer = setTimeout(save, ms)
  }

  async function save() {
    if (busy) return later(pause)
    busy = true
    const text = area.value
    told.textContent = words.saving
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        body: new URLSearchParams(new FormData(form)),
        headers: { accept: 'application/json' },
        keepalive: text.length < 20000,
      })
      if (!answer.ok || !answer.headers.get('content-type')?.includes('json')) throw new Error(answer.status)
      settle(await answer.json(), text)
    } catch {
      told.textContent = words.offline
      clearTimeout(timer)
      timer = setTimeout(save, again)
    } finally {
      busy = false
    }
  }

  function settle(result, text) {
    // What cannot be taken yet stays here, and is sent again with the next change.
    if (result.outcome === 'refused') {
      told.textContent = `${words.refused} ${result.faults.join(' ')}`
      return
    }
    if (result.outcome !== 'saved') {
      stopped = true
      localStorage.removeItem(key)
      told.textContent = `${words[result.outcome]} `
      const link = document.createElement('a')
      link.href = location.pathname
      link.textContent = words.reload
      told.append(link)
      return
    }
    stored = text
    revision.value = result.revision
    const at = new Date().toLocaleTimeString('vi-VN', { timeStyle: 'short' })
    told.textContent = [`${words.saved} ${at}`, ...(result.faults ?? [])].join('. ')
    if (area.value === text) localStorage.removeItem(key)
    else {
      write(key, { text: area.value, revision: revision.value })
      later(pause)
    }
    if (form.elements.text) form.querySelector('.tag')?.remove()
    show(form, result.state)
  }
}

// Several fields as one: their words in order. A whole editor is told by 'restored' that its words came back.
function together(fields) {
  return {
    get value() {
      return JSON.stringify(fields.map((field) => field.value))
    },
    set value(text) {
      JSON.parse(text).forEach((value, index) => {
        if (fields[index]) fields[index].value = value
      })
    },
    addEventListener(type, act) {
      for (const field of fields) field.addEventListener(type, act)
    },
    dispatchEvent(event) {
      for (const field of fields) field.dispatchEvent(new Event(event.type))
    },
  }
}

// The mark beside the heading: filled, or what is missing.
function show(form, state) {
  const mark = form.closest('.report-section')?.querySelector('[data-state] .tag')
  if (!mark || !state) return
  mark.className = `tag tone-${state.tone}`
  mark.textContent = state.text
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key))
  } catch {
    return null
  }
}

function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // A full or forbidden store: the text is still in the field, and on its way.
  }
}
