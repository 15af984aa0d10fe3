import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { type ReactNode, useRef } from 'react'

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
export function Modal({ open, title, lead, closeLabel, onClose, children, actions }: ModalProps) {
  const opener = useRef<Element | null>(null)
  return (
    <Dialog.Root open={open} onOpenChange={(next) => next || onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/50" />
        <Dialog.Content
          {...(lead === undefined && { 'aria-describedby': undefined })}
          onOpenAutoFocus={() => {
            opener.current = document.activeElement
          }}
          onCloseAutoFocus={() => {
            if (opener.current instanceof HTMLElement) opener.current.focus()
          }}
          className="fixed inset-x-3 top-1/2 z-50 mx-auto flex max-h-[85dvh] max-w-xl -translate-y-1/2 flex-col gap-4 rounded-2xl border border-line bg-paper p-6 shadow-card"
        >
          <div className="flex items-start justify-between gap-4">
            <Dialog.Title className="text-xl font-bold">{title}</Dialog.Title>
            <Dialog.Close
              aria-label={closeLabel}
              className="grid size-9 flex-none place-items-center rounded-lg hover:bg-hover"
            >
              <X aria-hidden className="size-5" />
            </Dialog.Close>
          </div>
          {lead !== undefined && <Dialog.Description className="text-soft">{lead}</Dialog.Description>}
          {children !== undefined && <div className="min-h-0 overflow-y-auto">{children}</div>}
          <div className="flex flex-wrap justify-end gap-2">{actions}</div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
