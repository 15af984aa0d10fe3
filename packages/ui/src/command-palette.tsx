import { Search } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { NavigationItem } from './app-frame.tsx'
import { Button } from './button.tsx'
import { controlClass } from './field.tsx'
import { Layer } from './layer.tsx'

/** A way to every page by typing a few letters of its name. */
export interface CommandPaletteProps {
  readonly items: readonly NavigationItem[]
  onGo(href: string): void
  readonly words: {
    readonly open: string
    readonly title: string
    readonly field: string
    readonly none: string
  }
}

/** See `CommandPaletteProps`. Opens by its button, or by Ctrl K. */
export function CommandPalette({ items, onGo, words }: CommandPaletteProps) {
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      // Whoever was nowhere comes back to the button.
      if (document.activeElement === document.body) opener.current?.focus()
      setOpen(true)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  return (
    <>
      <Button
        ref={opener}
        size="small"
        icon={<Search aria-hidden className="size-4" />}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        <span className="max-sm:sr-only">{words.open}</span>
        <kbd aria-hidden className="hidden text-xs text-soft lg:inline">
          Ctrl K
        </kbd>
      </Button>
      {open && (
        <Layer
          aria-label={words.title}
          onClose={() => setOpen(false)}
          className="inset-x-3 top-[12vh] bottom-auto mx-auto max-h-[70vh] w-auto max-w-lg flex-col gap-3 rounded-2xl border border-line p-4 shadow-card"
        >
          <Palette
            items={items}
            words={words}
            onGo={(href) => {
              setOpen(false)
              onGo(href)
            }}
          />
        </Layer>
      )}
    </>
  )
}

function Palette({ items, onGo, words }: CommandPaletteProps) {
  const id = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const found = useMemo(() => findItems(items, text), [items, text])
  const chosen = found[Math.min(at, found.length - 1)]
  const optionId = (href: string) => `${id}${href}`
  return (
    <>
      <input
        role="combobox"
        aria-label={words.field}
        placeholder={words.field}
        aria-expanded
        aria-controls={id}
        aria-activedescendant={chosen && optionId(chosen.href)}
        autoComplete="off"
        value={text}
        className={controlClass(false)}
        onChange={({ target }) => {
          setText(target.value)
          setAt(0)
        }}
        onKeyDown={(event) => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
          if (step !== undefined) {
            event.preventDefault()
            setAt(
              (now) => (Math.min(now, found.length - 1) + step + found.length) % Math.max(1, found.length),
            )
          }
          if (event.key === 'Enter' && chosen !== undefined) {
            // The key says its character next. On a slow machine the focus is back on the button by then: it would open
            // this again.
            event.preventDefault()
            onGo(chosen.href)
          }
        }}
      />
      <div id={id} role="listbox" aria-label={words.title} className="min-h-0 overflow-y-auto">
        {found.map((item) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard, as the pattern asks.
          <div
            key={item.href}
            id={optionId(item.href)}
            role="option"
            tabIndex={-1}
            aria-selected={item === chosen}
            className="flex min-h-11 cursor-pointer items-center gap-3 rounded-xl px-3 hover:bg-hover aria-selected:bg-hover"
            onClick={() => onGo(item.href)}
          >
            <span aria-hidden className="text-soft [&>svg]:size-5">
              {item.icon}
            </span>
            {item.label}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="px-3 text-soft">{words.none}</p>}
    </>
  )
}

/** Those whose name has every word that was typed. */
function findItems(items: readonly NavigationItem[], text: string): readonly NavigationItem[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean)
  return items.filter(({ label }) => wanted.every((word) => label.toLowerCase().includes(word)))
}
