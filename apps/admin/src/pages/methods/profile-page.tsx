import { usePageTitle } from '@latchkey/front'
import { defaultProfileId } from '@latchkey/policy'
import {
  Button,
  Card,
  CheckboxField,
  ChoiceField,
  Notice,
  PageHead,
  SelectField,
  TextField,
} from '@latchkey/ui'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { BackLink } from '../../back-link.tsx'
import { useRuleChange } from '../../lock-out/use-rule-change.tsx'
import { useSaidIn } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import { ModelPicker } from '../models/model-picker.tsx'
import { type Passkeys, type Profile, toRequest, useConfiguration } from './policy.ts'
import { SaveBar } from './save-bar.tsx'
import { useDraft } from './use-draft.ts'

const blank: Omit<Profile, 'id'> = {
  name: '',
  passkeyTypes: 'deviceBound',
  attestationEnforcement: 'disabled',
  keyRestrictions: { isEnforced: false, enforcementType: 'allow', aaGuids: [] },
  latchkey_leastEvidence: 'tpm',
}

const evidences = ['software', 'tpm', 'hardware'] as const

/** A profile of passkeys: which kinds are welcome, which models, and what they have to prove. */
export function ProfilePage() {
  const { profileId } = useParams()
  const passkeys = useConfiguration('Fido2')
  const { methods } = useSaidIn('signIn')
  const kept = passkeys.passkeyProfiles.find(({ id }) => id === profileId)
  if (profileId !== undefined && kept === undefined) {
    return (
      <>
        <BackLink to="/methods">{methods.title}</BackLink>
        <Notice title={methods.profiles.gone}>{methods.profiles.goneLead}</Notice>
      </>
    )
  }
  return <ProfileForm key={profileId ?? 'new'} passkeys={passkeys} kept={kept} />
}

type Entered = Omit<Profile, 'id'>

