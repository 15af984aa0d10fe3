import { usePageTitle } from '@latchkey/front'
import type { MethodConfigurationDocument } from '@latchkey/policy'
import { Badge, buttonClass, Card, List, ListRow, PageHead } from '@latchkey/ui'
import { BellRing, Fingerprint, Hash, Smartphone, Ticket } from 'lucide-react'
import { Link } from 'react-router'
import { useSaidIn } from '../../said.ts'
import { useAudience, useTargetNames } from './names.ts'
import { type Passkeys, type Profile, useConfiguration, useConfigurations } from './policy.ts'
import { useProfileSentence } from './profile-sentence.ts'

const icons = {
  Fido2: <Fingerprint className="size-5" />,
  TemporaryAccessPass: <Ticket className="size-5" />,
  SoftwareOath: <Hash className="size-5" />,
  MicrosoftAuthenticator: <BellRing className="size-5" />,
}

const order = ['Fido2', 'TemporaryAccessPass', 'SoftwareOath', 'MicrosoftAuthenticator'] as const

/** Which ways to sign in there are, and for whom. */
export function MethodsPage() {
  const { methods } = useSaidIn('signIn')
  usePageTitle(methods.title)
  const configurations = useConfigurations()
  return (
    <>
      <PageHead title={methods.title} lead={methods.lead} />
      <List label={methods.title}>
        {order.flatMap((id) => {
          const found = configurations.find((each) => each.id === id)
          return found === undefined ? [] : <MethodRow key={id} configuration={found} />
        })}
      </List>
      <Profiles passkeys={useConfiguration('Fido2')} />
      <Card
        title={methods.providers.title}
        lead={methods.providers.lead}
        actions={
          <Link to="/methods/providers" className={buttonClass()}>
            <Smartphone aria-hidden className="size-5" />
            {methods.providers.open}
          </Link>
        }
      >
        {null}
      </Card>
    </>
  )
}

function MethodRow({ configuration }: { readonly configuration: MethodConfigurationDocument }) {
  const { methods } = useSaidIn('signIn')
  const { id, state } = configuration
  const audience = useAudience(configuration)
  const { name, about } = methods.names[id]
  return (
    <ListRow
      icon={icons[id]}
      title={
        <Link to={`/methods/${methodPaths[id]}`} className="hover:underline">
          {name}
        </Link>
      }
      about={state === 'enabled' ? `${audience} ${about}` : about}
      badges={<Badge tone={state === 'enabled' ? 'good' : 'plain'}>{methods.state[state]}</Badge>}
      actions={
        <Link
          to={`/methods/${methodPaths[id]}`}
          aria-label={methods.changeNamed({ name })}
          className={`${buttonClass('quiet', 'small')} max-sm:hidden`}
        >
          {methods.change}
        </Link>
      }
    />
  )
}

/** Where each method is changed. */
const methodPaths = {
  Fido2: 'passkeys',
  TemporaryAccessPass: 'passes',
  SoftwareOath: 'codes',
  MicrosoftAuthenticator: 'push',
} as const

function Profiles({ passkeys }: { readonly passkeys: Passkeys }) {
  const { methods } = useSaidIn('signIn')
  return (
    <Card
      title={methods.profiles.title}
      lead={methods.profiles.lead}
      actions={
        <Link to="/methods/passkeys/profiles/new" className={buttonClass()}>
          {methods.profiles.add}
        </Link>
      }
    >
      <ul className="divide-y divide-line" aria-label={methods.profiles.title}>
        {passkeys.passkeyProfiles.map((profile) => (
          <ProfileRow key={profile.id} profile={profile} passkeys={passkeys} />
        ))}
      </ul>
    </Card>
  )
}

function ProfileRow({ profile, passkeys }: { readonly profile: Profile; readonly passkeys: Passkeys }) {
  const { methods, language } = useSaidIn('signIn')
  const sentence = useProfileSentence(profile)
  const targets = passkeys.includeTargets.filter(({ allowedPasskeyProfiles }) =>
    (allowedPasskeyProfiles.length === 0
      ? [passkeys.defaultPasskeyProfile]
      : allowedPasskeyProfiles
    ).includes(profile.id),
  )
  const names = useTargetNames(targets)
  const who = new Intl.ListFormat(language).format(targets.map(({ id }) => names.get(id) ?? id))
  return (
    <li className="flex flex-wrap items-center gap-4 py-3 first:pt-0 last:pb-0">
      <div className="min-w-48 flex-1">
        <p className="font-semibold">
          <Link to={`/methods/passkeys/profiles/${profile.id}`} className="hover:underline">
            {profile.name}
          </Link>
        </p>
        <p className="text-sm text-soft">{sentence}</p>
      </div>
      {targets.length === 0 ? (
        <Badge tone="warn">{methods.profiles.unused}</Badge>
      ) : (
        <span className="text-sm text-soft">{methods.for({ who })}</span>
      )}
      <Link
        to={`/methods/passkeys/profiles/${profile.id}`}
        aria-label={methods.changeNamed({ name: profile.name })}
        className={`${buttonClass('quiet', 'small')} max-sm:hidden`}
      >
        {methods.change}
      </Link>
    </li>
  )
}
