import { Search } from 'lucide-react'

/** A place to type what one looks for. */
export interface SearchFieldProps {
  readonly label: string
  readonly value: string
  onType(text: string): void
}

/** See `SearchFieldProps`. What it says is said to everybody: it stands in the field until something is typed. */
export function SearchField({ label, value, onType }: SearchFieldProps) {
  return (
    <span className="relative block w-full max-w-md">
      <Search aria-hidden className="absolute top-3 left-3 size-5 text-soft" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={({ target }) => onType(target.value)}
        autoComplete="off"
        spellCheck={false}
        className="min-h-11 w-full rounded-xl border border-edge bg-paper py-2 pr-3 pl-10 text-ink placeholder:text-soft"
      />
    </span>
  )
}
