import { Readable } from 'node:stream'
import sharp from 'sharp'
import { addDays } from '../../lib/calendar/day.ts'
import { insertFile } from '../../lib/files/files.ts'
import { keepArrival, writeArrival } from '../../lib/files/store.ts'
import type { Block, RichText } from '../../lib/richtext/rich-text.ts'
import { addAnswer } from '../../modules/publishing/polls.sql.ts'
import { openPoll } from '../../modules/publishing/polls.ts'
import type { Facts, FactValue } from '../../modules/publishing/publication.ts'
import { openColumn, publish } from '../../modules/publishing/publishing.ts'
import { openTopic, retireTopic } from '../../modules/publishing/site/topics.ts'
import { entered } from './library.ts'
import { type ShownPublication, shownPublications } from './portal.data.ts'
import { answerShares, demonstrationPoll } from './portal-poll.data.ts'
import { moment, type Stage } from './stage.ts'

/** Something of every kind on the portal, so that it is alive from the first look; marked by the ribbon. */
export async function playPortal(stage: Stage): Promise<void> {
  const { tx } = stage
  const by = stage.person('hong')
  const at = moment(stage, `${stage.year}-01-20`)
  const columns = {
    together: await openColumn(
      tx,
      by,
      {
        vi: 'Chuyện ở Bộ phận Một cửa',
        en: 'At the one-stop desk',
        aboutVi: 'Phóng sự và bài viết từ cơ sở, đăng thứ Năm hằng tuần.',
        aboutEn: 'Reportages from communes and wards, every Thursday.',
        position: 1,
      },
      at,
    ),
    answers: await openColumn(
      tx,
      by,
      {
        vi: 'Bạn hỏi, cơ quan trả lời',
        en: 'You ask, offices answer',
        aboutVi: 'Câu hỏi của người dân về thủ tục hành chính và câu trả lời của cơ quan phụ trách.',
        aboutEn: 'Questions on procedures, answered by the responsible office.',
        position: 2,
      },
      at,
    ),
  }
  const oldestFirst = [...shownPublications].sort((a, b) => b.daysAgo - a.daysAgo)
  for (const [n, shown] of oldestFirst.entries()) await show(stage, shown, columns, n)
  const campaign = {
    vi: 'Chiến dịch 60 ngày số hóa hồ sơ (minh họa)',
    en: 'Sixty days of digitisation (demonstration)',
    aboutVi: 'Tin của chiến dịch đã kết thúc.',
    aboutEn: 'News of a campaign that is over.',
    ...{ isShown: true, imageId: null, imageAlt: '' },
  }
  const lead = stage.person('tam')
  const code = await openTopic(tx, lead, campaign, at)
  await retireTopic(tx, lead, code, 'digital_government', moment(stage, addDays(stage.today, -30)))
  const pollId = await openPoll(tx, by, { ...demonstrationPoll, closesAt: null }, at)
  for (const [choice, amount] of answerShares.entries())
    await addAnswer(tx, stage.provinceId, pollId, choice, amount)
}

async function show(
  stage: Stage,
  shown: ShownPublication,
  columns: Record<'together' | 'answers', number>,
  n: number,
): Promise<void> {
  const at = moment(stage, addDays(stage.today, -shown.daysAgo), `0${7 + (n % 3)}:1${n % 10}`)
  const image = shown.picture && {
    fileId: await drawn(stage, shown.picture.shape, n, at),
    alt: shown.picture.alt,
  }
  await publish(
    stage.tx,
    stage.person('hong'),
    {
      source: `demonstration:${shown.key}`,
      kind: shown.kind,
      language: shown.language ?? 'vi',
      title: shown.title,
      lead: shown.lead,
      body: textOf(shown.body),
      facts: await entered(stage, shown.title, factsOf(stage, shown.facts ?? {})),
      byline: shown.byline ?? '',
      unitId: stage.unit(shown.unit),
      topics: [...shown.topics],
      columnId: shown.column ? columns[shown.column] : null,
      image: image ?? null,
      audiences: shown.kind === 'directing_document' ? ['officials'] : ['citizens'],
    },
    at,
  )
}

