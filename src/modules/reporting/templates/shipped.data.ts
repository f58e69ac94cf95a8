import type { z } from 'zod'
import type { Template, templateDefinition } from '../template.ts'

type Definition = z.input<typeof templateDefinition>
type Section = Definition['sections'][number]
type Figure = NonNullable<Section['figures']>[number]
type Words = { vi: string; en: string }
type Where = { forms?: string[]; themes?: string[]; audiences?: string[] }
type Measure = 'count' | 'quantity' | 'copies' | 'people' | 'minutes' | 'views' | 'evidence'

const w = (vi: string, en: string): Words => ({ vi, en })

function counted(
  code: string,
  label: Words,
  unit: Words | null,
  measure: Measure,
  where: Where = {},
): Figure {
  return {
    ...{ code, label, unit, required: true, rollUp: 'sum' },
    source: { kind: 'activities', measure, where },
  }
}

function work(code: string, label: Words, measure: 'planned' | 'done' | 'done_in_time'): Figure {
  const unit = w('nhiệm vụ', 'tasks')
  return { code, label, unit, required: true, rollUp: 'sum', source: { kind: 'work', measure } }
}

function share(code: string, label: Words, expression: string): Figure {
  const checks = [{ kind: 'at_most', value: 100, severity: 'error' }] as const
  return {
    ...{
      code,
      label,
      unit: w('%', '%'),
      required: false,
      rollUp: 'recompute',
      decimals: 1,
      checks: [...checks],
    },
    source: { kind: 'formula', expression },
  }
}

function typed(code: string, label: Words, unit: Words, decimals = 0): Figure {
  const checks = [{ kind: 'at_least', value: 0, severity: 'error' }] as const
  return {
    ...{ code, label, unit, required: false, rollUp: 'sum', decimals, checks: [...checks] },
    source: { kind: 'manual' },
  }
}

const activities = w('hoạt động', 'activities')
const people = w('lượt người', 'people')
const views = w('lượt xem', 'views')
const products = w('sản phẩm', 'products')

const workFigures: Figure[] = [
  work('planned', w('Nhiệm vụ đến hạn trong kỳ', 'Tasks due in the period'), 'planned'),
  {
    ...work('done', w('Nhiệm vụ đã hoàn thành', 'Tasks done'), 'done'),
    checks: [{ kind: 'compare', operator: '<=', figure: 'planned', severity: 'error' }],
  },
  {
    ...work('done_in_time', w('Hoàn thành đúng hạn', 'Done in time'), 'done_in_time'),
    checks: [{ kind: 'compare', operator: '<=', figure: 'done', severity: 'error' }],
  },
  share('done_share', w('Tỷ lệ hoàn thành', 'Share done'), 'done / planned * 100'),
]

const byForm: Section['table'] = {
  code: 'by_form',
  title: w('Kết quả tuyên truyền theo hình thức', 'Results by form of communication'),
  rows: { kind: 'forms' },
  columns: [
    { ...work('form_planned', w('Kế hoạch', 'Planned'), 'planned'), unit: null },
    { ...work('form_done', w('Đã thực hiện', 'Done'), 'done'), unit: null },
    share('form_share', w('Tỷ lệ (%)', 'Share (%)'), 'form_done / form_planned * 100'),
    { ...counted('form_activities', w('Số hoạt động', 'Activities'), null, 'count') },
    counted('form_quantity', w('Số lượng sản phẩm', 'Products'), null, 'quantity'),
    counted('form_people', w('Lượt người', 'People'), null, 'people'),
    counted('form_views', w('Lượt xem', 'Views'), null, 'views'),
    counted('form_evidence', w('Minh chứng', 'Evidence'), null, 'evidence'),
  ],
}

const byTheme: Section['table'] = {
  code: 'by_theme',
  title: w('Kết quả tuyên truyền theo nội dung', 'Results by theme'),
  rows: { kind: 'themes' },
  columns: [
    counted('theme_activities', w('Số hoạt động', 'Activities'), null, 'count'),
    counted('theme_quantity', w('Số lượng sản phẩm', 'Products'), null, 'quantity'),
    counted('theme_people', w('Lượt người', 'People'), null, 'people'),
  ],
}

