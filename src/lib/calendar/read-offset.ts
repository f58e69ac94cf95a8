import { pattern, type Taken, take } from './deadline-print.ts'
import type { Anchor, OffsetRule } from './deadline-rule.ts'
import { readUnit } from './read-place.ts'

const numbers = ['', 'mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi']
const count = `(\\d{1,3}|${numbers.slice(1).join('|')})`
const unit = '(ngay lam viec|ngay|tuan|thang)'
const after = '(?:sau|ke tu sau|ke tu|tinh tu|tu)(?: (?:sau|tu))?'
const limit =
  '(?:(?:cham nhat|muon nhat|tre nhat|khong qua|khong muon hon|toi da|trong vong|trong thoi han|thoi han|trong|la|sau|vao|den) )*'

/** "chậm nhất 02 ngày làm việc sau ngày chốt số liệu" in its many orders of words. Reads the whole text. */
export function readOffset(text: string): OffsetRule | null {
  return counted(text) ?? anchorFirst(text) ?? ordinalDay(text)
}

/** [chậm nhất] N ngày sau / trước / kể từ … */
function counted(text: string): OffsetRule | null {
  const early = take(text, pattern(`^(?:cham nhat |it nhat )?(?:la )?truoc ${count} ${unit}`))
  const lead = early ?? take(text, pattern(`^${limit}(?:it nhat )?${count} ${unit}(?: dau tien| dau)?`))
  if (!lead) return null
  const before = take(lead.rest, /^(?:so voi|truoc|tinh den)/)
  const side = before ? 'before' : 'after'
  const connect = before ?? (early ? null : take(lead.rest, pattern(`^,? ?${after}`)))
  return connect && offset(lead.m[1], lead.m[2], side, connect.rest)
}

/** "sau khi kết thúc quý 05 ngày", "trước ngày kết thúc quý 5 ngày". */
function anchorFirst(text: string): OffsetRule | null {
  const before = take(text, /^(?:cham nhat )?truoc(?= (?:khi|ngay|thoi) )/)
  const connect = before ?? take(text, pattern(`^(?:(?:cham nhat|muon nhat|khong qua)(?: la)? )?${after}`))
  const from = connect && readAnchor(connect.rest)
  if (!from) return null
  const lead = take(from.rest.replace(/^, ?/, ''), pattern(`^${limit}(?:it nhat )?${count} ${unit}`))
  return lead && lead.rest === '' ? make(lead.m[1], lead.m[2], before ? 'before' : 'after', from.value) : null
}

/** "ngày làm việc thứ hai sau ngày chốt số liệu", "ngày làm việc liền sau ngày chốt số liệu". */
function ordinalDay(text: string): OffsetRule | null {
  const lead = take(
    text,
    pattern(`^${limit}${unit} thu ${count.replace('bon', 'bon|tu|nhat')} (sau|ke tu|truoc)`),
  )
  if (lead) return offset(lead.m[2], lead.m[1], lead.m[3] === 'truoc' ? 'before' : 'after', lead.rest)
  const next = take(
    text,
    pattern(
      `^${limit}${unit} (?:lien ke tiep theo|lien ke sau|lien sau|tiep theo|ke tiep|dau tien)(?: cua| sau)?`,
    ),
  )
  return next && offset('1', next.m[1], 'after', next.rest)
}

type Word = string | undefined

function offset(number: Word, unitWord: Word, side: OffsetRule['side'], text: string): OffsetRule | null {
  const from = readAnchor(text)
  return from?.rest === '' ? make(number, unitWord, side, from.value) : null
}

const units: Record<string, OffsetRule['in']> = {
  'ngay lam viec': 'working-day',
  ngay: 'day',
  tuan: 'week',
  thang: 'month',
}

function make(number: Word, unitWord: Word, side: OffsetRule['side'], from: Anchor): OffsetRule | null {
  const word = number ?? ''
  const n = /\d/.test(word) ? Number(word) : Math.max(numbers.indexOf(word), { tu: 4, nhat: 1 }[word] ?? 0)
  const unitRead = units[unitWord ?? '']
  return unitRead && n >= 1 && n <= 366 ? { kind: 'offset', count: n, in: unitRead, side, from } : null
}

/** What is counted from; "trở đi" and "báo cáo" behind it are dropped. */
export function readAnchor(text: string): Taken<Anchor> | null {
  const lead = take(text, /^(?:(?:khi|ngay|thoi diem|moc|thoi gian) )+/)?.rest ?? text
  const found = cutoffOrRequest(lead) ?? cascade(text) ?? end(lead)
  return found && { value: found.value, rest: found.rest.replace(/^tro di ?/, '') }
}

function cutoffOrRequest(text: string): Taken<Anchor> | null {
  const cutoff = take(
    text,
    /^(?:ket thuc )?(?:(?:thoi gian|thoi diem|ngay|ky) )*(?:chot|khoa)(?: so lieu| so du lieu| so| du lieu)?(?: (?:bao cao|thong ke|cua|ky|quy|thang|nam))*/,
  )
  if (cutoff) return { value: { at: 'cutoff' }, rest: cutoff.rest }
  const request = take(
    text,
    /^(?:nhan duoc|nhan|tiep nhan|co)(?: (?:van ban|yeu cau|de nghi|thong bao|cong van|chi dao|bao cao|cua cap tren))+/,
  )
  return request && { value: { at: 'request' }, rest: request.rest }
}

function cascade(text: string): Taken<Anchor> | null {
  const found = take(
    text,
    /^(?:thoi han|thoi diem|han|ngay)(?: (?:cuoi|phai|gui|nop|chot))*(?: bao cao)?(?: (?:cua|len|theo quy dinh cua))? cap (tren|duoi)/,
  )
  return found && { value: { at: found.m[1] === 'tren' ? 'above' : 'below' }, rest: found.rest }
}

function end(text: string): Taken<Anchor> | null {
  const found = take(text, /^(?:(ket thuc|het han|het|cuoi cung|cuoi)|(bat dau|dau tien|dau))(?: cua)?/)
  if (!found) return null
  const unitRead = readUnit(found.rest)
  if (unitRead?.value.shift !== 0) return null
  return { value: { at: found.m[1] ? 'end' : 'start', of: unitRead.value.of }, rest: unitRead.rest }
}
