import { dayOf, showDay, showTime } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Radios } from '../../../../ui/choices.tsx'
import { Details } from '../../../../ui/details.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { StatusTag, Tag } from '../../../../ui/tag.tsx'
import { TextInput } from '../../../../ui/text-input.tsx'
import { itemAddress } from '../../item.ts'
import type { BadLink } from '../upkeep.sql.ts'
import { settlingWords, texts } from '../upkeep.texts.ts'

export interface BadLinksProps {
  links: readonly BadLink[]
  /** When links were asked last. */
  asked: Date | null
  unitNames: ReadonlyMap<number, string>
  values: FormValues
  faults: readonly Fault[]
  mayWrite: (unitId: number) => boolean
  mayCheckAll: boolean
}

/** Per text what does not answer, since when, and what somebody decided about it. */
export function BadLinks(props: BadLinksProps) {
  const t = words(texts, useRequest().locale)
  const open = props.links.filter((l) => l.settled === null)
  const settled = props.links.filter((l) => l.settled !== null)
  return (
    <Panel title={t.links} id="links">
      <p class="soft">
        {props.asked === null
          ? t.neverChecked
          : `${open.length > 0 ? t.linksLead : t.noBad} ${t.checkedAt(showTime(props.asked))}`}
      </p>
      {props.mayCheckAll && (
        <Form action="/desk/upkeep/check" bare>
          <Button kind="secondary" small icon="refresh">
            {t.recheckAll}
          </Button>
        </Form>
      )}
      <ByItem {...props} links={open} />
      {settled.length > 0 && (
        <Details summary={t.settledLinks(settled.length)}>
          <ByItem {...props} links={settled} />
        </Details>
      )}
    </Panel>
  )
}

function ByItem(props: BadLinksProps) {
  const t = words(texts, useRequest().locale)
  const items = [...Map.groupBy(props.links, (l) => l.itemId)]
  return (
    <ul class="link-items">
      {items.map(([id, links]) => (
        <li key={id} class="stack">
          <div class="row">
            <strong>
              <a href={itemAddress(id)}>{links[0]?.title}</a>
            </strong>
            <span class="soft small">{props.unitNames.get(links[0]?.unitId ?? 0)}</span>
            {props.mayWrite(links[0]?.unitId ?? 0) && (
              <Form action={`${itemAddress(id)}/link-check`} bare>
                <Button kind="quiet" small icon="refresh">
                  {t.recheck}
                  <span class="visually-hidden">{t.of(links[0]?.title ?? '')}</span>
                </Button>
              </Form>
            )}
          </div>
          {links.map((link) => (
            <OneLink key={link.address} {...props} link={link} />
          ))}
        </li>
      ))}
    </ul>
  )
}

function OneLink({ link, mayWrite, values, faults }: BadLinksProps & { link: BadLink }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const look = {
    tone: link.outcome === 'broken' ? ('bad' as const) : ('warn' as const),
    icon: 'link' as const,
  }
  return (
    <div class="bad-link stack">
      <p class="bad-address">
        <a href={link.address} rel="noreferrer">
          {link.address}
        </a>
      </p>
      <p class="row">
        <StatusTag look={look}>{t[link.outcome](link.status)}</StatusTag>
        <span class="soft small">
          {t.since} {showDay(dayOf(link.since))} · {t.times(link.failures)} ·{' '}
          {t.checkedAt(showTime(link.checkedAt))}
        </span>
      </p>
      {link.settled && (
        <p class="small">
          <Tag>{settlingWords[link.settled][locale]}</Tag> {link.reason}{' '}
          <span class="soft">
            ({link.settledByName}
            {link.settledAt && `, ${showTime(link.settledAt)}`})
          </span>
        </p>
      )}
      {mayWrite(link.unitId) &&
        (link.settled ? <Reopen link={link} /> : <Settle {...{ link, values, faults }} />)}
    </div>
  )
}

function Reopen({ link }: { link: BadLink }) {
  const t = words(texts, useRequest().locale)
  return (
    <Form action={`${itemAddress(link.itemId)}/link-settlement`} bare>
      <input type="hidden" name="address" value={link.address} />
      <Button kind="quiet" small icon="return">
        {t.reopen}
        <span class="visually-hidden">{t.of(link.address)}</span>
      </Button>
    </Form>
  )
}

function Settle({ link, values, faults }: Pick<BadLinksProps, 'values' | 'faults'> & { link: BadLink }) {
  const t = words(texts, useRequest().locale)
  // Only the form that was sent shows what was typed and what is wrong with it.
  const isThis = values['at'] === String(link.itemId) && values['address'] === link.address
  const own = isThis ? { values, faults } : { values: { as: 'archived' }, faults: [] }
  return (
    <Details summary={t.settle} open={isThis}>
      <Form action={`${itemAddress(link.itemId)}/link-settlement`} {...own}>
        <input type="hidden" name="address" value={link.address} />
        <Radios
          name="as"
          id={`as-${keyOf(link)}`}
          label={t.settleAs}
          choices={[
            { value: 'archived', label: t.archivedChoice },
            { value: 'ignored', label: t.ignoredChoice },
          ]}
        />
        <TextInput
          name="reason"
          id={isThis ? 'reason' : `reason-${keyOf(link)}`}
          label={t.reason}
          hint={t.reasonHint}
          maxlength={500}
        />
        <Button kind="secondary" small>
          {t.save}
        </Button>
      </Form>
    </Details>
  )
}

/** Ids of several forms on one page differ. */
function keyOf(link: BadLink): string {
  return `${link.itemId}-${link.address.replace(/[^a-z0-9]+/gi, '-')}`
}
