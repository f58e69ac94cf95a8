import { describe, expect, test } from 'vitest'
import { printDocument } from '../../lib/documents/out/printed.ts'
import type { PlanSection, Task, TaskGroup } from './plan.ts'
import { abstractOf, planDocument, signatureOf } from './plan-document.ts'
import type { PrintablePlan } from './printable-plan.ts'

describe('the signature block', () => {
  test.each([
    ['CHỦ TỊCH', [], 'CHỦ TỊCH'],
    ['TM. ỦY BAN NHÂN DÂN CHỦ TỊCH', ['TM. ỦY BAN NHÂN DÂN'], 'CHỦ TỊCH'],
    [
      'TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH',
      ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'],
      'PHÓ CHỦ TỊCH',
    ],
    ['KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC', ['KT. GIÁM ĐỐC'], 'PHÓ GIÁM ĐỐC'],
  ])('%s', (signerTitle, authorities, title) => {
    const found = signatureOf({ signerTitle, authority: null })
    expect(found.authorities.map((a) => `${a.form} ${a.of}`)).toEqual(authorities)
    expect(found.title).toBe(title)
  })
})

test('the subject line is the title without its type', () => {
  expect(abstractOf('KẾ HOẠCH Truyền thông năm 2023')).toBe('Truyền thông năm 2023')
  expect(abstractOf('Kế hoạch tuyên truyền năm 2026')).toBe('Tuyên truyền năm 2026')
})

function section(heading: string | null, body = '', kind: PlanSection['kind'] = 'CONTENT'): PlanSection {
  return { kind, heading, body }
}

const blank = {
  ordinal: null,
  product: null,
  time: null,
  agencies: [],
  schedules: [],
  targets: [],
  themes: [],
  forms: [],
  audiences: [],
}

function taskOf(groupId: number, content: string, more: Partial<Task> = {}): Task {
  const own = { carriesOutTaskId: null, amendsTaskId: null }
  return { id: 1, planId: 1, groupId, position: 1, content, ...own, ...blank, ...more }
}

function ledBy(asPrinted: string, role: Task['agencies'][number]['role'] = 'lead') {
  return { agencies: [{ role, asPrinted, unitId: null, groupId: null }] }
}

/** The body as printed lines, headings with the name of their style before them. */
function linesOf(p: { sections?: PlanSection[]; groups?: TaskGroup[]; tasks?: Task[] }): string[] {
  const plan = { title: 'Kế hoạch tuyên truyền', year: 2026, number: null, issued: null } as const
  const rest = { issuer: null, issuingBody: null, symbol: null, place: null, annexTitle: null }
  const signed = { archiveLine: null, signer: null, signerTitle: 'CHỦ TỊCH', authority: null }
  const defaults = {
    issuingBody: 'Ủy ban nhân dân tỉnh An Hòa',
    parentBody: null,
    place: 'An Hòa',
    headTitle: null,
  }
  const whole = { sections: [], groups: [], tasks: [], basis: [], recipients: [], defaults, ...p }
  const document = planDocument({ ...whole, plan: { ...plan, ...rest, ...signed } as PrintablePlan['plan'] })
  return printDocument(document)
    .pieces.slice(1)
    .flatMap((piece) => {
      if (piece.kind !== 'line') return []
      const words = piece.spans.map((s) => s.text).join('')
      return [piece.style.startsWith('section') ? `${piece.style} ${words}` : words]
    })
}

describe('headings', () => {
  test('keep the ordinals they carry, "II.1." under "II."', () => {
    const headings = ['I. MỤC ĐÍCH', 'II. NỘI DUNG', 'II.1. Nội dung', 'II.2. Hình thức', 'III. KINH PHÍ']
    expect(
      linesOf({ sections: headings.map((h) => section(h, 'Lời.')) }).filter((l) => l !== 'Lời.'),
    ).toEqual([
      'section1 I. MỤC ĐÍCH',
      'section1 II. NỘI DUNG',
      'section2 1. Nội dung',
      'section2 2. Hình thức',
      'section1 III. KINH PHÍ',
      'Lời./.',
    ])
  })

  test('are counted where one of them carries none: no ordinal comes twice', () => {
    const headings = ['Mục đích', 'II. NỘI DUNG', '1. Sở Nội vụ', 'Kinh phí']
    expect(linesOf({ sections: headings.map((h) => section(h)) })).toEqual([
      'section1 I. Mục đích',
      'section1 II. NỘI DUNG',
      'section2 1. Sở Nội vụ',
      'section1 III. Kinh phí./.',
    ])
  })

  test('stand in the body of a section too, where lines of their own follow', () => {
    const body = '1. Mục đích\n- Nâng cao nhận thức\n- Phát huy vai trò\n2. Tiếp tục tuyên truyền.'
    expect(linesOf({ sections: [section('I. MỤC ĐÍCH', body), section('II. KINH PHÍ')] })).toEqual([
      'section1 I. MỤC ĐÍCH',
      'section2 1. Mục đích',
      '- Nâng cao nhận thức;',
      '- Phát huy vai trò.',
      '2. Tiếp tục tuyên truyền.',
      'section1 II. KINH PHÍ./.',
    ])
  })
})

