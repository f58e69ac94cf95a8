import { createHash } from 'node:crypto'
import { strToU8 } from 'fflate'
import { addDays, type Day, showDay } from '../../../lib/calendar/day.ts'
import { writeCalendar } from '../../../lib/calendar/ical.ts'
import { entryName, zipOf } from '../../../lib/files/bundle.ts'
import { type ScriptLine, showSeconds, timingOf } from './script.ts'

/** One thing to play, as it was when the package was closed. */
export interface PackageItem {
  scriptId: number
  /** Null: its text is not public yet. */
  publicationId: number | null
  revision: number
  title: string
  lines: ScriptLine[]
  rate: number
  audioId: number | null
}

export function publicationsIn(items: readonly PackageItem[]): number[] {
  return [...new Set(items.flatMap((i) => i.publicationId ?? []))]
}

export interface PackageFacts {
  id: number
  title: string
  firstDay: Day
  lastDay: Day
  hours: readonly string[]
  madeAt: Date
  owner: string
  /** Who made it, and where questions go. */
  contact: string
  /** Stays the same for the life of the program: identifies the calendar's entries. */
  host: string
}

/** An item with what goes into the archive of it. */
export interface PackedItem {
  item: PackageItem
  pdf: Uint8Array
  /** Null: read live from the script. */
  audio: PackedAudio | null
}

/** `seconds` as measured; null where its kind does not tell, then the script's own reckoning stands. */
export interface PackedAudio {
  bytes: Uint8Array
  ending: string
  from: 'recording' | 'speech'
  seconds: number | null
}

interface File {
  path: string
  bytes: Uint8Array
}

/**
 * What a commune's station gets (Thông tư 39/2020/TT-BTTTT: the commune plays what is handed to it): audio or scripts,
 * a playlist, the days and hours, a manifest with SHA-256 of every file, and how to use it. The same package gives the
 * same bytes.
 */
export async function packageZip(facts: PackageFacts, items: readonly PackedItem[]): Promise<Uint8Array> {
  const content = items.flatMap((one, i) => filesOf(one, i + 1))
  const files: File[] = [
    { path: 'DOC-TRUOC.txt', bytes: strToU8(readme(facts, items)) },
    { path: 'lich-phat.ics', bytes: strToU8(calendar(facts, items)) },
    { path: 'danh-sach-phat.m3u8', bytes: strToU8(playlist(facts, items)) },
    ...content,
  ]
  files.push({ path: 'manifest.json', bytes: strToU8(manifest(facts, items, files)) })
  const chunks: Uint8Array[] = []
  const entries = files.map((f) => ({ path: f.path, from: { bytes: f.bytes } }))
  for await (const chunk of zipOf(entries, localTime(facts.madeAt))) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}

/** Archives keep the wall clock of the machine; ours keep that of Việt Nam, wherever they are made. */
function localTime(at: Date): Date {
  const vn = new Date(at.getTime() + 7 * 3_600_000)
  return new Date(
    vn.getUTCFullYear(),
    vn.getUTCMonth(),
    vn.getUTCDate(),
    vn.getUTCHours(),
    vn.getUTCMinutes(),
  )
}

function nameOf({ item }: PackedItem, number: number): string {
  return `${String(number).padStart(2, '0')} - ${entryName(item.title, 60)}`
}

function filesOf(one: PackedItem, number: number): File[] {
  const name = nameOf(one, number)
  return [
    { path: `kich-ban/${name}.pdf`, bytes: one.pdf },
    ...(one.audio ? [{ path: `am-thanh/${name}.${one.audio.ending}`, bytes: one.audio.bytes }] : []),
  ]
}

function secondsOf({ item, audio }: PackedItem): number {
  return audio?.seconds ?? timingOf(item.lines, item.rate).seconds
}

function playlist(facts: PackageFacts, items: readonly PackedItem[]): string {
  const lines = items.flatMap((one, i) =>
    one.audio
      ? [`#EXTINF:${secondsOf(one)},${one.item.title}`, `am-thanh/${nameOf(one, i + 1)}.${one.audio.ending}`]
      : [`# Đọc trực tiếp: kich-ban/${nameOf(one, i + 1)}.pdf`],
  )
  return ['#EXTM3U', `#PLAYLIST:${facts.title}`, ...lines, ''].join('\n')
}

