import { X } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Layer } from './layer.tsx'
import { ScrollArea } from './scroll-area.tsx'

/** A question that has to be answered before anything else. */
export interface ModalProps {
  readonly open: boolean
  readonly title: string
  readonly lead?: ReactNode
  /** What the corner that closes it is called. */
  readonly closeLabel: string
  onClose(): void
  readonly children?: ReactNode
  readonly actions: ReactNode
}

/** See `ModalProps`. The focus goes in, stays in, and comes back. */
export function Modal({ open, ...shown }: ModalProps) {
  return open && <Question {...shown} />
}

function Question({ title, lead, closeLabel, onClose, children, actions }: Omit<ModalProps, 'open'>) {
  const id = useId()
  return (
    <Layer
      aria-labelledby={`${id}-title`}
      aria-describedby={lead === undefined ? undefined : `${id}-lead`}
      onClose={onClose}
      className="inset-x-3 top-1/2 bottom-auto mx-auto max-h-[85dvh] w-auto max-w-xl -translate-y-1/2 flex-col gap-4 rounded-2xl border border-line p-6 shadow-card"
    >
      <div className="flex items-start justify-between gap-4">
        <h2 id={`${id}-title`} className="text-xl font-bold">
          {title}
        </h2>
        <button
          type="button"
          aria-label={closeLabel}
          className="grid size-9 flex-none place-items-center rounded-lg hover:bg-hover"
          onClick={onClose}
        >
          <X aria-hidden className="size-5" />
        </button>
      </div>
      {lead !== undefined && (
        <p id={`${id}-lead`} className="text-soft">
          {lead}
        </p>
      )}
      {children !== undefined && (
        // Room for what shows the focus, which stands outside of a field.
        <ScrollArea label={title} className="-m-1.5 p-1.5">
          {children}
        </ScrollArea>
      )}
      <div className="flex flex-wrap justify-end gap-2">{actions}</div>
    </Layer>
  )
}
