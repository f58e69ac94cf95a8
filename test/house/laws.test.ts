import { expect, test } from 'vitest'
import { circles, floorFaults } from './floors.ts'
import { lineFaults } from './lines.ts'
import { wordFaults, workshopFaults } from './papers.ts'
import { parseSource } from './sources.ts'

/** The laws themselves, each broken once: a law that catches nothing protects nothing. */
function faults(path: string, text: string): string {
  const source = parseSource(path, text)
  return [...floorFaults(source), ...lineFaults(source)].join('\n')
}

test('an arrow upward, sideways or past the door is caught', () => {
  const uses = (path: string, specifier: string) => faults(path, `import { x } from '${specifier}'\nx()\n`)
  expect(uses('src/lib/a.ts', '../modules/plans/plans.ts')).toContain('lib knows only lib')
  expect(uses('src/ui/a.tsx', '../modules/plans/plan.ts')).toContain('ui knows no room')
  expect(uses('src/modules/plans/a.ts', '../../app/web.ts')).toContain('only main knows app')
  expect(uses('src/modules/plans/a.ts', '../assignments/assignments.ts')).toContain('raise an event')
  expect(uses('src/modules/plans/a.ts', '../contests/contests.ts')).toContain('an arrow goes down')
  expect(uses('src/modules/plans/a.ts', '../legal/legal.sql.ts')).toContain('front door')
  expect(uses('src/modules/plans/a.ts', '../legal/legal.ts')).toBe('')
  expect(uses('src/modules/plans/a.ts', '../legal/legal.jobs.ts')).toContain('front door')
  expect(uses('src/modules/plans/plans.worker.ts', '../legal/legal.jobs.ts')).toBe('')
  expect(uses('src/modules/plans/pages/a.tsx', '../plans.sql.ts')).toContain('a page gets props')
  expect(
    faults('src/modules/plans/pages/a.tsx', "import type { X } from '../plans.sql.ts'\nlet x: X\n"),
  ).toBe('')
  expect(uses('src/modules/plans/plans.ts', './plans.office.ts')).toContain('are the top')
  expect(uses('src/modules/plans/plans.ts', 'kysely')).toContain('*.sql.ts')
  expect(uses('src/modules/plans/plans.sql.ts', 'kysely')).toBe('')
})

test('a circle is caught, with its way', () => {
  const a = parseSource('src/lib/a.ts', "import './b.ts'\n")
  const b = parseSource('src/lib/b.ts', "export { x } from './c.ts'\n")
  const c = parseSource('src/lib/c.ts', "const load = () => import('./a.ts')\nload()\n")
  expect(circles([a, b, c])).toEqual([['src/lib/a.ts', 'src/lib/b.ts', 'src/lib/c.ts', 'src/lib/a.ts']])
})

test('size, name, clock, environment, any, raw markup are caught', () => {
  const path = 'src/modules/plans/a.tsx'
  expect(faults(path, 'const x = 1\n'.repeat(301))).toContain('the wall is 300')
  expect(faults(path, `function f() {\n${'f()\n'.repeat(70)}}\n`)).toContain('a function of 72 lines')
  expect(faults('src/lib/utils.ts', 'f()\n')).toContain('call it after what it holds')
  expect(faults(path, "export * from './b.ts'\n")).toContain('only passes on')
  expect(faults(path, 'new Date()\n')).toContain('asks the clock')
  expect(faults('src/modules/plans/plans.office.ts', 'new Date()\n')).toBe('')
  expect(faults(path, 'process.env.X\n')).toContain('reads process.env')
  expect(faults(path, 'let x: any\n')).toContain('any')
  expect(faults(path, 'f(<p style="x" />)\n')).toContain('style attribute')
  expect(faults(path, 'f(<p onClick={x} />)\n')).toContain('onClick')
  expect(faults(path, 'f(<p one={x} />)\n')).toBe('')
  expect(faults(path, 'f(<script>x</script>)\n')).toContain('inline script')
  expect(faults(path, 'f(<script src="/js/a.js" />)\n')).toBe('')
})

test('a language left out and a word of the workshop are caught', () => {
  expect(wordFaults('a.texts.ts', 'texts', { save: { vi: 'Lưu', en: '' } })).toEqual([
    "a.texts.ts texts.save lacks 'en'",
  ])
  expect(workshopFaults('a.md', `first\n${'TO'}DO later`)[0]).toContain('a.md:2')
})
