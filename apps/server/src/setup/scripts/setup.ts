import { post, readPageData, type ShownProblem } from '../../page/scripts/browser.ts'

/** The guide, which works without this. */
interface SetupPageData {
  domain: string
  refined: boolean
  chosen: boolean
  mail?: string
  offline: ShownProblem
}

interface Hinting {
  getHighEntropyValues(names: string[]): Promise<{ platformVersion?: string; model?: string }>
}

const { domain, refined, chosen, mail } = readPageData<SetupPageData>()
const address = new URL(location.href)

/** Ask what only a script may ask, and the server whether the steps would be others. */
async function refine(): Promise<void> {
  const found = await findOut()
  if (found === '') return
  const answer = await post<{ differs: boolean }>(`/setup/refine${address.search}`, { found })
  if (!answer.ok || !answer.body.differs) return
  address.searchParams.set('found', found)
  location.replace(address.href)
}

/** As `readFound` reads it. */
async function findOut(): Promise<string> {
  const parts: string[] = []
  if (navigator.maxTouchPoints > 0) parts.push(`t${Math.min(navigator.maxTouchPoints, 99)}`)
  const { platform, hybrid } = await askCapabilities()
  if (platform !== undefined) parts.push(`p${platform ? 1 : 0}`)
  if (hybrid !== undefined) parts.push(`h${hybrid ? 1 : 0}`)
  const { platformVersion, model } = await askHints()
  if (platformVersion) parts.push(`v${platformVersion}`)
  if (model) parts.push(`m${model.slice(0, 64)}`)
  return parts.join('')
}

async function askCapabilities(): Promise<{ platform?: boolean; hybrid?: boolean }> {
  try {
    if (!('PublicKeyCredential' in window)) return {}
    if ('getClientCapabilities' in PublicKeyCredential) {
      const said = await PublicKeyCredential.getClientCapabilities()
      const platform = said['userVerifyingPlatformAuthenticator']
      const hybrid = said['hybridTransport']
      return { ...(platform !== undefined && { platform }), ...(hybrid !== undefined && { hybrid }) }
    }
    return { platform: await isPlatformThere() }
  } catch {
    return {}
  }
}

function isPlatformThere(): Promise<boolean> {
  return PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable()
}

async function askHints(): Promise<{ platformVersion?: string; model?: string }> {
  try {
    const hinting = isHinting(navigator) ? navigator.userAgentData : undefined
    return (await hinting?.getHighEntropyValues(['platformVersion', 'model'])) ?? {}
  } catch {
    return {}
  }
}

function isHinting(value: object): value is { userAgentData: Hinting } {
  return 'userAgentData' in value && typeof value.userAgentData === 'object' && value.userAgentData !== null
}

/** Say once a visit that a person is here: what opens links by itself touches nothing. */
function wireOpened(): void {
  const told = `latchkey-guide-${domain}`
  if (sessionStorage.getItem(told) !== null) return
  const signs = ['pointerdown', 'keydown', 'scroll', 'touchstart']
  const say = () => {
    if (document.visibilityState !== 'visible') return
    for (const sign of signs) removeEventListener(sign, say)
    sessionStorage.setItem(told, 'told')
    // It arrives even if this page makes way for one that fits the device better.
    const opened = { search: address.search, ...(mail !== undefined && { mail }) }
    void post('/setup/opened', opened, { keepalive: true })
  }
  for (const sign of signs) addEventListener(sign, say, { passive: true })
}

function wirePrint(): void {
  const button = document.getElementById('print')
  if (button !== null) {
    button.hidden = false
    button.addEventListener('click', () => print())
  }
  // For browsers whose style sheets cannot open them.
  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
}

wirePrint()
if (domain !== '') wireOpened()
if (refined) {
  // What was found out is this device's: it does not stay in an address that is passed on.
  address.searchParams.delete('found')
  history.replaceState(null, '', address.href)
} else if (!chosen) void refine()
