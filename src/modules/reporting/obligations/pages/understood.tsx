import { words } from '../../../../lib/text/words.ts'
import { useRequest } from '../../../../ui/request.ts'
import { dutyTexts } from '../duties.texts.ts'
import type { Understood } from '../understanding.ts'

/** What the program takes a deadline to say, and the days that follow from it, each with its reason. */
export function UnderstoodAs({ understood }: { understood: Understood }) {
  const { locale } = useRequest()
  const t = words(dutyTexts, locale)
  return (
    <div class="stack">
      <p>
        {t.understoodAs}: <strong>“{understood.words[locale]}”</strong>
      </p>
      {understood.next.length === 0 ? (
        <p class="soft">{t.noNext}</p>
      ) : (
        <>
          <p class="small soft">{t.nextPeriods}:</p>
          <ul class="stack">
            {understood.next.map((n) => (
              <li key={n.name.vi}>
                {n.why[locale]}
                {n.early && <span class="soft"> ({t.early})</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
