import type { BrowserOfPerson } from '@latchkey/api'
import { ProblemNotice, useChange, useClient, useTimes } from '@latchkey/front'
import { Button, Card, List, ListRow } from '@latchkey/ui'
import { AppWindow } from 'lucide-react'
import { useSaid } from '../../said.ts'
import { methodsKey } from './use-methods.ts'

/** The browsers that may ask for an approval without a password. Forgetting one takes nothing else away. */
export function BrowsersCard({ browsers }: { readonly browsers: readonly BrowserOfPerson[] }) {
  const said = useSaid()
  const times = useTimes()
  const client = useClient()
  const { approvals: text, rows } = said.methods
  const forget = useChange({
    does: (id: string) => client.send('DELETE', `/browsers/${id}`),
    refresh: [methodsKey],
    done: text.forgotten,
  })
  if (browsers.length === 0) return null
  return (
    <Card title={text.browsers} lead={text.browsersLead}>
      {forget.problem !== null && <ProblemNotice problem={forget.problem} />}
      <List label={text.browsers}>
        {browsers.map((browser) => {
          const names = [browser.browser, browser.system].filter((name) => name !== undefined)
          const name = names.length === 0 ? text.browserUnknown : names.join(' · ')
          return (
            <ListRow
              key={browser.id}
              icon={<AppWindow aria-hidden className="size-5" />}
              title={name}
              about={`${rows.added} ${times.day(browser.addedAt)} · ${rows.lastUsed} ${times.at(browser.lastUsedAt)}`}
              actions={
                <Button
                  size="small"
                  aria-label={`${text.forget}: ${name}`}
                  onClick={() => forget.run(browser.id)}
                >
                  {text.forget}
                </Button>
              }
            />
          )
        })}
      </List>
    </Card>
  )
}
