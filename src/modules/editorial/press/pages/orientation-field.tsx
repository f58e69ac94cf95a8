import { words } from '../../../../lib/text/words.ts'
import { Combobox } from '../../../../ui/combobox.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { texts } from '../press.texts.ts'

export interface OrientationFieldProps {
  orientations: readonly { id: number; title: string }[]
  hint?: string
}

/** The orientation that a piece or a text follows; nothing where there is none to choose. */
export function OrientationField({ orientations, hint }: OrientationFieldProps) {
  const t = words(texts, useRequest().locale)
  if (orientations.length === 0) return null
  return (
    <Combobox
      name="orientationId"
      label={t.follows}
      {...(hint ? { hint } : {})}
      empty={t.followsNone}
      options={orientations.map((o) => ({ value: String(o.id), label: o.title }))}
      optional
    />
  )
}
