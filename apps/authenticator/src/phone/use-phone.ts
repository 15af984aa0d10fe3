import { useSuspenseQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { Phone, PhoneAccount, PhoneState } from './open-phone.ts'

const Here = createContext<Phone | undefined>(undefined)

/** Gives the pages the phone. */
export const PhoneProvider = Here

/** What is kept on this phone, and how to change it. @throws Error outside the app */
export function usePhone(): Phone {
  const phone = useContext(Here)
  if (phone === undefined) throw new Error('there is no phone here')
  return phone
}

/** What is read anew when something on the phone has changed. */
export const phoneKey = ['phone'] as const

/** Everything on this phone. */
export function usePhoneState(): PhoneState {
  const phone = usePhone()
  return useSuspenseQuery({ queryKey: phoneKey, queryFn: () => phone.read(), networkMode: 'always' }).data
}

/** One account on this phone. */
export function useAccount(id: string | undefined): PhoneAccount | undefined {
  return usePhoneState().accounts.find((account) => account.id === id)
}
