import type { FunctionComponent, VNode } from 'preact'

/** A page with its props, for the doors, which hold no markup. */
export function view<P extends object>(Page: FunctionComponent<P>, props: P): VNode {
  return <Page {...props} />
}
