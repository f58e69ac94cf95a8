import { splitAgencies } from './agency-lists.ts'
import { readBodies } from './agency-roles.ts'
import { coordinatingIn, type Order, readOrder, timeIn, withoutCoordinating } from './assignment.ts'
import { isCapitals } from './marker.ts'
import { type LabelPart, type Node, sectionTitle } from './outline.ts'
import { type RawTask, rawTask } from './raw-task.ts'
import { cut, join, type Strand, trim } from './strand.ts'

interface Context {
  readonly node: Node
  readonly order: Order
  readonly rank: number
  readonly workers: ReadonlySet<Node>
}

/** The tasks printed outside tables, each with the node it was read from. */
export function readTextTasks(nodes: readonly Node[]): { node: Node; task: RawTask }[] {
  const owners = labelOwners(nodes)
  const labelled = new Set([...owners.values()].flat())
  const found: { node: Node; task: RawTask }[] = []
  let context: Context | null = null
  for (const [at, node] of nodes.entries()) {
    if (context !== null && (node.rank <= context.rank || endsContext(node))) context = null
    if (node.kind === 'purpose' || labelled.has(node) || isClosing(node)) continue
    const labels = [...node.labels, ...(owners.get(node) ?? []).flatMap(labelsOf)]
    if (carries(labels) && node.words.text !== '') {
      found.push({ node, task: labelledTask(node, labels) })
      continue
    }
    const order = readOrder(node.body)
    if (order !== null && heads(node, order, context)) {
      if (order.form !== 'bare') context = null
      const rank = rankAsHeading(at, nodes)
      const bare = order.form === 'bare' || introduces(order.content)
      const under = workers(at, rank, bare, nodes)
      if (under.size === 0 || !bare) {
        if (order.form !== 'bare') found.push({ node, task: orderedTask(node, order) })
      }
      context = { node, order, rank, workers: under }
      continue
    }
    if (context === null || node.body.text.length < 12 || !context.workers.has(node)) continue
    found.push({ node, task: inheritedTask(node, context) })
  }
  return found
}

/** Label lines by the item they describe. */
function labelOwners(nodes: readonly Node[]): Map<Node, Node[]> {
  const owners = new Map<Node, Node[]>()
  const families = new Map<Node | null, Family>()
  for (const node of nodes) {
    const family = families.get(node.parent) ?? { nearest: null, led: null, roles: new Map() }
    families.set(node.parent, family)
    if (!isLabelLine(node, family)) {
      if (node.words.text !== '') family.nearest = node
      continue
    }
    const owner = ownerOf(node, family)
    if (owner === null) continue
    const known = owners.get(owner)
    if (known === undefined) owners.set(owner, [node])
    else known.push(node)
  }
  return owners
}

/** What was seen among the children of one item so far. */
interface Family {
  nearest: Node | null
  led: boolean | null
  readonly roles: Map<string, number>
}

function isLabelLine(node: Node, family: Family): boolean {
  if (node.words.text !== '' || node.labels.length === 0 || node.loud) return false
  const kind = node.marker?.kind
  if (kind === 'roman' || kind === 'article' || kind === 'part' || kind === 'upper') return false
  if (kind === undefined || kind === 'bullet') return true
  family.led ??= (node.parent?.children ?? []).some(
    (other) =>
      other.words.text === '' &&
      other.labels.some((label) => label.role === 'lead' && label.value.text !== ''),
  )
  return family.led
}

function ownerOf(node: Node, family: Family): Node | null {
  const { parent } = node
  const { nearest } = family
  if (parent === null || parent.loud) return nearest
  if (nearest === null) return parent
  if (node.marker === null) return nearest.rank !== 99 ? nearest : owning(parent, nearest)
  return repeats(node, family) ? nearest : parent
}

