import type { AccountPasskey } from '@latchkey/api/authenticator'
import { type AccountSignal, signalAccount } from '@latchkey/api/passkeys'
import { ProblemNotice, useChange, useSurroundings } from '@latchkey/front'
import { Button, Modal } from '@latchkey/ui'
import type { PhoneAccount } from '../../phone/open-phone.ts'
import { isSame, signIn } from '../../phone/sign-in.ts'
import { checksKey } from '../../phone/use-checks.ts'
import { findHere } from '../../phone/use-here.ts'
import { phoneKey, usePhone } from '../../phone/use-phone.ts'
import { useSaid } from '../../said.ts'

/** Asks once, then deletes a passkey at the organisation and has the phone delete it, too. */
export function DeletePasskey({
  account,
  passkey,
  onClose,
}: {
  readonly account: PhoneAccount
  readonly passkey: AccountPasskey
  onClose(): void
}) {
  const { passkeys: text, linked, accounts, frame, common } = useSaid()
  const { site } = useSurroundings()
  const phone = usePhone()
  const isOwn = account.ownKeys.includes(passkey.id)
  const change = useChange({
    does: async () => {
      if (isOwn) {
        await phone.removeOwnKey(account.id, passkey.id)
        await phone.compare(account.id)
        return onClose()
      }
      if (!isSame((await findHere(site)) ?? undefined, account)) {
        await signIn(site, `/accounts/${account.id}`, account)
        return
      }
      const { signal } = await site.send<{ signal: AccountSignal }>(
        'DELETE',
        `/security-info/api/passkeys/${passkey.id}`,
      )
      // The phone's own manager hears which passkeys still count, and deletes the others of this account.
      await signalAccount(signal)
      await phone.compare(account.id)
      onClose()
    },
    refresh: [phoneKey, checksKey],
    done: text.removed,
  })
  return (
    <Modal
      open
      title={text.removeTitle({ name: passkey.name })}
      lead={isOwn ? linked.key.removeLead : text.removeLead}
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{accounts.keep}</Button>
          <Button look="danger" busy={change.busy ? common.working : undefined} onClick={() => change.run()}>
            {text.removeConfirm}
          </Button>
        </>
      }
    >
      {change.problem !== null && <ProblemNotice problem={change.problem} />}
    </Modal>
  )
}
