import type { UnlockSecret } from '@latchkey/keeper'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { LockKeyhole } from 'lucide-react'
import { phoneKey, usePhone } from '../phone/use-phone.ts'
import { useSaid } from '../said.ts'
import { UnlockForm } from './unlock-form.tsx'
import { lockKey } from './use-lock.ts'

/** The app is locked: the way in. */
export function LockScreen() {
  const { lock: text } = useSaid().shell
  const phone = usePhone()
  const queries = useQueryClient()
  const unlock = useMutation({
    networkMode: 'always',
    mutationFn: (secret: UnlockSecret) => phone.vault.unlock(secret),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: phoneKey })
      await queries.invalidateQueries({ queryKey: lockKey })
    },
  })
  return (
    <div className="flex flex-1 flex-col items-center gap-6 pt-10 text-center">
      <span aria-hidden className="grid size-20 place-items-center rounded-full bg-hover text-accent">
        <LockKeyhole className="size-10" />
      </span>
      <div>
        <h1 className="text-2xl font-bold">{text.title}</h1>
        <p className="mt-1 text-soft">{text.lead}</p>
      </div>
      <UnlockForm
        label={text.unlock}
        refusal={unlock.error}
        busy={unlock.isPending}
        onSecret={(secret) => unlock.mutate(secret)}
      />
    </div>
  )
}