const shortcomings: Section = {
  code: 'shortcomings',
  level: 1,
  heading: w('Tồn tại, hạn chế và nguyên nhân', 'Shortcomings and their causes'),
  guidance: w(
    'Nêu rõ việc chưa làm được, làm chậm; nguyên nhân khách quan, chủ quan; trách nhiệm của ai.',
    'Say what was not done or done late, why, and whose responsibility it is.',
  ),
  narrative: 'required',
  leastSyllables: 12,
  draft: { from: 'shortcomings' },
}

const obstacles: Section = {
  code: 'obstacles',
  level: 1,
  heading: w('Khó khăn, vướng mắc và kiến nghị', 'Difficulties and proposals'),
  guidance: w(
    'Nêu khó khăn cần cấp trên tháo gỡ, kiến nghị với cơ quan nào; không có thì ghi rõ là không có.',
    'Difficulties that a higher level has to remove, and what is asked of whom; say so where there are none.',
  ),
  narrative: 'optional',
  leastSyllables: 8,
  draft: { from: 'obstacles' },
}

const next: Section = {
  code: 'next',
  level: 1,
  heading: w('Phương hướng, nhiệm vụ kỳ tiếp theo', 'Work of the next period'),
  guidance: w(
    'Nhiệm vụ trọng tâm của kỳ sau, thời hạn và bộ phận thực hiện.',
    'The main tasks of the next period, with their time and who does them.',
  ),
  narrative: 'required',
  leastSyllables: 12,
  draft: { from: 'next' },
}

