/**
 * Arithmetic over figures: '+ - * /', brackets, numbers and the codes of other figures, as in
 * 'done / planned * 100'; 'sum(by_form.people)' adds up a column of a table and is asked for as the figure
 * 'by_form.people'. No other calls, no names besides figures: a template is data, never a program.
 */
type Node =
  | { kind: 'number'; value: number }
  | { kind: 'figure'; code: string }
  | { kind: 'negative'; of: Node }
  | { kind: 'pair'; sign: '+' | '-' | '*' | '/'; left: Node; right: Node }

const token =
  /\s*(?:(\d+(?:\.\d+)?)|(sum\(\s*[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*\s*\)|[a-z][a-z0-9_]*)|([-+*/()]))/y
const deepest = 50

class Parser {
  readonly #tokens: string[]
  #at = 0
  #depth = 0

  constructor(text: string) {
    this.#tokens = tokensOf(text)
  }

  whole(): Node {
    const node = this.#sum()
    if (this.#at < this.#tokens.length) throw new FormulaFault(`unexpected '${this.#tokens[this.#at]}'`)
    return node
  }

  #sum(): Node {
    this.#depth += 1
    if (this.#depth > deepest) throw new FormulaFault('too many brackets')
    const node = this.#chain(['+', '-'], () => this.#chain(['*', '/'], () => this.#factor()))
    this.#depth -= 1
    return node
  }

  #chain(signs: readonly string[], next: () => Node): Node {
    let left = next()
    for (let sign = this.#tokens[this.#at]; sign && signs.includes(sign); sign = this.#tokens[this.#at]) {
      this.#at += 1
      left = { kind: 'pair', sign: sign as '+', left, right: next() }
    }
    return left
  }

  #factor(): Node {
    const t = this.#tokens[this.#at]
    this.#at += 1
    if (t === undefined) throw new FormulaFault('ends too early')
    if (t === '-') {
      this.#depth += 1
      if (this.#depth > deepest) throw new FormulaFault('too many signs')
      return { kind: 'negative', of: this.#factor() }
    }
    if (t === '(') {
      const inner = this.#sum()
      if (this.#tokens[this.#at] !== ')') throw new FormulaFault("')' is missing")
      this.#at += 1
      return inner
    }
    if (/^\d/.test(t)) return { kind: 'number', value: Number(t) }
    if (/^[a-z]/.test(t)) return { kind: 'figure', code: t.replace(/^sum\(\s*|\s*\)$/g, '') }
    throw new FormulaFault(`unexpected '${t}'`)
  }
}

/** What is wrong with an expression, in English for the log; forms say it in their own words. */
export class FormulaFault extends Error {}

function tokensOf(text: string): string[] {
  const found: string[] = []
  const trimmed = text.trimEnd()
  token.lastIndex = 0
  while (token.lastIndex < trimmed.length) {
    const from = token.lastIndex
    const m = token.exec(trimmed)
    if (!m) throw new FormulaFault(`cannot read '${trimmed.slice(from, from + 10)}'`)
    found.push(m[1] ?? m[2] ?? m[3] ?? '')
  }
  return found
}

const known = new Map<string, Node>()

function parsed(expression: string): Node {
  const before = known.get(expression)
  if (before) return before
  const node = new Parser(expression).whole()
  if (known.size > 2000) known.clear()
  known.set(expression, node)
  return node
}

/** The codes of the figures an expression names, each once. Throws FormulaFault when it cannot be read. */
export function figuresIn(expression: string): string[] {
  const codes = new Set<string>()
  const visit = (node: Node): void => {
    if (node.kind === 'figure') codes.add(node.code)
    else if (node.kind === 'negative') visit(node.of)
    else if (node.kind === 'pair') {
      visit(node.left)
      visit(node.right)
    }
  }
  visit(parsed(expression))
  return [...codes]
}

/** The value of an expression; null where a figure has no value or something is divided by nought. */
export function evaluate(expression: string, figureOf: (code: string) => number | null): number | null {
  const value = (node: Node): number | null => {
    if (node.kind === 'number') return node.value
    if (node.kind === 'figure') return figureOf(node.code)
    if (node.kind === 'negative') {
      const inner = value(node.of)
      return inner === null ? null : -inner
    }
    const left = value(node.left)
    const right = value(node.right)
    if (left === null || right === null) return null
    if (node.sign === '+') return left + right
    if (node.sign === '-') return left - right
    if (node.sign === '*') return left * right
    return right === 0 ? null : left / right
  }
  return value(parsed(expression))
}

/** `value` with so many decimals, halves away from nought, without the dust of binary fractions. */
export function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals
  return (Math.sign(value) * Math.round(Math.abs(value) * scale + 1e-9)) / scale + 0
}
