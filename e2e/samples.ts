import type { Db } from '../src/lib/db/db.ts'
import type { BulkPreview } from '../src/modules/assignments/bulk.ts'
import {
  type PublicationKind,
  publicationKinds,
  type Snapshot,
} from '../src/modules/publishing/publication.ts'
import { publish } from '../src/modules/publishing/publishing.ts'
import { comparePeriod } from '../src/modules/reporting/rollup/likenesses.ts'

/**
 * Things of the demonstration that pages are about: by the word before `:id` in the address (`plans`), by the name
 * of another parameter (`taskId`), or by a whole route and its parameter, where only some things have that page.
 */
export async function samplesOf(db: Db): Promise<Record<string, number | string>> {
  const unit = await idOf(
    db
      .selectFrom('organisations.unit_version')
      .select('unit_id as id')
      .where('name', '=', 'UBND phường Chung An'),
  )
  const plan = await idOf(db.selectFrom('plans.plan').select('id').where('number', '=', '25/KH-UBND'))
  const draft = await idOf(db.selectFrom('plans.plan').select('id').where('state', '=', 'CONSULTING'))
  const draftTask = await idOf(db.selectFrom('plans.task').select('id').where('plan_id', '=', draft))
  const reading = await idOf(db.selectFrom('plans.reading').select('id').where('plan_id', '=', plan))
  const activity = await db
    .selectFrom('assignments.activity as a')
    .innerJoin('assignments.activity_assignment as s', 's.activity_id', 'a.id')
    .select(['a.id', 's.assignment_id'])
    .where('a.unit_id', '=', unit)
    .executeTakeFirst()
  const template = await idOf(
    db.selectFrom('reporting.template').select('id').where('code', '=', 'communication'),
  )
  const gathering = await idOf(
    db
      .selectFrom('reporting.report as r')
      .innerJoin('reporting.obligation as part', 'part.parent_id', 'r.obligation_id')
      .select('r.id')
      .where('r.state', '=', 'draft'),
  )
  const person = await db
    .selectFrom('publishing.zalo_person')
    .select(['id', 'channel_id as channelId'])
    .orderBy('id')
    .executeTakeFirst()
  return {
    accounts: await idOf(db.selectFrom('accounts.account').select('id').orderBy('id')),
    brand: await idOf(db.selectFrom('brand.kit').select('id').where('is_public', '=', true)),
    '/site/topics/:code code': 'procedures',
    part: await idOf(db.selectFrom('brand.part').select('id').orderBy('id')),
    units: unit,
    groups: await idOf(db.selectFrom('organisations.unit_group').select('id').orderBy('id')),
    plans: plan,
    announcements: await idOf(db.selectFrom('procedures.announcement').select('id').orderBy('id')),
    postings: await idOf(
      db.selectFrom('procedures.posting').select('id').where('photo_file_id', 'is not', null),
    ),
    newsletters: await idOf(db.selectFrom('publishing.newsletter').select('id').orderBy('id')),
    polls: await idOf(db.selectFrom('publishing.poll').select('id').orderBy('id')),
    'legal-documents': await idOf(db.selectFrom('legal.document').select('id').orderBy('id')),
    '/plans/:id/editor id': draft,
    '/plans/:id/tasks/:taskId id': draft,
    taskId: draftTask,
    'planning-campaigns': await idOf(db.selectFrom('plans.campaign').select('id').orderBy('id')),
    'plan-readings': reading,
    assignments: activity?.assignment_id ?? 0,
    activities: activity?.id ?? 0,
    obstacles: await idOf(db.selectFrom('assignments.obstacle').select('id').orderBy('id')),
    '/reporting/letters/:id id': await idOf(
      db.selectFrom('reporting.chasing_letter').select('id').orderBy('id'),
    ),
    '/reporting/duties/:id/one-off id': await idOf(
      db.selectFrom('reporting.duty').select('id').where('period_kind', '=', 'once'),
    ),
    duties: await idOf(db.selectFrom('reporting.duty').select('id').orderBy('id')),
    cutoffs: await idOf(db.selectFrom('reporting.cutoff_set').select('id').orderBy('id')),
    obligations: await idOf(db.selectFrom('reporting.obligation').select('id').orderBy('id')),
    letters: await idOf(db.selectFrom('assignments.letter').select('id').orderBy('id')),
    '/channels/:id/conversations id': person?.channelId ?? 0,
    '/channels/:id/conversations/:personId id': person?.channelId ?? 0,
    personId: person?.id ?? 0,
    channels: await idOf(db.selectFrom('publishing.channel').select('id').orderBy('id')),
    messages: await idOf(db.selectFrom('publishing.message').select('id').where('state', '=', 'unsure')),
    items: await idOf(db.selectFrom('editorial.item').select('id').orderBy('id')),
    events: await idOf(db.selectFrom('editorial.event').select('id').orderBy('id')),
    columns: await idOf(
      db.selectFrom('editorial.column_plan').select('column_id as id').orderBy('column_id'),
    ),
    press: await idOf(db.selectFrom('editorial.press_entry').select('id').orderBy('id')),
    dialogues: await idOf(
      db.selectFrom('feedback.question').select('dialogue_id as id').where('answered_at', 'is', null),
    ),
    questionId: await idOf(db.selectFrom('feedback.question').select('id').where('answered_at', 'is', null)),
    'public-dialogues': await idOf(
      db.selectFrom('feedback.dialogue').select('id').where('published_at', 'is not', null),
    ),
    'handled-feedback': await idOf(
      db.selectFrom('feedback.result').select('id').where('state', '=', 'waiting').orderBy('id'),
    ),
    'feedback-results': await idOf(
      db.selectFrom('feedback.result').select('id').where('state', '=', 'published').orderBy('id'),
    ),
    contacts: await idOf(db.selectFrom('feedback.contact').select('id').where('answered_at', 'is', null)),
    models: await idOf(db.selectFrom('editorial.adoption').select('model_id as id').orderBy('id')),
    shortcomings: await idOf(
      db.selectFrom('editorial.shortcoming').select('id').where('done_day', 'is', null).orderBy('id'),
    ),
    initiatives: await idOf(
      db
        .selectFrom('initiatives.initiative')
        .select('id')
        .where('published_at', 'is not', null)
        .orderBy('id'),
    ),
    'initiative-register': await idOf(
      db.selectFrom('initiatives.initiative').select('id').where('state', '=', 'screening').orderBy('id'),
    ),
    calls: await idOf(db.selectFrom('initiatives.call').select('id').orderBy('id')),
    collaborators: await leadsOwnCollaborator(db),
    monitoring: await idOf(
      db.selectFrom('editorial.monitoring_note').select('id').where('answer_day', 'is', null).orderBy('id'),
    ),
    outlets: await idOf(db.selectFrom('editorial.outlet').select('id').orderBy('id')),
    orientations: await idOf(db.selectFrom('editorial.orientation').select('id').orderBy('id')),
    '/desk/items/:id/edit id': await idOf(
      db.selectFrom('editorial.item').select('id').where('state', '=', 'draft').orderBy('id'),
    ),
    ...(await variantSample(db)),
    'bulk-updates': await bulkUpdate(db, plan),
    // Corrected after it was accepted: has versions to compare.
    reports: await idOf(
      db
        .selectFrom('reporting.report')
        .select('id')
        .orderBy('latest_number', 'desc')
        .orderBy('accepted_at')
        .where('accepted_at', 'is not', null),
    ),
    ...Object.fromEntries(
      ['/reports/:id/consolidation', '/reports/:id/consolidation/:section'].map((route) => [
        `${route} id`,
        gathering,
      ]),
    ),
    number: 2,
    templates: template,
    '/reporting/templates/:id/sections/:code/edit code': 'budget',
    '/reporting/templates/:id/sections/:code/figures/new code': 'budget',
    '/reporting/templates/:id/sections/:code/table code': 'themes',
    '/reporting/templates/:id/sections/:code/columns/new code': 'themes',
    '/reporting/templates/:id/sections/:code/columns/:figure/edit code': 'themes',
    '/reporting/templates/:id/sections/:code/columns/:figure/edit figure': 'theme_activities',
    '/reporting/templates/:id/sections/:code/figures/:figure/edit code': 'budget',
    figure: 'budget_spent',
    '/reports/:id/figures/:code code': 'people',
    '/reports/:id/consolidation/:section section': 'next',
    '/reports/:id/figures/:code/sources code': 'people',
    likeness: await likeness(db),
    jobs: await deadJob(db),
    ...(await printedSamples(db)),
    ...(await scoringSamples(db)),
    ...(await portalSamples(db)),
  }
}

