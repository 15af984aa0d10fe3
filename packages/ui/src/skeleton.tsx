/** Where something will stand, of the size it will have. @param label what is said to whoever does not see it */
export function Skeleton({ label, lines = 3 }: { readonly label: string; readonly lines?: number }) {
  return (
    <div role="status" aria-label={label} className="flex motion-safe:animate-pulse flex-col gap-3">
      {Array.from({ length: lines }, (_, line) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are alike and stay where they are.
          key={line}
          aria-hidden
          className="h-5 rounded-lg bg-line last:w-2/3"
        />
      ))}
    </div>
  )
}
