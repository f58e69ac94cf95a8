import { type Draw, drawing } from './draw.ts'
import { passages } from './passages.data.ts'
import {
  documentKinds,
  forms,
  indices,
  models,
  people,
  posts,
  procedures,
  subjects,
  units,
  villages,
} from './words.data.ts'

/** One document of the set. `facts` decide by themselves which queries it answers; the search never sees them. */
export interface Made {
  id: string
  kind: string
  title: string
  lead: string
  body: string
  number: string | null
  issuer: string | null
  day: string
  facts: Facts
}

export type Facts = Record<string, string>

type Family = (draw: Draw) => {
  kind: string
  facts: Facts
  titles: readonly string[]
  told: readonly string[]
  number?: string
  issuer?: string
}

const cap = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
const isOffice = (unit: string) => !/^(?:xã|phường) /.test(unit)
const communes = units.filter((u) => !isOffice(u))

/** What the province writes about; each family tells one kind of fact. */
export const families: Record<string, Family> = {
  model: (d) => {
    const [unit, model] = [d.one(units), d.one(models)]
    return {
      kind: 'exemplar',
      facts: { unit, model },
      titles: [`${cap(unit)} nhân rộng mô hình “${model}”`, `Mô hình “${model}” ở ${unit}`],
      told: [
        `Mô hình “${model}” được ${unit} triển khai sau ba tháng chuẩn bị, do một lãnh đạo trực tiếp phụ trách.`,
        `Từ khi có “${model}”, số hồ sơ trễ hẹn giảm rõ rệt.`,
      ],
    }
  },
  procedure: (d) => {
    const [unit, procedure] = [d.one(units), d.one(procedures)]
    const days = String(1 + d.below(12))
    return {
      kind: 'news',
      facts: { unit, procedure },
      titles: [
        `${cap(unit)} rút ngắn thời gian ${procedure} còn ${days} ngày`,
        `Làm thủ tục ${procedure} tại ${unit} chỉ còn ${days} ngày`,
      ],
      told: [
        `Thủ tục ${procedure} tại ${unit} nay chỉ mất ${days} ngày làm việc, giảm một nửa so với trước.`,
      ],
    }
  },
  campaign: (d) => {
    const [unit, form, subject] = [d.one(units), d.one(forms), d.one(subjects)]
    return {
      kind: 'article',
      facts: { unit, form, subject },
      titles: [`${cap(unit)} tuyên truyền ${subject} bằng ${form}`, `${cap(form)} về ${subject} ở ${unit}`],
      told: [`${cap(unit)} chọn ${form} làm hình thức chính để tuyên truyền ${subject} trong năm nay.`],
    }
  },
  document: (d) => {
    const [[name, sign], subject, unit] = [d.one(documentKinds), d.one(subjects), d.one(units)]
    const number = `${1 + d.below(980)}/${sign}`
    const year = String(2019 + d.below(8))
    return {
      kind: 'directing_document',
      facts: { number, year, subject, unit },
      titles: [`${name} số ${number} về ${subject} năm ${year}`],
      told: [
        `${name} số ${number} giao ${unit} chủ trì, phối hợp với các cơ quan liên quan tổ chức thực hiện.`,
        `Văn bản yêu cầu hoàn thành trước ngày ${1 + d.below(28)} tháng ${1 + d.below(12)} năm ${year}.`,
      ],
      number,
      issuer: 'UBND tỉnh',
    }
  },
  person: (d) => {
    const [person, post, unit, model] = [d.one(people), d.one(posts), d.one(communes), d.one(models)]
    return {
      kind: 'exemplar',
      facts: { person, post, unit },
      titles: [`${person}, ${post} tận tụy của ${unit}`, `Chuyện về ${post} ${person} ở ${unit}`],
      told: [
        `Mười năm qua, ${person} – ${post} ${unit} – chưa một lần để hồ sơ của dân quá hạn.`,
        `${person} cũng là người khởi xướng “${model}” ở quê mình.`,
      ],
    }
  },
  question: (d) => {
    const [procedure, village, unit] = [d.one(procedures), d.one(villages), d.one(communes)]
    return {
      kind: 'question_answer',
      facts: { procedure, village, unit },
      titles: [`Hỏi – đáp: người ở ${village}, ${unit} cần giấy tờ gì khi ${procedure}?`],
      told: [
        `Bạn đọc ở ${village}, ${unit} hỏi về thủ tục ${procedure} khi người trong nhà đi làm ăn xa.`,
        'Trả lời: người dân nộp tờ khai theo mẫu, xuất trình thẻ căn cước, không phải nộp bản sao sổ hộ khẩu.',
      ],
    }
  },
  result: (d) => {
    const [index, unit] = [d.one(indices), d.one(units)]
    const [year, rank] = [String(2019 + d.below(8)), String(1 + d.below(30))]
    return {
      kind: 'index_result',
      facts: { index, unit, year },
      titles: [`${cap(unit)} xếp thứ ${rank} về ${index} năm ${year}`, `${index} năm ${year} của ${unit}`],
      told: [`Kết quả công bố cho thấy ${unit} đứng thứ ${rank} về ${index} năm ${year}.`],
    }
  },
  shortcoming: (d) => {
    const [unit, procedure] = [d.one(units), d.one(procedures)]
    return {
      kind: 'shortcoming',
      facts: { unit, procedure, wrong: 'đòi thêm giấy tờ' },
      titles: [
        `${cap(unit)}: còn đòi thêm giấy tờ khi ${procedure}`,
        `Chậm trả kết quả ${procedure} ở ${unit}`,
      ],
      told: [`Qua phản ánh của người dân, ${unit} còn yêu cầu giấy tờ ngoài quy định khi ${procedure}.`],
    }
  },
  event: (d) => {
    const [form, unit, village] = [d.one(forms), d.one(communes), d.one(villages)]
    const month = String(1 + d.below(12))
    return {
      kind: 'event',
      facts: { form, unit, village },
      titles: [
        `${cap(form)} tại ${village}, ${unit}`,
        `${cap(village)}, ${unit} tổ chức ${form} tháng ${month}`,
      ],
      told: [`Trong tháng ${month}, ${form} thu hút đông bà con ${village} và các thôn lân cận của ${unit}.`],
    }
  },
}