/** A text for a channel that can still be written. */
async function variantSample(db: Db): Promise<Record<string, number>> {
  const variant = await db
    .selectFrom('editorial.variant as v')
    .innerJoin('editorial.item as i', (j) =>
      j.onRef('i.province_id', '=', 'v.province_id').onRef('i.id', '=', 'v.item_id'),
    )
    .select(['v.item_id as itemId', 'v.channel_id as channelId'])
    .where('i.state', '=', 'draft')
    .orderBy('v.channel_id')
    .executeTakeFirst()
  return {
    '/desk/items/:id/channels id': variant?.itemId ?? 0,
    '/desk/items/:id/channels/:channelId id': variant?.itemId ?? 0,
    channelId: variant?.channelId ?? 0,
  }
}

/** Of each kind of thing on the portal one, and one that has an older version. */
async function portalSamples(db: Db): Promise<Record<string, string>> {
  const slugs = await db
    .selectFrom('publishing.publication')
    .select(['kind', 'slug'])
    .where('state', '=', 'live')
    .where('language', '=', 'vi')
    .orderBy('lead_image_id')
    .execute()
  const one = (kind: string) => slugs.find((s) => s.kind === kind)?.slug ?? ''
  const column = await db.selectFrom('publishing.column').select('slug').executeTakeFirst()
  const changed = await changedOnce(db)
  return {
    '/articles/:slug slug': one('article'),
    '/directing-documents/:slug slug': one('directing_document'),
    '/exemplars/:slug slug': one('exemplar'),
    '/index-results/:slug slug': one('index_result'),
    '/events/:slug slug': one('event'),
    ...Object.fromEntries(
      ['articles', 'directing-documents', 'exemplars', 'index-results', 'events'].flatMap((path) => [
        [`/${path}/:slug/versions/:number slug`, changed[path] ?? ''],
        [`/${path}/:slug/versions/:number number`, '1'],
      ]),
    ),
    '/columns/:slug slug': column?.slug ?? '',
    '/topics/:code code': 'procedures',
  }
}

