import { type Matrix, multiply, type Operators, transformPoint } from './pdf-matrix.ts'

/** Straight lines on a page, in points from the top left. */
export interface Rules {
  across: { y: number; x0: number; x1: number }[]
  down: { x: number; y0: number; y1: number }[]
}

interface State {
  matrix: Matrix
  paleFill: boolean
  paleStroke: boolean
}

const mostRules = 20_000
const thin = 3.2
const short = 4

function addSegment(rules: Rules, from: readonly [number, number], to: readonly [number, number]): void {
  const wide = Math.abs(to[0] - from[0])
  const high = Math.abs(to[1] - from[1])
  if (rules.across.length + rules.down.length > mostRules) return
  if (high <= thin && wide > short && wide > high * 2) {
    rules.across.push({
      y: (from[1] + to[1]) / 2,
      x0: Math.min(from[0], to[0]),
      x1: Math.max(from[0], to[0]),
    })
  } else if (wide <= thin && high > short && high > wide * 2) {
    rules.down.push({ x: (from[0] + to[0]) / 2, y0: Math.min(from[1], to[1]), y1: Math.max(from[1], to[1]) })
  }
}

/** Path data of pdf.js: 0 x y move, 1 x y line, 2 six numbers curve, 3 four numbers curve, 4 close. */
function subpaths(data: ArrayLike<number>, matrix: Matrix): [number, number][][] {
  const paths: [number, number][][] = []
  let open: [number, number][] = []
  let at = 0
  while (at < data.length) {
    const command = data[at++]
    const count = command === 2 ? 6 : command === 3 ? 4 : command === 4 ? 0 : 2
    if (command === 0) {
      if (open.length > 1) paths.push(open)
      open = []
    }
    if (command === 4) {
      const [first] = open
      if (first) open.push(first)
    } else {
      open.push(transformPoint(matrix, data[at + count - 2] ?? 0, data[at + count - 1] ?? 0))
      at += count
    }
  }
  if (open.length > 1) paths.push(open)
  return paths
}

function addFilled(rules: Rules, path: readonly [number, number][]): void {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of path) {
    x0 = Math.min(x0, x)
    x1 = Math.max(x1, x)
    y0 = Math.min(y0, y)
    y1 = Math.max(y1, y)
  }
  // A filled area is shading; only a thin one is drawn to be a line.
  addSegment(rules, [x0, y0], [x1, y1])
}

const strokes = new Set(['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke'])
const fills = new Set([
  'fill',
  'eoFill',
  'fillStroke',
  'eoFillStroke',
  'closeFillStroke',
  'closeEOFillStroke',
])

function addPath(
  rules: Rules,
  args: readonly unknown[],
  state: State,
  names: ReadonlyMap<number, string>,
): void {
  const [paint, datas] = args as [number, (ArrayLike<number> | null)[]]
  const data = datas?.[0]
  if (!data || typeof data.length !== 'number') return
  const name = names.get(paint) ?? ''
  const isStroke = strokes.has(name) && !state.paleStroke
  const isFill = fills.has(name) && !state.paleFill
  if (!isStroke && !isFill) return
  for (const path of subpaths(data, state.matrix)) {
    if (isFill) addFilled(rules, path)
    if (!isStroke) continue
    for (let index = 1; index < path.length; index++) {
      addSegment(rules, path[index - 1] ?? [0, 0], path[index] ?? [0, 0])
    }
  }
}

function isPale(args: readonly unknown[]): boolean {
  const [first] = args
  return typeof first === 'string' && /^#f[a-f0-9]f[a-f0-9]f[a-f0-9]$/i.test(first)
}

/** Finds the horizontal and vertical lines that a page draws, as strokes or as thin filled rectangles. */
export function readRules(list: Operators, names: ReadonlyMap<number, string>, view: Matrix): Rules {
  const rules: Rules = { across: [], down: [] }
  let state: State = { matrix: view, paleFill: false, paleStroke: false }
  const saved: State[] = []
  for (const [index, operator] of list.fnArray.entries()) {
    const name = names.get(operator)
    const args = (list.argsArray[index] ?? []) as unknown[]
    if (name === 'save' || name === 'paintFormXObjectBegin') {
      saved.push({ ...state })
      if (args[0]) state.matrix = multiply(state.matrix, args[0] as ArrayLike<number>)
    } else if (name === 'restore' || name === 'paintFormXObjectEnd') state = saved.pop() ?? state
    else if (name === 'transform') state.matrix = multiply(state.matrix, args as number[])
    else if (name === 'setFillRGBColor') state.paleFill = isPale(args)
    else if (name === 'setStrokeRGBColor') state.paleStroke = isPale(args)
    else if (name === 'constructPath') addPath(rules, args, state, names)
  }
  return rules
}
