/**
 * Which pages stand on which side of which sheet, so that the pile, folded in the middle and stapled, reads from 1 to n.
 * `pages` is a multiple of four. Each pair is [left, right] of one side, in the order of printing: front of the
 * outermost sheet, its back (turned over the short edge), front of the next …
 */
export function imposed(pages: number): [number, number][] {
  const sides: [number, number][] = []
  for (let sheet = 0; sheet < pages / 4; sheet += 1) {
    sides.push([pages - 2 * sheet, 1 + 2 * sheet])
    sides.push([2 + 2 * sheet, pages - 1 - 2 * sheet])
  }
  return sides
}

/** Empty pages that a booklet of this many needs to be folded of whole sheets. */
export function missingPages(pages: number): number {
  return (4 - (pages % 4)) % 4
}
