import { usePageTitle } from '@latchkey/front'
import { combinationNames } from '@latchkey/policy'
import {
  Badge,
  Button,
  Card,
  CheckboxField,
  ChoiceField,
  EmptyState,
  Notice,
  PageHead,
  TextField,
} from '@latchkey/ui'
import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { BackLink } from '../../back-link.tsx'
import { type RuleChange, useRuleChange } from '../../lock-out/use-rule-change.tsx'
import { useSaidIn } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import { SaveBar } from '../methods/save-bar.tsx'
import { type Draft, useDraft } from '../methods/use-draft.ts'
import { useModels } from '../models/catalogue.ts'
import { ModelPicker } from '../models/model-picker.tsx'
import { ownCombinations, type Strength, strengthsPath, useStrengths, useUsers } from './strength.ts'
import { useCombinationWords } from './use-combination-words.ts'
import { useStrengthWords } from './use-strength-words.ts'

/** One strength: what counts for it, which models, and which policies ask for it. */
export function StrengthPage() {
  const { strengthId } = useParams()
  const { strengths: said } = useSaidIn('signIn')
  const kept = useStrengths().find(({ id }) => id === strengthId)
  return (
    <>
      <BackLink to="/strengths">{said.title}</BackLink>
      {strengthId === undefined ? (
        <NewStrength />
      ) : kept === undefined ? (
        <Notice title={said.gone}>{said.goneLead}</Notice>
      ) : kept.policyType === 'builtIn' ? (
        <BuiltIn strength={kept} />
      ) : (
        <Custom key={kept.id} strength={kept} />
      )}
    </>
  )
}

function BuiltIn({ strength }: { readonly strength: Strength }) {
  const { strengths: said } = useSaidIn('signIn')
  const { name, about } = useStrengthWords(strength)
  usePageTitle(name)
  const say = useCombinationWords()
  return (
    <>
      <PageHead title={name} lead={about} actions={<Badge>{said.builtInBadge}</Badge>} />
      <Card title={said.combinations} lead={said.builtInLead}>
        <ul className="flex flex-col gap-2">
          {strength.allowedCombinations.map((combination) => (
            <li key={combination} className="flex flex-wrap items-center gap-3">
              {say(combination)}
              {!ownCombinations.includes(combination) && <Badge>{said.elsewhere}</Badge>}
            </li>
          ))}
        </ul>
      </Card>
      <Users strength={strength} />
    </>
  )
}

interface Entered {
  readonly displayName: string
  readonly description: string
  readonly allowedCombinations: readonly string[]
  /** Empty: every model counts. */
  readonly models: readonly string[]
}

function NewStrength() {
  const { strengths: said, frame } = useSaidIn('signIn')
  usePageTitle(said.add)
  const navigate = useNavigate()
  const draft = useDraft<Entered>({
    displayName: '',
    description: '',
    allowedCombinations: ['fido2'],
    models: [],
  })
  const change = useRuleChange<Entered, Strength>({
    request: (entered) => ({ method: 'POST', path: strengthsPath, body: toBody(entered) }),
    done: frame.saved,
    after: () => navigate('/strengths'),
  })
  return (
    <>
      <PageHead title={said.add} lead={said.addLead} />
      <StrengthForm draft={draft} change={change} />
    </>
  )
}

function toBody({ models, ...entered }: Entered) {
  const isNarrowed = models.length > 0 && entered.allowedCombinations.includes('fido2')
  return {
    ...entered,
    combinationConfigurations: isNarrowed
      ? [{ appliesToCombinations: ['fido2'], allowedAAGUIDs: models }]
      : [],
  }
}

function Custom({ strength }: { readonly strength: Strength }) {
  const { strengths: said, frame } = useSaidIn('signIn')
  const { id, displayName, description, allowedCombinations, combinationConfigurations } = strength
  usePageTitle(displayName)
  const models = combinationConfigurations.flatMap(({ allowedAAGUIDs }) => allowedAAGUIDs)
  const draft = useDraft<Entered>({ displayName, description, allowedCombinations, models })
  const change = useRuleChange<Entered, Strength>({
    request: (entered) => ({
      method: 'PUT',
      path: `/latchkey/authenticationStrengths/${id}`,
      body: toBody(entered),
    }),
    done: frame.saved,
    after: draft.forget,
  })
  return (
    <>
      <PageHead
        title={displayName}
        lead={description || said.noDescription}
        actions={<RemoveStrength strength={strength} />}
      />
      <StrengthForm draft={draft} change={change} />
      <Users strength={strength} />
    </>
  )
}

interface StrengthFormProps {
  readonly draft: Draft<Entered>
  readonly change: RuleChange<Entered>
}

