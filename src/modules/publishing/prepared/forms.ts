import type { Actor } from '../../../lib/actor.ts'
import type { DbOrTx, Tx } from '../../../lib/db/db.ts'
import { defaultRate } from '../../../lib/text/spoken/reading-time.ts'
import { type Script, selectScriptsOf } from '../broadcast/broadcast.sql.ts'
import { makeScript } from '../broadcast/broadcast.ts'
import { selectPackagesWith } from '../broadcast/packages.sql.ts'
import { makePackage } from '../broadcast/packages.ts'
import type { PackageSpan } from '../broadcast/span.ts'
import { findSpeech } from '../broadcast/speech.ts'
import { isPrintKind, type PrintKind, printKinds } from '../printed/print-kind.ts'
import { type Product, selectProductsOf } from '../printed/printed.sql.ts'
import { makeProduct } from '../printed/printed.ts'
import { type Prepared, selectPreparedOf } from './prepared.sql.ts'
import type { MadeOf } from './prepared.ts'
import { isOldText, type Readiness, readinessOf, slowestOf } from './readiness.ts'

/** A form in which a text leaves on paper or by loudspeaker. */
export type FormKind = 'radio_script' | 'loudspeaker' | PrintKind

export const formKinds: Record<FormKind, { vi: string; en: string }> = {
  radio_script: { vi: 'Kịch bản phát thanh', en: 'Radio script' },
  loudspeaker: { vi: 'Gói truyền thanh cơ sở', en: 'Loudspeaker package' },
  ...printKinds,
}

/** A line about each, for choosing. */
export function formAbout(form: FormKind): { vi: string; en: string } {
  if (isPrintKind(form)) return { vi: printKinds[form].aboutVi, en: printKinds[form].aboutEn }
  return form === 'radio_script'
    ? {
        vi: 'Hai giọng đọc, thời lượng theo tốc độ đọc, PDF chữ to và Word; nghe thử bằng máy.',
        en: 'Two voices, timed by the rate of reading, in large print and for Word.',
      }
    : {
        vi: 'Kịch bản, bản thu, danh sách và lịch phát trong một tệp ZIP bàn giao cho xã.',
        en: 'Script, recording, playlist and calendar in one ZIP for the communes.',
      }
}

export function isFormKind(text: string): text is FormKind {
  return text === 'radio_script' || text === 'loudspeaker' || isPrintKind(text)
}

/** What stands in a script until somebody writes the name of the station into it. */
const anyStation = 'Đài truyền thanh cơ sở'
const usualSlot = 300

/** Makes each form of one text. A package takes the script that is there, else a new one; `span` is its days and hours. */
export async function makeForms(
  tx: Tx,
  actor: Actor,
  of: MadeOf,
  forms: readonly FormKind[],
  span: PackageSpan | null,
  now: Date,
): Promise<void> {
  let scriptId: number | undefined
  for (const form of forms) {
    if (isPrintKind(form)) await makeProduct(tx, actor, { ...of, kind: form }, now)
    else if (form === 'radio_script') scriptId = await newScript(tx, actor, of, now)
  }
  if (!forms.includes('loudspeaker') || !span) return
  const [script] = scriptId ? [] : await selectScriptsOf(tx, actor.provinceId, idsIn(of))
  scriptId ??= script?.id ?? (await newScript(tx, actor, of, now))
  await makePackage(tx, actor, { ...span, scriptIds: [scriptId] }, now)
}

function newScript(tx: Tx, actor: Actor, of: MadeOf, now: Date): Promise<number> {
  const pace = { station: anyStation, rate: defaultRate, slotSeconds: usualSlot }
  return makeScript(tx, actor, { ...of, ...pace }, now)
}

function idsIn(of: MadeOf) {
  return 'preparedId' in of
    ? { publicationId: null, preparedIds: [of.preparedId] }
    : { publicationId: of.publicationId, preparedIds: [] }
}

/** One thing that was made of a source's text, before that was public or after. */
export interface MadeForm {
  form: FormKind
  id: number
  href: string
  /** To look at without opening its page; null: there is none of that kind. */
  pdf: string | null
  picture: string | null
  audio: string | null
  madeAt: Date
  madeByName: string
  readiness: Readiness
  /** The approved text that it was made of; null: made of the publication. */
  preparedId: number | null
  number: number | null
  /** The version of the publication, once there is one. */
  version: number | null
  /** Readers have a newer text. */
  isOld: boolean
}

/** All that was made of a source's texts in a language, the newest first, and the texts it was made of. */
export async function formsMadeOf(
  db: DbOrTx,
  provinceId: number,
  of: { source: string; language: string; publicationId: number | null; version: number | null },
): Promise<{ made: MadeForm[]; prepared: Prepared[] }> {
  const prepared = await selectPreparedOf(db, provinceId, of.source, of.language)
  const ids = { publicationId: of.publicationId, preparedIds: prepared.map((p) => p.id) }
  const products = await selectProductsOf(db, provinceId, ids)
  const scripts = await selectScriptsOf(db, provinceId, ids)
  const speech = scripts.length > 0 && (await findSpeech()) !== null
  const packages = await selectPackagesWith(
    db,
    provinceId,
    scripts.map((s) => s.id),
  )
  const made = [
    ...products.map(ofProduct),
    ...scripts.map((s) => ofScript(s, of.version, speech)),
    ...packages.map((p) => {
      const own = scripts.filter((s) => p.items.some((i) => i.scriptId === s.id))
      const [first] = own.map((s) => ofScript(s, of.version, speech))
      const rest = { pdf: null, picture: null, audio: null, madeAt: p.madeAt, madeByName: p.madeByName }
      const readiness = slowestOf(own.map(readinessOf))
      const text = { preparedId: first?.preparedId ?? null, number: first?.number ?? null }
      return {
        ...{ form: 'loudspeaker' as const, id: p.id, href: `/broadcast/packages/${p.id}`, ...rest, ...text },
        ...{ readiness, version: first?.version ?? null, isOld: first?.isOld ?? false },
      }
    }),
  ]
  return { made: made.sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime() || b.id - a.id), prepared }
}

function ofProduct(p: Product): MadeForm {
  const href = `/printed/${p.id}`
  return {
    ...{ form: p.kind, id: p.id, href, pdf: `${href}/office.pdf`, picture: `${href}/preview.webp` },
    ...{ audio: null, ...textOf(p), isOld: isOldText(p) },
  }
}

function ofScript(s: Script, currentVersion: number | null, speech: boolean): MadeForm {
  const href = `/broadcast/scripts/${s.id}`
  const audio = s.audioId !== null ? `${href}/recording/file` : speech ? `${href}/speech.wav` : null
  return {
    ...{ form: 'radio_script', id: s.id, href, pdf: `${href}/script.pdf`, picture: null, audio },
    ...{ ...textOf(s), isOld: isOldText({ version: s.version, currentVersion }) },
  }
}

function textOf(p: Product | Script) {
  const { madeAt, madeByName, preparedId, version } = p
  return { madeAt, madeByName, readiness: readinessOf(p), preparedId, number: p.preparedNumber, version }
}
