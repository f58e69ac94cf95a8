import type { Locale } from '../../../lib/actor.ts'
import { type Fault, notFound, Refusal } from '../../../lib/errors.ts'
import { type FormValues, readForm } from '../../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../../lib/http/route.ts'
import { wordDiff } from '../../../lib/text/word-diff.ts'
import { officePage, redirect } from '../../../ui/answer.tsx'
import { parseFigure } from '../../assignments/activity.ts'
import { catalogueOf } from '../../plans/plans.ts'
import { figureValue, reportAddress } from '../report.ts'
import type { ActivityFilter, FigureDefinition } from '../template.ts'
import { meets, rowsOf } from './computing.ts'
import { type VersionContent, versionContent } from './content.ts'
import { judge } from './life.ts'
import { reportSeenBy } from './opening.ts'
import { setFigures } from './overriding.ts'
import { shownNumber } from './pages/numbers.ts'
import type { SectionChange } from './pages/versions-page.tsx'
import { changesView, figureView, versionsView, versionView } from './pages/views.tsx'
import { figureIn } from './parts.ts'
import { headOf, periodWords, versionToShow } from './showing.ts'
import { selectSources } from './sources.sql.ts'
import { measureWords } from './standing.texts.ts'
import { selectVersions } from './versions.sql.ts'
import { good, inTransaction, reportIdOf } from './writing.office.ts'
import { canWrite } from './writing.policy.ts'
import { texts } from './writing.texts.ts'

const writers = ['agency_officer', 'agency_head', 'province_lead'] as const
const at = '/reports/:id{[0-9]+}'

export const reportReadingRoutes: readonly Route[] = [
  { method: 'GET', path: `${at}/versions`, who: 'signedIn', handle: versions },
  { method: 'GET', path: `${at}/versions/:number{[0-9]+}`, who: 'signedIn', handle: version },
  { method: 'GET', path: `${at}/versions/:number{[0-9]+}/changes`, who: 'signedIn', handle: changes },
  { method: 'GET', path: `${at}/figures/:code`, who: 'signedIn', handle: (c) => figure(c) },
  { method: 'POST', path: `${at}/figures/:code`, who: writers, handle: override },
]

async function seen(c: Request) {
  const actor = actorOf(c)
  const file = await reportSeenBy(c.get('db'), actor, reportIdOf(c), c.get('now'))
  const all = await selectVersions(c.get('db'), actor.provinceId, file.report.id)
  // Drafts are for those who write them; everybody else reads what was handed in.
  const mayWrite = canWrite(actor, file.obligation.unitId)
  return { file, mayWrite, versions: all.filter((v) => mayWrite || v.state !== 'working') }
}

async function contentOf(c: Request, list: readonly { id: number; number: number }[], number: number) {
  const found = list.find((v) => v.number === number)
  if (!found) throw notFound()
  return versionContent(c.get('db'), actorOf(c).provinceId, found.id)
}

function crumbsOf(c: Request, title: string) {
  return [
    { href: '/my-reports', label: texts.myReports[c.get('locale')] },
    { href: reportAddress(reportIdOf(c)), label: title },
  ]
}

async function versions(c: Request): Promise<Response> {
  const { file, mayWrite, versions: list } = await seen(c)
  const { id } = await versionToShow(c.get('db'), file, mayWrite)
  const { definition } = await versionContent(c.get('db'), file.provinceId, id)
  const head = await headOf(c.get('db'), file, definition, c.get('now'))
  const title = head.title[c.get('locale')]
  return officePage(
    c,
    { title: `${texts.versions[c.get('locale')]}: ${title}`, crumbs: crumbsOf(c, title) },
    versionsView({ head, versions: list }),
  )
}

async function version(c: Request): Promise<Response> {
  const { file, versions: list } = await seen(c)
  const content = await contentOf(c, list, Number(c.req.param('number')))
  const head = await headOf(c.get('db'), file, content.definition, c.get('now'))
  const title = head.title[c.get('locale')]
  return officePage(c, { title, crumbs: crumbsOf(c, title) }, versionView({ head, content }))
}

async function changes(c: Request): Promise<Response> {
  const { file, versions: list } = await seen(c)
  const number = Number(c.req.param('number'))
  const content = await contentOf(c, list, number)
  const before = await contentOf(c, list, number - 1)
  const head = await headOf(c.get('db'), file, content.definition, c.get('now'))
  const title = head.title[c.get('locale')]
  const view = {
    head,
    content,
    earlier: number - 1,
    changes: changesBetween(before, content, c.get('locale')),
  }
  return officePage(c, { title, crumbs: crumbsOf(c, title) }, changesView(view))
}

function changesBetween(before: VersionContent, after: VersionContent, locale: Locale): SectionChange[] {
  return after.sections.map((now): SectionChange => {
    const was = before.sections.find((s) => s.definition.code === now.definition.code)
    const [a, b] = [was?.narrative?.text ?? '', now.narrative?.text ?? '']
    const cells = (s: typeof was) =>
      new Map(
        [...(s?.figures ?? []), ...(s?.rows.flatMap((r) => r.values) ?? [])].map((f) => [
          `${f.figureCode} ${f.rowCode}`,
          figureValue(f),
        ]),
      )
    const [old, current] = [cells(was), cells(now)]
    const moved = [...new Set([...old.keys(), ...current.keys()])].filter(
      (key) => (old.get(key) ?? null) !== (current.get(key) ?? null),
    )
    return {
      code: now.definition.code,
      ...{ before: a, after: b },
      spans: a === b ? [] : wordDiff(a, b),
      figures: moved.map((key) => ({
        label: labelOf(now, key, locale),
        before: shownNumber(old.get(key) ?? null) ?? '–',
        after: shownNumber(current.get(key) ?? null) ?? '–',
      })),
    }
  })
}

