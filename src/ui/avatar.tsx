/** Initials of a person: first letters of the first and the last word ("Nguyễn Thị Ánh" → "NÁ"). Decoration. */
export function Avatar({ name }: { name: string }) {
  const parts = name.normalize('NFC').trim().split(/\s+/)
  const first = [...(parts[0] ?? '')][0] ?? ''
  const last = parts.length > 1 ? ([...(parts.at(-1) ?? '')][0] ?? '') : ''
  return (
    <span class="avatar" aria-hidden="true">
      {(first + last).toLocaleUpperCase('vi')}
    </span>
  )
}
