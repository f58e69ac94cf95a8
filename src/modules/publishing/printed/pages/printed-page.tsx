import { dayOf, showDay } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import type { FormValues } from '../../../../lib/http/forms.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Radios } from '../../../../ui/choices.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form } from '../../../../ui/form.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { Stat, Stats } from '../../../../ui/stat.tsx'
import { Table } from '../../../../ui/table.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { ReadinessTag } from '../../prepared/pages/readiness-notice.tsx'
import { isOldText } from '../../prepared/readiness.ts'
import { showCount } from '../../reach/pages/reach-charts.tsx'
import type { Balance } from '../balance.ts'
import { printKinds } from '../print-kind.ts'
import type { Product } from '../printed.sql.ts'
import { texts } from '../printed.texts.ts'

type PrintedProps = {
  products: readonly (Product & { balance: Balance })[]
  standing: number
  mayWork: boolean
}

/** What was made of the texts, and where its copies are. */
export function PrintedPage({ products, standing, mayWork }: PrintedProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const sum = (of: (b: Balance) => number) =>
    showCount(
      products.reduce((n, p) => n + of(p.balance), 0),
      locale,
    )
  return (
    <>
      <PageHead
        title={t.printed}
        lead={t.lead}
        actions={
          mayWork && (
            <>
              <ButtonLink href="/printed/new" icon="add" kind="primary">
                {t.newProduct}
              </ButtonLink>
              <ButtonLink href="/printed/handing-out" icon="camera">
                {t.quick}
              </ButtonLink>
            </>
          )
        }
      />
      <Stats>
        <Stat label={t.printedCopies} value={sum((b) => b.printed)} icon="print" />
        <Stat label={t.issued} value={sum((b) => b.issued)} icon="send" />
        <Stat label={t.handedOut} value={sum((b) => b.handedOut)} icon="people" tone="accent" />
        <Stat label={t.standing} value={String(standing)} icon="place" href="/printed/standing" />
      </Stats>
      {products.length === 0 ? (
        <EmptyState title={t.noProducts}>{t.noProductsWhy}</EmptyState>
      ) : (
        <ProductTable products={products} />
      )}
    </>
  )
}

function ProductTable({ products }: Pick<PrintedProps, 'products'>) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <Table
      narrow="lines"
      caption={t.products}
      rows={products}
      rowKey={(p) => p.id}
      columns={[
        {
          key: 'title',
          label: t.title,
          main: true,
          width: 'wide',
          cell: (p) => (
            <>
              <a href={`/printed/${p.id}`}>{p.title}</a> {<Standing product={p} />}
            </>
          ),
        },
        { key: 'kind', label: t.kind, phone: 'bare', cell: (p) => printKinds[p.kind][locale] },
        { key: 'day', label: t.day, cell: (p) => showDay(dayOf(p.madeAt)) },
        {
          key: 'printed',
          label: t.printedCopies,
          numeric: true,
          cell: (p) => showCount(p.balance.printed, locale),
        },
        {
          key: 'out',
          label: t.handedOut,
          numeric: true,
          cell: (p) => showCount(p.balance.handedOut, locale),
        },
        { key: 'left', label: t.left, numeric: true, cell: (p) => showCount(p.balance.left, locale) },
      ]}
    />
  )
}

function Standing({ product: p }: { product: Product }) {
  const t = words(texts, useRequest().locale)
  if (p.publicationId === null) return <ReadinessTag made={p} />
  return isOldText(p) ? <Tag tone="warn">{t.old}</Tag> : null
}

type NewProps = {
  items: readonly { id: number; title: string }[]
  values: FormValues
  faults: readonly Fault[]
}

export function NewProductPage({ items, values, faults }: NewProps) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageHead title={t.newProduct} lead={t.newLead} />
      <Form action="/printed" values={values} faults={faults}>
        <Combobox
          name="item"
          label={t.item}
          empty
          width="l"
          options={items.map((i) => ({ value: String(i.id), label: i.title }))}
        />
        <Radios
          name="kind"
          label={t.kind}
          choices={Object.entries(printKinds).map(([value, k]) => ({
            value,
            label: k[locale],
            hint: locale === 'vi' ? k.aboutVi : k.aboutEn,
          }))}
        />
        <Button icon="print">{t.make}</Button>
      </Form>
    </>
  )
}
