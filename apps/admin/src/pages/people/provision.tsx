import { ApiProblem } from '@latchkey/api'
import { createPasskey } from '@latchkey/api/passkeys'
import { ProblemNotice, useChange, useClient } from '@latchkey/front'
import { Button, Modal, TextField } from '@latchkey/ui'
import { useState } from 'react'
import { useSaid } from '../../said.ts'
import type { PersonInFull } from './person.ts'
import { personKeys } from './use-person.ts'

/** What to say of what the browser calls it. The server is not asked: it would note down whoever is here, not the person. */
function toCode(name: string): string {
  if (name === 'NotAllowedError') return 'browser_prompt_closed'
  return name === 'InvalidStateError' ? 'browser_already_registered' : 'browser_security_key_failed'
}

/** A passkey for somebody, on a key that whoever is here has in their hand. */
export function Provision({ person, onClose }: { readonly person: PersonInFull; onClose(): void }) {
  const {
    person: { provision: said },
    common,
    frame,
  } = useSaid()
  const client = useClient()
  const [name, setName] = useState('')
  const path = `/users/${person.id}/authentication/fido2Methods`
  const change = useChange({
    async does() {
      const { publicKey } = await client.get<{ readonly publicKey: PublicKeyCredentialCreationOptionsJSON }>(
        `${path}/creationOptions`,
      )
      const made = await createPasskey(publicKey, { automatic: false })
      if (!made.ok) throw new ApiProblem({ status: 0, code: toCode(made.failure.name) })
      const { id, response, clientExtensionResults } = made.response as RegistrationResponseJSON
      return await client.send('POST', path, {
        body: {
          ...(name !== '' && { displayName: name }),
          publicKeyCredential: {
            id,
            response: {
              clientDataJSON: response.clientDataJSON,
              attestationObject: response.attestationObject,
            },
            clientExtensionResults,
          },
        },
      })
    },
    refresh: personKeys,
    done: said.done,
    after: onClose,
  })
  return (
    <Modal
      open
      title={said.title({ name: person.displayName })}
      lead={said.lead}
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button look="primary" busy={change.busy ? common.working : undefined} onClick={() => change.run()}>
            {said.submit}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TextField
          label={said.name}
          maxLength={100}
          autoComplete="off"
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        {change.problem && <ProblemNotice problem={change.problem} />}
      </div>
    </Modal>
  )
}
