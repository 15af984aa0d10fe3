import { Menu, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { classNames } from './class-names.ts'
import { Layer } from './layer.tsx'

/** A place to go to. */
export interface NavigationItem {
  readonly label: string
  readonly href: string
  readonly icon: ReactNode
}

/** Places that belong together. */
export interface NavigationSection {
  /** Absent: they need no heading. */
  readonly label?: string
  readonly items: readonly NavigationItem[]
}

/** What a link of the navigation needs to look like one. */
export interface NavigationLinkProps {
  readonly href: string
  readonly className: string
  readonly children: ReactNode
  onClick(): void
}

/** What stands around every page. */
export interface AppFrameProps {
  readonly brand: ReactNode
  readonly sections: readonly NavigationSection[]
  /** Draws a link; the one that is current gets `aria-current="page"`. */
  link(props: NavigationLinkProps): ReactNode
  /** Below the navigation: who is here, and the way out. */
  readonly foot: ReactNode
  /** In the bar on top, on the right. */
  readonly tools?: ReactNode
  readonly words: {
    readonly skip: string
    readonly navigation: string
    readonly openMenu: string
    readonly closeMenu: string
  }
  readonly children: ReactNode
}

/** See `AppFrameProps`. Wide: the navigation stands at the left. Narrow: it comes when it is asked for. */
export function AppFrame({ brand, sections, link, foot, tools, words, children }: AppFrameProps) {
  const [open, setOpen] = useState(false)
  const navigation = (
    <Navigation sections={sections} link={link} label={words.navigation} onGo={() => setOpen(false)} />
  )
  return (
    <div className="lg:grid lg:min-h-dvh lg:grid-cols-[17rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only z-50 rounded-xl bg-accent px-4 py-2 font-semibold text-on-accent focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        {words.skip}
      </a>
      <aside className="sticky top-0 hidden h-dvh flex-col gap-4 border-r border-line bg-paper px-3 py-5 lg:flex">
        <div className="px-3">{brand}</div>
        <div className="min-h-0 flex-1 overflow-y-auto">{navigation}</div>
        {foot}
      </aside>
      <div className="min-w-0">
        <header
          className={classNames(
            'sticky top-0 z-30 flex min-h-14 items-center gap-3 border-b border-line bg-paper px-4',
            tools === undefined
              ? 'lg:hidden'
              : 'lg:static lg:min-h-0 lg:justify-end lg:gap-2 lg:border-0 lg:bg-transparent lg:px-8 lg:pt-5',
          )}
        >
          <button
            type="button"
            aria-label={words.openMenu}
            aria-haspopup="dialog"
            aria-expanded={open}
            className="-ml-2 grid size-11 place-items-center rounded-xl hover:bg-hover lg:hidden"
            onClick={() => setOpen(true)}
          >
            <Menu aria-hidden className="size-6" />
          </button>
          {open && (
            <Layer
              aria-label={words.navigation}
              onClose={() => setOpen(false)}
              className="inset-y-0 right-auto left-0 h-dvh max-h-none w-80 max-w-[85vw] flex-col gap-4 px-3 py-4 shadow-card"
            >
              <div className="flex items-center justify-between gap-2 px-3">
                {brand}
                <button
                  type="button"
                  aria-label={words.closeMenu}
                  className="grid size-11 flex-none place-items-center rounded-xl hover:bg-hover"
                  onClick={() => setOpen(false)}
                >
                  <X aria-hidden className="size-5" />
                </button>
              </div>
              <div className="min-h-0 flex-1 overflow-y-auto">{navigation}</div>
              {foot}
            </Layer>
          )}
          <div className="min-w-0 flex-1 truncate lg:hidden">{brand}</div>
          {tools}
        </header>
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto flex max-w-6xl flex-col gap-6 px-4 py-6 outline-none sm:px-8"
        >
          {children}
        </main>
      </div>
    </div>
  )
}

function Navigation({
  sections,
  link,
  label,
  onGo,
}: Pick<AppFrameProps, 'sections' | 'link'> & { readonly label: string; onGo(): void }) {
  return (
    <nav aria-label={label} className="flex flex-col gap-5">
      {sections.map((section) => (
        <div key={section.items[0]?.href} className="flex flex-col gap-0.5">
          {section.label !== undefined && (
            <p className="px-3 pb-1 text-xs font-semibold tracking-wide text-soft uppercase">
              {section.label}
            </p>
          )}
          {section.items.map((item) => (
            <span key={item.href} className="contents">
              {link({
                href: item.href,
                onClick: onGo,
                className:
                  'flex min-h-10 items-center gap-3 rounded-xl px-3 text-[0.95rem] hover:bg-hover aria-[current=page]:bg-hover aria-[current=page]:font-semibold aria-[current=page]:text-accent',
                children: (
                  <>
                    <span aria-hidden className="[&>svg]:size-5">
                      {item.icon}
                    </span>
                    {item.label}
                  </>
                ),
              })}
            </span>
          ))}
        </div>
      ))}
    </nav>
  )
}
