import { addDays, type Day } from '../../lib/calendar/day.ts'
import { unitsAsOf } from '../../modules/organisations/organisations.ts'
import { selectPostingsOf } from '../../modules/procedures/postings.sql.ts'
import { post, returnPosting } from '../../modules/procedures/postings.ts'
import { type AnnouncementInput, type Posting, whoPosts } from '../../modules/procedures/procedure.ts'
import { announce } from '../../modules/procedures/procedures.ts'
import { drawnPicture } from './pictures.ts'
import { moment, type Stage } from './stage.ts'

type Played = Omit<AnnouncementInput, 'issued' | 'issuer' | 'documentId' | 'link' | 'replacesId'>

/** Days ago; of a hundred units so many have posted; how many days after the decision the first did. */
const decisions: readonly (Played & { ago: number; done: number })[] = [
  {
    ...{ number: '2101/QĐ-UBND (minh họa)', field: 'Đất đai', kind: 'amended', procedures: 12, days: 5 },
    ...{ scope: ['departments'], ago: 24, done: 80 },
  },
  {
    ...{
      number: '2188/QĐ-UBND (minh họa)',
      field: 'Hộ tịch, chứng thực',
      kind: 'new',
      procedures: 7,
      days: 5,
    },
    ...{ scope: ['communes'], ago: 13, done: 60 },
  },
  {
    ...{ number: '2240/QĐ-UBND (minh họa)', field: 'Xây dựng', kind: 'abolished', procedures: 4, days: 5 },
    ...{ scope: ['communes', 'departments'], ago: 2, done: 10 },
  },
]

/** Three decisions of announcement, one nearly posted, one half late, one just given (QNG-19). */
export async function playAnnouncements(stage: Stage): Promise<void> {
  const { tx, today, provinceId } = stage
  const units = await unitsAsOf(tx, provinceId, today)
  for (const [n, { ago, done, ...facts }] of decisions.entries()) {
    const issued = addDays(today, -ago)
    if (whoPosts(units, facts.scope).length === 0) continue
    const decision = { ...facts, issued, issuer: 'Chủ tịch UBND tỉnh (minh họa)', documentId: null }
    const input = { ...decision, link: 'https://dichvucong.gov.vn', replacesId: null }
    const { id } = await announce(tx, stage.person('tam'), input, moment(stage, issued))
    const postings = await selectPostingsOf(tx, provinceId, id)
    // A few dozen are posted one by one, the way units do it; more would only lengthen the first start.
    const posted = postings.filter((p) => (p.id * 37) % 100 < done).slice(0, 40)
    const photo = await drawnPicture(stage, 60 + n, stage.person('tam').accountId, moment(stage, issued))
    for (const [i, p] of posted.entries()) await postOne(stage, p, photo.id, addDays(issued, 1 + (i % 9)))
    const last = posted[0]
    if (n === 0 && last)
      await returnPosting(
        tx,
        stage.person('tam'),
        last.id,
        'Ảnh chưa thấy tên quyết định; chụp lại bảng niêm yết (minh họa).',
        moment(stage, addDays(issued, 11)),
      )
  }
}

async function postOne(stage: Stage, p: Posting, photoFileId: number, day: Day): Promise<void> {
  const officer = stage.officerAt(p.unitId)
  if (!officer || day > stage.today) return
  const webLink = `https://chungtay.invalid/thu-tuc/${p.unitId}`
  await post(stage.tx, officer, p.id, { photoFileId, webLink }, moment(stage, day))
}
