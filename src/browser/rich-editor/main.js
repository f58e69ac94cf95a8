import { baseKeymap } from 'prosemirror-commands'
import { dropCursor } from 'prosemirror-dropcursor'
import { gapCursor } from 'prosemirror-gapcursor'
import { history } from 'prosemirror-history'
import { inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import { EditorState, NodeSelection, Plugin } from 'prosemirror-state'
import { tableEditing } from 'prosemirror-tables'
import { EditorView } from 'prosemirror-view'
import { keysOf } from './commands.js'
import { askImage, askLink, showKeys } from './dialogs.js'
import { pastedSlice } from './paste.js'
import { schemaOf } from './schema.js'
import { makeToolbar } from './toolbar.js'

// Puts the editor in place of a textarea. The form sends the tree; the textarea stays for those without a script.
export function start() {
  for (const field of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-rich]'))) {
    if (!field.dataset.ready) enhance(field)
  }
}

function enhance(field) {
  const area = field.querySelector('textarea')
  const label = document.querySelector(`label[for="${area.id}"]`)
  const tree = field.querySelector('[data-rich-tree]')
  const by = field.querySelector('[data-rich-by]')
  // Words typed before this script came would be lost: then the field stays as it is.
  if (by.value !== 'editor' && area.value !== area.defaultValue) return
  const setting = JSON.parse(field.dataset.rich)
  const { words, images } = setting
  const upload = setting.upload
    ? { address: setting.upload, token: area.form.elements._csrf?.value ?? '' }
    : null
  const schema = schemaOf((file) => images.find((one) => one.file === file)?.src ?? '')
  const first = docOf(schema, tree.value)
  if (!first) return
  field.dataset.ready = 'yes'

  const told = document.createElement('p')
  told.className = 'rich-count'
  const status = document.createElement('p')
  status.className = 'hint'
  status.setAttribute('role', 'status')
  let toolbar = null
  const open = (name) => (_state, _dispatch) => {
    if (name === 'link') askLink(view, words)
    else if (name === 'image') askImage(view, words, images, upload, figureAt(view.state))
    else if (name === 'keys') showKeys(view, words)
    else toolbar.bar.querySelector('[tabindex="0"]').focus()
    return true
  }
  const fileOf = (src) => images.find((one) => new URL(one.src, location.href).href === src)?.file ?? null
  const stateOf = (doc) => EditorState.create({ doc, plugins: pluginsOf(schema, open) })
  const view = new EditorView(null, {
    state: stateOf(first),
    attributes: () => attributesOf(label, area),
    // Before ProseMirror, whose own reader would put every inline style before the policy of the page.
    handleDOMEvents: { paste: (_view, event) => paste(event) },
    handleDoubleClickOn: (_view, _pos, node) => node.type.name === 'figure' && open('image')(),
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction))
      toolbar.update(view.state)
      if (transaction.docChanged) changed()
    },
  })
  toolbar = makeToolbar(view, words, open)
  const frame = document.createElement('div')
  frame.className = 'rich-editor'
  frame.append(toolbar.bar, view.dom, told)
  area.after(frame, status)
  area.hidden = true
  document.getElementById(`${area.id}-hint`)?.querySelector('.rich-plain-hint')?.remove()
  by.value = 'editor'
  toolbar.update(view.state)
  count()
  // A label leads to its control: here to the place where one writes now.
  label?.addEventListener('click', (event) => {
    event.preventDefault()
    view.focus()
  })
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link?.closest('[data-error-summary]') && link.hash === `#${area.id}`) {
      event.preventDefault()
      view.focus()
    }
  })
  // Autosave puts back what had not reached the server.
  tree.addEventListener('restored', () => {
    const doc = docOf(schema, tree.value)
    if (doc) view.updateState(stateOf(doc))
    count()
  })

  function paste(event) {
    const html = event.clipboardData?.getData('text/html')
    if (!html) return false
    let pasted = null
    try {
      pasted = pastedSlice(schema, html, fileOf)
    } catch {
      return false
    }
    if (!pasted) return false
    view.dispatch(view.state.tr.replaceSelection(pasted.slice).scrollIntoView().setMeta('paste', true))
    event.preventDefault()
    status.textContent = pasted.imagesLeft ? words.imagesLeft.replace('{n}', pasted.imagesLeft) : ''
    return true
  }

  function changed() {
    tree.value = JSON.stringify(view.state.doc.toJSON())
    tree.dispatchEvent(new Event('input', { bubbles: true }))
    count()
  }

  function count() {
    const text = view.state.doc.textBetween(0, view.state.doc.content.size, ' ', ' ').normalize('NFC')
    const numbers = [text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0, text.trim().length]
    const [syllables, characters] = numbers.map((n) => n.toLocaleString(document.documentElement.lang))
    told.textContent = words.count.replace('{s}', syllables).replace('{c}', characters)
  }
}

function docOf(schema, json) {
  try {
    const value = JSON.parse(json || '{"type":"doc"}')
    if (!value.content?.length) value.content = [{ type: 'paragraph' }]
    const doc = schema.nodeFromJSON(value)
    doc.check()
    return doc
  } catch {
    return null
  }
}

function pluginsOf(schema, open) {
  const { nodes } = schema
  const rules = [
    wrappingInputRule(/^\s*[-*•]\s$/, nodes.bulletList),
    wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
    textblockTypeInputRule(/^(#{2,4})\s$/, nodes.heading, (match) => ({ level: match[1].length })),
  ]
  return [
    inputRules({ rules }),
    keymap(keysOf(schema, open)),
    keymap(baseKeymap),
    history(),
    dropCursor(),
    gapCursor(),
    tableEditing(),
    trailingParagraph(nodes),
  ]
}

/** There is always a paragraph to write in after a table or an image. */
function trailingParagraph(nodes) {
  return new Plugin({
    appendTransaction: (_all, _old, state) => {
      const last = state.doc.lastChild
      if (
        last &&
        last.type !== nodes.table &&
        last.type !== nodes.figure &&
        last.type !== nodes.horizontalRule
      )
        return null
      return state.tr.insert(state.doc.content.size, nodes.paragraph.create())
    },
  })
}

function figureAt(state) {
  const { selection } = state
  if (selection instanceof NodeSelection && selection.node.type.name === 'figure')
    return { node: selection.node, pos: selection.from }
  const { $from } = selection
  return $from.depth > 0 && $from.node(1).type.name === 'figure'
    ? { node: $from.node(1), pos: $from.before(1) }
    : null
}

function attributesOf(label, area) {
  return {
    class: 'rich rich-text',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': label?.textContent.trim() ?? '',
    ...(area.getAttribute('aria-describedby') && {
      'aria-describedby': area.getAttribute('aria-describedby'),
    }),
    ...(area.getAttribute('aria-invalid') && { 'aria-invalid': 'true' }),
    lang: 'vi',
    spellcheck: 'false',
  }
}
