import type { AddedPasskey, Client, ExplainedFailure, PasskeyKind } from '@latchkey/api'
import { ApiProblem } from '@latchkey/api'
import { createPasskey, signalAccount, signalUnknown } from '@latchkey/api/passkeys'
import { useClient } from '@latchkey/front'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { methodsKey } from '../methods/use-methods.ts'
import { forgetCeremony, rememberCeremony } from './begun-ceremony.ts'

/** What is asked for: the body of `begin` and `finish`. */
export interface AskedPasskey {
  readonly kind: PasskeyKind
  readonly provider?: string | undefined
  readonly otherDevice?: boolean | undefined
  readonly keeping?: 'thisDeviceOnly' | 'synced' | undefined
}

/** How far it is. */
export type RegistrationState =
  | { readonly at: 'idle' }
  /** The browser or the device asks. */
  | { readonly at: 'waiting' }
  /** The device has made it; the server looks at it. */
  | { readonly at: 'created' }
  /** The device holds one already. */
  | { readonly at: 'exists' }
  /** The browser gave none, and why. */
  | { readonly at: 'failed'; readonly failure: ExplainedFailure }
  /** The server said no. `made`: the device made one that is not kept here. */
  | { readonly at: 'refused'; readonly problem: ApiProblem; readonly made: boolean }

/** Make a passkey, in the page. */
export function useRegistration(asked: AskedPasskey, onAdded: (added: AddedPasskey) => void) {
  const client = useClient()
  const queries = useQueryClient()
  const [state, setState] = useState<RegistrationState>({ at: 'idle' })
  /** Made by the device, and lost on the way to the server: sent again instead of making another. */
  const made = useRef<unknown>(undefined)

  const create = async () => {
    if (state.at === 'waiting' || state.at === 'created') return
    setState({ at: 'waiting' })
    const next = await register(client, asked, made, () => setState({ at: 'created' }))
    await queries.invalidateQueries({ queryKey: methodsKey })
    if ('passkey' in next) onAdded(next)
    else setState(next)
  }
  return { state, create }
}

async function register(
  client: Client,
  asked: AskedPasskey,
  made: { current: unknown },
  onCreated: () => void,
): Promise<AddedPasskey | RegistrationState> {
  try {
    if (made.current === undefined) {
      const { options } = await client.send<{ options: PublicKeyCredentialCreationOptionsJSON }>(
        'POST',
        '/passkeys/begin',
        { body: asked },
      )
      rememberCeremony(asked.kind)
      const result = await createPasskey(options, { automatic: false })
      forgetCeremony()
      if (!result.ok) {
        const { failure } = result
        if (failure.name === 'InvalidStateError') return { at: 'exists' }
        const said = await client.send<ExplainedFailure>('POST', '/explain', {
          body: { kind: asked.kind, failure },
        })
        return { at: 'failed', failure: said }
      }
      made.current = result.response
    }
    onCreated()
    const added = await client.send<AddedPasskey>('POST', '/passkeys/finish', {
      body: { ...asked, response: made.current },
    })
    made.current = undefined
    await signalAccount(added.signal)
    return added
  } catch (problem) {
    if (!(problem instanceof ApiProblem)) throw problem
    // It may still arrive: the same answer is sent again.
    if (problem.status === 0) return { at: 'refused', problem, made: false }
    return await letGo(client, asked, made, problem)
  }
}

/** The server took no such passkey: the device is told to forget it, if nobody here knows it. */
async function letGo(
  client: Client,
  { kind }: AskedPasskey,
  made: { current: unknown },
  problem: ApiProblem,
): Promise<RegistrationState> {
  const response = made.current
  made.current = undefined
  if (response === undefined) return { at: 'refused', problem, made: false }
  const { unknown } = await client.send<{ unknown?: { rpId: string } }>('POST', '/unfinished', {
    body: { kind, response },
  })
  if (unknown !== undefined) await signalUnknown(unknown.rpId, response)
  return { at: 'refused', problem, made: true }
}
