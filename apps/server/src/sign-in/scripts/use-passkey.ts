import { getPasskey } from '@latchkey/api/passkeys'
import {
  announce,
  byId,
  hideProblem,
  post,
  readPageData,
  type ShownProblem,
  showProblem,
  wireCopyButtons,
} from '../../page/scripts/browser.ts'
import { explain, finishPasskey } from './finish-passkey.ts'

interface PasskeyPageData {
  flow: string
  on: string
  options: PublicKeyCredentialRequestOptionsJSON
  helpMilliseconds: number
  prompting: string
  signingIn: string
  offline: ShownProblem
}

const data = readPageData<PasskeyPageData>()
const retry = byId('retry')
let asking = false

wireCopyButtons()
retry.addEventListener('click', () => void askAgain())
void ask(data.options, { automatic: true })

async function ask(
  options: PublicKeyCredentialRequestOptionsJSON,
  how: { automatic: boolean },
): Promise<void> {
  asking = true
  hideProblem()
  retry.hidden = true
  byId('waiting').classList.add('waiting')
  announce(data.prompting)
  const help = setTimeout(showHelp, data.helpMilliseconds)
  const result = await getPasskey(options, how)
  clearTimeout(help)
  const accepted =
    result.ok && (await finishPasskey(data.flow, options.rpId, result.response, data.signingIn))
  asking = false
  if (accepted) return
  byId('waiting').classList.remove('waiting')
  retry.hidden = false
  if (!result.ok) {
    await explain(data.flow, result.failure)
    showHelp()
  }
}

async function askAgain(): Promise<void> {
  if (asking) return
  asking = true
  const answer = await post<{ options: PublicKeyCredentialRequestOptionsJSON }>('/sign-in/passkey/begin', {
    flow: data.flow,
    on: data.on,
  })
  asking = false
  if (answer.ok) await ask(answer.body.options, { automatic: false })
  else showProblem(answer.problem)
}

function showHelp(): void {
  byId('help').hidden = false
}
