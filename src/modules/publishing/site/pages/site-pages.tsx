import type { Fault } from '../../../../lib/errors.ts'
import type { FormValues } from '../../../../lib/http/forms.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { Checkboxes, Radios } from '../../../../ui/choices.tsx'
import { Details } from '../../../../ui/details.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Fieldset } from '../../../../ui/fieldset.tsx'
import { FileInput } from '../../../../ui/file-input.tsx'
import { Form } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { Tabs } from '../../../../ui/tabs.tsx'
import { StatusTag } from '../../../../ui/tag.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { imageAddress } from '../../body.ts'
import { looks, pollsAddress, siteAddress, topicsAddress } from '../settings.ts'
import type { Portal } from '../site.sql.ts'
import { texts } from '../site.texts.ts'

/** The two parts of what an office sets on the portal. */
export function SiteTabs({ current }: { current: 'settings' | 'polls' | 'topics' }) {
  const w = words(texts, useRequest().locale)
  return (
    <Tabs
      label={w.views}
      tabs={[
        { href: siteAddress, label: w.settings, current: current === 'settings' },
        { href: topicsAddress, label: w.topics, current: current === 'topics' },
        { href: pollsAddress, label: w.polls, current: current === 'polls' },
      ]}
    />
  )
}

type SiteProps = { portal: Portal | null; mayChange: boolean }

export function SitePage({ portal, mayChange }: SiteProps) {
  const { locale } = useRequest()
  const w = words(texts, locale)
  const isOpen = portal?.isOpen ?? false
  return (
    <>
      <PageHead
        title={w.site}
        lead={w.lead}
        tags={
          portal && (
            <StatusTag look={isOpen ? { tone: 'good', icon: 'globe' } : { tone: 'warn', icon: 'lock' }}>
              {isOpen ? w.isOpen : w.isClosed}
            </StatusTag>
          )
        }
        actions={
          <>
            {portal && mayChange && (
              <ButtonLink href={`${siteAddress}/edit`} icon="edit">
                {w.edit}
              </ButtonLink>
            )}
            {isOpen && (
              <ButtonLink href="/portal" icon="external" kind="quiet">
                {w.see}
              </ButtonLink>
            )}
          </>
        }
      />
      <SiteTabs current="settings" />
      {portal ? <Facts portal={portal} /> : <EmptyState title={w.none}>{w.noneBody}</EmptyState>}
      {mayChange && !isOpen && <Turn to="open" label={w.open} />}
      {mayChange && isOpen && (
        <Details summary={w.close}>
          <p>{w.closeWhy}</p>
          <Turn to="closed" label={w.close} />
        </Details>
      )}
    </>
  )
}

function Turn({ to, label }: { to: 'open' | 'closed'; label: string }) {
  return (
    <Form action={`${siteAddress}/state`}>
      <input type="hidden" name="to" value={to} />
      <Button kind={to === 'open' ? 'primary' : 'danger'}>{label}</Button>
    </Form>
  )
}

function Facts({ portal }: { portal: Portal }) {
  const { locale } = useRequest()
  const w = words(texts, locale)
  const lines = (list: readonly string[]) =>
    list.length > 0 && list.map((line) => <div key={line}>{line}</div>)
  return (
    <div class="columns columns-wide">
      <Panel title={w.names}>
        <SummaryList
          facts={[
            { label: w.nameVi, value: portal.nameVi },
            { label: w.nameEn, value: <span lang="en">{portal.nameEn}</span> },
            { label: w.shortVi, value: portal.shortVi },
            { label: w.shortEn, value: portal.shortEn && <span lang="en">{portal.shortEn}</span> },
            { label: w.hosts, value: lines(portal.hosts) || w.noHosts },
          ]}
        />
      </Panel>
      <Panel title={w.legal}>
        <SummaryList
          facts={[
            { label: w.ownerLines, value: lines(portal.ownerLines.split('\n').filter(Boolean)) || null },
            { label: w.licence, value: lines(portal.licence.split('\n').filter(Boolean)) || null },
            { label: w.hotline, value: portal.hotline },
            { label: w.email, value: portal.email },
            { label: w.feedbackAddress, value: portal.feedbackAddress },
            { label: w.feedbackPhone, value: portal.feedbackPhone },
            { label: w.feedbackLink, value: portal.feedbackLink },
            { label: w.appLink, value: portal.appLink },
            { label: w.nationalLink, value: portal.nationalLink },
            { label: w.systemLink, value: portal.systemLink },
          ]}
        />
      </Panel>
      <Panel title={w.looks}>
        <SummaryList
          facts={[
            { label: w.look, value: looks[portal.look][locale] },
            { label: w.banner, value: portal.bannerId === null ? null : <Banner portal={portal} /> },
          ]}
        />
      </Panel>
    </div>
  )
}

