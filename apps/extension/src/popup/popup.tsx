import type { Kept } from '@latchkey/keeper'
import { Brand, Button, EmptyState, Notice } from '@latchkey/ui'
import { KeyRound, Plus, Settings } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { takeCleaned } from '../background/clean-up.ts'
import { type SaidProblem, sayProblem } from '../say-problem.ts'
import { useSurroundings } from '../surroundings.tsx'
import { AccountCard } from './account-card.tsx'
import { openPage } from './open-page.ts'

/** What is behind the icon in the toolbar: the accounts, and the passkeys of this browser. */
export function Popup() {
  const { keeper, said } = useSurroundings()
  const [kept, setKept] = useState<Kept>()
  const [cleaned, setCleaned] = useState<readonly string[]>([])
  const [problem, setProblem] = useState<SaidProblem>()
  const { extension: words } = said
  const accounts = kept?.accounts

  const read = useCallback(async () => {
    try {
      setKept(await keeper.store.read())
      const names = await takeCleaned()
      setCleaned((before) => [...before, ...names])
    } catch (cause) {
      setProblem(sayProblem(said, cause))
    }
  }, [keeper, said])
  useEffect(() => void read(), [read])

  return (
    <main className="flex flex-col gap-4 p-4">
      <header className="flex items-center justify-between gap-3">
        <h1>
          <Brand name="Latchkey Authenticator" />
        </h1>
        {accounts !== undefined && accounts.length > 0 && (
          <button
            type="button"
            aria-label={words.settings}
            title={words.settings}
            onClick={() => openPage('settings')}
            className="grid size-9 place-items-center rounded-lg hover:bg-hover"
          >
            <Settings aria-hidden className="size-5" />
          </button>
        )}
      </header>
      {problem && (
        <Notice tone="bad" title={problem.title}>
          {problem.text}
        </Notice>
      )}
      {cleaned.length > 0 && (
        <Notice tone="warn" title={words.cleaned}>
          {[...new Set(cleaned)].map((name) => words.cleanedPasskey({ name })).join(' ')}
        </Notice>
      )}
      {accounts?.length === 0 && (
        <EmptyState
          icon={<KeyRound className="size-6" />}
          title={words.welcome}
          action={
            <Button look="primary" onClick={() => openPage('add')}>
              {words.addAccount}
            </Button>
          }
        >
          {words.welcomeLead} {words.welcomeAgain}
        </EmptyState>
      )}
      {accounts?.map((account) => (
        <AccountCard
          key={`${account.serverUrl} ${account.account.userId}`}
          kept={account}
          isWiped={kept?.lock === undefined}
          onChange={read}
        />
      ))}
      {accounts !== undefined && accounts.length > 0 && (
        <Button icon={<Plus aria-hidden className="size-4" />} onClick={() => openPage('add')}>
          {words.addAccount}
        </Button>
      )}
    </main>
  )
}
