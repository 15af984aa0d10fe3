import type { PasskeyOfPerson } from '@latchkey/api'
import { useClient } from '@latchkey/front'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { methodsQuery, useMethods } from '../methods/use-methods.ts'

/** How often it is looked whether the passkey has come, in milliseconds. */
const every = 3000

/** See a passkey that arrives through another device while this page waits. @returns the first that was not there before */
export function useArrival(waits: 'waiting' | 'not', onArrived: (passkey: PasskeyOfPerson) => void): void {
  const { passkeys } = useMethods()
  const [before] = useState(() => new Set(passkeys.map(({ id }) => id)))
  const { data } = useQuery({
    ...methodsQuery(useClient()),
    refetchInterval: waits === 'waiting' && every,
    refetchIntervalInBackground: true,
  })
  const arrived = waits === 'waiting' ? data?.passkeys.find(({ id }) => !before.has(id)) : undefined
  useEffect(() => {
    if (arrived !== undefined) onArrived(arrived)
  }, [arrived, onArrived])
}
