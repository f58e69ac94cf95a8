import { useRequest } from '../../../ui/request.ts'
import type { GroupRule } from '../groups.ts'
import { levelNames, unitTypeNames } from '../organisations.texts.ts'
import { groupTexts } from '../organisations-groups.texts.ts'

/** A rule in words: "Sở và tương đương, Ban · Cấp tỉnh". */
export function RuleInWords({
  rule,
  under,
  functionName,
}: {
  rule: GroupRule | null
  under?: string | null | undefined
  functionName?: string | null | undefined
}) {
  const { locale } = useRequest()
  const parts = [
    rule?.types?.map((t) => unitTypeNames[t][locale]).join(', '),
    rule?.levels?.map((l) => levelNames[l][locale]).join(', '),
    rule?.underId && groupTexts[rule.childrenOnly ? 'directlyUnder' : 'under'][locale](under ?? ''),
    rule?.functionCode && groupTexts.holding[locale](functionName ?? rule.functionCode),
  ].filter((part) => part)
  return <>{parts.length > 0 ? parts.join(' · ') : groupTexts.explicitOnly[locale]}</>
}
