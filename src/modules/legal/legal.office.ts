import { dayOf, parseDay } from '../../lib/calendar/day.ts'
import { type Fault, Refusal } from '../../lib/errors.ts'
import { type FormValues, readForm } from '../../lib/http/forms.ts'
import { actorOf, type Request, type Route } from '../../lib/http/route.ts'
import { officePage, redirect } from '../../ui/answer.tsx'
import { documentAddress, documentName } from './document.ts'
import { canKeepDocuments } from './legal.policy.ts'
import { texts } from './legal.texts.ts'
import { describeDocument, documentById, documentsWhere } from './legal.ts'
import { documentPage, documentsPage } from './pages/legal-pages.tsx'

const pageSize = 50

export const legalRoutes: readonly Route[] = [
  { method: 'GET', path: '/legal-documents', who: 'signedIn', handle: list },
  { method: 'GET', path: '/legal-documents/:id{[0-9]+}', who: 'signedIn', handle: (c) => show(c, null, []) },
  {
    method: 'POST',
    path: '/legal-documents/:id{[0-9]+}',
    who: ['province_lead', 'editor'],
    handle: describe,
  },
]

async function list(c: Request): Promise<Response> {
  const query = c.req.query()
  const page = Math.max(1, Number(query['page']) || 1)
  const filter = {
    words: query['words']?.normalize('NFC').trim() || undefined,
    type: query['type'] || undefined,
  }
  const { provinceId } = actorOf(c)
  const found = await documentsWhere(c.get('db'), provinceId, filter, pageSize, (page - 1) * pageSize)
  return officePage(
    c,
    { title: texts.documents[c.get('locale')] },
    documentsPage({
      ...found,
      page,
      pageSize,
      pageAddress: (n) => `/legal-documents?${new URLSearchParams({ ...query, page: String(n) })}`,
      values: query,
      today: dayOf(c.get('now')),
    }),
  )
}

async function show(c: Request, kept: FormValues | null, faults: readonly Fault[]): Promise<Response> {
  const { provinceId } = actorOf(c)
  const db = c.get('db')
  const document = await documentById(db, provinceId, Number(c.req.param('id')))
  const { documents } = await documentsWhere(db, provinceId, {}, 1000)
  const replacedBy =
    document.replacedById === null ? null : await documentById(db, provinceId, document.replacedById)
  const stored = {
    title: document.title ?? '',
    issued: document.issued ?? '',
    issuer: document.issuer ?? '',
    inForceFrom: document.inForceFrom ?? '',
    inForceTo: document.inForceTo ?? '',
    replacedById: String(document.replacedById ?? ''),
  }
  const locale = c.get('locale')
  return officePage(
    c,
    {
      title: documentName(document),
      crumbs: [
        { label: texts.documents[locale], href: '/legal-documents' },
        { label: documentName(document), href: documentAddress(document.id) },
      ],
      ...(faults.length > 0 ? { status: 422 as const } : {}),
    },
    documentPage({
      document,
      replacedBy,
      others: documents
        .filter((d) => d.id !== document.id)
        .map((d) => ({ value: String(d.id), label: documentName(d) })),
      mayKeep: canKeepDocuments(actorOf(c)),
      today: dayOf(c.get('now')),
      values: kept ?? stored,
      faults,
    }),
  )
}

async function describe(c: Request): Promise<Response> {
  const values = await readForm(c)
  const text = (name: string) => (typeof values[name] === 'string' && values[name] ? values[name] : null)
  const facts = {
    title: text('title'),
    issuer: text('issuer'),
    issued: parseDay(text('issued') ?? ''),
    inForceFrom: parseDay(text('inForceFrom') ?? ''),
    inForceTo: parseDay(text('inForceTo') ?? ''),
    replacedById: Number(text('replacedById')) || null,
  }
  const id = Number(c.req.param('id'))
  try {
    await c
      .get('db')
      .transaction()
      .execute((tx) => describeDocument(tx, actorOf(c), id, facts, c.get('now')))
    return redirect(c, documentAddress(id), texts.saved)
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.kind !== 'invalid') throw refusal
    return show(c, values, refusal.faults)
  }
}