/** "Cơ quan chủ trì" twice under one item: each belongs to the line above it. */
function repeats(node: Node, family: Family): boolean {
  if (family.roles.size === 0) {
    for (const child of node.parent?.children ?? []) {
      const role = child.words.text === '' ? child.labels[0]?.role : undefined
      if (role !== undefined) family.roles.set(role, (family.roles.get(role) ?? 0) + 1)
    }
  }
  return (family.roles.get(node.labels[0]?.role ?? '') ?? 0) > 1
}

/** An unmarked label under an unmarked paragraph belongs to the paragraph, unless its item is a task by itself. */
function owning(parent: Node, nearest: Node): Node {
  return nearest.body.text.length > 25 && isCapitals(parent.body.text) ? nearest : parent
}

function labelsOf(node: Node): LabelPart[] {
  const [only] = node.labels
  if (only === undefined || node.labels.length > 1 || only.value.text !== '') return [...node.labels]
  return [
    {
      role: only.role,
      value: join(
        node.children.map((child) => child.body),
        '\n',
      ),
    },
  ]
}

function carries(labels: readonly LabelPart[]): boolean {
  return labels.some(
    (label) =>
      label.role === 'lead' ||
      label.role === 'both' ||
      label.role === 'coordinating' ||
      label.role === 'time',
  )
}

function labelledTask(node: Node, labels: readonly LabelPart[]): RawTask {
  const task = rawTask('text', contentOf(node.words))
  task.section = sectionTitle(headingOf(node))
  task.ordinal = ordinalOf(node)
  for (const { role, value } of labels) {
    if (role === 'lead' || role === 'coordinating') {
      const bodies = readBodies(value, role)
      task.lead.push(...bodies.lead)
      task.coordinating.push(...bodies.coordinating)
    }
    if (role === 'time') task.time ??= value.text === '' ? null : value
    else if (role === 'product' && value.text !== '') task.products.push(value)
    else if (role === 'both') {
      const [first, ...rest] = splitAgencies(value)
      if (first !== undefined) task.lead.push(first)
      task.coordinating.push(...rest)
      task.doubts.push({ code: 'doubtful-split', field: 'lead', at: value })
    }
  }
  if (task.lead.length === 0) {
    const order = readOrder(node.words)
    if (order !== null && order.form !== 'bare' && node.kind === 'organising') task.lead.push(...order.lead)
    else task.doubts.push({ code: 'missing-lead', field: 'lead', at: task.content })
  }
  return task
}

