/** A parsed element. Text is a string among the children. Names keep their prefix ('w:p'). */
export interface Element {
  name: string
  attributes: Record<string, string>
  children: (Element | string)[]
}

export const noElement: Element = { name: '', attributes: {}, children: [] }

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

// Only the five built-in names and character numbers: entities declared by the file are never expanded.
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{1,8}));/g, (whole, decimal, hex, name) => {
    if (name) return named[name] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff && code > 0 ? String.fromCodePoint(code) : ''
  })
}

const attributePattern = /([^\s=/<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const noAttributes: Record<string, string> = Object.freeze({})

function readAttributes(source: string): Record<string, string> {
  if (source === '' || !source.includes('=')) return noAttributes
  const attributes: Record<string, string> = Object.create(null)
  for (const [, name = '', double, single] of source.matchAll(attributePattern)) {
    attributes[name] = decodeEntities(double ?? single ?? '')
  }
  return attributes
}

export interface XmlHandler {
  /** `depth` is the count of open elements above this one. */
  open(name: string, attributes: string, selfClosed: boolean, depth: number): void
  close(name: string, depth: number): void
  text(value: string): void
}

function skipDeclaration(xml: string, at: number): number {
  if (xml.startsWith('<!--', at)) return endAfter(xml, '-->', at + 4)
  if (xml.startsWith('<?', at)) return endAfter(xml, '?>', at + 2)
  // A document type may hold a bracketed part; everything in it is skipped, so no entity can be declared.
  const close = xml.indexOf('>', at)
  const bracket = xml.indexOf('[', at)
  if (bracket !== -1 && (close === -1 || bracket < close)) return endAfter(xml, ']>', bracket)
  return close === -1 ? xml.length : close + 1
}

function endAfter(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from)
  return at === -1 ? xml.length : at + mark.length
}

/**
 * Walks XML once, telling the handler what it meets. Never throws on malformed input: what cannot be understood is
 * passed over, a closing tag without an opening one is ignored, and missing ones are supplied at the end.
 */
export function walkXml(xml: string, handler: XmlHandler): void {
  const stack: string[] = []
  let at = 0
  while (at < xml.length) {
    const tag = xml.indexOf('<', at)
    const textEnd = tag === -1 ? xml.length : tag
    if (textEnd > at) handler.text(decodeEntities(xml.slice(at, textEnd)))
    if (tag === -1) break
    const next = xml.charCodeAt(tag + 1)
    if (next === 0x21 && xml.startsWith('<![CDATA[', tag)) {
      at = endAfter(xml, ']]>', tag + 9)
      handler.text(xml.slice(tag + 9, Math.max(tag + 9, at - 3)))
    } else if (next === 0x21 || next === 0x3f) {
      at = skipDeclaration(xml, tag)
    } else {
      at = walkTag(xml, tag, stack, handler)
    }
  }
  while (stack.length > 0) handler.close(stack.pop() ?? '', stack.length)
}

function walkTag(xml: string, tag: number, stack: string[], handler: XmlHandler): number {
  const end = tagEnd(xml, tag)
  if (end === -1) return xml.length
  if (xml.charCodeAt(tag + 1) === 0x2f) {
    const name = xml.slice(tag + 2, end).trimEnd()
    if (stack.at(-1) === name || stack.slice(-64).includes(name)) closeTo(name, stack, handler)
    return end + 1
  }
  const selfClosed = xml.charCodeAt(end - 1) === 0x2f
  const inner = xml.slice(tag + 1, selfClosed ? end - 1 : end)
  const space = inner.search(/\s/)
  const name = space === -1 ? inner : inner.slice(0, space)
  handler.open(name, space === -1 ? '' : inner.slice(space + 1), selfClosed, stack.length)
  if (!selfClosed) stack.push(name)
  return end + 1
}

/** The '>' that ends a tag; one inside a quoted value does not count. Gives up early on unbalanced quotes. */
function tagEnd(xml: string, tag: number): number {
  let end = xml.indexOf('>', tag)
  for (let tries = 0; end !== -1 && tries < 3; tries++) {
    if (xml.slice(tag, end).split('"').length % 2 === 1) return end
    end = xml.indexOf('>', end + 1)
  }
  return end
}

function closeTo(name: string, stack: string[], handler: XmlHandler): void {
  while (stack.length > 0) {
    const top = stack.pop() ?? ''
    handler.close(top, stack.length)
    if (top === name) return
  }
}

interface Collector {
  /** Elements whose children are handed over one by one instead of being kept. */
  streams: ReadonlySet<string>
  each: (element: Element, parent: string) => boolean
  most: { depth: number; elements: number }
}

/**
 * Builds small trees: every child of an element named in `streams` is parsed, handed to `each` and let go, so memory
 * follows the largest child, not the file. `each` answers false to stop. Returns 'too-deep' past
 * `most.depth` levels and 'too-large' when one child has more than `most.elements`.
 */
export function eachChild(
  xml: string,
  streams: readonly string[],
  each: (element: Element, parent: string) => boolean,
  most: { depth: number; elements: number },
): 'done' | 'stopped' | 'too-deep' | 'too-large' {
  const collector: Collector = { streams: new Set(streams), each, most }
  try {
    walkXml(xml, collectorHandler(collector))
  } catch (reason) {
    if (reason === stop) return 'stopped'
    if (reason === tooDeep) return 'too-deep'
    if (reason === tooLarge) return 'too-large'
    throw reason
  }
  return 'done'
}

const stop = Symbol('stop')
const tooDeep = Symbol('too deep')
const tooLarge = Symbol('too large')

function collectorHandler(collector: Collector): XmlHandler {
  const open: Element[] = []
  const outer: string[] = []
  let count = 0
  function finish(element: Element): void {
    const parent = open.at(-1)
    if (parent) parent.children.push(element)
    else if (!collector.each(element, outer.at(-1) ?? '')) throw stop
  }
  return {
    open(name, attributes, selfClosed, depth) {
      if (depth > collector.most.depth) throw tooDeep
      if (open.length === 0 && !(outer.length > 0 && collector.streams.has(outer.at(-1) ?? ''))) {
        if (!selfClosed) outer.push(name)
        return
      }
      if (open.length === 0 && collector.streams.has(name)) {
        if (!selfClosed) outer.push(name)
        return
      }
      count = open.length === 0 ? 0 : count + 1
      if (count > collector.most.elements) throw tooLarge
      const element: Element = { name, attributes: readAttributes(attributes), children: [] }
      if (selfClosed) finish(element)
      else open.push(element)
    },
    close() {
      const element = open.pop()
      if (element) finish(element)
      else outer.pop()
    },
    text(value) {
      open.at(-1)?.children.push(value)
    },
  }
}

export function childrenOf(element: Element, name?: string): Element[] {
  const found: Element[] = []
  for (const child of element.children) {
    if (typeof child !== 'string' && (name === undefined || child.name === name)) found.push(child)
  }
  return found
}

export function childOf(element: Element | undefined, name: string): Element | undefined {
  if (!element) return undefined
  for (const child of element.children) {
    if (typeof child !== 'string' && child.name === name) return child
  }
  return undefined
}

/** The `w:val` of a child, as in `<w:ilvl w:val="1"/>`. */
export function valOf(element: Element | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['w:val']
}

/** The whole file as one tree; for the small parts of a document (styles, numbering). */
export function parseXml(xml: string, depth = 256): Element {
  const root: Element = { name: '#document', attributes: {}, children: [] }
  const open: Element[] = [root]
  try {
    walkXml(xml, {
      open(name, attributes, selfClosed, level) {
        if (level > depth) throw tooDeep
        const element: Element = { name, attributes: readAttributes(attributes), children: [] }
        open.at(-1)?.children.push(element)
        if (!selfClosed) open.push(element)
      },
      close() {
        if (open.length > 1) open.pop()
      },
      text(value) {
        open.at(-1)?.children.push(value)
      },
    })
  } catch (reason) {
    if (reason !== tooDeep) throw reason
  }
  return root
}

/** XML bytes as a string: UTF-8 or, by its mark, UTF-16. */
export function decodeXml(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}
