import { safeHref } from '../../lib/richtext/href.ts'
import { insertBlock, markAt } from './commands.js'

function control(tag, attrs = {}, children = []) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attrs)) {
    if (name in made && typeof value !== 'string') made[name] = value
    else if (value !== undefined) made.setAttribute(name, value)
  }
  made.append(...children)
  return made
}

let count = 0

/** A question in a native dialog: fields, what to do on "OK", which answers with a fault or null. */
function ask(words, title, fields, settle, others = []) {
  const name = `rich-dialog-${++count}`
  const fault = control('p', { class: 'error', role: 'alert', hidden: true })
  const cancel = control('button', { type: 'button', class: 'button button-secondary' }, [words.cancel])
  const done = control('button', { type: 'submit', class: 'button' }, [words.done])
  const form = control('form', { class: 'stack', method: 'dialog', novalidate: '' }, [
    control('h2', { id: name }, [title]),
    ...fields,
    fault,
    control('div', { class: 'row' }, [done, ...others, cancel]),
  ])
  const dialog = control('dialog', { class: 'rich-dialog', 'aria-labelledby': name }, [form])
  cancel.addEventListener('click', () => dialog.close())
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const wrong = settle()
    fault.textContent = wrong?.text ?? ''
    fault.hidden = !wrong
    if (wrong) wrong.field.focus()
    else dialog.close()
  })
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}

function field(label, input, hint) {
  input.id ||= `rich-field-${++count}`
  const parts = [control('label', { class: 'label', for: input.id }, [label])]
  if (hint) {
    parts.push(control('span', { class: 'hint', id: `${input.id}-hint` }, [hint]))
    input.setAttribute('aria-describedby', `${input.id}-hint`)
  }
  return control('div', { class: 'field' }, [...parts, input])
}

/** Asks for the address of a link; without a selection also for its words. */
export function askLink(view, words) {
  const { state } = view
  const type = state.schema.marks.link
  const old = markAt(state, 'link')
  const { from, to, empty } = old && state.selection.empty ? around(state, old) : state.selection
  const address = control('input', { class: 'input', type: 'text', inputmode: 'url', autocomplete: 'off' })
  address.value = old?.attrs.href ?? ''
  const text = control('input', { class: 'input', type: 'text' })
  const fields = [field(words.linkAddress, address, words.linkHint)]
  if (empty) fields.push(field(words.linkText, text))
  const remove = control('button', { type: 'button', class: 'button button-secondary' }, [words.linkRemove])
  const dialog = ask(
    words,
    words.link,
    fields,
    () => {
      const href = safeHref(address.value)
      if (href === null) return { text: words.linkFault, field: address }
      const mark = type.create({ href })
      const tr = empty
        ? view.state.tr.insert(from, state.schema.text(text.value.trim() || href, [mark]))
        : view.state.tr.removeMark(from, to, type).addMark(from, to, mark)
      view.dispatch(tr.scrollIntoView())
      return null
    },
    old ? [remove] : [],
  )
  remove.addEventListener('click', () => {
    view.dispatch(view.state.tr.removeMark(from, to, type))
    dialog.close()
  })
  dialog.addEventListener('close', () => view.focus())
}

/** The whole extent of the link at the caret. */
function around(state, mark) {
  const { $from } = state.selection
  let [from, to] = [$from.pos, $from.pos]
  const start = $from.start()
  $from.parent.forEach((node, offset) => {
    const [begin, end] = [start + offset, start + offset + node.nodeSize]
    if (mark.isInSet(node.marks) && begin <= $from.pos && $from.pos <= end) [from, to] = [begin, end]
  })
  return { from, to, empty: from === to }
}

/** Asks for an image: one that was uploaded, or a new one; never without words for those who cannot see it. */
export function askImage(view, words, images, upload, figure = null) {
  let chosen = figure ? figure.node.attrs.file : null
  const list = control('div', { class: 'rich-images', role: 'radiogroup', 'aria-label': words.imageChoose })
  const alt = control('textarea', { class: 'input', rows: '2' })
  const decorative = control('input', { type: 'checkbox' })
  const told = control('p', { class: 'hint', role: 'status' })
  alt.value = figure?.node.attrs.alt ?? ''
  decorative.checked = figure?.node.attrs.decorative ?? false
  const show = () => list.replaceChildren(...images.map((one) => choice(one, one.file === chosen)))
  const choice = (one, checked) => {
    const radio = control('input', { type: 'radio', name: 'rich-image', value: String(one.file), checked })
    radio.addEventListener('change', () => {
      chosen = one.file
      if (alt.value.trim() === '') alt.value = one.alt ?? ''
    })
    const picture = control('img', { src: one.src, alt: '' })
    return control('label', { class: 'rich-image' }, [radio, picture, control('span', {}, [one.name])])
  }
  show()
  const fields = [images.length ? list : control('p', { class: 'hint' }, [words.imageNone]), told]
  if (upload)
    fields.unshift(
      field(
        words.imageUpload,
        picker(upload, words, told, (one) => {
          images.unshift(one)
          chosen = one.file
          if (!list.isConnected) told.before(list)
          show()
        }),
      ),
    )
  const tick = control('label', { class: 'row' }, [decorative, words.imageDecorative])
  fields.push(field(words.imageAlt, alt, words.imageAltHint), tick)
  const dialog = ask(words, words.image, fields, () => {
    if (chosen === null) return { text: words.imageFault, field: list.querySelector('input') ?? alt }
    if (alt.value.trim() === '' && !decorative.checked) return { text: words.imageAltFault, field: alt }
    const attrs = {
      file: chosen,
      alt: decorative.checked ? '' : alt.value.trim(),
      decorative: decorative.checked,
    }
    if (figure) view.dispatch(view.state.tr.setNodeMarkup(figure.pos, null, attrs))
    else insertBlock(() => view.state.schema.nodes.figure.create(attrs), 1)(view.state, view.dispatch)
    return null
  })
  dialog.addEventListener('close', () => view.focus())
}

function picker(upload, words, told, settle) {
  const input = control('input', { class: 'input', type: 'file', accept: 'image/*' })
  input.addEventListener('change', async () => {
    const [file] = input.files
    if (!file) return
    told.textContent = words.imageSending
    const body = new FormData()
    // The token comes first: the server refuses a file before it has read it.
    body.append('_csrf', upload.token)
    body.append('file', file)
    try {
      const answer = await fetch(upload.address, {
        method: 'POST',
        body,
        headers: { accept: 'application/json' },
      })
      const result = await answer.json()
      if (!answer.ok || !Number.isInteger(result.file)) throw new Error(result.error)
      told.textContent = ''
      settle({ alt: '', name: file.name, ...result })
    } catch (fault) {
      told.textContent =
        fault.message && !/fetch|JSON/i.test(fault.message) ? fault.message : words.imageNotSent
    }
  })
  return input
}

/** The list of keys, for those who work without a mouse. */
export function showKeys(view, words) {
  const rows = words.keys.map(([keys, does]) =>
    control('div', { class: 'row' }, [
      control('dt', {}, [control('kbd', { class: 'kbd' }, [keys])]),
      control('dd', {}, [does]),
    ]),
  )
  const dialog = ask(words, words.keysTitle, [control('dl', { class: 'rich-keys' }, rows)], () => null)
  dialog.addEventListener('close', () => view.focus())
}
