import { addDemonstrationAccounts } from '../../modules/accounts/demonstration.ts'
import { centralProvinceId, foundCentral } from '../../modules/organisations/organisations.seed.ts'
import { setSharing } from '../../modules/reporting/boards/sharing.ts'
import { moment, type Stage } from './stage.ts'

/** Somebody at Bộ Nội vụ who sees what the demonstration province shares: sums, and nothing below them. */
export async function playNation(stage: Stage): Promise<void> {
  const { tx } = stage
  await setSharing(tx, stage.person('tam'), true, moment(stage, `${stage.year}-01-20`))
  const unitId = await foundCentral(tx, true)
  const person = { name: 'Hà Thu Vân', position: 'Chuyên viên Vụ Cải cách hành chính' }
  const van = { ...person, email: 'van@chungtay.invalid', role: 'auditor', unitId } as const
  await addDemonstrationAccounts(tx, centralProvinceId, [van], stage.now)
}
