import { canAutofill, getPasskey } from '@latchkey/api/passkeys'
import {
  byId,
  post,
  readField,
  readPageData,
  type ShownProblem,
  wireCopyButtons,
  wireForm,
} from '../../page/scripts/browser.ts'
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
let refusals = 0

/** A device that answers without asking anybody would else take the field from the person each time they turn to it. */
const mostRefusals = 3

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
  if (!accepted) renewWhenTheyAct()
}

/** What was refused is refused again: the person reads why, and turns to the form, before a passkey is asked for. */
function renewWhenTheyAct(): void {
  refusals++
  if (refusals >= mostRefusals) return
  const acted = new AbortController()
  for (const act of ['focusin', 'input', 'submit']) {
    form.addEventListener(
      act,
      () => {
        acted.abort()
        void renew()
      },
      { signal: acted.signal },
    )
  }
}

async function renew(): Promise<void> {
  offering.abort()
  const answer = await post<{ options: PublicKeyCredentialRequestOptionsJSON }>('/sign-in/passkey/begin', {
    flow: data.flow,
  })
  if (answer.ok) void offer(answer.body.options)
}

addEventListener('pagehide', () => offering.abort())
