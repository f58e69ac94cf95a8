import { Document, Packer, Paragraph, TextRun } from 'docx'
import { type Day, showDay } from '../../../lib/calendar/day.ts'
import { printTemplate } from '../printed/setting.ts'
import { type ScriptLine, saidOtherwise, showSeconds, timingOf, voiceNames } from './script.ts'

export interface ScriptToPrint {
  title: string
  owner: string
  day: Day
  lines: readonly ScriptLine[]
  rate: number
  slotSeconds: number
  /** Stands across every page of what must not leave yet. */
  held?: string
}

function factsOf(s: ScriptToPrint): string {
  const { seconds, syllables } = timingOf(s.lines, s.rate)
  return `${s.owner} · ${showDay(s.day)} · ${syllables} tiếng, khoảng ${showSeconds(seconds)} phút (khung ${showSeconds(s.slotSeconds)}), ${s.rate} tiếng/phút`
}

const kicker = 'Kịch bản phát thanh'
const notesTitle = 'Cách đọc'

/** For the one who reads it: 17 points, voices and the clock in the margin, how to say what is abbreviated. */
export async function scriptPdf(s: ScriptToPrint): Promise<Uint8Array> {
  const { starts } = timingOf(s.lines, s.rate)
  const lines = s.lines.map((l, i) => ({
    voice: voiceNames[l.voice].vi,
    cue: l.voice === 'cue',
    bold: l.voice === 'woman',
    words: l.voice === 'cue' ? `[${l.words}, ${l.pause} giây]` : l.words,
    pause: l.voice !== 'cue' && l.pause > 1 ? `(nghỉ ${l.pause} giây)` : null,
    at: showSeconds(starts[i] ?? 0),
  }))
  const date = s.day.split('-').map(Number)
  const head = { title: s.title, owner: s.owner, kicker, facts: factsOf(s), date }
  return printTemplate('broadcast/templates/radio-script.typ', {
    ...head,
    lines,
    held: s.held ?? '',
    notes: saidOtherwise(s.lines),
    notesTitle,
  })
}

/** The same for Word, so that a station can change it. */
export async function scriptDocx(s: ScriptToPrint): Promise<Uint8Array> {
  const font = 'Times New Roman'
  const run = (text: string, more: { bold?: boolean; italics?: boolean; size?: number } = {}) =>
    new TextRun({ text, font, size: 34, ...more })
  const children = [
    ...(s.held ? [new Paragraph({ children: [run(s.held, { size: 36, bold: true })] })] : []),
    new Paragraph({ children: [run(kicker.toLocaleUpperCase('vi'), { size: 24, bold: true })] }),
    new Paragraph({ children: [run(s.title, { size: 44, bold: true })], spacing: { after: 120 } }),
    new Paragraph({ children: [run(factsOf(s), { size: 24 })], spacing: { after: 240 } }),
    ...s.lines.map((l) => {
      const spacing = { after: 240, line: 384 }
      if (l.voice === 'cue')
        return new Paragraph({ spacing, children: [run(`[${l.words}, ${l.pause} giây]`, { italics: true })] })
      const pause = l.pause > 1 ? [run(` (nghỉ ${l.pause} giây)`, { size: 24, italics: true })] : []
      const voice = run(`${voiceNames[l.voice].vi}: `, { bold: true })
      return new Paragraph({ spacing, keepLines: true, children: [voice, run(l.words), ...pause] })
    }),
    ...saidOtherwise(s.lines).map(
      (n) =>
        new Paragraph({
          children: [run(`${n.written}: `, { bold: true, size: 26 }), run(n.said, { size: 26 })],
        }),
    ),
  ]
  const document = new Document({ title: s.title, creator: s.owner, sections: [{ children }] })
  return new Uint8Array(await Packer.toBuffer(document))
}
