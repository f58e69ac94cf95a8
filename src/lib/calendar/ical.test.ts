import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { addDays } from './day.ts'
import { type Calendar, type CalendarEvent, writeCalendar } from './ical.ts'

const report: CalendarEvent = {
  uid: 'obligation-17@chungtay.example',
  day: '2026-03-04',
  summary: 'Báo cáo quý I năm 2026: tuyên truyền cải cách hành chính; gửi Sở Nội vụ',
  description:
    'Hạn: hết ngày 04/03/2026, vì “trước ngày 05 tháng cuối cùng của quý”.\nKế hoạch số 211/KH-UBND',
  url: 'https://chungtay.example/reporting/obligations/17',
  categories: ['Báo cáo', 'Cải cách hành chính, truyền thông'],
  sequence: 2,
  changed: new Date('2026-01-20T02:03:04.567Z'),
  alarms: [
    { daysBefore: 3, hour: 8 },
    { daysBefore: 0, hour: 8 },
  ],
}

function calendar(...events: CalendarEvent[]): Calendar {
  return { name: 'Lịch báo cáo – Sở Nội vụ', refreshHours: 6, events }
}

/** What another program reads: ical.js, the reader of Thunderbird. */
function readAgain(written: string) {
  const root = new ICAL.Component(ICAL.parse(written))
  return { root, events: root.getAllSubcomponents('vevent').map((c) => new ICAL.Event(c)) }
}

test('a due date, as it is written', () => {
  expect(writeCalendar(calendar(report)).replaceAll('\r\n', '\n')).toMatchInlineSnapshot(`
    "BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//Chung Tay//Chung Tay//VI
    CALSCALE:GREGORIAN
    METHOD:PUBLISH
    NAME:Lịch báo cáo – Sở Nội vụ
    X-WR-CALNAME:Lịch báo cáo – Sở Nội vụ
    X-WR-TIMEZONE:Asia/Ho_Chi_Minh
    REFRESH-INTERVAL;VALUE=DURATION:PT6H
    X-PUBLISHED-TTL:PT6H
    BEGIN:VTIMEZONE
    TZID:Asia/Ho_Chi_Minh
    BEGIN:STANDARD
    DTSTART:19750613T000000
    TZOFFSETFROM:+0700
    TZOFFSETTO:+0700
    TZNAME:+07
    END:STANDARD
    END:VTIMEZONE
    BEGIN:VEVENT
    UID:obligation-17@chungtay.example
    DTSTAMP:20260120T020304Z
    LAST-MODIFIED:20260120T020304Z
    DTSTART;VALUE=DATE:20260304
    DTEND;VALUE=DATE:20260305
    SUMMARY:Báo cáo quý I năm 2026: tuyên truyền cải cách hành chín
     h\\; gửi Sở Nội vụ
    DESCRIPTION:Hạn: hết ngày 04/03/2026\\, vì “trước ngày 05 tháng
      cuối cùng của quý”.\\nKế hoạch số 211/KH-UBND
    URL:https://chungtay.example/reporting/obligations/17
    CATEGORIES:Báo cáo,Cải cách hành chính\\, truyền thông
    SEQUENCE:2
    STATUS:CONFIRMED
    TRANSP:TRANSPARENT
    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:Báo cáo quý I năm 2026: tuyên truyền cải cách hành c
     hính\\; gửi Sở Nội vụ
    TRIGGER:-PT64H
    END:VALARM
    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:Báo cáo quý I năm 2026: tuyên truyền cải cách hành c
     hính\\; gửi Sở Nội vụ
    TRIGGER:PT8H
    END:VALARM
    END:VEVENT
    END:VCALENDAR
    "
  `)
})

