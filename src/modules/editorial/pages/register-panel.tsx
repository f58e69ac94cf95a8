import { words } from '../../../lib/text/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useRequest } from '../../../ui/request.ts'
import { type Item, itemAddress } from '../item.ts'
import { modelAddress } from '../models/model.ts'
import { texts as modelTexts } from '../models/models.texts.ts'
import { shortcomingAddress } from '../shortcomings/shortcoming.ts'
import { texts as shortcomingTexts } from '../shortcomings/shortcomings.texts.ts'

/** Where an article about a model or a shortcoming stands in the register, or how it gets there. */
export function RegisterPanel({
  item,
  registerId,
  mayRegister,
}: {
  item: Pick<Item, 'id' | 'kind' | 'translationOf'>
  registerId: number | null
  mayRegister: boolean
}) {
  const { locale } = useRequest()
  const isModel = item.kind === 'exemplar'
  if ((!isModel && item.kind !== 'shortcoming') || item.translationOf !== null) return null
  const t = isModel ? words(modelTexts, locale) : words(shortcomingTexts, locale)
  const title = isModel ? modelTexts.models[locale] : shortcomingTexts.shortcomings[locale]
  const address = isModel ? modelAddress : shortcomingAddress
  if (registerId !== null)
    return (
      <Panel title={title}>
        <p>
          <a href={address(registerId)}>{t.inRegister}</a>
        </p>
      </Panel>
    )
  if (!mayRegister) return null
  return (
    <Panel title={title}>
      <Form action={`${itemAddress(item.id)}/${isModel ? 'model' : 'shortcoming'}`} bare>
        <Button kind="secondary" icon="book">
          {t.fromItem}
        </Button>
      </Form>
    </Panel>
  )
}
