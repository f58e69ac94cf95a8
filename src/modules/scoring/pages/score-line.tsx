import type { ComponentChildren } from 'preact'
import { words } from '../../../lib/text/words.ts'
import { Details } from '../../../ui/details.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useRequest } from '../../../ui/request.ts'
import { Tag } from '../../../ui/tag.tsx'
import type { CriteriaRow } from '../criteria.ts'
import { type Points, showPoints } from '../points.ts'
import type { Proof } from '../proofs.sql.ts'
import { isExtra } from '../rule.ts'
import { ruleSentence } from '../rule-words.ts'
import { isUnlocked, selfPoints, sheetAddress } from '../score.ts'
import { texts } from '../scoring.texts.ts'
import type { SheetLine, SheetSeen } from '../scoring.ts'
import { HintWords } from './risks-page.tsx'

const shownProofs = 6

/** The headings of the table with the lines below each, in the table's order. */
export function SheetRows({ seen, line }: { seen: SheetSeen; line: (l: SheetLine) => ComponentChildren }) {
  const lines = new Map(seen.lines.map((l) => [l.item.code, l]))
  return (
    <>
      {seen.version.table.rows.map((row) => {
        const found = lines.get(row.code)
        return found ? line(found) : <Heading row={row} key={row.code} />
      })}
    </>
  )
}

function Heading({ row }: { row: CriteriaRow }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const most = row.most > 0 ? ` · ${t.mostShort(showPoints(row.most, locale))}` : ''
  const text = `${row.code}. ${row.name}`
  return (
    <div class="score-heading">
      <h2>{text}</h2>
      <span class="soft">{most.replace(' · ', '')}</span>
    </div>
  )
}

/** One line: what is asked, what the program makes of it and why, what shows it, and what people put below. */
export function ScoreLine({
  seen,
  line,
  children,
}: {
  seen: SheetSeen
  line: SheetLine
  children?: ComponentChildren
}) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const { item, score } = line
  const most = isExtra(item.rule) ? '' : t.mostShort(showPoints(item.most, locale))
  return (
    <section class="panel score-line" id={`line-${item.code}`}>
      <div class="panel-head">
        <h3>{`${item.code}. ${item.name}`}</h3>
        <span class="soft nowrap">{most}</span>
      </div>
      <p class="soft small">{ruleSentence(item.rule, item.most)[locale]}</p>
      {!isExtra(item.rule) && (
        <p class="score-why">
          <Icon name="info" />
          <span>
            <strong>{`${t.programPoints}: `}</strong>
            {score.why[locale]}
          </span>
        </p>
      )}
      {item.note && <p class="soft small">{item.note}</p>}
      {isUnlocked(seen.sheet.state) && score.hints.length > 0 && (
        <ul class="hints">
          {score.hints.map((hint) => (
            <li key={hint.vi}>
              <Icon name={hint.kind === 'win' ? 'flag' : 'clock'} />
              <span>
                <HintWords hint={hint} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <Proofs seen={seen} line={line} />
      {children}
    </section>
  )
}

function Proofs({ seen, line: { item } }: { seen: SheetSeen; line: SheetLine }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const proofs = seen.proofs.byItem.get(item.code) ?? []
  const plan = item.rule.kind === 'plan' && seen.facts.plan?.issued ? seen.facts.plan : null
  if (!item.evidence && proofs.length === 0 && !plan) return null
  return (
    <div class="proofs">
      <p class="small">
        <strong>{t.evidence}</strong>
        {item.evidence && ` · ${item.evidence}`}
        {item.evidenceRequired && (
          <>
            {' '}
            <Tag tone="quiet">{t.evidenceRequired}</Tag>
          </>
        )}
      </p>
      {proofs.length === 0 && !plan ? (
        <p class="small soft">{t.noEvidence}</p>
      ) : (
        <ul class="proof-list small">
          {plan && (
            <li>
              <a href={plan.href}>{plan.title}</a>
            </li>
          )}
          {proofs.slice(0, shownProofs).map((proof) => (
            <li key={proof.id}>
              <ProofLink proof={proof} sheetId={seen.sheet.id} />
            </li>
          ))}
        </ul>
      )}
      {proofs.length > shownProofs && (
        <Details summary={t.moreEvidence(proofs.length - shownProofs)}>
          <ul class="proof-list small">
            {proofs.slice(shownProofs).map((proof) => (
              <li key={proof.id}>
                <ProofLink proof={proof} sheetId={seen.sheet.id} />
              </li>
            ))}
          </ul>
        </Details>
      )}
    </div>
  )
}

function ProofLink({ proof, sheetId }: { proof: Proof; sheetId: number }) {
  const label =
    proof.what && proof.what !== proof.caption ? `${proof.caption} – ${proof.what}` : proof.caption
  const href = proof.url ?? `${sheetAddress(sheetId)}/evidence/${proof.id}/file`
  return (
    <a href={href} rel={proof.url ? 'noopener noreferrer' : undefined}>
      <Icon name={proof.url ? 'link' : 'image'} /> {label}
    </a>
  )
}

/** The columns of a line beside each other, with who filled them and why. */
export function ScoreColumns({ line: { score, item } }: { line: SheetLine }) {
  const { locale } = useRequest()
  const t = words(texts, locale)
  const self = isExtra(item.rule) ? null : selfPoints(score)
  const columns: [label: string, points: Points | null, note: string | null, by: string | null][] = [
    [t.selfPoints, self, score.selfNote, score.selfByName],
    [t.first, score.first, score.firstNote, score.firstByName],
    [t.explanation, null, score.explanation, score.explainedByName],
    [t.second, score.second, score.secondNote, score.secondByName],
  ]
  const filled = columns.filter(([, points, note]) => points !== null || note !== null)
  return (
    <dl class="score-columns">
      {filled.map(([label, points, note, by]) => (
        <div key={label}>
          <dt>{label}</dt>
          {points !== null && <dd class="score-figure">{showPoints(points, locale)}</dd>}
          {note && <dd class="small">{note}</dd>}
          {by && <dd class="small soft">{by}</dd>}
        </div>
      ))}
    </dl>
  )
}
