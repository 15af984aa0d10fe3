import { usePageTitle } from '@latchkey/front'
import { everybody } from '@latchkey/policy'
import { Button, buttonClass, Card, CheckboxField, ChoiceField, PageHead, SwitchField } from '@latchkey/ui'
import { Link } from 'react-router'
import { BackLink } from '../../back-link.tsx'
import { useRuleChange } from '../../lock-out/use-rule-change.tsx'
import { ObjectPicker } from '../../pickers/object-picker.tsx'
import { groupsSource } from '../../pickers/sources.ts'
import { useSaidIn } from '../../said.ts'
import { useTargetNames } from './names.ts'
import { type Passkeys, type Profile, toRequest, useConfiguration } from './policy.ts'
import { useProfileSentence } from './profile-sentence.ts'
import { SaveBar } from './save-bar.tsx'
import { useDraft } from './use-draft.ts'
import { TargetsField } from './who-field.tsx'

type Entered = Pick<
  Passkeys,
  | 'state'
  | 'isSelfServiceRegistrationAllowed'
  | 'includeTargets'
  | 'excludeTargets'
  | 'latchkey_metadataStatus'
>

const answers = ['alert', 'stepUp', 'block'] as const

/** Passkeys: for whom, which of them, and what happens when a model turns out to be broken. */
export function PasskeysPage() {
  const { methods, frame } = useSaidIn('signIn')
  const { name, about } = methods.names.Fido2
  const { passkeys: said } = methods
  usePageTitle(name)
  const kept = useConfiguration('Fido2')
  const draft = useDraft<Entered>({
    state: kept.state,
    isSelfServiceRegistrationAllowed: kept.isSelfServiceRegistrationAllowed,
    includeTargets: kept.includeTargets,
    excludeTargets: kept.excludeTargets,
    latchkey_metadataStatus: kept.latchkey_metadataStatus,
  })
  const { value, set } = draft
  const change = useRuleChange({
    request: (entered: Entered) => toRequest(kept, entered),
    done: frame.saved,
    after: draft.forget,
  })
  return (
    <>
      <BackLink to="/methods">{methods.title}</BackLink>
      <PageHead
        title={name}
        lead={about}
        actions={
          <Link to="/methods/passkeys/systems" className={buttonClass()}>
            {methods.systems.title}
          </Link>
        }
      />
      <Card title={said.basics}>
        <div className="flex flex-col gap-5">
          <SwitchField
            label={methods.isOn({ name })}
            on={value.state === 'enabled'}
            onSwitch={(on) => set({ state: on ? 'enabled' : 'disabled' })}
          />
          <SwitchField
            label={said.selfService}
            hint={said.selfServiceHint}
            on={value.isSelfServiceRegistrationAllowed}
            onSwitch={(on) => set({ isSelfServiceRegistrationAllowed: on })}
          />
        </div>
      </Card>
      <Card
        title={said.who}
        lead={said.whoLead}
        actions={
          <Link to="/methods/passkeys/profiles/new" className={buttonClass('quiet', 'small')}>
            {methods.profiles.add}
          </Link>
        }
      >
        <div className="flex flex-col gap-6">
          <Audiences
            passkeys={kept}
            targets={value.includeTargets}
            onChange={(targets) => set({ includeTargets: targets })}
          />
          <TargetsField
            label={methods.who.out}
            targets={value.excludeTargets}
            onChange={(targets) => set({ excludeTargets: targets })}
          />
        </div>
      </Card>
      <Card title={said.broken} lead={said.brokenLead}>
        <ChoiceField
          label={said.brokenQuestion}
          value={value.latchkey_metadataStatus}
          options={answers.map((answer) => ({
            value: answer,
            label: said.answers[answer].label,
            about: said.answers[answer].about,
          }))}
          onChoose={(answer) => set({ latchkey_metadataStatus: answer })}
        />
      </Card>
      <SaveBar change={change} input={value} isChanged={draft.isChanged} act="change the methods policy" />
    </>
  )
}

type PasskeyTarget = Passkeys['includeTargets'][number]

interface AudiencesProps {
  readonly passkeys: Passkeys
  readonly targets: readonly PasskeyTarget[]
  onChange(targets: readonly PasskeyTarget[]): void
}

/** Each group, and the profiles its people may choose from. */
function Audiences({ passkeys, targets, onChange }: AudiencesProps) {
  const { methods, frame } = useSaidIn('signIn')
  const names = useTargetNames(targets)
  const { passkeyProfiles, defaultPasskeyProfile } = passkeys
  const isForAll = targets.some(({ id }) => id === everybody)
  const add = (id: string) =>
    onChange([
      ...targets,
      {
        targetType: 'group',
        id,
        isRegistrationRequired: false,
        allowedPasskeyProfiles: [defaultPasskeyProfile],
      },
    ])
  return (
    <div className="flex flex-col gap-4">
      {targets.length === 0 && <p className="text-soft">{methods.forNobody}</p>}
      {targets.map((target) => {
        const name = names.get(target.id) ?? target.id
        const chosen =
          target.allowedPasskeyProfiles.length === 0 ? [defaultPasskeyProfile] : target.allowedPasskeyProfiles
        return (
          <fieldset key={target.id} className="rounded-2xl border border-line p-4">
            <legend className="px-1 font-semibold">{name}</legend>
            <div className="flex flex-col gap-3">
              {passkeyProfiles.map((profile) => (
                <ProfileTick
                  key={profile.id}
                  profile={profile}
                  checked={chosen.includes(profile.id)}
                  // One stays: without any, the default one would be meant.
                  fixed={chosen.length === 1 && chosen.includes(profile.id)}
                  onCheck={(on) =>
                    onChange(
                      targets.map((each) =>
                        each === target
                          ? {
                              ...each,
                              allowedPasskeyProfiles: on
                                ? [...chosen, profile.id]
                                : chosen.filter((id) => id !== profile.id),
                            }
                          : each,
                      ),
                    )
                  }
                />
              ))}
              <div>
                <Button
                  size="small"
                  aria-label={`${frame.remove}: ${name}`}
                  onClick={() => onChange(targets.filter((each) => each !== target))}
                >
                  {frame.remove}
                </Button>
              </div>
            </div>
          </fieldset>
        )
      })}
      {!isForAll && (
        <div>
          <Button onClick={() => add(everybody)}>{methods.who.addEverybody}</Button>
        </div>
      )}
      <ObjectPicker
        label={methods.who.addGroup}
        source={groupsSource}
        chosen={[]}
        onChange={([group]) => {
          if (group !== undefined && !targets.some(({ id }) => id === group.id)) add(group.id)
        }}
      />
    </div>
  )
}

interface ProfileTickProps {
  readonly profile: Profile
  readonly checked: boolean
  readonly fixed: boolean
  onCheck(checked: boolean): void
}

function ProfileTick({ profile, checked, fixed, onCheck }: ProfileTickProps) {
  const { methods } = useSaidIn('signIn')
  const sentence = useProfileSentence(profile)
  return (
    <CheckboxField
      label={profile.name}
      hint={sentence}
      checked={checked}
      unavailable={fixed ? `${sentence} ${methods.passkeys.lastProfile}` : undefined}
      onCheck={onCheck}
    />
  )
}
