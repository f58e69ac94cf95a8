import { showTime } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import { words } from '../../../lib/text/words.ts'
import { Button, ButtonGroup } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, type FormValues } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { publicationKinds } from '../../publishing/publication.ts'
import { texts } from '../approvals/approvals.texts.ts'
import type { OpenLink } from '../approvals/approvals.ts'
import type { ChannelLine } from '../variants/lines.ts'
import { BoundTexts } from '../variants/pages/channel-states.tsx'
import { VersionText } from './item-text.tsx'

export interface ApprovalPageProps {
  open: OpenLink
  channels: readonly ChannelLine[]
  at: string
  values: FormValues
  faults: readonly Fault[]
}

/** One text as readers will see it, and two buttons. */
export function ApprovalPage({ open, channels, at, values, faults }: ApprovalPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { link, item, version } = open
  return (
    <div class="stack desk-approval">
      <ErrorSummary faults={faults} />
      <Notice tone="info" title={t.title}>
        <p>{t.dear(link.forName)}</p>
        <p class="small">{t.askedBy(link.madeByName, showTime(link.expiresAt))}</p>
      </Notice>
      <Panel>
        <p class="kicker">{publicationKinds[item.kind][locale]}</p>
        <h1>{version.title}</h1>
        <VersionText
          kind={item.kind}
          language={item.language}
          version={version}
          image={(file) => `${at}/images/${file}`}
          file={(id) => `${at}/files/${id}`}
        />
        <BoundTexts lines={channels} image={(file) => `${at}/images/${file}`} open />
      </Panel>
      <Panel title={t.decision}>
        <Form action={`${at}/decision`} values={values} faults={faults}>
          <TextInput name="name" label={t.yourName} hint={t.yourNameHint} autocomplete="name" />
          <TextArea name="note" label={t.remarks} hint={t.remarksHint} rows={3} optional />
          <ButtonGroup>
            <Button name="decision" value="approve" icon="stamp">
              {t.agree}
            </Button>
            <Button kind="secondary" name="decision" value="return" icon="return">
              {t.giveBack}
            </Button>
          </ButtonGroup>
        </Form>
      </Panel>
    </div>
  )
}

export function ApprovalThanksPage() {
  const t = words(texts, useRequest().locale)
  return (
    <EmptyState scene="done" title={t.thanks}>
      {t.thanksWhy}
    </EmptyState>
  )
}

export function ApprovalGonePage() {
  const t = words(texts, useRequest().locale)
  return (
    <EmptyState scene="search" title={t.gone}>
      {t.goneWhy}
    </EmptyState>
  )
}
