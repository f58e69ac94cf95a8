// Keeps what is typed into a long form for this browser session, and warns before it is left behind.
export function start() {
  for (const form of document.querySelectorAll('form[data-draft]')) keep(form)
}

function keep(form) {
  const key = `draft:${form.dataset.draft}`
  const first = read(form)
  let dirty = false
  let timer
  const found = take(key)
  if (found && found !== first) offer(form, key, found)
  const told = document.createElement('p')
  told.className = 'hint'
  told.setAttribute('role', 'status')
  form.append(told)
  form.addEventListener('input', () => {
    dirty = true
    clearTimeout(timer)
    timer = setTimeout(() => {
      sessionStorage.setItem(key, read(form))
      told.textContent = `${form.dataset.draftKept} ${new Date().toLocaleTimeString('vi-VN', { timeStyle: 'short' })}`
    }, 800)
  })
  form.addEventListener('submit', () => {
    dirty = false
    clearTimeout(timer)
    sessionStorage.removeItem(key)
  })
  addEventListener('beforeunload', (event) => {
    if (dirty) event.preventDefault()
  })
}

function take(key) {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

// Passwords, files and the token are never kept.
function read(form) {
  const kept = [...form.elements].filter((field) => field.name && !/password|file|hidden/.test(field.type))
  return JSON.stringify(
    kept.map((field) => (/radio|checkbox/.test(field.type) ? field.checked : field.value)),
  )
}

function write(form, text) {
  const values = JSON.parse(text)
  const kept = [...form.elements].filter((field) => field.name && !/password|file|hidden/.test(field.type))
  if (values.length !== kept.length) return
  kept.forEach((field, index) => {
    if (/radio|checkbox/.test(field.type)) field.checked = values[index]
    else field.value = values[index]
  })
}

function offer(form, key, found) {
  const bar = document.createElement('div')
  bar.className = 'notice notice-small tone-info draft'
  const words = document.createElement('p')
  words.textContent = form.dataset.draftFound
  bar.append(
    words,
    button(form.dataset.draftRestore, () => write(form, found)),
    button(form.dataset.draftDiscard),
  )
  form.prepend(bar)

  function button(label, act) {
    const made = document.createElement('button')
    made.type = 'button'
    made.className = 'button button-secondary button-small'
    made.textContent = label
    made.addEventListener('click', () => {
      if (act) act()
      else sessionStorage.removeItem(key)
      bar.remove()
    })
    return made
  }
}
