import type { AccountAnswer } from '@latchkey/api/authenticator'
import {
  accountIdOf,
  cleanUpAccount,
  deviceApi,
  forgetAccount,
  getAccount,
  type KeptAccount,
  removeAccount,
  removeCredential,
  renewWhenDue,
} from '@latchkey/keeper'
import { Badge, Button, Notice } from '@latchkey/ui'
import { ShieldCheck, Trash2 } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { noteCleaned } from '../background/clean-up.ts'
import { RememberedDevices } from '../links/remembered-devices.tsx'
import type { Told } from '../messages.ts'
import { type SaidProblem, sayProblem } from '../say-problem.ts'
import { useSurroundings } from '../surroundings.tsx'
import { webExtension } from '../web-extension.ts'
import { AskFirst } from './ask-first.tsx'
import { DeviceState } from './device-state.tsx'
import { openTab } from './open-page.ts'
import { PasskeyRow } from './passkey-row.tsx'

/** One account: how this browser stands with its organisation, and the passkeys it has here. */
export function AccountCard({
  kept: before,
  isWiped,
  onChange,
}: {
  readonly kept: KeptAccount
  readonly isWiped: boolean
  onChange(): Promise<void>
}) {
  const { keeper, said } = useSurroundings()
  const [kept, setKept] = useState(before)
  const [answer, setAnswer] = useState<AccountAnswer>()
  const [problem, setProblem] = useState<SaidProblem>()
  const [asks, setAsks] = useState(false)
  const [isStuck, setStuck] = useState(false)
  const { extension: words } = said
  const { account, serverUrl } = kept

  const look = useCallback(async () => {
    try {
      const report = await cleanUpAccount(keeper, await renewWhenDue(keeper, before))
      await noteCleaned(report.deleted)
      setAnswer(report.answer)
      setProblem(undefined)
      if (report.deleted.length > 0) await onChange()
    } catch (cause) {
      // What the device's state says, it says itself.
      if (before.deviceKey !== undefined) setProblem({ ...sayProblem(said, cause), title: words.unreachable })
    }
    setKept(await getAccount(keeper, accountIdOf(before)).catch(() => before))
  }, [keeper, before, onChange, said, words])
  useEffect(() => void look(), [look])

  const deletePasskey = async (id: string) => {
    const api = await deviceApi(keeper, kept)
    await api.removePasskey(id)
    await removeCredential(keeper.store, id)
    await look()
  }
  const leave = async (does: () => Promise<void>) => {
    await does()
    await webExtension.runtime.sendMessage({ told: 'accounts_changed' } satisfies Told).catch(() => undefined)
    await onChange()
  }

  const here = answer?.passkeys.filter((passkey) => passkey.here) ?? []
  const elsewhere = (answer?.passkeys.length ?? 0) - here.length
  const canCreate = kept.deviceKey !== undefined && kept.device.state === 'active' && !kept.device.tooOld
  return (
    <section
      aria-label={account.userName}
      className="flex flex-col gap-3 rounded-2xl border border-line bg-paper p-4 shadow-card"
    >
      <div className="flex items-start justify-between gap-2">
        <div className="min-w-0">
          <h2 className="font-bold break-words">{account.organisation}</h2>
          <p className="text-sm break-words">{account.displayName}</p>
          <p className="text-sm break-all text-soft">{account.userName}</p>
        </div>
        <button
          type="button"
          aria-label={words.removeAccount({ name: account.userName })}
          title={words.removeAccount({ name: account.userName })}
          onClick={() => setAsks(true)}
          className="grid size-9 flex-none place-items-center rounded-lg text-soft hover:bg-hover hover:text-bad"
        >
          <Trash2 aria-hidden className="size-5" />
        </button>
      </div>
      {asks && (
        <AskFirst
          title={words.removeAccountTitle({ name: account.userName })}
          lead={isStuck ? words.removeHereLead : words.removeAccountLead}
          confirmLabel={isStuck ? words.removeHere : said.frame.remove}
          onConfirm={async () => {
            if (isStuck) return leave(() => forgetAccount(keeper, kept))
            try {
              await leave(() => removeAccount(keeper, kept))
            } catch (cause) {
              setStuck(true)
              throw cause
            }
          }}
          onKeep={() => {
            setAsks(false)
            setStuck(false)
          }}
        />
      )}
      <DeviceState kept={kept} isWiped={isWiped} />
      {problem && kept.deviceKey !== undefined && (
        <Notice tone="warn" title={problem.title}>
          {words.unreachableLead}
        </Notice>
      )}
      {answer !== undefined && (
        <>
          {here.length === 0 ? (
            <p className="text-sm text-soft">{words.noPasskey}</p>
          ) : (
            <ul
              aria-label={words.passkeysHere}
              className="divide-y divide-line rounded-xl border border-line"
            >
              {here.map((passkey) => (
                <PasskeyRow key={passkey.id} passkey={passkey} onDelete={() => deletePasskey(passkey.id)} />
              ))}
            </ul>
          )}
          {elsewhere > 0 && (
            <p>
              <Badge>{words.elsewhere({ count: elsewhere })}</Badge>
            </p>
          )}
        </>
      )}
      {kept.deviceKey !== undefined && kept.device.state === 'active' && <RememberedDevices kept={kept} />}
      <div className="flex flex-wrap gap-2">
        {canCreate && here.length === 0 && answer?.offers.passkey !== false && (
          <Button look="primary" size="small" onClick={() => openTab(`${serverUrl}/security-info/add`)}>
            {words.createPasskey}
          </Button>
        )}
        <Button
          size="small"
          icon={<ShieldCheck aria-hidden className="size-4" />}
          onClick={() => openTab(`${serverUrl}/security-info`)}
        >
          {words.securityInfo}
        </Button>
      </div>
    </section>
  )
}
