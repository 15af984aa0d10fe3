import type { AccountPasskey } from '@latchkey/api/authenticator'
import { KeyRound, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useDay, useSurroundings } from '../surroundings.tsx'
import { AskFirst } from './ask-first.tsx'

/** A passkey of this browser, and the way to delete it: here and at the organisation, both at once. */
export function PasskeyRow({
  passkey,
  onDelete,
}: {
  readonly passkey: AccountPasskey
  onDelete(): Promise<void>
}) {
  const { said } = useSurroundings()
  const [asks, setAsks] = useState(false)
  const day = useDay()
  const { name, createdAt, lastUsedAt } = passkey
  const { extension: words } = said
  return (
    <li className="flex flex-col gap-2 p-3">
      <div className="flex items-center gap-3">
        <KeyRound aria-hidden className="size-5 flex-none text-accent" />
        <div className="min-w-0 flex-1">
          <p className="font-semibold break-words">{name}</p>
          <p className="text-sm text-soft">
            {lastUsedAt === undefined
              ? words.added({ when: day(createdAt) })
              : words.used({ when: day(lastUsedAt) })}
          </p>
        </div>
        <button
          type="button"
          aria-label={words.removePasskey({ name })}
          title={words.removePasskey({ name })}
          onClick={() => setAsks(true)}
          className="grid size-9 flex-none place-items-center rounded-lg text-soft hover:bg-hover hover:text-bad"
        >
          <Trash2 aria-hidden className="size-5" />
        </button>
      </div>
      {asks && (
        <AskFirst
          title={words.removePasskeyTitle({ name })}
          lead={words.removePasskeyLead}
          confirmLabel={words.delete}
          onConfirm={onDelete}
          onKeep={() => setAsks(false)}
        />
      )}
    </li>
  )
}
