import {
  type Answer,
  byId,
  hideProblem,
  markAs,
  navigate,
  post,
  showProblem,
  wireCopyButtons,
} from '../../page/scripts/browser.ts'

const fieldNames = ['organisation', 'domain', 'displayName', 'userName', 'mail']

// The secret leaves the address bar at once: it shall not be photographed, synced or left in the history.
const token = location.hash.slice(1)
history.replaceState(null, '', location.pathname)

const form = byId('form')
let sending = false
/** What we proposed last: a user name the person typed stays. */
let proposed = ''

wireCopyButtons()
void check()
field('displayName').addEventListener('input', propose)
field('domain').addEventListener('input', propose)
form.addEventListener('submit', (event) => {
  event.preventDefault()
  void setUp()
})

async function check(): Promise<void> {
  if (token === '') return show('no-link')
  const answer: Answer<{ usable: boolean }> = await post('/welcome/check', { token })
  if (!answer.ok) showProblem(answer.problem)
  else show(answer.body.usable ? 'set-up' : 'dead-link')
}

function show(id: string): void {
  byId('checking').hidden = true
  byId('set-up').hidden = true
  const part = byId(id)
  part.hidden = false
  if (id === 'set-up') field('organisation').focus()
  else part.focus()
}

async function setUp(): Promise<void> {
  if (sending || !isComplete()) return
  sending = true
  hideProblem()
  markAs('busy', form)
  const values = Object.fromEntries(fieldNames.map((name) => [name, field(name).value]))
  const answer: Answer<{ navigate: string }> = await post('/welcome', { token, ...values })
  if (answer.ok) return navigate(answer.body.navigate)
  sending = false
  markAs('ready', form)
  if (answer.problem.type === 'urn:latchkey:link_unusable') show('dead-link')
  else showProblem(answer.problem)
}

function isComplete(): boolean {
  const missing = fieldNames.map(field).filter((input) => input.required && input.value.trim() === '')
  for (const input of fieldNames.map(field)) {
    const lacks = missing.includes(input)
    input.setAttribute('aria-invalid', String(lacks))
    byId(`${input.id}-error`).textContent = lacks ? (input.dataset['required'] ?? '') : ''
  }
  missing[0]?.focus()
  return missing.length === 0
}

/** Propose `first.last@domain` as the user name, as long as the person has not typed another. */
function propose(): void {
  const userName = field('userName')
  if (userName.value !== proposed) return
  const name = field('displayName')
    .value.normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .trim()
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.|\.$/g, '')
  const domain = field('domain').value.trim().toLowerCase()
  proposed = name === '' || domain === '' ? '' : `${name}@${domain}`
  userName.value = proposed
}

function field(name: string): HTMLInputElement {
  const input = document.getElementById(name)
  if (!(input instanceof HTMLInputElement)) throw new Error(`no field ${name}`)
  return input
}
