import { showTime } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Radios } from '../../../../ui/choices.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { FilterBar } from '../../../../ui/filter-bar.tsx'
import { Form } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { Table } from '../../../../ui/table.tsx'
import { type StatusLook, StatusTag } from '../../../../ui/tag.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { reportAddress } from '../../report.ts'
import type { FoundLikeness, Judgement, LikenessSide } from '../likeness.sql.ts'
import { texts } from '../likeness.texts.ts'

export type Named = LikenessSide & { unit: string; periodName: string }
export type NamedLikeness = Omit<FoundLikeness, 'a' | 'b'> & { a: Named; b: Named }

const looks: Record<Judgement, StatusLook> = {
  same_source: { tone: 'good', icon: 'check' },
  copied: { tone: 'bad', icon: 'warning' },
  chance: { tone: 'quiet', icon: 'minus' },
}
const open: StatusLook = { tone: 'info', icon: 'eye' }

const percent = (share: number) => `${Math.round(share * 100)}%`

export interface LikenessListProps {
  found: readonly NamedLikeness[]
  values: Record<string, string>
  periods: readonly { value: string; label: string }[]
  mayCompare: boolean
}

export function LikenessListPage({ found, values, periods, mayCompare }: LikenessListProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const place = (s: Named) => (
    <>
      {s.unit}
      <br />
      <span class="soft">
        {s.heading?.[locale]} – {s.periodName}
      </span>
    </>
  )
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          mayCompare && (
            <Form action="/reporting/likeness/comparison" bare>
              <Button kind="secondary">{t.compare}</Button>
            </Form>
          )
        }
      />
      <FilterBar action="/reporting/likeness" values={values}>
        <Select name="period" label={t.period} empty={t.anyPeriod} options={periods} />
        <Select name="show" label={t.show} empty={t.all} options={[{ value: 'open', label: t.open }]} />
      </FilterBar>
      {found.length === 0 ? (
        <EmptyState scene="done" title={t.none}>
          {t.noneWhy}
        </EmptyState>
      ) : (
        <Table
          caption={t.title}
          silentCaption
          rows={found}
          rowKey={(l) => l.id}
          columns={[
            {
              key: 'overlap',
              label: t.overlap,
              numeric: true,
              cell: (l) => <a href={`/reporting/likeness/${l.id}`}>{percent(l.overlap)}</a>,
            },
            { key: 'a', label: t.report, main: true, width: 'wide', cell: (l) => place(l.a) },
            { key: 'b', label: t.with, width: 'wide', cell: (l) => place(l.b) },
            {
              key: 'judgement',
              label: t.judgement,
              cell: (l) => (
                <StatusTag look={l.judgement ? looks[l.judgement] : open}>
                  {l.judgement ? t[l.judgement] : t.open}
                </StatusTag>
              ),
            },
          ]}
        />
      )}
    </>
  )
}

/** Both texts side by side with what stands in both marked, and the question to a person. */
export interface LikenessPageProps {
  likeness: NamedLikeness
  mayJudge: boolean
  faults: readonly Fault[]
}

export function LikenessPage({ likeness: l, mayJudge, faults }: LikenessPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        title={`${l.a.unit} – ${l.b.unit === l.a.unit ? t.sameUnit : l.b.unit}`}
        lead={t.says(percent(l.overlap), l.syllables)}
        tags={
          <StatusTag look={l.judgement ? looks[l.judgement] : open}>
            {l.judgement ? t[l.judgement] : t.open}
          </StatusTag>
        }
      />
      <div class="columns">
        <Side side={l.a} marks={l.passages.map(([from, to]) => [from, to])} />
        <Side side={l.b} marks={l.passages.map(([, , from, to]) => [from, to])} />
      </div>
      {mayJudge && <JudgementForm likeness={l} faults={faults} />}
    </>
  )
}

function Side({ side, marks }: { side: Named; marks: readonly (readonly [number, number])[] }) {
  const { locale } = useRequest()
  return (
    <Panel title={side.unit} actions={<a href={reportAddress(side.reportId)}>{side.periodName}</a>}>
      <p class="soft">{side.heading?.[locale]}</p>
      <p class="prose preserved">
        <Highlighted text={side.text} marks={marks} />
      </p>
    </Panel>
  )
}

function Highlighted({ text, marks }: { text: string; marks: readonly (readonly [number, number])[] }) {
  const sorted = marks.toSorted((x, y) => x[0] - y[0])
  const starts = [0, ...sorted.map((m) => m[1])]
  return (
    <>
      {starts.map((from, i) => {
        const mark = sorted[i]
        return (
          <span key={from}>
            {text.slice(from, mark?.[0])}
            {mark && <mark>{text.slice(mark[0], mark[1])}</mark>}
          </span>
        )
      })}
    </>
  )
}

function JudgementForm({ likeness: l, faults }: { likeness: NamedLikeness; faults: readonly Fault[] }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const values = { judgement: l.judgement ?? '', note: l.note ?? '' }
  return (
    <Panel>
      {l.judgedAt && <p class="soft">{t.judgedBy(l.judgedByName ?? '', showTime(l.judgedAt))}</p>}
      <Form action={`/reporting/likeness/${l.id}/judgement`} values={values} faults={faults}>
        <Radios
          name="judgement"
          label={t.judgement}
          choices={[
            { value: 'same_source', label: t.same_source },
            { value: 'copied', label: t.copied },
            { value: 'chance', label: t.chance },
          ]}
        />
        <TextArea name="note" label={t.note} hint={t.noteHint} rows={3} optional />
        <Button>{t.save}</Button>
      </Form>
    </Panel>
  )
}
