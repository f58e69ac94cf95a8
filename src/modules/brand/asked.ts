import { parseDay, showDay } from '../../lib/calendar/day.ts'
import type { Fault } from '../../lib/errors.ts'
import type { FormValues, Parsed } from '../../lib/http/forms.ts'
import type { Request } from '../../lib/http/route.ts'
import { texts as t } from './brand.texts.ts'
import { hexOf } from './contrast.ts'
import { type Colour, type Kit, type KitFacts, type Part, type PartFacts, partKinds } from './kit.ts'

export function idOf(c: Request, name = 'id'): number {
  const id = Number(c.req.param(name))
  return Number.isSafeInteger(id) && id > 0 ? id : 0
}

export function one(values: FormValues, name: string): string {
  return [values[name] ?? ''].flat()[0]?.trim() ?? ''
}

export function idsIn(values: FormValues, name: string): number[] {
  return [values[name] ?? []]
    .flat()
    .map(Number)
    .filter((n) => Number.isSafeInteger(n) && n > 0)
}

/** A set as typed. */
export function readKit(values: FormValues): Parsed<KitFacts> {
  const name = one(values, 'name')
  const typedDay = one(values, 'documentDay')
  const documentDay = parseDay(typedDay)
  const faults: Fault[] = []
  if (name.length < 3 || name.length > 200) faults.push({ field: 'name', ...t.needName })
  if (typedDay !== '' && !documentDay) faults.push({ field: 'documentDay', ...t.needDay })
  if (faults.length > 0) return { ok: false, faults }
  return {
    ok: true,
    value: {
      ...{ name, about: one(values, 'about').slice(0, 4_000), documentDay },
      documentId: idsIn(values, 'documentId')[0] ?? null,
      documentWords: one(values, 'documentWords').slice(0, 300),
      isPublic: one(values, 'isPublic') === '1',
    },
  }
}

export function kitValues(k: Kit): FormValues {
  return {
    ...{
      name: k.name,
      about: k.about,
      documentId: String(k.documentId ?? ''),
      documentWords: k.documentWords,
    },
    ...{ documentDay: k.documentDay ? showDay(k.documentDay) : '', isPublic: k.isPublic ? '1' : '' },
    revision: String(k.revision),
  }
}

/** Colours, one a line: 'Đỏ cờ | #b3192b | Nền biển hiệu'. The number of the first wrong line instead, where one is. */
function readColours(text: string): Colour[] | number {
  const colours: Colour[] = []
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const [name = '', value = '', use = ''] = line.split('|').map((part) => part.trim())
    const hex = hexOf(value)
    if (name === '' || name.length > 80 || use.length > 200 || !hex || colours.length === 24) return i + 1
    colours.push({ name, hex, use })
  }
  return colours
}

/** A part as typed. */
export function readPart(values: FormValues): Parsed<PartFacts> {
  const kind = partKinds.find((k) => k === one(values, 'kind'))
  const name = one(values, 'name')
  const colours = readColours(one(values, 'colours'))
  const faults: Fault[] = []
  if (!kind) faults.push({ field: 'kind', ...t.needKind })
  if (name.length < 3 || name.length > 200) faults.push({ field: 'name', ...t.needName })
  if (typeof colours === 'number')
    faults.push({ field: 'colours', vi: t.badColours.vi(colours), en: t.badColours.en(colours) })
  const alt = one(values, 'alt').slice(0, 300)
  if (kind !== 'colours' && alt === '') faults.push({ field: 'alt', ...t.needAlt })
  if (!kind || typeof colours === 'number' || faults.length > 0) return { ok: false, faults }
  const use = one(values, 'use').slice(0, 4_000)
  return { ok: true, value: { kind, name, use, alt, colours, isPublic: one(values, 'isPublic') === '1' } }
}

export function partValues(p: Part): FormValues {
  return {
    ...{ kind: p.kind, name: p.name, use: p.use, alt: p.alt, isPublic: p.isPublic ? '1' : '' },
    colours: p.colours.map((c) => [c.name, c.hex, c.use].filter(Boolean).join(' | ')).join('\n'),
    revision: String(p.revision),
  }
}