const standalone: Definition = {
  title: w(
    'Kết quả công tác tuyên truyền cải cách hành chính {period}',
    'Results of administrative-reform communication, {period}',
  ),
  sections: [
    {
      code: 'direction',
      level: 1,
      heading: w('Công tác chỉ đạo, ban hành kế hoạch', 'Direction and plans'),
      guidance: w(
        'Kế hoạch, văn bản chỉ đạo đã ban hành (số, ngày); hội nghị, cuộc họp triển khai; kiểm tra, đôn đốc.',
        'Plans and directives issued (number, date), meetings that set the work in motion, checks.',
      ),
      narrative: 'required',
      leastSyllables: 12,
      draft: { from: 'plans', where: { themes: ['directives'] } },
      evidence: 'optional',
    },
    {
      code: 'themes',
      level: 1,
      heading: w('Kết quả tuyên truyền theo nội dung', 'Results by theme'),
      guidance: w(
        'Sáu lĩnh vực cải cách hành chính, kết quả các chỉ số, mô hình hay và gương điển hình.',
        'The six fields of reform, index results, good models and exemplars.',
      ),
      narrative: 'required',
      leastSyllables: 15,
      figures: [
        counted('activities', w('Tổng số hoạt động tuyên truyền', 'Activities in all'), activities, 'count'),
        counted('people', w('Tổng số lượt người tiếp cận', 'People reached in all'), people, 'people'),
        counted('views', w('Tổng số lượt xem trực tuyến', 'Views online in all'), views, 'views'),
      ],
      table: byTheme,
      draft: { from: 'themes' },
    },
    {
      code: 'forms',
      level: 1,
      heading: w('Kết quả tuyên truyền theo hình thức', 'Results by form'),
      guidance: w(
        'Bảng số liệu do chương trình tính từ các hoạt động; phần chữ nêu điểm nổi bật.',
        'The table is computed from the activities; the words tell what stands out.',
      ),
      narrative: 'optional',
      leastSyllables: 12,
      figures: workFigures,
      table: byForm,
      evidence: 'required',
      draft: { from: 'forms' },
    },
    {
      code: 'contests',
      level: 1,
      heading: w('Cuộc thi, hội thi, giải báo chí', 'Contests and awards'),
      guidance: w(
        'Tên cuộc thi, thời gian, số người dự thi, kết quả.',
        'Name, time, entrants and results of contests.',
      ),
      narrative: 'optional',
      leastSyllables: 8,
      figures: [
        counted(
          'contests',
          w('Cuộc thi, hội thi đã tổ chức', 'Contests held'),
          w('cuộc', 'contests'),
          'count',
          {
            forms: ['online_contest', 'contest', 'press_award', 'stage'],
          },
        ),
        counted('contestants', w('Lượt người dự thi, dự xem', 'People taking part'), people, 'people', {
          forms: ['online_contest', 'contest', 'press_award', 'stage'],
        }),
      ],
      draft: { from: 'activities', where: { forms: ['online_contest', 'contest', 'press_award', 'stage'] } },
    },
    {
      code: 'feedback',
      level: 1,
      heading: w('Phản ánh, kiến nghị và sáng kiến', 'Feedback and initiatives'),
      guidance: w(
        'Phản ánh, kiến nghị đã tiếp nhận, trả lời; sáng kiến, mô hình mới được phổ biến.',
        'Feedback received and answered; initiatives and new models made known.',
      ),
      narrative: 'optional',
      leastSyllables: 8,
      figures: [
        typed(
          'feedback_received',
          w('Phản ánh, kiến nghị tiếp nhận', 'Feedback received'),
          w('phản ánh', 'messages'),
        ),
        {
          ...typed('feedback_answered', w('Đã trả lời', 'Answered'), w('phản ánh', 'messages')),
          checks: [{ kind: 'compare', operator: '<=', figure: 'feedback_received', severity: 'error' }],
        },
        typed(
          'initiatives',
          w('Sáng kiến, mô hình mới', 'Initiatives and new models'),
          w('sáng kiến', 'initiatives'),
        ),
      ],
      draft: { from: 'activities', where: { themes: ['feedback', 'good_models'] } },
    },
    {
      code: 'posting',
      level: 1,
      heading: w('Niêm yết, công khai thủ tục hành chính', 'Posting of procedures'),
      guidance: w(
        'Nơi niêm yết, số thủ tục, tình trạng cập nhật.',
        'Where procedures are posted, how many, and whether they are up to date.',
      ),
      narrative: 'optional',
      leastSyllables: 8,
      figures: [
        counted(
          'postings',
          w('Lượt niêm yết, cập nhật', 'Postings and updates'),
          w('lượt', 'times'),
          'count',
          {
            forms: ['posting'],
          },
        ),
        counted(
          'posted_procedures',
          w('Thủ tục được niêm yết', 'Procedures posted'),
          w('thủ tục', 'procedures'),
          'quantity',
          {
            forms: ['posting'],
          },
        ),
      ],
      draft: { from: 'activities', where: { forms: ['posting'] } },
    },
    {
      code: 'budget',
      level: 1,
      heading: w('Kinh phí thực hiện', 'Money'),
      guidance: w(
        'Kinh phí được giao, đã chi, nguồn kinh phí.',
        'Money given and spent, and where it came from.',
      ),
      narrative: 'optional',
      leastSyllables: 6,
      figures: [
        typed('budget_given', w('Kinh phí được giao', 'Money given'), w('triệu đồng', 'million đồng'), 2),
        {
          ...typed('budget_spent', w('Kinh phí đã chi', 'Money spent'), w('triệu đồng', 'million đồng'), 2),
          checks: [{ kind: 'compare', operator: '<=', figure: 'budget_given', severity: 'warning' }],
        },
      ],
    },
    {
      code: 'commendation',
      level: 1,
      heading: w('Khen thưởng, phê bình', 'Praise and criticism'),
      guidance: null,
      narrative: 'optional',
      leastSyllables: 6,
      figures: [
        typed(
          'praised_collectives',
          w('Tập thể được khen thưởng', 'Collectives praised'),
          w('tập thể', 'collectives'),
        ),
        typed('praised_people', w('Cá nhân được khen thưởng', 'People praised'), w('cá nhân', 'people')),
        typed(
          'criticised',
          w('Tập thể, cá nhân bị phê bình, nhắc nhở', 'Criticised or reminded'),
          w('trường hợp', 'cases'),
        ),
      ],
    },
    shortcomings,
    obstacles,
    next,
  ],
}

