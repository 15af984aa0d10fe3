import { CircleCheck } from 'lucide-react'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'

const Tell = createContext<(text: string) => void>(() => {})

/** How long a toast stays, in milliseconds, while nobody points at it. */
const stays = 6000

/** Say that something was done; it goes away by itself. */
export function useToast(): (text: string) => void {
  return useContext(Tell)
}

interface Told {
  readonly id: number
  readonly text: string
}

/** Where toasts come up. @param label the region's name, for whoever does not see it */
export function ToastProvider({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Told[]>([])
  const tell = useCallback((text: string) => {
    setToasts((shown) => [...shown, { id: (shown.at(-1)?.id ?? 0) + 1, text }])
  }, [])
  const forget = useCallback((gone: number) => {
    setToasts((shown) => shown.filter(({ id }) => id !== gone))
  }, [])
  return (
    <Tell value={tell}>
      {children}
      {/* There before anything is said in it: only then is it read out. */}
      <div
        role="status"
        aria-label={label}
        aria-atomic={false}
        className="pointer-events-none fixed right-3 bottom-3 left-3 z-50 mx-auto flex max-w-md flex-col gap-2"
      >
        {toasts.map((told) => (
          <Toast key={told.id} told={told} onGone={forget} />
        ))}
      </div>
    </Tell>
  )
}

function Toast({ told: { id, text }, onGone }: { readonly told: Told; onGone(id: number): void }) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => onGone(id), stays)
    return () => clearTimeout(timer)
  }, [held, id, onGone])
  return (
    <p
      className="pointer-events-auto flex items-center gap-3 rounded-2xl border border-line bg-paper px-4 py-3 shadow-card"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      <CircleCheck aria-hidden className="size-5 flex-none text-good" />
      {text}
    </p>
  )
}
