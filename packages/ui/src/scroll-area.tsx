import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'

/** What scrolls by itself. It takes the keyboard's focus while there is more than it shows, and only then. */
export function ScrollArea({
  label,
  className = '',
  children,
}: {
  readonly label: string
  readonly className?: string
  readonly children: ReactNode
}) {
  const area = useRef<HTMLElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useLayoutEffect(() => {
    const { current } = area
    if (current === null) return
    const measure = () => setScrolls(current.scrollHeight > current.clientHeight + 1)
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    for (const child of current.children) observer.observe(child)
    measure()
    return () => observer.disconnect()
  }, [])
  return (
    <section
      ref={area}
      {...(scrolls && { tabIndex: 0, 'aria-label': label })}
      className={`min-h-0 overflow-y-auto ${className}`}
    >
      <div>{children}</div>
    </section>
  )
}
