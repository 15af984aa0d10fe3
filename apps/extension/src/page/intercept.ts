import {
  type Answered,
  askForPort,
  type FromPage,
  handOver,
  type Signalled,
  type ToPage,
} from '../messages.ts'
import { toNativeLooking } from './native-looking.ts'
import { apply, dataOf, listen, post, stopListening } from './natives.ts'
import { toCreation, toRequest } from './to-json.ts'

/**
 * Stands in front of `navigator.credentials` on the organisation’s own pages, from before their first script. It
 * holds nothing worth having: whoever could speak through its port could ask for no more than `navigator.credentials`
 * asks for, and every request ends in a window of ours that names the site as the browser knows it.
 */
function intercept(port: MessagePort): void {
  const { create, get } = CredentialsContainer.prototype
  const waiting = new Map<number, (answered: Answered) => void>()
  let last = 0

  const say = (message: FromPage) => apply(post, port, [message])

  port.onmessage = (event: MessageEvent<ToPage>) => {
    const { id, answered } = dataOf(event)
    waiting.get(id)?.(answered)
    waiting.delete(id)
  }

  async function ask(
    options: CredentialCreationOptions | CredentialRequestOptions,
    native: () => Promise<Credential | null>,
  ): Promise<Credential | null> {
    const asked = findAsked(options)
    if (asked === undefined) return native()
    const { signal } = options
    if (signal?.aborted) throw signal.reason
    const id = ++last
    let stop: (() => void) | undefined
    const answered = await new Promise<Answered | 'aborted'>((resolve) => {
      waiting.set(id, resolve)
      stop = () => resolve('aborted')
      if (signal) apply(listen, signal, ['abort', stop])
      say({ id, asked })
    })
    if (signal) apply(stopListening, signal, ['abort', stop])
    if (answered === 'aborted') {
      waiting.delete(id)
      say({ id, aborted: true })
      throw signal?.reason
    }
    if (answered.outcome === 'native') return native()
    if (answered.outcome === 'refused') throw new DOMException(answered.message, answered.name)
    return toNativeLooking(answered.credential)
  }

  const isContainer = (it: unknown) => it === navigator.credentials
  const methods = {
    create(this: CredentialsContainer, ...given: [CredentialCreationOptions?]) {
      const native = (): Promise<Credential | null> => apply(create, this, given)
      return isContainer(this) && given[0]?.publicKey ? ask(given[0], native) : native()
    },
    get(this: CredentialsContainer, ...given: [CredentialRequestOptions?]) {
      const native = (): Promise<Credential | null> => apply(get, this, given)
      return isContainer(this) && given[0]?.publicKey ? ask(given[0], native) : native()
    },
  }
  replace(CredentialsContainer.prototype, methods)
  overhearSignals((signalled) => say({ signalled }))
}

/** What we may be able to answer. Autofill stays the browser’s, and so does all that we do not understand. */
function findAsked(options: CredentialCreationOptions | CredentialRequestOptions) {
  const mediation: unknown = Reflect.get(options, 'mediation')
  if (mediation !== undefined && mediation !== 'optional' && mediation !== 'required') return undefined
  try {
    const { publicKey } = options
    if (publicKey === undefined) return undefined
    return 'rp' in publicKey ? toCreation(publicKey) : toRequest(publicKey)
  } catch {
    return undefined
  }
}

/** Sites tell authenticators which passkeys count. The browser’s own hear it as ever. */
function overhearSignals(tell: (signalled: Signalled) => void): void {
  const { signalUnknownCredential, signalAllAcceptedCredentials, signalCurrentUserDetails } =
    PublicKeyCredential
  const overhear = (options: unknown) => {
    if (typeof options !== 'object' || options === null) return
    const rpId: unknown = Reflect.get(options, 'rpId')
    const unknown: unknown = Reflect.get(options, 'credentialId')
    if (typeof rpId === 'string') tell({ rpId, ...(typeof unknown === 'string' && { unknown }) })
  }
  // A browser without signals gets none: sites look whether it has them.
  replace(PublicKeyCredential, {
    ...(signalUnknownCredential && {
      signalUnknownCredential(...given: [UnknownCredentialOptions]) {
        overhear(given[0])
        return apply(signalUnknownCredential, PublicKeyCredential, given)
      },
    }),
    ...(signalAllAcceptedCredentials && {
      signalAllAcceptedCredentials(...given: [AllAcceptedCredentialsOptions]) {
        overhear(given[0])
        return apply(signalAllAcceptedCredentials, PublicKeyCredential, given)
      },
    }),
    ...(signalCurrentUserDetails && {
      signalCurrentUserDetails(...given: [CurrentUserDetailsOptions]) {
        overhear(given[0])
        return apply(signalCurrentUserDetails, PublicKeyCredential, given)
      },
    }),
  })
}

/** Put functions in the place of the browser’s, as writable and as visible as those are. */
function replace(holder: object, methods: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(holder, name, { ...Object.getOwnPropertyDescriptor(holder, name), value })
  }
}

/** The bridge may come before us or after us; both come before the page. */
function awaitPort(): void {
  const take = (event: Event) => {
    const port = event instanceof MessageEvent ? event.ports[0] : undefined
    if (port === undefined) return
    event.stopImmediatePropagation()
    event.preventDefault()
    removeEventListener(handOver, take, true)
    intercept(port)
  }
  addEventListener(handOver, take, true)
  dispatchEvent(new Event(askForPort))
}

if (isSecureContext && typeof PublicKeyCredential === 'function') awaitPort()
