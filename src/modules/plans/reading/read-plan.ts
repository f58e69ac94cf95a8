import { AnnexReader } from './annex.ts'
import { readBlocks } from './blocks.ts'
import type { Citation } from './citation.ts'
import { findCitations } from './citations.ts'
import { clean } from './clean.ts'
import { findDeadlines } from './deadlines.ts'
import { type Parts, readParts } from './document.ts'
import type { Findings } from './findings.ts'
import { readIdentity } from './identity.ts'
import { withoutLayoutTables } from './layout-tables.ts'
import { isCapitals } from './marker.ts'
import { type Node, outline, sectionTitle } from './outline.ts'
import { type Paragraph, readParagraphs } from './paragraphs.ts'
import { readProseTasks } from './prose-tasks.ts'
import type { RawTask } from './raw-task.ts'
import type { PlanReading } from './reading.ts'
import type { Strand } from './strand.ts'
import { readTextTasks } from './text-tasks.ts'
import { writeReading } from './write-reading.ts'

/**
 * Reads a provincial plan (or a news digest of one) from canonical text. Deterministic and pure; never throws;
 * time is linear in the length of the text. What is missing or doubtful is in `flags`: nothing is guessed silently.
 */
export function readPlan(text: string): PlanReading {
  const blocks = withoutLayoutTables(readBlocks(clean(text)))
  const parts = readParts(readParagraphs(blocks))
  const strands = strandsOf(parts)
  const identity = readIdentity(parts, strands)
  const paragraphs = parts.body.filter((piece): piece is Paragraph => piece.kind === 'paragraph')
  const nodes = outline(paragraphs)
  const found = parts.kind === 'digest' ? readDigest(parts, paragraphs) : readDocument(parts, nodes)
  const citations = ownRemoved(strands.flatMap(findCitations), identity.number?.value ?? null)
  return writeReading(text, { parts, identity, citations, nodes, ...found })
}

/** Everything that can hold a citation: paragraphs and cells, in order of print. */
function strandsOf(parts: Parts): Strand[] {
  return parts.body.flatMap((piece) =>
    piece.kind === 'paragraph'
      ? [piece.strand]
      : piece.grid.rows.flatMap((row) => row.filter((cell) => !cell.spanned).map((cell) => cell.strand)),
  )
}

function ownRemoved(citations: readonly Citation[], own: string | null): Citation[] {
  return citations.filter((citation) => own === null || citation.number?.toLowerCase() !== own.toLowerCase())
}

type Tasks = Pick<Findings, 'tasks' | 'deadlines' | 'unreadTables'>

function readDocument(parts: Parts, nodes: readonly Node[]): Tasks {
  const byParagraph = new Map(nodes.map((node) => [node.paragraph, node]))
  const inText = readTextTasks(nodes)
  const annex = new AnnexReader()
  const order: RawTask[] = []
  const unreadTables: Strand[] = []
  const taskOf = new Map(inText.map(({ node, task }) => [node, task]))
  for (const piece of parts.body) {
    if (piece.kind === 'paragraph') {
      const node = byParagraph.get(piece)
      if (node !== undefined && (node.marker !== null || node.loud))
        annex.heading(isAnnexTitle(node) ? null : sectionTitle(node))
      const task = node === undefined ? undefined : taskOf.get(node)
      if (task !== undefined) order.push(task)
      continue
    }
    const before = annex.tasks.length
    const read = annex.read(piece.grid)
    order.push(...annex.tasks.slice(before))
    const first = piece.grid.rows[0]?.find((cell) => cell.strand.text !== '')?.strand
    if (!read && first !== undefined && piece.grid.rows.length > 2) unreadTables.push(first)
  }
  const deadlines = nodes
    .filter((node) => node.kind !== 'purpose' && node.kind !== 'budget')
    .flatMap((node) => findDeadlines(node.body).map((found) => ({ found, task: taskAbove(node, taskOf) })))
  for (const task of annex.tasks) {
    if (
      /^(?:thuc hien |xay dung )?(?:che do )?(?:thong tin,? )?bao cao|bao cao (?:dinh ky|quy|6 thang|06 thang)/.test(
        task.content.bare,
      )
    ) {
      deadlines.push(...findDeadlines(task.content).map((found) => ({ found, task })))
    }
  }
  return { tasks: order, deadlines, unreadTables }
}

function isAnnexTitle(node: Node): boolean {
  return node.marker === null && isCapitals(node.body.text)
}

function taskAbove(node: Node, taskOf: ReadonlyMap<Node, RawTask>): RawTask | null {
  for (let up: Node | null = node; up !== null; up = up.parent) {
    const task = taskOf.get(up)
    if (task !== undefined) return task
  }
  return null
}

function readDigest(parts: Parts, paragraphs: readonly Paragraph[]): Tasks {
  const annex = new AnnexReader()
  const prose = readProseTasks(paragraphs)
  for (const piece of parts.body) if (piece.kind === 'grid') annex.read(piece.grid)
  const deadlines = paragraphs.flatMap((paragraph) =>
    findDeadlines(paragraph.body).map((found) => ({ found, task: null })),
  )
  return { tasks: [...prose, ...annex.tasks], deadlines, unreadTables: [] }
}
