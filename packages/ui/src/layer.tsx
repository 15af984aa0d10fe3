import { type ReactNode, useEffectEvent, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { classNames } from './class-names.ts'

/** What lies over everything else. Whoever draws it opens it; it is closed by no longer being drawn. */
export interface LayerProps {
  /** The id of its heading, or else its name. */
  readonly 'aria-labelledby'?: string
  readonly 'aria-label'?: string
  readonly 'aria-describedby'?: string | undefined
  readonly className: string
  /** Escape was pressed, or something beside it. */
  onClose(): void
  readonly children: ReactNode
}

/**
 * See `LayerProps`. The browser itself takes the focus in, keeps it there, and gives it back; a field that asks for the
 * focus by `autofocus` gets it.
 */
export function Layer({ className, onClose, children, ...named }: LayerProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const close = useEffectEvent(onClose)
  useLayoutEffect(() => (dialog.current === null ? undefined : show(dialog.current, () => close())), [])
  return createPortal(
    <dialog
      {...named}
      ref={dialog}
      className={classNames('fixed bg-paper text-ink backdrop:bg-black/50 open:flex', className)}
    >
      {children}
    </dialog>,
    document.body,
  )
}

/** @returns closes it again */
function show(dialog: HTMLDialogElement, onClose: () => void): () => void {
  const root = document.documentElement
  const heard = new AbortController()
  const { signal } = heard
  // What is drawn decides: the browser asks, and waits.
  const answer = (event: Event) => {
    event.preventDefault()
    onClose()
  }
  dialog.addEventListener('cancel', answer, { signal })
  dialog.addEventListener('close', onClose, { signal })
  // Text that is marked may end up beside it.
  let began = false
  dialog.addEventListener('pointerdown', (event) => (began = isBeside(dialog, event)), { signal })
  dialog.addEventListener('click', (event) => began && isBeside(dialog, event) && onClose(), { signal })
  // The page behind does not scroll now, and does not move when its scroll bar goes.
  if (innerWidth > root.clientWidth) root.style.scrollbarGutter = 'stable'
  dialog.showModal()
  return () => {
    heard.abort()
    dialog.close()
    if (document.querySelector('dialog:modal') === null) root.style.removeProperty('scrollbar-gutter')
  }
}

/** What is beside a dialog belongs to it, too. */
function isBeside(dialog: HTMLDialogElement, { target, clientX, clientY }: MouseEvent): boolean {
  if (target !== dialog) return false
  const { left, right, top, bottom } = dialog.getBoundingClientRect()
  return clientX < left || clientX > right || clientY < top || clientY > bottom
}
