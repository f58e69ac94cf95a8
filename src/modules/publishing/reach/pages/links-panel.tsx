import type { Fault } from '../../../../lib/errors.ts'
import type { FormValues } from '../../../../lib/http/forms.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { Details } from '../../../../ui/details.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Select } from '../../../../ui/select.tsx'
import { Table } from '../../../../ui/table.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { texts } from '../reach.texts.ts'
import { channelWords, reachChannels, reachOfAddress, shortAddress } from '../reach.ts'
import type { PublicationReach } from '../reach-shown.ts'
import { showCount } from './reach-charts.tsx'

export type LinksPanelProps = {
  shown: PublicationReach
  /** How many communes a code can be made for. */
  communes: number
  origin: string
  mayWork: boolean
  values: FormValues
  faults: readonly Fault[]
}

/** A page shows this many; the sheet has them all. */
const shownLinks = 30

/** The codes that lead to a text, and forms to make one or all. */
export function LinksPanel({ shown, communes, origin, mayWork, values, faults }: LinksPanelProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const here = reachOfAddress(shown.publication.id)
  const links = shown.links.toSorted((a, b) => b.times - a.times)
  const channelOptions = Object.entries(reachChannels).map(([value, c]) => ({ value, label: c[locale] }))
  return (
    <Panel title={t.links} id="links">
      <p class="soft">{t.linksLead}</p>
      {links.length > 0 && (
        <>
          <LinkTable links={links.slice(0, shownLinks)} origin={origin} />
          {links.length > shownLinks && <p class="soft small">{t.showing(shownLinks, links.length)}</p>}
          <ButtonGroup>
            <ButtonLink href={`${here}/links.xlsx`} icon="download" kind="secondary" download>
              {t.linksSheet}
            </ButtonLink>
            <ButtonLink href={`${here}/links.zip`} icon="download" kind="secondary" download>
              {t.linksZip}
            </ButtonLink>
          </ButtonGroup>
        </>
      )}
      {mayWork && (
        <Details summary={t.makeLink} open={faults.some((f) => f.field?.startsWith('link'))}>
          <Form action={`${here}/links`} values={values} faults={faults}>
            <Select name="linkChannel" label={t.channel} empty options={channelOptions} />
            <TextInput name="linkPlace" label={t.linkPlace} hint={t.linkPlaceHint} width="l" />
            <Button icon="add">{t.makeLink}</Button>
          </Form>
        </Details>
      )}
      {mayWork && communes > 0 && (
        <Details summary={t.forAll}>
          <Form action={`${here}/links/all`}>
            <p>{t.forAllLead(communes)}</p>
            <Select
              name="linkChannel"
              id="allChannel"
              label={t.channel}
              value="notice_board"
              options={channelOptions}
            />
            <Button icon="add">{t.makeAll}</Button>
          </Form>
        </Details>
      )}
    </Panel>
  )
}

type LinkTableProps = { links: LinksPanelProps['shown']['links']; origin: string }

function LinkTable({ links, origin }: LinkTableProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Table
      narrow="lines"
      caption={t.links}
      silentCaption
      dense
      rows={links}
      rowKey={(r) => r.id}
      columns={[
        { key: 'channel', label: t.channel, cell: (r) => channelWords(r.channelKind)[locale] },
        { key: 'place', label: t.place, main: true, cell: (r) => r.place || t.anywhere },
        {
          key: 'address',
          label: t.address,
          cell: (r) => (
            <code class="short-address">{`${origin.replace(/^https?:\/\//, '')}${shortAddress(r.code)}`}</code>
          ),
        },
        { key: 'times', label: t.times, numeric: true, cell: (r) => showCount(r.times, locale) },
        {
          key: 'code',
          label: 'QR',
          cell: (r) => (
            <>
              <a href={`/reach/links/${r.id}/code.svg`} download>
                SVG
              </a>{' '}
              <a href={`/reach/links/${r.id}/code.png`} download>
                PNG
              </a>
            </>
          ),
        },
      ]}
    />
  )
}
