import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseSync } from 'oxc-parser'
import { projectPath } from '../../src/lib/paths.ts'

export interface Import {
  /** As written: './plan.ts', 'kysely'. */
  specifier: string
  /** The project file it names, from the root; null for packages. */
  path: string | null
  line: number
  /** Only types: nothing of it is there when the program runs. */
  typeOnly: boolean
}

export interface Source {
  /** From the root, with '/': 'src/modules/plans/plan.ts'. */
  path: string
  text: string
  lines: number
  imports: Import[]
  nodes: Node[]
}

export interface Node {
  type: string
  line: number
  endLine: number
  is: Record<string, unknown>
}

/** Every file that git knows or would take, without what is ignored. */
export function allFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: projectPath(),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return listed.split('\n').filter((path) => path && existsSync(projectPath(path)))
}

export function isTest(path: string): boolean {
  return /\.(test|fixtures)\.tsx?$/.test(path) || /^(test|e2e|bench)\//.test(path)
}

export function readSource(path: string): Source {
  return parseSource(path, readFileSync(projectPath(path), 'utf8'))
}

export function parseSource(path: string, text: string): Source {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const lineAt = (offset: number) => lineOf(starts, offset)
  const parsed = parseSync(path, text)
  const nodes: Node[] = []
  walk(parsed.program, (node) => {
    nodes.push({
      type: String(node['type']),
      line: lineAt(Number(node['start'])),
      endLine: lineAt(Number(node['end'])),
      is: node,
    })
  })
  const named = [
    ...parsed.module.staticImports.map((i) => ({
      ...i.moduleRequest,
      typeOnly: i.entries.length > 0 && i.entries.every((e) => e.isType),
    })),
    ...parsed.module.staticExports.flatMap((e) =>
      e.entries.flatMap((x) => (x.moduleRequest ? [{ ...x.moduleRequest, typeOnly: x.isType }] : [])),
    ),
  ].map(({ value, start, typeOnly }) => ({ value, start, typeOnly }))
  for (const node of nodes) {
    if (node.type !== 'ImportExpression') continue
    const source = node.is['source'] as { value?: unknown; start: number }
    if (typeof source.value === 'string')
      named.push({ value: source.value, start: source.start, typeOnly: false })
  }
  const imports = named.map(({ value, start, typeOnly }) => ({
    specifier: value,
    path: value.startsWith('.') ? normalize(join(dirname(path), value)) : null,
    line: lineAt(start),
    typeOnly,
  }))
  return { path, text, lines: starts.length - (text.endsWith('\n') ? 1 : 0), imports, nodes }
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return low + 1
}

export function walk(value: unknown, visit: (node: Record<string, unknown>) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit)
  } else if (value && typeof value === 'object') {
    const node = value as Record<string, unknown>
    if (typeof node['type'] === 'string') visit(node)
    for (const key in node) if (typeof node[key] === 'object') walk(node[key], visit)
  }
}
