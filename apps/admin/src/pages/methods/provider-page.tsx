import { ProblemNotice, useChange, useClient, usePageTitle } from '@latchkey/front'
import { Button, Card, CheckboxField, Modal, Notice, PageHead, TextField } from '@latchkey/ui'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { BackLink } from '../../back-link.tsx'
import { useSaidIn } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import { ModelPicker } from '../models/model-picker.tsx'
import { type Phone, type Provider, providersPath, systems, useProviders } from './provider.ts'

const refresh = [['providers']]

/** An app for passkeys: what it is called, which models it makes, where to get it. */
export function ProviderPage() {
  const { providerId } = useParams()
  const { methods } = useSaidIn('signIn')
  const { providers: said } = methods
  const kept = useProviders().find(({ id }) => id === providerId)
  usePageTitle(kept?.displayName ?? said.add)
  return (
    <>
      <BackLink to="/methods/providers">{said.title}</BackLink>
      {providerId !== undefined && kept === undefined ? (
        <Notice title={said.gone}>{said.noneLead}</Notice>
      ) : (
        <ProviderForm key={providerId ?? 'new'} kept={kept} />
      )}
    </>
  )
}

interface Entered {
  readonly displayName: string
  readonly aaGuids: readonly string[]
  readonly platforms: Provider['platforms']
}

const blankPhone: Phone = { storeUrl: '', minimumAppVersion: null, minimumVersion: '' }

function ProviderForm({ kept }: { readonly kept: Provider | undefined }) {
  const { common, frame, methods } = useSaidIn('signIn')
  const { providers: said } = methods
  const client = useClient()
  const navigate = useNavigate()
  const unavailable = useWhyNot('change the methods policy')
  const [entered, setEntered] = useState<Entered>({
    displayName: kept?.displayName ?? '',
    aaGuids: kept?.aaGuids ?? [],
    platforms: kept?.platforms ?? { iOS: blankPhone, android: blankPhone },
  })
  const [tried, setTried] = useState(false)
  const set = (change: Partial<Entered>) => setEntered((before) => ({ ...before, ...change }))
  const save = useChange({
    does: () =>
      kept === undefined
        ? client.send('POST', providersPath, { body: entered })
        : client.send('PATCH', `${providersPath}/${kept.id}`, { body: entered }),
    refresh,
    done: frame.saved,
    after: () => navigate('/methods/providers'),
  })
  const phones = systems.flatMap((system) => entered.platforms[system] ?? [])
  const isComplete =
    entered.displayName.trim() !== '' &&
    entered.aaGuids.length > 0 &&
    phones.length > 0 &&
    phones.every((phone) => isAddress(phone.storeUrl) && isVersion(phone.minimumVersion))
  const wrong = (isWrong: boolean, word: string) => (tried && isWrong ? word : undefined)
  return (
    <>
      <PageHead
        title={kept?.displayName ?? said.add}
        lead={said.pageLead}
        actions={kept && <RemoveProvider provider={kept} />}
      />
      <form
        className="flex flex-col gap-6"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (isComplete) save.run()
        }}
      >
        <Card title={said.what}>
          <div className="flex flex-col gap-6">
            <TextField
              label={said.name}
              hint={said.nameHint}
              value={entered.displayName}
              maxLength={60}
              error={wrong(entered.displayName.trim() === '', said.nameRequired)}
              onChange={({ target }) => set({ displayName: target.value })}
            />
            <ModelPicker
              label={said.itsModels}
              chosen={entered.aaGuids}
              error={wrong(entered.aaGuids.length === 0, said.modelsRequired)}
              onChange={(aaGuids) => set({ aaGuids })}
            />
          </div>
        </Card>
        {systems.map((system) => (
          <Card key={system} title={said.systems[system]}>
            <PhoneFields
              system={said.systems[system]}
              phone={entered.platforms[system]}
              tried={tried}
              onChange={(phone) => set({ platforms: { ...entered.platforms, [system]: phone } })}
            />
          </Card>
        ))}
        {tried && phones.length === 0 && (
          <Notice tone="bad" title={said.systemRequired} live="assertive">
            {said.noneLead}
          </Notice>
        )}
        {save.problem && <ProblemNotice problem={save.problem} />}
        <div className="flex flex-wrap gap-3">
          <Button
            type="submit"
            look="primary"
            unavailable={unavailable}
            busy={save.busy ? frame.saving : undefined}
          >
            {frame.save}
          </Button>
          <Button onClick={() => navigate('/methods/providers')}>{common.cancel}</Button>
        </div>
      </form>
    </>
  )
}

function isAddress(text: string): boolean {
  return URL.canParse(text.trim()) && new URL(text.trim()).protocol === 'https:'
}

function isVersion(text: string): boolean {
  return /^\d{1,6}(\.\d{1,6}){0,3}$/.test(text.trim())
}

interface PhoneFieldsProps {
  readonly system: string
  readonly phone: Phone | null
  readonly tried: boolean
  onChange(phone: Phone | null): void
}

function PhoneFields({ system, phone, tried, onChange }: PhoneFieldsProps) {
  const { providers: said } = useSaidIn('signIn').methods
  const set = (change: Partial<Phone>) => onChange({ ...(phone ?? blankPhone), ...change })
  return (
    <div className="flex flex-col gap-5">
      <CheckboxField
        label={said.isFor({ system })}
        checked={phone !== null}
        onCheck={(on) => onChange(on ? blankPhone : null)}
      />
      {phone !== null && (
        <>
          <TextField
            label={said.store}
            hint={said.storeHint}
            type="url"
            inputMode="url"
            value={phone.storeUrl}
            error={tried && !isAddress(phone.storeUrl) ? said.storeRequired : undefined}
            onChange={({ target }) => set({ storeUrl: target.value })}
          />
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField
              label={said.least({ system })}
              hint={said.leastHint}
              inputMode="decimal"
              value={phone.minimumVersion}
              error={tried && !isVersion(phone.minimumVersion) ? said.versionRequired : undefined}
              onChange={({ target }) => set({ minimumVersion: target.value })}
            />
            <TextField
              label={said.appVersion}
              hint={said.appVersionHint}
              inputMode="decimal"
              value={phone.minimumAppVersion ?? ''}
              onChange={({ target }) => set({ minimumAppVersion: target.value === '' ? null : target.value })}
            />
          </div>
        </>
      )}
    </div>
  )
}

function RemoveProvider({ provider }: { readonly provider: Provider }) {
  const { common, frame, methods } = useSaidIn('signIn')
  const { providers: said } = methods
  const client = useClient()
  const navigate = useNavigate()
  const unavailable = useWhyNot('change the methods policy')
  const [open, setOpen] = useState(false)
  const remove = useChange({
    does: () => client.send('DELETE', `${providersPath}/${provider.id}`),
    refresh,
    done: said.removed,
    after: () => navigate('/methods/providers'),
  })
  return (
    <>
      <Button look="danger" unavailable={unavailable} onClick={() => setOpen(true)}>
        {frame.remove}
      </Button>
      <Modal
        open={open}
        title={said.removeTitle({ name: provider.displayName })}
        lead={said.removeLead}
        closeLabel={frame.close}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{common.cancel}</Button>
            <Button look="danger" busy={remove.busy ? frame.saving : undefined} onClick={() => remove.run()}>
              {frame.remove}
            </Button>
          </>
        }
      >
        {remove.problem && <ProblemNotice problem={remove.problem} />}
      </Modal>
    </>
  )
}
