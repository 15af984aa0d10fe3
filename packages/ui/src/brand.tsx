import { classNames } from './class-names.ts'

/** Whose house it is: by its logo, or else by our mark, a key whose bow is a latch, and its name. */
export function Brand({
  name,
  logo,
  logoOnDark,
}: {
  readonly name: string
  readonly logo?: string | undefined
  /** For dark pages; absent: the same as on light ones. */
  readonly logoOnDark?: string | undefined
}) {
  const shown = logo ?? logoOnDark
  if (shown !== undefined) {
    return (
      <picture className="min-w-0">
        {logoOnDark !== undefined && <source media="(prefers-color-scheme: dark)" srcSet={logoOnDark} />}
        <img
          src={shown}
          alt={name}
          className={classNames(
            'h-9 max-w-full object-contain object-left',
            // One that was made for light pages gets its ground.
            logoOnDark === undefined && 'dark:rounded-lg dark:bg-white dark:p-1',
          )}
        />
      </picture>
    )
  }
  return (
    <span className="flex min-w-0 items-center gap-3 font-bold">
      <Mark />
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
