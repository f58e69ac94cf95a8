import { describe, expect, it } from 'vitest'
import { readDocument } from '../src/lib/documents/in/read-document.ts'
import { writeDocx } from '../src/lib/documents/out/docx.ts'
import { examplePlan, exampleTable } from '../src/lib/documents/out/examples.fixtures.ts'
import type { Cell } from '../src/lib/documents/out/official-document.ts'
import { writePdf } from '../src/lib/documents/out/pdf.ts'
import { readPlan } from '../src/modules/plans/reading/read-plan.ts'

/** What stands in a cell, as a reader lists it: one entry a line, without dashes and closing marks. */
function entries(cell: Cell | undefined): string[] {
  const lines = typeof cell === 'string' ? [cell] : Array.isArray(cell) ? cell : []
  return lines.map((line) => line.replace(/^- /, '').replace(/[;.]$/, '')).filter((line) => line !== '')
}

const written = exampleTable.rows.flatMap((row) => {
  if (row.kind === 'group') return []
  const [ordinal, content, lead, coordinating, time, product] = row.cells
  return [
    {
      ordinal,
      content: String(content).replace(/\.$/, ''),
      lead: entries(lead),
      coordinating: entries(coordinating),
      time,
      products: entries(product),
    },
  ]
})

async function tasksReadFrom(name: string, bytes: Uint8Array) {
  const read = await readDocument(bytes, { name })
  if (!read.ok) throw new Error(read.fault.en)
  const plan = readPlan(read.document.text)
  const tasks = plan.tasks
    .filter((task) => task.origin === 'annex')
    .map((task) => ({
      ordinal: task.ordinal,
      content: task.content.value.replace(/\.$/, ''),
      lead: task.lead.map((f) => f.value),
      coordinating: task.coordinating.map((f) => f.value),
      time: task.time.value,
      products: task.products.map((f) => f.value),
    }))
  return { plan, tasks }
}

describe('a plan that leaves and is read again', () => {
  it.each([
    ['plan.docx', writeDocx],
    ['plan.pdf', writePdf],
  ])('has the same 17 tasks in its annex (%s)', async (name, write) => {
    const { plan, tasks } = await tasksReadFrom(name, await write(examplePlan))
    expect(tasks).toEqual(written)
    expect(tasks).toHaveLength(17)
    expect(plan.number.value).toBe('25/KH-UBND')
    expect(plan.issued.value).toBe('2026-02-05')
    expect(plan.signer.value).toBe('Nguyễn Thị Thùy Dương')
    expect(plan.recipients.map((r) => r.value)).toEqual([...examplePlan.recipients, 'Lưu: VT, TTHC'])
    expect(plan.title.value).toBe(`KẾ HOẠCH ${examplePlan.abstract}`)
  })

  it('has the same tasks while its number and date are still blank', async () => {
    const draft = { ...examplePlan, symbol: { number: null, code: 'KH-UBND' }, date: null }
    const { plan, tasks } = await tasksReadFrom('plan.docx', await writeDocx(draft))
    expect(tasks).toEqual(written)
    expect([plan.number.value, plan.issued.value]).toEqual([null, null])
  })
})
