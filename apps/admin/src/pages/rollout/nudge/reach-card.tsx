import { useClient } from '@latchkey/front'
import { Badge, Card, Facts } from '@latchkey/ui'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSaidIn } from '../../../said.ts'
import type { NudgeReach } from './campaign.ts'

/** Whom the campaign reaches, as it is kept. */
export function ReachCard() {
  const said = useSaidIn('rollout').campaign.nudge
  const client = useClient()
  const { data } = useSuspenseQuery({
    queryKey: ['nudge'],
    queryFn: ({ signal }) => client.get<NudgeReach>('/latchkey/rollout/nudge', { signal }),
  })
  return (
    <Card title={said.reach} lead={said.reachLead} actions={!data.isOn && <Badge>{said.isOff}</Badge>}>
      <Facts
        items={[
          [said.people, data.people],
          [said.withoutPasskey, data.withoutPasskey],
          [said.putOff, data.putOff],
          ...(data.usedUp === null ? [] : [[said.usedUp, data.usedUp] as const]),
        ]}
      />
    </Card>
  )
}
