import type { ComponentChildren } from 'preact'
import { showTime } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup } from '../../../../ui/button.tsx'
import { Checkboxes } from '../../../../ui/choices.tsx'
import { Details } from '../../../../ui/details.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { TextArea } from '../../../../ui/text-area.tsx'
import type { ChannelLimits, SendFault, Variant } from '../../../publishing/channel.ts'
import { type Item, itemAddress } from '../../item.ts'
import { ChannelPreview } from '../../variants/pages/preview.tsx'
import type { LiveChannel } from '../../variants/variants.ts'
import type { Correction } from '../corrections.sql.ts'
import { texts } from '../corrections.texts.ts'

export interface CorrectionPageProps {
  item: Item
  channel: LiveChannel
  action: string
  /** Newest first. */
  corrections: readonly Correction[]
  /** Null: nothing that could be corrected alone. */
  refused: { id: number; variant: Variant; why: SendFault | null } | null
  pictures: readonly { fileId: number; alt: string }[]
  limits: ChannelLimits
  values: FormValues
  faults: readonly Fault[]
  mayWrite: boolean
  mayApprove: boolean
  isOwn: boolean
}

/** The text that one channel refused: written anew on one side, decided about by a second person. */
export function CorrectionPage(props: CorrectionPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { item, channel, refused, corrections } = props
  const [newest] = corrections
  const isAsked = newest?.state === 'asked'
  if (!refused) return <EmptyState title={t.nothing}>{t.nothingWhy}</EmptyState>
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <PageHead kicker={item.title} title={t.title(channel.name)} lead={t.lead} />
      {newest?.state === 'returned' && (
        <Notice tone="warn" title={t.returnedBy(newest.decidedByName ?? '', newest.note ?? '')} />
      )}
      <div class="variant">
        <div class="stack">
          {isAsked && <Asked {...props} asked={newest} />}
          {props.mayWrite && (
            <Writing {...props} isAsked={isAsked}>
              <Fields {...props} />
            </Writing>
          )}
        </div>
        <div class="variant-seen stack">
          <h2>{t.refused}</h2>
          {refused.why && <p>{refused.why[locale]}</p>}
          <Seen item={item} channel={channel} variant={refused.variant} />
        </div>
      </div>
    </>
  )
}

function Seen({
  item,
  channel,
  variant,
}: Pick<CorrectionPageProps, 'item' | 'channel'> & { variant: Variant }) {
  const image = (id: number) => `${itemAddress(item.id)}/images/${id}`
  return <ChannelPreview kind={channel.kind} name={channel.name} variant={variant} image={image} />
}

/** Open while nothing is asked for; whoever only has to decide is not shown a form first. */
function Writing({
  isAsked,
  faults,
  children,
}: CorrectionPageProps & { isAsked: boolean; children: ComponentChildren }) {
  const t = words(texts, useRequest().locale)
  if (!isAsked) return <Panel title={t.own}>{children}</Panel>
  return (
    <Details summary={t.again} open={faults.some((f) => f.field !== 'note')}>
      {children}
    </Details>
  )
}

/** What was written is read first, and decided about below it. */
function Asked({
  item,
  channel,
  action,
  asked,
  mayApprove,
  isOwn,
  values,
  faults,
}: CorrectionPageProps & { asked: Correction }) {
  const t = words(texts, useRequest().locale)
  return (
    <Panel title={t.waits}>
      <p>{t.waitsBy(asked.madeByName, showTime(asked.madeAt))}</p>
      <Seen item={item} channel={channel} variant={asked.content} />
      {mayApprove && isOwn && <p>{t.notYou}</p>}
      {mayApprove && !isOwn && (
        <Form action={`${action}/decision`} values={values} faults={faults}>
          <input type="hidden" name="digest" value={asked.digest} />
          <TextArea name="note" label={t.note} rows={2} optional />
          <ButtonGroup>
            <Button name="decision" value="approve" icon="stamp">
              {t.approve}
            </Button>
            <Button kind="secondary" name="decision" value="return" icon="return">
              {t.giveBack}
            </Button>
          </ButtonGroup>
        </Form>
      )}
    </Panel>
  )
}

function Fields({ item, action, limits, pictures, values, faults }: CorrectionPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <Form action={action} values={values} faults={faults}>
      {limits.title.used && <TextArea name="title" label={t.textTitle} rows={2} />}
      {limits.lead.used && <TextArea name="lead" label={t.summary} rows={3} optional={!limits.lead.needed} />}
      <TextArea name="text" label={t.text} rows={10} />
      {limits.images.most > 0 && pictures.length > 0 && (
        <Checkboxes
          name="images"
          label={t.images}
          optional={limits.images.least === 0}
          choices={pictures.map((i) => ({
            value: String(i.fileId),
            label: (
              <span class="desk-pick">
                <img
                  src={`${itemAddress(item.id)}/images/${i.fileId}/thumbnail`}
                  alt=""
                  width="96"
                  height="64"
                />
                {i.alt}
              </span>
            ),
          }))}
        />
      )}
      <Button icon="send">{t.ask}</Button>
    </Form>
  )
}
