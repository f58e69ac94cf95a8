import type { ComponentChildren } from 'preact'
import { ButtonGroup, ButtonLink } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { PageHead } from '../../../../ui/page-head.tsx'
import { Pager } from '../../../../ui/pager.tsx'
import { type DeskPlace, DeskTabs } from '../../pages/desk-tabs.tsx'
import type { Listing } from '../listing.ts'

export interface RegisterListProps {
  here: DeskPlace
  words: { title: string; lead: string; add: string; export: string; nothing: string; nothingWhy: string }
  listing: Pick<Listing, 'page' | 'pageSize' | 'pageAddress' | 'exportAddress'>
  /** Of what passes the filter. */
  total: number
  /** Where a new line is written; null: the reader writes none. */
  add: string | null
  scene: 'done' | 'search'
  /** Figures, charts and the filter. */
  above: ComponentChildren
  /** The lines. */
  children: ComponentChildren
}

/** The list of a register: what it is, its figures and filter, its lines or that there are none, and its pages. */
export function RegisterList(props: RegisterListProps) {
  const { words: t, listing, total } = props
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          <ButtonGroup>
            {props.add && (
              <ButtonLink icon="add" href={props.add}>
                {t.add}
              </ButtonLink>
            )}
            {total > 0 && (
              <ButtonLink icon="download" kind="secondary" href={listing.exportAddress}>
                {t.export}
              </ButtonLink>
            )}
          </ButtonGroup>
        }
      />
      <DeskTabs here={props.here} />
      {props.above}
      {total === 0 ? (
        <EmptyState scene={props.scene} title={t.nothing}>
          {t.nothingWhy}
        </EmptyState>
      ) : (
        props.children
      )}
      <Pager page={listing.page} pageSize={listing.pageSize} total={total} href={listing.pageAddress} />
    </>
  )
}