/** An entry for each hour, every day of the package, with a reminder ten minutes before. */
function calendar(facts: PackageFacts, items: readonly PackedItem[]): string {
  const total = items.reduce((n, one) => n + secondsOf(one), 0)
  const minutes = Math.max(5, Math.ceil(total / 60))
  return writeCalendar({
    name: facts.title,
    refreshHours: 24,
    events: facts.hours.map((hour) => ({
      uid: `package-${facts.id}-${hour.replace(':', '')}@${facts.host}`,
      day: facts.firstDay,
      time: { starts: `${facts.firstDay}T${hour}`, ends: later(facts.firstDay, hour, minutes) },
      dailyUntil: facts.lastDay,
      summary: `Phát thanh: ${facts.title}`,
      description: items.map((one, i) => `${i + 1}. ${one.item.title}`).join('\n'),
      changed: facts.madeAt,
      alarms: [{ minutesBefore: 10 }],
    })),
  })
}

/** A moment of the same or the next day, 'YYYY-MM-DDTHH:MM'. */
function later(day: Day, hour: string, minutes: number): string {
  const [h = 0, m = 0] = hour.split(':').map(Number)
  const end = h * 60 + m + minutes
  const two = (n: number) => String(n).padStart(2, '0')
  const on = addDays(day, Math.floor(end / 1440))
  return `${on}T${two(Math.floor((end % 1440) / 60))}:${two(end % 60)}`
}

function manifest(facts: PackageFacts, items: readonly PackedItem[], files: readonly File[]): string {
  const { id, title, firstDay, lastDay, hours, owner } = facts
  return `${JSON.stringify(
    {
      format: 'chungtay-loudspeaker-1',
      package: { id, title, owner, madeAt: facts.madeAt.toISOString() },
      schedule: { firstDay, lastDay, hours, timeZone: 'Asia/Ho_Chi_Minh' },
      items: items.map((one, i) => ({
        number: i + 1,
        title: one.item.title,
        seconds: secondsOf(one),
        script: `kich-ban/${nameOf(one, i + 1)}.pdf`,
        audio: one.audio ? `am-thanh/${nameOf(one, i + 1)}.${one.audio.ending}` : null,
        audioFrom: one.audio?.from ?? null,
      })),
      files: files.map((f) => ({ path: f.path, bytes: f.bytes.length, sha256: sha256(f.bytes) })),
    },
    null,
    2,
  )}\n`
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function readme(facts: PackageFacts, items: readonly PackedItem[]): string {
  const list = items.map((one, i) => {
    const how = !one.audio
      ? 'chưa có bản thu: phát thanh viên đọc kịch bản PDF'
      : one.audio.from === 'speech'
        ? 'giọng máy đọc; nếu có người đọc, nên đọc trực tiếp theo kịch bản'
        : 'bản thu sẵn'
    return `  ${i + 1}. ${one.item.title} (khoảng ${showSeconds(secondsOf(one))} phút; ${how})`
  })
  return [
    `GÓI PHÁT THANH: ${facts.title}`,
    `Bàn giao bởi: ${facts.owner}. Đầu mối: ${facts.contact}.`,
    '',
    `Phát từ ngày ${showDay(facts.firstDay)} đến ngày ${showDay(facts.lastDay)}, mỗi ngày lúc ${facts.hours.join(', ')}.`,
    '',
    'Trong gói có:',
    ...list,
    '',
    'Cách dùng:',
    '  - Chép cả thư mục "am-thanh" vào máy phát hoặc thẻ nhớ, giữ nguyên thứ tự số.',
    '  - Máy tính, đài truyền thanh ứng dụng CNTT: mở "danh-sach-phat.m3u8".',
    '  - Thêm "lich-phat.ics" vào lịch điện thoại để được nhắc trước giờ phát 10 phút.',
    '  - Bài chưa có bản thu thì phát thanh viên đọc theo "kich-ban".',
    '  - "manifest.json" ghi mã SHA-256 của từng tệp, để kiểm tra tệp không bị hỏng khi chép.',
    '',
    'Sau khi phát xong, đồng chí vào trang Phát thanh của Chung Tay xác nhận đã phát (ngày, số lần, ảnh hoặc sổ phát thanh).',
    'Việc xác nhận này được tính vào kết quả tuyên truyền của xã; không phải báo cáo lại.',
    '',
  ].join('\r\n')
}