/** The communication part of the report on administrative reform: short, with the same table. */
const inParReport: Definition = {
  title: w(
    'Công tác thông tin, tuyên truyền cải cách hành chính {period}',
    'Communication in the report on administrative reform, {period}',
  ),
  sections: [
    {
      code: 'communication',
      level: 1,
      heading: w('Kết quả thông tin, tuyên truyền cải cách hành chính', 'Results of communication'),
      guidance: w(
        'Văn bản chỉ đạo; nội dung và hình thức tuyên truyền đã thực hiện; điểm mới so với kỳ trước.',
        'Directives, themes and forms of communication, and what is new against the last period.',
      ),
      narrative: 'required',
      leastSyllables: 20,
      figures: [
        counted('activities', w('Tổng số hoạt động tuyên truyền', 'Activities in all'), activities, 'count'),
        counted('people', w('Tổng số lượt người tiếp cận', 'People reached in all'), people, 'people'),
        counted('views', w('Tổng số lượt xem trực tuyến', 'Views online in all'), views, 'views'),
        ...workFigures,
      ],
      table: byForm,
      evidence: 'required',
      draft: { from: 'forms' },
    },
    { ...shortcomings, level: 2 },
    { ...next, level: 2 },
  ],
}

const control: Where = {
  themes: ['procedures', 'one_stop', 'online_services', 'feedback', 'posting', 'project_06'],
}

/** The communication part of the report on procedure control: only what is about procedures counts (QNG-09). */
const inTthcReport: Definition = {
  title: w(
    'Công tác truyền thông về kiểm soát thủ tục hành chính {period}',
    'Communication in the report on procedure control, {period}',
  ),
  sections: [
    {
      code: 'communication',
      level: 1,
      heading: w(
        'Công tác truyền thông về kiểm soát thủ tục hành chính',
        'Communication on procedure control',
      ),
      guidance: w(
        'Chỉ tính hoạt động có nội dung thủ tục hành chính, một cửa, dịch vụ công trực tuyến, phản ánh kiến nghị, niêm yết.',
        'Only activities about procedures, one-stop service, online services, feedback and posting are counted.',
      ),
      narrative: 'required',
      leastSyllables: 20,
      figures: [
        counted(
          'activities',
          w('Hoạt động truyền thông về thủ tục hành chính', 'Activities on procedures'),
          activities,
          'count',
          control,
        ),
        counted(
          'products',
          w('Tin, bài, sản phẩm truyền thông', 'Items and products'),
          products,
          'quantity',
          control,
        ),
        counted('people', w('Lượt người tiếp cận', 'People reached'), people, 'people', control),
        counted('views', w('Lượt xem trực tuyến', 'Views online'), views, 'views', control),
        ...workFigures,
      ],
      evidence: 'required',
      draft: { from: 'themes', where: control },
    },
    {
      code: 'posting',
      level: 2,
      heading: w('Công khai, niêm yết thủ tục hành chính', 'Posting of procedures'),
      guidance: w(
        'Nơi niêm yết, số thủ tục, tình trạng cập nhật.',
        'Where, how many, and whether up to date.',
      ),
      narrative: 'optional',
      leastSyllables: 8,
      figures: [
        counted(
          'postings',
          w('Lượt niêm yết, cập nhật', 'Postings and updates'),
          w('lượt', 'times'),
          'count',
          {
            forms: ['posting'],
          },
        ),
        counted(
          'posted_procedures',
          w('Thủ tục được niêm yết', 'Procedures posted'),
          w('thủ tục', 'procedures'),
          'quantity',
          {
            forms: ['posting'],
          },
        ),
      ],
      draft: { from: 'activities', where: { forms: ['posting'] } },
    },
    { ...shortcomings, level: 2 },
    { ...obstacles, level: 2 },
    { ...next, level: 2 },
  ],
}

/** What the program ships. A province gets them once, copies and changes them as it likes. */
export const shippedTemplates: readonly (Omit<Template, 'id' | 'retired'> & {
  code: string
  definition: Definition
})[] = [
  {
    code: 'communication',
    name: w(
      'Báo cáo công tác tuyên truyền cải cách hành chính',
      'Report on administrative-reform communication',
    ),
    shape: 'standalone',
    definition: standalone,
  },
  {
    code: 'communication_in_par',
    name: w(
      'Phần tuyên truyền trong báo cáo cải cách hành chính',
      'Communication in the report on administrative reform',
    ),
    shape: 'par_section',
    definition: inParReport,
  },
  {
    code: 'communication_in_tthc',
    name: w(
      'Phần truyền thông trong báo cáo kiểm soát thủ tục hành chính',
      'Communication in the report on procedure control',
    ),
    shape: 'tthc_section',
    definition: inTthcReport,
  },
]