/** One publication under each path, published a second time with another lead; slugs by path. */
async function changedOnce(db: Db): Promise<Record<string, string>> {
  const versions = await db
    .selectFrom('publishing.publication_version as v')
    .innerJoin('publishing.publication as p', 'p.id', 'v.publication_id')
    .select(['p.kind', 'p.slug', 'v.snapshot'])
    .where('p.state', '=', 'live')
    .where('p.version', '=', 1)
    .where('p.language', '=', 'vi')
    .orderBy('p.id')
    .execute()
  const by = { provinceId: 1, accountId: null, name: 'Chung Tay' }
  const found: Record<string, string> = {}
  for (const { kind, slug, snapshot } of versions) {
    const { path } = publicationKinds[kind as PublicationKind]
    if (found[path]) continue
    found[path] = slug
    const newer = { ...(snapshot as Snapshot), lead: 'Bản mới, đã sửa lời dẫn.' }
    await db.transaction().execute((tx) => publish(tx, by, newer, new Date()))
  }
  return found
}

/** A text with figures and codes, its leaflet, a script and a package; a sheet of figures with a fault, which nobody sends. */
async function printedSamples(db: Db): Promise<Record<string, number>> {
  const file = await idOf(db.selectFrom('files.file').select('id').where('province_id', '=', 1).orderBy('id'))
  const read = {
    figures: [],
    faults: [{ line: 3, vi: 'Dòng 3: không tìm thấy bài.', en: 'Line 3: no such text.' }],
  }
  const by = await idOf(db.selectFrom('accounts.account').select('id').where('name', '=', 'Nguyễn Minh Tâm'))
  const held = db.insertInto('publishing.reach_import').values({
    ...{ province_id: 1, file_id: file, file_name: 'so-lieu.xlsx', content: JSON.stringify(read) },
    ...{ by_account: by, by_name: 'Nguyễn Minh Tâm', at: new Date() },
  })
  const stands = db.insertInto('publishing.standing_import').values({
    ...{ province_id: 1, file_name: 'noi-dat.xlsx', by_account: by, at: new Date() },
    content: JSON.stringify({ rows: [], faults: read.faults }),
  })
  const results = db.insertInto('feedback.held_import').values({
    ...{ province_id: 1, file_name: 'ket-qua.xlsx', by_account: by, at: new Date() },
    content: JSON.stringify({ rows: [], faults: read.faults }),
  })
  const rates = db.insertInto('procedures.rate_import').values({
    ...{ province_id: 1, file_name: 'ty-le.xlsx', by_account: by, at: new Date() },
    content: JSON.stringify({ rows: [], faults: read.faults }),
  })
  const product = db.selectFrom('publishing.print_product').orderBy('id')
  return {
    reach: await idOf(
      product
        .where('publication_id', 'is not', null)
        .select((e) => e.ref('publication_id').$notNull().as('id')),
    ),
    imports: file ? await idOf(held.returning('id')) : 0,
    printed: await idOf(product.select('id')),
    standing: await idOf(db.selectFrom('publishing.standing').select('id').orderBy('id')),
    library: await idOf(db.selectFrom('publishing.library_set').select('id').orderBy('id')),
    '/procedure-rates/imports/:id id': await idOf(rates.returning('id')),
    '/printed/standing/imports/:id id': await idOf(stands.returning('id')),
    importId: await idOf(results.returning('id')),
    scripts: await idOf(db.selectFrom('publishing.radio_script').select('id').orderBy('id')),
    packages: await idOf(db.selectFrom('publishing.loudspeaker_package').select('id').orderBy('id')),
  }
}

