import { type Import, isTest, type Source } from './sources.ts'

/** The rooms, their floor, and their nouns: the files that other rooms may read besides the front door. */
const rooms: Record<string, { floor: number; nouns: readonly string[] }> = {
  organisations: { floor: 1, nouns: ['organisation'] },
  accounts: { floor: 2, nouns: ['account'] },
  legal: { floor: 3, nouns: ['document'] },
  procedures: { floor: 3, nouns: ['procedure'] },
  publishing: { floor: 3, nouns: ['publication', 'channel'] },
  plans: { floor: 4, nouns: ['plan'] },
  contests: { floor: 4, nouns: ['contest'] },
  awards: { floor: 4, nouns: ['award'] },
  feedback: { floor: 4, nouns: ['message'] },
  initiatives: { floor: 4, nouns: ['initiative'] },
  training: { floor: 4, nouns: ['course'] },
  surveys: { floor: 4, nouns: ['survey'] },
  assignments: { floor: 5, nouns: ['assignment', 'activity'] },
  editorial: { floor: 6, nouns: ['item', 'outlet'] },
  brand: { floor: 6, nouns: ['kit'] },
  indices: { floor: 6, nouns: ['index'] },
  budget: { floor: 6, nouns: ['budget'] },
  reporting: { floor: 7, nouns: ['report', 'obligation', 'template'] },
  scoring: { floor: 8, nouns: ['score'] },
  administration: { floor: 7, nouns: [] },
}

interface Place {
  area: 'main' | 'app' | 'room' | 'ui' | 'lib' | 'elsewhere'
  room: string
  /** Path within the room: 'pages/plan-page.tsx'. */
  file: string
}

function placeOf(path: string): Place {
  if (path === 'src/main.ts') return { area: 'main', room: '', file: path }
  const [src, area, room = '', ...rest] = path.split('/')
  if (src !== 'src') return { area: 'elsewhere', room: '', file: path }
  if (area === 'modules') return { area: 'room', room, file: rest.join('/') }
  if (area === 'app' || area === 'ui' || area === 'lib') return { area, room: '', file: path }
  return { area: 'elsewhere', room: '', file: path }
}

/** What is wrong with the arrows of this file: one sentence each, with what to do. */
export function floorFaults(source: Source): string[] {
  if (!source.path.startsWith('src/') || isTest(source.path)) return []
  return source.imports.flatMap((i) => {
    if (!i.path) return packageFault(source, i)
    const fault = arrowFault(placeOf(source.path), placeOf(i.path), i)
    return fault ? [`${source.path}:${i.line} imports ${i.path}: ${fault}`] : []
  })
}

function packageFault(source: Source, i: Import): string[] {
  const isDriver = i.specifier === 'pg' || i.specifier === 'kysely'
  if (!isDriver || source.path.startsWith('src/lib/') || source.path.endsWith('.sql.ts')) return []
  return [`${source.path}:${i.line} imports ${i.specifier}: move the statement to a *.sql.ts of the room`]
}

function arrowFault(from: Place, to: Place, { path, typeOnly }: Import): string | null {
  if (isTest(path ?? '') || to.area === 'elsewhere')
    return 'the program may not use tests or files outside src'
  if (to.area === 'main') return 'nobody imports main'
  if (to.area === 'app')
    return from.area === 'main' || from.area === 'app'
      ? null
      : 'only main knows app; move what is shared down to lib, ui or a room'
  if (from.area === 'lib' && to.area !== 'lib') return 'lib knows only lib; pass what it needs as an argument'
  if (from.area === 'ui' && to.area === 'room')
    return 'ui knows no room; pass the words and addresses as props'
  if (from.area === 'room' && to.area === 'room') return roomFault(from, to, typeOnly)
  return null
}

function roomFault(from: Place, to: Place, typeOnly: boolean): string | null {
  if (from.room === to.room) return withinFault(from.file, to.file, typeOnly)
  const [mine, theirs] = [rooms[from.room], rooms[to.room]]
  if (!mine || !theirs) return 'the room is not in the table of floors (test/house/floors.ts); add it there'
  if (mine.floor <= theirs.floor)
    return `an arrow goes down: ${from.room} (${mine.floor}) may not know ${to.room} (${theirs.floor}); raise an event instead`
  const doors = [`${to.room}.ts`, `${to.room}.texts.ts`, ...theirs.nouns.map((n) => `${n}.ts`)]
  if (doors.includes(to.file)) return null
  if (to.file === `${to.room}.jobs.ts` && from.file.endsWith('.worker.ts')) return null
  return `enter a room by its front door: ${doors.join(', ')} (and ${to.room}.jobs.ts from a worker)`
}

const outer = /\.(office|portal|worker|api)\.tsx?$/

/** Inside a room (or its sub-room): doors to the world on top, markup and statements beneath the verbs. */
function withinFault(from: string, to: string, typeOnly: boolean): string | null {
  const isEdge = outer.test(from)
  if (outer.test(to) && !isEdge)
    return 'office, portal, api and worker are the top; only app and their own parts use them'
  const isMarkup = from.includes('pages/')
  if (isMarkup && !typeOnly && (to.endsWith('.sql.ts') || outer.test(to)))
    return 'a page gets props; the office file asks and passes them'
  if (from.endsWith('.sql.ts') && to.includes('pages/')) return 'statements know no markup'
  return null
}

/** Circles between files, each as a path that ends where it begins. */
export function circles(sources: readonly Source[]): string[][] {
  const arrows = new Map(sources.map((s) => [s.path, s.imports.flatMap((i) => (i.path ? [i.path] : []))]))
  const state = new Map<string, 'open' | 'done'>()
  const found: string[][] = []
  const visit = (path: string, way: string[]): void => {
    if (state.get(path) === 'done' || !arrows.has(path)) return
    if (state.get(path) === 'open') {
      found.push([...way.slice(way.indexOf(path)), path])
      return
    }
    state.set(path, 'open')
    for (const next of arrows.get(path) ?? []) visit(next, [...way, path])
    state.set(path, 'done')
  }
  for (const path of arrows.keys()) visit(path, [])
  return found
}
