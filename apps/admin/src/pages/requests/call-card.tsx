import { planHelpDeskCall } from '@latchkey/guidance'
import { Card } from '@latchkey/ui'
import { useSaid } from '../../said.ts'

/** What the help desk does, from the call to the new passkey. */
export function CallCard() {
  const { steps } = useSaid().requests
  return (
    <Card title={steps.card}>
      <ol className="flex list-decimal flex-col gap-2 pl-5">
        {planHelpDeskCall({ situation: 'gone' }).map((step) => (
          <li key={step}>{steps[step]}</li>
        ))}
      </ol>
    </Card>
  )
}
