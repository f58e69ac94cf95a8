/** Copies that moved: from the printer's pile (`from` null) or from a unit; to a unit, or to people (`to` null). */
export interface Move {
  from: number | null
  to: number | null
  copies: number
}

export interface Balance {
  printed: number
  /** What left the printer's pile. */
  issued: number
  /** What came into people's hands. */
  handedOut: number
  /** What still lies in the pile, and at units. */
  left: number
  held: ReadonlyMap<number, number>
}

/**
 * Where the copies are. Printed = in the pile + at units + in people's hands, always. Never negative where every move
 * was let through by {@link whyNotMove}.
 */
export function balanceOf(printed: number, moves: readonly Move[]): Balance {
  const held = new Map<number, number>()
  const change = (unit: number | null, by: number) => {
    if (unit !== null) held.set(unit, (held.get(unit) ?? 0) + by)
  }
  let [issued, handedOut] = [0, 0]
  for (const { from, to, copies } of moves) {
    if (from === null) issued += copies
    if (to === null) handedOut += copies
    change(from, -copies)
    change(to, copies)
  }
  return { printed, issued, handedOut, left: printed - issued, held }
}

/** How many copies there are where they would be taken from; null: enough. */
export function whyNotMove(balance: Balance, move: Move): number | null {
  const there = move.from === null ? balance.left : (balance.held.get(move.from) ?? 0)
  return move.copies <= there ? null : there
}
