import { showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Pager } from '../../../../ui/pager.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { Table } from '../../../../ui/table.tsx'
import { type Dialogue, publicDialogueAddress, type Question } from '../dialogue.ts'
import { askerWords, kindWords, texts } from '../dialogues.texts.ts'

export interface PublicDialoguesPageProps {
  dialogues: readonly Dialogue[]
  total: number
  page: number
  pageSize: number
  pageAddress: (page: number) => string
  nameOf: (unitId: number) => string
}

export function PublicDialoguesPage(props: PublicDialoguesPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <>
      <PageHead title={t.publicTitle} lead={t.publicLead} />
      {props.dialogues.length === 0 ? (
        <EmptyState scene="people" title={t.publicNothing}>
          {t.publicNothingWhy}
        </EmptyState>
      ) : (
        <Table
          caption={t.publicTitle}
          silentCaption
          narrow="lines"
          rows={props.dialogues}
          rowKey={(d) => d.id}
          columns={[
            {
              key: 'title',
              label: t.title,
              main: true,
              width: 'wide',
              cell: (d) => (
                <>
                  <a href={publicDialogueAddress(d.id)}>{d.title}</a>
                  <span class="row small soft">{kindWords[d.kind][locale]}</span>
                </>
              ),
            },
            { key: 'day', label: t.day, cell: (d) => showDay(d.day) },
            { key: 'unit', label: t.unit, width: 'medium', cell: (d) => props.nameOf(d.unitId) },
            {
              key: 'progress',
              label: t.progress,
              width: 'medium',
              cell: (d) => t.progressOf(d.answered, d.asked),
            },
          ]}
        />
      )}
      <Pager page={props.page} pageSize={props.pageSize} total={props.total} href={props.pageAddress} />
    </>
  )
}

export interface PublicDialoguePageProps {
  dialogue: Dialogue
  /** Those whose answers are approved. */
  questions: readonly Question[]
  nameOf: (unitId: number) => string
}

export function PublicDialoguePage({ dialogue: d, questions, nameOf }: PublicDialoguePageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const rest = d.asked - questions.length
  return (
    <>
      <PageHead
        kicker={`${kindWords[d.kind][locale]}, ${showDay(d.day)}`}
        title={d.title}
        lead={d.about || undefined}
      />
      <SummaryList
        facts={[
          { label: t.place, value: d.place },
          { label: t.chair, value: d.chair },
          { label: t.unit, value: nameOf(d.unitId) },
          { label: t.progress, value: t.progressOf(d.answered, d.asked) },
          ...(d.conclusion
            ? [{ label: t.conclusion, value: <span class="letter">{d.conclusion}</span> }]
            : []),
        ]}
      />
      <h2>{t.questions}</h2>
      {questions.map((q) => (
        <section class="panel" key={q.id} id={`q${q.id}`}>
          <h3>{q.question}</h3>
          <p class="small soft">{t.by(askerWords[q.asker][locale], q.place)}</p>
          <p class="letter">{q.answer}</p>
          <p class="small soft">{nameOf(q.answerUnitId)}</p>
          {q.promiseDay && (
            <p>
              <strong>{t.promise}:</strong> {q.promise} ({showDay(q.promiseDay)})
            </p>
          )}
          {q.kept && (
            <p>
              <strong>{t.kept}:</strong> {q.kept.what}
            </p>
          )}
        </section>
      ))}
      {rest > 0 && <p class="soft">{t.waitingAnswers(rest)}</p>}
    </>
  )
}
