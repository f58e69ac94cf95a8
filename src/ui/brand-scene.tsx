/** A lotus on still water, for pages that have nothing else to show. Decoration. */
export function BrandScene() {
  return (
    <svg class="scene" viewBox="0 0 240 200" aria-hidden="true" focusable="false">
      <path class="art-soft" d="M0 158a120 24 0 0 1 240 0 120 24 0 0 1-240 0z" />
      <path class="art-pad" d="M26 160c8-12 62-12 70 0-8 12-62 12-70 0zM61 160l-16-8" />
      <path class="art-pad" d="M152 152c6-9 50-9 56 0-6 9-50 9-56 0zM180 152l14-6" />
      <path class="art-line" d="M128 156c4-20-8-36-8-58M100 172c14-3 34-3 48 0M186 168c8-2 18-2 26 0" />
      <path class="art-lotus" d="M116 104C92 108 72 96 62 70c24-2 44 10 54 34z" />
      <path class="art-lotus" d="M124 104c24 4 44-8 54-34-24-2-44 10-54 34z" />
      <path class="art-lotus" d="M118 106C94 98 84 74 90 40c22 14 33 38 28 66z" />
      <path class="art-lotus" d="M122 106c24-8 34-32 28-66-22 14-33 38-28 66z" />
      <path class="art-lotus" d="M120 108c-17-22-17-56 0-86 17 30 17 64 0 86z" />
    </svg>
  )
}
