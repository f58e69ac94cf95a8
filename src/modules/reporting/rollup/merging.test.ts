import { describe, expect, it } from 'vitest'
import {
  mergedText,
  movedIn,
  ordered,
  type Passage,
  passageText,
  saysNothing,
  withPassages,
} from './merging.ts'

const passage = (unit: string, text: string, taken: string | null = null): Passage => ({
  ...{ childVersionId: 1, reportId: 1, unitId: 1, unit, text, taken },
})

describe('merging what units wrote', () => {
  it('names the unit before its words and keeps its points below', () => {
    expect(passageText(passage('UBND xã A', 'Đã in 200 tờ rơi.'))).toBe('- UBND xã A: Đã in 200 tờ rơi.')
    expect(passageText(passage('UBND xã A', '- Một.\n- Hai.'))).toBe('- UBND xã A: Một.\n+ Hai.')
  })

  it('puts those that say nothing into one line', () => {
    const text = mergedText([
      passage('UBND xã A', 'Đã mở 2 lớp.'),
      passage('UBND xã B', 'Trong kỳ không phát sinh.'),
      passage('UBND xã C', ''),
    ])
    expect(text).toBe('- UBND xã A: Đã mở 2 lớp.\n- Không phát sinh (2 đơn vị): UBND xã B, UBND xã C.')
  })

  it('knows nothing from something', () => {
    expect(saysNothing('Không có khó khăn, vướng mắc.')).toBe(true)
    expect(saysNothing('Trong quý II, đơn vị chưa tổ chức cuộc thi nào.')).toBe(true)
    expect(
      saysNothing(
        'Không có chỗ để xe cho người dân đến nộp hồ sơ, đề nghị bố trí kinh phí sửa sân sau của trụ sở và làm mái che cho người già.',
      ),
    ).toBe(false)
    expect(saysNothing('Đã tổ chức hai hội nghị.')).toBe(false)
  })

  it('replaces words that were left as they came and leaves what the officer wrote', () => {
    const edited = 'Nhìn chung các đơn vị làm tốt.\n- UBND xã A: Đã mở 2 lớp.\nĐoạn của tôi.'
    const text = withPassages(edited, [passage('UBND xã A', 'Đã mở 3 lớp.', 'Đã mở 2 lớp.')])
    expect(text).toBe('Nhìn chung các đơn vị làm tốt.\n- UBND xã A: Đã mở 3 lớp.\nĐoạn của tôi.')
  })

  it('adds new words at the end where the officer has rewritten the old ones', () => {
    const text = withPassages('Xã A mở hai lớp.', [passage('UBND xã A', 'Đã mở 3 lớp.', 'Đã mở 2 lớp.')])
    expect(text).toBe('Xã A mở hai lớp.\n- UBND xã A: Đã mở 3 lớp.')
  })
})

describe('the order of passages', () => {
  it('moves one by a place or to the top, and keeps what was not named at the end', () => {
    expect(movedIn([1, 2, 3], 3, 'up')).toEqual([1, 3, 2])
    expect(movedIn([1, 2, 3], 1, 'up')).toEqual([1, 2, 3])
    expect(movedIn([1, 2, 3], 1, 'down')).toEqual([2, 1, 3])
    expect(movedIn([1, 2, 3], 3, 'down')).toEqual([1, 2, 3])
    expect(movedIn([1, 2, 3], 3, 'first')).toEqual([3, 1, 2])
    expect(ordered([{ id: 1 }, { id: 2 }, { id: 3 }], [3, 1]).map((x) => x.id)).toEqual([3, 1, 2])
  })
})
