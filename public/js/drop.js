// Files may be dropped onto their frame, are listed and can be taken out again. Sending shows a bar.
const version = new URL(import.meta.url).search

export function start() {
  const forms = new Set()
  for (const zone of document.querySelectorAll('[data-drop]')) {
    const input = zone.querySelector('input[type=file]')
    const [dropHere, remove, tooLarge, sending] = JSON.parse(zone.dataset.dropWords)
    const hint = document.createElement('p')
    const list = document.createElement('ul')
    hint.className = 'hint'
    hint.textContent = dropHere
    list.className = 'drop-list'
    zone.append(hint, list)
    const show = () => list.replaceChildren(...[...input.files].map((file) => line(file, input, show)))
    const line = (file) => {
      const item = document.createElement('li')
      const button = document.createElement('button')
      const limit = Number(zone.dataset.dropLimit)
      item.textContent = `${file.name} (${megabytes(file.size)})`
      if (limit && file.size > limit) {
        item.textContent += ` – ${tooLarge} ${megabytes(limit)}`
        item.className = 'drop-refused'
      }
      button.type = 'button'
      button.className = 'button button-quiet button-small'
      button.textContent = remove
      button.setAttribute('aria-label', `${remove}: ${file.name}`)
      button.addEventListener('click', () =>
        put(
          input,
          [...input.files].filter((one) => one !== file),
          show,
        ),
      )
      item.append(button)
      return item
    }
    input.addEventListener('change', show)
    zone.addEventListener('dragover', (event) => {
      event.preventDefault()
      zone.classList.add('drop-over')
    })
    zone.addEventListener('dragleave', () => zone.classList.remove('drop-over'))
    zone.addEventListener('drop', (event) => {
      event.preventDefault()
      zone.classList.remove('drop-over')
      const files = [...event.dataTransfer.files]
      put(input, input.multiple ? [...input.files, ...files] : files.slice(0, 1), show)
    })
    if (input.form && !forms.has(input.form)) {
      forms.add(input.form)
      input.form.addEventListener('submit', (event) => send(event, zone, sending))
    }
  }
}

function put(input, files, show) {
  const carrier = new DataTransfer()
  for (const file of files) carrier.items.add(file)
  input.files = carrier.files
  show()
}

function megabytes(bytes) {
  return `${Math.max(0.1, Math.round(bytes / 1e5) / 10).toLocaleString('vi-VN')} MB`
}

// The answer is put in place of the page, as the browser itself would have done.
function send(event, zone, sending) {
  const form = event.target
  if (event.defaultPrevented || !zone.querySelector('input[type=file]').files.length) return
  event.preventDefault()
  const bar = document.createElement('progress')
  bar.max = 1
  bar.value = 0
  bar.setAttribute('aria-label', sending)
  zone.append(bar)
  const request = new XMLHttpRequest()
  request.open('POST', event.submitter?.getAttribute('formaction') || form.action)
  request.upload.addEventListener('progress', (now) => {
    bar.value = now.lengthComputable ? now.loaded / now.total : 0
  })
  request.addEventListener('error', () => form.submit())
  request.addEventListener('load', () => {
    const page = new DOMParser().parseFromString(request.responseText, 'text/html')
    document.documentElement.replaceWith(document.adoptNode(page.documentElement))
    history.pushState(null, '', request.responseURL)
    scrollTo(0, 0)
    import(`./start.js${version}`).then((helpers) => helpers.start())
  })
  const data = new FormData(form)
  if (event.submitter?.name) data.append(event.submitter.name, event.submitter.value)
  request.send(data)
}