/** '+9T08:00': nine days from today. */
function factsOf(stage: Stage, facts: Facts): Facts {
  const told = Object.entries(facts).map(([name, value]): [string, FactValue] => {
    const ahead = typeof value === 'string' ? /^\+(\d+)(T\d{2}:\d{2})$/.exec(value) : null
    return [name, ahead ? `${addDays(stage.today, Number(ahead[1]))}${ahead[2]}` : value]
  })
  return Object.fromEntries(told)
}

function textOf(lines: readonly string[]): RichText {
  const content: Block[] = []
  const words = (text: string) => [{ type: 'text' as const, text }]
  for (const line of lines) {
    const last = content.at(-1)
    if (line.startsWith('## '))
      content.push({ type: 'heading', attrs: { level: 2 }, content: words(line.slice(3)) })
    else if (!line.startsWith('- ')) content.push({ type: 'paragraph', content: words(line) })
    else {
      const item = {
        type: 'listItem' as const,
        content: [{ type: 'paragraph' as const, content: words(line.slice(2)) }],
      }
      if (last?.type === 'bulletList') last.content.push(item)
      else content.push({ type: 'bulletList', content: [item] })
    }
  }
  return { type: 'doc', content }
}

const shapes = { wide: [1500, 1000], tall: [900, 1350], panorama: [2000, 760] } as const
const skies = [
  ['#f6d9c0', '#e9a98f'],
  ['#cfe6e3', '#8fbfbd'],
  ['#f3e3b8', '#d9a65b'],
  ['#dcd6ea', '#9a8fc0'],
] as const

/** Hills, a sun and a road: a quiet picture that nobody takes for a photo. */
async function drawn(stage: Stage, shape: keyof typeof shapes, n: number, at: Date): Promise<number> {
  const [w, h] = shapes[shape]
  const [from, to] = skies[n % skies.length] ?? skies[0]
  const hill = (y: number, rise: number, colour: string, shift: number) =>
    `<path d="M0 ${h} V${h * y} C${w * 0.2} ${h * (y - rise)} ${w * (0.35 + shift)} ${h * (y + rise * 0.6)} ${w * 0.55} ${h * y} S${w * 0.85} ${h * (y - rise)} ${w} ${h * (y - rise * 0.3)} V${h} Z" fill="${colour}"/>`
  const roofs = Array.from({ length: 5 }, (_, i) => {
    const [x, y, s] = [w * (0.12 + i * 0.17), h * (0.78 + ((i * 7 + n) % 3) * 0.03), Math.min(w, h) * 0.06]
    return `<path d="M${x - s} ${y} L${x} ${y - s * 0.75} L${x + s} ${y} Z" fill="#7a3a2a"/><rect x="${x - s * 0.75}" y="${y}" width="${s * 1.5}" height="${s * 0.7}" fill="#f4ecdc"/><rect x="${x - s * 0.15}" y="${y + s * 0.2}" width="${s * 0.32}" height="${s * 0.5}" fill="${i === n % 5 ? '#ffd36b' : '#5a6b66'}"/>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}"><defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="${to}"/><stop offset="1" stop-color="${from}"/></linearGradient></defs><rect width="${w}" height="${h}" fill="url(#s)"/><circle cx="${w * (0.3 + (n % 4) * 0.14)}" cy="${h * 0.32}" r="${Math.min(w, h) * 0.1}" fill="#fff6df"/>${hill(0.55, 0.16, '#5f9490', 0)}${hill(0.66, 0.12, '#2f7370', 0.1)}${hill(0.8, 0.06, '#135157', 0.05)}${roofs.join('')}</svg>`
  const bytes = await sharp(Buffer.from(svg)).jpeg({ quality: 78 }).toBuffer()
  const arrived = await writeArrival(stage.config.dataDir, Readable.from([bytes]))
  await keepArrival(stage.config.dataDir, arrived)
  const file = {
    sha256: arrived.sha256,
    bytes: arrived.bytes,
    kind: 'jpg',
    name: `minh-hoa-${n + 1}.jpg`,
  } as const
  return (await insertFile(stage.tx, stage.provinceId, stage.person('hong').accountId, at, file)).id
}
