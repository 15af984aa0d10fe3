import { Card, CopyButton, Facts, TabSet } from '@latchkey/ui'
import { useState } from 'react'
import { useSaid, useSaidIn } from '../../said.ts'
import type { App } from './app.ts'
import { listPastes } from './paste.ts'

/** What an app has to be told, for the libraries that are used most. */
export function SettingsToPaste({
  app,
  secret,
}: {
  readonly app: App
  readonly secret?: string | undefined
}) {
  const { apps } = useSaidIn('organisation')
  const { settings: said } = apps
  const pastes = listPastes({ app, secret: secret ?? said.secretPlace })
  const [shown, setShown] = useState(pastes[0]?.library ?? 'generic')
  return (
    <Card title={said.title} lead={said.lead}>
      <TabSet
        label={said.title}
        shown={shown}
        onShow={setShown}
        tabs={[
          ...pastes.map(({ library, text }) => ({
            name: library,
            label: library,
            content: <Code text={text} />,
          })),
          { name: 'generic', label: said.generic, content: <Generic app={app} /> },
        ]}
      />
    </Card>
  )
}

function Code({ text }: { readonly text: string }) {
  const { common } = useSaid()
  return (
    <div className="flex flex-col gap-3">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <pre tabIndex={0} className="overflow-x-auto rounded-2xl bg-hover p-4 text-sm">
        <code>{text}</code>
      </pre>
      <div>
        <CopyButton text={text} words={common} />
      </div>
    </div>
  )
}

function Generic({ app: { id, endpoints } }: { readonly app: App }) {
  const { names } = useSaidIn('organisation').apps.settings
  const value = (text: string) => <Copyable text={text} />
  return (
    <Facts
      items={[
        [names.issuer, value(endpoints.issuer)],
        [names.clientId, value(id)],
        [names.metadata, value(endpoints.metadata)],
        [names.authorization, value(endpoints.authorization)],
        [names.token, value(endpoints.token)],
        [names.keys, value(endpoints.keys)],
        [names.logout, value(endpoints.logout)],
      ]}
    />
  )
}

function Copyable({ text }: { readonly text: string }) {
  const { common } = useSaid()
  return (
    <span className="flex flex-wrap items-center gap-2">
      <code className="break-all">{text}</code>
      <CopyButton text={text} words={common} />
    </span>
  )
}
