import { expect, test, vi } from 'vitest'
import { examplePlan } from './examples.fixtures.ts'
import { writePdf } from './pdf.ts'

vi.mock('@myriaddreamin/typst-ts-node-compiler', () => {
  throw new Error('Cannot find native binding.')
})

test('without a compiler for this machine, the refusal says to take the .docx', async () => {
  await expect(writePdf(examplePlan)).rejects.toMatchObject({
    kind: 'conflict',
    faults: [{ vi: expect.stringContaining('Hãy tải bản .docx') }],
  })
})
