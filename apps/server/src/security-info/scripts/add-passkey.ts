import { type AccountSignal, createPasskey, signalAccount } from '@latchkey/api/passkeys'
import {
  announce,
  byId,
  markAs,
  readPageData,
  type ShownProblem,
  wireCopyButtons,
} from '../../page/scripts/browser.ts'
import { writeLocalTimes } from './local-times.ts'
import { change, reveal, tell, wirePortalForms } from './portal-forms.ts'

interface AddPasskeyData {
  /** `this-device`, `other-device` or `security-key`. */
  kind: string
  waiting: string
}

/** What the server says of a passkey it has kept. */
interface Added {
  rename: string
  name: string
  signal: AccountSignal
}

const data = readPageData<AddPasskeyData>()
const actions = byId('actions')
let creating = false

writeLocalTimes()
wireCopyButtons()
wirePortalForms()
byId('create').addEventListener('click', () => void create())

async function create(): Promise<void> {
  if (creating) return
  creating = true
  markAs('busy', actions)
  announce(data.waiting)
  byId('waiting').classList.add('waiting')
  await beginAndFinish()
  byId('waiting').classList.remove('waiting')
  markAs('ready', actions)
  creating = false
}

async function beginAndFinish(): Promise<void> {
  const begun = await change<{ options: PublicKeyCredentialCreationOptionsJSON }>(
    '/security-info/passkeys/begin',
    { kind: data.kind },
  )
  if (begun === undefined) return
  const made = await createPasskey(begun.options, { automatic: false })
  if (!made.ok && made.failure.name === 'InvalidStateError') return reveal('exists')
  if (!made.ok) {
    const said = await change<ShownProblem>('/security-info/explain', { failure: made.failure })
    if (said !== undefined) tell(said)
    return
  }
  const added = await change<Added>('/security-info/passkeys/finish', { response: made.response })
  if (added === undefined) return
  await signalAccount(added.signal)
  askForName(added)
}

function askForName({ rename, name }: Added): void {
  const form = document.querySelector<HTMLFormElement>('#made form')
  const input = document.querySelector<HTMLInputElement>('#made input')
  if (form === null || input === null) return
  form.dataset['post'] = rename
  input.value = name
  reveal('made')
  input.focus()
  input.select()
}