function ProfileForm({
  passkeys,
  kept,
}: {
  readonly passkeys: Passkeys
  readonly kept: Profile | undefined
}) {
  const { methods, frame } = useSaidIn('signIn')
  const { profiles: said } = methods
  const navigate = useNavigate()
  const title = kept?.name ?? said.add
  usePageTitle(title)
  const { id: _, ...before } = kept ?? { id: '', ...blank }
  const draft = useDraft<Entered>(before)
  const [tried, setTried] = useState(false)
  const { value, set } = draft
  const { keyRestrictions } = value
  const mode = keyRestrictions.isEnforced ? keyRestrictions.enforcementType : 'any'
  const change = useRuleChange({
    request: (entered: Entered) => toRequest(passkeys, { passkeyProfiles: put(passkeys, kept, entered) }),
    done: frame.saved,
    after: () => navigate('/methods'),
  })
  const isComplete = value.name.trim() !== '' && !isEmptyList(value)
  const guarded = {
    ...change,
    run: (entered: Entered) => (isComplete ? change.run(entered) : setTried(true)),
    look: (entered: Entered) => (isComplete ? change.look(entered) : setTried(true)),
  }
  return (
    <>
      <BackLink to="/methods">{methods.title}</BackLink>
      <PageHead
        title={title}
        lead={said.pageLead}
        actions={kept && <RemoveProfile passkeys={passkeys} profile={kept} />}
      />
      <Card title={said.kind}>
        <div className="flex flex-col gap-6">
          <TextField
            label={said.name}
            value={value.name}
            maxLength={120}
            error={tried && value.name.trim() === '' ? said.nameRequired : undefined}
            onChange={({ target }) => set({ name: target.value })}
          />
          <ChoiceField
            label={said.types}
            value={value.passkeyTypes}
            options={(['deviceBound', 'synced', 'deviceBound,synced'] as const).map((types) => ({
              value: types,
              ...said.typeChoices[types === 'deviceBound,synced' ? 'both' : types],
            }))}
            onChoose={(passkeyTypes) => set({ passkeyTypes })}
          />
        </div>
      </Card>
      <Card title={said.proof} lead={said.proofLead}>
        <div className="flex flex-col gap-5">
          <CheckboxField
            label={said.attestation}
            hint={said.attestationHint}
            checked={value.attestationEnforcement === 'registrationOnly'}
            onCheck={(on) => set({ attestationEnforcement: on ? 'registrationOnly' : 'disabled' })}
          />
          {value.attestationEnforcement === 'registrationOnly' && (
            <>
              <SelectField
                label={said.leastEvidence}
                hint={said.leastEvidenceHint}
                value={value.latchkey_leastEvidence}
                options={evidences.map((each) => ({ value: each, label: said.evidence[each] }))}
                onChoose={(latchkey_leastEvidence) => set({ latchkey_leastEvidence })}
              />
              {value.passkeyTypes !== 'deviceBound' && (
                <Notice tone="warn" title={said.syncedNeverProves}>
                  {said.syncedNeverProvesLead}
                </Notice>
              )}
            </>
          )}
        </div>
      </Card>
      <Card title={said.models} lead={said.modelsLead}>
        <div className="flex flex-col gap-6">
          <ChoiceField
            label={said.modelsQuestion}
            value={mode}
            options={(['any', 'allow', 'block'] as const).map((each) => ({
              value: each,
              ...said.modelChoices[each],
            }))}
            onChoose={(chosen) =>
              set({
                keyRestrictions: {
                  ...keyRestrictions,
                  isEnforced: chosen !== 'any',
                  ...(chosen !== 'any' && { enforcementType: chosen }),
                },
              })
            }
          />
          {mode !== 'any' && (
            <ModelPicker
              label={mode === 'allow' ? said.allowed : said.blocked}
              chosen={keyRestrictions.aaGuids}
              error={tried && isEmptyList(value) ? said.modelsRequired : undefined}
              onChange={(aaGuids) => set({ keyRestrictions: { ...keyRestrictions, aaGuids } })}
            />
          )}
          {mode !== 'any' && value.attestationEnforcement === 'disabled' && (
            <Notice title={said.unproven}>{said.unprovenLead}</Notice>
          )}
        </div>
      </Card>
      <SaveBar change={guarded} input={value} isChanged={draft.isChanged} act="change the methods policy" />
    </>
  )
}

/** A list of nothing that is allowed would take no passkey at all. */
function isEmptyList({ keyRestrictions: { isEnforced, enforcementType, aaGuids } }: Entered): boolean {
  return isEnforced && enforcementType === 'allow' && aaGuids.length === 0
}

/** The profiles with this one in its place. A new one gets its id here: it can be chosen for groups at once. */
function put(passkeys: Passkeys, kept: Profile | undefined, entered: Entered): readonly Profile[] {
  const { passkeyProfiles } = passkeys
  if (kept === undefined) return [...passkeyProfiles, { id: crypto.randomUUID(), ...entered }]
  return passkeyProfiles.map((each) => (each.id === kept.id ? { id: kept.id, ...entered } : each))
}

function RemoveProfile({ passkeys, profile }: { readonly passkeys: Passkeys; readonly profile: Profile }) {
  const { methods, frame } = useSaidIn('signIn')
  const { profiles: said } = methods
  const navigate = useNavigate()
  const notPermitted = useWhyNot('change the methods policy')
  const isUsed = passkeys.includeTargets.some(({ allowedPasskeyProfiles }) =>
    allowedPasskeyProfiles.includes(profile.id),
  )
  const why = profile.id === defaultProfileId ? said.defaultStays : isUsed ? said.usedStays : undefined
  const change = useRuleChange({
    request: () =>
      toRequest(passkeys, {
        passkeyProfiles: passkeys.passkeyProfiles.filter(({ id }) => id !== profile.id),
      }),
    done: said.removed,
    after: () => navigate('/methods'),
  })
  return (
    <>
      <Button
        look="danger"
        unavailable={notPermitted ?? why}
        busy={change.busy ? frame.saving : undefined}
        onClick={() => change.run()}
      >
        {frame.remove}
      </Button>
      {change.dialog}
    </>
  )
}