/** Which facts must not be told twice: two documents with the same ones would answer the same question. */
export function keyOf(family: string, facts: Facts): string {
  const { number, year } = facts
  return `${family}|${number ? `${number}|${year}` : Object.values(facts).join('|')}`
}

export const ownCount = 612

/** The documents that queries are judged on: each with facts of its own. */
export function ownDocuments(): Made[] {
  const draw = drawing(20_261_122)
  const names = Object.keys(families)
  const taken = new Set<string>()
  const made: Made[] = []
  for (let i = 0; made.length < ownCount; i += 1) {
    const family = names[i % names.length] ?? ''
    const one = makeOne(`own-${made.length + 1}`, family, draw)
    const key = keyOf(family, one.facts)
    if (taken.has(key)) continue
    taken.add(key)
    made.push(one)
  }
  return made
}

/** As many more as are asked for, of the same vocabulary, none with the facts of an own document. */
export function* padding(count: number, own: readonly Made[]): Generator<Made> {
  const draw = drawing(7)
  const names = Object.keys(families)
  const taken = new Set(own.map((o) => keyOf(o.facts['family'] ?? '', o.facts)))
  for (let i = 0, made = 0; made < count; i += 1) {
    const family = names[i % names.length] ?? ''
    const one = makeOne(`more-${made + 1}`, family, draw)
    if (taken.has(keyOf(family, one.facts))) continue
    made += 1
    yield one
  }
}

function makeOne(id: string, family: string, draw: Draw): Made {
  const make = families[family]
  if (!make) throw new Error(`no family ${family}`)
  const { kind, facts, titles, told, number, issuer } = make(draw)
  const [first = '', ...others] = told
  const body = [...others]
  for (let i = 3 + draw.below(5); i > 0; i -= 1) body.splice(draw.below(body.length + 1), 0, passage(draw))
  const day = new Date(Date.UTC(2019, 0, 1) + draw.below(2880) * 86_400_000).toISOString().slice(0, 10)
  return {
    id,
    kind,
    title: draw.one(titles),
    lead: first,
    body: body.join(' '),
    number: number ?? null,
    issuer: issuer ?? null,
    day,
    facts: { family, ...facts },
  }
}

function passage(draw: Draw): string {
  const fill: Record<string, () => string> = {
    u: () => draw.one(units),
    s: () => draw.one(subjects),
    v: () => draw.one(villages),
    p: () => draw.one(procedures),
    f: () => draw.one(forms),
    n: () => String(5 + draw.below(90)),
  }
  return cap(draw.one(passages).replace(/\{(\w)\}/g, (_, slot: string) => fill[slot]?.() ?? ''))
}
