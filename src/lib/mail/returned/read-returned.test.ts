import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readReturned } from './read-returned.ts'
import { filled, shapes } from './returns.fixtures.ts'

const to = 'tra-lai+1-2-3-abc@cchc.anhoa.invalid'
const original = `Message-ID: <issue.1.3.2@cchc.anhoa.invalid>
List-Unsubscribe:
 <https://cchc.anhoa.invalid/subscriptions/ending?key=abc.def>
Subject: =?utf-8?Q?B=E1=BA=A3n_tin?=`

test.each(shapes)('$name: $is, $status', async ({ raw, is, status }) => {
  const read = await readReturned(filled(raw, to, original))
  expect(read).toMatchObject({ is, status })
  expect(read.to).toContain(to)
  if (is !== 'none') expect(read.original).toContain('/subscriptions/ending?key=abc.def')
})

test('whatever arrives, cut off or damaged, is read without a fault and calls nobody gone who is not', async () => {
  const bytes = fc.constantFrom(...shapes.map((s) => filled(s.raw, to, original)))
  const damage = fc.array(fc.tuple(fc.nat(4_000), fc.nat(255)), { maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(bytes, fc.nat(4_000), damage, async (whole, cut, wounds) => {
      const wounded = Buffer.from(whole)
      for (const [at, byte] of wounds) if (at < wounded.length) wounded[at] = byte
      const read = await readReturned(wounded.subarray(0, cut))
      expect(['gone', 'refused', 'delay', 'complaint', 'none']).toContain(read.is)
      if (read.is === 'gone') expect(read.status).toMatch(/^5\.(1\.(1|3|6|10)|2\.1)$/)
    }),
    { numRuns: 300 },
  )
  for (const odd of [
    '',
    '\r\n\r\n',
    'Content-Type: multipart/report; boundary=\r\n\r\n--',
    '\0'.repeat(5000),
  ])
    expect((await readReturned(Buffer.from(odd))).is).toBe('none')
})

test('a report of a megabyte is read in its beginning', async () => {
  const gone = shapes[0]
  if (!gone) throw new Error('no shape')
  const long = Buffer.concat([filled(gone.raw, to, original), Buffer.alloc(3_000_000, 'x\r\n')])
  expect((await readReturned(long)).is).toBe('gone')
})
