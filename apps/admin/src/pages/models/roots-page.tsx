import type { Page } from '@latchkey/api'
import { ProblemNotice, useChange, useClient, usePageTitle, useTimes } from '@latchkey/front'
import {
  Button,
  Card,
  EmptyState,
  Facts,
  Modal,
  PageHead,
  SelectField,
  TextArea,
  TextField,
} from '@latchkey/ui'
import { useSuspenseQuery } from '@tanstack/react-query'
import { BadgeCheck, Plus } from 'lucide-react'
import { useState } from 'react'
import { BackLink } from '../../back-link.tsx'
import { useSaidIn } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import { useModels } from './catalogue.ts'
import { ModelPicker } from './model-picker.tsx'

const evidences = ['hardware', 'tpm', 'software'] as const

interface Root {
  readonly id: string
  readonly displayName: string
  readonly aaGuids: readonly string[]
  readonly evidence: (typeof evidences)[number]
  readonly subject: string
  readonly issuer: string
  readonly notAfter: string
  readonly fingerprint: string
}

const path = '/latchkey/trustRoots'
const refresh = [['trustRoots'], ['models']]

/** Certificates that the organisation itself trusts to vouch for models. */
export function RootsPage() {
  const { models: said } = useSaidIn('signIn')
  const { roots } = said
  const client = useClient()
  usePageTitle(roots.title)
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<Root>()
  const unavailable = useWhyNot('change the organisation')
  const { data } = useSuspenseQuery({
    queryKey: ['trustRoots'],
    queryFn: ({ signal }) => client.get<Page<Root>>(path, { signal }),
  })
  const add = (
    <Button
      look="primary"
      icon={<Plus aria-hidden className="size-5" />}
      unavailable={unavailable}
      onClick={() => setAdding(true)}
    >
      {roots.add}
    </Button>
  )
  return (
    <>
      <BackLink to="/models">{said.title}</BackLink>
      <PageHead title={roots.title} lead={roots.lead} actions={data.value.length > 0 && add} />
      {adding && <AddRoot onClose={() => setAdding(false)} />}
      {data.value.length === 0 && !adding && (
        <EmptyState icon={<BadgeCheck className="size-6" />} title={roots.none} action={add}>
          {roots.noneLead}
        </EmptyState>
      )}
      {data.value.map((root) => (
        <RootCard key={root.id} root={root} unavailable={unavailable} onRemove={() => setRemoving(root)} />
      ))}
      {removing && <RemoveRoot root={removing} onClose={() => setRemoving(undefined)} />}
    </>
  )
}

interface RootCardProps {
  readonly root: Root
  readonly unavailable: string | undefined
  onRemove(): void
}

function RootCard({ root, unavailable, onRemove }: RootCardProps) {
  const { frame, models: said } = useSaidIn('signIn')
  const { roots } = said
  const times = useTimes()
  const names = new Map(useModels().map(({ aaGuid, displayName }) => [aaGuid, displayName]))
  return (
    <Card
      title={root.displayName}
      lead={root.subject}
      actions={
        <Button look="danger" size="small" unavailable={unavailable} onClick={onRemove}>
          {frame.remove}
        </Button>
      }
    >
      <Facts
        items={[
          [
            roots.vouchesFor,
            <ul key="models">
              {root.aaGuids.map((aaguid) => (
                <li key={aaguid} className="break-all">
                  {names.get(aaguid) ?? <code>{aaguid}</code>}
                </li>
              ))}
            </ul>,
          ],
          [roots.proves, said.evidence[root.evidence]],
          [roots.until, times.day(root.notAfter)],
          [
            roots.fingerprint,
            <code key="fingerprint" className="text-sm break-all">
              {root.fingerprint}
            </code>,
          ],
        ]}
      />
    </Card>
  )
}

function AddRoot({ onClose }: { onClose(): void }) {
  const { common, frame, models: said } = useSaidIn('signIn')
  const { roots } = said
  const client = useClient()
  const [name, setName] = useState('')
  const [certificate, setCertificate] = useState('')
  const [evidence, setEvidence] = useState<Root['evidence']>('hardware')
  const [aaGuids, setAaGuids] = useState<readonly string[]>([])
  const [tried, setTried] = useState(false)
  const add = useChange({
    does: () => client.send('POST', path, { body: { displayName: name, certificate, aaGuids, evidence } }),
    refresh,
    done: roots.added,
    after: onClose,
  })
  const missing = (empty: boolean, word: string) => (tried && empty ? word : undefined)
  const submit = () => {
    setTried(true)
    if (name.trim() !== '' && certificate.trim() !== '' && aaGuids.length > 0) add.run()
  }
  const readFile = async (file: File | undefined) => {
    if (file !== undefined) setCertificate(await readCertificate(file))
  }
  return (
    <Card title={roots.add} lead={roots.addLead}>
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <TextField
          label={roots.name}
          value={name}
          error={missing(name.trim() === '', roots.nameRequired)}
          onChange={({ target }) => setName(target.value)}
        />
        <TextArea
          label={roots.certificate}
          hint={roots.certificateHint}
          value={certificate}
          error={missing(certificate.trim() === '', roots.certificateRequired)}
          spellCheck={false}
          onChange={({ target }) => setCertificate(target.value)}
        />
        <label className="flex flex-wrap items-center gap-3">
          <span className="font-semibold">{roots.file}</span>
          <input
            type="file"
            accept=".pem,.crt,.cer,.der"
            onChange={({ target }) => void readFile(target.files?.[0])}
            className="text-sm"
          />
        </label>
        <SelectField
          label={roots.evidence}
          hint={roots.evidenceHint}
          value={evidence}
          options={evidences.map((value) => ({ value, label: said.evidence[value] }))}
          onChoose={(next) => setEvidence(next)}
        />
        <ModelPicker
          label={roots.models}
          chosen={aaGuids}
          error={missing(aaGuids.length === 0, roots.modelsRequired)}
          onChange={setAaGuids}
        />
        {add.problem && <ProblemNotice problem={add.problem} />}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" look="primary" busy={add.busy ? frame.saving : undefined}>
            {roots.submit}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </div>
      </form>
    </Card>
  )
}

/** PEM as it is; DER as base64. */
async function readCertificate(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return text.trimStart().startsWith('-----') ? text : btoa(text)
}

function RemoveRoot({ root, onClose }: { readonly root: Root; onClose(): void }) {
  const { common, frame, models: said } = useSaidIn('signIn')
  const { roots } = said
  const client = useClient()
  const remove = useChange({
    does: () => client.send('DELETE', `${path}/${root.id}`),
    refresh,
    done: roots.removed,
    after: onClose,
  })
  return (
    <Modal
      open
      title={roots.removeTitle({ name: root.displayName })}
      lead={roots.removeLead}
      closeLabel={frame.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button look="danger" busy={remove.busy ? frame.saving : undefined} onClick={() => remove.run()}>
            {frame.remove}
          </Button>
        </>
      }
    >
      {remove.problem && <ProblemNotice problem={remove.problem} />}
    </Modal>
  )
}
