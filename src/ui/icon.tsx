import { asset } from './assets.ts'

/** Every drawing of the sprite. */
export const ICONS = [
  'home',
  'work',
  'plan',
  'tasks',
  'building',
  'people',
  'person',
  'chart',
  'calendar',
  'bell',
  'search',
  'menu',
  'close',
  'check',
  'done',
  'warning',
  'error',
  'info',
  'clock',
  'late',
  'right',
  'left',
  'down',
  'up',
  'sort',
  'upload',
  'download',
  'camera',
  'image',
  'link',
  'edit',
  'delete',
  'add',
  'minus',
  'filter',
  'print',
  'eye',
  'eye-off',
  'lock',
  'leave',
  'globe',
  'copy',
  'flag',
  'send',
  'return',
  'stamp',
  'megaphone',
  'book',
  'star',
  'medal',
  'help',
  'settings',
  'external',
  'circle',
  'half',
  'pause',
  'stop',
  'place',
  'phone',
  'mail',
  'history',
  'split',
  'merge',
  'play',
  'grid',
  'money',
  'chat',
  'idea',
  'shield',
  'code',
  'keyboard',
  'refresh',
] as const

export type IconName = (typeof ICONS)[number]

export function isIconName(name: string): name is IconName {
  return (ICONS as readonly string[]).includes(name)
}

/** Where a drawing lies, for scripts that draw a button of their own. */
export function iconAddress(name: IconName): string {
  return `${asset('/icons/sprite.svg')}#${name}`
}

/**
 * One drawing of the sprite. Decoration by default; give `title` only when no word stands beside it.
 * The sprite is our own, drawn on a grid of 24 with a stroke of 1.75.
 */
export function Icon({ name, title }: { name: IconName; title?: string }) {
  const drawing = <use href={iconAddress(name)} />
  if (title === undefined) {
    return (
      <svg class="icon" aria-hidden="true" focusable="false">
        {drawing}
      </svg>
    )
  }
  return (
    <svg class="icon" role="img" aria-label={title}>
      {drawing}
    </svg>
  )
}
