import { usePageTitle } from '@latchkey/front'
import type { CampaignDocument } from '@latchkey/policy'
import { Button, Card, CheckboxField, ChoiceField, Notice, PageHead, TextField } from '@latchkey/ui'
import { useRuleChange } from '../../../lock-out/use-rule-change.tsx'
import { useSaidIn } from '../../../said.ts'
import { SaveBar } from '../../methods/save-bar.tsx'
import { type Draft, useDraft } from '../../methods/use-draft.ts'
import { WhoField } from '../../methods/who-field.tsx'
import { fromDay, toDay, toRequest, toTargets, useCampaign } from './campaign.ts'
import { NudgePreview } from './nudge-preview.tsx'
import { ReachCard } from './reach-card.tsx'

const states = ['default', 'enabled', 'disabled'] as const

/** The registration campaign: whether people are asked at sign-in, whom, how often and until when. */
export function NudgePage() {
  const said = useSaidIn('rollout').campaign.nudge
  usePageTitle(said.title)
  const draft = useDraft<CampaignDocument>(useCampaign())
  const { value, set } = draft
  const change = useRuleChange({
    request: toRequest,
    refresh: [['nudge']],
    done: said.saved,
    after: draft.forget,
  })
  const days = value.snoozeDurationInDays
  const isRight = Number.isInteger(days) && days >= 0 && days <= 14
  return (
    <>
      <PageHead title={said.title} lead={said.lead} />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-5">
          <section className="rounded-2xl border border-line bg-paper p-5 shadow-card sm:p-6">
            <ChoiceField
              label={said.state}
              value={value.state}
              options={states.map((state) => ({ value: state, ...said.states[state] }))}
              onChoose={(state) => set({ state })}
            />
          </section>
          {value.state === 'enabled' && <WhoCard draft={draft} />}
          {value.state === 'enabled' && <WhenCard draft={draft} />}
          <ReachCard />
          <Card title={said.notAsked}>
            <ul className="flex list-disc flex-col gap-2 pl-5">
              {said.notAskedPoints.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </Card>
        </div>
        <NudgePreview campaign={value} />
      </div>
      <SaveBar
        change={change}
        input={value}
        isChanged={draft.isChanged && isRight}
        act="change the methods policy"
      />
    </>
  )
}

function WhoCard({ draft: { value, set } }: { readonly draft: Draft<CampaignDocument> }) {
  const said = useSaidIn('rollout').campaign.nudge
  const { includeTargets, excludeTargets } = value
  const telephone = includeTargets.some((each) => each.targetedAuthenticationMethod !== 'fido2')
  return (
    <Card title={said.who}>
      <div className="flex flex-col gap-5">
        {telephone && (
          <Notice
            tone="warn"
            title={said.telephone}
            actions={
              <Button
                size="small"
                onClick={() =>
                  set({
                    includeTargets: includeTargets.map((each) => ({
                      ...each,
                      targetedAuthenticationMethod: 'fido2',
                    })),
                  })
                }
              >
                {said.takePasskeys}
              </Button>
            }
          >
            {said.telephoneLead}
          </Notice>
        )}
        <WhoField
          included={includeTargets}
          excluded={excludeTargets}
          onInclude={(targets) => set({ includeTargets: toTargets(targets, includeTargets) })}
          onExclude={(targets) => set({ excludeTargets: targets })}
        />
      </div>
    </Card>
  )
}

function WhenCard({ draft: { value, set } }: { readonly draft: Draft<CampaignDocument> }) {
  const said = useSaidIn('rollout').campaign.nudge
  const days = value.snoozeDurationInDays
  const wrong = !Number.isInteger(days) || days < 0 || days > 14
  return (
    <Card title={said.when}>
      <div className="flex flex-col gap-5">
        <TextField
          label={said.days}
          hint={said.daysHint}
          error={wrong ? said.daysHint : undefined}
          type="number"
          min={0}
          max={14}
          value={Number.isNaN(days) ? '' : days}
          onChange={({ target }) => set({ snoozeDurationInDays: target.valueAsNumber })}
        />
        <CheckboxField
          label={said.limit}
          hint={said.limitHint}
          checked={value.enforceRegistrationAfterAllowedSnoozes}
          onCheck={(checked) => set({ enforceRegistrationAfterAllowedSnoozes: checked })}
        />
        <TextField
          label={said.deadline}
          hint={said.deadlineHint}
          type="date"
          value={toDay(value.latchkey_deadline)}
          onChange={({ target }) => set({ latchkey_deadline: fromDay(target.value) })}
        />
      </div>
    </Card>
  )
}
