import { showTime } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { FilterBar } from '../../../../ui/filter-bar.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Pager } from '../../../../ui/pager.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { Table } from '../../../../ui/table.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import type { Message } from '../../../feedback/message.ts'
import { itemAddress } from '../../item.ts'
import { DeskTabs } from '../../pages/desk-tabs.tsx'
import { texts } from '../questions.texts.ts'

/** Under /desk, as a row leads to the form that begins its article. */
export const questionsAddress = '/desk/questions'

export interface QuestionsPageProps {
  questions: readonly (Message & { itemId: number | null; mayWrite: boolean })[]
  total: number
  page: number
  pageSize: number
  pageAddress: (page: number) => string
  query: FormValues
  nameOf: (unitId: number) => string
  topics: readonly { code: string; name: string; count: number }[]
}

/** What people ask, for articles that answer it once for all. */
export function QuestionsPage(props: QuestionsPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <PageHead title={t.questions} lead={t.lead} />
      <DeskTabs here="questions" />
      <FilterBar action={questionsAddress} values={props.query}>
        <TextInput name="words" label={t.words} optional />
        <Select
          name="topic"
          label={t.topic}
          empty={t.all}
          options={props.topics.map((x) => ({ value: x.code, label: t.withCount(x.name, x.count) }))}
          optional
        />
        <Select
          name="only"
          label={t.only}
          empty={t.all}
          options={[{ value: 'without', label: t.without }]}
          optional
        />
      </FilterBar>
      {props.questions.length === 0 ? (
        <EmptyState scene="people" title={t.nothing}>
          {t.nothingWhy}
        </EmptyState>
      ) : (
        <Rows {...props} />
      )}
      <Pager page={props.page} pageSize={props.pageSize} total={props.total} href={props.pageAddress} />
    </>
  )
}

function Rows({ questions, nameOf, topics }: QuestionsPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <Table
      caption={t.questions}
      silentCaption
      narrow="lines"
      rows={questions}
      rowKey={(q) => q.id}
      columns={[
        {
          key: 'asked',
          label: t.asked,
          main: true,
          width: 'wide',
          cell: (q) => (
            <>
              {q.question}
              <span class="row small soft">
                {showTime(q.at)} · {topics.find((x) => x.code === q.topic)?.name ?? q.topic}
              </span>
            </>
          ),
        },
        { key: 'answer', label: t.answer, width: 'wide', cell: (q) => q.answer },
        { key: 'unit', label: t.unit, width: 'medium', cell: (q) => nameOf(q.answerUnitId) },
        {
          key: 'article',
          label: t.article,
          width: 'medium',
          cell: (q) =>
            q.itemId !== null ? (
              <ButtonLink kind="quiet" small icon="right" href={itemAddress(q.itemId)}>
                {t.open}
              </ButtonLink>
            ) : (
              q.mayWrite && (
                <Form action={`${questionsAddress}/${q.id}/item`} bare>
                  <Button kind="secondary" small icon="edit">
                    {t.write}
                  </Button>
                </Form>
              )
            ),
        },
      ]}
    />
  )
}
