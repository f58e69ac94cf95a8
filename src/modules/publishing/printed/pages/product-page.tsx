import { type Day, dayOf, showDay } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import type { FormValues } from '../../../../lib/http/forms.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { Details } from '../../../../ui/details.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Tag } from '../../../../ui/tag.tsx'
import { ReadinessNotice, ReadinessTag } from '../../prepared/pages/readiness-notice.tsx'
import { isOldText, mayLeave } from '../../prepared/readiness.ts'
import { showCount } from '../../reach/pages/reach-charts.tsx'
import { printKinds } from '../print-kind.ts'
import type { Product } from '../printed.sql.ts'
import { texts } from '../printed.texts.ts'
import type { Ledger } from '../printed.ts'
import type { outline } from '../printed-blocks.ts'
import type { Fitted } from '../setting.ts'
import { LedgerPanel } from './ledger-panel.tsx'

export type ProductProps = {
  product: Product
  fitted: Fitted
  outline: ReturnType<typeof outline>
  ledger: Ledger
  units: readonly { id: number; name: string }[]
  mayWork: boolean
  /** Of the ledger, from 1. */
  page: number
  today: Day
  values: FormValues
  faults: readonly Fault[]
}

/** One piece of printed matter: how it is set, its files, its runs and its ledger. */
export function ProductPage(props: ProductProps) {
  const { product, fitted, faults } = props
  const { locale } = useRequest()
  const t = words(texts, locale)
  const kind = printKinds[product.kind]
  const here = `/printed/${product.id}`
  const isPublic = product.publicationId !== null
  const isGone = isPublic && product.state !== 'live'
  const isOld = !isGone && isOldText(product)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead
        title={product.title}
        kicker={`${kind[locale]} · ${showDay(dayOf(product.madeAt))} · ${product.madeByName}`}
        tags={
          isGone ? (
            <Tag tone="bad">{t.gone}</Tag>
          ) : isPublic ? (
            isOld && <Tag tone="warn">{t.old}</Tag>
          ) : (
            <ReadinessTag made={product} />
          )
        }
        actions={
          isPublic && (
            <ButtonLink href={`/reach/${product.publicationId}`} icon="chart" kind="quiet">
              {locale === 'vi' ? 'Tiếp cận' : 'Reach'}
            </ButtonLink>
          )
        }
      />
      {isGone && <Notice tone="bad">{t.goneWhy}</Notice>}
      <ReadinessNotice made={product} />
      {isOld && product.changedAt && (
        <Notice tone="warn">{t.oldWhy(showDay(dayOf(product.changedAt)))}</Notice>
      )}
      <div class="columns">
        <Panel title={t.preview}>
          <Fit {...props} />
          <img
            class="print-preview"
            src={`${here}/preview.webp`}
            alt={t.previewAlt}
            width="1100"
            height={String(previewHeight(product, fitted))}
          />
          {fitted.fits && <Downloads product={product} />}
          <p class="soft small">{locale === 'vi' ? kind.aboutVi : kind.aboutEn}</p>
        </Panel>
        <div>
          <Choose {...props} />
        </div>
      </div>
      {mayLeave(product) && <LedgerPanel {...props} />}
    </>
  )
}

/** Room for the picture before it is there, so that nothing jumps: pages below each other. */
function previewHeight({ kind }: Product, fitted: Fitted): number {
  const pages = fitted.fits ? fitted.setting.pages : (printKinds[kind].pages ?? 2)
  const ratio = kind === 'leaflet' ? 210 / 297 : Math.SQRT2
  return Math.round(1100 * ratio * pages)
}

function Fit({ product, fitted }: ProductProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  if (fitted.fits)
    return (
      <Notice tone="good" small>
        {t.fits(showPoint(fitted.setting.size, locale), fitted.setting.pages)}
      </Notice>
    )
  const kind = printKinds[product.kind][locale]
  const title = t.tooLong(
    kind.charAt(0).toLocaleLowerCase(locale) + kind.slice(1),
    showCount(fitted.over, locale),
  )
  return (
    <Notice tone="bad" title={title}>
      {t.tooLongWhy}
    </Notice>
  )
}

function showPoint(size: number, locale: 'vi' | 'en'): string {
  return size.toLocaleString(locale === 'vi' ? 'vi-VN' : 'en-GB')
}

function Downloads({ product }: { product: Product }) {
  const t = words(texts, useRequest().locale)
  const here = `/printed/${product.id}`
  const isSheet = printKinds[product.kind].pages !== null
  const leaves = mayLeave(product)
  return (
    <ButtonGroup>
      {isSheet && leaves && (
        <ButtonLink href={`${here}/printer.pdf`} icon="download" kind="primary" download>
          {t.forPrinter}
        </ButtonLink>
      )}
      <ButtonLink href={`${here}/office.pdf`} icon="print" download>
        {t.forOffice}
      </ButtonLink>
      {product.kind.startsWith('booklet') && leaves && (
        <ButtonLink href={`${here}/imposed.pdf`} icon="book" download>
          {t.imposed}
        </ButtonLink>
      )}
    </ButtonGroup>
  )
}

/** Passages with their length; where the text is too long, those that would be enough by themselves are marked. */
function Choose({ product, outline, fitted, ledger, mayWork }: ProductProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const isFixed = ledger.runs.length > 0
  const over = fitted.fits ? 0 : fitted.over
  const shown = outline.filter((o) => o.kind !== 'rule')
  if (!mayWork || isFixed) return isFixed ? <p class="soft">{t.fixed}</p> : null
  return (
    <Details summary={t.choose} open={!fitted.fits}>
      <Form action={`/printed/${product.id}/words`}>
        <p class="soft">{t.chooseLead}</p>
        <ul class="print-outline">
          {shown.map((o) => (
            <li key={o.at}>
              <label>
                <input type="checkbox" name="keep" value={o.at} checked={!product.leftOut.includes(o.at)} />
                <span>
                  {o.kind === 'heading' ? <strong>{o.words}</strong> : shortened(o.words)}{' '}
                  <span class="soft small nowrap">{t.characters(showCount(o.characters, locale))}</span>
                  {over > 0 && o.characters >= over && !product.leftOut.includes(o.at) && (
                    <>
                      {' '}
                      <Tag tone="info">{t.enough}</Tag>
                    </>
                  )}
                </span>
              </label>
            </li>
          ))}
        </ul>
        <Button icon="refresh">{t.setAgain}</Button>
      </Form>
    </Details>
  )
}

function shortened(text: string): string {
  return text.length > 110 ? `${text.slice(0, 110).replace(/\s+\S*$/, '')}…` : text
}
