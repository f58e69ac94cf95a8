import { showTime } from '../../../lib/calendar/day.ts'
import type { Fault } from '../../../lib/errors.ts'
import type { FormValues } from '../../../lib/http/forms.ts'
import { limitsOf, type Variant, variantSchema } from '../../publishing/channel.ts'
import { many, one } from '../asking.ts'
import type { Content } from '../item.ts'
import { parseMoment } from '../items/facts-form.ts'
import { ownLink, picturesOf } from './master.ts'
import type { ItemVariant } from './variants.sql.ts'
import { texts } from './variants.texts.ts'

/** A variant as its form shows it. */
export function variantValues({ content, sendAt }: Pick<ItemVariant, 'content' | 'sendAt'>): FormValues {
  const choice = content.link === '' ? 'none' : content.link === ownLink ? 'own' : 'other'
  return {
    ...{ title: content.title, lead: content.lead, text: content.text },
    linkChoice: choice,
    link: choice === 'other' ? content.link : '',
    images: content.images.map((i) => String(i.fileId)),
    way: content.way ?? '',
    sendAt: sendAt ? showTime(sendAt) : '',
  }
}

/** The same back. Pictures keep their order in the text; fields that the channel has not are empty. */
export function readVariant(
  was: ItemVariant,
  values: FormValues,
  master: Content,
): { content: Variant; sendAt: Date | null; faults: Fault[] } {
  const limits = limitsOf(was.channelKind, was.content.way, was.channelSettings)
  const picked = many(values, 'images').map(Number)
  const choice = one(values, 'linkChoice')
  const way = one(values, 'way')
  const content = variantSchema.parse({
    title: limits.title.used ? one(values, 'title') : '',
    lead: limits.lead.used ? one(values, 'lead') : '',
    text: one(values, 'text'),
    link: choice === 'own' ? ownLink : choice === 'other' ? one(values, 'link') || 'https://' : '',
    images: picturesOf(master).filter((i) => picked.includes(i.fileId)),
    ...(was.content.way ? { way: way === 'broadcast' ? 'broadcast' : 'article' } : {}),
  })
  const typed = one(values, 'sendAt').trim()
  const moment = typed === '' ? null : parseMoment(typed)
  const faults = typed !== '' && moment === null ? [{ field: 'sendAt', ...texts.badMoment }] : []
  return { content, sendAt: moment === null ? null : new Date(`${moment}:00+07:00`), faults }
}
