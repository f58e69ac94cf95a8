import { type Day, showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { Table } from '../../../../ui/table.tsx'
import { StatusTag } from '../../../../ui/tag.tsx'
import { stateWords } from '../../contacts/contacts.texts.ts'
import { stateLooks } from '../../contacts/looks.ts'
import { answerState } from '../../message.ts'
import {
  type Dialogue,
  dialogueAddress,
  promiseState,
  publicDialogueAddress,
  type Question,
  questionAddress,
} from '../dialogue.ts'
import { askerWords, kindWords, promiseWords, texts } from '../dialogues.texts.ts'
import { promiseLooks } from '../looks.ts'
import { HowFar, OpenTag } from './dialogues-page.tsx'

export interface DialoguePageProps {
  dialogue: Dialogue
  questions: readonly Question[]
  nameOf: (unitId: number) => string
  today: Day
  may: { host: boolean; publish: boolean; publishButWrote: boolean; unpublish: boolean }
}

export function DialoguePage(props: DialoguePageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { dialogue: d, may } = props
  return (
    <>
      <PageHead
        kicker={`${kindWords[d.kind][locale]}, ${showDay(d.day)}`}
        title={d.title}
        tags={<OpenTag isOpen={d.publishedAt !== null} />}
        actions={<Actions {...props} />}
      />
      <SummaryList
        facts={[
          { label: t.progress, value: <HowFar dialogue={d} /> },
          { label: t.place, value: d.place },
          { label: t.chair, value: d.chair },
          { label: t.unit, value: props.nameOf(d.unitId) },
          { label: t.about, value: d.about && <span class="letter">{d.about}</span> },
          { label: t.conclusion, value: d.conclusion && <span class="letter">{d.conclusion}</span> },
        ]}
      />
      <Panel
        title={t.questions}
        id="questions"
        actions={
          may.host && (
            <ButtonLink icon="add" small href={`${dialogueAddress(d.id)}/questions/new`}>
              {t.addQuestion}
            </ButtonLink>
          )
        }
      >
        {props.questions.length === 0 ? (
          <EmptyState title={t.noQuestions}>{t.noQuestionsWhy}</EmptyState>
        ) : (
          <Questions {...props} />
        )}
      </Panel>
      <Files {...props} />
      {may.publishButWrote && !d.publishedAt && <Notice tone="info">{t.secondPerson}</Notice>}
      {may.publish && !d.publishedAt && (
        <Panel title={t.publish} id="publish">
          <p>{t.publishWhy}</p>
          <Form action={`${dialogueAddress(d.id)}/publication`} bare>
            <Button icon="globe">{t.publish}</Button>
          </Form>
        </Panel>
      )}
    </>
  )
}

function Actions({ dialogue: d, may }: DialoguePageProps) {
  const t = words(texts, useRequest().locale)
  const at = dialogueAddress(d.id)
  return (
    <>
      {may.host && (
        <ButtonLink icon="edit" kind="quiet" href={`${at}/edit`}>
          {t.edit}
        </ButtonLink>
      )}
      {d.publishedAt && (
        <ButtonLink icon="external" kind="quiet" href={publicDialogueAddress(d.id)}>
          {t.seePublic}
        </ButtonLink>
      )}
    </>
  )
}

/** What can be taken along, and the way off the portal. */
function Files({ dialogue: d, may }: DialoguePageProps) {
  const t = words(texts, useRequest().locale)
  const at = dialogueAddress(d.id)
  return (
    <ButtonGroup>
      <ButtonLink icon="download" kind="secondary" href={`${at}/summary.docx`}>
        {t.minutes}
      </ButtonLink>
      <ButtonLink icon="download" kind="secondary" href={`${at}/questions.xlsx`}>
        {t.export}
      </ButtonLink>
      {d.publishedAt && may.unpublish && (
        <Form action={`${at}/withdrawal`} bare>
          <Button kind="quiet" icon="eye-off">
            {t.unpublish}
          </Button>
        </Form>
      )}
    </ButtonGroup>
  )
}

function Questions({ questions, nameOf, today }: DialoguePageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Table
      caption={t.questions}
      silentCaption
      narrow="lines"
      rows={questions}
      rowKey={(q) => q.id}
      columns={[
        {
          key: 'question',
          label: t.question,
          main: true,
          width: 'wide',
          cell: (q) => (
            <>
              <a href={questionAddress(q)}>{q.question}</a>
              <span class="row small soft">{t.by(askerWords[q.asker][locale], q.place)}</span>
            </>
          ),
        },
        { key: 'unit', label: t.answerUnit, width: 'medium', cell: (q) => nameOf(q.answerUnitId) },
        {
          key: 'state',
          label: t.state,
          width: 'medium',
          cell: (q) => {
            const state = answerState(q, today)
            const promise = promiseState(q, today)
            return (
              <>
                <StatusTag look={stateLooks[state]}>{stateWords[state][locale]}</StatusTag>
                {!q.answeredAt && q.dueDay && <span class="row small soft">{showDay(q.dueDay)}</span>}
                {promise !== 'none' && (
                  <span class="row">
                    <StatusTag look={promiseLooks[promise]}>{promiseWords[promise][locale]}</StatusTag>
                  </span>
                )}
                {q.answeredAt && (
                  <span class="row small soft">{q.approvedAt ? t.isApproved : t.notApproved}</span>
                )}
              </>
            )
          },
        },
      ]}
    />
  )
}
