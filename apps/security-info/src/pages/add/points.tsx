import type { ReactNode } from 'react'

/** A few things to see to, each with its sign. */
export function Points({ items }: { readonly items: readonly (readonly [ReactNode, string] | false)[] }) {
  return (
    <ul className="flex max-w-xl flex-col gap-3">
      {items.map(
        (item) =>
          item !== false && (
            <li
              key={item[1]}
              className="flex items-center gap-4 rounded-2xl border border-line bg-paper px-4 py-3"
            >
              <span
                aria-hidden
                className="grid size-10 flex-none place-items-center rounded-xl bg-hover text-accent"
              >
                {item[0]}
              </span>
              {item[1]}
            </li>
          ),
      )}
    </ul>
  )
}
