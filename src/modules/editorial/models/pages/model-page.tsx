import { showDay, showTime } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Details } from '../../../../ui/details.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Stat, Stats } from '../../../../ui/stat.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { Table } from '../../../../ui/table.tsx'
import { StatusTag } from '../../../../ui/tag.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { Timeline } from '../../../../ui/timeline.tsx'
import { itemAddress } from '../../item.ts'
import { stageLooks } from '../looks.ts'
import { isSilent, modelAddress, stages } from '../model.ts'
import { modelKindWords, stageWords, texts } from '../models.texts.ts'
import { Call, Tell } from './adopting.tsx'
import type { ModelPageProps } from './model-props.ts'

export function ModelPage(props: ModelPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { model, may, faults } = props
  const stands = model.withdrawn === null
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        kicker={`${modelKindWords[model.kind][locale]} · ${props.unitNames.get(model.unitId) ?? ''}`}
        title={model.name}
        actions={
          may.write &&
          stands && (
            <ButtonLink icon="edit" kind="quiet" href={`${modelAddress(model.id)}/edit`}>
              {t.edit}
            </ButtonLink>
          )
        }
      />
      {model.withdrawn && (
        <Notice tone="warn">{t.isWithdrawn(model.withdrawn.byName, model.withdrawn.why)}</Notice>
      )}
      <Facts {...props} />
      <Adopters {...props} />
      {stands && props.own.length > 0 && <Tell {...props} />}
      {stands && may.call && <Call {...props} />}
      {stands && may.withdraw && <Withdraw {...props} />}
      <Steps {...props} />
    </>
  )
}

function Facts({ model, item, topicName, may }: ModelPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <>
      <SummaryList
        facts={[
          { label: t.subject, value: model.subject },
          { label: t.topic, value: topicName },
          { label: t.since, value: model.sinceDay && showDay(model.sinceDay) },
          { label: t.about, value: <span class="letter">{model.about}</span> },
          { label: t.result, value: model.result && <span class="letter">{model.result}</span> },
          {
            label: t.address,
            value: model.address && (
              <a href={model.address} rel="noreferrer">
                {model.address}
              </a>
            ),
          },
          ...(model.itemId !== null
            ? [{ label: t.item, value: item && <a href={itemAddress(item.id)}>{item.title}</a> }]
            : []),
          { label: t.notedBy, value: `${model.notedByName}, ${showTime(model.notedAt)}` },
        ]}
      />
      {may.write && model.itemId === null && model.withdrawn === null && (
        <Form action={`${modelAddress(model.id)}/item`}>
          <p>{t.writeWhy}</p>
          <Button kind="secondary" icon="edit">
            {t.write}
          </Button>
        </Form>
      )}
    </>
  )
}

function Adopters({ model, adoptions, unitNames, today }: ModelPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  if (adoptions.length === 0)
    return (
      <Panel title={t.adopters} id="adopters">
        <p>{t.adoptersNone}</p>
      </Panel>
    )
  return (
    <Panel title={t.adopters} id="adopters">
      <Stats>
        {stages
          .filter((s) => model.adopters[s] > 0)
          .map((s) => (
            <Stat
              key={s}
              label={stageWords[s][locale]}
              value={String(model.adopters[s])}
              icon={stageLooks[s].icon}
            />
          ))}
      </Stats>
      <Table
        caption={t.adopters}
        silentCaption
        rows={adoptions}
        rowKey={(a) => a.id}
        columns={[
          { key: 'unit', label: t.unit, main: true, cell: (a) => unitNames.get(a.unitId) },
          {
            key: 'stage',
            label: t.stage,
            cell: (a) =>
              isSilent(a, today) ? (
                <StatusTag look={{ tone: 'bad', icon: 'late' }}>{t.silent}</StatusTag>
              ) : (
                <StatusTag look={stageLooks[a.stage]}>{stageWords[a.stage][locale]}</StatusTag>
              ),
          },
          {
            key: 'since',
            label: t.sinceWhen,
            cell: (a) =>
              a.sinceDay
                ? showDay(a.sinceDay)
                : a.answerBy && a.stage === 'called'
                  ? t.answerByDay(showDay(a.answerBy))
                  : '',
          },
          {
            key: 'result',
            label: t.told,
            width: 'wide',
            cell: (a) => (
              <>
                <span class="letter">{a.result}</span>{' '}
                {a.address && (
                  <a href={a.address} rel="noreferrer">
                    {new URL(a.address).hostname}
                  </a>
                )}
              </>
            ),
          },
        ]}
      />
    </Panel>
  )
}

function Withdraw({ model, values, faults }: ModelPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <Details summary={t.withdraw} open={faults.some((f) => f.field === 'why')}>
      <p>{t.withdrawWhy}</p>
      <Form action={`${modelAddress(model.id)}/withdrawal`} values={values} faults={faults}>
        <TextInput name="why" label={t.why} maxlength={500} />
        <Button kind="danger" icon="stop">
          {t.withdraw}
        </Button>
      </Form>
    </Details>
  )
}

function Steps({ steps, adoptions, unitNames }: ModelPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  if (steps.length === 0) return null
  const unitOf = (id: number) => unitNames.get(adoptions.find((a) => a.id === id)?.unitId ?? 0)
  return (
    <Details summary={t.steps}>
      <Timeline
        entries={steps.map((s) => ({
          key: s.id,
          title: (
            <>
              {unitOf(s.adoptionId)}: {stageWords[s.stage][locale]}
            </>
          ),
          by: s.byName,
          when: showTime(s.at),
          dateTime: s.at.toISOString(),
          icon: stageLooks[s.stage].icon,
          tone: stageLooks[s.stage].tone,
          children: s.result ? <p class="letter small">{s.result}</p> : null,
        }))}
      />
    </Details>
  )
}
