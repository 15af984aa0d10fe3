import { toBase64url } from '@latchkey/encoding'
import { Button, ChoiceField, Facts, Modal } from '@latchkey/ui'
import { useState } from 'react'
import { UnlockForm } from '../lock/unlock-form.tsx'
import type { PhoneAccount } from '../phone/open-phone.ts'
import { usePhoneState } from '../phone/use-phone.ts'
import { useSaid } from '../said.ts'
import type { Call } from './answer-calls.ts'

/** What a linked browser asks: for which site, as whom; and whether the person is there. */
export function CallDialog({ call: { browser, question, answer } }: { readonly call: Call }) {
  const { linked, consent, frame } = useSaid()
  const { call: text } = linked
  const { accounts } = usePhoneState()
  const [chosen, setChosen] = useState('0')
  const { rpId = '' } = question
  const people = question.accounts ?? (question.user ? [question.user] : [])
  const named = people.map(({ userHandle, name }) => {
    const kept = findAccount(accounts, userHandle)?.kept.account
    return { name: kept?.userName ?? name ?? '', organisation: kept?.organisation ?? rpId }
  })
  const [first] = named
  const deny = () => answer({ outcome: 'denied' })
  const agreed = { outcome: 'agreed', account: Number(chosen) } as const
  return (
    <Modal
      title={consent.signInTitle({ organisation: first?.organisation ?? rpId })}
      lead={text.lead({ name: browser })}
      closeLabel={frame.close}
      open
      onClose={deny}
      actions={
        <div className="grid w-full gap-3">
          {question.secret === 'not_needed' && (
            <Button look="primary" onClick={() => answer(agreed)}>
              {text.agree}
            </Button>
          )}
          <Button onClick={deny}>{text.deny}</Button>
        </div>
      }
    >
      <div className="flex flex-col gap-5">
        <Facts
          items={[
            [text.site, rpId],
            ...(named.length === 1 && first !== undefined ? [[text.account, first.name] as const] : []),
          ]}
        />
        {named.length > 1 && (
          <ChoiceField
            label={text.which}
            value={chosen}
            options={named.map(({ name, organisation }, at) => ({
              value: `${at}`,
              label: name,
              about: organisation,
            }))}
            onChoose={setChosen}
          />
        )}
        {question.secret === 'needed' && (
          <UnlockForm
            label={text.agree}
            refusal={question.again}
            busy={false}
            onSecret={(secret) => answer({ ...agreed, secret })}
          />
        )}
      </div>
    </Modal>
  )
}

function findAccount(accounts: readonly PhoneAccount[], userHandle: Uint8Array): PhoneAccount | undefined {
  const wanted = toBase64url(userHandle)
  return accounts.find(({ kept }) => kept.account.userHandle === wanted)
}
