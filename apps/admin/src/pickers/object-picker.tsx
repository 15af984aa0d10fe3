import { useClient } from '@latchkey/front'
import { controlClass } from '@latchkey/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useDeferredValue, useId, useState } from 'react'
import { useSaid } from '../said.ts'

/** Something that can be chosen: a person, a group, an app. */
export interface Choosable {
  readonly id: string
  readonly name: string
  /** What tells it from others of the same name. */
  readonly about?: string
}

/** Where choosable things come from. */
export interface ChoosableSource {
  /** Names the source among query keys. */
  readonly key: string
  /** The path that finds them by what was typed. */
  pathOf(text: string): string
  read(answer: unknown): readonly Choosable[]
}

/** A field in which several things are chosen by typing the beginnings of their names. */
export interface ObjectPickerProps {
  readonly label: string
  readonly source: ChoosableSource
  readonly chosen: readonly Choosable[]
  onChange(chosen: readonly Choosable[]): void
}

/** See `ObjectPickerProps`. */
export function ObjectPicker({ label, source, chosen, onChange }: ObjectPickerProps) {
  const { frame } = useSaid()
  const client = useClient()
  const id = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const asked = useDeferredValue(text.trim())
  const { data = [] } = useQuery({
    queryKey: ['choose', source.key, asked],
    queryFn: async ({ signal }) => source.read(await client.get(source.pathOf(asked), { signal })),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  })
  const offered =
    asked === '' ? [] : data.filter((each) => !chosen.some((one) => one.id === each.id)).slice(0, 8)
  const active = offered[Math.min(at, offered.length - 1)]

  const choose = (one: Choosable) => {
    onChange([...chosen, one])
    setText('')
    setAt(0)
  }

  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={`${id}-field`} className="font-semibold">
        {label}
      </label>
      {chosen.length > 0 && (
        <ul className="flex flex-wrap gap-2" aria-label={label}>
          {chosen.map((one) => (
            <li
              key={one.id}
              className="flex items-center gap-1 rounded-full border border-line bg-hover py-1 pr-1 pl-3 text-sm"
            >
              {one.name}
              <button
                type="button"
                aria-label={`${frame.remove}: ${one.name}`}
                className="grid size-6 place-items-center rounded-full hover:bg-line"
                onClick={() => onChange(chosen.filter((each) => each.id !== one.id))}
              >
                <X aria-hidden className="size-4" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="relative">
        <input
          id={`${id}-field`}
          role="combobox"
          aria-expanded={offered.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={active && `${id}-${active.id}`}
          autoComplete="off"
          spellCheck={false}
          value={text}
          className={controlClass(false)}
          onChange={({ target }) => {
            setText(target.value)
            setAt(0)
          }}
          onKeyDown={(event) => {
            const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
            if (step !== undefined && offered.length > 0) {
              event.preventDefault()
              setAt((now) => (Math.min(now, offered.length - 1) + step + offered.length) % offered.length)
            }
            if (event.key === 'Enter' && active !== undefined) {
              event.preventDefault()
              choose(active)
            }
            if (event.key === 'Escape') setText('')
          }}
        />
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={label}
          hidden={offered.length === 0}
          className="absolute inset-x-0 top-full z-20 mt-1 rounded-xl border border-line bg-paper p-1 shadow-card"
        >
          {offered.map((one) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard, as the pattern asks.
            <div
              key={one.id}
              id={`${id}-${one.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={one === active}
              className="flex min-h-10 cursor-pointer flex-wrap items-center gap-x-3 rounded-lg px-3 hover:bg-hover aria-selected:bg-hover"
              onClick={() => choose(one)}
            >
              <span className="font-medium">{one.name}</span>
              {one.about !== undefined && <span className="text-sm text-soft">{one.about}</span>}
            </div>
          ))}
        </div>
        {asked !== '' && offered.length === 0 && (
          <p role="status" className="pt-1 text-sm text-soft">
            {frame.none}
          </p>
        )}
      </div>
    </div>
  )
}
