import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { projectPath } from '../../src/lib/paths.ts'

const places = /^(src|docs|test|migrations|bench|bin|e2e|public|\.ci)\//

/** Documents that name a file which is not there. A name with a placeholder (*, …, <x>, NNNN) is not a file. */
export function paperFaults(path: string): string[] {
  const text = readFileSync(projectPath(path), 'utf8').replace(/```[\s\S]*?```/g, (block) =>
    block.replace(/[^\n]/g, ' '),
  )
  const faults: string[] = []
  const check = (at: number, named: string, file: string) => {
    if (/[*…<>{}$]|NNNN|YYYY/.test(named) || existsSync(projectPath(file))) return
    const line = text.slice(0, at).split('\n').length
    faults.push(`${path}:${line} names ${named}, which is not there: mend the name or remove it`)
  }
  for (const link of text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)) {
    const target = link[1] ?? ''
    if (!/^[a-z]+:/.test(target)) check(link.index, target, join(dirname(path), target))
  }
  for (const code of text.matchAll(/`([^`\s]+)`/g)) {
    const named = (code[1] ?? '').replace(/:\d+$/, '')
    if (places.test(named)) check(code.index, named, named)
  }
  return faults
}

/** Words of whoever built it, which mean nothing to whoever reads or uses it. */
const workshop = /\/work\/|\b(?:[Cc]laude|[Aa]nthropic|ChatGPT|TODO|FIXME)\b|lorem ipsum/

export function workshopFaults(path: string, text: string): string[] {
  return text.split('\n').flatMap((line, i) => {
    const found = workshop.exec(line)
    return found ? [`${path}:${i + 1} says '${found[0]}': write for the reader, or do it now`] : []
  })
}

/** Words on the screen: both languages wherever one is. `value` is what a *.texts.ts exports. */
export function wordFaults(path: string, key: string, value: unknown): string[] {
  if (!value || typeof value !== 'object') return []
  const entry = value as Record<string, unknown>
  if (!('vi' in entry) && !('en' in entry)) {
    return Object.entries(entry).flatMap(([name, inner]) => wordFaults(path, `${key}.${name}`, inner))
  }
  return ['vi', 'en'].flatMap((language) => {
    const said = entry[language]
    const empty = said === undefined || said === null || (typeof said === 'string' && said.trim() === '')
    return empty ? [`${path} ${key} lacks '${language}'`] : []
  })
}
