import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, inRolledBack } from '../../../test/database.ts'
import type { Actor } from '../../lib/actor.ts'
import type { Db, Tx } from '../../lib/db/db.ts'
import { type Citation, documentKey, documentName, validityOn } from './document.ts'
import { citeDocument, describeDocument, documentById } from './legal.ts'

let db: Db
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await freshDatabase())
})
afterAll(() => close())

const lead: Actor = {
  provinceId: 1,
  accountId: 1,
  name: 'Nguyễn Thị Lan',
  locale: 'vi',
  grants: [{ role: 'province_lead', unitId: 1 }],
  reach: 'province',
}
const now = new Date('2026-11-22T02:00:00Z')

function cited(
  type: string,
  number: string | null,
  issued: string | null = null,
  title: string | null = null,
): Citation {
  return { type, number, issued, issuer: null, title }
}

async function inProvince<T>(body: (tx: Tx) => Promise<T>): Promise<T> {
  return inRolledBack(db, async (tx) => {
    await tx
      .insertInto('organisations.province')
      .values({ province_id: 1, code: '01', name: 'Tỉnh Thử', short_name: 'Thử' })
      .execute()
    return body(tx)
  })
}

describe('two citations are one document', () => {
  test('when only spaces, strokes and dashes differ', () => {
    expect(documentKey(cited('Kết luận', '229-KL-TU', '2018-06-01'))).toBe(
      documentKey(cited('Kết luận', '229-KL/TU', '2018-06-01')),
    )
  })

  test('a number without a year is another document on another day', async () => {
    await inProvince(async (tx) => {
      const of2022 = await citeDocument(tx, 1, cited('Quyết định', '124/QĐ-UBND', '2022-01-30'))
      const of2023 = await citeDocument(tx, 1, cited('Quyết định', '124/QĐ-UBND', '2023-01-30'))
      expect(of2023).not.toBe(of2022)
    })
  })

  test('a citation without its day is completed by a later one that has it', async () => {
    await inProvince(async (tx) => {
      const first = await citeDocument(tx, 1, cited('Nghị quyết', '68/NQ-CP'))
      const second = await citeDocument(tx, 1, cited('Nghị quyết', '68/NQ-CP', '2020-05-12'))
      const third = await citeDocument(tx, 1, cited('Nghị quyết', '68/NQ-CP'))
      expect([second, third]).toEqual([first, first])
      expect(await documentById(tx, 1, first)).toMatchObject({ issued: '2020-05-12' })
    })
  })
})

test('a law cited by name keeps its name', () => {
  expect(documentName(cited('Luật', null, null, 'Luật Ngân sách nhà nước'))).toBe('Luật Ngân sách nhà nước')
})

test('validity is unknown until somebody has entered it', () => {
  const document = {
    ...cited('Nghị định', '61/2018/NĐ-CP'),
    id: 1,
    inForceFrom: null,
    inForceTo: null,
    replacedById: null,
  }
  expect(validityOn(document, '2026-11-22')).toBe('unknown')
  expect(validityOn({ ...document, inForceFrom: '2018-06-21', inForceTo: '2025-07-01' }, '2025-07-01')).toBe(
    'ended',
  )
})

test('a document cannot replace what has replaced it', async () => {
  await inProvince(async (tx) => {
    const old = await citeDocument(tx, 1, cited('Nghị định', '61/2018/NĐ-CP'))
    const young = await citeDocument(tx, 1, cited('Nghị định', '118/2025/NĐ-CP'))
    const facts = { issued: null, issuer: null, title: null, inForceFrom: null, inForceTo: null }
    await describeDocument(tx, lead, old, { ...facts, replacedById: young }, now)
    await expect(
      describeDocument(tx, lead, young, { ...facts, replacedById: old }, now),
    ).rejects.toMatchObject({
      kind: 'invalid',
    })
  })
})
