import { ProblemNotice, useChange, useClient, usePageTitle } from '@latchkey/front'
import { Button, Card, ChoiceField, PageHead, TextArea, TextField } from '@latchkey/ui'
import { useState } from 'react'
import { BackLink } from '../../back-link.tsx'
import { useSaidIn } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import { type AppKind, appKinds, appsPath, type MadeApp } from './app.ts'
import { checkRedirectUri, toLines } from './check-uri.ts'
import { MadeAppPage } from './made-app-page.tsx'

/** What an app is at first; everything else is the careful choice. */
interface NewApp {
  readonly displayName: string
  readonly kind: AppKind
  readonly redirectUris: readonly string[]
  readonly assignmentRequired: boolean
}

/** Register an app, and then see what it has to be told. */
export function RegisterPage() {
  const { apps: said } = useSaidIn('organisation')
  usePageTitle(said.form.title)
  const [made, setMade] = useState<MadeApp>()
  return made === undefined ? <RegisterForm onMade={setMade} /> : <MadeAppPage app={made} />
}

function RegisterForm({ onMade }: { onMade(app: MadeApp): void }) {
  const { apps: said } = useSaidIn('organisation')
  const { form } = said
  const client = useClient()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<AppKind>('web')
  const [uris, setUris] = useState('')
  const [who, setWho] = useState<'everybody' | 'assigned'>('everybody')
  const [tried, setTried] = useState(false)
  const unavailable = useWhyNot('change apps')
  const add = useChange<NewApp, MadeApp>({
    does: (body) => client.send('POST', appsPath, { body }),
    refresh: [['apps']],
    after: onMade,
  })

  const comesBack = kind !== 'daemon'
  const lines = comesBack ? toLines(uris) : []
  const wrongUri =
    comesBack && lines.length === 0
      ? said.uri.none
      : lines.map((uri) => checkRedirectUri(uri, kind, said.uri)).find((wrong) => wrong !== undefined)
  const wrongName = name.trim() === '' ? form.nameRequired : undefined
  return (
    <>
      <BackLink to="/apps">{said.title}</BackLink>
      <PageHead title={form.title} lead={form.lead} />
      <form
        noValidate
        className="flex max-w-3xl flex-col gap-6"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (wrongName !== undefined || wrongUri !== undefined) return
          add.run({
            displayName: name.trim(),
            kind,
            redirectUris: lines,
            assignmentRequired: who === 'assigned',
          })
        }}
      >
        <Card title={said.tabs.overview}>
          <div className="flex flex-col gap-6">
            <TextField
              label={form.name}
              hint={form.nameHint}
              error={tried ? wrongName : undefined}
              maxLength={100}
              autoComplete="off"
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
            <ChoiceField<AppKind>
              label={form.kind}
              value={kind}
              columns={2}
              options={appKinds.map((value) => ({
                value,
                label: said.kinds[value].name,
                about: said.kinds[value].about,
              }))}
              onChoose={setKind}
            />
            {comesBack && (
              <TextArea
                label={said.uri.label}
                hint={said.uri.hint}
                error={tried ? wrongUri : undefined}
                rows={3}
                spellCheck={false}
                autoCapitalize="none"
                placeholder="https://app.example.com/callback"
                value={uris}
                onChange={({ target }) => setUris(target.value)}
              />
            )}
            {comesBack && (
              <ChoiceField<'everybody' | 'assigned'>
                label={form.who}
                value={who}
                columns={2}
                options={[
                  { value: 'everybody', label: said.everybody, about: form.everybodyAbout },
                  { value: 'assigned', label: said.assigned, about: form.assignedAbout },
                ]}
                onChoose={setWho}
              />
            )}
            {add.problem && <ProblemNotice problem={add.problem} />}
          </div>
        </Card>
        <div>
          <Button
            type="submit"
            look="primary"
            busy={add.busy ? form.busy : undefined}
            unavailable={unavailable}
          >
            {form.submit}
          </Button>
        </div>
      </form>
    </>
  )
}
