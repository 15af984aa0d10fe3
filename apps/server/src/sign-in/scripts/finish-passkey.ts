import {
  type AccountSignal,
  type CeremonyFailure,
  signalAccount,
  signalUnknown,
} from '@latchkey/api/passkeys'
import {
  type Answer,
  announce,
  hideProblem,
  navigate,
  post,
  type ShownProblem,
  showProblem,
} from '../../page/scripts/browser.ts'
import { makeBrowserKey } from './browser-key.ts'

/** What the server says once a passkey has been accepted. */
export interface Finished {
  navigate: string
  signal?: AccountSignal
  /** The browser may be remembered by a key of its own. */
  remember?: boolean
}

/** Hand a passkey's answer to the server, and go on. @returns whether it was accepted */
export async function finishPasskey(
  flow: string,
  rpId: string | undefined,
  response: unknown,
  saying: string,
): Promise<boolean> {
  hideProblem()
  announce(saying)
  const answer: Answer<Finished> = await post('/sign-in/passkey/finish', { flow, response })
  if (answer.ok) {
    await signalAccount(answer.body.signal)
    if (answer.body.remember === true) await remember(flow)
    navigate(answer.body.navigate)
    return true
  }
  if (answer.problem.type === 'urn:latchkey:credential_unknown') await signalUnknown(rpId, response)
  showProblem(answer.problem)
  return false
}

/** Have the server explain what the browser would not, and show it. */
export async function explain(flow: string, failure: CeremonyFailure): Promise<void> {
  const answer: Answer<ShownProblem> = await post('/sign-in/report', { flow, failure })
  showProblem(answer.ok ? answer.body : answer.problem)
}

/** What does not work is no harm: the next sign-in here is as this one was. */
async function remember(flow: string): Promise<void> {
  try {
    await makeBrowserKey(async (publicKey) => {
      const kept = await post<{ browserId: string }>('/sign-in/remember', { flow, publicKey })
      return kept.ok ? kept.body.browserId : undefined
    })
  } catch {
    // Browsers that keep nothing, in a private window for one.
  }
}