/** Of this year's campaign of communes; an appraisal that is under way; a table with faults, which nobody sends. */
async function scoringSamples(db: Db): Promise<Record<string, number>> {
  const campaigns = await idOf(
    db.selectFrom('scoring.campaign').select('id').where('published_at', 'is', null).orderBy('id'),
  )
  const sheets = db
    .selectFrom('scoring.sheet')
    .select('id')
    .where('campaign_id', '=', campaigns)
    .orderBy('id')
  const content = {
    head: {
      setCode: 'thu',
      setName: 'Bộ thử',
      year: 2026,
      source: 'Công văn số 1',
      note: '',
      unverified: true,
    },
    table: null,
    faults: [{ line: 4, vi: 'Thiếu nội dung tiêu chí.', en: 'The words of the criterion are missing.' }],
  }
  const held = db.insertInto('scoring.criteria_import').values({
    province_id: 1,
    file_name: 'bang.xlsx',
    uploaded_at: new Date(),
    uploaded_by: 1,
    uploaded_by_name: 'Nguyễn Minh Tâm',
    content: JSON.stringify(content),
  })
  return {
    campaigns,
    criteria: await idOf(db.selectFrom('scoring.criteria_version').select('id').orderBy('id')),
    'criteria-imports': await idOf(held.returning('id')),
    'score-sheets': await idOf(sheets.where('state', '=', 'self_scoring')),
    '/score-sheets/:id/appraisal id': await idOf(sheets.where('state', '=', 'self_locked')),
  }
}