function labelOf(section: VersionContent['sections'][number], key: string, locale: Locale): string {
  const [code, rowCode] = key.split(' ')
  const all = [...section.definition.figures, ...(section.definition.table?.columns ?? [])]
  const name = all.find((f) => f.code === code)?.label[locale] ?? code ?? ''
  const row = section.rows.find((r) => r.code === rowCode)?.label[locale] ?? rowCode
  return row ? `${row}: ${name}` : name
}

async function figure(
  c: Request,
  kept?: { values: FormValues; faults: readonly Fault[] },
): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const { file, mayWrite } = await seen(c)
  const { id, isWorking } = await versionToShow(db, file, mayWrite)
  const content = await versionContent(db, actor.provinceId, id)
  const found = figureIn(content.definition, c.req.param('code') ?? '')
  const section = content.sections.find((s) =>
    [...s.definition.figures, ...(s.definition.table?.columns ?? [])].includes(found),
  )
  const rowCode = String(kept?.values['row'] ?? c.req.query('row') ?? '')
  const lists = await catalogueOf(db, actor.provinceId)
  const row =
    section?.definition.table && rowsOf(section.definition.table, lists).find((r) => r.code === rowCode)
  const isColumn = !section?.definition.figures.includes(found)
  if (!section || (isColumn && !row)) throw notFound()
  const values = [...section.figures, ...section.rows.flatMap((r) => r.values)]
  const none = { computed: null, manual: null, reason: null, revision: 0, changedByName: null }
  const value = values.find((f) => f.figureCode === found.code && f.rowCode === (isColumn ? rowCode : ''))
  const head = await headOf(db, file, content.definition, c.get('now'))
  const title = found.label[c.get('locale')]
  const { sourceIds } = await judge(db, file, content, null)
  const filters = [
    ...(found.source.kind === 'activities' ? [found.source.where] : []),
    ...(row ? [row.where] : []),
  ]
  const activities =
    found.source.kind === 'activities' ? await selectSources(db, actor.provinceId, sourceIds) : []
  const view = {
    head,
    figure: found,
    rowLabel: row ? row.label : null,
    rowCode: isColumn ? rowCode : '',
    sectionCode: section.definition.code,
    value: value ?? { figureCode: found.code, rowCode, ...none },
    how: howOf(found, filters, lists),
    activities: activities
      .filter((a) => filters.every((f) => meets(f, [a.formCode], a.themeCodes, a.audienceCodes)))
      .toReversed(),
    mayChange: isWorking && mayWrite && found.source.kind !== 'formula',
    kept,
  }
  const crumbs = crumbsOf(c, periodWords(file.obligation.period)[c.get('locale')])
  return officePage(c, { title, crumbs, status: kept ? 422 : 200 }, figureView(view))
}

type Lists = Awaited<ReturnType<typeof catalogueOf>>

/** How a figure is computed, in words. */
function howOf(
  f: FigureDefinition,
  filters: readonly ActivityFilter[],
  lists: Lists,
): { vi: string; en: string } {
  const { source } = f
  if (source.kind === 'manual') return texts.fromPeople
  if (source.kind === 'work') return texts.fromWork
  if (source.kind === 'formula')
    return { vi: texts.fromFormula.vi(source.expression), en: texts.fromFormula.en(source.expression) }
  const say = (locale: Locale) => {
    const parts = [texts.fromActivities[locale](measureWords[source.measure][locale])]
    for (const filter of filters) {
      const named = (
        codes: readonly string[] | undefined,
        of: readonly { code: string; vi: string; en: string }[],
      ) => (codes ?? []).map((code) => of.find((x) => x.code === code)?.[locale] ?? code).join(', ')
      if (filter.forms?.length) parts.push(`${texts.onlyForms[locale]}: ${named(filter.forms, lists.forms)}`)
      if (filter.themes?.length)
        parts.push(`${texts.onlyThemes[locale]}: ${named(filter.themes, lists.themes)}`)
      if (filter.audiences?.length)
        parts.push(`${texts.onlyAudiences[locale]}: ${named(filter.audiences, lists.audiences)}`)
    }
    return parts.join('; ')
  }
  return { vi: say('vi'), en: say('en') }
}

async function override(c: Request): Promise<Response> {
  const values = await readForm(c)
  const text = String(values['value'] ?? '')
  const value = text === '' ? null : parseFigure(text)
  if (text !== '' && value === null)
    return figure(c, { values, faults: [{ field: 'value', ...texts.wrongNumber }] })
  const input = {
    figureCode: c.req.param('code') ?? '',
    rowCode: String(values['row'] ?? ''),
    value,
    reason: value === null ? null : String(values['reason'] ?? '').slice(0, 500) || null,
    revision: Number(values['revision']) || 0,
  }
  try {
    await inTransaction(c, (tx) => setFigures(tx, actorOf(c), reportIdOf(c), [input], c.get('now')))
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.kind === 'invalid')
      return figure(c, { values, faults: refusal.faults })
    throw refusal
  }
  return redirect(c, reportAddress(reportIdOf(c)), good('figuresSaved'))
}