test('another reader finds the same', () => {
  const { root, events } = readAgain(writeCalendar(calendar(report)))
  expect(root.getFirstPropertyValue('x-wr-calname')).toBe('Lịch báo cáo – Sở Nội vụ')
  expect(root.getFirstPropertyValue('method')).toBe('PUBLISH')
  expect(String(root.getFirstPropertyValue('refresh-interval'))).toBe('PT6H')
  const [event] = events
  expect(event?.startDate.isDate).toBe(true)
  expect([event?.startDate.toString(), event?.endDate.toString()]).toEqual(['2026-03-04', '2026-03-05'])
  expect([event?.uid, event?.summary, event?.description, event?.sequence]).toEqual([
    report.uid,
    report.summary,
    report.description,
    2,
  ])
  const component = event?.component
  expect(component?.getFirstPropertyValue('url')).toBe(report.url)
  expect(component?.getFirstProperty('categories')?.getValues()).toEqual(report.categories)
  expect(component?.getFirstPropertyValue('status')).toBe('CONFIRMED')
  expect(String(component?.getFirstPropertyValue('dtstamp'))).toBe('2026-01-20T02:03:04Z')
  const triggers = component
    ?.getAllSubcomponents('valarm')
    .map((a) => String(a.getFirstPropertyValue('trigger')))
  expect(triggers).toEqual(['-PT64H', 'PT8H'])
})

test('a cancelled entry, and one of several days', () => {
  const { events } = readAgain(
    writeCalendar(calendar({ ...report, lastDay: '2026-03-06', status: 'CANCELLED', sequence: 3 })),
  )
  expect(events[0]?.endDate.toString()).toBe('2026-03-07')
  expect(events[0]?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
})

test('a calendar without events still holds a component', () => {
  const { root, events } = readAgain(writeCalendar(calendar()))
  expect(events).toEqual([])
  expect(root.getAllSubcomponents()).toHaveLength(1)
})

describe('for any words', () => {
  // What the writer drops or turns into a line break on purpose is tried below; U+FFFD is how a broken letter shows.
  const wild = fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.string({
        unit: fc.constantFrom('ệ', 'ư', 'Đ', '\\', ';', ',', '\n', ':', '"', '😀', 'BEGIN:VEVENT', ' '),
        maxLength: 120,
      }),
    )
    .map((w) => w.replace(/[\u2028\u2029\ufffd]|[^\P{Cc}\n]/gu, ''))
  const anyEvent = fc.record({
    uid: fc.uuid().map((id) => `${id}@chungtay.example`),
    day: fc.nat(6000).map((n) => addDays('2019-01-01', n)),
    summary: wild,
    description: wild,
    // ical.js takes the comma after an escaped backslash for an escaped comma.
    categories: fc.array(
      wild.map((w) => w.replaceAll('\\', '')),
      { minLength: 1, maxLength: 3 },
    ),
    changed: fc.date({ min: new Date('2019-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
  })

  test('another reader finds the same words', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 4 }), (entries) => {
        const { events } = readAgain(writeCalendar(calendar(...entries)))
        expect(events.map((e) => [e.uid, e.startDate.toString(), e.summary, e.description ?? ''])).toEqual(
          entries.map((e) => [e.uid, e.day, e.summary, e.description]),
        )
        events.forEach((e, i) => {
          expect(e.component.getFirstProperty('categories')?.getValues()).toEqual(entries[i]?.categories)
        })
      }),
    )
  })

  test('no line is longer than 75 octets, none breaks a letter, all end as the standard says', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { minLength: 1, maxLength: 3 }), (entries) => {
        const written = writeCalendar(calendar(...entries))
        expect(written.endsWith('END:VCALENDAR\r\n')).toBe(true)
        const lines = Buffer.from(written).toString('latin1').split('\r\n')
        for (const line of lines) {
          expect(line.length).toBeLessThanOrEqual(75)
          expect(line).not.toMatch(/[\r\n]/)
          expect(Buffer.from(line, 'latin1').toString('utf8')).not.toContain('\ufffd')
        }
      }),
    )
  })

  test('control characters and half letters do not reach the file', () => {
    const written = writeCalendar(
      calendar({ ...report, summary: 'a\u0000b\u0007c\ud800', url: 'https://x/ a\r\nX:1' }),
    )
    expect(written).toContain('SUMMARY:abc')
    expect(written).toContain('URL:https://x/%20a%0D%0AX:1')
  })
})
