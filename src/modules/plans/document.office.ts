import { writeDocx } from '../../lib/documents/out/docx.ts'
import { writePdf } from '../../lib/documents/out/pdf.ts'
import { sendBytes } from '../../lib/http/downloads.ts'
import type { Request, Route } from '../../lib/http/route.ts'
import { idOf } from './asking.ts'
import { planDocument } from './plan-document.ts'
import { visiblePlan } from './plan-shown.ts'
import { printablePlan } from './plans.printing.ts'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A plan on paper, in the layout of Nghị định 30/2020/NĐ-CP. */
export const documentRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/plans/:id{[0-9]+}/document.docx',
    who: 'signedIn',
    handle: async (c) => {
      const { document, name } = await printed(c)
      return sendBytes(await writeDocx(document), docx, `${name}.docx`)
    },
  },
  {
    method: 'GET',
    path: '/plans/:id{[0-9]+}/document.pdf',
    who: 'signedIn',
    handle: async (c) => {
      const { document, name } = await printed(c)
      return sendBytes(await writePdf(document), 'application/pdf', `${name}.pdf`)
    },
  },
]

async function printed(c: Request) {
  const { plan } = await visiblePlan(c, idOf(c))
  const document = planDocument(await printablePlan(c.get('db'), plan, c.get('now')))
  const number = plan.number?.replace(/[/\\]/g, '-')
  return { document, name: number ? `Ke hoach ${number}` : `Du thao ke hoach ${plan.year} (${plan.id})` }
}
