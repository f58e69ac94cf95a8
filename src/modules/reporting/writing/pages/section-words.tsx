import { showTime } from '../../../../lib/calendar/day.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup } from '../../../../ui/button.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Tag } from '../../../../ui/tag.tsx'
import { reportAddress } from '../../report.ts'
import type { SectionContent } from '../content.ts'
import { inheritingTexts } from '../inheriting.texts.ts'
import type { KeptCopy } from '../remarks.sql.ts'
import type { ReportView } from '../showing.ts'
import { texts } from '../writing.texts.ts'

/** The words of a section: saved by themselves while they are typed, and by a button without a script. */
export function SectionWords({ view, section }: { view: ReportView; section: SectionContent }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { definition, narrative } = section
  const { code } = definition
  const address = `${reportAddress(view.file.report.id)}/sections/${code}`
  const copies = view.copies.filter((c) => c.sectionCode === code)
  const text = narrative?.text ?? ''
  return (
    <>
      {copies.map((copy) => (
        <TwoTexts
          key={copy.id}
          copy={copy}
          now={text}
          reportId={view.file.report.id}
          revision={narrative?.revision ?? 0}
        />
      ))}
      <form
        class="form words"
        action={address}
        method="post"
        data-autosave={`report-${view.file.report.id}-${code}`}
        data-words={JSON.stringify({
          saving: t.saving,
          saved: t.savedAt,
          offline: t.offline,
          restored: t.restored,
          both: t.both,
          late: t.late,
          reload: t.reload,
        })}
      >
        <Token />
        <input type="hidden" name="revision" value={String(narrative?.revision ?? 0)} />
        <div class="field">
          <label class="label" for={`text-${code}`}>
            {t.words}
            <span class="visually-hidden">: {definition.heading[locale]}</span>{' '}
            {narrative?.proposed && (
              <Tag tone="lotus" icon="idea">
                {t.drafted}
              </Tag>
            )}
          </label>
          <textarea class="input" id={`text-${code}`} name="text" rows={rowsFor(text)}>
            {text}
          </textarea>
        </div>
        <p class="words-told soft small" role="status" data-told>
          {narrative && !narrative.proposed
            ? t.lastChange(narrative.changedByName, showTime(narrative.changedAt))
            : ''}
        </p>
        <WordButtons section={section} address={address} />
      </form>
    </>
  )
}

function WordButtons({ section, address }: { section: SectionContent; address: string }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const proposed = section.narrative?.proposed ?? false
  return (
    <ButtonGroup>
      {proposed && (
        <Button formaction={`${address}/acceptance`} icon="check" small>
          {t.accept}
        </Button>
      )}
      <Button kind="secondary" small>
        {t.save}
      </Button>
      {section.definition.draft && !proposed && (
        <Button kind="quiet" small icon="refresh" formaction={`${address}/drafting`}>
          {t.draftAnew}
        </Button>
      )}
    </ButtonGroup>
  )
}

/** The token that <Form> writes; this form is written out because it carries attributes for its script. */
function Token() {
  const { csrf } = useRequest()
  return <input type="hidden" name="_csrf" value={csrf} />
}

/** High enough to read without scrolling on a phone, not so high that it hides the next section. */
function rowsFor(text: string): number {
  const lines = text.split('\n').reduce((n, line) => n + Math.max(1, Math.ceil(line.length / 70)), 0)
  return Math.min(18, Math.max(5, lines + 1))
}

interface TwoTextsProps {
  copy: KeptCopy
  now: string
  reportId: number
  revision: number
  /** The report is locked: the text can only be read and put away. */
  locked?: boolean
}

/** Somebody wrote at the same time: both texts beside each other, to be merged. */
export function TwoTexts({ copy, now, reportId, revision, locked }: TwoTextsProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const i = words(inheritingTexts, locale)
  return (
    <Notice tone="warn" title={copy.fromUnitId === null ? t.twoTexts : i.draftOf(copy.byName)}>
      {!locked && <p>{t.twoTextsWhy}</p>}
      <div class="two-texts">
        <div>
          <h3>{t.textNow}</h3>
          <p class="letter">{now || t.noText}</p>
        </div>
        <div>
          <h3>{t.textOf(copy.byName, showTime(copy.keptAt))}</h3>
          <p class="letter">{copy.text}</p>
        </div>
      </div>
      <Form action={`${reportAddress(reportId)}/copies/${copy.id}/settling`} bare>
        <input type="hidden" name="revision" value={String(revision)} />
        <ButtonGroup>
          {!locked && (
            <Button kind="secondary" small name="use" value="1">
              {t.useThis}
            </Button>
          )}
          <Button kind="quiet" small>
            {t.dropThis}
          </Button>
        </ButtonGroup>
      </Form>
    </Notice>
  )
}
