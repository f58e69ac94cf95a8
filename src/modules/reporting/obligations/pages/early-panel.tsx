import { dayOf, showDay } from '../../../../lib/calendar/day.ts'
import type { Fault } from '../../../../lib/errors.ts'
import { words } from '../../../../lib/text/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Form, type FormValues } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { useRequest } from '../../../../ui/request.ts'
import { TextArea } from '../../../../ui/text-area.tsx'
import type { Duty } from '../../obligation.ts'
import { dutyTexts } from '../duties.texts.ts'

interface EarlyPanelProps {
  duty: Duty
  mayChange: boolean
  kept?: { values: FormValues; faults: readonly Fault[] } | undefined
}

/** A due day that lies before the data closes: accepted with a reason, or still to be looked at. */
export function EarlyPanel({ duty, mayChange, kept }: EarlyPanelProps) {
  const t = words(dutyTexts, useRequest().locale)
  const { early } = duty
  const action = `/reporting/duties/${duty.id}/early-acceptance`
  const version = <input type="hidden" name="version" value={String(duty.version)} />
  return (
    <Notice tone={early ? 'info' : 'warn'} title={t.earlyTitle}>
      {early ? (
        <>
          <p>
            {t.earlyAccepted(early.byName, showDay(dayOf(early.at)))}: {early.reason}
          </p>
          {mayChange && (
            <Form action={`${action}/removal`} bare>
              {version}
              <Button kind="quiet" small>
                {t.earlyTakeBack}
              </Button>
            </Form>
          )}
        </>
      ) : (
        <>
          <p>{t.earlyWhy}</p>
          {mayChange && (
            <Form action={action} values={kept?.values} faults={kept?.faults}>
              {version}
              <TextArea
                name="reason"
                id="early-reason"
                label={t.reason}
                hint={t.earlyReasonHint}
                rows={2}
                limit={1000}
              />
              <Button kind="secondary" icon="check">
                {t.earlyAccept}
              </Button>
            </Form>
          )}
        </>
      )}
    </Notice>
  )
}
