/** Kinds of change a person makes by a form, as they stand in the address. */
export const changeForms = [
  'creation',
  'renaming',
  'move',
  'appointment',
  'alteration',
  'closing',
  'merger',
  'split',
  'assignment',
  'release',
  'transfer',
] as const
export type ChangeForm = (typeof changeForms)[number]

export function changeAddress(form: ChangeForm, unitId?: number): string {
  return `/organisations/changes/${form}${unitId === undefined ? '' : `?unit=${unitId}`}`
}
