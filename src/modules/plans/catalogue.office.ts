import type { Tx } from '../../lib/db/db.ts'
import { type Fault, notFound, Refusal } from '../../lib/errors.ts'
import type { FormValues } from '../../lib/http/forms.ts'
import { actorOf, type MenuItem, type Request, type Route } from '../../lib/http/route.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { formOf, idOf, one } from './asking.ts'
import { countOnTasks } from './catalogue.sql.ts'
import { listWords, texts } from './catalogue.texts.ts'
import { catalogueOf } from './catalogue.ts'
import { CataloguePage, type Entry } from './pages/catalogue-page.tsx'
import { view } from './pages/view.tsx'
import { type CatalogueList, catalogueLists } from './plan.ts'
import { addLabel, changeLabel, keepsCatalogue, type LabelInput } from './plans.catalogue.ts'

const keepers = ['province_lead', 'administrator'] as const

export const catalogueRoutes: readonly Route[] = [
  { method: 'GET', path: '/catalogue', who: [...keepers, 'auditor'], handle: read },
  {
    method: 'POST',
    path: '/catalogue/:list',
    who: keepers,
    handle: (c) => write(c, null, (tx, list, input, now) => addLabel(tx, actorOf(c), list, input, now)),
  },
  {
    method: 'POST',
    path: '/catalogue/:list/:id{[0-9]+}',
    who: keepers,
    handle: (c) =>
      write(c, idOf(c), (tx, list, input, now) => changeLabel(tx, actorOf(c), list, idOf(c), input, now)),
  },
]

export const catalogueMenu: MenuItem = {
  label: texts.title,
  href: '/catalogue',
  icon: 'filter',
  who: [...keepers, 'auditor'],
}

function listNamed(name: string | undefined): CatalogueList | null {
  return catalogueLists.find((l) => l === name) ?? null
}

/** `?list=forms&entry=5`: the form below changes that entry. */
function read(c: Request): Promise<Response> {
  return show(c, listNamed(c.req.query('list')) ?? 'themes', Number(c.req.query('entry')) || null, {}, [])
}

async function show(
  c: Request,
  list: CatalogueList,
  entryId: number | null,
  values: FormValues,
  faults: readonly Fault[],
): Promise<Response> {
  const actor = actorOf(c)
  const db = c.get('db')
  const entries: readonly Entry[] = (await catalogueOf(db, actor.provinceId))[list]
  const chosen = entryId === null ? null : entries.find((l) => l.id === entryId)
  if (chosen === undefined) throw notFound()
  const stored = chosen
    ? {
        ...{ vi: chosen.vi, en: chosen.en, online: chosen.online ? '1' : '0' },
        ...{ active: chosen.active ? '1' : '0', parentId: String(chosen.parentId ?? '') },
        priority: chosen.priority ? '1' : '0',
      }
    : { online: '0', priority: '0' }
  return officePage(
    c,
    {
      title: `${texts.title[c.get('locale')]}: ${listWords[list].title[c.get('locale')]}`,
      ...(faults.length > 0 ? { status: 422 as const } : {}),
    },
    view(CataloguePage, {
      ...{ list, entries, chosen, faults },
      onTasks: await countOnTasks(db, actor.provinceId, list),
      values: { ...stored, ...values },
      mayKeep: keepsCatalogue(actor),
    }),
  )
}

type Verb = (
  tx: Tx,
  list: CatalogueList,
  input: LabelInput & { active: boolean },
  now: Date,
) => Promise<unknown>

async function write(c: Request, entryId: number | null, verb: Verb): Promise<Response> {
  const list = listNamed(c.req.param('list'))
  if (!list) throw notFound()
  const v = await formOf(c)
  const input = {
    ...{ vi: one(v, 'vi'), en: one(v, 'en') },
    ...{ online: one(v, 'online') === '1', active: one(v, 'active') !== '0' },
    ...{ parentId: Number(one(v, 'parentId')) || null, priority: one(v, 'priority') === '1' },
  }
  try {
    await c
      .get('db')
      .transaction()
      .execute((tx) => verb(tx, list, input, c.get('now')))
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal
    return show(c, list, entryId, v, refusal.faults)
  }
  return redirect(c, `/catalogue?list=${list}`, entryId === null ? texts.added : texts.saved)
}
