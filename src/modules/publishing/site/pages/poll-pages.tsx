import { showTime } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import type { FormValues } from '../../../../lib/http/forms.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { DateInput } from '../../../../ui/date-input.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { Table } from '../../../../ui/table.tsx'
import { StatusTag } from '../../../../ui/tag.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { PollChart } from '../../pages/poll-chart.tsx'
import { isOpenPoll, type PollRow } from '../../poll.ts'
import { pollAddress, pollsAddress } from '../settings.ts'
import { texts } from '../site.texts.ts'
import { SiteTabs } from './site-pages.tsx'

type PollsProps = { polls: readonly (PollRow & { answers: number })[]; now: Date; mayAsk: boolean }

export function PollsPage({ polls, now, mayAsk }: PollsProps) {
  const { locale } = useRequest()
  const w = words(texts, locale)
  return (
    <>
      <PageHead
        title={w.polls}
        lead={w.pollsLead}
        actions={
          mayAsk && (
            <ButtonLink href={`${pollsAddress}/new`} icon="add">
              {w.newPoll}
            </ButtonLink>
          )
        }
      />
      <SiteTabs current="polls" />
      {polls.length === 0 ? (
        <EmptyState title={w.noPolls}>{w.noPollsBody}</EmptyState>
      ) : (
        <Table
          narrow="lines"
          caption={w.polls}
          silentCaption
          rows={polls}
          rowKey={(p) => p.id}
          columns={[
            {
              key: 'question',
              label: w.question,
              main: true,
              width: 'wide',
              cell: (p) => <a href={pollAddress(p.id)}>{locale === 'vi' ? p.questionVi : p.questionEn}</a>,
            },
            { key: 'state', label: w.state, phone: 'bare', cell: (p) => <PollState poll={p} now={now} /> },
            { key: 'opened', label: w.openedAt, cell: (p) => showTime(p.opensAt) },
            { key: 'by', label: w.byWhom, cell: (p) => p.byName },
            {
              key: 'answers',
              label: w.answers,
              numeric: true,
              cell: (p) => p.answers.toLocaleString(locale === 'vi' ? 'vi-VN' : 'en-GB'),
            },
          ]}
        />
      )}
    </>
  )
}

function PollState({ poll, now }: { poll: PollRow; now: Date }) {
  const w = words(texts, useRequest().locale)
  return isOpenPoll(poll, now) ? (
    <StatusTag look={{ tone: 'good', icon: 'megaphone' }}>{w.pollOpen}</StatusTag>
  ) : (
    <StatusTag look={{ tone: 'quiet', icon: 'lock' }}>{w.pollClosed}</StatusTag>
  )
}

type NewPollProps = { values: FormValues; faults: readonly Fault[]; closes: boolean }

export function NewPollPage({ values, faults, closes }: NewPollProps) {
  const w = words(texts, useRequest().locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={w.newPoll} />
      {closes && (
        <Notice tone="info" small>
          {w.closesOther}
        </Notice>
      )}
      <Form action={pollsAddress} values={values} faults={faults} draft="poll">
        <TextInput name="question" label={w.question} width="l" />
        <TextArea name="options" label={w.options} hint={w.optionsHint} rows={5} />
        <TextInput name="questionEn" label={w.questionEn} width="l" optional />
        <TextArea name="optionsEn" label={w.optionsEn} hint={w.optionsEnHint} rows={5} optional />
        <DateInput name="lastDay" label={w.lastDay} hint={w.lastDayHint} optional />
        <ButtonGroup>
          <Button icon="megaphone">{w.ask}</Button>
          <ButtonLink kind="quiet" href={pollsAddress}>
            {w.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}

type PollProps = { poll: PollRow; results: readonly number[]; now: Date; mayAsk: boolean }

export function PollPage({ poll, results, now, mayAsk }: PollProps) {
  const { locale } = useRequest()
  const w = words(texts, locale)
  const isOpen = isOpenPoll(poll, now)
  return (
    <>
      <PageHead
        title={locale === 'vi' ? poll.questionVi : poll.questionEn}
        kicker={w.polls}
        tags={<PollState poll={poll} now={now} />}
      />
      <Panel title={w.results}>
        <PollChart options={poll.options.map((o) => o[locale])} results={results} title={w.results} />
      </Panel>
      <SummaryList
        facts={[
          { label: w.openedAt, value: showTime(poll.opensAt) },
          { label: w.closesAt, value: poll.closesAt && showTime(poll.closesAt) },
          { label: w.byWhom, value: poll.byName },
        ]}
      />
      {mayAsk && isOpen && (
        <Form action={`${pollAddress(poll.id)}/closing`}>
          <Button kind="secondary" icon="lock">
            {w.closePoll}
          </Button>
        </Form>
      )}
    </>
  )
}
