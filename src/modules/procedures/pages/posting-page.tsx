import { showDay } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import { words } from '../../../lib/text/words.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { FileInput } from '../../../ui/file-input.tsx'
import { Form, type FormValues } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { StatusTag } from '../../../ui/tag.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { standingLooks } from '../looks.ts'
import { type Announcement, type Posting, postingAddress, type Standing } from '../procedure.ts'
import { kindWords, standingWords, texts } from '../procedures.texts.ts'

export interface PostingPageProps {
  posting: Posting
  announcement: Announcement
  unitName: string
  standing: Standing
  mayPost: boolean
  mayReturn: boolean
  values: FormValues
  faults: readonly Fault[]
}

/** One unit's posting of one decision: made for a phone, with two fields. */
export function PostingPage(props: PostingPageProps) {
  const { posting: p, announcement: a, standing } = props
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <>
      <ErrorSummary faults={props.faults} />
      <PageHead
        title={t.postingTitle(a.number)}
        kicker={props.unitName}
        tags={<StatusTag look={standingLooks[standing]}>{standingWords[standing][locale]}</StatusTag>}
      />
      {p.returnedReason && p.state !== 'posted' && (
        <Notice tone="bad" title={t.mended}>
          {p.returnedReason}
        </Notice>
      )}
      {a.withdrawnAt && (
        <Notice tone="warn" title={t.withdrawn}>
          {a.withdrawnReason}
        </Notice>
      )}
      {props.mayPost && <Report {...props} />}
      <What {...props} />
      {p.photoFileId !== null && (
        <p>
          <img
            class="evidence-photo"
            src={`${postingAddress(p.id)}/photo`}
            alt={t.photoOf(props.unitName)}
            loading="lazy"
          />
        </p>
      )}
      {props.mayReturn && (
        <Panel title={t.returnTitle}>
          <Form action={`${postingAddress(p.id)}/return`} values={props.values} faults={props.faults}>
            <TextArea name="reason" label={t.mended} rows={2} limit={1000} />
            <Button kind="secondary">{t.returnVerb}</Button>
          </Form>
        </Panel>
      )}
    </>
  )
}

function Report({ posting: p, values, faults }: PostingPageProps) {
  const t = words(texts, useRequest().locale)
  return (
    <Panel>
      <Form action={postingAddress(p.id)} values={values} faults={faults} files>
        <FileInput
          name="files"
          label={t.photo}
          hint={t.photoHint}
          accept="image/*"
          limit={20 * 1024 * 1024}
          camera
          optional={p.photoFileId !== null}
        />
        <TextInput name="webLink" label={t.web} hint={t.webHint} maxlength={500} width="l" />
        <Button icon="done">{t.report}</Button>
      </Form>
    </Panel>
  )
}

function What({ posting: p, announcement: a }: PostingPageProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <SummaryList
      facts={[
        { label: t.due, value: showDay(a.dueDay) },
        {
          label: t.decision,
          value: `${a.number}, ${showDay(a.issued)}, ${a.issuer}`,
        },
        {
          label: t.procedures,
          value: `${a.procedures} (${kindWords[a.kind][locale].toLowerCase()}), ${a.field}`,
        },
        { label: t.link, value: a.link && <a href={a.link}>{a.link}</a> },
        { label: t.photo, value: p.photoFileId === null ? t.noPhoto : t.hasPhoto },
        { label: t.web, value: p.webLink ? <a href={p.webLink}>{p.webLink}</a> : t.noWeb },
        { label: t.day, value: p.postedDay && showDay(p.postedDay) },
        { label: t.by, value: p.postedBy },
      ]}
    />
  )
}
