import { usePageTitle } from '@latchkey/front'
import { knownVersions } from '@latchkey/policy'
import { Card, PageHead, TextField } from '@latchkey/ui'
import { useState } from 'react'
import { BackLink } from '../../back-link.tsx'
import { useRuleChange } from '../../lock-out/use-rule-change.tsx'
import { useSaidIn } from '../../said.ts'
import { wordOf } from '../models/model-badges.tsx'
import { type Passkeys, toRequest, useConfiguration } from './policy.ts'
import { SaveBar } from './save-bar.tsx'
import { useDraft } from './use-draft.ts'

type Versions = Passkeys['latchkey_minimumVersions']

const isVersion = (text: string) => /^\d{1,5}(\.\d{1,5}){0,3}$/.test(text)

/** From which version of each system people are led to each place for passkeys. */
export function SystemsPage() {
  const { methods, frame } = useSaidIn('signIn')
  const { systems: said } = methods
  usePageTitle(said.title)
  const kept = useConfiguration('Fido2')
  const draft = useDraft({ versions: kept.latchkey_minimumVersions })
  const [tried, setTried] = useState(false)
  const { versions } = draft.value
  const change = useRuleChange({
    request: (entered: Versions) => replaceVersions(kept, entered),
    done: frame.saved,
    after: draft.forget,
  })
  const isRight = Object.values(versions).every((each) => Object.values(each).every(isVersion))
  const guarded = {
    ...change,
    run: (entered: Versions) => (isRight ? change.run(entered) : setTried(true)),
    look: (entered: Versions) => (isRight ? change.look(entered) : setTried(true)),
  }
  const set = (provider: string, system: string, version: string) => {
    const { [system]: _, ...others } = versions[provider] ?? {}
    const after = version === '' ? others : { ...others, [system]: version }
    draft.set({ versions: { ...versions, [provider]: after } })
  }
  return (
    <>
      <BackLink to="/methods/passkeys">{methods.names.Fido2.name}</BackLink>
      <PageHead title={said.title} lead={said.lead} />
      <div className="grid gap-6 xl:grid-cols-2">
        {Object.entries(knownVersions).map(([provider, systems]) => (
          <Card key={provider} title={wordOf(said.providers, provider)}>
            <div className="grid gap-4 sm:grid-cols-2">
              {Object.entries(systems).map(([system, known]) => {
                const version = versions[provider]?.[system] ?? ''
                return (
                  <TextField
                    key={system}
                    label={wordOf(said.systems, system)}
                    hint={known === '0' ? said.anyVersion : said.knownVersion({ version: known })}
                    inputMode="decimal"
                    autoComplete="off"
                    value={version}
                    placeholder={known === '0' ? '' : known}
                    error={tried && version !== '' && !isVersion(version) ? said.noVersion : undefined}
                    onChange={({ target }) => set(provider, system, target.value.trim())}
                  />
                )
              })}
            </div>
          </Card>
        ))}
      </div>
      <SaveBar
        change={guarded}
        input={versions}
        isChanged={draft.isChanged}
        act="change the methods policy"
      />
    </>
  )
}

/** A change is laid over what is there, so what is to go has to be said: our own number stands in its place. */
function replaceVersions(kept: Passkeys, entered: Versions) {
  const before = kept.latchkey_minimumVersions
  const providers = [...new Set([...Object.keys(before), ...Object.keys(entered)])]
  const versions = providers.map((provider) => {
    const known = knownVersions[provider] ?? {}
    const cleared = Object.keys(before[provider] ?? {}).filter(
      (system) => !(system in (entered[provider] ?? {})),
    )
    const restored = cleared.flatMap((system) => {
      const version = known[system]
      return version === undefined ? [] : [[system, version] as const]
    })
    return [provider, { ...Object.fromEntries(restored), ...entered[provider] }] as const
  })
  return toRequest(kept, { latchkey_minimumVersions: Object.fromEntries(versions) })
}
