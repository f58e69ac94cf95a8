/** A key or keys, as printed on them: `<Kbd keys={['g', 'k']} />`. */
export function Kbd({ keys }: { keys: readonly string[] }) {
  return (
    <span class="keys">
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  )
}
