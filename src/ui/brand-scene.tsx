/** A lotus that has not opened yet, on still water: for pages that have nothing to show. Decoration. */
export function BrandScene() {
  return (
    <svg class="scene" viewBox="0 0 200 180" aria-hidden="true" focusable="false">
      <path class="art-soft" d="M20 132a80 18 0 0 0 160 0 80 18 0 0 0-160 0z" />
      <path
        class="art-line"
        d="M100 128c-2-14 3-26 0-44M44 136c14-6 30-6 40 0M118 140c12-5 26-5 38 0M76 148c10-3 22-3 32 0"
      />
      <path class="art-lotus" d="M99 88C78 82 70 64 74 42c18 9 27 25 25 46z" />
      <path class="art-lotus" d="M101 88c21-6 29-24 25-46-18 9-27 25-25 46z" />
      <path class="art-lotus" d="M100 86c-13-17-13-40 0-62 13 22 13 45 0 62z" />
    </svg>
  )
}
