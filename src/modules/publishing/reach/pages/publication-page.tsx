import { dayOf, showDay } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Details } from '../../../../ui/details.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Table } from '../../../../ui/table.tsx'
import { publicationAddress, publicationKinds } from '../../publication.ts'
import { texts } from '../reach.texts.ts'
import { channelWords, type Metric, metrics, reachOfAddress } from '../reach.ts'
import type { PublicationReach } from '../reach-shown.ts'
import { FigureForm } from './figure-form.tsx'
import { LinksPanel, type LinksPanelProps } from './links-panel.tsx'
import { DaysFilter, ReachCharts, ReachStats, showCount } from './reach-charts.tsx'

/** One text: whom it reached, what was told of it, and the codes that lead to it. */
export function PublicationReachPage(props: LinksPanelProps) {
  const { shown, mayWork, values, faults } = props
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { publication, seen } = shown
  const here = reachOfAddress(publication.id)
  const query = `?publication=${publication.id}&from=${seen.scope.from}&to=${seen.scope.to}`
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        title={publication.title}
        kicker={`${publicationKinds[publication.kind][locale]} · ${publication.unitName} · ${showDay(dayOf(publication.publishedAt))}`}
        actions={
          <>
            <ButtonLink href={publicationAddress(publication)} icon="external" kind="quiet">
              {t.item}
            </ButtonLink>
            <ButtonLink href={`/reach/figures.xlsx${query}`} icon="download" kind="quiet" download>
              {t.xlsx}
            </ButtonLink>
          </>
        }
      />
      <DaysFilter action={here} scope={seen.scope} />
      <ReachStats seen={seen} />
      <ReachCharts seen={seen} />
      <Given shown={shown} mayWork={mayWork} />
      {mayWork && (
        <Details summary={t.typeFigures} open={faults.some((f) => !f.field?.startsWith('link'))}>
          <FigureForm
            action={`${here}/figures`}
            audiences={seen.audienceNames}
            values={values}
            faults={faults}
          />
        </Details>
      )}
      <LinksPanel {...props} />
    </>
  )
}

function Given({ shown, mayWork }: { shown: PublicationReach; mayWork: boolean }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Panel title={t.given} id="given">
      {shown.typed.length === 0 ? (
        <p class="soft">{t.noGiven}</p>
      ) : (
        <Table
          narrow="lines"
          caption={t.given}
          silentCaption
          dense
          rows={shown.typed}
          rowKey={(r) => r.id}
          columns={[
            { key: 'day', label: t.day, main: true, cell: (r) => showDay(r.day) },
            { key: 'channel', label: t.channel, cell: (r) => channelWords(r.channelKind)[locale] },
            { key: 'place', label: t.place, cell: (r) => r.place },
            {
              key: 'audience',
              label: t.audience,
              cell: (r) => shown.seen.audienceNames[r.audience]?.[locale] ?? r.audience,
            },
            {
              key: 'metric',
              label: t.metric,
              cell: (r) => metrics[r.metric as Metric]?.[locale] ?? r.metric,
            },
            { key: 'amount', label: t.amount, numeric: true, cell: (r) => showCount(r.amount, locale) },
            {
              key: 'source',
              label: t.source,
              cell: (r) => (
                <>
                  {r.byName} {r.note && <span class="soft">{r.note}</span>}{' '}
                  {r.fileId !== null && <a href={`/reach/figures/${r.id}/file`}>{t.evidence}</a>}
                </>
              ),
            },
            ...(mayWork
              ? [
                  {
                    key: 'strike',
                    label: t.strike,
                    silent: true,
                    cell: (r: { id: number; origin: string }) =>
                      r.origin === 'ledger' ? (
                        <span class="soft">{t.ofLedger}</span>
                      ) : (
                        <Form action={`/reach/figures/${r.id}/striking`} bare>
                          <Button kind="quiet" small icon="delete">
                            {t.strike}
                          </Button>
                        </Form>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </Panel>
  )
}
