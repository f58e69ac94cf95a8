import { BrandScene } from './brand-scene.tsx'
import { useWords } from './words.ts'

/** Beside the sign-in form on wide screens: what this place is. */
export function SignInWelcome() {
  const w = useWords()
  return (
    <div class="welcome">
      <BrandScene />
      <p class="welcome-line">{w.welcomeLine}</p>
      <p>{w.welcomeBody}</p>
    </div>
  )
}
