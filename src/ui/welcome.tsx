import { BrandScene } from './brand-scene.tsx'

/** Beside the sign-in form on wide screens: what this place is, in one line and a few sentences. */
export function Welcome({ line, text }: { line: string; text: string }) {
  return (
    <div class="welcome">
      <BrandScene />
      <p class="welcome-line">{line}</p>
      <p>{text}</p>
    </div>
  )
}
