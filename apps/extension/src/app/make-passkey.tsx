import type { Kept } from '@latchkey/keeper'
import { answeredScreen, createPasskey, type UnlockSecret } from '@latchkey/keeper'
import { Button, Notice } from '@latchkey/ui'
import { useEffect, useState } from 'react'
import { type SaidProblem, sayProblem } from '../say-problem.ts'
import { useSurroundings } from '../surroundings.tsx'
import { sayUnlockRefusal } from '../unlock/say-unlock-refusal.ts'
import { UnlockFields } from '../unlock/unlock-fields.tsx'
import type { Added } from './add-account.tsx'

/** Create a passkey in the app itself, while the session that added the account is fresh. */
export function MakePasskey({
  added: { kept, api },
  onDone,
}: {
  readonly added: Added
  onDone(withPasskey: boolean): void
}) {
  const { keeper, said } = useSurroundings()
  const [lock, setLock] = useState<Kept['lock']>()
  const [isBusy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string>()
  const [problem, setProblem] = useState<SaidProblem>()

  useEffect(() => {
    void keeper.store.read().then(({ lock }) => setLock(lock))
  }, [keeper])

  const create = async (secret: UnlockSecret) => {
    setBusy(true)
    setProblem(undefined)
    setWrong(undefined)
    const screen = answeredScreen(secret, (again) => setWrong(sayUnlockRefusal(said, again, keeper.now())))
    try {
      await createPasskey({ ...keeper, screen }, api, { account: kept.account })
      onDone(true)
    } catch (cause) {
      if (cause instanceof DOMException && cause.name === 'InvalidStateError') return onDone(true)
      if (!(cause instanceof DOMException && cause.name === 'NotAllowedError')) {
        setProblem(sayProblem(said, cause))
      }
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      {problem && (
        <Notice tone="bad" title={problem.title} live="assertive">
          {problem.text}
        </Notice>
      )}
      <UnlockFields
        passkey={lock?.passkey}
        confirmLabel={said.consent.create}
        wrong={wrong}
        busy={isBusy ? said.extension.creating : undefined}
        onSecret={create}
      >
        <Button onClick={() => onDone(false)}>{said.extension.later}</Button>
      </UnlockFields>
    </>
  )
}
