import { Button } from '@latchkey/ui'
import type { ReactNode } from 'react'

/** The way on. */
export function Onward({ onNext, children }: { onNext(): void; readonly children: ReactNode }) {
  return (
    <div>
      <Button look="primary" onClick={onNext}>
        {children}
      </Button>
    </div>
  )
}
