import { richTextToBlocks } from '../../../lib/richtext/blocks.ts'
import type { RichText } from '../../../lib/richtext/rich-text.ts'
import { readingTime } from '../../../lib/text/spoken/reading-time.ts'
import { spoken } from '../../../lib/text/spoken/spoken.ts'

/** Who reads: a woman's voice, a man's voice; or what is heard that nobody reads (music, a pause). */
export type Voice = 'woman' | 'man' | 'cue'
export const voiceNames: Readonly<Record<Voice, { vi: string; en: string }>> = {
  woman: { vi: 'NỮ', en: 'WOMAN' },
  man: { vi: 'NAM', en: 'MAN' },
  cue: { vi: 'TIẾNG', en: 'SOUND' },
}

/** `pause`: seconds of silence after the words; of a cue, how long it lasts. */
export interface ScriptLine {
  voice: Voice
  words: string
  pause: number
}

const usualPause = 1

/**
 * A first script of a text: announced, read by two voices that change with each heading, and signed off with the number
 * that takes feedback in (QNG-14; '' where the province has given none).
 */
export function scriptOf(
  text: { title: string; lead: string; body: RichText; facts?: readonly string[] },
  station: string,
  phone = '',
): ScriptLine[] {
  const lines: ScriptLine[] = [
    { voice: 'cue', words: 'Nhạc hiệu', pause: 6 },
    {
      voice: 'woman',
      words: `Kính thưa quý vị và bà con! ${station} xin gửi tới bà con bài: ${ended(text.title)}`,
      pause: 2,
    },
  ]
  if (text.lead) lines.push({ voice: 'man', words: text.lead, pause: 2 })
  for (const words of text.facts ?? []) lines.push({ voice: 'woman', words: ended(words), pause: usualPause })
  lines.push(...bodyOf(text.body))
  if (phone !== '')
    lines.push({
      voice: 'man',
      words: `Mọi phản ánh, kiến nghị về thủ tục hành chính, xin bà con gọi số ${phone}.`,
      pause: usualPause,
    })
  lines.push({
    voice: 'woman',
    words: 'Bài phát thanh đến đây là hết. Xin cảm ơn bà con đã lắng nghe.',
    pause: 2,
  })
  lines.push({ voice: 'cue', words: 'Nhạc kết', pause: 6 })
  return lines
}

/** Voices change with each heading; in a text without headings, with each paragraph. */
function bodyOf(body: RichText): ScriptLine[] {
  const blocks = richTextToBlocks(body)
  const parts = blocks.some((b) => b.kind === 'heading') ? 'heading' : 'paragraph'
  const lines: ScriptLine[] = []
  let voice: Voice = 'woman'
  for (const block of blocks) {
    const words = wordsOf(block)
    if (words === '') continue
    if (block.kind === parts) voice = voice === 'woman' ? 'man' : 'woman'
    lines.push({ voice, words: ended(words), pause: block.kind === 'heading' ? 2 : usualPause })
  }
  return lines
}

function wordsOf(block: ReturnType<typeof richTextToBlocks>[number]): string {
  if (block.kind === 'rule' || block.kind === 'image') return ''
  if (block.kind === 'table')
    return block.rows
      .filter((row) => !row.every((c) => c.header))
      .map((row) => row.map((c) => c.blocks.map(wordsOf).join(' ')).join(': '))
      .join('. ')
  const words = block.spans
    .map((s) => s.text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
  return block.kind === 'item' && block.number !== null ? `Thứ ${ordinal(block.number)}: ${words}` : words
}

function ordinal(n: number): string {
  return n === 1 ? 'nhất' : n === 4 ? 'tư' : spoken(String(n))
}

function ended(words: string): string {
  return /[.!?…:]["”’»)]?$/.test(words) ? words : `${words}.`
}

/** A script as an editor writes it: 'NỮ: …', 'NAM: …', '[Nhạc hiệu, 6 giây]', and '(nghỉ 2 giây)' at an end. */
export function printScript(lines: readonly ScriptLine[]): string {
  return lines
    .map((l) => {
      if (l.voice === 'cue') return `[${l.words}, ${l.pause} giây]`
      const pause = l.pause === usualPause ? '' : ` (nghỉ ${l.pause} giây)`
      return `${voiceNames[l.voice].vi}: ${l.words}${pause}`
    })
    .join('\n\n')
}

/** Reads what {@link printScript} writes; a paragraph without a name goes on with the voice before it. */
export function readScript(text: string): ScriptLine[] {
  const lines: ScriptLine[] = []
  let voice: Voice = 'woman'
  for (const raw of text.normalize('NFC').split(/\n+/)) {
    const line = raw.trim()
    if (line === '') continue
    const cue = /^\[(.+?)(?:,?\s*(\d{1,3})\s*giây)?\]$/u.exec(line)
    if (cue) {
      lines.push({ voice: 'cue', words: cue[1] ?? '', pause: Number(cue[2] ?? 3) })
      continue
    }
    const said = /^(NỮ|NAM)\s*:\s*(.*)$/iu.exec(line)
    if (said) voice = said[1]?.toLocaleUpperCase('vi') === 'NAM' ? 'man' : 'woman'
    const rest = said ? (said[2] ?? '') : line
    const pause = /\s*\(nghỉ\s+(\d{1,3})\s+giây\)$/iu.exec(rest)
    const words = pause ? rest.slice(0, pause.index) : rest
    if (words !== '') lines.push({ voice, words, pause: pause ? Number(pause[1]) : usualPause })
  }
  return lines
}

export interface Timing {
  syllables: number
  /** Reading, pauses and music together. */
  seconds: number
  /** When each line begins, in seconds. */
  starts: number[]
}

/** How long a script takes at so many syllables a minute. */
export function timingOf(lines: readonly ScriptLine[], rate: number): Timing {
  const timing: Timing = { syllables: 0, seconds: 0, starts: [] }
  for (const line of lines) {
    timing.starts.push(Math.round(timing.seconds))
    const { syllables } = line.voice === 'cue' ? { syllables: 0 } : readingTime(line.words, rate)
    timing.syllables += syllables
    timing.seconds += (syllables / rate) * 60 + line.pause
  }
  return { ...timing, seconds: Math.round(timing.seconds) }
}

/** '4:05' */
export function showSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Words that are not said as they are written, with how they are said: numbers, days, abbreviations, symbols. */
export function saidOtherwise(lines: readonly ScriptLine[]): { written: string; said: string }[] {
  const found = new Map<string, string>()
  for (const line of lines) {
    if (line.voice === 'cue') continue
    const pattern =
      /(?:\d[\d.,/%:-]*\d%?|\d%?)(?:\/[\p{Lu}Đ\d-]+)*|\b[\p{Lu}Đ]{2,}[\p{L}\d]*\b|\b[a-z0-9-]+(?:\.[a-z0-9-]+)+\b/gu
    for (const [written] of line.words.matchAll(pattern)) {
      if (/^\d{1,3}$/.test(written)) continue
      const said = spoken(written)
      if (said !== written && said !== '') found.set(written, said)
    }
  }
  return [...found].map(([written, said]) => ({ written, said }))
}
