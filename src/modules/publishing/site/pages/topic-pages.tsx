import type { Fault } from '../../../../lib/errors.ts'
import type { FormValues } from '../../../../lib/http/forms.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { Checkboxes } from '../../../../ui/choices.tsx'
import { Details } from '../../../../ui/details.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { FileInput } from '../../../../ui/file-input.tsx'
import { Form } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { Table } from '../../../../ui/table.tsx'
import { StatusTag, Tag } from '../../../../ui/tag.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { imageAddress } from '../../body.ts'
import type { Topic } from '../../publication.ts'
import { topicAddress, topicsAddress } from '../settings.ts'
import { texts } from '../topics.texts.ts'
import { SiteTabs } from './site-pages.tsx'

type TopicsProps = { topics: readonly Topic[]; amounts: ReadonlyMap<string, number>; mayKeep: boolean }

export function TopicsPage({ topics, amounts, mayKeep }: TopicsProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const order = {
    key: 'order',
    label: t.order,
    cell: (x: Topic) => (
      <Form action={`${topicAddress(x.code)}/move`} bare>
        <Button kind="quiet" small icon="up" name="to" value="up">
          {t.up}
          <span class="visually-hidden">: {x[locale]}</span>
        </Button>
        <Button kind="quiet" small icon="down" name="to" value="down">
          {t.down}
          <span class="visually-hidden">: {x[locale]}</span>
        </Button>
      </Form>
    ),
  }
  return (
    <>
      <PageHead
        title={t.topics}
        lead={t.lead}
        actions={
          mayKeep && (
            <ButtonLink icon="add" href={`${topicsAddress}/new`}>
              {t.add}
            </ButtonLink>
          )
        }
      />
      <SiteTabs current="topics" />
      <Table
        narrow="lines"
        caption={t.topics}
        silentCaption
        rows={topics}
        rowKey={(x) => x.code}
        columns={[
          {
            key: 'name',
            label: t.name,
            main: true,
            width: 'wide',
            cell: (x) => (
              <>
                {mayKeep ? <a href={topicAddress(x.code)}>{x[locale]}</a> : x[locale]}
                {x.isReformField && <p class="small soft">{t.reform}</p>}
              </>
            ),
          },
          { key: 'state', label: t.state, cell: (x) => <State topic={x} /> },
          { key: 'amount', label: t.amount, numeric: true, cell: (x) => String(amounts.get(x.code) ?? 0) },
          ...(mayKeep ? [order] : []),
        ]}
      />
    </>
  )
}

function State({ topic }: { topic: Topic }) {
  const t = words(texts, useRequest().locale)
  if (topic.retired) return <StatusTag look={{ tone: 'quiet', icon: 'stop' }}>{t.retired}</StatusTag>
  return (
    <>
      <StatusTag look={{ tone: 'good', icon: 'globe' }}>{t.inUse}</StatusTag>{' '}
      {!topic.isShown && <Tag tone="warn">{t.isHidden}</Tag>}
    </>
  )
}

type TopicProps = {
  topic: Topic | null
  /** Topics in use, for a successor. */
  others: readonly Topic[]
  values: FormValues
  faults: readonly Fault[]
}

export function TopicPage(props: TopicProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { topic, values, faults } = props
  const here = topic ? topicAddress(topic.code) : topicsAddress
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        title={topic ? topic[locale] : t.add}
        tags={topic && <State topic={topic} />}
        actions={
          topic && (
            <ButtonLink kind="quiet" icon="globe" href={`/topics/${topic.code}`}>
              {t.onPortal}
            </ButtonLink>
          )
        }
      />
      <Form action={here} values={values} faults={faults} files>
        <TextInput name="vi" label={t.name} width="l" />
        <TextInput name="en" label={t.nameEn} width="l" />
        <TextArea name="aboutVi" label={t.about} hint={t.aboutHint} rows={3} optional />
        <TextArea name="aboutEn" label={t.aboutEn} rows={3} optional />
        {topic?.imageId && (
          <img src={imageAddress(topic.imageId, 480)} alt={topic.imageAlt} width="480" height="160" />
        )}
        <FileInput name="image" label={t.image} hint={t.imageHint} accept=".jpg,.jpeg,.png,.webp" optional />
        <TextInput name="imageAlt" label={t.imageAlt} width="l" optional />
        {topic?.imageId && (
          <Checkboxes
            name="imageOff"
            label={t.image}
            choices={[{ value: '1', label: t.imageOff }]}
            optional
          />
        )}
        <Checkboxes name="isShown" label={t.shown} choices={[{ value: '1', label: t.isShown }]} optional />
        <ButtonGroup>
          <Button>{t.save}</Button>
          <ButtonLink kind="quiet" href={topicsAddress}>
            {t.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
      {topic && <Retire {...props} topic={topic} />}
    </>
  )
}

function Retire({ topic, others, values, faults }: TopicProps & { topic: Topic }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const to = `${topicAddress(topic.code)}/retirement`
  if (topic.retired)
    return (
      <Form action={to} bare>
        <Button kind="secondary" icon="refresh" name="to" value="open">
          {t.reopen}
        </Button>
      </Form>
    )
  return (
    <Details summary={t.retire} open={faults.some((f) => f.field === 'successor')}>
      <p>{t.retireWhy}</p>
      <Form action={to} values={values} faults={faults}>
        <Select
          name="successor"
          label={t.successor}
          empty={t.noSuccessor}
          optional
          options={others.map((o) => ({ value: o.code, label: o[locale] }))}
        />
        <Button kind="danger" icon="stop">
          {t.retire}
        </Button>
      </Form>
    </Details>
  )
}
