import { type Source, walk } from './sources.ts'

type Ast = Record<string, unknown>

interface Fn {
  path: string
  /** Null for one without a name. */
  name: string | null
  node: Ast
  line: number
  /** Takes a connection of its own from the pool: c.get('db'). */
  asks: boolean
  /** Names it calls. */
  calls: Set<string>
}

const kinds = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])

/**
 * Inside a transaction nothing asks beside it: a second connection for one request, taken while the first is held,
 * lets as many requests as the pool has connections wait for each other for ever. Faulty are a function with a
 * parameter `tx` that says c.get('db'), that uses a `db` from outside, or that calls a function which does (in its
 * own file or imported, through any number of calls).
 */
export function transactionFaults(sources: readonly Source[]): string[] {
  const concerned = sources.filter((s) => /\bget\('db'\)|\btx\b/.test(s.text))
  const all = concerned.flatMap(functionsOf)
  const asking = askingNames(sources, all)
  return all.filter(takesTransaction).flatMap(({ path, node, line, calls }) => {
    const body = node['body'] as Ast
    const seen = asking.get(path) ?? new Set()
    const called = [...calls].filter((name) => seen.has(name))
    return [
      ...(asksPool(body) ? [`${path}:${line} says get('db') inside a transaction: ask through tx`] : []),
      ...(usesOuterDb(node) ? [`${path}:${line} uses db inside a transaction: ask through tx`] : []),
      ...called.map(
        (name) => `${path}:${line} calls ${name} inside a transaction, which takes a second connection`,
      ),
    ]
  })
}

function functionsOf({ path, nodes }: Source): Fn[] {
  const names = new Map<unknown, string>()
  for (const { type, is } of nodes) {
    if (type === 'VariableDeclarator') names.set(is['init'], nameOf(is['id']))
    if (type === 'FunctionDeclaration') names.set(is, nameOf(is['id']))
  }
  return nodes
    .filter((n) => kinds.has(n.type))
    .map(({ is, line }) => ({
      path,
      name: names.get(is) ?? null,
      node: is,
      line,
      // A default of a parameter is for callers outside.
      asks: asksPool(is['body']),
      calls: callsIn(is['body']),
    }))
}

/** For each file, the names in it that end at the pool. */
function askingNames(sources: readonly Source[], all: readonly Fn[]): Map<string, Set<string>> {
  const asking = new Map(sources.map((s): [string, Set<string>] => [s.path, new Set()]))
  const imports = sources.flatMap(importsOf)
  for (let grown = true; grown; ) {
    grown = false
    const add = (path: string, name: string) => {
      const names = asking.get(path)
      if (!names || names.has(name)) return
      names.add(name)
      grown = true
    }
    for (const { path, name, asks, calls, node } of all) {
      if (name === null || takesTransaction({ node })) continue
      if (asks || [...calls].some((called) => asking.get(path)?.has(called))) add(path, name)
    }
    for (const { path, from, name, local } of imports) if (asking.get(from)?.has(name)) add(path, local)
  }
  return asking
}

function importsOf({ path, nodes }: Source) {
  return nodes
    .filter((n) => n.type === 'ImportDeclaration')
    .flatMap(({ is }) => {
      const from = pathOf(path, String((is['source'] as Ast)['value']))
      if (from === null) return []
      return (is['specifiers'] as Ast[]).map((one) => ({
        path,
        from,
        name: nameOf(one['imported']),
        local: nameOf(one['local']),
      }))
    })
}

function pathOf(from: string, specifier: string): string | null {
  return specifier.startsWith('.') ? new URL(specifier, `file:///${from}`).pathname.slice(1) : null
}

function takesTransaction({ node }: Pick<Fn, 'node'>): boolean {
  return (node['params'] as Ast[]).some((p) => nameOf(p) === 'tx')
}

function asksPool(node: unknown): boolean {
  return has(node, (n) => {
    const callee = n['callee'] as Ast | undefined
    const [first] = (n['arguments'] as Ast[] | undefined) ?? []
    return (
      n['type'] === 'CallExpression' && nameOf(callee?.['property']) === 'get' && first?.['value'] === 'db'
    )
  })
}

function usesOuterDb(node: Ast): boolean {
  const declares = has(node, (n) => {
    const own =
      n['type'] === 'VariableDeclarator' ? [n['id'] as Ast] : kinds.has(String(n['type'])) ? n['params'] : []
    return (own as Ast[]).some((p) => nameOf(p) === 'db' || nameOf(p['left']) === 'db')
  })
  if (declares) return false
  const named = new Set<unknown>()
  walk(node['body'], (n) => {
    if (n['type'] === 'MemberExpression' && n['computed'] !== true) named.add(n['property'])
    if (n['type'] === 'Property' && n['computed'] !== true && n['shorthand'] !== true) named.add(n['key'])
  })
  return has(node['body'], (n) => n['type'] === 'Identifier' && n['name'] === 'db' && !named.has(n))
}

function callsIn(node: unknown): Set<string> {
  const names = new Set<string>()
  walk(node, (n) => {
    if (n['type'] === 'CallExpression') names.add(nameOf(n['callee']))
  })
  return names
}

function has(node: unknown, is: (n: Ast) => boolean): boolean {
  let found = false
  walk(node, (n) => {
    found ||= is(n)
  })
  return found
}

function nameOf(node: unknown): string {
  return String((node as { name?: unknown } | null | undefined)?.name ?? '')
}