function StrengthForm({ draft, change }: StrengthFormProps) {
  const { strengths: said } = useSaidIn('signIn')
  const [tried, setTried] = useState(false)
  const [narrow, setNarrow] = useState(draft.value.models.length > 0)
  const { value, set } = draft
  const isComplete =
    value.displayName.trim() !== '' &&
    value.allowedCombinations.length > 0 &&
    !(narrow && value.models.length === 0)
  const guarded = {
    ...change,
    run: (entered: Entered) => (isComplete ? change.run(entered) : setTried(true)),
    look: (entered: Entered) => (isComplete ? change.look(entered) : setTried(true)),
  }
  return (
    <>
      <Card title={said.about}>
        <div className="flex flex-col gap-5">
          <TextField
            label={said.name}
            value={value.displayName}
            maxLength={30}
            error={tried && value.displayName.trim() === '' ? said.nameRequired : undefined}
            onChange={({ target }) => set({ displayName: target.value })}
          />
          <TextField
            label={said.description}
            value={value.description}
            maxLength={100}
            onChange={({ target }) => set({ description: target.value })}
          />
        </div>
      </Card>
      <Card title={said.combinations} lead={said.combinationsLead}>
        <Combinations
          chosen={value.allowedCombinations}
          onChange={(allowedCombinations) => set({ allowedCombinations })}
        />
        {tried && value.allowedCombinations.length === 0 && (
          <p role="alert" className="mt-3 text-sm font-semibold text-bad">
            {said.combinationRequired}
          </p>
        )}
      </Card>
      {value.allowedCombinations.includes('fido2') && (
        <Card title={said.models} lead={said.modelsLead}>
          <div className="flex flex-col gap-5">
            <ChoiceField
              label={said.modelsQuestion}
              columns={2}
              value={narrow ? 'some' : 'any'}
              options={[
                { value: 'any', label: said.anyModel, about: said.anyModelAbout },
                { value: 'some', label: said.someModels, about: said.someModelsAbout },
              ]}
              onChoose={(chosen) => {
                setNarrow(chosen === 'some')
                if (chosen === 'any') set({ models: [] })
              }}
            />
            {narrow && (
              <ModelPicker
                label={said.counting}
                chosen={value.models}
                error={tried && value.models.length === 0 ? said.modelsRequired : undefined}
                onChange={(models) => set({ models })}
              />
            )}
          </div>
        </Card>
      )}
      <SaveBar change={guarded} input={value} isChanged={draft.isChanged} act="change conditional access" />
    </>
  )
}

interface CombinationsProps {
  readonly chosen: readonly string[]
  onChange(chosen: readonly string[]): void
}

function Combinations({ chosen, onChange }: CombinationsProps) {
  const { strengths: said } = useSaidIn('signIn')
  const say = useCombinationWords()
  const tick = (combination: string) => (
    <CheckboxField
      key={combination}
      label={say(combination)}
      checked={chosen.includes(combination)}
      onCheck={(on) =>
        onChange(on ? [...chosen, combination] : chosen.filter((each) => each !== combination))
      }
    />
  )
  const others = combinationNames.filter((each) => !ownCombinations.includes(each))
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-3 sm:grid-cols-2">{ownCombinations.map(tick)}</div>
      <details open={others.some((each) => chosen.includes(each))}>
        <summary className="cursor-pointer text-soft">{said.otherCombinations}</summary>
        <p className="mt-2 mb-3 text-sm text-soft">{said.otherCombinationsLead}</p>
        <div className="grid gap-3 sm:grid-cols-2">{others.map(tick)}</div>
      </details>
    </div>
  )
}

function Users({ strength }: { readonly strength: Strength }) {
  const { strengths: said } = useSaidIn('signIn')
  const users = useUsers(strength.id)
  const names = new Map(useModels().map(({ aaGuid, displayName }) => [aaGuid, displayName]))
  const models = strength.combinationConfigurations.flatMap(({ allowedAAGUIDs }) => allowedAAGUIDs)
  return (
    <Card title={said.usedBy}>
      {users.length === 0 ? (
        <EmptyState icon={<ShieldCheck className="size-6" />} title={said.unused}>
          {said.unusedLead}
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-2">
          {users.map(({ id, displayName, state }) => (
            <li key={id} className="flex flex-wrap items-center gap-3">
              <Link to={`/access/${id}`} className="underline">
                {displayName}
              </Link>
              {state !== 'enabled' && (
                <Badge>{state === 'disabled' ? said.policyOff : said.policyWatched}</Badge>
              )}
            </li>
          ))}
        </ul>
      )}
      {models.length > 0 && (
        <p className="mt-4 text-sm text-soft">
          {said.onlyThese({ models: models.map((aaguid) => names.get(aaguid) ?? aaguid).join(', ') })}
        </p>
      )}
    </Card>
  )
}

function RemoveStrength({ strength }: { readonly strength: Strength }) {
  const { strengths: said, frame } = useSaidIn('signIn')
  const navigate = useNavigate()
  const notPermitted = useWhyNot('change conditional access')
  const users = useUsers(strength.id)
  const change = useRuleChange({
    request: () => ({ method: 'DELETE', path: `${strengthsPath}/${strength.id}` }),
    done: said.removed,
    after: () => navigate('/strengths'),
  })
  return (
    <>
      <Button
        look="danger"
        unavailable={notPermitted ?? (users.length > 0 ? said.usedStays : undefined)}
        busy={change.busy ? frame.saving : undefined}
        onClick={() => change.run()}
      >
        {frame.remove}
      </Button>
      {change.dialog}
    </>
  )
}
