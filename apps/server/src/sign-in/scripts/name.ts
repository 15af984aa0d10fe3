import {
  byId,
  post,
  readField,
  readPageData,
  type ShownProblem,
  wireCopyButtons,
  wireForm,
} from '../../page/scripts/browser.ts'
import { canAutofill, getPasskey } from '../../page/scripts/passkey.ts'
import { finishPasskey } from './finish-passkey.ts'

interface NamePageData {
  flow: string
  options: PublicKeyCredentialRequestOptionsJSON
  refreshMilliseconds: number
  required: string
  signingIn: string
  offline: ShownProblem
}

const data = readPageData<NamePageData>()
const form = byId('form')
let offering = new AbortController()

if (form instanceof HTMLFormElement) {
  wireForm(form, '/sign-in/name', () => {
    const userName = readField('user-name', data.required)
    return userName === undefined ? undefined : { flow: data.flow, userName }
  })
}
wireCopyButtons()
void offer(data.options)

/** Offer passkeys in the name field, for as long as the page is open: a challenge lives only minutes. */
async function offer(options: PublicKeyCredentialRequestOptionsJSON): Promise<void> {
  if (!(await canAutofill())) return
  offering = new AbortController()
  const renewal = setTimeout(renew, data.refreshMilliseconds)
  const how = { automatic: true, mediation: 'conditional', signal: offering.signal } as const
  const result = await getPasskey(options, how)
  clearTimeout(renewal)
  // A failure here is not the person's: they did not ask for anything yet.
  if (!result.ok) return
  const accepted = await finishPasskey(data.flow, options.rpId, result.response, data.signingIn)
  if (!accepted) await renew()
}

async function renew(): Promise<void> {
  offering.abort()
  const answer = await post<{ options: PublicKeyCredentialRequestOptionsJSON }>('/sign-in/passkey/begin', {
    flow: data.flow,
  })
  if (answer.ok) void offer(answer.body.options)
}

addEventListener('pagehide', () => offering.abort())
