import { CircleCheck } from 'lucide-react'
import { Toast } from 'radix-ui'
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'

const Tell = createContext<(text: string) => void>(() => {})

/** Say that something was done; it goes away by itself. */
export function useToast(): (text: string) => void {
  return useContext(Tell)
}

/** Where toasts come up. @param label the region's name, for whoever does not see it */
export function ToastProvider({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly { readonly id: number; readonly text: string }[]>([])
  const tell = useCallback((text: string) => {
    setToasts((shown) => [...shown, { id: (shown.at(-1)?.id ?? 0) + 1, text }])
  }, [])
  return (
    <Tell value={tell}>
      <Toast.Provider label={label} duration={6000}>
        {children}
        {toasts.map(({ id, text }) => (
          <Toast.Root
            key={id}
            onOpenChange={(open) => open || setToasts((shown) => shown.filter((each) => each.id !== id))}
            className="flex items-center gap-3 rounded-2xl border border-line bg-paper px-4 py-3 shadow-card"
          >
            <CircleCheck aria-hidden className="size-5 flex-none text-good" />
            <Toast.Description>{text}</Toast.Description>
          </Toast.Root>
        ))}
        <Toast.Viewport className="fixed right-3 bottom-3 left-3 z-50 mx-auto flex max-w-md flex-col gap-2" />
      </Toast.Provider>
    </Tell>
  )
}
