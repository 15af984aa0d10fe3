/** Our mark, a key whose bow is a latch, and whose house this is. */
export function Brand({ name, logo }: { readonly name: string; readonly logo?: string | undefined }) {
  return (
    <span className="flex min-w-0 items-center gap-3 font-bold">
      {logo === undefined ? (
        <Mark />
      ) : (
        <img src={logo} alt="" className="h-8 max-w-24 flex-none object-contain" />
      )}
      <span className="truncate">{name}</span>
    </span>
  )
}

function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className="size-8 flex-none">
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <g
        fill="none"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-on-accent"
      >
        <circle cx="11.5" cy="16" r="4.7" />
        <path d="M16.2 16H25v4.2M21 16v3" />
      </g>
    </svg>
  )
}
