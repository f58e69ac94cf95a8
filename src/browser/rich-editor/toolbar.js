import { commandsOf, isInTable, markAt, setStyle, styleAt } from './commands.js'

const groups = [
  ['style'],
  ['bold', 'italic', 'superscript', 'subscript', 'lang'],
  ['bulletList', 'orderedList', 'indent', 'outdent', 'blockquote'],
  ['link', 'image', 'table', 'rule'],
  ['undo', 'redo', 'keys'],
  ['addRow', 'addColumn', 'deleteRow', 'deleteColumn', 'headerRow', 'deleteTable'],
]

/**
 * The tools as one stop of the Tab key: arrows move among them, Escape goes back to the text. Each says by
 * aria-pressed whether it is on and by aria-disabled whether it can be used where the caret stands.
 */
export function makeToolbar(view, words, open) {
  const commands = commandsOf(view.state.schema)
  const bar = document.createElement('div')
  bar.className = 'rich-tools'
  bar.setAttribute('role', 'toolbar')
  bar.setAttribute('aria-label', words.tools)
  const updates = []
  for (const [index, names] of groups.entries()) {
    const group = document.createElement('div')
    group.className = 'rich-group'
    group.append(...names.map((name) => tool(name)))
    if (index === groups.length - 1) updates.push((state) => (group.hidden = !isInTable(state)))
    bar.append(group)
  }
  rove(bar, view)

  function tool(name) {
    if (name === 'style')
      return choice(name, words.styles, styleAt, (value) => setStyle(view.state.schema, value))
    if (name === 'lang') return choice(name, words.languages, langAt, setLanguage)
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'rich-tool'
    button.dataset.tool = name
    button.title = words.names[name]
    button.setAttribute('aria-label', words.names[name])
    if (words.signs[name]) button.dataset.sign = words.signs[name]
    else button.textContent = words.names[name]
    const command = commands[name] ?? { run: open(name) }
    // The text keeps its selection while a tool is clicked.
    button.addEventListener('mousedown', (event) => event.preventDefault())
    button.addEventListener('click', () => {
      if (button.getAttribute('aria-disabled') === 'true') return
      command.run(view.state, view.dispatch, view)
      if (commands[name]) view.focus()
    })
    updates.push((state) => {
      if (command.on) button.setAttribute('aria-pressed', String(command.on(state)))
      button.setAttribute('aria-disabled', String(commands[name] ? !command.run(state) : false))
    })
    return button
  }

  function choice(name, options, read, command) {
    const select = document.createElement('select')
    select.className = 'rich-choice'
    select.dataset.tool = name
    select.setAttribute('aria-label', words.names[name])
    select.append(...options.map(([value, label]) => new Option(label, value)))
    select.addEventListener('change', () => {
      command(select.value)(view.state, view.dispatch)
      view.focus()
    })
    updates.push((state) => {
      select.value = read(state)
    })
    return select
  }

  return {
    bar,
    update: (state) => {
      for (const one of updates) one(state)
    },
  }
}

function langAt(state) {
  return markAt(state, 'lang')?.attrs.lang ?? ''
}

function setLanguage(lang) {
  return (state, dispatch) => {
    const { from, to, empty } = state.selection
    const type = state.schema.marks.lang
    const mark = lang === '' ? null : type.create({ lang })
    if (empty) dispatch(mark ? state.tr.addStoredMark(mark) : state.tr.removeStoredMark(type))
    else {
      const tr = state.tr.removeMark(from, to, type)
      dispatch(mark ? tr.addMark(from, to, mark) : tr)
    }
    return true
  }
}

function rove(bar, view) {
  const tools = () => [...bar.querySelectorAll('button, select')].filter((one) => !one.closest('[hidden]'))
  const settle = (current) => {
    for (const one of bar.querySelectorAll('button, select')) one.tabIndex = one === current ? 0 : -1
  }
  settle(bar.querySelector('button, select'))
  bar.addEventListener('focusin', (event) => settle(event.target))
  bar.addEventListener('keydown', (event) => {
    const all = tools()
    const at = all.indexOf(event.target)
    const next = {
      ArrowRight: all[(at + 1) % all.length],
      ArrowLeft: all[(at + all.length - 1) % all.length],
      Home: all[0],
      End: all.at(-1),
    }[event.key]
    if (event.key === 'Escape') view.focus()
    else if (next) next.focus()
    else return
    event.preventDefault()
  })
}
