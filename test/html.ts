import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'

type Element = Tree.Element
type Node = Tree.ChildNode | Tree.Document

/** A page as a person meets it: headings, labels, links and messages, not markup. */
export interface Page {
  status: number
  html: string
  /** The text of the first h1. */
  heading: string
  headings: string[]
  /** All visible text, spaces joined. */
  text: string
  links: { text: string; href: string }[]
  /** Texts of the buttons. */
  buttons: string[]
  /** What the error summary and the fields say is wrong. */
  faults: string[]
  /** The rows of all tables, each a list of its cells' texts. */
  rows: string[][]
  /** The field of this label. Throws where there is none, naming the labels there are. */
  field(label: string): Field
  /** Address of the first link that has this text. */
  link(text: string): string
  /** The hidden and visible values of the form that has this button (or action), as a browser would send them. */
  form(buttonOrAction: string): { action: string; values: Record<string, string> }
}

export interface Field {
  name: string
  type: string
  value: string
  checked: boolean
  options: { value: string; text: string; selected: boolean }[]
}

export function readPage(status: number, html: string): Page {
  const all = elements(parse(html))
  const texts = (...tags: string[]) => all.filter((e) => tags.includes(e.tagName)).map(textOf)
  const page: Page = {
    status,
    html,
    heading: texts('h1')[0] ?? '',
    headings: texts('h1', 'h2', 'h3'),
    text: textOf(all.find((e) => e.tagName === 'body') ?? all[0]),
    links: all.filter((e) => e.tagName === 'a').map((e) => ({ text: textOf(e), href: attribute(e, 'href') })),
    buttons: texts('button'),
    faults: all.filter((e) => /(?:^|[\s-])error(?:$|[\s-])/.test(attribute(e, 'class'))).map(textOf),
    rows: all.filter((e) => e.tagName === 'tr').map((row) => cellsOf(row)),
    field: (label) => fieldOf(all, label),
    link: (text) => {
      const found = page.links.find((l) => l.text === text) ?? page.links.find((l) => l.text.includes(text))
      if (!found)
        throw new Error(`No link "${text}"; there are: ${page.links.map((l) => l.text).join(' · ')}`)
      return found.href
    },
    form: (wanted) => formOf(all, wanted),
  }
  return page
}

function elements(node: Node): Element[] {
  const own = 'tagName' in node ? [node] : []
  const children = 'childNodes' in node ? node.childNodes.flatMap(elements) : []
  return [...own, ...children]
}

function textOf(node: Node | undefined): string {
  if (!node) return ''
  if (node.nodeName === '#text') return (node as Tree.TextNode).value
  if (['script', 'style', 'template'].includes(node.nodeName)) return ''
  const parts = 'childNodes' in node ? node.childNodes.map(textOf) : []
  return parts.join(' ').replace(/\s+/g, ' ').trim()
}

function attribute(element: Element, name: string): string {
  return element.attrs.find((a) => a.name === name)?.value ?? ''
}

function has(element: Element, name: string): boolean {
  return element.attrs.some((a) => a.name === name)
}

function cellsOf(row: Element): string[] {
  return elements(row)
    .filter((e) => e.tagName === 'td' || e.tagName === 'th')
    .map(textOf)
}

const controls = ['input', 'select', 'textarea']

function fieldOf(all: Element[], label: string): Field {
  const labels = all.filter((e) => e.tagName === 'label')
  const own = labels.find((l) => textOf(l) === label) ?? labels.find((l) => textOf(l).startsWith(label))
  const id = own && attribute(own, 'for')
  const control = all.find((e) => controls.includes(e.tagName) && id && attribute(e, 'id') === id)
  if (!control) throw new Error(`No field "${label}"; there are: ${labels.map(textOf).join(' · ')}`)
  return toField(control)
}

function toField(control: Element): Field {
  const options = elements(control)
    .filter((e) => e.tagName === 'option')
    .map((o) => ({
      value: has(o, 'value') ? attribute(o, 'value') : textOf(o),
      text: textOf(o),
      selected: has(o, 'selected'),
    }))
  const chosen = options.find((o) => o.selected) ?? options[0]
  const typed = control.tagName === 'textarea' ? rawText(control) : attribute(control, 'value')
  return {
    name: attribute(control, 'name'),
    type: control.tagName === 'input' ? attribute(control, 'type') || 'text' : control.tagName,
    value: control.tagName === 'select' ? (chosen?.value ?? '') : typed,
    checked: has(control, 'checked'),
    options,
  }
}

function rawText(element: Element): string {
  return element.childNodes.map((n) => (n.nodeName === '#text' ? (n as Tree.TextNode).value : '')).join('')
}

function formOf(all: Element[], wanted: string): { action: string; values: Record<string, string> } {
  const forms = all.filter((e) => e.tagName === 'form')
  const form =
    forms.find((f) => attribute(f, 'action') === wanted) ??
    forms.find((f) => elements(f).some((e) => e.tagName === 'button' && textOf(e) === wanted))
  if (!form)
    throw new Error(`No form "${wanted}"; there are: ${forms.map((f) => attribute(f, 'action')).join(' · ')}`)
  const values: Record<string, string> = {}
  for (const control of elements(form).filter((e) => controls.includes(e.tagName) && !has(e, 'disabled'))) {
    const field = toField(control)
    const unticked = ['checkbox', 'radio'].includes(field.type) && !field.checked
    if (field.name && !unticked && field.type !== 'submit') values[field.name] = field.value
  }
  return { action: attribute(form, 'action'), values }
}
