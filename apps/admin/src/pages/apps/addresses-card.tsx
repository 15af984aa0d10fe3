import { ProblemNotice } from '@latchkey/front'
import { Button, Card, TextArea, TextField } from '@latchkey/ui'
import { useState } from 'react'
import { useSaidIn } from '../../said.ts'
import { useWhyNot } from '../../why-not.ts'
import type { App } from './app.ts'
import { checkRedirectUri, isWebAddress, toLines } from './check-uri.ts'
import { useAppChange } from './use-app-change.ts'

const single = ['homePageUrl', 'initiateLoginUri', 'backchannelLogoutUri'] as const

/** Where an app is, and where people come back to. */
export function AddressesCard({ app }: { readonly app: App }) {
  const { apps, frame } = useSaidIn('organisation')
  const { overview: said, uri, form } = apps
  const unavailable = useWhyNot('change apps')
  const save = useAppChange(app)
  const kept = {
    displayName: app.displayName,
    redirectUris: app.redirectUris.join('\n'),
    postLogoutRedirectUris: app.postLogoutRedirectUris.join('\n'),
    homePageUrl: app.homePageUrl ?? '',
    initiateLoginUri: app.initiateLoginUri ?? '',
    backchannelLogoutUri: app.backchannelLogoutUri ?? '',
  }
  const [entered, setEntered] = useState(kept)
  const [tried, setTried] = useState(false)
  const enter = (name: keyof typeof kept, text: string) => setEntered({ ...entered, [name]: text })
  const check = (text: string) =>
    toLines(text)
      .map((each) => checkRedirectUri(each, app.kind, uri))
      .find((wrong) => wrong !== undefined)
  const wrong = {
    displayName: entered.displayName.trim() === '' ? form.nameRequired : undefined,
    redirectUris: toLines(entered.redirectUris).length === 0 ? uri.none : check(entered.redirectUris),
    postLogoutRedirectUris: check(entered.postLogoutRedirectUris),
    ...Object.fromEntries(
      single.map((name) => [
        name,
        entered[name].trim() === '' || isWebAddress(entered[name].trim()) ? undefined : said.wrongAddress,
      ]),
    ),
  }
  const error = (name: keyof typeof kept) => (tried ? Object(wrong)[name] : undefined)
  const differs = JSON.stringify(entered) !== JSON.stringify(kept)
  const line = (name: (typeof single)[number], label: string, hint: string) => (
    <TextField
      label={label}
      hint={hint}
      error={error(name)}
      type="url"
      autoComplete="off"
      value={entered[name]}
      onChange={({ target }) => enter(name, target.value)}
    />
  )
  return (
    <Card title={said.addresses}>
      <form
        noValidate
        className="flex max-w-3xl flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (Object.values(wrong).every((each) => each === undefined)) save.run(toChange(entered))
        }}
      >
        <TextField
          label={form.name}
          hint={form.nameHint}
          error={error('displayName')}
          maxLength={100}
          autoComplete="off"
          value={entered.displayName}
          onChange={({ target }) => enter('displayName', target.value)}
        />
        <TextArea
          label={uri.label}
          hint={uri.hint}
          error={error('redirectUris')}
          rows={3}
          spellCheck={false}
          value={entered.redirectUris}
          onChange={({ target }) => enter('redirectUris', target.value)}
        />
        {line('homePageUrl', said.homePage, said.homePageHint)}
        {line('initiateLoginUri', said.initiateLogin, said.initiateLoginHint)}
        <TextArea
          label={said.signedOut}
          hint={said.signedOutHint}
          error={error('postLogoutRedirectUris')}
          rows={2}
          spellCheck={false}
          value={entered.postLogoutRedirectUris}
          onChange={({ target }) => enter('postLogoutRedirectUris', target.value)}
        />
        {line('backchannelLogoutUri', said.backchannel, said.backchannelHint)}
        {save.problem && <ProblemNotice problem={save.problem} />}
        {differs && (
          <div>
            <Button
              type="submit"
              look="primary"
              busy={save.busy ? frame.saving : undefined}
              unavailable={unavailable}
            >
              {frame.save}
            </Button>
          </div>
        )}
      </form>
      {save.dialog}
    </Card>
  )
}

type Entered = Record<
  'displayName' | 'redirectUris' | 'postLogoutRedirectUris' | (typeof single)[number],
  string
>

function toChange(entered: Entered) {
  const orNone = (text: string) => (text.trim() === '' ? null : text.trim())
  return {
    displayName: entered.displayName.trim(),
    redirectUris: toLines(entered.redirectUris),
    postLogoutRedirectUris: toLines(entered.postLogoutRedirectUris),
    homePageUrl: orNone(entered.homePageUrl),
    initiateLoginUri: orNone(entered.initiateLoginUri),
    backchannelLogoutUri: orNone(entered.backchannelLogoutUri),
  }
}
