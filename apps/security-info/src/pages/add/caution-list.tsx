import type { Caution } from '@latchkey/guidance'
import { Notice } from '@latchkey/ui'
import type { PortalWords } from '@latchkey/words/portal'
import { useSaid } from '../../said.ts'

/** What would go wrong, said before anybody tries. */
export function CautionList({ cautions }: { readonly cautions: readonly Caution[] }) {
  const said = useSaid()
  return cautions.map((caution) => {
    const { title, text } = toWords(caution, said)
    return (
      <Notice key={caution.id} tone={caution.id === 'proof' ? 'plain' : 'warn'} title={title}>
        {text}
      </Notice>
    )
  })
}

const systemNames: Readonly<Record<string, string>> = { android: 'Android', windows: 'Windows' }

function toWords(
  caution: Caution,
  { steps: { cautions }, common }: PortalWords,
): { readonly title: string; readonly text?: string } {
  switch (caution.id) {
    case 'tooOld': {
      const system = systemNames[caution.system] ?? caution.system
      return { title: cautions.tooOld, text: common.tooOld({ ...caution, system }) }
    }
    case 'noPlatformAuthenticator':
      return { title: cautions.noPlatformAuthenticator, text: cautions.noPlatformAuthenticatorNext }
    case 'noHybrid':
      return { title: cautions.noHybrid, text: cautions.noHybridNext }
    case 'notForPhone':
      return { title: cautions.notForPhone({ name: caution.name }), text: cautions.notForPhoneNext }
    case 'notForBrowser':
      return { title: cautions.notForBrowser({ name: caution.name }), text: cautions.notForBrowserNext }
    case 'proof':
      return { title: cautions.proof }
  }
}
