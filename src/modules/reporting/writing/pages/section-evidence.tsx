import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Checkboxes } from '../../../../ui/choices.tsx'
import { Details } from '../../../../ui/details.tsx'
import { FileInput } from '../../../../ui/file-input.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useRequest } from '../../../../ui/request.ts'
import type { Evidence } from '../../../assignments/activity.ts'
import { reportAddress } from '../../report.ts'
import type { SectionContent } from '../content.ts'
import type { ShownEvidence } from '../shown.sql.ts'
import { texts } from '../writing.texts.ts'

interface EvidenceProps {
  reportId: number
  section: SectionContent
  /** Attached and of activities together. */
  count: number
  earlier: readonly Pick<Evidence, 'id' | 'caption'>[]
}

/** Evidence of a section: that of its activities counts by itself; more can be picked or uploaded once. */
export function SectionEvidence({ reportId, section, count, earlier }: EvidenceProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { code } = section.definition
  const address = `${reportAddress(reportId)}/sections/${code}/evidence`
  const attached = new Set(section.evidence.map((e) => e.id))
  const free = earlier.filter((e) => !attached.has(e.id))
  return (
    <div class="sources">
      <h3>{t.evidence}</h3>
      <p class="soft small">{t.evidenceOfActivities(count - section.evidence.length)}</p>
      {section.evidence.length > 0 && (
        <ul class="source-list">
          {section.evidence.map((e) => (
            <li key={e.id} class="row">
              <EvidenceLink evidence={e} />
              <Form action={`${address}/${e.id}/removal`} bare>
                <Button kind="quiet" small icon="close">
                  {t.detach}
                  <span class="visually-hidden"> {e.caption}</span>
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Details summary={t.addEvidence}>
        <Form action={address} files>
          <FileInput
            name="files"
            id={`files-${code}`}
            label={t.files}
            hint={t.filesHint}
            accept="image/*,.pdf,.docx,.xlsx"
            limit={25 * 1024 * 1024}
            multiple
            camera
            optional
          />
          {free.length > 0 && (
            <Checkboxes
              name="evidenceIds"
              id={`evidence-${code}`}
              label={t.ownEvidence}
              choices={free.map((e) => ({ value: String(e.id), label: e.caption }))}
              optional
            />
          )}
          <Button kind="secondary" small icon="upload">
            {t.attach}
          </Button>
        </Form>
      </Details>
    </div>
  )
}

export function EvidenceLink({
  evidence,
}: {
  evidence: Pick<ShownEvidence, 'id' | 'kind' | 'url' | 'caption'>
}) {
  return evidence.kind === 'file' ? (
    <a href={`/evidence/${evidence.id}/file`}>{evidence.caption}</a>
  ) : (
    <a href={evidence.url ?? ''} rel="noopener noreferrer">
      {evidence.caption}
    </a>
  )
}