async function idOf(query: { executeTakeFirst: () => Promise<{ id: number } | undefined> }): Promise<number> {
  return (await query.executeTakeFirst())?.id ?? 0
}

/** Reports are compared at night; the demonstration has had none. */
async function likeness(db: Db): Promise<number> {
  const last = await db
    .selectFrom('reporting.obligation as o')
    .innerJoin('reporting.report as r', 'r.obligation_id', 'o.id')
    .select(['o.province_id', 'o.period'])
    .where('r.submitted_day', 'is not', null)
    .orderBy('o.due_day', 'desc')
    .executeTakeFirst()
  if (last)
    await db.transaction().execute((tx) => comparePeriod(tx, last.province_id, last.period, new Date()))
  return idOf(db.selectFrom('reporting.likeness').select('id').orderBy('id'))
}

/** A sheet of the lead with changes and faults in its preview: the demonstration sends none. */
async function bulkUpdate(db: Db, planId: number): Promise<number> {
  const leader = await db
    .selectFrom('accounts.account')
    .select(['id', 'name'])
    .where('name', '=', 'Nguyễn Minh Tâm')
    .executeTakeFirstOrThrow()
  const work = await db
    .selectFrom('assignments.assignment as a')
    .innerJoin('plans.task as t', 't.id', 'a.task_id')
    .select(['a.id', 't.content', 'a.due_day'])
    .where('a.plan_id', '=', planId)
    .limit(12)
    .execute()
  const preview: BulkPreview = {
    changes: work.map((w, i) => ({
      line: i + 2,
      id: w.id,
      content: w.content,
      unitName: 'Ban Quản lý Khu kinh tế và các khu công nghiệp tỉnh',
      from: { state: 'acknowledged', progress: 0, dueDay: w.due_day },
      state: 'in_progress',
      progress: 10 * (i % 10),
      ...(i % 3 === 0 ? { note: 'Đã liên hệ với các xã, thống nhất lịch phát thanh trong quý IV.' } : {}),
    })),
    faults: [
      {
        line: 20,
        vi: 'Trạng thái “Xong rồi” không có. Dùng một trong: Mới giao, Đã tiếp nhận, Đang thực hiện, Chờ kiểm tra, Đã xác nhận, Bị trả lại.',
        en: 'There is no state “Xong rồi”.',
      },
      { line: 31, vi: 'Mã việc 12 xuất hiện hai lần.', en: 'The code 12 stands twice.' },
    ],
    same: 143,
  }
  const actor = {
    provinceId: 1,
    accountId: leader.id,
    name: leader.name,
    locale: 'vi',
    grants: [],
    reach: 'province',
  }
  return idOf(
    db
      .insertInto('assignments.bulk_update')
      .values({
        province_id: 1,
        plan_id: planId,
        file_id: 1,
        file_name: 'Nhiệm vụ quý IV đã cập nhật (Sở Nội vụ).xlsx',
        uploaded_at: new Date(),
        uploaded_by: leader.id,
        actor: JSON.stringify(actor),
        state: 'preview',
        preview: JSON.stringify(preview),
        rows_total: 157,
      })
      .returning('id'),
  )
}

function deadJob(db: Db): Promise<number> {
  return idOf(
    db
      .insertInto('jobs.job')
      .values({
        province_id: 1,
        name: 'mail.send',
        payload: JSON.stringify({}),
        state: 'dead',
        attempts: 12,
        last_error: 'Error: connect ECONNREFUSED 10.0.0.25:587',
        finished_at: new Date(),
      })
      .returning('id'),
  )
}

/** The list of the unit at which the walk's lead works: nobody else opens it. */
async function leadsOwnCollaborator(db: Db): Promise<number> {
  const lead = db.selectFrom('accounts.role_grant').select('unit_id').where('role', '=', 'province_lead')
  return idOf(db.selectFrom('editorial.collaborator').select('id').where('unit_id', 'in', lead).orderBy('id'))
}
