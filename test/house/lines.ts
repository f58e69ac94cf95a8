import { isTest, type Node, type Source } from './sources.ts'

/** The moment is known at the edges only; verbs receive it. The runner is the worker's edge, kept in lib. */
const edges = /^src\/(main\.ts|app\/|modules\/.*\.(office|portal|api|worker)\.tsx?$|lib\/jobs\/runner\.ts$)/
const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])
const largest = { file: 300, test: 500, function: 70 }

/** Tables of facts may be long: they are data in the shape of code, or generated. */
function isData(path: string): boolean {
  return path.endsWith('.data.ts') || path === 'src/lib/schema.ts' || path.includes('/data/')
}

/** Faults of one file against the laws of size, name and edge: one sentence each, with what to do. */
export function lineFaults(source: Source): string[] {
  return [...sizeFaults(source), ...nameFaults(source), ...nodeFaults(source)]
}

function sizeFaults({ path, lines, nodes }: Source): string[] {
  if (isData(path)) return []
  const faults: string[] = []
  const wall = isTest(path) ? largest.test : largest.file
  if (lines > wall)
    faults.push(`${path} has ${lines} lines, the wall is ${wall}: split it by what it is about`)
  if (isTest(path)) return faults
  for (const node of nodes) {
    const long = node.endLine - node.line + 1
    if (!functions.has(node.type) || long <= largest.function) continue
    faults.push(
      `${path}:${node.line} a function of ${long} lines, the wall is ${largest.function}: name its parts`,
    )
  }
  return faults
}

function nameFaults({ path, nodes }: Source): string[] {
  const faults: string[] = []
  if (/(^|[/.-])(utils?|helpers?|common|misc)([/.-]|$)/.test(path)) {
    faults.push(`${path}: call it after what it holds, or put it where it is used`)
  }
  const body = nodes.find((n) => n.type === 'Program')?.is['body'] as { type: string; source?: unknown }[]
  const onward = body.filter(
    (s) => s.type === 'ExportAllDeclaration' || (s.type === 'ExportNamedDeclaration' && s.source),
  )
  if (body.length > 0 && onward.length === body.length) {
    faults.push(`${path} only passes on what others export: import from the file itself`)
  }
  return faults
}

function nodeFaults(source: Source): string[] {
  return source.nodes.flatMap((node) => {
    const fault = nodeFault(source.path, node)
    return fault ? [`${source.path}:${node.line} ${fault}`] : []
  })
}

function nodeFault(path: string, { type, is }: Node): string | null {
  const inProgram = path.startsWith('src/') && !isTest(path)
  if (type === 'TSAnyKeyword') return 'any: say what it is, or unknown and parse it'
  if (!inProgram) return null
  if (type === 'MemberExpression' && isProcessEnv(is) && path !== 'src/lib/config.ts') {
    return 'reads process.env: take it from Config (src/lib/config.ts)'
  }
  if (
    type === 'NewExpression' &&
    nameOf(is['callee']) === 'Date' &&
    count(is['arguments']) === 0 &&
    !edges.test(path)
  ) {
    return 'asks the clock: take `now` or `today` as an argument'
  }
  if (type === 'JSXOpeningElement') return scriptFault(is)
  return type === 'JSXAttribute' ? attributeFault(path, is) : null
}

function attributeFault(path: string, is: Record<string, unknown>): string | null {
  const name = nameOf(is['name'])
  if (name === 'style')
    return 'style attribute: the content security policy refuses it; write a class in public/css'
  // StoredHtml takes markup only from the allow-list of lib/richtext/html.ts (decision 50).
  if (name === 'dangerouslySetInnerHTML' && path !== 'src/ui/rich-text.tsx')
    return 'raw markup: render components, or StoredHtml'
  if (/^on([A-Z]|click|change|submit|input|load|error|key|mouse|pointer|focus|blur|toggle)/.test(name))
    return `${name} attribute: enhancements live in public/js`
  return null
}

function scriptFault(is: Record<string, unknown>): string | null {
  const attributes = (is['attributes'] as { name?: unknown }[]).map((a) => nameOf(a.name))
  return nameOf(is['name']) === 'script' && !attributes.includes('src')
    ? 'inline script: put it into public/js'
    : null
}

function isProcessEnv(is: Record<string, unknown>): boolean {
  return nameOf(is['object']) === 'process' && nameOf(is['property']) === 'env'
}

function nameOf(node: unknown): string {
  return String((node as { name?: unknown } | null)?.name ?? '')
}

function count(list: unknown): number {
  return (list as unknown[]).length
}