describe('bullets', () => {
  test.each([
    ['- một\n- hai', ['- một;', '- hai.']],
    ['- một;\n- hai.', ['- một;', '- hai.']],
    ['- một...\n- hai', ['- một...', '- hai.']],
    ['- Câu một. Câu hai\n- hai', ['- Câu một. Câu hai.', '- hai.']],
    ['- gồm\n+ một\n+ hai', ['- gồm:', '+ một;', '+ hai.']],
    ['- một dòng\nbị ngắt', ['- một dòng', 'bị ngắt']],
  ])('of %j end with one mark each', (body, printed) => {
    expect(
      linesOf({ sections: [section('I. NỘI DUNG', body), section('II. KINH PHÍ')] }).slice(1, -1),
    ).toEqual(printed)
  })

  test('are the tasks under the body that carries them out; a body that is asked is asked on paper', () => {
    const heading = 'III. TỔ CHỨC THỰC HIỆN'
    const groups: TaskGroup[] = [{ id: 1, ordinal: null, title: heading, place: 'TEXT' }]
    const tasks = [
      taskOf(1, 'Hướng dẫn các đơn vị', { ordinal: '1', ...ledBy('Sở Nội vụ') }),
      taskOf(1, 'Tổng hợp, báo cáo', { ordinal: '1', ...ledBy('Sở Nội vụ') }),
      taskOf(1, 'Tuyên truyền đến hội viên', { ordinal: '2', ...ledBy('Hội Nông dân', 'invited') }),
    ]
    const sections = [section(heading, '', 'ORGANISATION'), section('IV. KINH PHÍ')]
    expect(linesOf({ sections, groups, tasks })).toEqual([
      'section1 III. TỔ CHỨC THỰC HIỆN',
      'section2 1. Sở Nội vụ',
      '- Hướng dẫn các đơn vị;',
      '- Tổng hợp, báo cáo.',
      'section2 2. Đề nghị Hội Nông dân',
      '- Tuyên truyền đến hội viên.',
      'section1 IV. KINH PHÍ./.',
    ])
  })
})

test('the number of an item is as heavy as the name it stands before', () => {
  const document = planDocument({
    plan: { title: 'Kế hoạch', year: 2026, number: null, issued: null } as PrintablePlan['plan'],
    ...{ sections: [], groups: [], tasks: [], basis: [], recipients: [] },
    defaults: { issuingBody: 'Sở Nội vụ', parentBody: null, place: 'An Hòa', headTitle: null },
  })
  const text = [{ text: 'Sở Nội vụ', bold: true }]
  const { pieces } = printDocument({ ...document, body: [{ kind: 'item', ordinal: '1.', text }] })
  expect(pieces.at(-1)).toMatchObject({ spans: [{ text: '1. ', bold: true }, { bold: true }] })
})

test.each([
  ['Ủy ban nhân dân tỉnh An Hòa', null, ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
  ['Chủ tịch Ủy ban nhân dân tỉnh An Hòa', null, ['CHỦ TỊCH']],
  ['Sở Nội vụ', 'Giám đốc Sở', ['GIÁM ĐỐC']],
])('a draft of %s without a signer is to be signed by its head', (issuer, headTitle, signature) => {
  const document = planDocument({
    plan: { title: 'Kế hoạch', year: 2026, number: null, issued: null, issuer } as PrintablePlan['plan'],
    ...{ sections: [], groups: [], tasks: [], basis: [], recipients: [] },
    defaults: { issuingBody: issuer, parentBody: null, place: 'An Hòa', headTitle },
  })
  expect(printDocument(document).signature).toEqual(signature)
})
