import { words } from '../../../../lib/text/words.ts'
import { Details } from '../../../../ui/details.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { tokenTexts } from '../token-health.texts.ts'
import type { TokenHealth } from '../token-health.ts'

/** Until when the channel may post, who renews it, and how, step by step. */
export function TokenPanel({ health, people }: { health: TokenHealth | null; people: readonly string[] }) {
  const { locale } = useRequest()
  const t = words(tokenTexts, locale)
  if (!health) return null
  const steps = (
    <div class="prose">
      <ol>
        {health.steps.map((step) => (
          <li key={step.vi}>{step[locale]}</li>
        ))}
      </ol>
    </div>
  )
  return (
    <section aria-label={t.panel}>
      <Notice tone={health.tone} title={health.title[locale]}>
        <p>{health.until[locale]}</p>
        {health.isDue ? (
          <>
            <p>
              {t.who}: <strong>{people.join(', ')}</strong>
            </p>
            <p class="strong">{t.doNow}</p>
            {steps}
          </>
        ) : (
          <p>{t.nobody}</p>
        )}
      </Notice>
      {!health.isDue && (
        <Details summary={t.doLater}>
          <p>
            {t.who}: <strong>{people.join(', ')}</strong>
          </p>
          {steps}
        </Details>
      )}
    </section>
  )
}
