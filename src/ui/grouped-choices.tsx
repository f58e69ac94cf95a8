import { Checkboxes, type Choice } from './choices.tsx'
import { type FieldProps, useField } from './form.tsx'

/** `under` is the value of the choice that this one is a part of. */
export type PartChoice = Choice & { label: string; under?: string | null }

type GroupedProps = Omit<FieldProps, 'value' | 'width'> & {
  choices: readonly PartChoice[]
  values?: readonly string[] | undefined
  inline?: boolean
}

/**
 * Checkboxes in two steps: the parts of a choice are shown below it once it is made. A part whose whole is not among
 * the choices stands on its own.
 */
export function GroupedCheckboxes({ choices, ...props }: GroupedProps) {
  const facts = useField(props)
  const tops = choices.filter((c) => !c.under || !choices.some((o) => o.value === c.under))
  return (
    <Checkboxes
      {...props}
      choices={tops.map(({ under: _, ...top }) => {
        const parts = choices.filter((c) => c.under === top.value && c.value !== top.value)
        if (parts.length === 0) return top
        return { ...top, more: <Parts {...props} top={top} parts={parts} id={`${facts.id}-${top.value}`} /> }
      })}
    />
  )
}

function Parts({
  top,
  parts,
  ...props
}: Omit<GroupedProps, 'choices'> & { top: PartChoice; parts: PartChoice[] }) {
  return (
    <div class="choice-parts">
      <Checkboxes
        {...props}
        label={top.label}
        hint={undefined}
        choices={parts.map(({ under: _, ...part }) => part)}
        inline
        optional
      />
    </div>
  )
}
