/**
 * The mark: two hands as petals around a third, a lotus that is made together ("chung tay").
 * `ground` says on what it stands, because the outer petals change with it.
 */
export function BrandMark({ ground = 'light' }: { ground?: 'light' | 'dark' }) {
  return (
    <svg viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path class={`mark-${ground}-outer`} d="M19 34C8.500 33 3 26.500 2.500 15.500 12 17 18 23.500 19 34z" />
      <path
        class={`mark-${ground}-outer`}
        d="M21 34c10.500-1 16-7.500 16.500-18.500C28 17 22 23.500 21 34z"
      />
      <path class={`mark-${ground}-inner`} d="M20 28.500c-5.500-6-6-14.500 0-23 6 8.500 5.500 17 0 23z" />
    </svg>
  )
}
