import { showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { FilterBar } from '../../../../ui/filter-bar.tsx'
import type { FormValues } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Pager } from '../../../../ui/pager.tsx'
import { Progress } from '../../../../ui/progress.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Table } from '../../../../ui/table.tsx'
import { StatusTag } from '../../../../ui/tag.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { type Dialogue, dialogueAddress, dialoguesAddress, publicDialoguesAddress } from '../dialogue.ts'
import { kindWords, texts } from '../dialogues.texts.ts'
import { openLooks } from '../looks.ts'

export interface DialoguesPageProps {
  dialogues: readonly Dialogue[]
  total: number
  page: number
  pageSize: number
  pageAddress: (page: number) => string
  query: FormValues
  nameOf: (unitId: number) => string
  mayHost: boolean
}

export function DialoguesPage(props: DialoguesPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <PageHead
        title={t.dialogues}
        lead={t.dialoguesLead}
        actions={
          <>
            {props.mayHost && (
              <ButtonLink icon="add" href={`${dialoguesAddress}/new`}>
                {t.new}
              </ButtonLink>
            )}
            <ButtonLink icon="external" kind="quiet" href={publicDialoguesAddress}>
              {t.seePublic}
            </ButtonLink>
          </>
        }
      />
      <FilterBar action={dialoguesAddress} values={props.query}>
        <TextInput name="words" label={t.words} optional />
        <TextInput name="year" label={t.year} inputmode="numeric" maxlength={4} width="s" optional />
      </FilterBar>
      {props.dialogues.length === 0 ? (
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

function Rows({ dialogues, nameOf }: DialoguesPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Table
      caption={t.dialogues}
      silentCaption
      narrow="lines"
      rows={dialogues}
      rowKey={(d) => d.id}
      columns={[
        {
          key: 'title',
          label: t.title,
          main: true,
          width: 'wide',
          cell: (d) => (
            <>
              <a href={dialogueAddress(d.id)}>{d.title}</a>
              <span class="row small soft">{kindWords[d.kind][locale]}</span>
            </>
          ),
        },
        { key: 'day', label: t.day, cell: (d) => showDay(d.day) },
        { key: 'unit', label: t.unit, width: 'medium', cell: (d) => nameOf(d.unitId) },
        { key: 'progress', label: t.progress, width: 'medium', cell: (d) => <HowFar dialogue={d} /> },
        { key: 'state', label: t.state, cell: (d) => <OpenTag isOpen={d.publishedAt !== null} /> },
      ]}
    />
  )
}

export function HowFar({ dialogue: d }: { dialogue: Pick<Dialogue, 'answered' | 'asked'> }) {
  const t = words(texts, useRequest().locale)
  if (d.asked === 0) return <span class="soft">{t.noQuestions}</span>
  const text = t.progressOf(d.answered, d.asked)
  return <Progress label={t.progress} silent value={d.answered} max={d.asked} text={text} />
}

export function OpenTag({ isOpen }: { isOpen: boolean }) {
  const t = words(texts, useRequest().locale)
  return <StatusTag look={openLooks[isOpen ? 'open' : 'shut']}>{isOpen ? t.isPublic : t.notPublic}</StatusTag>
}