function contentOf(words: Strand): Strand {
  const tail = /[\s:;(–-]+$/.exec(words.text)
  return trim(tail === null ? words : cut(words, 0, tail.index))
}

function ordinalOf(node: Node): string | null {
  for (let up: Node | null = node; up !== null; up = up.parent) {
    if (up.marker?.ordinal != null)
      return up.marker.kind === 'roman' && up !== node ? null : up.marker.ordinal
  }
  return null
}

function headingOf(node: Node): Node | null {
  return node.parent
}

const DUTY =
  /^(?:(?:la co quan|co trach nhiem|chiu trach nhiem|co nhiem vu|chu tri|phoi hop|chu dong|duoc giao|lam dau moi|tham muu|dam nhiem)(?![a-z]))/

/** Does this item say who must do something? Outside "Tổ chức thực hiện" only in words that leave no doubt. */
function heads(node: Node, order: Order, context: Context | null): boolean {
  if (/^(?:da|vua|cho biet|cho hay|con|chiu trach nhiem thi hanh)(?![a-z])/.test(order.content.bare))
    return false
  if (isIssuer(order)) return false
  if (order.form === 'bare')
    return (
      node.marker !== null ||
      node.loud ||
      node.body.text.endsWith(':') ||
      (node.kind === 'organising' && node.body.text.length < 120)
    )
  if (
    context !== null &&
    (node.marker === null || node.marker.kind === 'bullet') &&
    context.order.form === 'bare' &&
    order.form !== 'colon'
  )
    return false
  if (node.kind === 'organising' || order.form === 'ordered') return true
  if (order.form === 'colon') return order.content.text.length > 15
  return DUTY.test(order.content.bare)
}

function isIssuer(order: Order): boolean {
  return (
    order.lead.length === 1 &&
    /^(?:chu tich )?(?:ubnd|uy ban nhan dan) (?:tinh|thanh pho)$/.test(order.lead[0]?.bare ?? '')
  )
}

function introduces(content: Strand): boolean {
  if (content.text === '' || /(?::|sau đây|như sau)[:.]?$/.test(content.text)) return true
  return /^(?:co trach nhiem|chiu trach nhiem|co nhiem vu|thuc hien cac nhiem vu)[^.;]{0,25}[.;]?$/.test(
    content.bare,
  )
}

/** An agency printed without a number stands just above whatever follows it. */
function rankAsHeading(at: number, nodes: readonly Node[]): number {
  const rank = nodes[at]?.rank ?? 99
  return rank === 99 ? Math.min((nodes[at + 1]?.rank ?? 99) - 0.1, 98) : rank
}

/** The lines under an agency that can be work: deeper items, or unmarked paragraphs where there are none. */
function workers(at: number, rank: number, bare: boolean, nodes: readonly Node[]): Set<Node> {
  const under: Node[] = []
  for (let k = at + 1; k < nodes.length; k++) {
    const next = nodes[k] as Node
    if (next.rank <= rank || endsContext(next)) break
    under.push(next)
  }
  const shallowest = under.reduce((rank, next) => Math.min(rank, next.rank), 99)
  const marked = under.filter((next) => next.marker !== null && next.rank === shallowest)
  return new Set((marked.length > 0 || !bare ? marked : under).filter((next) => !isClosing(next)))
}

function endsContext(node: Node): boolean {
  return node.loud && node.marker?.kind !== 'bullet'
}

function orderedTask(node: Node, order: Order): RawTask {
  const content = order.form === 'colon' ? order.content : withoutCoordinating(order.content)
  const task = rawTask('text', content)
  task.section = sectionTitle(headingOf(node))
  task.ordinal = ordinalOf(node)
  task.lead = [...order.lead]
  task.coordinating = coordinatingIn(order.content)
  task.time = timeIn(order.content)
  task.invited = order.invited
  return task
}

function inheritedTask(node: Node, context: Context): RawTask {
  const under = node.children.filter((child) => child.marker !== null && !isClosing(child))
  const parts = [node.body, ...under.map((child) => child.paragraph.strand)]
  const task = rawTask('text', join(node.marker === null ? [node.body] : parts, '\n'))
  task.section = sectionTitle(headingOf(context.node))
  task.ordinal = ordinalOf(node)
  task.lead = [...context.order.lead]
  task.coordinating = coordinatingIn(node.body)
  task.time = timeIn(node.body)
  task.invited = context.order.invited
  return task
}

/** "Trên đây là Kế hoạch …", "Yêu cầu … nghiêm túc triển khai": the formula that closes a plan, and no task. */
export function isClosing(node: Node): boolean {
  const words = node.body.bare
  if (/chiu trach nhiem (?:thi hanh|thuc hien) (?:quyet dinh|ke hoach)/.test(words)) return true
  if (
    /^(?:tren day la|trong qua trinh|qua trinh (?:thuc hien|trien khai)|ke hoach nay (?:thay the|co hieu luc)|quyet dinh nay)/.test(
      words,
    )
  )
    return true
  if (/^yeu cau .{0,200}nghiem tuc (?:trien khai|to chuc|thuc hien)/.test(words) && words.length < 300)
    return true
  if (node.marker !== null && node.marker.kind !== 'article') return false
  return (
    /^(?:(?:chu tich )?(?:ubnd|uy ban nhan dan)[a-z ]{0,40} )?(?:yeu cau|de nghi)/.test(words) &&
    /nghiem tuc|khan truong|trien khai thuc hien (?:ke hoach|tot|dam bao|nghiem|co hieu qua)|to chuc thuc hien (?:ke hoach|tot|nghiem)|thuc hien (?:nghiem|tot|ke hoach nay)/.test(
      words,
    )
  )
}
