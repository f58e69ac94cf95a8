import { type Day, daysBetween, showDay } from '../../lib/calendar/day.ts'
import type { NewNotice } from './notices.sql.ts'
import type { DueWork } from './reminders.sql.ts'

/** One notice for all of a person's tasks that reached a rung today. */
export function reminderNotice(steps: readonly DueWork[], today: Day): NewNotice {
  const late = steps.filter((s) => s.dueDay < today).length
  const soon = steps.length - late
  const vi = [late ? `${late} nhiệm vụ quá hạn` : '', soon ? `${soon} nhiệm vụ sắp đến hạn` : '']
  const en = [late ? `${late} overdue` : '', soon ? `${soon} due soon` : '']
  return {
    kind: 'reminder',
    vi: `Nhắc việc: ${vi.filter(Boolean).join(', ')}.`,
    en: `Reminder: ${en.filter(Boolean).join(', ')}.`,
    href: late ? '/assignments?mine=1&part=late' : '/assignments?mine=1&part=soon',
  }
}

/** The mail of a day: the most pressing first, with the address of each task. */
export function reminderMail(
  name: string,
  steps: readonly DueWork[],
  today: Day,
  baseUrl: string,
): { subject: string; body: string } {
  const late = steps.filter((s) => s.dueDay < today).length
  const subject = late
    ? `Nhắc việc: ${late} nhiệm vụ quá hạn`
    : `Nhắc việc: ${steps.length} nhiệm vụ sắp đến hạn`
  const lines = [...steps]
    .sort((a, b) => a.dueDay.localeCompare(b.dueDay))
    .map((s) => `- ${lineOf(s, today)}\n  ${baseUrl}/assignments/${s.id}`)
  return {
    subject,
    body: `Kính gửi ${name},\n\nTính đến ngày ${showDay(today)}:\n\n${lines.join('\n')}\n\nThư này do hệ thống Chung Tay gửi tự động.\n(Automatic reminder from Chung Tay.)\n`,
  }
}

function lineOf(s: DueWork, today: Day): string {
  const days = daysBetween(s.dueDay, today)
  const when = days > 0 ? `quá hạn ${days} ngày` : days === 0 ? 'đến hạn hôm nay' : `còn ${-days} ngày`
  const content = s.content.length > 140 ? `${s.content.slice(0, 138).trimEnd()}…` : s.content
  return `[${when}, hạn ${showDay(s.dueDay)}] ${content} (${s.planTitle})`
}