function Banner({ portal }: { portal: Pick<Portal, 'bannerId' | 'bannerAlt'> }) {
  return <img class="thumb" src={imageAddress(portal.bannerId ?? 0, 480)} alt={portal.bannerAlt} />
}

type SettingsProps = { values: FormValues; faults: readonly Fault[]; bannerId: number | null }

export function SettingsPage({ values, faults, bannerId }: SettingsProps) {
  const { locale } = useRequest()
  const w = words(texts, locale)
  const colours = Object.entries(looks).map(([value, name]) => ({ value, label: name[locale] }))
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={w.edit} />
      <Form action={`${siteAddress}/edit`} values={values} faults={faults} files draft="site">
        <Fieldset legend={w.names}>
          <TextInput name="nameVi" label={w.nameVi} hint={w.nameViHint} width="l" />
          <TextInput name="nameEn" label={w.nameEn} width="l" />
          <TextInput name="shortVi" label={w.shortVi} hint={w.shortHint} width="m" optional />
          <TextInput name="shortEn" label={w.shortEn} width="m" optional />
          <TextArea name="hosts" label={w.hosts} hint={w.hostsHint} rows={3} optional />
        </Fieldset>
        <Fieldset legend={w.legal}>
          <TextArea name="ownerLines" label={w.ownerLines} hint={w.ownerHint} rows={3} optional />
          <TextArea name="licence" label={w.licence} hint={w.licenceHint} rows={3} optional />
          <TextInput name="hotline" label={w.hotline} width="m" optional />
          <TextInput name="email" label={w.email} width="l" optional />
        </Fieldset>
        <Fieldset legend={w.feedback} hint={w.feedbackHint}>
          <TextArea name="feedbackAddress" label={w.feedbackAddress} rows={2} optional />
          <TextInput name="feedbackPhone" label={w.feedbackPhone} width="m" optional />
          <TextInput name="feedbackLink" label={w.feedbackLink} width="l" optional />
        </Fieldset>
        <Fieldset legend={w.services} hint={w.servicesHint}>
          {(['appLink', 'nationalLink', 'systemLink'] as const).map((name) => (
            <TextInput key={name} name={name} label={w[name]} width="l" optional />
          ))}
        </Fieldset>
        <Fieldset legend={w.looks}>
          <Radios name="look" label={w.look} choices={colours} />
          {bannerId !== null && (
            <>
              <p>{w.bannerNow}</p>
              <Banner portal={{ bannerId, bannerAlt: '' }} />
              <Checkboxes
                name="bannerOff"
                label={w.banner}
                choices={[{ value: 'yes', label: w.bannerOff }]}
                optional
              />
            </>
          )}
          <FileInput name="banner" label={w.banner} hint={w.bannerHint} accept="image/*" optional />
          <TextInput name="bannerAlt" label={w.bannerAlt} hint={w.bannerAltHint} width="l" optional />
        </Fieldset>
        <ButtonGroup>
          <Button>{w.save}</Button>
          <ButtonLink kind="quiet" href={siteAddress}>
            {w.cancel}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}
