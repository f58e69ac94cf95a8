import type { Fault } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { readRichField, richFieldValues } from '../../../lib/richtext/field.ts'
import type { PublicationKind } from '../../publishing/publication.ts'
import type { Content } from '../item.ts'
import { factValues, readFacts } from './facts-form.ts'
import type { ItemImage } from './kept.sql.ts'

/** The form of a text as typed; whatever cannot be read is told in `faults` and left as it was (`was`). */
export function readContent(
  kind: PublicationKind,
  values: FormValues,
  images: readonly ItemImage[],
  was: Content,
): { content: Content; faults: Fault[] } {
  const { facts, faults } = readFacts(kind, values)
  const text = (name: string) => String(values[name] ?? '')
  const title = text('title')
  if (title.length < 3 || title.length > 300)
    faults.push({
      field: 'title',
      vi: 'Tiêu đề dài từ 3 đến 300 ký tự.',
      en: 'A title has 3 to 300 characters.',
    })
  if (text('lead').length > 2000)
    faults.push({
      field: 'lead',
      vi: 'Sa-pô dài quá 2.000 ký tự.',
      en: 'The lead is longer than 2,000 characters.',
    })
  const body = readRichField(
    values,
    'body',
    images.map((i) => i.fileId),
  )
  if (!body.ok) faults.push(...body.faults)
  const lead = images.find((i) => i.fileId === Number(values['leadImageId']))
  const content = {
    title: title.slice(0, 300) || was.title,
    lead: text('lead').slice(0, 2000),
    body: body.ok ? body.value : was.body,
    facts,
    byline: text('byline').slice(0, 300),
    leadImageId: lead?.fileId ?? null,
    leadImageAlt: lead?.alt ?? '',
    files: was.files,
  }
  return { content, faults }
}

/** A text as it stands, as the form shows it. */
export function contentValues(kind: PublicationKind, content: Content): FormValues {
  return {
    title: content.title,
    lead: content.lead,
    ...richFieldValues('body', content.body),
    byline: content.byline,
    leadImageId: String(content.leadImageId ?? ''),
    ...factValues(kind, content.facts),
  }
}
