import { useSurroundings } from '@latchkey/front'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { checksKey } from '../../phone/use-checks.ts'
import { phoneKey, usePhone } from '../../phone/use-phone.ts'
import { useSaid } from '../../said.ts'
import { type Part, type PartState, parts, setUpPart } from './set-up.ts'

export type PartStates = Readonly<Record<Part, PartState>>

const nothingYet: PartStates = {
  device: { at: 'waiting' },
  passkey: { at: 'waiting' },
  push: { at: 'waiting' },
  codes: { at: 'waiting' },
}

/** Set up everything at once, part by part; what failed can be tried again by itself. */
export function useSetUp() {
  const phone = usePhone()
  const { site } = useSurroundings()
  const { approvals } = useSaid()
  const notification = { title: approvals.notificationTitle, body: approvals.notificationBody }
  const queries = useQueryClient()
  const [states, setStates] = useState<PartStates>(nothingYet)
  const [at, setAt] = useState<'ready' | 'working' | 'done'>('ready')
  const [accountId, setAccountId] = useState<string>()
  const put = (part: Part, state: PartState) => setStates((before) => ({ ...before, [part]: state }))

  const findAccount = async (id: string) => {
    const account = (await phone.read()).accounts.find((each) => each.id === id)
    if (account === undefined) throw new TypeError('the account was removed meanwhile')
    return account
  }

  const setUp = async (wanted: readonly Part[]) => {
    setAt('working')
    let id = accountId
    if (wanted.includes('device')) {
      put('device', { at: 'working' })
      try {
        id = await phone.register()
        setAccountId(id)
        put('device', { at: 'done' })
      } catch (problem) {
        put('device', { at: 'failed', problem })
        return setAt('done')
      }
    }
    if (id === undefined) return setAt('done')
    const { answer } = await phone.compare(id).catch(() => ({ answer: undefined }))
    for (const part of parts) {
      if (part === 'device' || !wanted.includes(part)) continue
      put(part, { at: 'working' })
      const known = answer ?? {
        offers: { passkey: true, ownKey: false, push: false, codes: false },
        methods: [],
      }
      put(part, await setUpPart({ phone, site, notification }, part, await findAccount(id), known))
    }
    await phone.compare(id).catch(() => undefined)
    await queries.invalidateQueries({ queryKey: phoneKey })
    await queries.invalidateQueries({ queryKey: checksKey })
    setAt('done')
  }

  return { at, states, accountId, begin: () => setUp(parts), retry: (part: Part) => setUp([part]) }
}
