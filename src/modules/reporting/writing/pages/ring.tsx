/** Completeness as a ring with its number inside: told in words by `label`. `share` 0 to 1; null: nothing to tell. */
export function Ring({ share, label }: { share: number | null; label: string }) {
  const around = 2 * Math.PI * 16
  const drawn = (share ?? 0) * around
  const tone = share === null ? 'quiet' : share >= 1 ? 'good' : share >= 0.5 ? 'accent' : 'warn'
  return (
    <svg class={`ring tone-${tone}`} viewBox="0 0 40 40" role="img" aria-label={label}>
      <circle class="ring-ground" cx="20" cy="20" r="16" />
      <circle
        class="ring-share"
        cx="20"
        cy="20"
        r="16"
        stroke-dasharray={`${drawn.toFixed(2)} ${around.toFixed(2)}`}
        transform="rotate(-90 20 20)"
      />
      <text x="20" y="20" text-anchor="middle" dominant-baseline="central">
        {share === null ? '–' : Math.floor(share * 100)}
      </text>
    </svg>
  )
}
