import { fromBase64url, toBase64url } from '@latchkey/encoding'
import type { Kept, UnlockSecret } from '@latchkey/keeper'
import {
  findPrfOutput,
  type KeptLockPasskey,
  lockPasskeyCreation,
  lockPasskeyRequest,
} from '@latchkey/keeper'
import { Button, Card, Notice, PageHead } from '@latchkey/ui'
import { useCallback, useEffect, useState } from 'react'
import type { Keeper } from '../keeper.ts'
import { readManaged } from '../managed.ts'
import type { Told } from '../messages.ts'
import { useSurroundings } from '../surroundings.tsx'
import { sayUnlockRefusal } from '../unlock/say-unlock-refusal.ts'
import { SetPin } from '../unlock/set-pin.tsx'
import { UnlockFields } from '../unlock/unlock-fields.tsx'
import { webExtension } from '../web-extension.ts'

/** How this Authenticator unlocks. Whoever changes it unlocks it first, and it locks again with the page. */
export function Settings() {
  const { keeper, said } = useSurroundings()
  const [lock, setLock] = useState<Kept['lock'] | 'unread'>('unread')
  const [isOpen, setOpen] = useState(false)
  const [wrong, setWrong] = useState<string>()
  const [done, setDone] = useState<string>()
  const [isProxy, setProxy] = useState(false)
  const { unlock: words } = said

  const read = useCallback(async () => setLock((await keeper.store.read()).lock), [keeper])
  useEffect(() => {
    void read()
    void readManaged().then(({ webAuthenticationProxy }) => setProxy(webAuthenticationProxy))
  }, [read])

  const unlock = async (secret: UnlockSecret) => {
    try {
      await keeper.vault.unlock(secret)
      setOpen(true)
    } catch (cause) {
      setWrong(sayUnlockRefusal(said, cause, keeper.now()))
      await read()
    }
  }
  const change = async (does: () => Promise<unknown>) => {
    setDone(undefined)
    try {
      await does()
      setDone(said.frame.saved)
    } catch {
      setDone(words.passkeyUnable)
    }
    await read()
  }

  if (lock === 'unread') return null
  return (
    <>
      <PageHead title={said.extension.settings} lead={words.setUpLead} />
      {isProxy && <ProxyNotice />}
      {done !== undefined && <Notice title={done} live="polite" />}
      {lock === undefined || isOpen ? (
        <>
          <Card title={lock?.pin ? words.changePin : words.setUpTitle}>
            <SetPin
              label={lock?.pin ? words.changePin : words.setPin}
              onSet={() => change(async () => undefined)}
            />
          </Card>
          {lock !== undefined && (
            <Card title={words.byPasskey} lead={words.byPasskeyHint}>
              {lock.passkey === undefined ? (
                <Button onClick={() => change(() => addLockPasskey(keeper))}>{words.addPasskey}</Button>
              ) : (
                <Button onClick={() => change(() => keeper.vault.removeLock('passkey'))}>
                  {words.removePasskey}
                </Button>
              )}
            </Card>
          )}
        </>
      ) : (
        <Card title={words.lockedTitle}>
          <UnlockFields
            passkey={lock.passkey}
            confirmLabel={words.unlock}
            wrong={wrong}
            busy={undefined}
            onSecret={unlock}
          />
        </Card>
      )}
    </>
  )
}

const proxyPermission = { permissions: ['webAuthenticationProxy'] }

/** The organisation wants every request of this browser here; the browser wants the person to allow it once. */
function ProxyNotice() {
  const { said } = useSurroundings()
  const [isMissing, setMissing] = useState(false)
  useEffect(() => {
    void webExtension.permissions.contains(proxyPermission).then((isThere) => setMissing(!isThere))
  }, [])
  const allow = async () => {
    setMissing(!(await webExtension.permissions.request(proxyPermission)))
    await webExtension.runtime.sendMessage({ told: 'accounts_changed' } satisfies Told).catch(() => undefined)
  }
  return (
    <Notice
      title={said.extension.proxyOn}
      actions={
        isMissing && (
          <Button size="small" onClick={allow}>
            {said.extension.allow}
          </Button>
        )
      }
    />
  )
}

/** Make the platform’s passkey that unlocks here and signs in nowhere. @throws whatever kept it from being made */
async function addLockPasskey({ vault, random }: Keeper): Promise<void> {
  const rpId = location.hostname
  const { publicKey, salt } = lockPasskeyCreation(random, { rpId, name: 'Latchkey Authenticator' })
  const made = await navigator.credentials.create({ publicKey })
  if (!(made instanceof PublicKeyCredential)) throw new DOMException('', 'NotAllowedError')
  const credentialId = toBase64url(new Uint8Array(made.rawId))
  const prf = findPrfOutput(made) ?? (await evaluate(random, { rpId, credentialId, salt: toBase64url(salt) }))
  if (prf === undefined) throw new DOMException('', 'NotSupportedError')
  await vault.setLock({ prf, credentialId: fromBase64url(credentialId), rpId, salt })
}

/** Many platforms give nothing when the passkey is made. */
async function evaluate(
  random: (length: number) => Uint8Array,
  passkey: Pick<KeptLockPasskey, 'rpId' | 'credentialId' | 'salt'>,
): Promise<Uint8Array | undefined> {
  const credential = await navigator.credentials.get({ publicKey: lockPasskeyRequest(random, passkey) })
  return credential instanceof PublicKeyCredential ? findPrfOutput(credential) : undefined
}
