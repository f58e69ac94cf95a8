import { showTime } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Checkboxes, Radios } from '../../../../ui/choices.tsx'
import { Details } from '../../../../ui/details.tsx'
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
import type { Cluster } from '../clusters.ts'
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

/** A text that thirty units share makes 435 pairs: the most alike are shown, the rest are judged with them. */
const mostPairs = 20

const percent = (share: number) => `${Math.round(share * 100)}%`

export interface LikenessListProps {
  clusters: readonly Cluster<NamedLikeness>[]
  /** More pairs were found than are shown: this many, the most alike. */
  shown: number | null
  values: Record<string, string>
  periods: readonly { value: string; label: string }[]
  mayCompare: boolean
}

export function LikenessListPage({ clusters, shown, values, periods, mayCompare }: LikenessListProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const several = clusters.filter((c) => c.members.length > 2)
  const single = clusters.filter((c) => c.members.length <= 2).flatMap((c) => c.pairs)
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
      {clusters.length === 0 && (
        <EmptyState scene="done" title={t.none}>
          {t.noneWhy}
        </EmptyState>
      )}
      {shown !== null && <p class="soft">{t.capped(shown)}</p>}
      {several.map((cluster) => (
        <ClusterPanel key={cluster.pairs[0]?.id} cluster={cluster} />
      ))}
      {single.length > 0 && <PairTable caption={t.pairs} pairs={single} />}
    </>
  )
}

/** Many texts that hang together: who shares them, where it shows best, and the pairs for those who want them. */
function ClusterPanel({ cluster }: { cluster: Cluster<NamedLikeness> }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const [best] = cluster.pairs
  if (!best) return null
  const members = cluster.members as Named[]
  const names = [...new Set(members.map((m) => m.unit))]
  const open = cluster.pairs.filter((p) => p.judgement === null).length
  const heading = best.a.heading?.[locale] ?? ''
  return (
    <Panel title={t.cluster(members.length, heading)}>
      <p>{names.join(', ')}</p>
      <p>
        <a href={`/reporting/likeness/${best.id}`}>{t.best(percent(best.overlap))}</a>{' '}
        <span class="soft">{open === 0 ? t.allJudged : t.pairsOpen(open, cluster.pairs.length)}</span>
      </p>
      <Details summary={t.pairsOf(Math.min(mostPairs, cluster.pairs.length), cluster.pairs.length)}>
        <PairTable
          caption={`${t.cluster(members.length, heading)}: ${names[0] ?? ''}`}
          pairs={cluster.pairs.slice(0, mostPairs)}
          silent
        />
      </Details>
    </Panel>
  )
}

function PairTable(props: { caption: string; pairs: readonly NamedLikeness[]; silent?: boolean }) {
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
    <Table
      caption={props.caption}
      silentCaption={props.silent ?? false}
      rows={props.pairs}
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
  )
}

/** Both texts side by side with what stands in both marked, and the question to a person. */
export interface LikenessPageProps {
  likeness: NamedLikeness
  mayJudge: boolean
  /** How many other pairs of its group nobody has judged. */
  others: number
  faults: readonly Fault[]
}

export function LikenessPage(props: LikenessPageProps) {
  const { likeness: l, mayJudge, faults } = props
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
      {mayJudge && <JudgementForm {...props} />}
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

function JudgementForm({ likeness: l, others, faults }: LikenessPageProps) {
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
        {others > 0 && (
          <Checkboxes
            name="all"
            label={t.group}
            choices={[{ value: '1', label: t.judgeAll(others) }]}
            optional
          />
        )}
        <Button>{t.save}</Button>
      </Form>
    </Panel>
  )
}
