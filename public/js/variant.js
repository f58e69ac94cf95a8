// Counts a text for a channel as the channel counts, while it is written, and shows it as it will look there.
export function start() {
  for (const place of document.querySelectorAll('[data-variant]'))
    watch(place, JSON.parse(place.dataset.variant))
}

const fields = ['title', 'lead', 'text']

export function lengthIn(text, counted) {
  const sent = text.normalize('NFC').replace(/\r\n?/g, '\n').trim()
  if (counted === 'bytes') return new TextEncoder().encode(sent).length
  return counted === 'points' ? [...sent].length : sent.length
}

/** What the server would say: `level` is 'fault', 'advice' or '', `words` why. */
export function measure(data, typed) {
  const found = {}
  for (const field of fields) found[field] = measureField(data, field, typed)
  const { least, most } = data.images
  const n = typed.images
  const wrongImages = n < least ? ['fewImages', { least }] : n > most ? ['manyImages', { n, most }] : null
  found.images = told(data, 'fault', wrongImages)
  const wrongLink = !data.linkUsed
    ? false
    : typed.link === ''
      ? data.linkNeeded && 'noLink'
      : !isAddress(typed.link) && 'badLink'
  found.link = told(data, 'fault', wrongLink ? [wrongLink, {}] : null)
  return found
}

function measureField(data, field, typed) {
  const { used, needed, most, good, counted } = data.fields[field]
  if (!used) return { n: 0, level: '', words: '' }
  const text = typed[field].trim()
  const name = data.names[field]
  const n = lengthIn(field === 'text' ? withLink(data, text, typed.link) : text, counted)
  if (text === '' && !(field === 'text' && n > 0))
    return { n, ...told(data, 'fault', needed ? ['missing', { name }] : null) }
  if (most !== null && n > most)
    return { n, ...told(data, 'fault', ['over', { name, n, most, over: n - most }]) }
  return { n, ...told(data, 'advice', good !== null && n > good ? ['long', { name, n, good }] : null) }
}

function withLink(data, text, link) {
  return data.beforeLink && link && !text.includes(link) ? text + data.beforeLink + link : text
}

function told(data, level, what) {
  if (!what) return { level: '', words: '' }
  const [key, parts] = what
  const words = Object.entries(parts).reduce(
    (all, [name, value]) => all.replace(`{${name}}`, shown(value)),
    data.words[key],
  )
  return { level, words }
}

function shown(value) {
  return typeof value === 'number' ? value.toLocaleString('vi-VN') : value
}

function isAddress(link) {
  return /^https?:\/\/[^\s/]+/.test(link) && URL.canParse(link)
}

function watch(place, data) {
  const form = place.querySelector('form[data-draft]')
  const status = place.querySelector('[data-told]')
  const list = place.querySelector('[data-findings]')
  let timer
  const tell = () => {
    const typed = read(form, data)
    const found = measure(data, typed)
    for (const field of fields) count(place, data, field, found[field], typed[field])
    const wrong = Object.values(found).filter((one) => one.level)
    if (list) list.replaceChildren(...(wrong.length > 0 ? [findings(wrong)] : []))
    clearTimeout(timer)
    timer = setTimeout(() => {
      const words = wrong.map((one) => one.words).join(' ') || data.words.good
      if (status.textContent !== words) status.textContent = words
    }, 1200)
  }
  form.addEventListener('input', tell)
  form.addEventListener('change', tell)
}

function read(form, data) {
  const sent = new FormData(form)
  const text = (name) => String(sent.get(name) ?? '')
  const choice = text('linkChoice')
  const link = choice === 'own' ? data.shortLink : choice === 'other' ? text('link').trim() : ''
  return {
    ...{ title: text('title'), lead: text('lead'), text: text('text'), link },
    images: form.elements.images ? sent.getAll('images').length : data.images.least,
  }
}

function count(place, data, field, { n, level }, text) {
  const told = place.querySelector(`[data-counted="${field}"]`)
  const { most } = data.fields[field]
  if (told) {
    const sentence = most === null ? data.words.count : data.words.countOf
    told.textContent = sentence.replace('{n}', shown(n)).replace('{most}', shown(most ?? 0))
    told.className = level === 'fault' ? 'over' : level === 'advice' ? 'long' : ''
  }
  for (const seen of place.querySelectorAll(`[data-preview="${field}"]`)) seen.textContent = text
}

function findings(wrong) {
  const made = document.createElement('ul')
  made.className = 'findings'
  for (const { level, words } of wrong) {
    const line = document.createElement('li')
    line.className = level === 'fault' ? 'tone-bad' : 'tone-warn'
    line.textContent = words
    made.append(line)
  }
  return made
}
