import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, Suspense, useEffect, useState } from 'react'
import { usePhone } from '../phone/use-phone.ts'
import { LockScreen } from './lock-screen.tsx'
import { lockKey, useLock } from './use-lock.ts'
import { Wiped } from './wiped.tsx'

/** How long nobody has to touch the app for it to lock itself, in milliseconds. */
const idleMilliseconds = 5 * 60_000

/** Stands in front of the pages when the app is locked. */
export function LockGate({ children }: { readonly children: ReactNode }) {
  return (
    <Suspense fallback={null}>
      <Gate>{children}</Gate>
    </Suspense>
  )
}

function Gate({ children }: { readonly children: ReactNode }) {
  const { unlocksWith, open } = useLock()
  const locks = unlocksWith.length > 0
  const [isWiped, setWiped] = useState(false)
  const phone = usePhone()
  useEffect(() => phone.onWiped(() => setWiped(true)), [phone])
  useAutoLock(locks && open)
  if (isWiped) return <Wiped />
  return locks && !open ? <LockScreen /> : children
}

function useAutoLock(watches: boolean): void {
  const { vault } = usePhone()
  const queries = useQueryClient()
  useEffect(() => {
    if (!watches) return
    let touchedAt = Date.now()
    const touch = () => {
      touchedAt = Date.now()
    }
    const look = () => {
      const idle = Date.now() - touchedAt
      if (idle >= 0 && idle < idleMilliseconds && vault.isOpen()) return
      vault.lock()
      void queries.invalidateQueries({ queryKey: lockKey })
    }
    const timer = setInterval(look, 1000)
    addEventListener('pointerdown', touch)
    addEventListener('keydown', touch)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      removeEventListener('pointerdown', touch)
      removeEventListener('keydown', touch)
      document.removeEventListener('visibilitychange', look)
    }
  }, [watches, vault, queries])
}
