/** A question to the public, with its answers to choose from. */
export interface PollRow {
  id: number
  questionVi: string
  questionEn: string
  options: { vi: string; en: string }[]
  opensAt: Date
  closesAt: Date | null
  byName: string
}

export function isOpenPoll({ opensAt, closesAt }: Pick<PollRow, 'opensAt' | 'closesAt'>, now: Date): boolean {
  return opensAt <= now && (closesAt === null || closesAt > now)
}
